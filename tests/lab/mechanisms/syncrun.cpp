// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "syncrun.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr Time markStep{3000};
constexpr std::uint64_t blockKiB = 4; // one bit of the bitmap

std::uint64_t seconds(Time time)
{
    return static_cast<std::uint64_t>(std::max<Time::rep>(time.count(), 0) / 1000);
}

std::uint64_t leftAt(const Stretch &stretch, Time when)
{
    const auto whole = static_cast<std::uint64_t>((stretch.to - stretch.from).count());
    const auto part = static_cast<std::uint64_t>((when - stretch.from).count());
    return stretch.leftBefore - (stretch.leftBefore - stretch.leftAfter) * part / whole;
}

} // namespace

SyncRun startedRun(std::uint64_t totalKiB, Time now)
{
    SyncRun run;
    run.totalKiB = run.leftKiB = totalKiB;
    run.started = now;
    run.marks.fill({now, totalKiB});
    return run;
}

void setMarks(SyncRun &run, const Stretch &stretch)
{
    if (stretch.leftAfter >= stretch.leftBefore)
        return; // a mark is only set where there was progress
    Time next = std::max(run.marks.at(run.lastMark).when + markStep, stretch.from);
    // Only the last eight can be seen.
    next = std::max(next, stretch.to - markStep * 9);
    for (; next <= stretch.to; next += markStep) {
        run.lastMark = (run.lastMark + 1) % run.marks.size();
        run.marks.at(run.lastMark) = {next, leftAt(stretch, next)};
    }
}

SyncFigures figuresOf(const SyncRun &run, Time now)
{
    SyncFigures figures;
    const std::uint64_t bits = run.leftKiB / blockKiB;
    const std::uint64_t total = 1 + ((run.totalKiB / blockKiB) >> 10);
    figures.permille = static_cast<unsigned>(1000 - (bits >> 10) * 1000 / total);
    const SyncRun::Mark &mark = run.marks.at((run.lastMark + 2) % run.marks.size());
    const std::uint64_t since = seconds(now - mark.when);
    figures.stalled = since > 180;
    const std::uint64_t span = std::max<std::uint64_t>(since, 1);
    const std::uint64_t done = (mark.leftKiB - std::min(run.leftKiB, mark.leftKiB)) / blockKiB;
    figures.secondsLeft = span * (bits / (done / 100 + 1)) / 100;
    figures.speed = done / span * blockKiB;
    const std::uint64_t ran
        = std::max<std::uint64_t>(seconds(now - run.started - run.pausedFor), 1);
    figures.average = (run.totalKiB - run.leftKiB) / blockKiB / ran * blockKiB;
    return figures;
}

} // namespace Lab
