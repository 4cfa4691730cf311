// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/gloss.h"

#include <algorithm>
#include <array>

namespace Core
{
namespace
{
struct Gloss {
    QStringView element; // empty: of every element that has the attribute
    QStringView attribute; // empty: the element itself
    const char *words;
};

constexpr std::array glosses{
    Gloss{u"cluster", u"", QT_TRANSLATE_NOOP("Core", "the whole configuration of the cluster")},
    Gloss{u"cluster", u"name",
          QT_TRANSLATE_NOOP(
              "Core", "name of the cluster, at most 15 characters; never changed while it runs")},
    Gloss{u"cluster", u"config_version",
          QT_TRANSLATE_NOOP("Core", "raised with each change, or the nodes keep the old one")},
    Gloss{u"cman", u"", QT_TRANSLATE_NOOP("Core", "membership and quorum")},
    Gloss{
        u"cman", u"two_node",
        QT_TRANSLATE_NOOP("Core", "1: a single node of two is quorate; never with a quorum disk")},
    Gloss{u"cman", u"expected_votes",
          QT_TRANSLATE_NOOP("Core",
                            "votes of all nodes and of the quorum disk together; more than half of "
                            "them are the quorum")},
    Gloss{u"cman", u"transport",
          QT_TRANSLATE_NOOP(
              "Core", "how the nodes talk: udp (multicast), udpu (unicast), udpb (broadcast)")},
    Gloss{u"cman", u"keyfile",
          QT_TRANSLATE_NOOP("Core", "key that the traffic of the cluster is signed with")},
    Gloss{u"multicast", u"",
          QT_TRANSLATE_NOOP(
              "Core", "multicast address of the cluster, when the computed one does not fit")},
    Gloss{u"totem", u"",
          QT_TRANSLATE_NOOP("Core", "times and rings of the cluster's own protocol")},
    Gloss{
        u"totem", u"token",
        QT_TRANSLATE_NOOP("Core", "milliseconds without an answer after which a node is given up")},
    Gloss{u"totem", u"consensus",
          QT_TRANSLATE_NOOP("Core",
                            "milliseconds to agree on the members; at least 1.2 times the token")},
    Gloss{u"quorumd", u"",
          QT_TRANSLATE_NOOP("Core", "quorum disk: a small shared disk that has votes")},
    Gloss{u"quorumd", u"label",
          QT_TRANSLATE_NOOP("Core",
                            "label that mkqdisk wrote; it finds the disk under any device name")},
    Gloss{
        u"quorumd", u"device",
        QT_TRANSLATE_NOOP(
            "Core", "device of the disk; its name may change with each boot, the label does not")},
    Gloss{u"quorumd", u"interval",
          QT_TRANSLATE_NOOP("Core", "seconds between two writes of each node on the disk")},
    Gloss{u"quorumd", u"tko",
          QT_TRANSLATE_NOOP("Core", "missed intervals after which a node is declared dead")},
    Gloss{u"quorumd", u"votes", QT_TRANSLATE_NOOP("Core", "votes of the disk; nodes minus one")},
    Gloss{
        u"quorumd", u"min_score",
        QT_TRANSLATE_NOOP("Core", "score of the heuristics below which a node gives the disk up")},
    Gloss{u"quorumd", u"master_wins",
          QT_TRANSLATE_NOOP("Core",
                            "1: only the master counts the disk's votes, which ends a fence race; "
                            "not with heuristics")},
    Gloss{u"quorumd", u"allow_kill",
          QT_TRANSLATE_NOOP("Core",
                            "0: a node that no longer writes on the disk is not removed for it")},
    Gloss{u"quorumd", u"reboot",
          QT_TRANSLATE_NOOP("Core", "0: a node whose score is too low does not reboot")},
    Gloss{u"heuristic", u"",
          QT_TRANSLATE_NOOP("Core", "a program whose success counts for this node's score")},
    Gloss{u"heuristic", u"program",
          QT_TRANSLATE_NOOP("Core", "command that is run; exit status 0 is a success")},
    Gloss{u"fence_daemon", u"", QT_TRANSLATE_NOOP("Core", "when fenced waits, and for what")},
    Gloss{u"fence_daemon", u"post_join_delay",
          QT_TRANSLATE_NOOP("Core", "seconds to wait for a node that boots before it is fenced")},
    Gloss{u"fence_daemon", u"post_fail_delay",
          QT_TRANSLATE_NOOP("Core", "seconds to wait before a failed node is fenced")},
    Gloss{u"clusternodes", u"", QT_TRANSLATE_NOOP("Core", "the nodes of the cluster")},
    Gloss{u"clusternode", u"", QT_TRANSLATE_NOOP("Core", "one node, and how it is fenced")},
    Gloss{u"clusternode", u"name",
          QT_TRANSLATE_NOOP("Core",
                            "host name of the node; its address is that of the cluster network")},
    Gloss{u"clusternode", u"nodeid",
          QT_TRANSLATE_NOOP("Core", "number of the node, its own and never changed")},
    Gloss{u"clusternode", u"votes", QT_TRANSLATE_NOOP("Core", "votes of the node, 1 as a rule")},
    Gloss{u"altname", u"", QT_TRANSLATE_NOOP("Core", "name of the node on a second ring")},
    Gloss{u"fence", u"", QT_TRANSLATE_NOOP("Core", "methods to fence this node, tried in order")},
    Gloss{u"method", u"",
          QT_TRANSLATE_NOOP("Core", "one way to fence the node: all its devices must succeed")},
    Gloss{u"method", u"name",
          QT_TRANSLATE_NOOP("Core", "name of the method, its own on this node")},
    Gloss{u"device", u"", QT_TRANSLATE_NOOP("Core", "use of a fence device by this method")},
    Gloss{u"device", u"name", QT_TRANSLATE_NOOP("Core", "name of a <fencedevice>")},
    Gloss{u"device", u"port",
          QT_TRANSLATE_NOOP("Core", "outlet or plug of this node on the device")},
    Gloss{u"fencedevices", u"",
          QT_TRANSLATE_NOOP("Core", "the fence devices that methods use by name")},
    Gloss{u"fencedevice", u"",
          QT_TRANSLATE_NOOP("Core", "a BMC or a power strip, and how it is reached")},
    Gloss{u"fencedevice", u"name", QT_TRANSLATE_NOOP("Core", "name by which methods use it")},
    Gloss{u"fencedevice", u"agent",
          QT_TRANSLATE_NOOP("Core",
                            "program that knows this kind of device, fence_ipmilan for IPMI")},
    Gloss{u"", u"ipaddr", QT_TRANSLATE_NOOP("Core", "address of the device")},
    Gloss{u"", u"ipport",
          QT_TRANSLATE_NOOP("Core", "port of the device, when it is not the usual one")},
    Gloss{u"", u"login",
          QT_TRANSLATE_NOOP("Core", "user of the device, with the right to switch the power")},
    Gloss{u"", u"passwd",
          QT_TRANSLATE_NOOP("Core",
                            "password of that user, readable by everybody who can read this file")},
    Gloss{u"", u"passwd_script",
          QT_TRANSLATE_NOOP("Core", "program on the node that prints the password")},
    Gloss{u"", u"lanplus", QT_TRANSLATE_NOOP("Core", "1: IPMI 2.0, which newer boards ask for")},
    Gloss{u"", u"auth",
          QT_TRANSLATE_NOOP("Core", "how the password is sent: md5, password or none")},
    Gloss{u"", u"privlvl",
          QT_TRANSLATE_NOOP(
              "Core", "privilege asked of the board: operator is enough to switch the power")},
    Gloss{u"", u"power_wait",
          QT_TRANSLATE_NOOP("Core", "seconds to wait after a switching before the state is read")},
    Gloss{u"", u"delay",
          QT_TRANSLATE_NOOP(
              "Core",
              "seconds to wait before fencing; protects the node that carries it in a fence race")},
    Gloss{u"", u"action",
          QT_TRANSLATE_NOOP("Core",
                            "reboot (usual) or off: whether the victim comes back by itself")},
    Gloss{u"rm", u"", QT_TRANSLATE_NOOP("Core", "what rgmanager keeps running")},
    Gloss{u"pvevm", u"", QT_TRANSLATE_NOOP("Core", "a guest of Proxmox VE under HA")},
    Gloss{u"pvevm", u"vmid", QT_TRANSLATE_NOOP("Core", "number of the guest")},
    Gloss{u"pvevm", u"autostart",
          QT_TRANSLATE_NOOP("Core", "1: started with the cluster; 0: only by hand")},
    Gloss{u"", u"recovery",
          QT_TRANSLATE_NOOP("Core",
                            "after a failure: restart here, relocate to another node, or disable")},
    Gloss{u"", u"domain",
          QT_TRANSLATE_NOOP("Core", "failover domain: which nodes may run it, and in which order")},
    Gloss{u"failoverdomain", u"",
          QT_TRANSLATE_NOOP("Core", "nodes that may run a service, with their order")},
    Gloss{u"", u"nofailback",
          QT_TRANSLATE_NOOP("Core",
                            "1: the service stays where it is when a better node comes back")},
    Gloss{u"logging", u"", QT_TRANSLATE_NOOP("Core", "what the daemons write down, and where")},
};
} // namespace

Message glossOf(QStringView element, QStringView attribute)
{
    const auto is = [&](const Gloss &gloss) {
        const bool place
            = gloss.element == element || (gloss.element.isEmpty() && !attribute.isEmpty());
        return place && gloss.attribute == attribute;
    };
    const auto *const found = std::find_if(glosses.begin(), glosses.end(), is);
    return found == glosses.end() ? Message() : message(found->words);
}
} // namespace Core
