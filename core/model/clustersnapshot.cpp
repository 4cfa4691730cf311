// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/clustersnapshot.h"

namespace Core
{
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
