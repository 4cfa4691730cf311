// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qmverbs.h"

#include <cstdlib>

namespace Lab
{

namespace
{

GuestInstance instanceOn(const Guest &guest, int node)
{
    const auto it = guest.on.find(node);
    return it == guest.on.end() ? GuestInstance{} : it->second;
}

Answer list(const Call &call)
{
    std::string text = printed("%10s %-20s %-10s %-10s %12s %-10s\n", "VMID", "NAME", "STATUS",
                               "MEM(MB)", "BOOTDISK(GB)", "PID");
    bool any = false;
    for (const Guest &guest : call.world().guests) {
        if (guest.configNode != call.node)
            continue;
        any = true;
        const GuestInstance instance = instanceOn(guest, call.node);
        text += printed("%10d %-20s %-10s %-10d %12.2f %-10d\n", guest.vmid, guest.name.c_str(),
                        alive(instance.state) ? "running" : "stopped", guest.memoryMiB,
                        static_cast<double>(guest.diskGiB), instance.pid);
    }
    return {0, any ? text : std::string(), {}};
}

const char *qmpStatus(GuestState state)
{
    switch (state) {
    case GuestState::Stopped:
        return "stopped";
    case GuestState::Booting:
    case GuestState::Running:
        return "running";
    case GuestState::Paused:
        return "paused";
    case GuestState::IoError:
        return "io-error";
    }
    return "";
}

// Sorted by key, without what is not known. Its counters of disk and network stand still here.
// Source: qemu-server 3.1, the verb status of qm over vmstatus in QemuServer.pm.
std::string verbose(const Call &call, const Guest &guest, const GuestInstance &instance)
{
    const bool runs = alive(instance.state);
    const auto bytes = static_cast<long long>(guest.memoryMiB) * 1024 * 1024;
    const long long up = runs ? (call.now() - instance.since).count() / 1000 : 0;
    std::string text = runs ? printed("balloon: %lld\n", bytes) : "";
    text += printed("cpus: 1\ndisk: 0\ndiskread: 0\ndiskwrite: 0\nmaxdisk: %lld\nmaxmem: %lld\n"
                    "mem: %lld\nname: %s\nnetin: 0\nnetout: 0\n",
                    static_cast<long long>(guest.diskGiB) << 30, bytes, runs ? bytes / 2 : 0,
                    guest.name.c_str());
    if (runs)
        text += printed("pid: %d\n", instance.pid);
    return text
        + printed("qmpstatus: %s\nstatus: %s\ntemplate: \nuptime: %lld\n",
                  qmpStatus(instance.state), runs ? "running" : "stopped", up);
}

// Alone it is what QEMU says of itself.
Answer status(const Call &call, const Guest &guest)
{
    const GuestInstance instance = instanceOn(guest, call.node);
    if (call.has("--verbose") || call.has("-verbose"))
        return {0, verbose(call, guest, instance), {}};
    return {0, std::string("status: ") + qmpStatus(instance.state) + "\n", {}};
}

// Whose console it is; the process that was called shows it. Source: qemu-server 3.1-18, vncproxy
// of qm over vm_qmp_command in QemuServer.pm.
Answer vncProxy(const Call &call, const Guest &guest)
{
    if (!alive(instanceOn(guest, call.node).state))
        return {255, {}, printed("VM %d not running\n", guest.vmid)};
    return {0, std::to_string(guest.vmid), {}};
}

Answer config(const Guest &guest)
{
    return {0, guestConfig(guest), {}};
}

} // namespace

Answer qm(const Call &call)
{
    if (call.first() == "list")
        return list(call);
    const Guest *guest = call.world().guest(std::atoi(call.at(1).c_str()));
    if (!guest || guest->configNode != call.node)
        return {255,
                {},
                "Configuration file 'nodes/" + call.self().name + "/qemu-server/" + call.at(1)
                    + ".conf' does not exist\n"};
    if (call.first() == "status")
        return status(call, *guest);
    if (call.first() == "vncproxy")
        return vncProxy(call, *guest);
    if (call.first() == "config")
        return config(*guest);
    if (const auto answer = qmVerb(call, *guest))
        return *answer;
    return {255, {}, "ERROR: unknown command '" + call.first() + "'\n"};
}

} // namespace Lab
