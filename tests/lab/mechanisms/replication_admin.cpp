// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

#include "note.h"

namespace Lab
{

namespace
{

constexpr Time degradedWait{60000}; // degr-wfc-timeout

} // namespace

void Replication::bringUp(int id)
{
    m_world.node(id).drbdLoaded = true;
    for (Resource &resource : m_world.resources) {
        DrbdSide &side = resource.side(id);
        side.connection = Connection::WFConnection;
        side.role = Role::Secondary;
        side.disk = side.disk == Disk::Diskless ? side.metaDisk : side.disk;
        side.peerRole = Role::Unknown;
        side.peerDisk = Disk::DUnknown;
        side.counters = {};
    }
}

void Replication::forget(int id)
{
    m_world.node(id).drbdLoaded = false;
    for (Resource &resource : m_world.resources) {
        DrbdSide &side = resource.side(id);
        const auto index = static_cast<std::size_t>(id - 1);
        timers(resource).loss.at(index).clear();
        side.crashedPrimary = side.role == Role::Primary;
        if (side.connection != Connection::Unconfigured)
            side.degraded = !connected(side.connection);
        // A crashed primary resynchronises the extents of its activity log.
        if (side.crashedPrimary)
            side.outOfSyncKiB += static_cast<std::uint64_t>(4096 * (1 + writers(resource, id)));
        side.connection = Connection::Unconfigured;
        side.role = Role::Secondary;
        side.counters = {};
    }
}

void Replication::bringDown(int id)
{
    for (Resource &resource : m_world.resources) {
        if (connected(resource.side(id).connection) && reachable(resource))
            loseConnection(resource, World::peerOf(id), Connection::WFConnection);
        resource.side(id).role = Role::Secondary;
    }
    forget(id);
}

bool Replication::waitIsOver(int id, Time since) const
{
    bool over = true;
    for (const Resource &resource : m_world.resources) {
        const DrbdSide &side = resource.side(id);
        const bool alone = side.degraded && m_queue.now() - since >= degradedWait;
        over = over && (side.connection != Connection::WFConnection || alone);
    }
    return over;
}

void Replication::becomePrimary(int id)
{
    for (Resource &resource : m_world.resources)
        makePrimary(resource, id);
}

std::optional<std::string> Replication::makePrimary(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    const bool peerData = connected(side.connection) && side.peerDisk == Disk::UpToDate;
    if (side.disk != Disk::UpToDate && !peerData)
        return "State change failed: (-2) Refusing to be Primary without at least one UpToDate "
               "disk";
    // Alone and about to be written to: a generation of its own, from which a split brain is told.
    if (side.role != Role::Primary && !connected(side.connection))
        beginGeneration(side);
    side.role = Role::Primary;
    mirrorPeers(resource);
    return std::nullopt;
}

std::optional<std::string> Replication::forcePrimary(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.disk == Disk::Diskless)
        return "State change failed: (-2) Refusing to be Primary without at least one UpToDate "
               "disk";
    const bool overwrite = side.disk != Disk::UpToDate;
    side.disk = Disk::UpToDate;
    const auto refusal = makePrimary(resource, node);
    if (overwrite && side.connection == Connection::Connected)
        startSync(resource, node, resource.sizeKiB);
    return refusal;
}

std::optional<std::string> Replication::makeSecondary(Resource &resource, int node)
{
    for (const Guest &guest : m_world.guests) {
        if (guest.resource == resource.name && runsOn(guest, node))
            return "State change failed: (-12) Device is held open by someone";
    }
    resource.side(node).role = Role::Secondary;
    mirrorPeers(resource);
    return std::nullopt;
}

void Replication::disconnect(Resource &resource, int node)
{
    const int peer = World::peerOf(node);
    const bool both = connected(resource.side(node).connection) && reachable(resource)
        && connected(resource.side(peer).connection);
    if (connected(resource.side(node).connection))
        loseConnection(resource, node, Connection::StandAlone);
    resource.side(node).connection = Connection::StandAlone;
    if (both)
        loseConnection(resource, peer, Connection::WFConnection);
}

std::optional<std::string> Replication::connect(Resource &resource, int node, bool discardMyData)
{
    DrbdSide &side = resource.side(node);
    if (side.connection != Connection::StandAlone)
        return "Failure: (125) Device has a net-config (use disconnect first)";
    if (discardMyData && side.role == Role::Primary)
        return "Failure: (123) --discard-my-data not allowed when primary.";
    side.connection = Connection::WFConnection;
    side.discardMyData = discardMyData;
    return std::nullopt;
}

// What is written from now on is missing on this disk: the peer begins a generation of its own.
void Replication::detach(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    DrbdSide &peer = resource.side(World::peerOf(node));
    if (side.disk == Disk::Diskless)
        return;
    if (connected(side.connection) && reachable(resource)) {
        if (syncs(side) || resyncing(side.connection))
            side.connection = peer.connection = Connection::Connected;
        if (peer.disk == Disk::UpToDate && peer.currentUuid == side.currentUuid)
            beginGeneration(peer);
    }
    side.metaDisk = side.disk;
    side.disk = Disk::Diskless;
    mirrorPeers(resource);
}

void Replication::attach(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.disk != Disk::Diskless)
        return;
    const DrbdSide &peer = resource.side(World::peerOf(node));
    side.disk = side.metaDisk;
    const bool together = side.connection == Connection::Connected && reachable(resource);
    if (together && peer.disk == Disk::UpToDate)
        startSync(resource, World::peerOf(node), peer.outOfSyncKiB);
    mirrorPeers(resource);
}

std::optional<std::string> Replication::invalidate(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.connection != Connection::Connected || side.peerDisk != Disk::UpToDate)
        return "State change failed: (-2) Need access to UpToDate data";
    startSync(resource, World::peerOf(node), resource.sizeKiB);
    return std::nullopt;
}

std::optional<std::string> Replication::verify(Resource &resource, int node)
{
    if (resource.side(node).connection != Connection::Connected)
        return "State change failed: (-15) Need a connection to start verify or resync";
    for (DrbdSide &side : resource.sides)
        side.sync = {resource.sizeKiB, resource.sizeKiB, m_queue.now(), Time{0}};
    resource.side(node).connection = Connection::VerifyS;
    resource.side(World::peerOf(node)).connection = Connection::VerifyT;
    return std::nullopt;
}

void Replication::pause(Resource &resource, int node, bool paused)
{
    resource.side(node).userPaused = paused;
    const bool anyPaused = resource.sides[0].userPaused || resource.sides[1].userPaused;
    for (DrbdSide &side : resource.sides) {
        if (side.connection == Connection::SyncSource || side.connection == Connection::PausedSyncS)
            side.connection = anyPaused ? Connection::PausedSyncS : Connection::SyncSource;
        if (side.connection == Connection::SyncTarget || side.connection == Connection::PausedSyncT)
            side.connection = anyPaused ? Connection::PausedSyncT : Connection::SyncTarget;
    }
}

} // namespace Lab
