// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "daemonlog.h"

#include "nodelog.h"

namespace Lab
{

namespace
{

std::string list(const std::set<int> &nodes)
{
    std::string text;
    for (int node : nodes)
        text += " " + std::to_string(node);
    return "Members[" + std::to_string(nodes.size()) + "]:" + text;
}

} // namespace

void DaemonLog::say(int node, const char *program, const std::string &text)
{
    logLine(m_world, node, m_queue.now(), program, text);
}

void DaemonLog::review()
{
    for (const Node &node : m_world.nodes)
        reviewNode(node);
    for (const Service &service : m_world.services)
        reviewService(service);
}

void DaemonLog::reviewNode(const Node &node)
{
    Seen &seen = m_seen[node.id];
    if (seen.boots != node.boots)
        seen = {};
    const Seen before = seen;
    seen = {node.cman,
            node.view.quorate,
            node.view.qdiskVote,
            node.qdiskd,
            m_world.qdiskMaster == node.id,
            node.fenced,
            node.rgmanager,
            node.boots,
            node.cman ? node.view.members : std::set<int>()};
    membership(node, before);
    quorum(node, before);
    disk(node, before);
    fencing(node, before);
    groupManager(node, before);
}

void DaemonLog::membership(const Node &node, const Seen &before)
{
    const Seen &now = m_seen[node.id];
    if (now.cman && !before.cman) {
        processEnded(m_world, node.id, "corosync");
        say(node.id, "corosync",
            "[MAIN  ] Corosync Cluster Engine ('1.4.5'): started and ready to "
            "provide service.");
    }
    if (!now.cman && before.cman)
        say(node.id, "corosync", "[SERV  ] Unloading all Corosync service engines.");
    if (!now.cman || now.members == before.members)
        return;
    bool lost = false;
    for (int member : before.members)
        lost = lost || !now.members.count(member);
    if (lost && before.cman)
        say(node.id, "corosync", "[TOTEM ] A processor failed, forming new configuration.");
    say(node.id, "corosync",
        "[TOTEM ] A processor joined or left the membership and a new "
        "membership was formed.");
    say(node.id, "corosync", "[QUORUM] " + list(now.members));
}

void DaemonLog::quorum(const Node &node, const Seen &before)
{
    const Seen &now = m_seen[node.id];
    if (!now.cman || now.quorate == before.quorate)
        return;
    say(node.id, "corosync",
        now.quorate ? "[CMAN  ] quorum regained, resuming activity"
                    : "[CMAN  ] quorum lost, blocking activity");
    say(node.id, "corosync",
        now.quorate ? "[QUORUM] This node is within the primary component and will provide service."
                    : "[QUORUM] This node is within the non-primary component and will NOT provide "
                      "any services.");
}

void DaemonLog::disk(const Node &node, const Seen &before)
{
    const Seen &now = m_seen[node.id];
    if (now.qdiskd && !before.qdiskd) {
        processEnded(m_world, node.id, "qdiskd");
        say(node.id, "qdiskd", "Initialization complete");
    }
    if (now.qdiskd && now.qdiskMaster && !before.qdiskMaster)
        say(node.id, "qdiskd", "Assuming master role");
    if (now.cman && before.qdiskVote && !now.qdiskVote)
        say(node.id, "corosync", "[CMAN  ] lost contact with quorum device");
}

void DaemonLog::fencing(const Node &node, const Seen &before)
{
    const Seen &now = m_seen[node.id];
    if (now.fenced && !before.fenced) {
        processEnded(m_world, node.id, "fenced");
        say(node.id, "fenced",
            "fenced " + std::to_string(m_world.wallOn(node.id, m_queue.now())) + " started");
    }
}

void DaemonLog::groupManager(const Node &node, const Seen &before)
{
    const Seen &now = m_seen[node.id];
    if (now.rgmanager && !before.rgmanager) {
        processEnded(m_world, node.id, "rgmanager");
        say(node.id, "rgmanager", "I am node #" + std::to_string(node.id));
        say(node.id, "rgmanager", "Resource Group Manager Starting");
    }
    if (!now.rgmanager) {
        if (before.rgmanager)
            say(node.id, "rgmanager", "Shutdown complete, exiting");
        return;
    }
    if (before.quorate && !now.quorate)
        say(node.id, "rgmanager", "#1: Quorum Dissolved");
    for (int member : before.members) {
        if (!now.members.count(member))
            say(node.id, "rgmanager", "State change: " + m_world.nameOf(member) + " DOWN");
    }
    for (int member : now.members) {
        if (!before.members.count(member))
            say(node.id, "rgmanager",
                "State change: " + (member == node.id ? "Local" : m_world.nameOf(member)) + " UP");
    }
}

void DaemonLog::reviewService(const Service &service)
{
    const auto found = m_services.find(service.vmid);
    const SeenService before
        = found == m_services.end() ? SeenService{service.state, service.owner} : found->second;
    m_services[service.vmid] = {service.state, service.owner};
    if (before.state == service.state && before.owner == service.owner)
        return;
    const std::string name = service.name();
    if (service.state == ServiceState::Recovering && before.owner && service.owner)
        say(service.owner, "rgmanager",
            "Taking over service " + name + " from down member " + m_world.nameOf(before.owner));
    if (service.state == ServiceState::Starting && before.state != ServiceState::Recovering
        && service.owner)
        say(service.owner, "rgmanager", "Starting stopped service " + name);
    if (service.state == ServiceState::Migrating && service.owner)
        say(service.owner, "rgmanager",
            "Migrating " + name + " to " + m_world.nameOf(World::peerOf(service.owner)));
    if (before.state == ServiceState::Migrating && service.owner
        && service.state == ServiceState::Started && before.owner && before.owner != service.owner)
        say(before.owner, "rgmanager",
            "Migration of " + name + " to " + m_world.nameOf(service.owner) + " completed");
    else if (service.state == ServiceState::Started && service.owner)
        say(service.owner, "rgmanager", "Service " + name + " started");
    if (service.state == ServiceState::Stopped && before.owner)
        say(before.owner, "rgmanager", "Service " + name + " is stopped");
    if (service.state == ServiceState::Disabled && before.owner)
        say(before.owner, "rgmanager", "Service " + name + " is disabled");
}

} // namespace Lab
