// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/divergence.h"
#include "core/model/freshness.h"
#include "core/model/health.h"

#include <algorithm>

// Rules 13 to 17 and 22 of the trade: UpToDate beside StandAlone is not green, "behind" is for
// one-sided change only, Diskless is red.
namespace Core
{
namespace
{
struct Side {
    NodeName node;
    const DrbdResource *resource = nullptr;
    DrbdConnection connection() const
    {
        return resource->peers.isEmpty() ? DrbdConnection::Unknown
                                         : resource->peers.first().connection;
    }
    Bytes outOfSync() const { return resource->counters.outOfSync.value_or(Bytes()); }
    const std::optional<SyncProgress> &sync() const
    {
        static const std::optional<SyncProgress> none;
        return resource->peers.isEmpty() ? none : resource->peers.first().sync;
    }
};
using Sides = QList<Side>;

void judge(ReplicationView &view, VerdictState state, Message summary)
{
    view.state = state;
    view.summary = std::move(summary);
}

bool judgeDisks(ReplicationView &view, const Sides &sides)
{
    for (const Side &side : sides) {
        if (side.resource->disk == DiskState::Diskless
            || side.resource->disk == DiskState::Failed) {
            judge(view, VerdictState::Bad,
                  message(QT_TRANSLATE_NOOP("Core", "%1 has lost its disk (%2)"),
                          {side.node.text(), word(side.resource->disk)}));
            return true;
        }
    }
    const bool noGoodCopy
        = sides.size() > 1 && std::all_of(sides.cbegin(), sides.cend(), [](const Side &side) {
              return side.resource->disk == DiskState::Inconsistent;
          });
    if (noGoodCopy)
        judge(view, VerdictState::Bad,
              message(QT_TRANSLATE_NOOP("Core", "no good copy: both sides are Inconsistent")));
    return noGoodCopy;
}

bool isTarget(DrbdConnection connection)
{
    return connection == DrbdConnection::SyncTarget || connection == DrbdConnection::PausedSyncT;
}

bool judgeSync(ReplicationView &view, const Sides &sides, const NodeName &absent)
{
    for (const Side &side : sides) {
        if (!isSyncing(side.connection()))
            continue;
        const NodeName peer = sides.size() > 1
            ? (sides.first().node == side.node ? sides.last().node : sides.first().node)
            : absent;
        view.target = isTarget(side.connection()) ? side.node : peer;
        view.source = isTarget(side.connection()) ? peer : side.node;
        if (!view.sync || isTarget(side.connection()))
            view.sync = side.sync() ? side.sync() : view.sync;
        const Bytes left = view.sync ? view.sync->left : side.outOfSync();
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP("Core", "%1 is %2 behind"), {view.target->text(), left}));
    }
    return view.target.has_value();
}

bool primary(const Side &side)
{
    return side.resource->role == Role::Primary;
}

void judgeApart(ReplicationView &view, const Side &a, const Side &b)
{
    const bool bothWrote = a.outOfSync().value > 0 && b.outOfSync().value > 0;
    if (bothWrote) {
        judge(view, VerdictState::Bad,
              message(QT_TRANSLATE_NOOP("Core", "diverged: %1 only on %2, %3 only on %4"),
                      {a.outOfSync(), a.node.text(), b.outOfSync(), b.node.text()}));
    } else if (primary(a) && primary(b)) {
        judge(view, VerdictState::Bad,
              message(QT_TRANSLATE_NOOP("Core",
                                        "not replicating while both sides are Primary: they will "
                                        "not join again by themselves")));
    } else if (a.outOfSync().value > 0 || b.outOfSync().value > 0) {
        const Side &ahead = a.outOfSync().value > 0 ? a : b;
        const Side &behind = a.outOfSync().value > 0 ? b : a;
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP("Core", "%1 is %2 behind, not replicating"),
                      {behind.node.text(), ahead.outOfSync()}));
    } else {
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP("Core", "not replicating (%1 on %2, %3 on %4)"),
                      {word(a.connection()), a.node.text(), word(b.connection()), b.node.text()}));
    }
}

void judgeConnected(ReplicationView &view, const Side &a, const Side &b)
{
    const auto upToDate
        = [](const Side &side) { return side.resource->disk == DiskState::UpToDate; };
    const Bytes differs{std::max(a.outOfSync().value, b.outOfSync().value)};
    view.sync = a.sync() ? a.sync() : b.sync();
    if (!upToDate(a) || !upToDate(b)) {
        const Side &poor = upToDate(a) ? b : a;
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP("Core", "the copy of %1 is %2"),
                      {poor.node.text(), word(poor.resource->disk)}));
    } else if (differs.value > 0 && !view.sync) {
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP("Core", "connected, but %1 differ between the copies"),
                      {differs}));
    } else {
        judge(view, VerdictState::Ok,
              message(QT_TRANSLATE_NOOP("Core", "both copies are the same")));
    }
}

// One side is out of sight: what the other says is evidence, but of one side only.
void judgeAlone(ReplicationView &view, const Side &side, const NodeName &absent)
{
    if (isConnected(side.connection())) {
        judge(view, VerdictState::Unknown,
              message(QT_TRANSLATE_NOOP("Core", "%1 says %2, %3 does not answer"),
                      {side.node.text(), word(side.connection()), absent.text()}));
    } else if (side.outOfSync().value == 0) {
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP("Core", "not replicating, %1 does not answer"),
                      {absent.text()}));
    } else {
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP(
                          "Core", "not replicating: %1 written on %2 since, %3 does not answer"),
                      {side.outOfSync(), side.node.text(), absent.text()}));
    }
}

// The peer is gone, but the log of this side still tells that both had gone their own way: what the
// other holds alone is not known, and is not nothing.
void judgeSplitBrain(ReplicationView &view, const Side &side, const NodeName &absent,
                     const ClusterSnapshot &snapshot)
{
    for (const Apart &apart : apartResources(snapshot)) {
        if (apart.minor != view.minor || apart.kind != ApartKind::SplitBrain)
            continue;
        judge(view, VerdictState::Bad,
              message(QT_TRANSLATE_NOOP("Core", "split brain: %1 only on %2, %3 does not answer"),
                      {side.outOfSync(), side.node.text(), absent.text()}));
        view.evidence << apart.evidence;
    }
}

void judgeBoth(ReplicationView &view, const Side &a, const Side &b)
{
    if (isConnected(a.connection()) != isConnected(b.connection())) {
        judge(view, VerdictState::Warning,
              message(QT_TRANSLATE_NOOP("Core", "the sides disagree: %1 on %2, %3 on %4"),
                      {word(a.connection()), a.node.text(), word(b.connection()), b.node.text()}));
    } else if (isConnected(a.connection())) {
        judgeConnected(view, a, b);
    } else {
        judgeApart(view, a, b);
    }
}

void judgeSides(ReplicationView &view, const Sides &sides, const NodeName &absent)
{
    if (sides.isEmpty()) {
        judge(view, VerdictState::Unknown,
              message(QT_TRANSLATE_NOOP("Core", "no node that holds it answers")));
    } else if (judgeDisks(view, sides) || judgeSync(view, sides, absent)) {
        return;
    } else if (sides.size() == 1) {
        judgeAlone(view, sides.first(), absent);
    } else {
        judgeBoth(view, sides[0], sides[1]);
    }
}

ResourceName nameOf(const DrbdResource &resource)
{
    if (resource.name.isEmpty())
        return ResourceName(QStringLiteral("drbd%1").arg(resource.minor));
    if (resource.volume == 0)
        return resource.name;
    return ResourceName(QStringLiteral("%1/%2").arg(resource.name.text()).arg(resource.volume));
}

QMap<ResourceName, ReplicationView> collected(const ClusterSnapshot &snapshot)
{
    QMap<ResourceName, ReplicationView> views;
    for (const Machine &machine : snapshot.machines) {
        for (const DrbdResource &resource : machine.drbd.value.value_or(DrbdStatus()).resources) {
            ReplicationView &view = views[nameOf(resource)];
            view.name = nameOf(resource);
            view.minor = resource.minor;
            view.sides.insert(machine.name, resource);
            view.evidence << evidenceOf(machine, resource);
        }
    }
    return views;
}
} // namespace

QList<ReplicationView> replicationOf(const ClusterSnapshot &snapshot)
{
    QMap<ResourceName, ReplicationView> views = collected(snapshot);
    for (ReplicationView &view : views) {
        Sides fresh;
        NodeName absent;
        for (const NodeName &node : nodesOf(snapshot)) {
            const Machine machine = snapshot.machines[node];
            const auto side = view.sides.constFind(node);
            if (side != view.sides.cend() && freshFact(machine, machine.drbd))
                fresh << Side{node, &*side};
            else
                absent = node;
        }
        judgeSides(view, fresh, absent);
        if (fresh.size() == 1 && fresh.first().connection() == DrbdConnection::StandAlone
            && view.state != VerdictState::Bad)
            judgeSplitBrain(view, fresh.first(), absent, snapshot);
    }
    return views.values();
}
} // namespace Core
