// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/drbdruns.h"

#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
constexpr qint64 block = 4096; // bytes
constexpr quint64 mostBlocks = quint64(1) << 50; // far beyond any disk

bool isAbout(const DrbdLogEntry &entry, const DrbdResource &side)
{
    return entry.minor >= 0 ? entry.minor == side.minor
                            : !entry.resource.isEmpty() && entry.resource == side.name;
}

void take(DrbdRuns &runs, const DrbdLogEntry &entry)
{
    if (entry.kind == DrbdLogKind::ResyncDone)
        runs.resync = std::max(runs.resync, entry.at);
    if (entry.kind == DrbdLogKind::VerifyDone && entry.at >= runs.verify) {
        runs.verify = entry.at;
        runs.differing = {};
    }
    // Told in the next line; the other node, whose clock may differ, tells the same run again.
    if (entry.kind == DrbdLogKind::VerifyFound && runs.verify.isValid())
        runs.differing = {qint64(std::min(entry.bits.value_or(0), mostBlocks)) * block};
}
} // namespace

DrbdRuns lastRuns(const ReplicationView &resource, const ClusterSnapshot &snapshot)
{
    DrbdRuns runs;
    for (auto side = resource.sides.cbegin(); side != resource.sides.cend(); ++side) {
        const Machine machine = snapshot.machines.value(side.key());
        const DrbdLog *log = freshFact(machine, machine.drbdLog);
        if (!log)
            continue;
        DrbdRuns own;
        for (const DrbdLogEntry &entry : log->entries) {
            if (isAbout(entry, *side))
                take(own, entry);
        }
        runs.told = true;
        runs.resync = std::max(runs.resync, own.resync);
        if (own.verify > runs.verify) {
            runs.verify = own.verify;
            runs.differing = own.differing;
        }
    }
    return runs;
}
} // namespace Core
