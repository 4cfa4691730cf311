// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdhandshake.h"
#include "note.h"
#include "replication.h"

#include <cstdlib>

namespace Lab
{

namespace
{

constexpr Time attachTime{150};
constexpr Time failTime{20};

} // namespace

// With a fencing policy nobody is sure of his data before he has seen, or outdated, the peer.
Disk Replication::diskAfterAttach(const DrbdSide &side) const
{
    const bool good = side.metaDisk == Disk::UpToDate || side.metaDisk == Disk::Consistent;
    if (!good)
        return side.metaDisk;
    return side.running.disk.fencing == "dont-care" || side.peerDisk == Disk::Outdated
        ? Disk::UpToDate
        : Disk::Consistent;
}

void Replication::loseDisk(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    DrbdSide &peer = resource.side(World::peerOf(node));
    const bool together = linked(resource);
    if (together)
        abortRun(resource);
    if (side.disk >= Disk::Inconsistent)
        side.metaDisk = side.disk;
    side.disk = Disk::Failed;
    m_log.states(resource);
    // What is written from now on is missing on this disk.
    if (together && peer.disk == Disk::UpToDate && peer.generations.bitmap == 0
        && (peer.role == Role::Primary || side.role == Role::Primary))
        beginGeneration(resource, World::peerOf(node));
    mirrorPeers(resource);
    of(timers(resource).step, node).setAfter(failTime, [this, &resource, node] {
        if (resource.side(node).disk == Disk::Failed)
            resource.side(node).disk = Disk::Diskless;
    });
}

Replication::Refusal Replication::detach(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.disk <= Disk::Failed)
        return std::nullopt;
    const bool last = side.role == Role::Primary
        && (!connected(side.connection) || side.peerDisk != Disk::UpToDate);
    if (last)
        return refuse(resource, node, StateError::NoUpToDateDisk);
    loseDisk(resource, node);
    side.disk = Disk::Diskless; // the command waits for it
    mirrorPeers(resource);
    return std::nullopt;
}

Replication::Refusal Replication::attach(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.disk != Disk::Diskless)
        return refusalText(124);
    if (side.backing == Backing::Broken)
        return refusalText(118);
    if (side.backing == Backing::Blank)
        return refusalText(119);
    side.running.disk = resource.file(node).disk;
    side.running.fencePeer = resource.file(node).fencePeer;
    side.disk = Disk::Attaching;
    if (side.connection == Connection::Unconfigured)
        side.connection = Connection::StandAlone;
    of(timers(resource).step, node).setAfter(attachTime, [this, &resource, node] {
        DrbdSide &now = resource.side(node);
        if (now.disk == Disk::Attaching)
            now.disk = connected(now.connection) ? Disk::Negotiating : diskAfterAttach(now);
    });
    return std::nullopt;
}

// Both disks are there again, and are compared as at a handshake.
void Replication::attached(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    const int outcome = compared(resource);
    if (std::abs(outcome) > 2) {
        m_log.line(resource, World::peerOf(node),
                   "Disk attach process on the peer node was aborted.");
        side.disk = Disk::Diskless;
        mirrorPeers(resource);
    } else {
        act(resource, outcome);
    }
}

Replication::Refusal Replication::createMetaData(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.disk != Disk::Diskless && side.connection != Connection::Unconfigured)
        return "Device '" + std::to_string(resource.minor) + "' is configured!";
    if (side.backing == Backing::Broken)
        return refusalText(118);
    side.backing = Backing::Good;
    side.metaDisk = Disk::Inconsistent;
    side.generations = {};
    side.generations.current = justCreated;
    side.outOfSyncKiB = resource.sizeKiB;
    return std::nullopt;
}

Replication::Refusal Replication::outdate(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.disk < Disk::Outdated)
        return refuse(resource, node, StateError::LowerThanOutdated);
    if (connected(side.connection))
        return refuse(resource, node, StateError::ConnectedOutdates);
    if (side.role == Role::Primary)
        return refuse(resource, node, StateError::NoUpToDateDisk);
    side.disk = Disk::Outdated;
    return std::nullopt;
}

void Replication::failDisk(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    side.backing = Backing::Broken;
    if (side.disk <= Disk::Failed)
        return;
    note(m_world, m_queue.now(),
         m_world.nameOf(node) + ": drbd " + resource.name + ": disk failed");
    if (side.running.disk.onIoError == "pass_on") {
        m_log.line(resource, node, "Local IO failed.");
        side.disk = side.metaDisk = Disk::Inconsistent;
        mirrorPeers(resource);
        return;
    }
    m_log.line(resource, node, "Local IO failed. Detaching...");
    if (side.running.disk.onIoError == "call-local-io-error")
        m_log.helper(resource, node, "local-io-error");
    loseDisk(resource, node);
    side.metaDisk = Disk::Inconsistent;
}

void Replication::replaceDisk(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    side.backing = Backing::Blank;
    side.metaDisk = Disk::Inconsistent;
}

} // namespace Lab
