// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/resourceuse.h"

#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
bool isDevice(const QString &path, const ResourceName &resource, int minor)
{
    const QString byResource = QStringLiteral("/dev/drbd/by-res/") + resource.text();
    return path == QStringLiteral("/dev/drbd%1").arg(minor)
        || (!resource.isEmpty() && (path == byResource || path.startsWith(byResource + u'/')));
}

// LVM cannot open the device of a Secondary, so that its silence says nothing there.
bool canRead(const Machine &machine, int minor)
{
    const DrbdStatus *drbd = freshFact(machine, machine.drbd);
    const QList<DrbdResource> resources = drbd ? drbd->resources : QList<DrbdResource>();
    return std::any_of(resources.cbegin(), resources.cend(), [minor](const DrbdResource &one) {
        return one.minor == minor && one.role == Role::Primary;
    });
}

void takeGroups(ResourceUse &use, const ClusterSnapshot &snapshot, const ResourceName &resource,
                int minor)
{
    for (const Machine &machine : snapshot.machines) {
        const PhysicalVolumes *volumes = freshFact(machine, machine.physicalVolumes);
        if (!volumes)
            continue;
        bool told = canRead(machine, minor);
        for (const PhysicalVolume &volume : *volumes) {
            if (!isDevice(volume.device, resource, minor))
                continue;
            told = true;
            if (!volume.group.isEmpty() && !use.groups.contains(volume.group))
                use.groups << volume.group;
        }
        if (told) {
            use.groupsKnown = true;
            use.evidence << machine.physicalVolumes.evidence;
        }
    }
    use.groups.sort();
}

struct Files {
    const GuestStorage *storage = nullptr;
    EvidenceRef evidence;
};
Files filesOf(const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        if (const GuestStorage *storage = freshFact(machine, machine.guestStorage))
            return {storage, machine.guestStorage.evidence};
    }
    return {};
}

const Storage *storageOf(const GuestStorage &files, const QString &id)
{
    const auto found = std::find_if(files.storages.cbegin(), files.storages.cend(),
                                    [&id](const Storage &one) { return one.id == id; });
    return found == files.storages.cend() ? nullptr : &*found;
}

void takeDisks(ResourceUse &use, const GuestStorage &files, const ResourceName &resource, int minor)
{
    for (const GuestDisk &disk : files.disks) {
        const Storage *storage = storageOf(files, disk.storage);
        // "local" is there without being configured.
        if (!storage && !disk.storage.isEmpty() && disk.storage != QStringLiteral("local"))
            use.guestsKnown = false;
        const bool below = storage ? use.groups.contains(storage->volumeGroup)
                                   : isDevice(disk.volume, resource, minor);
        if (!below)
            continue;
        use.disks << disk;
        if (!use.guests.contains(disk.guest))
            use.guests << disk.guest;
    }
    std::sort(use.guests.begin(), use.guests.end());
}
} // namespace

ResourceUse useOf(const ClusterSnapshot &snapshot, const ResourceName &resource, int minor)
{
    ResourceUse use;
    takeGroups(use, snapshot, resource, minor);
    const Files files = filesOf(snapshot);
    if (!files.storage)
        return use;
    use.guestsKnown = use.groupsKnown;
    use.evidence << files.evidence;
    takeDisks(use, *files.storage, resource, minor);
    return use;
}

std::optional<QList<int>> runningOn(const Machine &machine, const ResourceUse &use)
{
    const RunningGuests *running = freshFact(machine, machine.running);
    if (!running || !use.guestsKnown)
        return std::nullopt;
    QList<int> ids;
    for (const int id : use.guests) {
        if (running->ids.contains(id))
            ids << id;
    }
    return ids;
}

std::optional<LogicalVolumes> volumesOn(const Machine &machine, const ResourceUse &use)
{
    const LogicalVolumes *volumes = freshFact(machine, machine.logicalVolumes);
    if (!volumes || !use.groupsKnown)
        return std::nullopt;
    LogicalVolumes found;
    for (const LogicalVolume &volume : *volumes) {
        if (use.groups.contains(volume.group))
            found << volume;
    }
    return found;
}

std::optional<quint64> seqnoOn(const Machine &machine, const QString &group)
{
    const VolumeGroups *groups = freshFact(machine, machine.volumeGroups);
    for (const VolumeGroup &one : groups ? *groups : VolumeGroups()) {
        if (one.name == group)
            return one.seqno;
    }
    return std::nullopt;
}
} // namespace Core
