// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fencesetup.h"

#include "world.h"

#include <algorithm>
#include <sstream>

namespace Lab
{

namespace
{

constexpr std::size_t most = 8;

std::string lines(const Attributes &attributes)
{
    std::string text;
    for (const auto &[key, value] : attributes)
        text += key + "=" + value + "\n";
    return text;
}

FenceJob jobOf(const FenceSetup &setup, const FenceUse &use, const Node &victim)
{
    const auto device = std::find_if(setup.devices.begin(), setup.devices.end(),
                                     [&](const auto &one) { return one.first == use.device; });
    if (device == setup.devices.end())
        return {victim.id, {}, {}};
    std::string input = lines(use.attributes);
    if (input.find("nodename=") == std::string::npos)
        input += "nodename=" + victim.name + "\n";
    input += lines(device->second);
    return {victim.id, inputValue(input, "agent"), input};
}

// A method is found again by its name: of two with the same name the first one is run twice.
const FenceMethod &named(const std::vector<FenceMethod> &methods, const std::string &name)
{
    return *std::find_if(methods.begin(), methods.end(),
                         [&](const FenceMethod &one) { return one.name == name; });
}

} // namespace

FenceSetup bmcFencing(const World &world)
{
    FenceSetup setup;
    for (const Node &node : world.nodes) {
        const std::string device = "ipminode" + std::to_string(node.id);
        FenceUse use{device, {}};
        if (!world.settings.fenceAction.empty())
            use.attributes = {{"action", world.settings.fenceAction}};
        setup.methods[node.name] = {{"1", {use}}};
        setup.devices.push_back({device,
                                 {{"agent", "fence_ipmilan"},
                                  {"cipher", "3"},
                                  {"ipaddr", node.bmc.address},
                                  {"ipport", std::to_string(node.bmc.port)},
                                  {"lanplus", "1"},
                                  {"login", node.bmc.login},
                                  {"passwd", node.bmc.password},
                                  {"power_wait", "2"},
                                  {"privlvl", "operator"}}});
    }
    return setup;
}

std::optional<std::vector<std::vector<FenceJob>>> fenceJobs(const World &world, int observer,
                                                            int victim)
{
    const auto &configured = world.node(observer).conf.fencing;
    const FenceSetup setup = configured ? *configured : bmcFencing(world);
    const Node &node = world.node(victim);
    const auto methods = setup.methods.find(node.name);
    if (methods == setup.methods.end() || methods->second.empty())
        return std::nullopt;
    std::vector<std::vector<FenceJob>> all;
    for (const FenceMethod &one : methods->second) {
        if (all.size() == most)
            break;
        all.emplace_back();
        for (const FenceUse &use : named(methods->second, one.name).devices) {
            if (all.back().size() < most)
                all.back().push_back(jobOf(setup, use, node));
        }
    }
    return all;
}

std::string inputValue(const std::string &input, const std::string &key)
{
    std::istringstream lines(input);
    std::string value;
    for (std::string line; std::getline(lines, line);) {
        const auto equals = line.find('=');
        if (equals != std::string::npos && line.substr(0, equals) == key)
            value = line.substr(equals + 1);
    }
    return value;
}

} // namespace Lab
