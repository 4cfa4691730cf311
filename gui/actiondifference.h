// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

#include <QSet>

namespace Gui
{
// What a plan has that the one shown before had not, and the other way round.
struct PlanDifference {
    QSet<int> newFindings; // indexes into the plan's
    QSet<int> newSteps;
    QList<Core::Finding> goneFindings;
    QList<Core::StepInfo> goneSteps;
    bool confirmation = false; // something else has to be typed
    bool isEmpty() const;
};
PlanDifference difference(const Core::ActionPlan &before, const Core::ActionPlan &now);
} // namespace Gui
