// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/splitbrainrepair.h"

// The order of rule 15: nothing is thrown away before guests, volumes and roles allow it.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
const QString disconnectVerb = QStringLiteral("disconnect");
const QString connectVerb = QStringLiteral("connect");
constexpr auto handshakeTakes = 60s; // two ends find each other and exchange their bitmaps

struct Ends {
    NodeName victim, kept;
    ResourceName resource;
    Role keptRole = Role::Unknown;
    bool keptWaits = false; // for its peer: it connects by itself
    ResourceUse use;
};

Ends endsOf(const SplitBrainRepair &repair)
{
    return {repair.victim.node,
            repair.kept.node,
            repair.resource(),
            repair.pair.peer.role(),
            repair.pair.peer.connection() != DrbdConnection::StandAlone,
            repair.brain.use};
}

// Who is thrown away must still be who was named: alone, Secondary and used by nobody, beside a
// good copy that is not connected either, and that will connect as the plan says: one that met its
// peer meanwhile and refused it does not wait any more.
Expected<void> stillStands(const ClusterSnapshot &now, const Ends &ends)
{
    const auto ready = [](const DrbdResource &side) {
        return connectionOf(side) == DrbdConnection::StandAlone && side.role == Role::Secondary;
    };
    const auto good = [role = ends.keptRole, waits = ends.keptWaits](const DrbdResource &side) {
        const bool alone = connectionOf(side) == DrbdConnection::StandAlone;
        return !isConnected(connectionOf(side)) && alone != waits && side.role == role
            && side.disk == DiskState::UpToDate;
    };
    const Expected<void> own = sees(
        ends.victim, ends.resource,
        message("%1, %2", {word(DrbdConnection::StandAlone), word(Role::Secondary)}), ready)(now);
    const Expected<void> other = sees(
        ends.kept, ends.resource,
        message("%1, %2, %3",
                {word(ends.keptWaits ? DrbdConnection::WFConnection : DrbdConnection::StandAlone),
                 word(ends.keptRole), word(DiskState::UpToDate)}),
        good)(now);
    if (!own || !other)
        return own ? other : own;
    const std::optional<QList<int>> running = runningOn(now.machines.value(ends.victim), ends.use);
    if (!running || !running->isEmpty())
        return failure(ErrorKind::Stale,
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "A guest with its disk on %1 runs on %2, or it is "
                                                 "not known: nothing was thrown away"),
                               {ends.resource.text(), ends.victim.text()}));
    return {};
}

Step disconnectStep(const SplitBrainRepair &repair)
{
    const NodeName &victim = repair.victim.node;
    return commandStep(message(QT_TRANSLATE_NOOP("Core", "Disconnect on %1"), {victim.text()}),
                       victim, drbdadm(*repair.pair.own.syntax, disconnectVerb, repair.resource()),
                       seesStandAlone(victim, repair.resource()));
}

Step secondaryStep(const SplitBrainRepair &repair)
{
    const NodeName &victim = repair.victim.node;
    return commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Make it Secondary on %1"), {victim.text()}), victim,
        drbdadm(*repair.pair.own.syntax, QStringLiteral("secondary"), repair.resource()),
        seesRole(victim, repair.resource(), Role::Secondary));
}

Step readAgainStep(const SplitBrainRepair &repair)
{
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "Read the roles of both sides again"));
    step.info.preview = QStringLiteral("cat /proc/drbd");
    step.execute = [ends = endsOf(repair)](Shell &shell) {
        return stillStands(*shell.freshSnapshot(), ends);
    };
    step.verify = [](Shell &) { return Expected<void>(); };
    return step;
}

// Read once more in the same breath: what is sent here cannot be taken back.
Step discardStep(const SplitBrainRepair &repair)
{
    const NodeName &victim = repair.victim.node;
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Connect and throw away what %1 wrote alone"),
                {victim.text()}),
        victim,
        drbdadm(*repair.pair.own.syntax, connectVerb, repair.resource(),
                {QStringLiteral("--discard-my-data")}),
        seesConnecting(victim, repair.resource()));
    step.info.pointOfNoReturn = true;
    step.execute = [ends = endsOf(repair), send = step.execute](Shell &shell) -> Expected<void> {
        const Expected<void> stands = stillStands(*shell.freshSnapshot(), ends);
        return stands ? send(shell) : stands;
    };
    return step;
}

Step connectKeptStep(const SplitBrainRepair &repair)
{
    const NodeName &kept = repair.kept.node;
    Step step = commandStep(message(QT_TRANSLATE_NOOP("Core", "Connect on %1"), {kept.text()}),
                            kept, drbdadm(*repair.pair.peer.syntax, connectVerb, repair.resource()),
                            seesTogether(repair.victim.node, kept, repair.resource()));
    step.info.timeout = handshakeTakes;
    return step;
}

// Primary beside a Primary that it is not connected to would be the next split brain.
Step primaryStep(const SplitBrainRepair &repair)
{
    const NodeName &victim = repair.victim.node;
    const Sight together = seesTogether(victim, repair.kept.node, repair.resource());
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Make it Primary on %1"), {victim.text()}), victim,
        drbdadm(*repair.pair.own.syntax, QStringLiteral("primary"), repair.resource()),
        seesRole(victim, repair.resource(), Role::Primary));
    step.execute = [together, send = step.execute](Shell &shell) -> Expected<void> {
        const Expected<void> stands = together(*shell.freshSnapshot());
        return stands ? send(shell) : stands;
    };
    return step;
}

// The last word: a link that was lost meanwhile leaves two sides that go on alone.
Step togetherStep(const SplitBrainRepair &repair)
{
    const NodeName &victim = repair.victim.node;
    Step step;
    step.info.title = message(QT_TRANSLATE_NOOP("Core", "See both sides connected at the end"));
    step.info.preview = QStringLiteral("cat /proc/drbd");
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [sight = seesTogether(victim, repair.kept.node, repair.resource())](
                      Shell &shell) { return sight(*shell.freshSnapshot()); };
    return step;
}

void addLeaving(std::vector<Step> &steps, const SplitBrainRepair &repair)
{
    for (const SplitGuest &guest : repair.victim.guests.value_or(QList<SplitGuest>()))
        steps.push_back(stopGuestStep(guest, repair.victim.node));
    if (!repair.usesVolumes())
        return;
    if (repair.victim.volumes && repair.kept.volumes)
        steps.push_back(compareVolumesStep(repair));
    if (!repair.saved.isEmpty())
        steps.push_back(roomStep(repair));
    for (const SplitVolume &volume : repair.saved) {
        for (Step &step : saveSteps(repair, volume))
            steps.push_back(std::move(step));
    }
    for (const QString &group : repair.brain.use.groups)
        steps.push_back(deactivateStep(repair.victim.node, group));
}

void addReturn(std::vector<Step> &steps, const SplitBrainRepair &repair)
{
    if (repair.usesVolumes())
        steps.push_back(scanStep(repair.victim.node));
    if (repair.pair.own.role() == Role::Primary)
        steps.push_back(primaryStep(repair));
    if (repair.usesVolumes() && repair.kept.volumes)
        steps.push_back(sameGroupsStep(repair));
    for (const SplitGuest &guest : repair.victim.guests.value_or(QList<SplitGuest>()))
        steps.push_back(startGuestStep(guest, repair.victim.node));
    steps.push_back(togetherStep(repair));
}
} // namespace

std::vector<Step> repairSteps(const SplitBrainRepair &repair)
{
    std::vector<Step> steps;
    addLeaving(steps, repair);
    if (repair.pair.own.connection() != DrbdConnection::StandAlone)
        steps.push_back(disconnectStep(repair));
    if (repair.pair.own.role() != Role::Secondary)
        steps.push_back(secondaryStep(repair));
    steps.push_back(readAgainStep(repair));
    steps.push_back(discardStep(repair));
    if (repair.pair.peer.connection() == DrbdConnection::StandAlone)
        steps.push_back(connectKeptStep(repair));
    steps.push_back(
        syncStep(message(QT_TRANSLATE_NOOP("Core", "Follow the resync until both are UpToDate")),
                 repair.resource(), repair.victim.node, repair.kept.node));
    addReturn(steps, repair);
    return steps;
}
} // namespace Core
