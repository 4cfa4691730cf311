// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/divergence.h"
#include "gui/clustersource.h"

namespace Gui
{
// One snapshot with everything judged from it, made once a publication and shared by the picture,
// the tree, the tables, the banner and the inspector: they cannot contradict one another.
struct ClusterView {
    Core::SnapshotPtr snapshot;
    Core::Health health;
    QList<Core::GuestView> guests;
    QList<Core::ReplicationView> replication;
    QList<Core::Apart> apart; // why sides are apart, by evidence
};
ClusterView viewOf(const Core::SnapshotPtr &snapshot);

bool isSplit(const ClusterView &view); // a split brain is proven, of one resource at least
const Core::GuestView *guestOf(const ClusterView &view, int id); // null: none of that number
const Core::ReplicationView *resourceOf(const ClusterView &view, const Core::ResourceName &name);
} // namespace Gui
