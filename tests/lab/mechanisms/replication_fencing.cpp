// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

namespace Lab
{

namespace
{

constexpr Time handlerTime{300};

} // namespace

// fencing resource-*: a Primary without its peer wants to see the peer outdated.
void Replication::startFencing(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    const bool wanted = side.role == Role::Primary && side.running.disk.fencing != "dont-care"
        && side.disk == Disk::UpToDate && side.peerDisk > Disk::Outdated
        && side.connection != Connection::Disconnecting;
    if (!wanted)
        return;
    side.suspended = side.running.disk.fencing == "resource-and-stonith";
    of(timers(resource).fence, node).setAfter(handlerTime, [this, &resource, node] {
        fencePeer(resource, node);
    });
}

void Replication::fencePeer(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.connection >= Connection::WFReportParams
        || side.connection == Connection::Unconfigured)
        return;
    const int status = askPeerToBeOutdated(resource, node);
    m_log.helper(resource, node, "fence-peer", status);
    if (status == 0) {
        m_log.line(resource, node, "fence-peer helper broken, returned 0");
        return;
    }
    if (status == 6)
        side.disk = Disk::Outdated;
    else
        side.peerDisk = status == 3 ? Disk::Inconsistent : Disk::Outdated;
    if (status != 6 && side.suspended) {
        side.suspended = false;
        if (side.generations.bitmap == 0)
            beginGeneration(resource, node);
    }
}

// What the handler's script finds out, as its exit status tells the kernel: 0 there is none, 3 the
// peer is inconsistent anyway, 4 outdated now, 5 not reached, 6 refuses because it is Primary.
int Replication::askPeerToBeOutdated(Resource &resource, int node)
{
    DrbdSide &peer = resource.side(World::peerOf(node));
    if (resource.side(node).running.fencePeer.empty())
        return 0;
    if (!clusterPath(m_world) || peer.connection == Connection::Unconfigured)
        return 5;
    if (peer.role == Role::Primary)
        return 6;
    if (peer.disk <= Disk::Inconsistent)
        return 3;
    peer.disk = Disk::Outdated;
    return 4;
}

Replication::Refusal Replication::resumeIo(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.suspended && !connected(side.connection) && side.generations.bitmap == 0)
        beginGeneration(resource, node);
    side.suspended = false;
    return std::nullopt;
}

} // namespace Lab
