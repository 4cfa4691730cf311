// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace Core
{
// Looks at the first bytes of a VNC server while they pass, to tell by what it lets a viewer in.
// Source: RFC 6143, 7.1. Pure; keeps at most some 300 bytes.
class RfbGreeting
{
public:
    enum class Security : quint8 {
        Password, // VNC authentication is among what it offers
        Other, // something else alone: a certificate, or nothing at all
        Refused, // it gives a reason and hangs up
        Foreign, // this is no VNC server
    };
    // What the server said next. The answer comes once, as soon as it can be told.
    std::optional<Security> take(const QByteArray &bytes);

private:
    std::optional<Security> judged() const;

    QByteArray m_said;
    bool m_told = false;
};
} // namespace Core
