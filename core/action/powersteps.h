// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/bmcorder.h"
#include "core/plan/plan.h"

// What is done by a machine's BMC, as steps.
namespace Core
{
// This workstation's own session while that works or nothing else is known; else ipmitool on a node
// that reached it the last time it was asked.
BmcWay bmcWayTo(const NodeName &node, const ClusterSnapshot &snapshot);
// A warning when the BMC did not answer the last time on that way, and a note when the way goes
// through a node.
void tellWay(ActionPlan &plan, const BmcWay &way, const ClusterSnapshot &snapshot);

// Twice, since a BMC that was just told may answer with what it knew before.
Expected<void> readTwice(Shell &shell, const BmcWay &way, PowerState wanted);
Step powerStep(const BmcWay &way, PowerState wanted);
Step staysOffStep(const BmcWay &way);
// Its acceptance alone: how it is verified is the caller's to say.
Step orderStep(const BmcWay &way, BmcOrder order);
} // namespace Core
