// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lvmreport.h"

#include <charconv>

namespace Lab
{

namespace
{

constexpr std::uint64_t extentKiB = 4096;

struct Target {
    Resource *resource = nullptr;
    std::string volume; // empty: the whole group
};

// "drbd1vg", "drbd1vg/vm-100-disk-1", "/dev/drbd1vg/vm-100-disk-1"
Target targetOf(const Call &call, std::string name)
{
    if (name.starts_with("/dev/"))
        name = name.substr(5);
    const auto slash = name.find('/');
    for (Resource &resource : call.simulation.changeWorld().resources) {
        if (resource.volumeGroup == name.substr(0, slash) && lvmReadable(resource, call.node))
            return {&resource, slash == std::string::npos ? "" : name.substr(slash + 1)};
    }
    return {};
}

// The last word; -an, -ay, -aln and their like come before it.
std::string lastWord(const Call &call)
{
    return call.arguments.empty() || call.arguments.back().starts_with('-') ? std::string()
                                                                            : call.arguments.back();
}

// Nothing when no activation was asked for.
std::optional<bool> wantedActivation(const Call &call)
{
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const std::string &word = call.arguments[i];
        if (!word.starts_with("-a") && !word.starts_with("--activate"))
            continue;
        const std::string value = word == "-a" || word == "--activate" ? call.at(i + 1) : word;
        return value.back() == 'y';
    }
    return std::nullopt;
}

Answer notFound(const std::string &group)
{
    return {5, {}, "  Volume group \"" + group.substr(0, group.find('/')) + "\" not found\n"};
}

std::size_t inUse(const Call &call, const Resource &resource)
{
    std::size_t count = 0;
    for (const Guest &guest : call.world().guests)
        count += guest.resource == resource.name && runsOn(guest, call.node);
    return count;
}

Answer changeGroup(const Call &call, Resource &resource, bool on)
{
    const std::size_t used = inUse(call, resource);
    if (!on && used)
        return {5,
                {},
                printed("  Can't deactivate volume group \"%s\" with %zu open logical volume(s)\n",
                        resource.volumeGroup.c_str(), used)};
    call.simulation.replication().activate(resource, call.node, {}, on);
    return {0,
            printed("  %zu logical volume(s) in volume group \"%s\" now active\n",
                    on ? groupSeen(resource, call.node).volumes.size() : 0,
                    resource.volumeGroup.c_str()),
            {}};
}

// Kibibytes, whole extents; "8G", "512m", "4194304k"; nothing for another word.
std::optional<std::uint64_t> sizeIn(const std::string &text)
{
    std::uint64_t value = 0;
    const auto end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    const char unit = result.ptr == end ? 'm' : *result.ptr;
    if (result.ec != std::errc() || value == 0 || value > 1 << 20)
        return std::nullopt;
    const int shift = unit == 'g' || unit == 'G' ? 20 : (unit == 'k' || unit == 'K' ? 0 : 10);
    return ((value << shift) + extentKiB - 1) / extentKiB * extentKiB;
}

std::uint64_t freeKiB(const Resource &resource, int node)
{
    std::uint64_t used = 0;
    for (const LogicalVolume &volume : groupSeen(resource, node).volumes)
        used += volume.sizeKiB;
    return resource.sizeKiB / extentKiB * extentKiB - used;
}

Answer created(const Call &call, Resource &resource, const LogicalVolume &volume)
{
    const std::uint64_t free = freeKiB(resource, call.node);
    if (volume.sizeKiB > free)
        return {5,
                {},
                printed("  Insufficient free extents (%llu) in volume group %s: %llu required\n",
                        static_cast<unsigned long long>(free / extentKiB),
                        resource.volumeGroup.c_str(),
                        static_cast<unsigned long long>(volume.sizeKiB / extentKiB))};
    const auto refusal = call.simulation.replication().createVolume(resource, call.node, volume);
    if (refusal)
        return {5, {}, "  " + *refusal + "\n"};
    return {0, "  Logical volume \"" + volume.name + "\" created\n", {}};
}

Answer settled(const Call &call, const Answer &answer)
{
    call.simulation.settle();
    return answer;
}

} // namespace

Answer vgchange(const Call &call)
{
    const auto on = wantedActivation(call);
    if (!on)
        return {3, {}, "  Need 1 or more of -a, -c, -l, -p, -s, -x, --refresh, -u\n"};
    const std::string name = lastWord(call);
    if (!name.empty()) {
        const Target target = targetOf(call, name);
        return target.resource ? settled(call, changeGroup(call, *target.resource, *on))
                               : notFound(name);
    }
    Answer all;
    for (Resource &resource : call.simulation.changeWorld().resources) {
        if (!lvmReadable(resource, call.node))
            continue;
        const Answer one = changeGroup(call, resource, *on);
        all.out += one.out;
        all.err += one.err;
        all.exit = all.exit ? all.exit : one.exit;
    }
    all.out += "  3 logical volume(s) in volume group \"pve\" now active\n";
    return settled(call, all);
}

Answer lvchange(const Call &call)
{
    const auto on = wantedActivation(call);
    const std::string name = lastWord(call);
    if (!on || name.empty())
        return {3, {}, "  Please give logical volume path(s)\n"};
    const Target target = targetOf(call, name);
    if (!target.resource)
        return notFound(name);
    const VolumeGroup &group = groupSeen(*target.resource, call.node);
    if (!target.volume.empty() && !group.find(target.volume))
        return {5, {}, "  One or more specified logical volume(s) not found.\n"};
    std::string busy;
    for (const Guest &guest : call.world().guests) {
        const std::string volume = volumeOf(guest.vmid);
        const bool meant = target.volume.empty() || target.volume == volume;
        if (!*on && meant && guest.resource == target.resource->name && runsOn(guest, call.node))
            busy += "  LV " + target.resource->volumeGroup + "/" + volume
                + " in use: not deactivating\n";
    }
    call.simulation.replication().activate(*target.resource, call.node, target.volume, *on);
    return settled(call, {busy.empty() ? 0 : 5, {}, busy});
}

Answer vgscan(const Call &call)
{
    std::string text = "  Reading all physical volumes.  This may take a while...\n";
    for (const Resource &resource : call.world().resources) {
        if (lvmReadable(resource, call.node))
            text += "  Found volume group \"" + resource.volumeGroup
                + "\" using metadata type lvm2\n";
    }
    text += "  Found volume group \"pve\" using metadata type lvm2\n";
    return whileReading(call, {0, text, lvmWarnings(call)});
}

Answer lvcreate(const Call &call)
{
    std::string name = valueOf(call.arguments, "-n");
    if (name.empty())
        name = valueOf(call.arguments, "--name");
    std::string size = valueOf(call.arguments, "-L");
    if (size.empty())
        size = valueOf(call.arguments, "--size");
    const auto kib = sizeIn(size);
    if (name.empty() || !kib)
        return {3, {}, "  Please specify either size or extents\n"};
    const Target target = targetOf(call, lastWord(call));
    if (!target.resource)
        return notFound(lastWord(call));
    return settled(call,
                   created(call, *target.resource,
                           {name, *kib, valueOf(call.arguments, "--addtag"), 0, 0, 0}));
}

Answer lvremove(const Call &call)
{
    const std::string name = lastWord(call);
    const Target target = targetOf(call, name);
    if (!target.resource)
        return notFound(name);
    if (!call.has("-f") && !call.has("--force"))
        return {5,
                {},
                "Do you really want to remove active logical volume " + target.volume
                    + "? [y/n]: n\n  Logical volume " + target.volume + " not removed\n"};
    const auto refusal
        = call.simulation.replication().removeVolume(*target.resource, call.node, target.volume);
    if (refusal)
        return {5, {}, "  " + *refusal + "\n"};
    return settled(call,
                   {0, "  Logical volume \"" + target.volume + "\" successfully removed\n", {}});
}

} // namespace Lab
