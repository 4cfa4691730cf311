// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

namespace Lab
{

Replication::Refusal Replication::refuse(Resource &resource, int node, StateError error)
{
    const std::string text = refusalText(error);
    m_log.refused(resource, node, text.substr(text.find(") ") + 2));
    return text;
}

void Replication::setRole(Resource &resource, int node, Role role)
{
    DrbdSide &side = resource.side(node);
    side.role = role;
    side.generations.current
        = (side.generations.current & ~std::uint64_t{1}) | (role == Role::Primary ? 1 : 0);
    mirrorPeers(resource);
}

Replication::Refusal Replication::primaryRefusal(Resource &resource, int node)
{
    DrbdSide wanted = resource.side(node);
    wanted.role = Role::Primary;
    StateError error = invalidState(wanted);
    const bool peerForbids = linked(resource)
        && resource.side(World::peerOf(node)).role == Role::Primary
        && !resource.side(World::peerOf(node)).running.net.allowTwoPrimaries;
    if (error == StateError::None && peerForbids)
        error = StateError::TwoPrimaries;
    const bool unsure = error == StateError::NoUpToDateDisk && wanted.disk == Disk::Consistent;
    if (error == StateError::PrimaryNop || (unsure && !connected(wanted.connection))) {
        const int status = askPeerToBeOutdated(resource, node);
        m_log.helper(resource, node, "fence-peer", status);
        if (status == 3 || status == 4 || (status == 5 && wanted.disk == Disk::UpToDate)) {
            resource.side(node).peerDisk = status == 3 ? Disk::Inconsistent : Disk::Outdated;
            resource.side(node).disk = Disk::UpToDate;
            return std::nullopt;
        }
    }
    return error == StateError::None ? std::nullopt : refuse(resource, node, error);
}

Replication::Refusal Replication::makePrimary(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.connection == Connection::Unconfigured)
        return refusalText(127);
    if (side.role == Role::Primary)
        return std::nullopt;
    if (auto refusal = primaryRefusal(resource, node))
        return refusal;
    side.discardMyData = false;
    // Alone and about to be written to: a generation of its own, from which a split brain is told.
    const bool alone = !connected(side.connection) || side.peerDisk <= Disk::Failed;
    if (alone && side.generations.bitmap == 0 && side.disk == Disk::UpToDate)
        beginGeneration(resource, node);
    setRole(resource, node, Role::Primary);
    return std::nullopt;
}

Replication::Refusal Replication::forcePrimary(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    const bool overwrite = side.disk < Disk::UpToDate;
    if (!overwrite)
        return makePrimary(resource, node);
    if (side.disk < Disk::Inconsistent)
        return refuse(resource, node, StateError::NoUpToDateDisk);
    side.disk = Disk::UpToDate;
    m_log.line(resource, node, "Forced to consider local data as UpToDate!");
    moveBitmapToHistory(side.generations);
    beginGeneration(resource, node);
    setRole(resource, node, Role::Primary);
    if (linked(resource) && side.connection == Connection::Connected)
        act(resource, compared(resource));
    return std::nullopt;
}

Replication::Refusal Replication::makeSecondary(Resource &resource, int node)
{
    if (heldOpen(resource, node))
        return refuse(resource, node, StateError::DeviceInUse);
    setRole(resource, node, Role::Secondary);
    return std::nullopt;
}

Replication::Refusal Replication::resyncRefusal(Resource &resource, int node)
{
    const DrbdSide &side = resource.side(node);
    if (!connected(side.connection) || !linked(resource))
        return refuse(resource, node, StateError::NeedConnection);
    if (side.connection > Connection::Connected)
        return refuse(resource, node, StateError::ResyncRunning);
    if (side.disk <= Disk::Failed)
        return refuse(resource, node, StateError::IsDiskless);
    if (side.peerDisk <= Disk::Failed)
        return refuse(resource, node, StateError::RefusedByPeer);
    return std::nullopt;
}

Replication::Refusal Replication::invalidate(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.connection == Connection::StandAlone && side.role == Role::Secondary
        && side.disk >= Disk::Inconsistent) {
        side.disk = Disk::Inconsistent;
        side.outOfSyncKiB = resource.sizeKiB;
        return std::nullopt;
    }
    if (auto refusal = resyncRefusal(resource, node))
        return refusal;
    if (side.peerDisk != Disk::UpToDate)
        return refuse(resource, node, StateError::NoUpToDateDisk);
    startFullSync(resource, World::peerOf(node));
    return std::nullopt;
}

Replication::Refusal Replication::invalidateRemote(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.connection == Connection::StandAlone && side.role == Role::Primary) {
        side.peerDisk = Disk::Inconsistent;
        side.outOfSyncKiB = resource.sizeKiB;
        return std::nullopt;
    }
    if (auto refusal = resyncRefusal(resource, node))
        return refusal;
    if (side.disk != Disk::UpToDate)
        return refuse(resource, node, StateError::NoUpToDateDisk);
    startFullSync(resource, node);
    return std::nullopt;
}

Replication::Refusal Replication::verify(Resource &resource, int node)
{
    if (auto refusal = resyncRefusal(resource, node))
        return refusal;
    DrbdSide &asking = resource.side(node);
    if (asking.running.syncer.verifyAlg.empty())
        return refuse(resource, node, StateError::NoVerifyAlgorithm);
    const std::uint64_t from = std::min(asking.verifiedKiB, resource.sizeKiB - 4);
    for (DrbdSide &side : resource.sides)
        side.sync = startedRun(resource.sizeKiB - from, m_queue.now());
    asking.connection = Connection::VerifyS;
    resource.side(World::peerOf(node)).connection = Connection::VerifyT;
    m_log.states(resource);
    m_log.line(resource, node, "Starting Online Verify from sector " + std::to_string(from * 2));
    return std::nullopt;
}

Replication::Refusal Replication::pause(Resource &resource, int node, bool pause)
{
    DrbdSide &side = resource.side(node);
    const DrbdSide &peer = resource.side(World::peerOf(node));
    if (side.userPaused != pause) {
        side.userPaused = pause;
        return std::nullopt;
    }
    if (pause)
        return refusalText(134);
    if (paused(side.connection) && side.afterPaused)
        return refusalText(160);
    return refusalText(paused(side.connection) && (peer.userPaused || peer.afterPaused) ? 161
                                                                                        : 135);
}

void Replication::takeSyncer(Resource &resource, int node)
{
    resource.side(node).running.syncer = resource.file(node).syncer;
}

// The kernel cannot change a connection's options: it is taken down and made anew.
Replication::Refusal Replication::adjust(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    takeSyncer(resource, node);
    side.running.fencePeer = resource.file(node).fencePeer;
    const bool reconnects
        = side.running.net != resource.file(node).net && side.connection > Connection::StandAlone;
    if (reconnects) {
        if (auto refusal = disconnect(resource, node))
            return refusal;
    }
    if (side.disk == Disk::Diskless && side.backing != Backing::Good)
        return refusalText(side.backing == Backing::Broken ? 118 : 119);
    if (side.disk == Disk::Diskless)
        attach(resource, node);
    side.running.disk = resource.file(node).disk;
    return side.connection <= Connection::StandAlone ? connect(resource, node, false)
                                                     : std::nullopt;
}

} // namespace Lab
