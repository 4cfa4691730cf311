// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/verifyrun.h"

#include "core/model/freshness.h"

#include <algorithm>
#include <limits>

namespace Core
{
namespace
{
constexpr quint64 sectorSize = 512; // bytes

quint64 endOf(const BlockRange &range)
{
    const quint64 room = std::numeric_limits<quint64>::max() - range.start;
    return range.start + std::min(range.length, room);
}

// Ascending, what overlaps or touches made one.
BlockRanges ordered(BlockRanges ranges)
{
    std::sort(ranges.begin(), ranges.end(),
              [](const BlockRange &a, const BlockRange &b) { return a.start < b.start; });
    BlockRanges merged;
    for (const BlockRange &range : std::as_const(ranges)) {
        if (range.length == 0)
            continue;
        if (merged.isEmpty() || endOf(merged.last()) < range.start)
            merged << range;
        else
            merged.last().length
                = std::max(endOf(merged.last()), endOf(range)) - merged.last().start;
    }
    return merged;
}

// Of two ordered lists.
BlockRanges common(const BlockRanges &a, const BlockRanges &b)
{
    BlockRanges both;
    qsizetype i = 0;
    qsizetype j = 0;
    while (i < a.size() && j < b.size()) {
        const quint64 from = std::max(a[i].start, b[j].start);
        const quint64 to = std::min(endOf(a[i]), endOf(b[j]));
        if (from < to)
            both << BlockRange{from, to - from};
        (endOf(a[i]) < endOf(b[j]) ? i : j)++;
    }
    return both;
}

// What of `all` is not in `part`; `part` lies within `all`, both are ordered.
BlockRanges without(const BlockRanges &all, const BlockRanges &part)
{
    BlockRanges rest;
    qsizetype j = 0;
    for (const BlockRange &range : all) {
        quint64 from = range.start;
        for (; j < part.size() && part[j].start < endOf(range); ++j) {
            if (from < part[j].start)
                rest << BlockRange{from, part[j].start - from};
            from = endOf(part[j]);
        }
        if (from < endOf(range))
            rest << BlockRange{from, endOf(range) - from};
    }
    return rest;
}

bool isAbout(const DrbdLogEntry &entry, const ResourceName &resource, int minor)
{
    if (entry.minor >= 0)
        return entry.minor == minor;
    return !entry.resource.isEmpty() && entry.resource == resource;
}

class Runs
{
public:
    void take(const DrbdLogEntry &entry)
    {
        // A run may go on from where the last one was aborted; its blocks are its own.
        if (entry.kind == DrbdLogKind::VerifyBegan) {
            m_runs << VerifyRun{entry.at, {}, false, {}, entry.line};
            m_open = true;
        } else if (m_open && entry.kind == DrbdLogKind::OutOfSync) {
            m_runs.last().ranges << BlockRange{*entry.sector, *entry.sectors};
            m_runs.last().lastLine = entry.line;
        } else if (m_open && isEnd(entry.kind)) {
            m_runs.last().ended = entry.at;
            m_runs.last().complete = entry.kind == DrbdLogKind::VerifyDone;
            m_runs.last().lastLine = entry.line;
            m_open = false;
        }
    }
    QList<VerifyRun> runs() const
    {
        QList<VerifyRun> all = m_runs;
        for (VerifyRun &run : all)
            run.ranges = ordered(run.ranges);
        return all;
    }

private:
    static bool isEnd(DrbdLogKind kind)
    {
        return kind == DrbdLogKind::VerifyDone || kind == DrbdLogKind::VerifyAborted
            || kind == DrbdLogKind::ConnectionLost;
    }

    QList<VerifyRun> m_runs;
    bool m_open = false;
};

VerifyHistory historyOf(const Machine &machine, const ResourceName &resource, int minor)
{
    VerifyHistory history;
    const DrbdLog *log = freshFact(machine, machine.drbdLog);
    if (!log)
        return history;
    history.toldBy = machine.name;
    history.evidence = machine.drbdLog.evidence;
    for (const VerifyRun &run : verifyRuns(*log, resource, minor)) {
        if (!run.complete)
            continue;
        history.before = history.last;
        history.last = run;
        history.evidence.firstLine = history.evidence.lastLine = run.lastLine;
    }
    return history;
}

Message foundWords(const VerifyRun &run)
{
    if (run.ranges.isEmpty())
        return message(QT_TRANSLATE_NOOP("Core", "no block differs"));
    return message(QT_TRANSLATE_N_NOOP("Core", "%1 differ between the copies, in %n place(s)"),
                   {sizeOf(run.ranges)}, int(run.ranges.size()));
}

Message comparedWords(const VerifyComparison &now)
{
    if (now.again.isEmpty())
        return message(QT_TRANSLATE_NOOP(
            "Core",
            "none of it differed at the run before: rather buffers that guests changed while they "
            "were sent than a bad disk"));
    if (now.fresh.isEmpty())
        return message(QT_TRANSLATE_NOOP(
            "Core", "all of it differed at the run before, too: suspect the storage of a node"));
    return message(QT_TRANSLATE_NOOP("Core", "%1 of it differed at the run before, too"),
                   {sizeOf(now.again)});
}
} // namespace

Bytes sizeOf(const BlockRanges &ranges)
{
    quint64 sectors = 0;
    for (const BlockRange &range : ranges)
        sectors += range.length;
    constexpr quint64 most = quint64(std::numeric_limits<qint64>::max()) / sectorSize;
    return {qint64(std::min(sectors, most) * sectorSize)};
}

QList<VerifyRun> verifyRuns(const DrbdLog &log, const ResourceName &resource, int minor)
{
    Runs runs;
    for (const DrbdLogEntry &entry : log.entries) {
        if (isAbout(entry, resource, minor))
            runs.take(entry);
    }
    return runs.runs();
}

VerifyComparison compared(const VerifyRun &earlier, const VerifyRun &later)
{
    const BlockRanges again = common(earlier.ranges, later.ranges);
    return {again, without(later.ranges, again), without(earlier.ranges, again)};
}

VerifyHistory verifyHistory(const ClusterSnapshot &snapshot, const ResourceName &resource,
                            int minor)
{
    VerifyHistory newest;
    for (const Machine &machine : snapshot.machines) {
        const VerifyHistory told = historyOf(machine, resource, minor);
        if (told.last && (!newest.last || newest.last->ended < told.last->ended))
            newest = told;
    }
    return newest;
}

Message verifyWords(const VerifyHistory &history)
{
    if (!history.last)
        return message(QT_TRANSLATE_NOOP("Core", "no complete verification is known"));
    const Message found = foundWords(*history.last);
    if (history.last->ranges.isEmpty() || !history.before)
        return found;
    return message(
        QT_TRANSLATE_NOOP("Core", "%1; %2"),
        {MessageList{found}, MessageList{comparedWords(compared(*history.before, *history.last))}});
}
} // namespace Core
