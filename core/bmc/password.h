// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace Core
{
// A secret in memory: overwritten when it goes, never shared implicitly as QByteArray would, and
// without any way to print it. Copies are independent; each is overwritten on its own.
class Password
{
public:
    Password() = default;
    explicit Password(QByteArrayView text) : m_bytes(text.begin(), text.end()) { }
    Password(const Password &) = default;
    Password(Password &&other) noexcept = default;
    Password &operator=(Password other) noexcept
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~Password() { overwrite(m_bytes.data(), m_bytes.size()); }
    QByteArrayView view() const { return {m_bytes.data(), qsizetype(m_bytes.size())}; }

    // Zeroes that the optimiser may not leave out although nobody reads them.
    static void overwrite(char *bytes, size_t count)
    {
        for (volatile char *at = bytes; count > 0; ++at, --count)
            *at = '\0';
    }

private:
    std::vector<char> m_bytes;
};
} // namespace Core
