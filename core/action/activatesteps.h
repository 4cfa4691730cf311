// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/activateplan.h"

// For the planner of activations alone.
namespace Core
{
struct ActivationTarget {
    const ActivationWish &wish;
    NodeName node; // where it is written
    QList<NodeName> members; // that answer now
    quint32 version = 0;
};
// Compare, write beside, validate, activate, and a look at each member. They keep what they need.
std::vector<Step> activationSteps(const ActivationTarget &target);
// What forbids the text, or speaks against it, whatever way it takes: its version, 0 when it has
// none that can be read.
quint32 checkNewConf(ActionPlan &plan, const QByteArray &text, const ClusterSnapshot &snapshot);
} // namespace Core
