// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/rejoin.h"

#include "core/action/drbdsteps.h"
#include "core/model/freshness.h"
#include "core/model/health.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
using Clock = std::chrono::steady_clock;
constexpr auto connecting = 15min; // behind the boot of the node, which waits for its peer
constexpr auto followed = 2min;

struct Copies {
    std::optional<Error> apart; // a resource that is not connected
    bool alone = false; // and will not connect by itself
    std::optional<SyncProgress> sync; // the one with most left
    bool differ = false;
};

void take(Copies &copies, const ReplicationView &view, const DrbdResource &side)
{
    const DrbdConnection connection = connectionOf(side);
    if (!isConnected(connection)) {
        copies.alone = copies.alone || connection == DrbdConnection::StandAlone;
        copies.apart = Error{ErrorKind::Stale,
                             message(QT_TRANSLATE_NOOP("Core", "%1 is not connected again: %2"),
                                     {view.name.text(), word(connection)}),
                             {}};
        return;
    }
    const bool same = side.disk == DiskState::UpToDate && !side.peers.isEmpty()
        && side.peers.constFirst().disk == DiskState::UpToDate;
    copies.differ = copies.differ || !same;
    if (view.sync && (!copies.sync || view.sync->left > copies.sync->left))
        copies.sync = view.sync;
}

Copies copiesOn(const NodeName &stayed, const ClusterSnapshot &now)
{
    Copies copies;
    const Machine machine = now.machines.value(stayed);
    if (!freshFact(machine, machine.drbd))
        copies.apart = Error{
            ErrorKind::Stale,
            message(QT_TRANSLATE_NOOP("Core", "not known: DRBD's state on %1"), {stayed.text()}),
            {}};
    for (const ReplicationView &view : replicationOf(now)) {
        const auto side = view.sides.constFind(stayed);
        if (side != view.sides.cend() && !side->peers.isEmpty())
            take(copies, view, *side);
    }
    return copies;
}

Expected<void> follow(Shell &shell, const NodeName &stayed)
{
    std::optional<Clock::time_point> since; // all are connected
    for (;;) {
        const Copies copies = copiesOn(stayed, *shell.freshSnapshot());
        if (copies.alone)
            return tl::unexpected(*copies.apart);
        if (!copies.apart && !copies.differ)
            return {};
        if (!copies.apart && !since)
            since = Clock::now();
        if (copies.sync)
            shell.tell(progressOf(*copies.sync));
        if (!copies.apart && copies.sync && Clock::now() - *since > followed)
            return {};
        if (!shell.sleepFor(500ms))
            return copies.apart
                ? tl::unexpected(*copies.apart)
                : failure(ErrorKind::Timeout,
                          message(QT_TRANSLATE_NOOP("Core", "The copies are not the same yet")));
    }
}
} // namespace

Step copiesStep(const NodeName &back, const NodeName &stayed)
{
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core", "See the copies of %1 connect and catch up"),
                         {back.text()}),
                 QStringLiteral("cat /proc/drbd"), connecting, false};
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [stayed](Shell &shell) { return follow(shell, stayed); };
    return step;
}
} // namespace Core
