// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdhandshake.h"
#include "note.h"
#include "replication.h"

namespace Lab
{

namespace
{

constexpr Time pingInterval{10000};
constexpr Time pingTimeout{500};
constexpr Time connectTime{2000};
constexpr Time closing{45}; // threads end, the connection is closed

} // namespace

// With somebody writing there is traffic all the time; an idle connection was heard at its last
// ping.
Time Replication::lastHeard(const Resource &resource, int node) const
{
    if (writers(resource, 1) + writers(resource, 2) > 0)
        return m_queue.now();
    const Time since = resource.side(node).connectedSince;
    return since + (m_queue.now() - since) / pingInterval * pingInterval;
}

void Replication::reviewLoss(Resource &resource)
{
    for (const int node : {1, 2}) {
        Alarm &alarm = of(timers(resource).loss, node);
        if (resource.side(node).connection <= Connection::WFConnection || reachable(resource)) {
            alarm.clear();
            continue;
        }
        if (!alarm.isSet())
            alarm.setAt(lastHeard(resource, node) + pingInterval + pingTimeout,
                        [this, &resource, node] {
                            m_log.line(resource, node, "PingAck did not arrive in time.");
                            lose(resource, node, Connection::NetworkFailure);
                            noteLoss(resource, node);
                        });
    }
}

void Replication::reviewHandshake(Resource &resource)
{
    // One side starts over while the other still believes in the old connection: it learns now.
    for (const int node : {1, 2}) {
        const bool peerWaits
            = resource.side(World::peerOf(node)).connection == Connection::WFConnection;
        if (resource.side(node).connection > Connection::WFConnection && peerWaits
            && reachable(resource)) {
            m_log.line(resource, node, "sock was shut down by peer");
            lose(resource, node, Connection::BrokenPipe);
            noteLoss(resource, node);
        }
    }
    const bool waiting = resource.side(1).connection == Connection::WFConnection
        && resource.side(2).connection == Connection::WFConnection;
    if (waiting && reachable(resource))
        timers(resource).handshake.ensureAfter(connectTime, [this, &resource] { meet(resource); });
    else
        timers(resource).handshake.clear();
}

// The peer's disk is no longer known, unless something was known of it that stays true.
void Replication::lose(Resource &resource, int node, Connection how)
{
    DrbdSide &side = resource.side(node);
    const Disk before = side.peerDisk;
    if (verifying(side.connection))
        side.verifiedKiB = resource.sizeKiB - side.sync.leftKiB;
    side.connection = how;
    side.peerRole = Role::Unknown;
    if (side.peerDisk > Disk::DUnknown || side.peerDisk < Disk::Inconsistent)
        side.peerDisk = Disk::DUnknown;
    if (side.disk == Disk::Negotiating)
        side.disk = diskAfterAttach(side);
    timers(resource).done.clear();
    startFencing(resource, node);
    lostContact(resource, node, before);
    m_log.states(resource);
    of(timers(resource).step, node).setAfter(closing, [this, &resource, node] {
        stepDown(resource, node);
    });
}

void Replication::noteLoss(const Resource &resource, int node)
{
    const bool alone = resource.side(node).connection == Connection::StandAlone;
    note(m_world, m_queue.now(),
         m_world.nameOf(node) + ": drbd " + resource.name + ": "
             + word(alone ? Connection::StandAlone : Connection::WFConnection));
}

// A side that leaves in order says so.
void Replication::tellPeer(Resource &resource, int node)
{
    const int peer = World::peerOf(node);
    lose(resource, peer, Connection::TearDown);
    noteLoss(resource, peer);
}

// A Primary that goes on alone writes a generation of its own, from which a split brain is told.
void Replication::lostContact(Resource &resource, int node, Disk before)
{
    const DrbdSide &side = resource.side(node);
    const bool had
        = before >= Disk::Inconsistent && before != Disk::DUnknown && before != Disk::Outdated;
    if (had && side.role == Role::Primary && side.generations.bitmap == 0
        && side.disk == Disk::UpToDate && !side.suspended)
        beginGeneration(resource, node);
}

void Replication::stepDown(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (!failing(side.connection))
        return;
    m_log.line(resource, node, "Connection closed");
    if (side.connection == Connection::Disconnecting) {
        side.connection = Connection::StandAlone;
        return;
    }
    side.connection = Connection::Unconnected;
    m_log.states(resource);
    side.connection = Connection::WFConnection;
}

// They find each other: first who they are, then what they have.
void Replication::meet(Resource &resource)
{
    const NetOptions &a = resource.side(1).running.net;
    const NetOptions &b = resource.side(2).running.net;
    for (const int node : {1, 2})
        m_log.line(resource, node, "Handshake successful: Agreed network protocol version 96");
    if (a.sharedSecret != b.sharedSecret || a.cramHmacAlg != b.cramHmacAlg) {
        dropBoth(resource, "Authentication of peer failed");
        for (const int node : {1, 2})
            m_log.line(resource, node, "Discarding network configuration.");
        return;
    }
    for (DrbdSide &side : resource.sides)
        side.connection = Connection::WFReportParams;
}

void Replication::dropBoth(Resource &resource, const std::string &why)
{
    note(m_world, m_queue.now(), "drbd " + resource.name + ": " + why);
    for (const int node : {1, 2}) {
        m_log.line(resource, node, why);
        lose(resource, node, Connection::Disconnecting);
    }
}

Replication::Refusal Replication::disconnect(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    const int peer = World::peerOf(node);
    if (side.connection <= Connection::StandAlone)
        return std::nullopt;
    if (side.connection == Connection::WFReportParams)
        return refusalText(StateError::InTransientState);
    const bool told = linked(resource);
    // A Primary with a fencing policy leaves an outdated peer behind, or becomes so itself.
    const bool outdates = side.running.disk.fencing != "dont-care" && told;
    const bool primary = side.role == Role::Primary;
    if (outdates && primary)
        resource.side(peer).disk = Disk::Outdated;
    else if (outdates && side.peerRole == Role::Primary)
        side.disk = Disk::Outdated;
    lose(resource, node, Connection::Disconnecting);
    if (outdates && primary)
        side.peerDisk = Disk::Outdated;
    stepDown(resource, node); // the command waits for it
    noteLoss(resource, node);
    if (told)
        tellPeer(resource, node);
    return std::nullopt;
}

Replication::Refusal Replication::connect(Resource &resource, int node, bool discardMyData)
{
    DrbdSide &side = resource.side(node);
    if (side.connection > Connection::StandAlone)
        return refusalText(125);
    if (discardMyData && side.role == Role::Primary)
        return refusalText(123);
    const NetOptions &net = resource.file(node).net;
    if (net.allowTwoPrimaries && net.protocol != 'C')
        return refusalText(139);
    side.running.net = net;
    side.connection = Connection::Unconnected;
    m_log.states(resource);
    side.connection = Connection::WFConnection;
    side.discardMyData = discardMyData;
    return std::nullopt;
}

} // namespace Lab
