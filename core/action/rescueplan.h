// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// A cluster.conf restored where the normal way is closed: a file that stops cman costs the quorum,
// and without quorum /etc/pve is read-only, so that no better file can be activated (rule 25 of
// the trade).
namespace Core
{
enum class RescueWay : quint8 {
    // cman still runs here and the other nodes are proven off: the votes are lowered to this one,
    // which has quorum again, and the file is activated as usual.
    PeersOff,
    // cman runs nowhere: pmxcfs is started without the cluster, the file restored in it and in the
    // copy of every node, and cman started with it everywhere.
    LocalMode,
};

struct RescueWish {
    NodeName node; // where it is done
    QByteArray text; // the whole file, its version above every one that is known
    QHash<NodeName, QString> rootPrefixes; // of the profile's nodes; absent: none
};

// Refused while any node has quorum: then the normal way works, and is safer. Refused too while
// what a way needs is not proven; who is not proven off is not off. Pure; any thread.
ActionPlan planRescue(RescueWay way, const RescueWish &wish, const ClusterSnapshot &snapshot);
// Whether a node says now that it has quorum.
bool isAnyQuorate(const ClusterSnapshot &snapshot);
// The way that this picture calls for, to be offered when an activation is refused for want of
// quorum; none: some node has quorum, or nobody answers.
std::optional<RescueWay> rescueFor(const ClusterSnapshot &snapshot);
// Where it would be done: a node that answers, one whose cman runs before others.
NodeName rescueNode(const ClusterSnapshot &snapshot);

// The way that this picture calls for, for the runner, and what it was made for; none: as above,
// null: another kind of action.
std::optional<Planner> rescueOf(const QByteArray &text,
                                const QHash<NodeName, QString> &rootPrefixes,
                                const ClusterSnapshot &snapshot);
const RescueWish *rescueIn(const Planner &planner);
} // namespace Core
