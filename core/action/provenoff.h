// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/steps.h"

// What has to be known of a node before the others go on as if it were dead (rules 5 and 7), and
// what is done then.
namespace Core
{
// By the BMCs' answers to whoever answers now; On as soon as one of them says so.
enum class PowerProof : quint8 { NotTold, Off, On };
PowerProof powerProof(const NodeName &node, const ClusterSnapshot &snapshot);

// Read twice in a row right before the rest; one other answer ends the action.
Step provenOffStep(const BmcWay &way);
// `pvecm expected 1`, verified by the quorum. The point of no return.
Step lowerVotesStep(const NodeName &node);
// What a node does by itself once it has quorum again.
void tellRecovery(ActionPlan &plan, const NodeName &node);
} // namespace Core
