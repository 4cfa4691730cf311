// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/rfbgreeting.h"

namespace Core
{
namespace
{
constexpr qsizetype versionSize = 12; // "RFB 003.008\n"
constexpr qsizetype enough = versionSize + 1 + 255; // a count and as many types of a byte each
constexpr char vncAuthentication = 2;

bool isVersion(const QByteArray &bytes)
{
    const QByteArray pattern("RFB ddd.ddd\n");
    for (qsizetype i = 0; i < std::min(bytes.size(), versionSize); ++i) {
        const bool digit = bytes[i] >= '0' && bytes[i] <= '9';
        if (pattern[i] == 'd' ? !digit : bytes[i] != pattern[i])
            return false;
    }
    return true;
}
} // namespace

std::optional<RfbGreeting::Security> RfbGreeting::take(const QByteArray &bytes)
{
    if (m_told)
        return {};
    m_said += bytes.left(enough - m_said.size());
    const auto security = judged();
    m_told = security.has_value();
    return security;
}

// A viewer of version 3.3, of before 2000, gets a number of four bytes instead of the list: its
// first byte is zero as that of an empty list is.
std::optional<RfbGreeting::Security> RfbGreeting::judged() const
{
    using enum Security;
    if (!isVersion(m_said))
        return Foreign;
    if (m_said.size() <= versionSize)
        return {};
    const auto count = quint8(m_said[versionSize]);
    if (count == 0) {
        if (m_said.size() < versionSize + 4)
            return {};
        const QByteArray number = m_said.mid(versionSize, 4);
        return number == QByteArray("\0\0\0\2", 4) ? Password
            : number == QByteArray("\0\0\0\1", 4)  ? Other
                                                   : Refused;
    }
    if (m_said.size() < versionSize + 1 + count)
        return {};
    return m_said.mid(versionSize + 1, count).contains(vncAuthentication) ? Password : Other;
}
} // namespace Core
