// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

namespace
{

std::string fenceDevice(const Node &node)
{
    return printed("    <fencedevice agent=\"fence_ipmilan\" cipher=\"3\" ipaddr=\"%s\" "
                   "ipport=\"%d\" lanplus=\"1\" login=\"%s\" "
                   "name=\"ipminode%d\" passwd=\"%s\" power_wait=\"2\" privlvl=\"operator\"/>\n",
                   node.bmc.address.c_str(), node.bmc.port, node.bmc.login.c_str(), node.id,
                   node.bmc.password.c_str());
}

std::string clusterNode(const Node &node, const std::string &action)
{
    const std::string chosen = action.empty() ? "" : " action=\"" + action + "\"";
    return printed("    <clusternode name=\"%s\" nodeid=\"%d\" votes=\"1\">\n      <fence>\n       "
                   " <method name=\"1\">\n"
                   "          <device name=\"ipminode%d\"%s/>\n        </method>\n      </fence>\n "
                   "   </clusternode>\n",
                   node.name.c_str(), node.id, node.id, chosen.c_str());
}

} // namespace

// As the article leaves it with its quorum disk, its slips corrected.
std::string clusterConf(const World &world)
{
    const Settings &s = world.settings;
    std::string text = "<?xml version=\"1.0\"?>\n";
    text += printed("<cluster config_version=\"%d\" name=\"%s\">\n", s.configVersion,
                    s.clusterName.c_str());
    text += printed(
        "  <cman expected_votes=\"%d\" keyfile=\"/var/lib/pve-cluster/corosync.authkey\"%s/>\n",
        s.expectedVotes, s.twoNode ? " two_node=\"1\"" : "");
    text += printed(
        "  <quorumd allow_kill=\"0\" interval=\"%lld\" label=\"%s\"%s tko=\"%d\" votes=\"%d\"/>\n",
        static_cast<long long>(s.qdiskInterval.count() / 1000), s.qdiskLabel.c_str(),
        s.masterWins ? " master_wins=\"1\"" : "", s.qdiskTko, s.qdiskVotes);
    text += printed("  <totem token=\"%lld\"/>\n  <clusternodes>\n",
                    static_cast<long long>(s.token.count()));
    for (const Node &node : world.nodes)
        text += clusterNode(node, s.fenceAction);
    text += "  </clusternodes>\n  <fencedevices>\n";
    for (const Node &node : world.nodes)
        text += fenceDevice(node);
    text += "  </fencedevices>\n  <rm>\n";
    for (const Service &service : world.services)
        text += printed("    <pvevm autostart=\"1\" vmid=\"%d\"/>\n", service.vmid);
    return text + "  </rm>\n</cluster>\n";
}

} // namespace Lab
