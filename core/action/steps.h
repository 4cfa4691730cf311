// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// What the planners of every kind build with.
namespace Core
{
// In the order of their weight, the heaviest first.
void addFinding(ActionPlan &plan, Finding finding);
void addFinding(ActionPlan &plan, Severity severity, const char *id, Message text,
                const QList<EvidenceRef> &evidence = {}, const char *rule = "");

// What a fresh picture must show. The error says what it shows instead.
using Sight = std::function<Expected<void>(const ClusterSnapshot &)>;

// Asks until it is so, or the step's time is over; the last error then. Cancelled when stopped.
Expected<void> awaitSight(Shell &shell, const Sight &sight);
QString previewOf(const Command &command); // as it would be typed on the node
// The command ran and said 0; CommandFailed with its words otherwise.
Expected<CommandOutput> ran(Shell &shell, const NodeName &on, const Command &command);
Step commandStep(Message title, const NodeName &on, const Command &command, Sight sight);
} // namespace Core
