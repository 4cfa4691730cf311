// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include "commands.h"
#include "drbdtexts.h"
#include "mechanisms/clusterconfig.h"

#include <algorithm>

namespace Lab
{

std::string guestConfig(const Guest &guest)
{
    const std::string lock = guest.lock.empty() ? std::string() : "lock: " + guest.lock + "\n";
    return printed("bootdisk: virtio0\ncores: 1\n%smemory: %d\nname: %s\nnet0: "
                   "virtio=52:54:00:4B:0A:%02d,bridge=vmbr0\n"
                   "onboot: %d\nostype: l26\nsockets: 1\nvirtio0: drbd%c:vm-%d-disk-1,size=%dG\n",
                   lock.c_str(), guest.memoryMiB, guest.name.c_str(), guest.vmid % 100,
                   guest.onboot, guest.resource.back(), guest.vmid, guest.diskGiB);
}

namespace
{

std::string vmlist(const World &world)
{
    std::string text = printed("{\n\"version\": %d,\n\"ids\": {", world.vmlistVersion);
    const char *separator = "\n";
    for (const Guest &guest : world.guests) {
        text += printed("%s\"%d\": { \"node\": \"%s\", \"type\": \"qemu\", \"version\": %d }",
                        separator, guest.vmid, world.nameOf(guest.configNode).c_str(),
                        world.vmlistVersion);
        separator = ",\n";
    }
    return text + "}\n\n}\n";
}

std::string members(const World &world, const Node &self)
{
    std::string text = printed("{\n\"nodename\": \"%s\",\n\"version\": %d,\n", self.name.c_str(),
                               world.membersVersion);
    if (self.cman)
        text += printed(
            "\"cluster\": { \"name\": \"%s\", \"version\": %d, \"nodes\": 2, \"quorate\": %d },\n",
            world.settings.clusterName.c_str(), self.view.configVersion, self.view.quorate);
    text += "\"nodelist\": {\n";
    const char *separator = "";
    for (const Node &node : world.nodes) {
        const bool online = node.id == self.id || self.view.members.count(node.id);
        text += printed("%s  \"%s\": { \"id\": %d, \"online\": %d, \"ip\": \"%s\"}", separator,
                        node.name.c_str(), node.id, online, node.address.c_str());
        separator = ",\n";
    }
    return text + "\n  }\n}\n";
}

// One storage a replicated volume group, as PVE's dialogs write them.
std::string storageConfig(const World &world)
{
    std::string text = "dir: local\n\tpath /var/lib/vz\n\tcontent images,iso,vztmpl,rootdir\n"
                       "\tmaxfiles 0\n\n";
    for (const Resource &resource : world.resources)
        text += printed("lvm: drbd%c\n\tvgname %s\n\tcontent images\n\tshared\n\n",
                        resource.name.back(), resource.volumeGroup.c_str());
    return text;
}

struct Interface {
    std::string name;
    std::string mac;
    int speed;
    bool carrier;
    std::uint64_t received;
    std::uint64_t sent;
};

void addInterface(Files &files, const Interface &one)
{
    const std::string folder = "sys/class/net/" + one.name + "/";
    files[folder + "carrier"] = one.carrier ? "1\n" : "0\n";
    files[folder + "operstate"] = one.carrier ? "up\n" : "down\n";
    files[folder + "speed"] = std::to_string(one.carrier ? one.speed : 65535) + "\n";
    files[folder + "address"] = one.mac + "\n";
    files[folder + "statistics/rx_bytes"] = std::to_string(one.received) + "\n";
    files[folder + "statistics/tx_bytes"] = std::to_string(one.sent) + "\n";
}

std::string uptime(Time since, Time now)
{
    const auto seconds = static_cast<long long>((now - since).count() / 1000);
    return printed("%lld.00 %lld.00\n", seconds, seconds * 3);
}

// The back-to-back cable loses its carrier when it is cut or the other machine is off.
bool drbdCarrier(const World &world, const Node &self)
{
    return drbdPath(world) && world.node(World::peerOf(self.id)).stage != Stage::Off;
}

void addNetwork(Files &files, const World &world, const Node &self, Time now)
{
    const auto seconds = static_cast<std::uint64_t>(now.count() / 1000);
    std::uint64_t received = 0;
    std::uint64_t sent = 0;
    for (const Resource &resource : world.resources) {
        received += resource.side(self.id).counters.nr * 1024;
        sent += resource.side(self.id).counters.ns * 1024;
    }
    const bool lan = linkUp(world, "lan:" + self.name);
    // Totem's token and the guests' traffic: a few packets a second each way.
    addInterface(
        files, {"eth0", self.mac, 1000, lan, 48211904 + seconds * 2310, 39120511 + seconds * 2280});
    addInterface(files, {"eth4", self.drbdMac, 10000, drbdCarrier(world, self), received, sent});
}

void addQemu(Files &files, const Guest &guest, int number, bool incoming)
{
    const std::string pid = std::to_string(number);
    const std::string id = std::to_string(guest.vmid);
    files["var/run/qemu-server/" + id + ".pid"] = pid + "\n";
    files["proc/" + pid + "/comm"] = "kvm\n";
    std::string words;
    for (const std::string &word :
         {std::string("/usr/bin/kvm"), std::string("-id"), id, std::string("-name"), guest.name})
        words += word + '\0';
    if (incoming)
        words += std::string("-incoming") + '\0' + "tcp:localhost:60000" + '\0' + "-S" + '\0';
    files["proc/" + pid + "/cmdline"] = words;
}

// What the kernel tells of memory and processor. Source: fs/proc/meminfo.c of Linux 2.6.32.
void addCapacity(Files &files, const World &world, const Node &self)
{
    constexpr int systemMiB = 768; // the kernel and the daemons
    int free = self.memoryMiB;
    for (const Guest &guest : world.guests)
        free -= runsOn(guest, self.id) || guest.waiting.count(self.id) ? guest.memoryMiB : 0;
    files["proc/meminfo"]
        = printed("MemTotal:       %8d kB\nMemFree:        %8d kB\n"
                  "Buffers:        %8d kB\nCached:         %8d kB\n",
                  (self.memoryMiB + systemMiB) * 1024, std::max(free, 0) * 1024, 0, 0);
    files["proc/cpuinfo"] = "processor\t: 0\nvendor_id\t: GenuineIntel\n"
                            "model name\t: Intel(R) Xeon(R) CPU E5-2620 0 @ 2.00GHz\n";
}

// The logs of the node's tasks stay where PVE keeps them: below the last digit of their date.
// Source: pve-common of Proxmox VE 3, PVE/Tools.pm, upid_decode.
void addTasks(Files &files, const World &world, const Node &self)
{
    for (const auto &[vmid, task] : world.migrations) {
        if (task.source != self.id || task.name.empty())
            continue;
        const std::string date = task.name.substr(0, task.name.find(":qmigrate:"));
        std::string text;
        for (const std::string &line : task.log)
            text += line + "\n";
        files["var/log/pve/tasks/" + date.substr(date.size() - 1) + "/" + task.name] = text;
    }
}

void addProcesses(Files &files, const World &world, const Node &self, Time now)
{
    files["proc/uptime"] = uptime(self.upSince, now);
    if (self.drbdLoaded)
        files["proc/drbd"] = procDrbd(world, self.id, now);
    for (const Guest &guest : world.guests) {
        const auto waiting = guest.waiting.find(self.id);
        if (runsOn(guest, self.id))
            addQemu(files, guest, guest.on.at(self.id).pid, false);
        else if (waiting != guest.waiting.end())
            addQemu(files, guest, waiting->second, guest.configNode != self.id);
    }
}

void addDrbd(Files &files, const World &world, const Node &self)
{
    files["etc/drbd.conf"] = drbdMainFile();
    files["etc/drbd.d/global_common.conf"] = drbdCommonFile();
    for (const Resource &resource : world.resources)
        files["etc/drbd.d/" + resource.name + ".res"] = drbdResourceFile(world, resource, self.id);
}

void addPve(Files &files, const World &world, const Node &self)
{
    files["etc/pve/.vmlist"] = vmlist(world);
    files["etc/pve/.members"] = members(world, self);
    files["etc/pve/cluster.conf"]
        = self.confSeen == world.confSerial ? committedConf(world) : localConf(world, self);
    files["etc/pve/storage.cfg"] = storageConfig(world);
    if (world.pending)
        files["etc/pve/cluster.conf.new"] = *world.pending;
    for (const Guest &guest : world.guests) {
        const std::string file = "/qemu-server/" + std::to_string(guest.vmid) + ".conf";
        files["etc/pve/nodes/" + world.nameOf(guest.configNode) + file] = guestConfig(guest);
        if (guest.configNode == self.id)
            files["etc/pve" + file] = guestConfig(guest);
    }
}

Files nodeFiles(const World &world, const Node &self, Time now)
{
    Files files;
    files["etc/hostname"] = self.name + "\n";
    files["etc/cluster/cluster.conf"] = localConf(world, self);
    for (const auto &[path, text] : self.logs)
        files[path] = text;
    if (self.stage != Stage::Up)
        return files;
    addPve(files, world, self);
    addDrbd(files, world, self);
    addCapacity(files, world, self);
    addTasks(files, world, self);
    addNetwork(files, world, self, now);
    addProcesses(files, world, self, now);
    return files;
}

Files quorumFiles(const World &world, Time now)
{
    Files files;
    files["etc/hostname"] = world.quorum.name + "\n";
    if (world.quorum.stage != Stage::Up)
        return files;
    files["proc/uptime"] = uptime(world.quorum.upSince, now);
    const auto seconds = static_cast<std::uint64_t>(now.count() / 1000);
    addInterface(files,
                 {"eth0", "00:1e:67:3a:0f:10", 1000, linkUp(world, "lan:quorum"),
                  9120411 + seconds * 1040, 8824019 + seconds * 1040});
    return files;
}

} // namespace

Files filesOf(const World &world, const std::string &machine, Time now)
{
    for (const Node &node : world.nodes) {
        if (node.name == machine)
            return nodeFiles(world, node, now);
    }
    return quorumFiles(world, now);
}

} // namespace Lab
