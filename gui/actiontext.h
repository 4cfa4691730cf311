// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/actionrecord.h"
#include "gui/clustersource.h"
#include "gui/statusstyle.h"

// The words of a plan and of what became of it, in the language of the person.
namespace Gui::ActionText
{
Tone tone(Core::Severity severity);
QString word(Core::Severity severity);

QList<int> worstFirst(const QList<Core::Finding> &findings); // indexes; the order is kept otherwise
int pointOfNoReturn(const Core::ActionPlan &plan); // index of the step; -1: none
QString summary(const Core::ActionPlan &plan); // what it touches, how many steps
QString pointOfNoReturnText();
// The whole plan, to be pasted into a ticket. The source may be null: no evidence is quoted.
QString asText(const Core::ActionPlan &plan, const ClusterSource *source);

// Why this plan cannot be run with what was typed; empty: it can.
QString whyNot(const Core::ActionPlan &plan, const Core::Approval &approval);

Tone tone(StepState state);
QString word(StepState state);
// "12 s of at most 30 s" while it runs, "12 s" afterwards
QString duration(StepState state, std::chrono::milliseconds elapsed, std::chrono::seconds limit);

Tone tone(Core::OutcomeKind kind);
QString word(Core::OutcomeKind kind); // "done", "not confirmed"
QString headline(const Core::Outcome &outcome, const Core::ActionPlan &plan);
// What happened, and what to do next.
QString explanation(const Core::Outcome &outcome, const Core::ActionPlan &plan);
} // namespace Gui::ActionText
