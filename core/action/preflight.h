// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// What must be true before a node is taken away, as findings of a plan. Pure; a fact that is not
// known never passes as good.
namespace Core
{
// The quorate node that would stay, and whose word counts; empty: there is none.
NodeName survivorOf(const NodeName &node, const ClusterSnapshot &snapshot);

// Total votes less those of the node, by the survivor's cman_tool status. None: not told.
struct VotesLeft {
    int left = 0;
    int needed = 0;
    friend bool operator==(const VotesLeft &, const VotesLeft &) = default;
};
std::optional<VotesLeft> votesWithout(const NodeName &node, const ClusterSnapshot &snapshot);

// Blocker unless quorum stays, and while any node is being fenced or nobody could tell.
void checkVotes(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot);
// Resources whose only UpToDate copy is the node's: `severity`. Resources whose sides are apart,
// so that guests would start again on old data: a warning each.
void checkCopies(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot,
                 Severity severity);
// Guests that stop with it: a warning that names them.
void checkGuests(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot);
} // namespace Core
