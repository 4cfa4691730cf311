// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/freshness.h"
#include "core/model/health.h"

#include <QSet>

#include <algorithm>

namespace Core
{
const HaStatus *haView(const ClusterSnapshot &snapshot, EvidenceRef *evidence)
{
    const HaStatus *best = nullptr;
    for (const Machine &machine : snapshot.machines) {
        const HaStatus *told = freshFact(machine, machine.ha);
        if (!told || (best && (best->quorate || !told->quorate)))
            continue;
        best = told;
        if (evidence)
            *evidence = machine.ha.evidence;
    }
    return best;
}

namespace
{
void addIds(QSet<int> &ids, const Machine &machine)
{
    for (const Vm &vm : machine.vms.value.value_or(QList<Vm>()))
        ids.insert(vm.id);
    for (const VmPlacement &placement : machine.placements.value.value_or(VmPlacements()))
        ids.insert(placement.id);
    for (const int id : machine.running.value.value_or(RunningGuests()).ids)
        ids.insert(id);
    for (const HaService &service : machine.ha.value.value_or(HaStatus()).services) {
        if (const std::optional<int> id = vmidOf(service.name))
            ids.insert(*id);
    }
}

const Vm *vmOn(const Machine &machine, int id)
{
    if (!machine.vms.value)
        return nullptr;
    const QList<Vm> &all = *machine.vms.value;
    const auto it
        = std::find_if(all.cbegin(), all.cend(), [id](const Vm &vm) { return vm.id == id; });
    return it == all.cend() ? nullptr : &*it;
}

// A live process is the proof; `qm list` stands in where process ids cannot be read.
std::optional<bool> runsOn(const Machine &machine, int id)
{
    if (const RunningGuests *running = freshFact(machine, machine.running))
        return running->ids.contains(id);
    if (!freshFact(machine, machine.vms))
        return std::nullopt;
    const Vm *vm = vmOn(machine, id);
    return vm && vm->state != GuestState::Stopped && vm->state != GuestState::Unknown;
}

void takePlacement(GuestView &guest, const ClusterSnapshot &snapshot)
{
    bool fresh = false;
    for (const Machine &machine : snapshot.machines) {
        const bool better = answers(machine) && machine.placements.known();
        for (const VmPlacement &placement : machine.placements.value.value_or(VmPlacements())) {
            if (placement.id == guest.id && (guest.home.isEmpty() || (better && !fresh))) {
                guest.home = placement.node;
                fresh = better;
            }
        }
        if (const Vm *vm = vmOn(machine, guest.id); vm && guest.name.isEmpty())
            guest.name = vm->name;
    }
}

void takeProcesses(GuestView &guest, const ClusterSnapshot &snapshot)
{
    bool everyNodeTold = true;
    for (const Machine &machine : snapshot.machines) {
        if (machine.kind != MachineKind::Node)
            continue;
        const std::optional<bool> runs = runsOn(machine, guest.id);
        everyNodeTold = everyNodeTold && runs.has_value();
        if (!runs.value_or(false))
            continue;
        guest.hosts << machine.name;
        guest.evidence << (machine.running.known() ? machine.running.evidence
                                                   : machine.vms.evidence);
        const Vm *vm = vmOn(machine, guest.id);
        guest.state = vm && (vm->state == GuestState::Paused || vm->state == GuestState::IoError)
            ? vm->state
            : GuestState::Running;
    }
    if (guest.hosts.isEmpty() && everyNodeTold)
        guest.state = GuestState::Stopped;
}

void takeService(GuestView &guest, const ClusterSnapshot &snapshot)
{
    EvidenceRef evidence;
    const HaStatus *ha = haView(snapshot, &evidence);
    if (!ha)
        return;
    for (const HaService &service : ha->services) {
        if (vmidOf(service.name) != guest.id)
            continue;
        guest.service = service;
        guest.highlyAvailable = true;
        guest.evidence << evidence;
        const auto owner = snapshot.machines.constFind(service.owner.value_or(NodeName()));
        guest.ownerLost = service.state == ServiceState::Started
            && owner != snapshot.machines.cend() && !answers(*owner);
        if (guest.home.isEmpty() && service.owner)
            guest.home = *service.owner;
    }
}

bool startsAtBoot(int id, const ClusterSnapshot &snapshot)
{
    return std::any_of(snapshot.machines.cbegin(), snapshot.machines.cend(),
                       [id](const Machine &machine) {
                           const BootGuests *told = freshFact(machine, machine.bootGuests);
                           return told && told->ids.contains(id);
                       });
}

GuestView guestView(int id, const ClusterSnapshot &snapshot)
{
    GuestView guest;
    guest.id = id;
    takePlacement(guest, snapshot);
    takeProcesses(guest, snapshot);
    takeService(guest, snapshot);
    for (const HaGuest &configured : snapshot.configuration.value_or(ClusterConfig()).haGuests)
        guest.highlyAvailable = guest.highlyAvailable || configured.vmid == id;
    guest.startsAtBoot = startsAtBoot(id, snapshot);
    return guest;
}
} // namespace

bool shouldRun(const GuestView &guest)
{
    if (!guest.highlyAvailable)
        return guest.startsAtBoot;
    return !guest.service || guest.service->state != ServiceState::Disabled;
}

QList<GuestView> guestsOf(const ClusterSnapshot &snapshot)
{
    QSet<int> ids;
    for (const Machine &machine : snapshot.machines)
        addIds(ids, machine);
    for (const HaGuest &configured : snapshot.configuration.value_or(ClusterConfig()).haGuests)
        ids.insert(configured.vmid);
    QList<int> ordered(ids.cbegin(), ids.cend());
    std::sort(ordered.begin(), ordered.end());
    QList<GuestView> guests;
    for (const int id : ordered)
        guests << guestView(id, snapshot);
    return guests;
}
} // namespace Core
