// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/steps.h"
#include "core/model/health.h"

// What the plans of guests and of their services share.
namespace Core
{
std::optional<GuestView> guestNumber(int vmid, const ClusterSnapshot &snapshot);
QString guestName(const GuestView &guest); // "100", or "100 web"
QString serviceName(int vmid); // "pvevm:100"
// The node's own word: it answers, is a member, and has quorum.
bool isSoundNode(const NodeName &node, const ClusterSnapshot &snapshot);
// rgmanager runs there, as the cluster tells; none: not known.
std::optional<bool> hasRgmanager(const NodeName &node, const ClusterSnapshot &snapshot);

// Blocker unless the node is sound, and while any node is being fenced.
void checkNode(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot);
// Blocker unless `wanted` is what every node tells of the guest's processes now.
void checkProcesses(ActionPlan &plan, const GuestView &guest, int wanted,
                    const ClusterSnapshot &snapshot);

// Its process lives on these nodes and on no other, by every node's own word.
Sight seesGuestOn(int vmid, const QList<NodeName> &nodes);
// rgmanager has the service in that state, on that node unless it is empty.
Sight seesService(int vmid, ServiceState state, const NodeName &owner);
Sight both(Sight first, Sight second);
// As awaitSight(), for no longer than that: what a command said 0 of is there at once or not.
Expected<void> awaitSoon(Shell &shell, const Sight &sight, std::chrono::seconds time);
} // namespace Core
