// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/drbdpolicy.h"
#include "gui/clusterview.h"

// What the table of resources and the inspector say of replication in the same words.
namespace Gui::ReplicationFacts
{
// "5 min", "stalled since 02:14", "not known yet"; empty when nothing is copied.
QString end(const Core::ReplicationView &resource, const ClusterSource &source);
// "4 min to 7 min", or why it is stalled or slow; may be empty.
QString endRange(const Core::ReplicationView &resource, const ClusterSource &source);
// Why an end that was told before has moved, or why the sides are apart; may be empty.
QString remark(const Core::ReplicationView &resource, const ClusterView &view,
               const ClusterSource &source);

// "22 Oct 02:14" or what is not known of it, and why; the second line.
struct Run {
    QString when;
    QString result;
    bool known = false; // there was one
};
Run lastResync(const Core::ReplicationView &resource, const ClusterView &view);
Run lastVerify(const Core::ReplicationView &resource, const ClusterView &view);

// DRBD's configuration of the resource on a node that answers; null: not known.
const Core::DrbdResourceConfig *configOf(const Core::ReplicationView &resource,
                                         const ClusterView &view);
QString protocol(const Core::ReplicationView &resource); // "A", or "A / C" when they differ
QString dualPrimary(const Core::DrbdResourceConfig *config); // "two Primaries allowed"

QString roleAndDisk(const Core::DrbdResource &side); // "Primary · UpToDate"
// The connection, and what is out of sync: "SyncSource · 12.4 GiB out of sync".
QString connection(const Core::DrbdResource &side);
} // namespace Gui::ReplicationFacts
