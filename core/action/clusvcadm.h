// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// rgmanager's own tool, by clusvcadm(8) of rgmanager 3.
namespace Core
{
// It has no time-out of its own: a start can take minutes, and one that waits for a fencing waits
// with it.
Command clusvcadm(const QStringList &arguments, std::chrono::seconds time);
// Why it said no, by its exit status, which is rgmanager's error as a byte; what it printed for a
// status that tells nothing.
Message clusvcadmRefusal(const CommandOutput &output);
// It ran and said 0; CommandFailed with the sentence above otherwise.
Expected<void> ranClusvcadm(Shell &shell, const NodeName &on, const Command &command);
} // namespace Core
