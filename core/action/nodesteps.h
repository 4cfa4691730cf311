// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/steps.h"

// A node's cluster services stopped and started by their init scripts, in the order in which the
// cluster lets go of it: rgmanager, fence domain, cman. Each is verified by the script's own status
// and by the word of the node that stays.
namespace Core
{
// Not sent while rgmanager owns something there, when `emptied`.
Step stopRgmanagerStep(const NodeName &node, bool emptied);
Step startRgmanagerStep(const NodeName &node);

// Sent only while the cluster keeps its quorum without the node and nobody is being fenced, by a
// picture asked for at that moment (rule 2).
Step leaveDomainStep(const NodeName &node, const NodeName &stays);
Step stopCmanStep(const NodeName &node, const NodeName &stays);
// The last one: nobody is left to keep a quorum for, or to tell of it.
Step stopLastCmanStep(const NodeName &node);

// cman, then the fence domain: the init script joins it only when FENCE_JOIN says so.
Step startCmanStep(const NodeName &node, const NodeName &stays);
Step joinDomainStep(const NodeName &node, const NodeName &stays);

// By its own init; `way`: of the power that is seen off afterwards.
Step haltStep(const BmcWay &way);
// Verified by its uptime, which begins anew, or by its silence.
Step rebootStep(const NodeName &node);
} // namespace Core
