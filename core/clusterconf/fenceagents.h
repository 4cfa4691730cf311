// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <algorithm>
#include <array>

namespace Core
{
// What an agent of fence-agents 4.0 switches, by its name.

// The board of one server, at one address.
inline bool isBmcAgent(QStringView agent)
{
    static constexpr std::array<QStringView, 11> agents{
        u"fence_ipmilan", u"fence_ilo",    u"fence_ilo2", u"fence_ilo3",
        u"fence_ilo4",    u"fence_ilo_mp", u"fence_drac", u"fence_drac5",
        u"fence_idrac",   u"fence_imm",    u"fence_rsa"};
    return std::find(agents.begin(), agents.end(), agent) != agents.end();
}

// One outlet of a power strip: a server with two supplies hangs on two of them.
inline bool isOutletAgent(QStringView agent)
{
    static constexpr std::array<QStringView, 9> agents{
        u"fence_apc",  u"fence_apc_snmp", u"fence_eps",        u"fence_wti",    u"fence_cyclades",
        u"fence_ipdu", u"fence_lpar_pdu", u"fence_eaton_snmp", u"fence_raritan"};
    return std::find(agents.begin(), agents.end(), agent) != agents.end();
}
} // namespace Core
