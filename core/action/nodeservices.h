// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/guestplan.h"

// What of a node's guests stops, and what starts elsewhere, when its cluster services do (rule 11).
namespace Core
{
// Of rgmanager, in no state of rest: "pvevm:100".
QStringList servicesOwnedBy(const NodeName &node, const ClusterSnapshot &snapshot);

// HA guests that stop with rgmanager and start on `stays`, or nowhere: a warning, and then true.
bool tellStops(ActionPlan &plan, const NodeName &node, const NodeName &stays,
               const ClusterSnapshot &snapshot);
// Guests outside HA that run there and stop with the node: a warning, and then true.
bool tellLost(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot);
// HA guests that nobody runs and that a starting rgmanager starts: a note; and those whose process
// it ends because another node has the service: a warning.
void tellStarts(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot);
} // namespace Core
