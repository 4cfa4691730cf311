// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbdsteps.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto resyncTakes = 72h; // at most; a person may cancel the watching before

tl::unexpected<Error> notSo(Message what)
{
    return failure(ErrorKind::Stale, std::move(what));
}

tl::unexpected<Error> notTold(const NodeName &node, const ResourceName &resource)
{
    return failure(ErrorKind::Unreachable,
                   message(QT_TRANSLATE_NOOP("Core", "not known: the state of %1 on %2"),
                           {resource.text(), node.text()}));
}

struct Sides {
    std::optional<DrbdResource> a, b;
};

bool whole(const DrbdResource &side)
{
    return connectionOf(side) == DrbdConnection::Connected && side.disk == DiskState::UpToDate
        && side.counters.outOfSync.value_or(Bytes()).value == 0;
}

bool dropped(const std::optional<DrbdResource> &side)
{
    return side && connectionOf(*side) == DrbdConnection::StandAlone;
}

const SyncProgress *syncOf(const std::optional<DrbdResource> &side)
{
    return side && !side->peers.isEmpty() && side->peers.first().sync ? &*side->peers.first().sync
                                                                      : nullptr;
}

void tellSync(Shell &shell, const Sides &sides)
{
    const SyncProgress *sync = syncOf(sides.a) ? syncOf(sides.a) : syncOf(sides.b);
    if (sync)
        return shell.tell(progressOf(*sync));
    if (sides.a && sides.b)
        shell.tell(
            {message("%1 / %2", {word(connectionOf(*sides.a)), word(connectionOf(*sides.b))}),
             std::nullopt});
    else
        shell.tell({message(QT_TRANSLATE_NOOP("Core",
                                              "A node does not answer; the copying goes "
                                              "on without being seen")),
                    std::nullopt});
}

Expected<void> followSync(Shell &shell, const ResourceName &resource, const NodeName &a,
                          const NodeName &b)
{
    for (;;) {
        const SnapshotPtr now = shell.freshSnapshot();
        const Sides sides{sideOf(*now, a, resource), sideOf(*now, b, resource)};
        if (dropped(sides.a) || dropped(sides.b))
            return notSo(message(QT_TRANSLATE_NOOP("Core",
                                                   "%1 dropped the connection of %2 again: a new "
                                                   "split brain, or somebody disconnected it"),
                                 {dropped(sides.a) ? a.text() : b.text(), resource.text()}));
        if (sides.a && sides.b && whole(*sides.a) && whole(*sides.b)) {
            shell.tell({message(QT_TRANSLATE_NOOP("Core", "Both copies are the same")), 1.0});
            return {};
        }
        tellSync(shell, sides);
        if (!shell.sleepFor(1s))
            return notTold(sides.a ? b : a, resource);
    }
}
} // namespace

DrbdConnection connectionOf(const DrbdResource &side)
{
    return side.peers.isEmpty() ? DrbdConnection::Unknown : side.peers.first().connection;
}

StepProgress progressOf(const SyncProgress &sync)
{
    StepProgress progress;
    const qint64 total = std::max(sync.total.value, sync.left.value);
    const Bytes done{total - sync.left.value};
    if (total > 0)
        progress.fraction = double(done.value) / double(total);
    const Rate rate{double(sync.speed.value_or(Bytes()).value)};
    if (sync.finish && !sync.stalled)
        progress.text
            = message(QT_TRANSLATE_NOOP("Core", "%1 of %2, %3, %4 remaining"),
                      {done, Bytes{total}, rate, std::chrono::milliseconds(*sync.finish)});
    else
        progress.text
            = message(QT_TRANSLATE_NOOP("Core", "%1 of %2, %3"), {done, Bytes{total}, rate});
    return progress;
}

Step syncStep(Message title, const ResourceName &resource, const NodeName &a, const NodeName &b)
{
    Step step;
    step.info.title = std::move(title);
    step.info.preview = QStringLiteral("cat /proc/drbd");
    step.info.timeout = resyncTakes;
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [resource, a, b](Shell &shell) { return followSync(shell, resource, a, b); };
    return step;
}

Sight sees(const NodeName &node, const ResourceName &resource, const Message &wanted,
           const std::function<bool(const DrbdResource &)> &is)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<DrbdResource> side = sideOf(now, node, resource);
        if (!side)
            return notTold(node, resource);
        if (!is(*side))
            return notSo(message(QT_TRANSLATE_NOOP("Core", "%1 on %2 is %3, %4, %5; wanted: %6"),
                                 {resource.text(), node.text(), word(connectionOf(*side)),
                                  word(side->role), word(side->disk), MessageList{wanted}}));
        return {};
    };
}

Sight seesRole(const NodeName &node, const ResourceName &resource, Role role)
{
    return sees(node, resource, message("%1", {word(role)}),
                [role](const DrbdResource &side) { return side.role == role; });
}

Sight seesStandAlone(const NodeName &node, const ResourceName &resource)
{
    return sees(
        node, resource, message("%1", {word(DrbdConnection::StandAlone)}),
        [](const DrbdResource &side) { return connectionOf(side) == DrbdConnection::StandAlone; });
}

Sight seesConnecting(const NodeName &node, const ResourceName &resource)
{
    return sees(node, resource, message("%1", {word(DrbdConnection::WFConnection)}),
                [](const DrbdResource &side) {
                    const DrbdConnection now = connectionOf(side);
                    return now == DrbdConnection::WFConnection
                        || now == DrbdConnection::WFReportParams || isConnected(now);
                });
}

Sight seesTogether(const NodeName &a, const NodeName &b, const ResourceName &resource)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        for (const NodeName &node : {a, b}) {
            const auto connected
                = [](const DrbdResource &side) { return isConnected(connectionOf(side)); };
            const Expected<void> seen = sees(
                node, resource, message("%1", {word(DrbdConnection::Connected)}), connected)(now);
            if (!seen)
                return seen;
        }
        return {};
    };
}
} // namespace Core
