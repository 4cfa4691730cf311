// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lvmreport.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr std::uint64_t extent = 4ULL << 20;
constexpr std::uint64_t gibibyte = 1ULL << 30;
constexpr std::uint64_t systemSize = 499 * gibibyte;

std::uint64_t deviceBytes(const Resource &resource)
{
    return resource.sizeKiB * 1024 / extent * extent;
}

std::uint64_t usedBytes(const VolumeGroup &group)
{
    std::uint64_t used = 0;
    for (const LogicalVolume &volume : group.volumes)
        used += (volume.sizeKiB * 1024 + extent - 1) / extent * extent;
    return used;
}

std::string sized(const Call &call, std::uint64_t bytes)
{
    if (valueOf(call.arguments, "--units") == "b")
        return std::to_string(bytes) + (call.has("--nosuffix") ? "" : "B");
    return printed("%.2fg", static_cast<double>(bytes) / static_cast<double>(gibibyte));
}

// One volume group a row with its physical volume; both reports take their columns from it.
LvmRow groupRow(const Call &call, const Resource &resource)
{
    const VolumeGroup &group = groupSeen(resource, call.node);
    const std::string size = sized(call, deviceBytes(resource));
    const std::string used = sized(call, usedBytes(group));
    const std::string free = sized(call, deviceBytes(resource) - usedBytes(group));
    const std::string id
        = printed("Vh4s1N-%04d-7eRt-Yb9g-2nJd-i6Wf-Mo7x%02d", resource.minor, resource.minor);
    return {{"pv_name", "/dev/drbd" + std::to_string(resource.minor)},
            {"vg_name", resource.volumeGroup},
            {"pv_fmt", "lvm2"},
            {"pv_attr", "a--"},
            {"vg_attr", "wz--n-"},
            {"pv_size", size},
            {"vg_size", size},
            {"seg_size", size},
            {"pv_free", free},
            {"vg_free", free},
            {"pv_used", used},
            {"dev_size", sized(call, resource.sizeKiB * 1024)},
            {"pv_uuid", physicalVolumeId(resource)},
            {"vg_uuid", id},
            {"pv_count", "1"},
            {"snap_count", "0"},
            {"lv_count", std::to_string(group.volumes.size())},
            {"vg_seqno", std::to_string(group.seqno)}};
}

LvmRow systemRow(const Call &call)
{
    const std::uint64_t free = 16 * gibibyte;
    const std::string size = sized(call, systemSize);
    return {{"pv_name", "/dev/sda2"},
            {"vg_name", "pve"},
            {"pv_fmt", "lvm2"},
            {"pv_attr", "a--"},
            {"vg_attr", "wz--n-"},
            {"pv_size", size},
            {"vg_size", size},
            {"seg_size", size},
            {"pv_free", sized(call, free)},
            {"vg_free", sized(call, free)},
            {"pv_used", sized(call, systemSize - free)},
            {"dev_size", size},
            {"pv_uuid", "aB3d5F-0000-6gHi-Jk8l-4mNo-p2Qr-St9u00"},
            {"vg_uuid", "cD4e6G-0000-8hIj-Kl9m-5nOp-q3Rs-Tu0v00"},
            {"pv_count", "1"},
            {"snap_count", "0"},
            {"lv_count", "3"},
            {"vg_seqno", "4"}};
}

bool opened(const World &world, const std::string &volume, int node)
{
    return std::any_of(world.guests.begin(), world.guests.end(), [&](const Guest &guest) {
        return volumeOf(guest.vmid) == volume && runsOn(guest, node);
    });
}

LvmRow volumeRow(const Call &call, const Resource &resource, const LogicalVolume &volume)
{
    const bool active = resource.side(call.node).active.count(volume.name);
    const bool open = active && opened(call.world(), volume.name, call.node);
    return {{"lv_name", volume.name},
            {"vg_name", resource.volumeGroup},
            {"lv_attr", open ? "-wi-ao--" : (active ? "-wi-a---" : "-wi-----")},
            {"lv_size", sized(call, volume.sizeKiB * 1024)},
            {"lv_path", "/dev/" + resource.volumeGroup + "/" + volume.name},
            {"lv_tags", volume.tag},
            {"vg_seqno", std::to_string(groupSeen(resource, call.node).seqno)}};
}

LvmRow systemVolume(const Call &call, const std::string &name, std::uint64_t gib)
{
    return {{"lv_name", name},
            {"vg_name", "pve"},
            {"lv_attr", "-wi-ao--"},
            {"lv_size", sized(call, gib * gibibyte)},
            {"lv_path", "/dev/pve/" + name},
            {"lv_tags", ""},
            {"vg_seqno", "4"}};
}

// Sorted as LVM sorts them: by group, then by name.
LvmRows volumes(const Call &call)
{
    LvmRows rows;
    for (const Resource &resource : call.world().resources) {
        if (!lvmReadable(resource, call.node))
            continue;
        std::vector<LogicalVolume> list = groupSeen(resource, call.node).volumes;
        std::sort(list.begin(), list.end(),
                  [](const LogicalVolume &a, const LogicalVolume &b) { return a.name < b.name; });
        for (const LogicalVolume &volume : list)
            rows.push_back(volumeRow(call, resource, volume));
    }
    rows.push_back(systemVolume(call, "data", 372));
    rows.push_back(systemVolume(call, "root", 96));
    rows.push_back(systemVolume(call, "swap", 15));
    return rows;
}

LvmRows groups(const Call &call)
{
    LvmRows rows;
    for (const Resource &resource : call.world().resources) {
        if (lvmReadable(resource, call.node))
            rows.push_back(groupRow(call, resource));
    }
    rows.push_back(systemRow(call));
    return rows;
}

// The words that are neither options nor their values: names of groups or volumes.
std::vector<std::string> named(const Call &call)
{
    std::vector<std::string> names;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const std::string &word = call.arguments[i];
        if (word == "-o" || word == "--options" || word == "--units" || word == "--separator")
            ++i;
        else if (!word.starts_with('-'))
            names.push_back(word);
    }
    return names;
}

// Rows of the named ones only; "vg/lv" and "/dev/vg/lv" are volumes.
Answer reportNamed(const Call &call, const std::string &normal, const LvmRows &rows)
{
    const std::vector<std::string> names = named(call);
    LvmRows chosen;
    std::string missing;
    for (const std::string &name : names) {
        const std::size_t before = chosen.size();
        for (const LvmRow &row : rows) {
            const auto cell
                = [&](const char *key) { return row.count(key) ? row.at(key) : std::string(); };
            const std::string volume = cell("vg_name") + "/" + cell("lv_name");
            if (name == cell("vg_name") || name == cell("pv_name") || name == volume
                || name == "/dev/" + volume)
                chosen.push_back(row);
        }
        if (chosen.size() == before)
            missing += "  Volume group \"" + name + "\" not found\n";
    }
    Answer answer = lvmReport(call, normal, names.empty() ? rows : chosen);
    if (chosen.empty() && !names.empty() && answer.exit == 0)
        answer.out.clear();
    answer.err += missing;
    answer.exit = answer.exit == 0 && !missing.empty() ? 5 : answer.exit;
    return whileReading(call, answer);
}

} // namespace

Answer pvs(const Call &call)
{
    return reportNamed(call, "pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free", groups(call));
}

Answer vgs(const Call &call)
{
    return reportNamed(call, "vg_name,pv_count,lv_count,snap_count,vg_attr,vg_size,vg_free",
                       groups(call));
}

Answer lvs(const Call &call)
{
    return reportNamed(call,
                       "lv_name,vg_name,lv_attr,lv_size,pool_lv,origin,data_percent,move_pv,"
                       "mirror_log,copy_percent,convert_lv",
                       volumes(call));
}

} // namespace Lab
