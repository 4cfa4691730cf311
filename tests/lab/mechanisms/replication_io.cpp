// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr std::uint64_t blockKiB = 4; // one bit of the bitmap

bool hasData(const DrbdSide &side)
{
    return side.disk == Disk::UpToDate
        || (connected(side.connection) && side.peerDisk == Disk::UpToDate);
}

} // namespace

void Replication::advance()
{
    const Time elapsed = m_queue.now() - m_advanced;
    m_advanced = m_queue.now();
    if (elapsed <= Time{0})
        return;
    for (const Guest &guest : m_world.guests) {
        for (const auto &[node, instance] : guest.on) {
            if (instance.state == GuestState::Running || instance.state == GuestState::Booting)
                advanceWrites(guest, node, elapsed);
        }
    }
    for (Resource &resource : m_world.resources)
        advanceSync(resource, elapsed);
}

// What DRBD has under way at once is max-buffers pages, and each waits for a disk that is late.
// Source: drbd.conf(5) of 8.3, max-buffers 2048.
int Replication::diskRate(const Resource &resource, int node) const
{
    constexpr std::int64_t underWayKiB = 2048LL * 4;
    const int own = resource.side(node).diskKiBps;
    const auto delay = static_cast<std::int64_t>(m_world.node(node).diskDelay.count());
    if (delay <= 0)
        return own;
    const auto late = std::max<std::int64_t>(underWayKiB * 1000 / delay, 1);
    return static_cast<int>(std::min<std::int64_t>(own, late));
}

// Whole blocks; a slow disk slows its writer down, the peer's as well: it has to confirm.
std::uint64_t Replication::writtenBy(const Guest &guest, int node, Time elapsed)
{
    const Resource &resource = *m_world.resource(guest.resource);
    const int other = World::peerOf(node);
    int rate = std::min(guest.writeKiBps, diskRate(resource, node));
    if (connected(resource.side(node).connection)
        && resource.side(other).disk >= Disk::Inconsistent)
        rate = std::min(rate, diskRate(resource, other));
    std::uint64_t &carry = m_writeCarry[{guest.vmid, node}];
    carry += static_cast<std::uint64_t>(rate) * static_cast<std::uint64_t>(elapsed.count());
    const std::uint64_t kib = carry / 1000 / blockKiB * blockKiB;
    carry -= kib * 1000;
    return kib;
}

void Replication::advanceWrites(const Guest &guest, int node, Time elapsed)
{
    Resource &resource = *m_world.resource(guest.resource);
    DrbdSide &side = resource.side(node);
    const bool together = connected(side.connection);
    // Hung, waiting for an acknowledgement, or told to wait.
    if (!m_world.node(node).running() || (together && !reachable(resource)) || side.suspended
        || !hasData(side))
        return;
    const std::uint64_t kib = writtenBy(guest, node, elapsed);
    if (kib == 0)
        return;
    DrbdSide &peer = resource.side(World::peerOf(node));
    const bool here = side.disk >= Disk::Inconsistent;
    const bool there = together && peer.disk >= Disk::Inconsistent;
    side.counters.dw += here ? kib : 0;
    side.counters.dr += here ? kib / 4 : 0;
    side.counters.al += (side.counters.dw / 512) - ((side.counters.dw - (here ? kib : 0)) / 512);
    if (together) {
        side.counters.ns += kib;
        peer.counters.nr += kib;
        peer.counters.dw += there ? kib : 0;
    }
    writeVolume(resource, node, volumeOf(guest.vmid), kib);
    // What one disk has alone is counted by the side that has it.
    if (here != there)
        markOutOfSync(resource, here ? side : peer, kib);
}

// Guests write again and again to the same blocks: the bitmap does not grow beyond those.
void Replication::markOutOfSync(const Resource &resource, DrbdSide &side, std::uint64_t kib)
{
    const std::uint64_t grown = std::min(side.outOfSyncKiB + kib, resource.workingSetKiB);
    side.outOfSyncKiB = std::max(side.outOfSyncKiB, grown);
}

void Replication::advanceSync(Resource &resource, Time elapsed)
{
    if (!syncs(resource.side(1)) || !syncs(resource.side(2)) || !reachable(resource))
        return;
    std::uint64_t &carry = m_syncCarry[resource.name];
    carry += static_cast<std::uint64_t>(rateOf(resource))
        * static_cast<std::uint64_t>(elapsed.count());
    const std::uint64_t step
        = std::min(carry / 1000 / blockKiB * blockKiB, resource.side(1).sync.leftKiB);
    carry -= step * 1000;
    for (DrbdSide &side : resource.sides)
        countSynced(side, step, elapsed);
}

void Replication::countSynced(DrbdSide &side, std::uint64_t kib, Time elapsed)
{
    const std::uint64_t before = side.sync.leftKiB;
    side.sync.leftKiB -= std::min(kib, before);
    setMarks(side.sync, {m_advanced - elapsed, m_advanced, before, side.sync.leftKiB});
    if (verifying(side.connection)) {
        side.counters.dr += kib;
        return;
    }
    side.outOfSyncKiB -= std::min(kib, side.outOfSyncKiB);
    const bool source = side.connection == Connection::SyncSource;
    (source ? side.counters.ns : side.counters.nr) += kib;
    (source ? side.counters.dr : side.counters.dw) += kib;
}

// While nobody acknowledges, the guests' writes hang (protocol C).
void Replication::countInFlight(Resource &resource)
{
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        const bool stalled = connected(side.connection) && !reachable(resource);
        side.counters.ap = stalled || side.suspended ? writers(resource, node) : 0;
        side.counters.pe = stalled ? side.counters.ap : 0;
        side.counters.lo = side.counters.ua = 0;
        if (!syncs(side) || stalled)
            continue;
        const bool asks = side.connection == Connection::SyncTarget;
        side.counters.pe += 4;
        side.counters.lo = side.counters.ua = asks ? 1 : 0;
    }
}

// on-no-data-accessible io-error: without any good copy the guests get errors.
void Replication::failWriters(Resource &resource)
{
    for (Guest &guest : m_world.guests) {
        if (guest.resource != resource.name)
            continue;
        for (auto &[node, instance] : guest.on) {
            const DrbdSide &side = resource.side(node);
            const bool runs
                = instance.state == GuestState::Running || instance.state == GuestState::Booting;
            if (runs && side.role == Role::Primary && !side.suspended && !hasData(side)
                && m_world.node(node).running())
                instance.state = GuestState::IoError;
        }
    }
}

} // namespace Lab
