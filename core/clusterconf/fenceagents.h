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

// Whether the agent comes with fence-agents 4.0, Proxmox VE or Pacemaker; another one is somebody's
// own script.
inline bool isPackagedAgent(QStringView agent)
{
    static constexpr std::array<QStringView, 44> others{
        u"fence_ack_manual",   u"fence_alom",    u"fence_amt",          u"fence_baytech",
        u"fence_bladecenter",  u"fence_brocade", u"fence_bullpap",      u"fence_cisco_mds",
        u"fence_cisco_ucs",    u"fence_cpint",   u"fence_dummy",        u"fence_eaton",
        u"fence_egenera",      u"fence_hpblade", u"fence_ibmblade",     u"fence_ifmib",
        u"fence_ilo_moonshot", u"fence_ilo_ssh", u"fence_intelmodular", u"fence_kdump",
        u"fence_kdump_send",   u"fence_ldom",    u"fence_lpar",         u"fence_manual",
        u"fence_mcdata",       u"fence_netio",   u"fence_ovh",          u"fence_pcmk",
        u"fence_pve",          u"fence_pvevm",   u"fence_rackswitch",   u"fence_rhevm",
        u"fence_rsb",          u"fence_sanbox2", u"fence_scsi",         u"fence_virsh",
        u"fence_virt",         u"fence_vixel",   u"fence_vmware",       u"fence_vmware_soap",
        u"fence_xcat",         u"fence_xenapi",  u"fence_xvm",          u"fence_zvm"};
    return isBmcAgent(agent) || isOutletAgent(agent)
        || std::find(others.begin(), others.end(), agent) != others.end();
}
} // namespace Core
