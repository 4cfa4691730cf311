// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <algorithm>

namespace Lab
{

const char *word(Stage stage)
{
    switch (stage) {
    case Stage::Off:
        return "off";
    case Stage::Booting:
        return "booting";
    case Stage::Up:
        return "up";
    }
    return "";
}

const char *word(GuestState state)
{
    switch (state) {
    case GuestState::Stopped:
        return "stopped";
    case GuestState::Booting:
        return "booting";
    case GuestState::Running:
        return "running";
    case GuestState::Paused:
        return "paused";
    case GuestState::IoError:
        return "io-error";
    }
    return "";
}

namespace
{

template <typename List, typename Match> auto *firstOf(List &list, Match match)
{
    const auto it = std::find_if(list.begin(), list.end(), match);
    return it == list.end() ? nullptr : &*it;
}

Node healthyNode(int id, const std::string &network)
{
    Node node;
    node.id = id;
    node.name = "node" + std::to_string(id);
    node.address = network + "." + std::to_string(10 + id);
    node.drbdAddress = "192.168.99." + std::to_string(id);
    node.mac = "00:1e:67:3a:0" + std::to_string(id) + ":10";
    node.drbdMac = "00:1b:21:8c:0" + std::to_string(id) + ":44";
    node.bmc.address = network + "." + std::to_string(20 + id);
    node.cman = node.qdiskd = node.fenced = node.rgmanager = node.drbdLoaded = true;
    node.cmanStart = 1;
    node.view.members = {1, 2};
    node.view.records[1] = {4 * id, Time{0}, -1};
    node.view.records[2] = {8, Time{0}, -1};
    node.view.qdiskVote = true;
    node.view.totalVotes = 3;
    node.view.quorum = 2;
    node.view.quorate = true;
    node.view.generation = 8;
    node.fence.joined = true;
    node.fence.members = {1, 2};
    return node;
}

Resource healthyResource(int minor)
{
    Resource resource;
    resource.name = "r" + std::to_string(minor);
    resource.minor = minor;
    resource.port = 7787 + minor;
    resource.backingDisk = "/dev/sdb" + std::to_string(minor);
    resource.volumeGroup = "drbd" + std::to_string(minor) + "vg";
    resource.sizeKiB = 87887904;
    const std::uint64_t uuid = 0x5A1C3E7700000000ULL + static_cast<std::uint64_t>(minor) * 0x10E4;
    for (DrbdSide &side : resource.sides)
        side.generations = {uuid | 1, 0, {uuid - 0x2C40, uuid - 0x2C40 - 0x9130}};
    return resource;
}

Guest healthyGuest(int vmid, const char *name, int home, int memoryMiB, int diskGiB)
{
    Guest guest;
    guest.vmid = vmid;
    guest.name = name;
    guest.homeNode = guest.configNode = home;
    guest.resource = "r" + std::to_string(home);
    guest.memoryMiB = memoryMiB;
    guest.diskGiB = diskGiB;
    guest.on[home] = {GuestState::Running, 2200 + vmid, Time{0}};
    return guest;
}

// The same volume on both disks.
void addVolume(Resource &resource, const Guest &guest)
{
    const auto kib = static_cast<std::uint64_t>(guest.diskGiB) << 20;
    const std::string tag = "pve-vm-" + std::to_string(guest.vmid);
    for (DrbdSide &side : resource.sides)
        side.group.volumes.push_back({volumeOf(guest.vmid), kib, tag, 0, 0, 0});
}

} // namespace

Node *World::nodeNamed(const std::string &name)
{
    return firstOf(nodes, [&](const Node &n) { return n.name == name; });
}

Guest *World::guest(int vmid)
{
    return firstOf(guests, [&](const Guest &g) { return g.vmid == vmid; });
}

const Guest *World::guest(int vmid) const
{
    return firstOf(guests, [&](const Guest &g) { return g.vmid == vmid; });
}

Service *World::service(int vmid)
{
    return firstOf(services, [&](const Service &s) { return s.vmid == vmid; });
}

Resource *World::resource(const std::string &name)
{
    return firstOf(resources, [&](const Resource &r) { return r.name == name; });
}

const Resource *World::resource(const std::string &name) const
{
    return firstOf(resources, [&](const Resource &r) { return r.name == name; });
}

std::time_t World::wall(Time virtualTime) const
{
    return wallStart + virtualTime.count() / 1000 / speed;
}

std::time_t World::wallOn(int id, Time virtualTime) const
{
    return wall(virtualTime) + (id ? node(id).clockSkew.count() / 1000 : 0);
}

std::string World::nameOf(int nodeId) const
{
    return nodeId == 1 || nodeId == 2 ? node(nodeId).name : "none";
}

World healthyWorld(const std::string &network)
{
    World world;
    world.nodes = {healthyNode(1, network), healthyNode(2, network)};
    world.quorum.address = network + ".13";
    world.qdiskMaster = 1;
    world.resources = {healthyResource(1), healthyResource(2)};
    world.guests
        = {healthyGuest(100, "intranet", 1, 2048, 20), healthyGuest(101, "mail", 1, 4096, 32),
           healthyGuest(102, "files", 2, 2048, 40), healthyGuest(103, "testing", 2, 512, 8)};
    for (const Guest &guest : world.guests)
        addVolume(*world.resource(guest.resource), guest);
    for (int vmid : {100, 101, 102}) {
        const int home = world.guest(vmid)->homeNode;
        world.services.push_back({vmid, ServiceState::Started, home, home, 0, false, Time{0}, -1});
    }
    for (Node &node : world.nodes)
        node.conf = node.qdiskConf = world.settings;
    return world;
}

} // namespace Lab
