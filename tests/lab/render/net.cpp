// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

namespace
{

struct Own {
    std::string name;
    std::string address;
};

Own own(const Call &call)
{
    if (call.node == 0)
        return {call.world().quorum.name, call.world().quorum.address};
    return {call.self().name, call.self().address};
}

std::string addressLine(int index, const char *device, const std::string &address)
{
    const std::string broadcast = address.substr(0, address.rfind('.')) + ".255";
    return printed("%d: %s    inet %s/24 brd %s scope global %s\n", index, device, address.c_str(),
                   broadcast.c_str(), device);
}

// Which machine has that address on the cluster network; nullptr for none of ours.
bool lanReaches(const Call &call, const std::string &address)
{
    const World &world = call.world();
    const bool selfUp = linkUp(world, "lan:" + own(call).name);
    if (address == own(call).address)
        return true;
    if (address == world.quorum.address)
        return selfUp && world.quorum.stage == Stage::Up && linkUp(world, "lan:quorum");
    for (const Node &node : world.nodes) {
        const bool between = call.node == 0 || linkUp(world, "lan");
        if (address == node.address)
            return selfUp && between && node.stage == Stage::Up
                && linkUp(world, "lan:" + node.name);
        if (address == node.bmc.address)
            return selfUp && node.bmc.powered && linkUp(world, "ipmi:" + node.name);
    }
    return false;
}

bool reaches(const Call &call, const std::string &address)
{
    if (call.node == 0)
        return lanReaches(call, address);
    const Node &peer = call.world().node(World::peerOf(call.node));
    if (address == peer.drbdAddress)
        return peer.stage == Stage::Up && drbdPath(call.world());
    return address == call.self().drbdAddress || lanReaches(call, address);
}

std::string addressOf(const Call &call, const std::string &name)
{
    const World &world = call.world();
    if (name == world.quorum.name)
        return world.quorum.address;
    for (const Node &node : world.nodes) {
        if (name == node.name)
            return node.address;
    }
    return name;
}

} // namespace

Answer ip(const Call &call)
{
    bool addresses = false;
    for (const std::string &word : call.arguments)
        addresses = addresses
            || (!word.empty() && word[0] != '-' && std::string("address").rfind(word, 0) == 0);
    if (!addresses)
        return {1, {}, "ip: only the addresses are known here\n"};
    std::string text
        = "1: lo    inet 127.0.0.1/8 scope host lo\n" + addressLine(2, "eth0", own(call).address);
    if (call.node)
        text += addressLine(6, "eth4", call.self().drbdAddress);
    return {0, text, {}};
}

Answer ping(const Call &call)
{
    if (call.arguments.empty())
        return {2, {}, "Usage: ping [-c count] [-W timeout] destination\n"};
    const std::string name = call.arguments.back();
    const std::string address = addressOf(call, name);
    std::string text = "PING " + name + " (" + address + ") 56(84) bytes of data.\n";
    if (!reaches(call, address))
        return {1,
                text + "\n--- " + name
                    + " ping statistics ---\n1 packets transmitted, 0 received, 100% packet loss, "
                      "time 0ms\n\n",
                {}};
    text += "64 bytes from " + address + ": icmp_req=1 ttl=64 time=0.184 ms\n\n--- " + name
        + " ping statistics ---\n1 packets transmitted, 1 received, 0% packet loss, time 0ms\n"
          "rtt min/avg/max/mdev = 0.184/0.184/0.184/0.000 ms\n";
    return {0, text, {}};
}

Answer uname(const Call &call)
{
    const std::string release = call.node ? "2.6.32-26-pve" : "2.6.32-358.el6.x86_64";
    if (call.has("-n"))
        return {0, own(call).name + "\n", {}};
    if (call.has("-r"))
        return {0, release + "\n", {}};
    if (call.has("-m"))
        return {0, "x86_64\n", {}};
    if (call.has("-a"))
        return {0,
                "Linux " + own(call).name + " " + release
                    + " #1 SMP Mon Oct 14 08:22:20 CEST 2013 x86_64 GNU/Linux\n",
                {}};
    return {0, "Linux\n", {}};
}

Answer hostname(const Call &call)
{
    const bool full = call.has("-f") || call.has("--fqdn");
    return {0, own(call).name + (full ? ".example.net\n" : "\n"), {}};
}

} // namespace Lab
