// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "descendants.h"

#include <signal.h>
#include <unistd.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

namespace Lab
{

namespace
{

std::string readAll(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<pid_t> allProcesses()
{
    std::vector<pid_t> list;
    std::error_code error;
    for (const auto &entry : std::filesystem::directory_iterator("/proc", error)) {
        const std::string name = entry.path().filename();
        pid_t process = 0;
        const auto result = std::from_chars(name.data(), name.data() + name.size(), process);
        if (result.ec == std::errc() && result.ptr == name.data() + name.size())
            list.push_back(process);
    }
    return list;
}

// From the third field of stat on: state, parent; the second, the name, may hold anything up to its
// last parenthesis.
std::string afterName(pid_t process)
{
    const std::string stat = readAll("/proc/" + std::to_string(process) + "/stat");
    const auto end = stat.rfind(')');
    return end != std::string::npos && end + 4 < stat.size() ? stat.substr(end + 2) : std::string();
}

} // namespace

pid_t parentOf(pid_t process)
{
    const std::string fields = afterName(process);
    pid_t parent = 0;
    if (fields.size() > 2)
        std::from_chars(fields.data() + 2, fields.data() + fields.size(), parent);
    return parent;
}

bool isZombie(pid_t process)
{
    return afterName(process).find('Z') == 0;
}

std::vector<pid_t> descendantsOf(pid_t root)
{
    std::multimap<pid_t, pid_t> children;
    for (pid_t process : allProcesses())
        children.emplace(parentOf(process), process);
    std::vector<pid_t> list;
    std::vector<pid_t> open{root};
    while (!open.empty()) {
        const auto [begin, end] = children.equal_range(open.back());
        open.pop_back();
        for (auto it = begin; it != end; ++it) {
            list.push_back(it->second);
            open.push_back(it->second);
        }
    }
    return list;
}

std::string environmentOf(pid_t process, const std::string &name)
{
    const std::string all
        = std::string(1, '\0') + readAll("/proc/" + std::to_string(process) + "/environ");
    const std::string key = std::string(1, '\0') + name + "=";
    const auto begin = all.find(key);
    if (begin == std::string::npos)
        return {};
    const auto value = begin + key.size();
    return all.substr(value, all.find('\0', value) - value);
}

std::vector<pid_t> processesWith(const std::string &name, const std::string &value)
{
    std::vector<pid_t> list;
    for (pid_t process : allProcesses()) {
        if (process != ::getpid() && environmentOf(process, name) == value)
            list.push_back(process);
    }
    return list;
}

void killAll(const std::vector<pid_t> &processes)
{
    for (pid_t process : processes)
        ::kill(process, SIGKILL);
}

} // namespace Lab
