// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr std::uint64_t metaDataKiB = 4; // one block of the area at the start of the device

} // namespace

// The running guests' volumes are mapped where they run; a stopped one's stays so until somebody
// says otherwise, a migrated one's does not.
void Replication::mapVolumes(Resource &resource)
{
    for (const Guest &guest : m_world.guests) {
        if (guest.resource != resource.name)
            continue;
        const std::string name = volumeOf(guest.vmid);
        for (const int node : {1, 2}) {
            if (runsOn(guest, node))
                resource.side(node).active.insert(name);
            else if (runsOn(guest, World::peerOf(node)))
                resource.side(node).active.erase(name);
        }
    }
}

// Both disks get the same, or one of them alone.
void Replication::writeVolume(Resource &resource, int node, const std::string &name,
                              std::uint64_t kib)
{
    DrbdSide &side = resource.side(node);
    DrbdSide &peer = resource.side(World::peerOf(node));
    const bool here = side.disk >= Disk::Inconsistent;
    const bool there = connected(side.connection) && peer.disk >= Disk::Inconsistent;
    const std::uint64_t salt = ++m_writes;
    for (DrbdSide *one : {&side, &peer}) {
        LogicalVolume *volume = one->group.find(name);
        if (!volume || !(one == &side ? here : there))
            continue;
        writeTo(*volume, kib, salt);
        if (here != there)
            volume->aloneKiB = std::min(volume->aloneKiB + kib, volume->sizeKiB);
    }
}

void Replication::copyVolumes(const DrbdSide &from, DrbdSide &to)
{
    to.group = from.group;
    for (LogicalVolume &volume : to.group.volumes)
        volume.aloneKiB = 0;
}

void Replication::writeMetaData(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    DrbdSide &peer = resource.side(World::peerOf(node));
    const bool here = side.disk >= Disk::Inconsistent;
    const bool there = connected(side.connection) && peer.disk >= Disk::Inconsistent;
    const int next = groupSeen(resource, node).seqno + 1;
    if (here)
        side.group.seqno = next;
    if (there)
        peer.group.seqno = next;
    if (here != there)
        markOutOfSync(resource, here ? side : peer, metaDataKiB);
}

Replication::Refusal Replication::createVolume(Resource &resource, int node,
                                               const LogicalVolume &volume)
{
    if (groupSeen(resource, node).find(volume.name))
        return "Logical volume \"" + volume.name + "\" already exists in volume group \""
            + resource.volumeGroup + "\"";
    DrbdSide &side = resource.side(node);
    DrbdSide &peer = resource.side(World::peerOf(node));
    if (side.disk >= Disk::Inconsistent)
        side.group.volumes.push_back(volume);
    if (connected(side.connection) && peer.disk >= Disk::Inconsistent)
        peer.group.volumes.push_back(volume);
    writeMetaData(resource, node);
    side.active.insert(volume.name);
    return std::nullopt;
}

Replication::Refusal Replication::removeVolume(Resource &resource, int node,
                                               const std::string &name)
{
    if (!groupSeen(resource, node).find(name))
        return "One or more specified logical volume(s) not found.";
    if (!activate(resource, node, name, false))
        return "Logical volume " + resource.volumeGroup + "/" + name + " in use.";
    const auto gone = [&](const LogicalVolume &v) { return v.name == name; };
    DrbdSide &side = resource.side(node);
    DrbdSide &peer = resource.side(World::peerOf(node));
    if (side.disk >= Disk::Inconsistent)
        std::erase_if(side.group.volumes, gone);
    if (connected(side.connection) && peer.disk >= Disk::Inconsistent)
        std::erase_if(peer.group.volumes, gone);
    writeMetaData(resource, node);
    return std::nullopt;
}

bool Replication::activate(Resource &resource, int node, const std::string &name, bool on)
{
    DrbdSide &side = resource.side(node);
    bool done = true;
    for (const LogicalVolume &volume : groupSeen(resource, node).volumes) {
        if (!name.empty() && volume.name != name)
            continue;
        const bool used
            = std::any_of(m_world.guests.begin(), m_world.guests.end(), [&](const Guest &guest) {
                  return guest.resource == resource.name && volumeOf(guest.vmid) == volume.name
                      && runsOn(guest, node);
              });
        done = done && (on || !used);
        if (on)
            side.active.insert(volume.name);
        else if (!used)
            side.active.erase(volume.name);
    }
    return done;
}

void Replication::holdOpen(Resource &resource, int node, Time until)
{
    DrbdSide &side = resource.side(node);
    side.heldUntil = std::max(side.heldUntil, until);
}

} // namespace Lab
