// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <algorithm>
#include <map>

namespace Lab
{

namespace
{

using Row = std::map<std::string, std::string>;
using Rows = std::vector<Row>;

constexpr std::uint64_t extent = 4ULL << 20;
constexpr std::uint64_t gibibyte = 1ULL << 30;
constexpr std::uint64_t systemSize = 499 * gibibyte;

std::uint64_t deviceBytes(const Resource &resource)
{
    return resource.sizeKiB * 1024 / extent * extent;
}

std::uint64_t usedBytes(const World &world, const Resource &resource)
{
    std::uint64_t used = 0;
    for (const Guest &guest : world.guests)
        used += guest.resource == resource.name
            ? static_cast<std::uint64_t>(guest.diskGiB) * gibibyte
            : 0;
    return used;
}

// LVM opens the device; DRBD lets only a Primary do so.
bool readable(const Resource &resource, int node)
{
    const DrbdSide &side = resource.side(node);
    return side.role == Role::Primary && side.connection != Connection::Unconfigured;
}

std::string warnings(const Call &call)
{
    std::string text;
    for (const Resource &resource : call.world().resources) {
        if (!readable(resource, call.node))
            text += printed("  /dev/drbd%d: open failed: Wrong medium type\n", resource.minor);
    }
    return text;
}

std::string sized(const Call &call, std::uint64_t bytes)
{
    if (valueOf(call.arguments, "--units") == "b")
        return std::to_string(bytes) + (call.has("--nosuffix") ? "" : "B");
    return printed("%.2fg", static_cast<double>(bytes) / static_cast<double>(gibibyte));
}

// One volume group a row with its physical volume; both reports take their columns from it.
Rows groups(const Call &call)
{
    Rows rows;
    for (const Resource &resource : call.world().resources) {
        if (!readable(resource, call.node))
            continue;
        const std::uint64_t size = deviceBytes(resource);
        const std::uint64_t used = usedBytes(call.world(), resource);
        std::size_t volumes = 0;
        for (const Guest &guest : call.world().guests)
            volumes += guest.resource == resource.name;
        const std::string device = "/dev/drbd" + std::to_string(resource.minor);
        rows.push_back(
            {{"pv_name", device},
             {"vg_name", resource.volumeGroup},
             {"pv_fmt", "lvm2"},
             {"pv_attr", "a--"},
             {"vg_attr", "wz--n-"},
             {"pv_size", sized(call, size)},
             {"vg_size", sized(call, size)},
             {"pv_free", sized(call, size - used)},
             {"vg_free", sized(call, size - used)},
             {"pv_used", sized(call, used)},
             {"dev_size", sized(call, resource.sizeKiB * 1024)},
             {"pv_uuid",
              printed("kQ2r7T-%04d-9dWq-Zc0f-3mKs-u5Xe-Lp8v%02d", resource.minor, resource.minor)},
             {"vg_uuid",
              printed("Vh4s1N-%04d-7eRt-Yb9g-2nJd-i6Wf-Mo7x%02d", resource.minor, resource.minor)},
             {"pv_count", "1"},
             {"snap_count", "0"},
             {"lv_count", std::to_string(volumes)},
             {"vg_seqno", std::to_string(resource.vgSeqno)},
             {"seg_size", sized(call, size)}});
    }
    const std::uint64_t free = 16 * gibibyte;
    rows.push_back({{"pv_name", "/dev/sda2"},
                    {"vg_name", "pve"},
                    {"pv_fmt", "lvm2"},
                    {"pv_attr", "a--"},
                    {"vg_attr", "wz--n-"},
                    {"pv_size", sized(call, systemSize)},
                    {"vg_size", sized(call, systemSize)},
                    {"pv_free", sized(call, free)},
                    {"vg_free", sized(call, free)},
                    {"pv_used", sized(call, systemSize - free)},
                    {"dev_size", sized(call, systemSize)},
                    {"pv_uuid", "aB3d5F-0000-6gHi-Jk8l-4mNo-p2Qr-St9u00"},
                    {"vg_uuid", "cD4e6G-0000-8hIj-Kl9m-5nOp-q3Rs-Tu0v00"},
                    {"pv_count", "1"},
                    {"snap_count", "0"},
                    {"lv_count", "3"},
                    {"vg_seqno", "4"},
                    {"seg_size", sized(call, systemSize)}});
    return rows;
}

Rows volumes(const Call &call)
{
    Rows rows;
    for (const Resource &resource : call.world().resources) {
        if (!readable(resource, call.node))
            continue;
        for (const Guest &guest : call.world().guests) {
            if (guest.resource != resource.name)
                continue;
            const std::string name = printed("vm-%d-disk-1", guest.vmid);
            rows.push_back(
                {{"lv_name", name},
                 {"vg_name", resource.volumeGroup},
                 {"lv_attr", runsOn(guest, call.node) ? "-wi-ao--" : "-wi-a---"},
                 {"lv_size", sized(call, static_cast<std::uint64_t>(guest.diskGiB) * gibibyte)},
                 {"lv_path", "/dev/" + resource.volumeGroup + "/" + name},
                 {"lv_tags", printed("pve-vm-%d", guest.vmid)},
                 {"vg_seqno", std::to_string(resource.vgSeqno)}});
        }
    }
    const auto system = [&](const char *name, std::uint64_t gib) {
        rows.push_back({{"lv_name", name},
                        {"vg_name", "pve"},
                        {"lv_attr", "-wi-ao--"},
                        {"lv_size", sized(call, gib * gibibyte)},
                        {"lv_path", std::string("/dev/pve/") + name},
                        {"lv_tags", ""},
                        {"vg_seqno", "4"}});
    };
    system("data", 372);
    system("root", 96);
    system("swap", 15);
    return rows;
}

const std::map<std::string, std::string> &headings()
{
    static const std::map<std::string, std::string> table{
        {"pv_name", "PV"},       {"vg_name", "VG"},      {"pv_fmt", "Fmt"},
        {"pv_attr", "Attr"},     {"vg_attr", "Attr"},    {"pv_size", "PSize"},
        {"vg_size", "VSize"},    {"pv_free", "PFree"},   {"vg_free", "VFree"},
        {"pv_count", "#PV"},     {"lv_count", "#LV"},    {"snap_count", "#SN"},
        {"lv_name", "LV"},       {"lv_attr", "Attr"},    {"lv_size", "LSize"},
        {"vg_seqno", "Seq"},     {"lv_path", "Path"},    {"lv_tags", "LV Tags"},
        {"pv_uuid", "PV UUID"},  {"vg_uuid", "VG UUID"}, {"pv_used", "Used"},
        {"dev_size", "DevSize"}, {"seg_size", "SSize"}};
    return table;
}

std::string table(const Call &call, const std::vector<std::string> &columns, const Rows &rows)
{
    Rows printedRows = rows;
    if (!call.has("--noheadings"))
        printedRows.insert(printedRows.begin(), headings());
    const std::string separator = valueOf(call.arguments, "--separator");
    std::string text;
    for (const Row &row : printedRows) {
        text += "  ";
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string &cell = row.at(columns[i]);
            text += i ? (separator.empty() ? " " : separator) : "";
            std::size_t width = 0;
            for (const Row &other : printedRows)
                width = std::max(width, other.at(columns[i]).size());
            text += separator.empty() ? cell + std::string(width - cell.size(), ' ') : cell;
        }
        text += "\n";
    }
    return text;
}

Answer report(const Call &call, const std::string &normal, const Rows &rows)
{
    std::string wanted = valueOf(call.arguments, "-o");
    if (wanted.empty())
        wanted = valueOf(call.arguments, "--options");
    if (wanted.empty())
        wanted = normal;
    if (wanted.front() == '+')
        wanted = normal + "," + wanted.substr(1);
    const std::vector<std::string> columns = splitAt(wanted, ',');
    for (const std::string &column : columns) {
        if (!rows.empty() && !rows.front().count(column))
            return {3, {}, "  Unrecognised field: " + column + "\n"};
    }
    return {0, table(call, columns, rows), warnings(call)};
}

} // namespace

Answer pvs(const Call &call)
{
    return report(call, "pv_name,vg_name,pv_fmt,pv_attr,pv_size,pv_free", groups(call));
}

Answer vgs(const Call &call)
{
    return report(call, "vg_name,pv_count,lv_count,snap_count,vg_attr,vg_size,vg_free",
                  groups(call));
}

Answer lvs(const Call &call)
{
    return report(call, "lv_name,vg_name,lv_attr,lv_size", volumes(call));
}

} // namespace Lab
