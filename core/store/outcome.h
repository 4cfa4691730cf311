// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <optional>

namespace Core
{
enum class OutcomeKind : quint8 {
    Done, // every step verified on fresh observations
    NotConfirmed, // sent, but its verification did not see it; nobody repeats it by itself
    Failed, // a step's command failed
    Cancelled, // before the point of no return
    Refused, // nothing was sent: blocked, changed in between, another action runs, no journal
    Unknown, // the program ended in the middle (found at the next start)
};

// How an action ended.
struct Outcome {
    OutcomeKind kind = OutcomeKind::Unknown;
    int step = -1; // where it ended, from 0; -1: before the first
    std::optional<Error> error;
    friend bool operator==(const Outcome &, const Outcome &) = default;
};
} // namespace Core
