// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/splitbrain.h"

#include "core/model/freshness.h"
#include "core/model/health.h"

#include <algorithm>

namespace Core
{
namespace
{
std::optional<QList<SplitGuest>> guestsOn(const Machine &machine, const ResourceUse &use,
                                          const QList<GuestView> &all)
{
    const std::optional<QList<int>> running = runningOn(machine, use);
    if (!running)
        return std::nullopt;
    QList<SplitGuest> guests;
    for (const int id : *running) {
        SplitGuest guest{id, {}, false};
        for (const GuestView &view : all) {
            if (view.id == id)
                guest = {id, view.name, view.highlyAvailable};
        }
        guests << guest;
    }
    return guests;
}

std::optional<QList<SplitVolume>> volumesOf(const Machine &machine, const ResourceUse &use)
{
    const std::optional<LogicalVolumes> told = volumesOn(machine, use);
    if (!told)
        return std::nullopt;
    QList<SplitVolume> volumes;
    for (const LogicalVolume &one : *told) {
        SplitVolume volume{one.group, one.name, one.size, {}, isActive(one), false};
        for (const GuestDisk &disk : use.disks) {
            if (disk.volume == one.name && !volume.guests.contains(disk.guest))
                volume.guests << disk.guest;
        }
        volumes << volume;
    }
    return volumes;
}

// LVM reads the device of a Primary only; what it told before that is old.
bool readable(const SplitSide &side)
{
    return side.answers && side.state.role == Role::Primary;
}

SplitSide sideOn(const Machine &machine, const SplitBrain &brain, const QList<GuestView> &guests)
{
    SplitSide side;
    side.node = machine.name;
    side.state = brain.apart.sides.value(machine.name);
    side.answers = brain.apart.sides.contains(machine.name);
    side.guests = guestsOn(machine, brain.use, guests);
    if (!readable(side))
        return side;
    side.volumes = volumesOf(machine, brain.use);
    for (const QString &group : brain.use.groups) {
        if (const std::optional<quint64> seqno = seqnoOn(machine, group))
            side.seqno.insert(group, *seqno);
    }
    return side;
}

void markAlone(SplitSide &side, const SplitSide &other)
{
    if (!side.volumes || !other.volumes)
        return;
    for (SplitVolume &volume : *side.volumes) {
        volume.onlyHere
            = std::none_of(other.volumes->cbegin(), other.volumes->cend(),
                           [&](const SplitVolume &there) { return there.path() == volume.path(); });
    }
}

bool runsHere(const SplitSide &side, const SplitVolume &volume)
{
    return std::any_of(side.guests->cbegin(), side.guests->cend(),
                       [&](const SplitGuest &guest) { return volume.guests.contains(guest.id); });
}

Message lossOf(const SplitSide &side)
{
    if (!side.lost)
        return message(QT_TRANSLATE_NOOP("Core", "not known: how much was written on %1 alone"),
                       {side.node.text()});
    if (side.lost->value == 0)
        return message(QT_TRANSLATE_NOOP("Core", "nothing: %1 wrote nothing alone"),
                       {side.node.text()});
    return message(QT_TRANSLATE_NOOP("Core", "%1 that were written on %2 alone"),
                   {*side.lost, side.node.text()});
}

void weigh(SplitSide &side)
{
    side.lost = side.state.changed;
    side.loss = lossOf(side);
    if (!side.volumes || !side.guests)
        return;
    for (const SplitVolume &volume : *side.volumes) {
        if (runsHere(side, volume))
            side.mustSave << volume;
    }
}

// A side as it counts in the choice of the victim.
struct Weight {
    const SplitSide &side;
    bool good() const { return side.state.disk == DiskState::UpToDate; }
    bool unchanged() const { return side.lost && side.lost->value == 0; }
    bool hasGuests() const { return side.guests && !side.guests->isEmpty(); }
};

void propose(SplitBrain &brain, const Weight &victim, Message why)
{
    brain.proposed = victim.side.node;
    brain.why = std::move(why);
}

// Its answer is older than the other's: what it counts as different is not what it wrote alone.
Message stillConnected(const SplitSide &side)
{
    return message(QT_TRANSLATE_NOOP("Core", "not known: %1 still says %2"),
                   {side.node.text(), word(side.state.connection)});
}

// What has to be known before anybody is named. Empty: it is.
Message missingFact(const SplitBrain &brain)
{
    if (brain.apart.kind != ApartKind::SplitBrain)
        return message(QT_TRANSLATE_NOOP("Core", "this is not known to be a split brain: %1"),
                       {MessageList{brain.apart.reason}});
    if (brain.sides.size() != 2)
        return message(QT_TRANSLATE_NOOP("Core", "not known: the two sides of the resource"));
    for (const SplitSide &side : brain.sides) {
        if (!side.answers)
            return message(QT_TRANSLATE_NOOP("Core", "not known: %1 does not answer"),
                           {side.node.text()});
        if (isConnected(side.state.connection))
            return stillConnected(side);
        if (!side.guests)
            return message(QT_TRANSLATE_NOOP("Core",
                                             "not known: which guests on %1 have their disks on "
                                             "%2"),
                           {side.node.text(), brain.resource.text()});
    }
    return {};
}

bool proposeByDisks(SplitBrain &brain, const Weight &a, const Weight &b)
{
    if (a.good() && b.good())
        return false;
    if (a.good() != b.good()) {
        const Weight &poor = a.good() ? b : a;
        propose(brain, poor,
                message(QT_TRANSLATE_NOOP("Core", "the copy of %1 is %2, only the other is good"),
                        {poor.side.node.text(), word(poor.side.state.disk)}));
    } else {
        brain.why = message(QT_TRANSLATE_NOOP("Core", "neither copy is UpToDate"));
    }
    return true;
}

bool proposeByChanges(SplitBrain &brain, const Weight &a, const Weight &b)
{
    if (a.unchanged() && b.unchanged()) {
        const Weight &idle = b.hasGuests() && !a.hasGuests() ? a : b;
        propose(brain, idle,
                message(QT_TRANSLATE_NOOP("Core",
                                          "neither side wrote anything alone: nothing is lost")));
        return true;
    }
    if (!a.unchanged() && !b.unchanged())
        return false;
    const Weight &idle = a.unchanged() ? a : b;
    propose(brain, idle,
            message(QT_TRANSLATE_NOOP("Core", "%1 wrote nothing alone: nothing is lost"),
                    {idle.side.node.text()}));
    return true;
}

// Rule 15: guests of both sides, and nobody but a person can choose.
void proposeByGuests(SplitBrain &brain, const Weight &a, const Weight &b)
{
    if (a.hasGuests() && b.hasGuests()) {
        brain.why = message(QT_TRANSLATE_NOOP("Core",
                                              "guests of both sides wrote. Lost with %1: %2. Lost "
                                              "with %3: %4"),
                            {a.side.node.text(), MessageList{a.side.loss}, b.side.node.text(),
                             MessageList{b.side.loss}});
    } else if (!a.hasGuests() && !b.hasGuests()) {
        brain.why = message(QT_TRANSLATE_NOOP("Core",
                                              "both sides changed, and no guest runs on either: "
                                              "who wrote is not known"));
    } else {
        const Weight &idle = a.hasGuests() ? b : a;
        const Weight &used = a.hasGuests() ? a : b;
        propose(brain, idle,
                message(QT_TRANSLATE_NOOP("Core",
                                          "the guests of %1 run on %2 alone; what %3 wrote is of "
                                          "no guest that runs there now"),
                        {brain.resource.text(), used.side.node.text(), idle.side.node.text()}));
    }
}

void recommend(SplitBrain &brain)
{
    brain.why = missingFact(brain);
    if (!brain.why.isEmpty())
        return;
    const Weight a{brain.sides[0]};
    const Weight b{brain.sides[1]};
    if (!proposeByDisks(brain, a, b) && !proposeByChanges(brain, a, b))
        proposeByGuests(brain, a, b);
}

SplitBrain brainOf(const ClusterSnapshot &snapshot, const Apart &apart,
                   const QList<GuestView> &guests)
{
    SplitBrain brain;
    brain.resource = apart.resource;
    brain.minor = apart.minor;
    brain.apart = apart;
    brain.use = useOf(snapshot, apart.resource, apart.minor);
    for (const NodeName &node : nodesOf(snapshot))
        brain.sides << sideOn(*snapshot.machines.constFind(node), brain, guests);
    if (brain.sides.size() == 2) {
        markAlone(brain.sides[0], brain.sides[1]);
        markAlone(brain.sides[1], brain.sides[0]);
    }
    for (SplitSide &side : brain.sides)
        weigh(side);
    recommend(brain);
    return brain;
}
} // namespace

QList<SplitBrain> splitBrains(const ClusterSnapshot &snapshot)
{
    const QList<GuestView> guests = guestsOf(snapshot);
    QList<SplitBrain> all;
    for (const Apart &apart : apartResources(snapshot))
        all << brainOf(snapshot, apart, guests);
    return all;
}

std::optional<SplitBrain> splitBrainOf(const ClusterSnapshot &snapshot,
                                       const ResourceName &resource)
{
    const QList<Apart> all = apartResources(snapshot);
    const auto found = std::find_if(all.cbegin(), all.cend(), [&resource](const Apart &one) {
        return one.resource == resource;
    });
    return found == all.cend() ? std::nullopt
                               : std::optional(brainOf(snapshot, *found, guestsOf(snapshot)));
}
} // namespace Core
