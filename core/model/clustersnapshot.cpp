// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/clustersnapshot.h"

#include <algorithm>

namespace Core
{
namespace
{
void forget(DrbdCounters &counters)
{
    const auto outOfSync = counters.outOfSync;
    counters = {};
    counters.outOfSync = outOfSync;
}

Machine withoutCounters(Machine machine)
{
    machine.uptime.value.reset();
    if (machine.interfaces.value) {
        for (NetInterface &interface : *machine.interfaces.value)
            interface.rxBytes = interface.txBytes = 0;
    }
    if (machine.drbd.value) {
        for (DrbdResource &resource : machine.drbd.value->resources)
            forget(resource.counters);
    }
    return machine;
}

bool sameStates(const Machine &a, const Machine &b)
{
    return a == b || withoutCounters(a) == withoutCounters(b);
}
} // namespace

bool sameButCounters(const ClusterSnapshot &a, const ClusterSnapshot &b)
{
    return a.clusterName == b.clusterName && a.links == b.links
        && a.configuration == b.configuration && a.machines.keys() == b.machines.keys()
        && std::equal(a.machines.cbegin(), a.machines.cend(), b.machines.cbegin(), sameStates);
}

QList<NodeName> nodesOf(const ClusterSnapshot &snapshot)
{
    QList<NodeName> nodes;
    for (const Machine &machine : snapshot.machines) {
        if (machine.kind == MachineKind::Node)
            nodes << machine.name;
    }
    return nodes;
}

NodeName peerOf(const ClusterSnapshot &snapshot, const NodeName &node)
{
    const QList<NodeName> nodes = nodesOf(snapshot);
    if (nodes.size() != 2 || !nodes.contains(node))
        return {};
    return nodes.first() == node ? nodes.last() : nodes.first();
}
} // namespace Core
