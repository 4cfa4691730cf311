// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "replication.h"

#include <algorithm>

namespace Lab
{

Replication::Replication(World &world, EventQueue &queue)
    : m_world(world), m_queue(queue), m_log(world, queue)
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
    return m_world.chance.next() & ~1ULL;
}

void Replication::beginGeneration(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    side.generations.bitmap = side.generations.current;
    side.generations.current = newUuid() | (side.role == Role::Primary ? 1 : 0);
    m_log.generations(resource, node, "new current UUID");
}

void Replication::moveBitmapToHistory(Generations &generations)
{
    if (generations.bitmap == 0)
        return;
    generations.history = {generations.bitmap, generations.history[0]};
    generations.bitmap = 0;
}

bool Replication::reachable(const Resource &resource) const
{
    for (const Node &node : m_world.nodes) {
        if (node.stage != Stage::Up || !node.drbdLoaded
            || resource.side(node.id).connection < Connection::WFConnection)
            return false;
    }
    return drbdPath(m_world);
}

bool Replication::linked(const Resource &resource) const
{
    return connected(resource.side(1).connection) && connected(resource.side(2).connection)
        && reachable(resource);
}

bool Replication::heldOpen(const Resource &resource, int node) const
{
    const DrbdSide &side = resource.side(node);
    if (!side.active.empty() || m_queue.now() < side.heldUntil)
        return true;
    return std::any_of(m_world.guests.begin(), m_world.guests.end(), [&](const Guest &guest) {
        return guest.resource == resource.name && runsOn(guest, node);
    });
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

void Replication::review()
{
    for (Resource &resource : m_world.resources) {
        reviewLoss(resource);
        reviewHandshake(resource);
        mirrorPeers(resource);
        reviewPauses(resource);
        reviewPhase(resource);
        reviewSync(resource);
        countInFlight(resource);
        failWriters(resource);
        mapVolumes(resource);
        m_log.states(resource);
    }
}

// What each side knows of the other. While bitmaps are exchanged the source already counts the
// other's disk as no longer good.
void Replication::mirrorPeers(Resource &resource)
{
    if (!linked(resource))
        return;
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        const DrbdSide &peer = resource.side(World::peerOf(node));
        side.peerRole = peer.role;
        side.peerDisk = peer.disk;
        if (side.connection == Connection::WFBitMapS && peer.disk == Disk::Outdated)
            side.peerDisk = Disk::Consistent;
    }
}

} // namespace Lab
