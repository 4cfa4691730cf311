// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guesthost.h"

#include "note.h"

namespace Lab
{

bool alive(GuestState state)
{
    return state != GuestState::Stopped;
}

bool runsOn(const Guest &guest, int node)
{
    const auto it = guest.on.find(node);
    return it != guest.on.end() && alive(it->second.state);
}

int hostOf(const Guest &guest)
{
    return runsOn(guest, 1) ? 1 : (runsOn(guest, 2) ? 2 : 0);
}

GuestHost::GuestHost(World &world, EventQueue &queue) : m_world(world), m_queue(queue)
{
}

// LVM needs the device writable: Primary, and data of this side or, connected, of the other.
bool GuestHost::storageUsable(const Guest &guest, int node) const
{
    const DrbdSide &side = m_world.resource(guest.resource)->side(node);
    const bool localData = side.disk == Disk::UpToDate;
    const bool peerData = connected(side.connection) && side.peerDisk == Disk::UpToDate;
    return side.role == Role::Primary && (localData || peerData);
}

bool GuestHost::start(int vmid, int node)
{
    Guest &guest = *m_world.guest(vmid);
    if (!m_world.node(node).running() || !storageUsable(guest, node))
        return false;
    if (runsOn(guest, node))
        return true;
    guest.on[node] = {GuestState::Booting, m_world.nextPid += 37, m_queue.now()};
    if (guest.configNode != node && m_world.node(node).view.quorate) {
        guest.configNode = node;
        ++m_world.vmlistVersion;
    }
    auto &boot = m_boots[{vmid, node}];
    boot = std::make_unique<Alarm>(m_queue);
    const Time bootTime = m_world.settings.guestBootTime;
    boot->setAfter(bootTime + m_world.chance.below(bootTime / 10), [this, vmid, node] {
        GuestInstance &instance = m_world.guest(vmid)->on[node];
        if (instance.state == GuestState::Booting)
            instance.state = GuestState::Running;
    });
    note(m_world, m_queue.now(),
         m_world.nameOf(node) + ": qm: guest " + std::to_string(vmid) + " starts");
    return true;
}

void GuestHost::stop(int vmid, int node)
{
    Guest &guest = *m_world.guest(vmid);
    if (runsOn(guest, node))
        note(m_world, m_queue.now(),
             m_world.nameOf(node) + ": qm: guest " + std::to_string(vmid) + " stopped");
    guest.on.erase(node);
    m_boots.erase({vmid, node});
}

void GuestHost::stopAll(int node)
{
    for (const Guest &guest : m_world.guests)
        stop(guest.vmid, node);
}

void GuestHost::set(int vmid, int node, GuestState state)
{
    Guest &guest = *m_world.guest(vmid);
    if (runsOn(guest, node))
        guest.on[node].state = state;
}

} // namespace Lab
