// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"

// What the online verifications of a resource found, read off the kernel log of one side.
namespace Core
{
// A stretch that differs between the copies, in sectors of 512 bytes.
struct BlockRange {
    quint64 start = 0;
    quint64 length = 0;
    friend bool operator==(const BlockRange &, const BlockRange &) = default;
};
using BlockRanges = QList<BlockRange>;
Bytes sizeOf(const BlockRanges &ranges);

struct VerifyRun {
    QDateTime began, ended; // UTC, by the node's clock; invalid: not in the log
    bool complete = false; // false: it runs, was aborted, or its beginning has rotated away
    BlockRanges ranges; // ascending, without overlap
    int lastLine = 0; // of its last line, in the output of the probe
    friend bool operator==(const VerifyRun &, const VerifyRun &) = default;
};
// Of the runs that the log still knows, oldest first. None: the log does not tell any.
QList<VerifyRun> verifyRuns(const DrbdLog &log, const ResourceName &resource, int minor);

// Two runs one after another (pain point P27): the same blocks each time are bad storage, others
// each time are buffers that a guest changed while they were sent.
struct VerifyComparison {
    BlockRanges again; // in both
    BlockRanges fresh; // only in the later
    BlockRanges gone; // only in the earlier
    friend bool operator==(const VerifyComparison &, const VerifyComparison &) = default;
};
VerifyComparison compared(const VerifyRun &earlier, const VerifyRun &later);

// The last complete run that a node which answers tells, and the complete one before it.
struct VerifyHistory {
    NodeName toldBy;
    std::optional<VerifyRun> last, before;
    EvidenceRef evidence;
};
VerifyHistory verifyHistory(const ClusterSnapshot &snapshot, const ResourceName &resource,
                            int minor);
// "no block differs", "128 KiB differ in 1 place, the same as in the run before"
Message verifyWords(const VerifyHistory &history);
} // namespace Core
