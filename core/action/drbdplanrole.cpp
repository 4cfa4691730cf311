// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbddraft.h"
#include "core/model/divergence.h"

// Primary, Secondary and invalidate.
namespace Core
{
namespace
{
bool connectedNow(const DrbdDraft &draft)
{
    return isConnected(draft.pair.own.connection());
}

// Pain point P28: the kernel refuses, or the second writer is one too many.
void judgeTwoPrimaries(DrbdDraft &draft)
{
    const DrbdResourceConfig *config = configOf(draft.snapshot, draft.node(), draft.name());
    if (!config)
        return draft.block(
            "drbd.config",
            message(QT_TRANSLATE_NOOP("Core", "not known: the configuration of %1 on %2"),
                    {draft.name().text(), draft.node().text()}));
    if (!isSet(*config, QStringLiteral("net/allow-two-primaries")))
        draft.block("drbd.twoprimaries",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is Primary on %2, and allow-two-primaries is not "
                                              "configured"),
                            {draft.name().text(), draft.peer().text()}),
                    "P28");
    if (draft.pair.own.state->protocol != 'C')
        draft.block("drbd.protocol",
                    message(QT_TRANSLATE_NOOP("Core", "Two Primaries need protocol C")), "P28");
    for (const DiskState disk : {draft.pair.own.disk(), draft.pair.peerDisk()}) {
        if (disk != DiskState::UpToDate)
            return draft.block("drbd.disk",
                               message(QT_TRANSLATE_NOOP("Core",
                                                         "Two Primaries need two UpToDate copies: "
                                                         "wait for the end of the resync")),
                               "P28");
    }
}

bool peerIsNewer(const DrbdDraft &draft)
{
    for (const Apart &apart : apartResources(draft.snapshot)) {
        if (apart.minor != draft.pair.minor || apart.sides.size() != 2)
            continue;
        const bool first = apart.sides.firstKey() == draft.node();
        return apart.kinship == (first ? Kinship::SecondIsNewer : Kinship::FirstIsNewer);
    }
    return false;
}

// Without a connection a second writer would go unnoticed.
void judgeAlone(DrbdDraft &draft)
{
    const Role peer = draft.pair.peerRole();
    if (peer == Role::Unknown)
        return draft.block(
            "drbd.peer",
            message(QT_TRANSLATE_NOOP("Core",
                                      "not known: whether %1 is Primary on %2. Not connected, both "
                                      "would write, each alone"),
                    {draft.name().text(), draft.peer().text()}),
            "rule 14");
    if (peer == Role::Primary)
        return draft.block("drbd.peer",
                           message(QT_TRANSLATE_NOOP("Core",
                                                     "%1 is Primary on %2 and not connected: this "
                                                     "would make a split brain. Connect first"),
                                   {draft.name().text(), draft.peer().text()}),
                           "rule 14");
    if (peerIsNewer(draft))
        return draft.block("drbd.stale",
                           message(QT_TRANSLATE_NOOP("Core",
                                                     "The copy of %1 is the newer one: connect "
                                                     "first, or what is written here diverges"),
                                   {draft.peer().text()}),
                           "rule 13");
    draft.warn("drbd.alone",
               message(QT_TRANSLATE_NOOP("Core",
                                         "The sides are not connected: what is written here is on "
                                         "one copy only, and diverges if %1 becomes Primary, too"),
                       {draft.peer().text()}),
               "rule 13");
    draft.askName(draft.name().text());
}

void judgeOwnDisk(DrbdDraft &draft)
{
    const bool throughPeer = connectedNow(draft) && draft.pair.peerDisk() == DiskState::UpToDate;
    if (draft.pair.own.disk() != DiskState::UpToDate && !throughPeer)
        draft.block("drbd.disk",
                    message(QT_TRANSLATE_NOOP("Core", "No UpToDate copy: the one of %1 is %2"),
                            {draft.node().text(), word(draft.pair.own.disk())}));
}

void judgeGuests(DrbdDraft &draft)
{
    const std::optional<QList<int>> running
        = runningOn(draft.snapshot.machines.value(draft.node()), draft.use);
    if (!running)
        draft.block("drbd.guests",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "not known: which guests on %1 have their disks on "
                                              "%2"),
                            {draft.node().text(), draft.name().text()}),
                    "rule 17");
    else if (!running->isEmpty())
        draft.block("drbd.guests",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "Guest %1 runs on %2 and writes to it: move it away "
                                              "or stop it first"),
                            {guestList(*running), draft.node().text()}),
                    "rule 17");
}

void judgeVolumes(DrbdDraft &draft)
{
    const std::optional<LogicalVolumes> volumes
        = volumesOn(draft.snapshot.machines.value(draft.node()), draft.use);
    if (!volumes)
        return draft.warn(
            "drbd.volumes",
            message(QT_TRANSLATE_NOOP("Core",
                                      "not known: whether volumes on %1 are active. DRBD refuses "
                                      "while the device is held open, and nothing is lost then"),
                    {draft.name().text()}),
            "rule 17");
    QStringList active;
    for (const LogicalVolume &volume : *volumes) {
        if (isActive(volume))
            active << volume.name;
    }
    if (!active.isEmpty())
        draft.block("drbd.volumes",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "Held open by the active volumes %1. Deactivate "
                                              "them: vgchange -an %2"),
                            {active.join(QStringLiteral(", ")),
                             draft.use.groups.join(QStringLiteral(" "))}),
                    "rule 17");
}

void judgeVictim(DrbdDraft &draft)
{
    if (draft.pair.own.role() == Role::Primary)
        draft.block("drbd.primary",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is Primary on %2: it is in use, or may be at any "
                                              "moment. Make it Secondary first"),
                            {draft.name().text(), draft.node().text()}),
                    "rule 15");
    if (!connectedNow(draft) || draft.pair.own.connection() != DrbdConnection::Connected)
        draft.block("drbd.connection",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "Only while %1 is Connected and nothing else runs on "
                                              "it; it is %2"),
                            {draft.name().text(), word(draft.pair.own.connection())}));
    if (draft.pair.peerDisk() != DiskState::UpToDate)
        draft.block("drbd.onlycopy",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "The copy of %1 is not known to be UpToDate: this "
                                              "may be the only good one"),
                            {draft.peer().text()}),
                    "rule 8");
}

void tellSize(DrbdDraft &draft)
{
    for (const Machine &machine : draft.snapshot.machines) {
        for (const PhysicalVolume &volume :
             machine.physicalVolumes.value.value_or(PhysicalVolumes())) {
            if (draft.use.groups.contains(volume.group))
                return draft.warn(
                    "drbd.overwrites",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "All of the copy of %1 (%2) is thrown away and "
                                              "copied again from %3; until then there is one good "
                                              "copy only"),
                            {draft.node().text(), volume.size, draft.peer().text()}));
        }
    }
    draft.warn("drbd.overwrites",
               message(QT_TRANSLATE_NOOP("Core",
                                         "All of the copy of %1 is thrown away and copied again "
                                         "from %2; until then there is one good copy only"),
                       {draft.node().text(), draft.peer().text()}));
}

Step invalidateStep(const DrbdDraft &draft)
{
    const NodeName &node = draft.node();
    const NodeName &peer = draft.peer();
    const ResourceName &resource = draft.name();
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Throw the copy of %1 away"), {node.text()}), node,
        drbdadm(draft.syntax(), QStringLiteral("invalidate"), resource),
        seesTogether(node, peer, resource));
    step.info.pointOfNoReturn = true;
    step.execute = [=, send = step.execute](Shell &shell) -> Expected<void> {
        const SnapshotPtr now = shell.freshSnapshot();
        const Expected<void> own = seesRole(node, resource, Role::Secondary)(*now);
        if (!own)
            return own;
        const Expected<void> good
            = sees(peer, resource, message("%1", {word(DiskState::UpToDate)}),
                   [](const DrbdResource &side) { return side.disk == DiskState::UpToDate; })(*now);
        return good ? send(shell) : good;
    };
    return step;
}
} // namespace

void planPrimary(DrbdDraft &draft)
{
    if (draft.pair.own.role() == Role::Primary)
        draft.block("drbd.nothing",
                    message(QT_TRANSLATE_NOOP("Core", "Nothing to do: %1 on %2 is %3"),
                            {draft.name().text(), draft.node().text(), word(Role::Primary)}));
    judgeOwnDisk(draft);
    if (!connectedNow(draft))
        judgeAlone(draft);
    else if (draft.pair.peerRole() == Role::Unknown)
        draft.block("drbd.peer",
                    message(QT_TRANSLATE_NOOP("Core", "not known: the role of %1 on %2"),
                            {draft.name().text(), draft.peer().text()}));
    else if (draft.pair.peerRole() == Role::Primary)
        judgeTwoPrimaries(draft);
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Make it Primary on %1"), {draft.node().text()}),
              "primary", seesRole(draft.node(), draft.name(), Role::Primary));
}

void planSecondary(DrbdDraft &draft)
{
    if (draft.pair.own.role() == Role::Secondary)
        draft.block("drbd.nothing",
                    message(QT_TRANSLATE_NOOP("Core", "Nothing to do: %1 on %2 is %3"),
                            {draft.name().text(), draft.node().text(), word(Role::Secondary)}));
    judgeGuests(draft);
    judgeVolumes(draft);
    draft.add(message(QT_TRANSLATE_NOOP("Core", "Make it Secondary on %1"), {draft.node().text()}),
              "secondary", seesRole(draft.node(), draft.name(), Role::Secondary));
}

void planInvalidate(DrbdDraft &draft)
{
    judgeVictim(draft);
    if (draft.pair.own.role() == Role::Primary)
        judgeGuests(draft);
    tellSize(draft);
    draft.askName(draft.node().text());
    draft.plan.steps.push_back(invalidateStep(draft));
    draft.plan.steps.push_back(
        syncStep(message(QT_TRANSLATE_NOOP("Core", "Follow the copying until both are the same")),
                 draft.name(), draft.node(), draft.peer()));
}
} // namespace Core
