// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lvmreport.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr Time readingTime{300};

struct Column {
    std::string heading;
    std::size_t width; // at least
    bool number; // to the right
};

// Source: lib/report/columns.h, LVM 2.02.95.
const std::map<std::string, Column> &knownColumns()
{
    static const std::map<std::string, Column> table{
        {"pv_name", {"PV", 10, false}},       {"vg_name", {"VG", 4, false}},
        {"pv_fmt", {"Fmt", 3, false}},        {"pv_attr", {"Attr", 4, false}},
        {"vg_attr", {"Attr", 5, false}},      {"pv_size", {"PSize", 5, true}},
        {"vg_size", {"VSize", 5, true}},      {"pv_free", {"PFree", 5, true}},
        {"vg_free", {"VFree", 5, true}},      {"pv_count", {"#PV", 3, true}},
        {"lv_count", {"#LV", 3, true}},       {"snap_count", {"#SN", 3, true}},
        {"lv_name", {"LV", 4, false}},        {"lv_attr", {"Attr", 4, false}},
        {"lv_size", {"LSize", 5, true}},      {"vg_seqno", {"Seq", 3, true}},
        {"lv_path", {"Path", 4, false}},      {"lv_tags", {"LV Tags", 7, false}},
        {"pv_uuid", {"PV UUID", 38, false}},  {"vg_uuid", {"VG UUID", 38, false}},
        {"pv_used", {"Used", 4, true}},       {"dev_size", {"DevSize", 7, true}},
        {"seg_size", {"SSize", 5, true}},     {"pool_lv", {"Pool", 4, false}},
        {"origin", {"Origin", 6, false}},     {"data_percent", {"Data%", 6, true}},
        {"move_pv", {"Move", 4, false}},      {"mirror_log", {"Log", 3, false}},
        {"copy_percent", {"Copy%", 6, true}}, {"convert_lv", {"Convert", 7, false}}};
    return table;
}

std::string cellOf(const LvmRow &row, const std::string &column)
{
    const auto it = row.find(column);
    return it == row.end() ? std::string() : it->second;
}

std::size_t widthOf(const std::string &name, const LvmRows &rows)
{
    const Column &column = knownColumns().at(name);
    std::size_t width = std::max(column.width, column.heading.size());
    for (const LvmRow &row : rows)
        width = std::max(width, cellOf(row, name).size());
    return width;
}

std::string padded(const std::string &cell, std::size_t width, bool right)
{
    const std::string blanks(width > cell.size() ? width - cell.size() : 0, ' ');
    return right ? blanks + cell : cell + blanks;
}

// A line of cells; without a separator they stand in columns.
struct Layout {
    std::vector<std::string> columns;
    std::vector<std::size_t> widths;
    std::string separator;

    std::string line(const std::function<std::string(const std::string &)> &cell,
                     bool heading) const
    {
        std::string text = "  ";
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string &name = columns[i];
            const bool right = !heading && knownColumns().at(name).number;
            text += i ? (separator.empty() ? " " : separator) : "";
            text += separator.empty() ? padded(cell(name), widths[i], right) : cell(name);
        }
        return text + "\n";
    }
};

std::string wantedColumns(const Call &call, const std::string &normal)
{
    std::string wanted = valueOf(call.arguments, "-o");
    if (wanted.empty())
        wanted = valueOf(call.arguments, "--options");
    if (wanted.empty())
        return normal;
    return wanted.front() == '+' ? normal + "," + wanted.substr(1) : wanted;
}

} // namespace

Answer lvmReport(const Call &call, const std::string &normal, const LvmRows &rows)
{
    Layout layout{
        splitAt(wantedColumns(call, normal), ','), {}, valueOf(call.arguments, "--separator")};
    for (const std::string &name : layout.columns) {
        if (!knownColumns().count(name))
            return {3, {}, "  Unrecognised field: " + name + "\n"};
        layout.widths.push_back(widthOf(name, rows));
    }
    std::string text;
    if (!call.has("--noheadings"))
        text = layout.line([](const std::string &name) { return knownColumns().at(name).heading; },
                           true);
    for (const LvmRow &row : rows)
        text += layout.line([&](const std::string &name) { return cellOf(row, name); }, false);
    return {0, text, lvmWarnings(call)};
}

bool lvmReadable(const Resource &resource, int node)
{
    const DrbdSide &side = resource.side(node);
    return side.role == Role::Primary && side.connection != Connection::Unconfigured;
}

std::string physicalVolumeId(const Resource &resource)
{
    return printed("kQ2r7T-%04d-9dWq-Zc0f-3mKs-u5Xe-Lp8v%02d", resource.minor, resource.minor);
}

std::string lvmWarnings(const Call &call)
{
    std::string text;
    for (const Resource &resource : call.world().resources) {
        std::string id = physicalVolumeId(resource);
        std::erase(id, '-');
        if (!lvmReadable(resource, call.node))
            text += printed("  /dev/drbd%d: open failed: Wrong medium type\n", resource.minor);
        else if (!call.world().settings.lvmFilter)
            text += printed("  Found duplicate PV %s: using /dev/drbd%d not %s\n", id.c_str(),
                            resource.minor, resource.backingDisk.c_str());
    }
    return text;
}

Answer whileReading(const Call &call, Answer answer)
{
    const Time end = call.now() + readingTime;
    for (Resource &resource : call.simulation.changeWorld().resources) {
        if (lvmReadable(resource, call.node))
            call.simulation.replication().holdOpen(resource, call.node, end);
    }
    return goOnWhen([call, end] { return call.now() >= end; },
                    [answer = std::move(answer)] { return answer; });
}

} // namespace Lab
