// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "nodelog.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <ctime>

namespace Lab
{

namespace
{

constexpr std::size_t fileLimit = std::size_t{64} * 1024;
constexpr std::size_t ringLines = 600;

std::string stamp(std::time_t time)
{
    std::tm parts{};
    localtime_r(&time, &parts);
    std::array<char, 32> buffer{};
    return {buffer.data(), std::strftime(buffer.data(), buffer.size(), "%b %e %H:%M:%S ", &parts)};
}

// Seconds since the kernel started. Lines of one instant differ in their microseconds, as they do.
std::string kernelStamp(const Node &node, Time now)
{
    const auto since = static_cast<long long>((now - node.upSince).count());
    const auto micro = static_cast<int>(since % 1000 * 1000 + node.kernelLines * 37 % 1000);
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "[%5lld.%06d] ", since / 1000, micro);
    return buffer.data();
}

void append(Node &node, const std::string &path, const std::string &line)
{
    std::string &text = node.logs[path];
    if (text.size() + line.size() > fileLimit) {
        node.logs[path + ".1"] = std::move(text);
        text.clear();
    }
    text += line + "\n";
}

bool hasClusterLog(const std::string &program)
{
    return program == "corosync" || program == "fenced" || program == "qdiskd"
        || program == "rgmanager";
}

void remember(Node &node, const std::string &line)
{
    if (node.kernelRing.size() >= ringLines)
        node.kernelRing.pop_front();
    node.kernelRing.push_back(line);
    ++node.kernelLines;
}

void writeFiles(World &world, Node &node, Time now, const std::string &program,
                const std::string &text)
{
    const std::string date = stamp(world.wallOn(node.id, now));
    const bool kernel = program == "kernel";
    const std::string number = std::to_string(processId(world, node.id, program));
    const std::string tag = kernel ? "kernel: " : program + "[" + number + "]: ";
    // corosync pads its text in syslog, where the other daemons do not.
    const std::string line
        = date + node.name + " " + tag + (program == "corosync" ? "  " : "") + text;
    append(node, "var/log/syslog", line);
    if (kernel)
        append(node, "var/log/kern.log", line);
    if (hasClusterLog(program))
        append(node, "var/log/cluster/" + program + ".log", date + program + " " + text);
}

} // namespace

void logLine(World &world, int id, Time now, const std::string &program, const std::string &text)
{
    Node &node = world.node(id);
    if (node.stage != Stage::Up)
        return;
    std::string line = text;
    if (program == "kernel") {
        line = kernelStamp(node, now) + text;
        remember(node, line);
    }
    if (!node.hung && !node.rootFull)
        writeFiles(world, node, now, program, line);
}

void logBoot(World &world, int id, Time now)
{
    Node &node = world.node(id);
    node.kernelRing.clear();
    node.kernelLines = 0;
    node.processes.clear();
    logLine(world, id, now, "kernel", "Initializing cgroup subsys cpuset");
    logLine(world, id, now, "kernel",
            "Linux version 2.6.32-26-pve (root@lola) (gcc version 4.7.2 (Debian 4.7.2-5) ) #1 SMP");
}

// Daemons start before guests do, and have the lower numbers.
int processId(World &world, int id, const std::string &program)
{
    Node &node = world.node(id);
    const auto known = node.processes.find(program);
    if (known != node.processes.end())
        return known->second;
    int number = 1200 + node.boots * 97 % 400;
    for (const auto &[name, taken] : node.processes)
        number = std::max(number, taken + 13);
    return node.processes[program] = number;
}

void processEnded(World &world, int id, const std::string &program)
{
    world.node(id).processes.erase(program);
}

} // namespace Lab
