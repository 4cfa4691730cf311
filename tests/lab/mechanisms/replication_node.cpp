// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr Time degradedWait{60000}; // degr-wfc-timeout

} // namespace

Replication::Refusal Replication::takeUp(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.connection > Connection::StandAlone)
        return refusalText(124);
    side.running = resource.file(node);
    side.role = Role::Secondary;
    side.peerRole = Role::Unknown;
    side.peerDisk = Disk::DUnknown;
    side.suspended = side.userPaused = false;
    side.counters = {};
    side.disk = side.backing == Backing::Good ? diskAfterAttach(side) : Disk::Diskless;
    side.connection = Connection::WFConnection;
    return std::nullopt;
}

// What is left of it is what stands in the meta data.
Replication::Refusal Replication::takeDown(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (heldOpen(resource, node))
        return refuse(resource, node, StateError::DeviceInUse);
    if (linked(resource))
        tellPeer(resource, node);
    if (side.disk >= Disk::Inconsistent)
        side.metaDisk = side.disk;
    side.role = Role::Secondary;
    side.connection = Connection::Unconfigured;
    m_log.forget(resource, node);
    return std::nullopt;
}

void Replication::bringUp(int id)
{
    m_world.node(id).drbdLoaded = true;
    for (Resource &resource : m_world.resources)
        takeUp(resource, id);
}

void Replication::forget(int id)
{
    m_world.node(id).drbdLoaded = false;
    for (Resource &resource : m_world.resources) {
        DrbdSide &side = resource.side(id);
        of(timers(resource).loss, id).clear();
        of(timers(resource).step, id).clear();
        of(timers(resource).fence, id).clear();
        m_log.forget(resource, id);
        side.crashedPrimary = side.crashedPrimary || side.role == Role::Primary;
        if (side.connection != Connection::Unconfigured)
            side.degraded = !connected(side.connection);
        // A crashed primary resynchronises the extents of its activity log.
        if (side.role == Role::Primary)
            markOutOfSync(resource, side,
                          static_cast<std::uint64_t>(4096 * (1 + writers(resource, id))));
        if (side.disk >= Disk::Inconsistent)
            side.metaDisk = side.disk;
        side.connection = Connection::Unconfigured;
        side.role = Role::Secondary;
        side.discardMyData = false;
        side.active.clear();
        side.heldUntil = Time{0};
        side.counters = {};
    }
}

void Replication::bringDown(int id)
{
    for (Resource &resource : m_world.resources) {
        if (linked(resource))
            tellPeer(resource, id);
        setRole(resource, id, Role::Secondary);
    }
    forget(id);
}

bool Replication::waitIsOver(int id, Time since) const
{
    bool over = true;
    for (const Resource &resource : m_world.resources) {
        const DrbdSide &side = resource.side(id);
        const bool alone = side.degraded && m_queue.now() - since >= degradedWait;
        const bool waits
            = side.connection > Connection::StandAlone && side.connection < Connection::Connected;
        over = over && (!waits || alone);
    }
    return over;
}

void Replication::becomePrimary(int id)
{
    for (Resource &resource : m_world.resources)
        makePrimary(resource, id);
}

// Where a person's guest would write on that side: a running one's volume, or the first.
std::string Replication::usualVolume(const Resource &resource, int node) const
{
    for (const Guest &guest : m_world.guests) {
        if (guest.resource == resource.name && runsOn(guest, node))
            return volumeOf(guest.vmid);
    }
    const VolumeGroup &group = resource.side(node).group;
    return group.volumes.empty() ? std::string() : group.volumes.front().name;
}

// Two sides that were both Primary without each other, and met.
void Replication::divergeBy(Resource &resource, std::uint64_t firstKiB, std::uint64_t secondKiB)
{
    const std::array<std::uint64_t, 2> written{firstKiB, secondKiB};
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        if (connected(side.connection))
            lose(resource, node, Connection::NetworkFailure);
        if (side.generations.bitmap == 0)
            beginGeneration(resource, node);
        const std::uint64_t kib = written.at(static_cast<std::size_t>(node - 1)) / 4 * 4;
        side.outOfSyncKiB = std::min(side.outOfSyncKiB + kib, resource.sizeKiB);
        writeVolume(resource, node, usualVolume(resource, node), kib);
        side.connection = Connection::WFConnection;
    }
    meet(resource);
}

void Replication::makeUnrelated(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    side.generations = {newUuid(), 0, {newUuid(), newUuid()}};
}

} // namespace Lab
