// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfig.h"

#include <algorithm>
#include <cstdlib>

namespace Lab
{

namespace
{

Time seconds(const XmlElement &one, const std::string &key, int otherwise)
{
    return Time{1000LL * one.number(key, otherwise)};
}

// The name as plain characters: of a temporary string GCC 13 thinks that it may be returned.
const XmlElement &childOr(const XmlElement &parent, const char *name)
{
    static const XmlElement none;
    const XmlElement *found = parent.child(name);
    return found ? *found : none;
}

// tko and tko_up depend on the token when the file does not say. Source: qdiskd 3.2.0, main.c.
void readQuorumDisk(const XmlElement &root, Settings &s)
{
    const XmlElement *disk = root.child("quorumd");
    s.qdisk = disk != nullptr;
    if (!disk)
        return;
    s.qdiskInterval = seconds(*disk, "interval", 1);
    const auto interval = static_cast<int>(s.qdiskInterval.count() / 1000);
    s.qdiskTko = disk->number("tko", (static_cast<int>(s.token.count() / 1000) - interval) / 2);
    s.qdiskTkoUp = disk->number("tko_up", std::max(2, s.qdiskTko / 3));
    s.masterWait = disk->number("master_wait", std::max(s.qdiskTko / 2, s.qdiskTkoUp + 1));
    s.qdiskVotes = disk->number("votes", 1);
    s.qdiskLabel = disk->value("label");
    s.qdiskPath = disk->value("device");
    s.allowKill = disk->yes("allow_kill", true);
    s.minScore = disk->number("min_score", 0);
    s.heuristics.clear();
    for (const XmlElement &one : disk->children) {
        if (one.name == "heuristic")
            s.heuristics.push_back({one.value("program"), one.number("score", 1),
                                    seconds(one, "interval", 2), one.number("tko", 1)});
    }
    const bool automatic = s.heuristics.empty() && !disk->attribute("votes");
    s.masterWins = s.heuristics.empty() && disk->yes("master_wins", automatic);
}

FenceMethod methodOf(const XmlElement &element)
{
    FenceMethod method{element.value("name"), {}};
    for (const XmlElement &device : element.children) {
        FenceUse use{device.value("name"), {}};
        for (const auto &one : device.attributes) {
            if (one.first != "name")
                use.attributes.push_back(one);
        }
        method.devices.push_back(use);
    }
    return method;
}

void readNodes(const XmlElement &root, Settings &s, FenceSetup &setup)
{
    for (const XmlElement &node : childOr(root, "clusternodes").children) {
        const int id = node.number("nodeid", 0);
        if (id == 1 || id == 2)
            s.nodeVotes.at(static_cast<std::size_t>(id - 1)) = node.number("votes", 1);
        auto &methods = setup.methods[node.value("name")];
        for (const XmlElement &method : childOr(node, "fence").children)
            methods.push_back(methodOf(method));
    }
}

void readFencing(const XmlElement &root, Settings &s)
{
    FenceSetup setup;
    readNodes(root, s, setup);
    for (const XmlElement &device : childOr(root, "fencedevices").children) {
        Attributes attributes = device.attributes;
        attributes.erase(std::remove_if(attributes.begin(), attributes.end(),
                                        [](const auto &one) { return one.first == "name"; }),
                         attributes.end());
        setup.devices.emplace_back(device.value("name"), attributes);
    }
    const XmlElement &daemon = childOr(root, "fence_daemon");
    s.postJoinDelay = seconds(daemon, "post_join_delay", 6);
    s.postFailDelay = seconds(daemon, "post_fail_delay", 0);
    s.fencing = setup;
}

void readDomains(const XmlElement &manager, Settings &s)
{
    s.domains.clear();
    for (const XmlElement &one : childOr(manager, "failoverdomains").children) {
        FailoverDomain domain{one.value("name"),
                              one.yes("ordered"),
                              one.yes("restricted"),
                              one.yes("nofailback"),
                              {}};
        for (const XmlElement &node : one.children) {
            const int priority = node.number("priority", 0);
            domain.nodes[node.value("name")] = priority < 1 || priority > 100 ? 0 : priority;
        }
        s.domains.push_back(domain);
    }
}

void readServices(const XmlElement &root, Settings &s)
{
    const XmlElement &manager = childOr(root, "rm");
    s.hasManager = root.child("rm") != nullptr;
    readDomains(manager, s);
    s.services.clear();
    for (const XmlElement &one : manager.children) {
        if (one.name != "pvevm")
            continue;
        ServiceConf service;
        service.vmid = one.number("vmid", 0);
        service.autostart = one.yes("autostart", true);
        service.exclusive = one.yes("exclusive");
        service.domain = one.value("domain");
        service.recovery = one.value("recovery", "restart");
        service.maxRestarts = one.number("max_restarts", 0);
        service.restartExpire = seconds(one, "restart_expire_time", 0);
        s.services.push_back(service);
    }
}

} // namespace

std::optional<Settings> readClusterConf(const std::string &text, const Settings &before)
{
    const auto read = readXml(text);
    const auto *root = std::get_if<XmlElement>(&read);
    if (!root || root->name != "cluster")
        return std::nullopt;
    Settings s = before;
    s.clusterName = root->value("name");
    s.configVersion = root->number("config_version", 0);
    const XmlElement &cman = childOr(*root, "cman");
    s.twoNode = cman.yes("two_node");
    s.quorumDevPoll = Time{std::max(0, cman.number("quorum_dev_poll", 0))};
    s.token = Time{childOr(*root, "totem").number("token", 10000)};
    readFencing(*root, s);
    readQuorumDisk(*root, s);
    readServices(*root, s);
    s.expectedVotes = cman.number("expected_votes", s.nodeVotes[0] + s.nodeVotes[1]);
    return s;
}

unsigned long configVersionOf(const std::string &text)
{
    const auto read = readXml(text);
    const auto *root = std::get_if<XmlElement>(&read);
    return root && root->name == "cluster"
        ? std::strtoul(root->value("config_version").c_str(), nullptr, 10)
        : 0;
}

} // namespace Lab
