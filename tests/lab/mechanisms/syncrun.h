// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventqueue.h"

#include <array>
#include <cstdint>

namespace Lab
{

// A resynchronisation or verification as one side counts it. The kernel keeps eight marks, at least
// three seconds apart: from them comes the speed that /proc/drbd prints first.
// Source: drbd_syncer_progress() and drbd_advance_rs_marks(), 8.3.
struct SyncRun {
    std::uint64_t totalKiB = 0;
    std::uint64_t leftKiB = 0;
    Time started{0};
    Time pausedFor{0};
    Time pausedSince{-1}; // negative: it runs
    struct Mark {
        Time when{0};
        std::uint64_t leftKiB = 0;
    };
    std::array<Mark, 8> marks{};
    std::size_t lastMark = 0;
};

SyncRun startedRun(std::uint64_t totalKiB, Time now);
// Between two moments the run went on evenly from one number of KiB left to the other.
struct Stretch {
    Time from{0};
    Time to{0};
    std::uint64_t leftBefore = 0;
    std::uint64_t leftAfter = 0;
};
void setMarks(SyncRun &run, const Stretch &stretch);

// What the progress lines are made of; speeds in KiB a second.
struct SyncFigures {
    unsigned permille = 0;
    std::uint64_t secondsLeft = 0;
    std::uint64_t speed = 0; // over about 18 seconds
    std::uint64_t average = 0; // since the start, pauses left out
    bool stalled = false; // no progress for three minutes
};
SyncFigures figuresOf(const SyncRun &run, Time now);

} // namespace Lab
