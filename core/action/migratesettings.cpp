// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/migratedraft.h"
#include "core/model/freshness.h"

// What the last answers say of a guest's settings and of the room for it, before anybody confirms.
namespace Core
{
namespace
{
constexpr const char *rule = "P29";

struct Room {
    ActionPlan &plan;
    const Machine source;
    const Machine target;
    const Capacity *here = nullptr; // null: not told
    const Capacity *there = nullptr;
    QStringList untold; // guests whose settings are not known
    Bytes needed;

    Room(ActionPlan &into, const Move &move, const ClusterSnapshot &snapshot)
        : plan(into), source(snapshot.machines.value(move.source)),
          target(snapshot.machines.value(move.target)), here(freshFact(source, source.capacity)),
          there(freshFact(target, target.capacity))
    {
    }
    Room(const Room &) = delete;
    Room &operator=(const Room &) = delete;

    void add(Severity severity, const char *id, Message text, const QList<EvidenceRef> &evidence)
    {
        addFinding(plan, severity, id, std::move(text), evidence, rule);
    }
    EvidenceRef line(int number) const { return lineOf(source.guestStorage, number); }
    QList<EvidenceRef> processors(int number) const
    {
        return {line(number), source.capacity.evidence, target.capacity.evidence};
    }
    bool alike() const
    {
        return here && there && !here->processor.isEmpty() && here->processor == there->processor;
    }
    bool processorsTold() const
    {
        return here && there && !here->processor.isEmpty() && !there->processor.isEmpty();
    }
};

void checkLock(Room &room, const Move &move, const GuestSettings &guest)
{
    if (guest.lock.isEmpty())
        return;
    room.add(Severity::Blocker, "migrate.locked",
             message(QT_TRANSLATE_NOOP("Core",
                                       "%1 is locked: %2. The lock goes with the task that took "
                                       "it; only when no such task runs any more, on either node: "
                                       "qm unlock %3"),
                     {move.name, guest.lock, QString::number(move.vmid)}),
             {room.line(guest.lockLine)});
}

void checkDevices(Room &room, const Move &move, const GuestSettings &guest)
{
    if (guest.devices.isEmpty())
        return;
    room.add(Severity::Blocker, "migrate.devices",
             message(QT_TRANSLATE_NOOP("Core",
                                       "%1 uses devices of %2: %3. Take them out of its hardware; "
                                       "what it cannot do without keeps it there"),
                     {move.name, move.source.text(), guest.devices.join(QStringLiteral(", "))}),
             {room.line(guest.deviceLine)});
}

// Types that every processor which runs KVM can be.
bool isCommonType(const GuestSettings &guest)
{
    const QString type = guest.cpu.section(u',', 0, 0).section(u'=', -1);
    return type.isEmpty() || type == QStringLiteral("kvm64") || type == QStringLiteral("kvm32")
        || type == QStringLiteral("qemu64") || type == QStringLiteral("qemu32");
}

void checkProcessors(Room &room, const Move &move, const GuestSettings &guest)
{
    if (isCommonType(guest) || !room.processorsTold() || room.alike())
        return;
    const QList<Argument> words{move.name, guest.cpu, room.here->processor, room.there->processor};
    if (usesHostProcessor(guest))
        return room.add(
            Severity::Blocker, "migrate.processor",
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 uses the processor as it is (cpu: %2), and the nodes "
                                      "have different ones: %3, %4. Give it the type kvm64, which "
                                      "counts from its next start; or shut it down and start it "
                                      "there"),
                    words),
            room.processors(guest.cpuLine));
    room.add(Severity::Warning, "migrate.processor",
             message(QT_TRANSLATE_NOOP("Core",
                                       "%1 is given a processor of the type %2, and the nodes "
                                       "have different ones: %3, %4. It breaks if the second "
                                       "lacks what that type has"),
                     words),
             room.processors(guest.cpuLine));
}

void checkGuest(Room &room, const Move &move)
{
    const GuestStorage *files = freshFact(room.source, room.source.guestStorage);
    const auto guest
        = files ? files->settings.constFind(move.vmid) : QMap<int, GuestSettings>::const_iterator();
    if (!files || guest == files->settings.cend()) {
        room.untold << move.name;
        return;
    }
    checkLock(room, move, *guest);
    checkDevices(room, move, *guest);
    checkProcessors(room, move, *guest);
    room.needed.value += guest->memory.value_or(defaultMemory).value;
}

void checkMemory(Room &room)
{
    if (!room.there || !room.untold.isEmpty())
        return;
    const QList<Argument> words{room.target.name.text(), room.there->freeMemory, room.needed};
    const QList<EvidenceRef> evidence{room.target.capacity.evidence};
    if (room.there->freeMemory < room.needed)
        return room.add(Severity::Blocker, "migrate.memory",
                        message(QT_TRANSLATE_NOOP("Core",
                                                  "%1 has %2 of memory free, %3 are needed: move "
                                                  "fewer guests, or stop one there"),
                                words),
                        evidence);
    room.add(Severity::Note, "migrate.memory",
             message(QT_TRANSLATE_NOOP("Core", "%1 has %2 of memory free, %3 are needed"), words),
             evidence);
}

// What the picture does not tell, or that it is asked once more: it may be ten seconds old.
void tellAsked(Room &room)
{
    const bool known = room.untold.isEmpty() && room.there && room.here;
    room.add(
        Severity::Note, "migrate.asked",
        known ? message(QT_TRANSLATE_NOOP("Core",
                                          "The first step asks once more for locks, devices, "
                                          "processors and memory. Nothing moves if one of them "
                                          "speaks against it by then"))
              : message(QT_TRANSLATE_NOOP("Core",
                                          "Not known before the first step asks: locks, devices "
                                          "and processors, and whether %1 has enough memory free. "
                                          "Nothing moves if one of them speaks against it"),
                        {room.target.name.text()}),
        {});
}
} // namespace

bool usesHostProcessor(const GuestSettings &guest)
{
    return guest.cpu.section(u',', 0, 0).section(u'=', -1) == QStringLiteral("host");
}

void checkRoom(ActionPlan &plan, const QList<Move> &moves, const ClusterSnapshot &snapshot)
{
    Room room(plan, moves.constFirst(), snapshot);
    for (const Move &move : moves)
        checkGuest(room, move);
    checkMemory(room);
    tellAsked(room);
}
} // namespace Core
