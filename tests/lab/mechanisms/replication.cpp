// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

#include "note.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr Time pingInterval{10000};
constexpr Time pingTimeout{500};
constexpr Time connectTime{2000};

} // namespace

Replication::Replication(World &world, EventQueue &queue) : m_world(world), m_queue(queue)
{
}

Replication::Timers &Replication::timers(const Resource &resource)
{
    auto &one = m_timers[resource.name];
    if (!one)
        one = std::make_unique<Timers>(m_queue);
    return *one;
}

// Any new value will do, as long as it is another one each time and the same in each run.
std::uint64_t Replication::newUuid()
{
    m_uuidSeed = m_uuidSeed * 6364136223846793005ULL + 1442695040888963407ULL;
    return m_uuidSeed & ~1ULL;
}

void Replication::beginGeneration(DrbdSide &side)
{
    if (side.bitmapUuid == 0)
        side.bitmapUuid = side.currentUuid;
    side.historyUuid = {side.currentUuid, side.historyUuid[0]};
    side.currentUuid = newUuid();
}

bool Replication::reachable(const Resource &resource) const
{
    for (const Node &node : m_world.nodes) {
        const Connection connection = resource.side(node.id).connection;
        if (node.stage != Stage::Up || !node.drbdLoaded || connection == Connection::StandAlone
            || connection == Connection::Unconfigured)
            return false;
    }
    return drbdPath(m_world);
}

int Replication::writers(const Resource &resource, int node) const
{
    int count = 0;
    for (const Guest &guest : m_world.guests) {
        const auto it = guest.on.find(node);
        const bool writes = it != guest.on.end()
            && (it->second.state == GuestState::Running || it->second.state == GuestState::Booting);
        count += guest.resource == resource.name && writes && m_world.node(node).running();
    }
    return count;
}

// With somebody writing there is traffic all the time; an idle connection was heard at its last
// ping.
Time Replication::lastHeard(const Resource &resource, int node) const
{
    if (writers(resource, 1) + writers(resource, 2) > 0)
        return m_queue.now();
    const Time since = resource.side(node).connectedSince;
    return since + (m_queue.now() - since) / pingInterval * pingInterval;
}

void Replication::review()
{
    for (Resource &resource : m_world.resources) {
        reviewLoss(resource);
        reviewHandshake(resource);
        mirrorPeers(resource);
        reviewSync(resource);
        countInFlight(resource);
    }
}

void Replication::reviewLoss(Resource &resource)
{
    for (int node : {1, 2}) {
        Alarm &alarm = timers(resource).loss.at(static_cast<std::size_t>(node - 1));
        if (!connected(resource.side(node).connection) || reachable(resource)) {
            alarm.clear();
            continue;
        }
        if (!alarm.isSet())
            alarm.setAt(lastHeard(resource, node) + pingInterval + pingTimeout,
                        [this, &resource, node] {
                            loseConnection(resource, node, Connection::WFConnection);
                        });
    }
}

void Replication::reviewHandshake(Resource &resource)
{
    // One side starts over while the other still believes in the old connection: it learns now.
    for (int node : {1, 2}) {
        const bool peerWaits
            = resource.side(World::peerOf(node)).connection == Connection::WFConnection;
        if (connected(resource.side(node).connection) && peerWaits && reachable(resource))
            loseConnection(resource, node, Connection::WFConnection);
    }
    const bool waiting = resource.side(1).connection == Connection::WFConnection
        && resource.side(2).connection == Connection::WFConnection;
    if (waiting && reachable(resource))
        timers(resource).handshake.ensureAfter(connectTime,
                                               [this, &resource] { handshake(resource); });
    else
        timers(resource).handshake.clear();
}

void Replication::mirrorPeers(Resource &resource)
{
    if (!reachable(resource) || !connected(resource.side(1).connection)
        || !connected(resource.side(2).connection))
        return;
    for (int node : {1, 2}) {
        resource.side(node).peerRole = resource.side(World::peerOf(node)).role;
        resource.side(node).peerDisk = resource.side(World::peerOf(node)).disk;
    }
}

// While nobody acknowledges, the guests' writes hang (protocol C).
void Replication::countInFlight(Resource &resource)
{
    for (int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        const bool stalled = connected(side.connection) && !reachable(resource);
        side.counters.ap = side.counters.pe = stalled ? writers(resource, node) : 0;
        if (syncs(side) && !stalled)
            side.counters.pe += 4;
    }
}

void Replication::loseConnection(Resource &resource, int node, Connection next)
{
    DrbdSide &side = resource.side(node);
    if (side.role == Role::Primary && side.disk == Disk::UpToDate && !resyncing(side.connection))
        beginGeneration(side);
    side.connection = next;
    side.peerRole = Role::Unknown;
    side.peerDisk = Disk::DUnknown;
    side.userPaused = false;
    timers(resource).done.clear();
    note(m_world, m_queue.now(),
         m_world.nameOf(node) + ": drbd " + resource.name + ": " + word(next));
}

// Who has what the other lacks, by the generations. Source: drbd_uuid_compare(), 8.3.
Replication::Verdict Replication::compared(const DrbdSide &a, const DrbdSide &b)
{
    if (a.discardMyData != b.discardMyData)
        return a.discardMyData ? Verdict::SecondIsSource : Verdict::FirstIsSource;
    const bool attached = a.disk != Disk::Diskless && b.disk != Disk::Diskless;
    const bool oneGood = a.disk == Disk::UpToDate || b.disk == Disk::UpToDate;
    // Nothing to copy, or nothing good to copy from.
    if (!attached || !oneGood || (a.disk == b.disk && a.currentUuid == b.currentUuid))
        return Verdict::Same;
    if (a.disk != b.disk)
        return a.disk == Disk::UpToDate ? Verdict::FirstIsSource : Verdict::SecondIsSource;
    if (a.bitmapUuid == b.currentUuid)
        return Verdict::FirstIsSource;
    return b.bitmapUuid == a.currentUuid ? Verdict::SecondIsSource : Verdict::SplitBrain;
}

void Replication::handshake(Resource &resource)
{
    DrbdSide &a = resource.side(1);
    DrbdSide &b = resource.side(2);
    const Verdict verdict = compared(a, b);
    if (verdict == Verdict::Same)
        establish(resource);
    else if (verdict == Verdict::SplitBrain)
        splitBrain(resource);
    else
        startSync(resource, verdict == Verdict::FirstIsSource ? 1 : 2,
                  a.outOfSyncKiB + b.outOfSyncKiB);
    a.discardMyData = b.discardMyData = false;
}

// The article's policies: 0 primaries discard-zero-changes, 1 discard-secondary, 2 disconnect.
void Replication::splitBrain(Resource &resource)
{
    const DrbdSide &a = resource.side(1);
    const DrbdSide &b = resource.side(2);
    const bool firstPrimary = a.role == Role::Primary;
    const bool secondPrimary = b.role == Role::Primary;
    const std::uint64_t both = a.outOfSyncKiB + b.outOfSyncKiB;
    int source = 0;
    if (firstPrimary != secondPrimary)
        source = firstPrimary ? 1 : 2;
    else if (!firstPrimary && a.outOfSyncKiB == 0)
        source = 2;
    else if (!firstPrimary && b.outOfSyncKiB == 0)
        source = 1;
    if (source) {
        note(m_world, m_queue.now(),
             "drbd " + resource.name + ": Split-Brain detected, automatically solved");
        startSync(resource, source, both);
        return;
    }
    dropBoth(resource);
}

void Replication::dropBoth(Resource &resource)
{
    note(m_world, m_queue.now(),
         "drbd " + resource.name + ": Split-Brain detected but unresolved, dropping connection!");
    for (DrbdSide &side : resource.sides) {
        side.connection = Connection::StandAlone;
        side.peerRole = Role::Unknown;
        side.peerDisk = Disk::DUnknown;
    }
}

void Replication::establish(Resource &resource)
{
    for (int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        side.connection = Connection::Connected;
        side.connectedSince = m_queue.now();
        side.counters.ns = side.counters.nr = 0;
        side.crashedPrimary = false;
    }
    mirrorPeers(resource);
    note(m_world, m_queue.now(), "drbd " + resource.name + ": connected");
}

void Replication::startSync(Resource &resource, int source, std::uint64_t kib)
{
    const std::uint64_t total = std::min(kib, resource.sizeKiB);
    DrbdSide &from = resource.side(source);
    DrbdSide &to = resource.side(World::peerOf(source));
    establish(resource);
    if (total == 0) {
        to.disk = from.disk;
        to.currentUuid = from.currentUuid;
        from.bitmapUuid = to.bitmapUuid = 0;
        mirrorPeers(resource);
        return;
    }
    from.connection = Connection::SyncSource;
    to.connection = Connection::SyncTarget;
    to.disk = Disk::Inconsistent;
    for (DrbdSide &side : resource.sides) {
        side.sync = {total, total, m_queue.now(), Time{0}};
        side.outOfSyncKiB = total;
    }
    mirrorPeers(resource);
}

void Replication::reviewSync(Resource &resource)
{
    const DrbdSide &side = resource.side(1);
    Alarm &done = timers(resource).done;
    if (!syncs(side) || !syncs(resource.side(2)) || !reachable(resource)) {
        done.clear();
        return;
    }
    const auto rate = static_cast<std::uint64_t>(resource.rateKiBps);
    done.setAfter(Time{side.sync.leftKiB * 1000 / rate + 1},
                  [this, &resource] { finishRun(resource); });
}

void Replication::finishRun(Resource &resource)
{
    DrbdSide &a = resource.side(1);
    DrbdSide &b = resource.side(2);
    if (verifying(a.connection)) {
        const std::uint64_t found = m_hidden[resource.name];
        a.outOfSyncKiB += found;
        b.outOfSyncKiB += found;
    } else {
        DrbdSide &from = a.connection == Connection::SyncSource ? a : b;
        DrbdSide &to = &from == &a ? b : a;
        to.disk = from.disk;
        to.currentUuid = from.currentUuid;
        a.bitmapUuid = b.bitmapUuid = 0;
        a.outOfSyncKiB = b.outOfSyncKiB = 0;
    }
    a.connection = b.connection = Connection::Connected;
    a.sync = b.sync = {};
    mirrorPeers(resource);
    note(m_world, m_queue.now(), "drbd " + resource.name + ": run finished");
}

} // namespace Lab
