// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// A node's cluster services, the node itself, and both of them, in the order that keeps anybody
// from being taken for dead (rules 2, 4, 6 and 11). Pure; any thread.
namespace Core
{
// Maintenance: the node is emptied without an outage, then rgmanager stops, and the fence domain
// and cman are left. EndMaintenance: whatever of it is missing, back in the reverse order.
// StopRgmanager, StartRgmanager, StopCman (with rgmanager and the fence domain), StartCman (with
// the fence domain): what stops and starts elsewhere is listed.
// ShutDownNode, RebootNode: out of the cluster first, then from within; a node with the only good
// copy never.
ActionPlan planNode(const Verb &verb, const ClusterSnapshot &snapshot);

// StopBoth: HA guests disabled, the others shut down, every resource Secondary, `node` down, then
// the other. ColdStart: both switched on within a breath, `node`, which stopped last, first.
ActionPlan planBothNodes(const Verb &verb, const ClusterSnapshot &snapshot);
} // namespace Core
