// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

namespace
{

constexpr const char *targetName = "iqn.2013-10.local.quorum:pve_quorum";

std::string initiator(const Node &node)
{
    return printed("iqn.1993-08.org.debian:01:7d3e51c0%d9", node.id);
}

// A session lives as long as the initiator's node and the target; the kernel keeps it, and shows it
// as failed, while the path is cut.
bool session(const World &world, const Node &node)
{
    return node.stage == Stage::Up && world.quorum.address != "";
}

bool loggedIn(const World &world, const Node &node)
{
    return node.stage == Stage::Up && iscsiPath(world, node.id);
}

std::string nexuses(const World &world)
{
    std::string text;
    for (const Node &node : world.nodes) {
        if (!loggedIn(world, node))
            continue;
        text += printed(
            "        I_T nexus: %d\n            Initiator: %s\n            Connection: 0\n"
            "                IP Address: %s\n",
            node.id, initiator(node).c_str(), node.address.c_str());
    }
    return text;
}

std::string lun(int number, const char *type, const char *size, const char *backing)
{
    std::string text
        = printed("        LUN: %d\n            Type: %s\n            SCSI ID: IET     0001000%d\n"
                  "            SCSI SN: beaf1%d\n            Size: %s\n            Online: Yes\n",
                  number, type, number, number, size);
    return text
        + "            Removable media: No\n            Readonly: No\n            Backing store "
          "type: "
        + (number ? "rdwr" : "null") + "\n            Backing store path: " + backing
        + "\n            Backing store flags: \n";
}

std::string target(const World &world)
{
    std::string text = std::string("Target 1: ") + targetName
        + "\n    System information:\n        Driver: iscsi\n        State: ready\n    I_T nexus "
          "information:\n";
    text += nexuses(world) + "    LUN information:\n"
        + lun(0, "controller", "0 MB, Block size: 1", "None");
    text += lun(1, "disk", "13 MB, Block size: 512", "/dev/vg_system/pve_quorum")
        + "    Account information:\n    ACL information:\n";
    for (const Node &node : world.nodes)
        text += "        " + node.address + "\n";
    return text;
}

std::string sessionDetail(const World &world, const Node &node)
{
    const bool good = loggedIn(world, node);
    const std::string portal = world.quorum.address + ":3260,1";
    std::string text = std::string("Target: ") + targetName + "\n\tCurrent Portal: " + portal
        + "\n\tPersistent Portal: " + portal
        + "\n\t\t**********\n\t\tInterface:\n\t\t**********\n\t\tIface Name: default\n\t\tIface "
          "Transport: tcp\n"
          "\t\tIface Initiatorname: "
        + initiator(node) + "\n\t\tIface IPaddress: " + node.address
        + "\n\t\tIface HWaddress: <empty>\n\t\tIface Netdev: <empty>\n\t\tSID: 1\n";
    text += std::string("\t\tiSCSI Connection State: ") + (good ? "LOGGED IN" : "TRANSPORT WAIT")
        + "\n\t\tiSCSI Session State: " + (good ? "LOGGED_IN" : "FAILED")
        + "\n\t\tInternal iscsid Session State: " + (good ? "NO CHANGE" : "REOPEN") + "\n";
    return text;
}

} // namespace

Answer tgtadm(const Call &call)
{
    if (!call.world().quorum.tgtd)
        return {107,
                {},
                "tgtadm: failed to send request hdr to tgt daemon, Transport endpoint is not "
                "connected\n"};
    if (valueOf(call.arguments, "--mode") != "target" || valueOf(call.arguments, "--op") != "show")
        return {22, {}, "tgtadm: only --mode target --op show is known here\n"};
    return {0, target(call.world()), {}};
}

Answer tgtAdmin(const Call &call)
{
    if (!call.has("-s") && !call.has("--show"))
        return {1, {}, "tgt-admin: only --show is known here\n"};
    return tgtadm(
        {call.simulation, call.node, {"--lld", "iscsi", "--mode", "target", "--op", "show"}});
}

Answer iscsiadm(const Call &call)
{
    if (valueOf(call.arguments, "-m") != "session"
        && valueOf(call.arguments, "--mode") != "session")
        return {7, {}, "iscsiadm: only the session mode is known here\n"};
    if (!session(call.world(), call.self()))
        return {21, {}, "iscsiadm: No active sessions.\n"};
    if (valueOf(call.arguments, "-P") == "1")
        return {0, sessionDetail(call.world(), call.self()), {}};
    return {
        0, printed("tcp: [1] %s:3260,1 %s\n", call.world().quorum.address.c_str(), targetName), {}};
}

Answer mkqdisk(const Call &call)
{
    const World &world = call.world();
    std::string text = "mkqdisk v3.2.0\n\n";
    if (!call.has("-L"))
        return {1, {}, "mkqdisk: only -L is known here\n"};
    if (!iscsiPath(world, call.node))
        return {0, text, {}};
    text += world.settings.qdiskDevice
        + ":\n/dev/sdc1:\n\tMagic:                eb7a62c2\n\tLabel:                "
        + world.settings.qdiskLabel + "\n\tCreated:              "
        + ctimeText(world.wallStart - 86400 * 30) + "\n\tHost:                 "
        + world.nodes[0].name + "\n\tKernel Sector Size:   512\n\tRecorded Sector Size: 512\n\n";
    return {0, text, {}};
}

} // namespace Lab
