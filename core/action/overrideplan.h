// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// The two commands by which a person takes a node for dead in the cluster's place (rules 5 and 7).
// Both need an administrator, a word typed and a reason. A BMC that says on, or a node that
// answers, blocks them; a BMC that says off is read twice again before anything is sent; where none
// tells, the person vouches for it by typing "absolutely NODE".
namespace Core
{
// `fence_ack_manual` on the node that tries to fence `verb.node`, and only while it does. Of the
// verb its node alone counts, as below. Pure; any thread.
ActionPlan planAckFence(const Verb &verb, const ClusterSnapshot &snapshot);
// `pvecm expected 1` on `verb.node`, which has no quorum. Pure; any thread.
ActionPlan planLowerVotes(const Verb &verb, const ClusterSnapshot &snapshot);
} // namespace Core
