// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/link.h"
#include "core/model/machine.h"

#include <memory>

namespace Core
{
// The whole cluster at one moment, immutable once published. Comparable: equal snapshots mean that
// no fact changed, whatever time passed.
struct ClusterSnapshot {
    quint64 revision = 0; // grows by one with each publication; not part of equality
    QString clusterName;
    QMap<NodeName, Machine> machines;
    QList<Link> links; // derived by applied(): see patch.h
    std::optional<ClusterConfig>
        configuration; // of the machine with the highest version that told it
    friend bool operator==(const ClusterSnapshot &a, const ClusterSnapshot &b)
    {
        return a.clusterName == b.clusterName && a.machines == b.machines && a.links == b.links
            && a.configuration == b.configuration;
    }
};
using SnapshotPtr = std::shared_ptr<const ClusterSnapshot>;

// Equal apart from what moves while nothing happens: DRBD's request counters (not its out-of-sync
// amount), bytes of the interfaces, and the time a machine is up.
bool sameButCounters(const ClusterSnapshot &a, const ClusterSnapshot &b);

// The members of kind Node, in name order.
QList<NodeName> nodesOf(const ClusterSnapshot &snapshot);
// The other node of a two-node cluster; empty when there are not exactly two.
NodeName peerOf(const ClusterSnapshot &snapshot, const NodeName &node);
} // namespace Core
