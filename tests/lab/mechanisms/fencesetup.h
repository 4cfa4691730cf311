// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace Lab
{

struct World;

// In the order of the file: the agent reads them so, and the last of equal keys counts.
using Attributes = std::vector<std::pair<std::string, std::string>>;

// <device> in a method: which one, and what is said there beside its name.
struct FenceUse {
    std::string device;
    Attributes attributes;
};

struct FenceMethod {
    std::string name;
    std::vector<FenceUse> devices;
};

// What <clusternodes> and <fencedevices> say about fencing; keys are node and device names.
struct FenceSetup {
    std::map<std::string, std::vector<FenceMethod>> methods;
    std::vector<std::pair<std::string, Attributes>> devices; // attributes without the name
};

// One run of one agent: what it is, and the lines it reads on its standard input.
struct FenceJob {
    int victim = 0;
    std::string agent; // empty: the device is not in the configuration
    std::string input;
};

// As the article's cluster has it: one method, the victim's BMC, the action of the settings.
FenceSetup bmcFencing(const World &world);
// Methods in order with their devices, as the observer's cluster.conf has them; nothing when none
// is configured for the victim. At most eight of each count. Source: fence/libfence/agent.c.
std::optional<std::vector<std::vector<FenceJob>>> fenceJobs(const World &world, int observer,
                                                            int victim);
// The last value of a key in an agent's input.
std::string inputValue(const std::string &input, const std::string &key);

} // namespace Lab
