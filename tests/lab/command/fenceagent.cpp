// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fenceagent.h"

#include "common/process.h"
#include "common/wire.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <map>
#include <sstream>
#include <thread>

namespace Lab
{

namespace
{

using Keys = std::map<std::string, std::string>;

constexpr int powerTimeout = 20; // seconds; the agent's own

Keys keysOf(const std::string &text)
{
    Keys keys;
    std::istringstream lines(text);
    std::string line;
    while (std::getline(lines, line)) {
        const auto equals = line.find('=');
        if (equals != std::string::npos)
            keys[line.substr(0, equals)] = line.substr(equals + 1); // the last one counts
    }
    return keys;
}

std::string valueOr(const Keys &keys, const std::string &key, const std::string &otherwise)
{
    const auto it = keys.find(key);
    return it == keys.end() ? otherwise : it->second;
}

std::vector<std::string> routed(const Place &place, const std::string &address,
                                const std::string &port)
{
    const auto reply = ask(place.folder, {"route", place.machine, address, port});
    std::istringstream lines(reply ? reply->out : "");
    std::string there = address;
    std::string through = port;
    std::getline(lines, there);
    std::getline(lines, through);
    return {there, through};
}

class Device
{
public:
    Device(const Place &place, Keys keys) : m_keys(std::move(keys))
    {
        const auto way = routed(place, m_keys["ipaddr"], valueOr(m_keys, "ipport", "623"));
        m_address = way[0];
        m_port = way[1];
        const auto reply = ask(place.folder, {"speed"});
        m_speed = std::max(1, reply ? std::atoi(reply->out.c_str()) : 1);
    }

    Finished power(const std::string &what) const
    {
        std::string level = valueOr(m_keys, "privlvl", "administrator");
        std::transform(level.begin(), level.end(), level.begin(),
                       [](unsigned char c) { return std::toupper(c); });
        Spawn tool{{findProgram("ipmitool"), "-I", "lanplus", "-C", valueOr(m_keys, "cipher", "3"),
                    "-L", level, "-H", m_address, "-p", m_port, "-U", valueOr(m_keys, "login", ""),
                    "-E", "chassis", "power", what}};
        tool.environment["IPMI_PASSWORD"] = valueOr(m_keys, "passwd", "");
        return runToEnd(tool);
    }

    // on, off, or nothing when nobody answers.
    std::string state() const
    {
        const Finished finished = power("status");
        if (finished.exit != 0)
            return {};
        return finished.out.find("is on") != std::string::npos ? "on" : "off";
    }

    int speed() const { return m_speed; }

    void wait() const
    {
        const int seconds = std::max(0, std::atoi(valueOr(m_keys, "power_wait", "2").c_str()));
        std::this_thread::sleep_for(std::chrono::milliseconds(1000 * seconds / m_speed));
    }

    // Sent once more as long as the state is not seen. Source: fence_ipmilan 4.0.
    bool reach(const std::string &wanted) const
    {
        if (state() == wanted)
            return true;
        const int rounds = std::max(1, powerTimeout / 2);
        for (int i = 0; i < rounds; ++i) {
            if (power(wanted).exit != 0 && state().empty())
                return false;
            wait();
            if (state() == wanted)
                return true;
        }
        return false;
    }

private:
    Keys m_keys;
    std::string m_address;
    std::string m_port;
    int m_speed = 1;
};

// Virtual seconds: the agent's delay for a fence race.
void delay(const Keys &keys, int speed)
{
    const int seconds = std::max(0, std::atoi(valueOr(keys, "delay", "0").c_str()));
    std::this_thread::sleep_for(std::chrono::milliseconds(1000 * seconds / speed));
}

int perform(const Device &device, const std::string &action)
{
    const std::string before = device.state();
    if (before.empty()) {
        std::fputs("Failed: Unable to obtain correct plug status or plug is not available\n",
                   stderr);
        return 1;
    }
    if (action == "status" || action == "monitor") {
        std::printf("Status: %s\n", before == "on" ? "ON" : "OFF");
        return before == "on" || action == "monitor" ? 0 : 2;
    }
    if (action == "on")
        return device.reach("on") ? 0 : 1;
    if (!device.reach("off")) {
        std::fputs("Failed: Timed out waiting to power OFF\n", stderr);
        return 1;
    }
    // Off was seen: the fencing has succeeded whatever happens to the power on.
    if (action != "off")
        device.reach("on");
    std::puts(action == "off" ? "Success: Powered OFF" : "Success: Rebooted");
    return 0;
}

std::string actionOf(const Keys &keys)
{
    return valueOr(keys, "action", valueOr(keys, "option", "reboot"));
}

} // namespace

int fenceAgent(const Place &place)
{
    const Keys keys = keysOf({std::istreambuf_iterator<char>(std::cin), {}});
    if (!keys.count("ipaddr")) {
        std::fputs("failed: no IP address specified\n", stderr);
        return 1;
    }
    const Device device(place, keys);
    const std::string action = actionOf(keys);
    if (action != "status" && action != "monitor")
        delay(keys, device.speed());
    return perform(device, action);
}

int routedIpmitool(const Place &place, std::vector<std::string> words)
{
    const auto host = std::find(words.begin(), words.end(), "-H");
    const auto port = std::find(words.begin(), words.end(), "-p");
    if (host != words.end() && host + 1 != words.end()) {
        const bool named = port != words.end() && port + 1 != words.end();
        const auto way = routed(place, *(host + 1), named ? *(port + 1) : "623");
        *(host + 1) = way[0];
        if (named)
            *(port + 1) = way[1];
        else
            words.insert(words.begin(), {"-p", way[1]});
    }
    words.insert(words.begin(), "ipmitool");
    std::vector<char *> argv;
    argv.reserve(words.size() + 1);
    for (std::string &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    ::execv("/usr/bin/ipmitool", argv.data());
    std::perror("ipmitool");
    return 126;
}

} // namespace Lab
