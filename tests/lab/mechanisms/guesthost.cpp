// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "guesthost.h"

#include "note.h"

#include <algorithm>

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

bool answers(const Guest &guest, int node, Time now)
{
    const auto it = guest.on.find(node);
    return it != guest.on.end() && it->second.state == GuestState::Running
        && now >= guest.silentUntil;
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

int GuestHost::freeMemoryMiB(int node) const
{
    int free = m_world.node(node).memoryMiB;
    for (const Guest &guest : m_world.guests)
        free -= runsOn(guest, node) || guest.waiting.count(node) ? guest.memoryMiB : 0;
    return free;
}

std::string GuestHost::startRefusal(const Guest &guest, int node) const
{
    const std::string id = std::to_string(guest.vmid);
    const std::string group = m_world.resource(guest.resource)->volumeGroup;
    if (!storageUsable(guest, node))
        return "can't activate LV '/dev/" + group + "/vm-" + id + "-disk-1':   Volume group \""
            + group + "\" not found";
    if (freeMemoryMiB(node) < guest.memoryMiB)
        return "kvm: cannot set up guest memory 'pc.ram': Cannot allocate memory";
    return {};
}

// rgmanager's agent takes the configuration along, where /etc/pve can be written.
void GuestHost::moveConfig(Guest &guest, int node)
{
    if (guest.configNode == node || !m_world.node(node).view.quorate)
        return;
    guest.configNode = node;
    ++m_world.vmlistVersion;
}

// No two boots take as long; each reads the disk many times.
Time GuestHost::bootTime(int node)
{
    const Time usual = m_world.settings.guestBootTime;
    return usual + 10 * m_world.node(node).diskDelay + m_world.chance.below(usual / 10);
}

void GuestHost::bootAfter(int vmid, int node, Time delay)
{
    auto &boot = m_boots[{vmid, node}];
    boot = std::make_unique<Alarm>(m_queue);
    boot->setAfter(delay, [this, vmid, node] {
        GuestInstance &instance = m_world.guest(vmid)->on[node];
        if (instance.state == GuestState::Booting)
            instance.state = GuestState::Running;
    });
}

bool GuestHost::start(int vmid, int node)
{
    Guest &guest = *m_world.guest(vmid);
    if (!m_world.node(node).running())
        return false;
    if (runsOn(guest, node))
        return storageUsable(guest, node);
    if (!startRefusal(guest, node).empty())
        return false;
    guest.on[node] = {GuestState::Booting, m_world.nextPid += 37, m_queue.now()};
    ++guest.life;
    moveConfig(guest, node);
    bootAfter(vmid, node, bootTime(node));
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
    guest.waiting.erase(node);
    m_boots.erase({vmid, node});
    m_shutdowns.erase({vmid, node});
}

// Power button: only a system that runs hears it, and takes its time.
void GuestHost::shutDown(int vmid, int node)
{
    const Guest &guest = *m_world.guest(vmid);
    if (!runsOn(guest, node) || guest.on.at(node).state != GuestState::Running)
        return;
    auto &end = m_shutdowns[{vmid, node}];
    end = std::make_unique<Alarm>(m_queue);
    end->setAfter(m_world.settings.guestShutdownTime, [this, vmid, node] {
        m_queue.after(Time{0}, [this, vmid, node] { stop(vmid, node); });
    });
}

void GuestHost::restart(int vmid, int node)
{
    if (!runsOn(*m_world.guest(vmid), node))
        return;
    m_world.guest(vmid)->on[node].state = GuestState::Booting;
    ++m_world.guest(vmid)->life;
    bootAfter(vmid, node, bootTime(node));
}

void GuestHost::await(int vmid, int node)
{
    m_world.guest(vmid)->waiting[node] = m_world.nextPid += 37;
}

void GuestHost::handOver(int vmid, int from, int to, Time silence)
{
    Guest &guest = *m_world.guest(vmid);
    const GuestInstance before = guest.on.at(from);
    guest.on[to] = {before.state, guest.waiting.at(to), m_queue.now()};
    guest.waiting.erase(to);
    guest.waiting[from] = before.pid;
    guest.on.erase(from);
    guest.silentUntil = m_queue.now() + silence;
    m_queue.at(guest.silentUntil, [] {}); // whoever shows it looks again then
    m_boots.erase({vmid, from});
    m_shutdowns.erase({vmid, from});
    if (before.state == GuestState::Booting)
        bootAfter(vmid, to,
                  std::max(Time{0}, before.since + m_world.settings.guestBootTime - m_queue.now()));
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
