// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// What the planners of every kind build with.
namespace Core
{
// In the order of their weight, the heaviest first.
void addFinding(ActionPlan &plan, Severity severity, const char *id, Message text,
                const QList<EvidenceRef> &evidence, const char *rule);
QString previewOf(const Command &command); // as it would be typed on the node
// The command ran and said 0; CommandFailed with its words otherwise.
Expected<CommandOutput> ran(Shell &shell, const NodeName &on, const Command &command);
} // namespace Core
