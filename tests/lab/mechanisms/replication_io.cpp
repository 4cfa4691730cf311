// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr std::uint64_t blockKiB = 4; // one bit of the bitmap

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

void Replication::advanceWrites(const Guest &guest, int node, Time elapsed)
{
    Resource &resource = *m_world.resource(guest.resource);
    DrbdSide &side = resource.side(node);
    const bool together = connected(side.connection);
    if (!m_world.node(node).running() || (together && !reachable(resource)))
        return; // hung, or waiting for an acknowledgement
    std::uint64_t &carry = m_writeCarry[{guest.vmid, node}];
    carry += static_cast<std::uint64_t>(guest.writeKiBps)
        * static_cast<std::uint64_t>(elapsed.count());
    const std::uint64_t kib = carry / 1000 / blockKiB * blockKiB;
    carry -= kib * 1000;
    if (side.disk != Disk::Diskless)
        side.counters.dw += kib;
    side.counters.dr += kib / 4;
    side.counters.al += (side.counters.dw / 512) - ((side.counters.dw - kib) / 512);
    DrbdSide &peer = resource.side(World::peerOf(node));
    if (together) {
        side.counters.ns += kib;
        peer.counters.nr += kib;
        peer.counters.dw += peer.disk == Disk::Diskless ? 0 : kib;
    }
    if (!together || peer.disk == Disk::Diskless)
        side.outOfSyncKiB = std::min(side.outOfSyncKiB + kib, resource.workingSetKiB);
}

void Replication::advanceSync(Resource &resource, Time elapsed)
{
    if (!syncs(resource.side(1)) || !syncs(resource.side(2)) || !reachable(resource))
        return;
    std::uint64_t &carry = m_syncCarry[resource.name];
    carry += static_cast<std::uint64_t>(resource.rateKiBps)
        * static_cast<std::uint64_t>(elapsed.count());
    const std::uint64_t step
        = std::min(carry / 1000 / blockKiB * blockKiB, resource.side(1).sync.leftKiB);
    carry -= step * 1000;
    const bool verification = verifying(resource.side(1).connection);
    for (DrbdSide &side : resource.sides) {
        side.sync.leftKiB -= step;
        if (verification) {
            side.counters.dr += step;
            continue;
        }
        side.outOfSyncKiB -= std::min(step, side.outOfSyncKiB);
        const bool source = side.connection == Connection::SyncSource;
        (source ? side.counters.ns : side.counters.nr) += step;
        (source ? side.counters.dr : side.counters.dw) += step;
    }
}

} // namespace Lab
