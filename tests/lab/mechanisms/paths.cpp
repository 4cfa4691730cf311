// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "iscsisession.h"

#include <algorithm>
#include <array>

namespace Lab
{

namespace
{

constexpr std::array<const char *, 14> links{
    "lan",        "drbd",       "lan:node1",   "lan:node2",   "lan:quorum",
    "ipmi:node1", "ipmi:node2", "iscsi:node1", "iscsi:node2", "ssh:node1",
    "ssh:node2",  "ssh:quorum", "drbd:node1",  "drbd:node2"};

bool eth0(const World &world, const std::string &machine)
{
    return linkUp(world, "lan:" + machine);
}

} // namespace

bool isLink(const std::string &link)
{
    return std::find(links.begin(), links.end(), link) != links.end();
}

bool linkUp(const World &world, const std::string &link)
{
    return !world.cut.count(link);
}

bool clusterPath(const World &world)
{
    return linkUp(world, "lan") && eth0(world, world.nodes[0].name)
        && eth0(world, world.nodes[1].name);
}

bool drbdPath(const World &world)
{
    return linkUp(world, "drbd") && linkUp(world, "drbd:node1") && linkUp(world, "drbd:node2");
}

bool iscsiPath(const World &world, int node)
{
    return world.node(node).iscsi.loggedIn && iscsiReachable(world, node);
}

bool iscsiReachable(const World &world, int node)
{
    const std::string &name = world.node(node).name;
    return world.quorum.running() && world.quorum.tgtd && linkUp(world, "iscsi:" + name)
        && eth0(world, name) && eth0(world, "quorum");
}

bool bmcPath(const World &world, int observer, int victim)
{
    const Node &target = world.node(victim);
    return target.bmc.powered && linkUp(world, "ipmi:" + target.name)
        && eth0(world, world.node(observer).name);
}

bool sshPath(const World &world, const std::string &machine)
{
    return linkUp(world, "ssh:" + machine) && eth0(world, machine);
}

} // namespace Lab
