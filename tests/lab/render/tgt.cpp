// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "iscsinames.h"

namespace Lab
{

std::string initiator(const Node &node)
{
    return printed("iqn.1993-08.org.debian:01:7d3e51c0%d9", node.id);
}

namespace
{

// What the server sees: who talks to it.
bool served(const World &world, const Node &node)
{
    return node.stage == Stage::Up && node.iscsi.loggedIn && iscsiPath(world, node.id);
}

std::string nexuses(const World &world)
{
    std::string text;
    for (const Node &node : world.nodes) {
        if (!served(world, node))
            continue;
        text += printed("        I_T nexus: %d\n            Initiator: %s alias: %s\n"
                        "            Connection: 0\n                IP Address: %s\n",
                        node.id, initiator(node).c_str(), node.name.c_str(), node.address.c_str());
    }
    return text;
}

std::string lun(int number, const char *type, const char *size, const char *backing)
{
    std::string text
        = printed("        LUN: %d\n            Type: %s\n            SCSI ID: IET     0001000%d\n"
                  "            SCSI SN: beaf1%d\n            Size: %s\n            Online: Yes\n",
                  number, type, number, number, size);
    text += "            Removable media: No\n            Prevent removal: No\n"
            "            Readonly: No\n            SWP: No\n            Thin-provisioning: No\n";
    return text + "            Backing store type: " + (number ? "rdwr" : "null")
        + "\n            Backing store path: " + backing + "\n            Backing store flags: \n";
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

Answer mkqdisk(const Call &call)
{
    const World &world = call.world();
    std::string text = "mkqdisk v3.2.0\n\n";
    if (!call.has("-L"))
        return {1, {}, "mkqdisk: only -L is known here\n"};
    if (!iscsiPath(world, call.node))
        return {0, text, {}};
    text += world.settings.qdiskDevice + ":\n/dev/disk/by-path/ip-" + world.quorum.address
        + ":3260-iscsi-" + targetName
        + "-lun-1-part1:\n/dev/sdc1:\n\tMagic:                eb7a62c2\n\tLabel:                "
        + world.settings.qdiskLabel + "\n\tCreated:              "
        + ctimeText(world.wallStart - 86400 * 30) + "\n\tHost:                 "
        + world.nodes[0].name + "\n\tKernel Sector Size:   512\n\tRecorded Sector Size: 512\n\n";
    return {0, text, {}};
}

} // namespace Lab
