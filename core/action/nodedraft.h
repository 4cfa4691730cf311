// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/steps.h"

// What the planners of a whole node share.
namespace Core
{
// Boot with all that may come before the cluster: firmware, file system check, DRBD's wait for its
// peer.
constexpr std::chrono::minutes bootTakes{20};

// With the title, which has the node's name; its name and a reason have to be typed.
ActionPlan nodePlan(const Verb &verb, const ClusterSnapshot &snapshot, const char *title);
// A blocker when it is none.
bool isNode(ActionPlan &plan, const Verb &verb, const ClusterSnapshot &snapshot);
// What speaks of the only good copy and yet does not block is an administrator's to decide (rule
// 8).
void askAdministrator(ActionPlan &plan);
// A node is back when it is a member and its copies are on their way.
void addReturn(ActionPlan &plan, Step joins, const NodeName &back, const NodeName &stayed);
} // namespace Core
