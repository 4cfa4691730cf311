// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "clusterconfig.h"

namespace Lab
{

namespace
{

std::string attribute(const std::string &key, const std::string &value)
{
    return " " + key + "=\"" + value + "\"";
}

std::string attribute(const std::string &key, long long value)
{
    return attribute(key, std::to_string(value));
}

std::string list(const Attributes &attributes)
{
    std::string text;
    for (const auto &[key, value] : attributes)
        text += attribute(key, value);
    return text;
}

// Sorted by key with the name among them, as PVE writes it.
std::string deviceText(const std::string &name, Attributes attributes)
{
    std::string text;
    bool named = false;
    for (const auto &[key, value] : attributes) {
        text += !named && key > "name" ? attribute("name", name) : "";
        named = named || key > "name";
        text += attribute(key, value);
    }
    return "    <fencedevice" + text + (named ? "" : attribute("name", name)) + "/>\n";
}

std::string methodText(const FenceMethod &method)
{
    std::string text = "        <method" + attribute("name", method.name) + ">\n";
    for (const FenceUse &use : method.devices)
        text += "          <device" + attribute("name", use.device) + list(use.attributes) + "/>\n";
    return text + "        </method>\n";
}

std::string nodeText(const Node &node, const Settings &settings, const FenceSetup &setup)
{
    std::string text = "    <clusternode" + attribute("name", node.name)
        + attribute("nodeid", node.id)
        + attribute("votes", settings.nodeVotes.at(static_cast<std::size_t>(node.id - 1)))
        + ">\n      <fence>\n";
    const auto methods = setup.methods.find(node.name);
    if (methods != setup.methods.end()) {
        for (const FenceMethod &method : methods->second)
            text += methodText(method);
    }
    return text + "      </fence>\n    </clusternode>\n";
}

std::string quorumText(const Settings &s)
{
    std::string text = "  <quorumd" + attribute("allow_kill", s.allowKill)
        + attribute("interval", s.qdiskInterval.count() / 1000) + attribute("label", s.qdiskLabel);
    text += s.masterWins ? attribute("master_wins", 1) : "";
    text += s.minScore ? attribute("min_score", s.minScore) : "";
    text += attribute("tko", s.qdiskTko) + attribute("votes", s.qdiskVotes);
    if (s.heuristics.empty())
        return text + "/>\n";
    text += ">\n";
    for (const Heuristic &one : s.heuristics)
        text += "    <heuristic" + attribute("interval", one.interval.count() / 1000)
            + attribute("program", one.program) + attribute("score", one.score)
            + attribute("tko", one.tko) + "/>\n";
    return text + "  </quorumd>\n";
}

std::string domainText(const FailoverDomain &domain)
{
    std::string text = "      <failoverdomain" + attribute("name", domain.name)
        + attribute("nofailback", domain.nofailback) + attribute("ordered", domain.ordered)
        + attribute("restricted", domain.restricted) + ">\n";
    for (const auto &[node, priority] : domain.nodes)
        text += "        <failoverdomainnode" + attribute("name", node)
            + attribute("priority", priority) + "/>\n";
    return text + "      </failoverdomain>\n";
}

std::string serviceText(const ServiceConf &one)
{
    std::string text = "    <pvevm" + attribute("autostart", one.autostart);
    text += one.domain.empty() ? "" : attribute("domain", one.domain);
    text += one.exclusive ? attribute("exclusive", 1) : "";
    text += one.maxRestarts ? attribute("max_restarts", one.maxRestarts) : "";
    text += one.recovery == "restart" ? "" : attribute("recovery", one.recovery);
    text += one.restartExpire.count()
        ? attribute("restart_expire_time", one.restartExpire.count() / 1000)
        : "";
    return text + attribute("vmid", one.vmid) + "/>\n";
}

std::string managerText(const Settings &s)
{
    std::string text = "  <rm>\n";
    if (!s.domains.empty()) {
        text += "    <failoverdomains>\n";
        for (const FailoverDomain &domain : s.domains)
            text += domainText(domain);
        text += "    </failoverdomains>\n";
    }
    for (const ServiceConf &service : s.services)
        text += serviceText(service);
    return text + "  </rm>\n";
}

} // namespace

std::string clusterConf(const World &world)
{
    const Settings &s = world.settings;
    const FenceSetup setup = s.fencing ? *s.fencing : bmcFencing(world);
    std::string text = "<?xml version=\"1.0\"?>\n<cluster"
        + attribute("config_version", s.configVersion) + attribute("name", s.clusterName) + ">\n";
    text += "  <cman" + attribute("expected_votes", s.expectedVotes)
        + attribute("keyfile", "/var/lib/pve-cluster/corosync.authkey")
        + (s.quorumDevPoll.count() ? attribute("quorum_dev_poll", s.quorumDevPoll.count()) : "")
        + (s.twoNode ? attribute("two_node", 1) : "") + "/>\n";
    text += s.qdisk ? quorumText(s) : "";
    text += "  <totem" + attribute("token", s.token.count()) + "/>\n";
    if (s.postJoinDelay != Time{6000} || s.postFailDelay != Time{0})
        text += "  <fence_daemon" + attribute("post_fail_delay", s.postFailDelay.count() / 1000)
            + attribute("post_join_delay", s.postJoinDelay.count() / 1000) + "/>\n";
    text += "  <clusternodes>\n";
    for (const Node &node : world.nodes)
        text += nodeText(node, s, setup);
    text += "  </clusternodes>\n  <fencedevices>\n";
    for (const auto &[name, attributes] : setup.devices)
        text += deviceText(name, attributes);
    return text + "  </fencedevices>\n" + managerText(s) + "</cluster>\n";
}

std::string committedConf(const World &world)
{
    return world.committed.empty() ? clusterConf(world) : world.committed;
}

std::string localConf(const World &world, const Node &node)
{
    return node.localConf ? *node.localConf : committedConf(world);
}

} // namespace Lab
