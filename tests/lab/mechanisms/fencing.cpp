// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fencing.h"

#include "note.h"

namespace Lab
{

namespace
{

constexpr Time domainJoin{2000};
constexpr Time retry{5000}; // fenced 3.2.0 waits so long after all methods failed
constexpr Time domainChange{1000}; // the group agrees on the change before anybody is fenced

} // namespace

Fencing::Fencing(World &world, EventQueue &queue, FencePort &port)
    : m_world(world), m_queue(queue), m_port(port)
{
    for (auto &one : m_sides)
        one = std::make_unique<Side>(queue);
}

void Fencing::lost(int observer, int victim)
{
    Node &node = m_world.node(observer);
    if (node.fence.joined && node.fence.members.erase(victim))
        node.fence.victims.insert(victim);
}

void Fencing::join(int node)
{
    side(node).wantsDomain = true;
}

void Fencing::leave(int id)
{
    side(id).wantsDomain = false;
    m_world.node(id).fence = {};
    m_world.node(World::peerOf(id)).fence.members.erase(id);
}

void Fencing::forget(int id)
{
    Side &one = side(id);
    one.start.clear();
    one.joinDone.clear();
    one.wantsDomain = one.agentRuns = false;
    ++one.serial;
    m_world.node(id).fence = {};
}

void Fencing::concluded(int observer, int victim, const std::string &how)
{
    FenceDomain &domain = m_world.node(observer).fence;
    domain.victims.erase(victim);
    domain.last[victim] = {observer, how, m_queue.now()};
    if (domain.victimNow == victim)
        domain.victimNow = 0;
}

void Fencing::review()
{
    for (Node &node : m_world.nodes) {
        if (node.running() && node.cman && node.fenced)
            reviewNode(node);
    }
}

void Fencing::reviewNode(Node &node)
{
    reviewDomain(node);
    dropVictims(node);
    Side &one = side(node.id);
    FenceDomain &domain = node.fence;
    const bool master = !domain.members.empty() && *domain.members.begin() == node.id;
    if (!domain.joined || domain.victims.empty() || !node.view.quorate || !master) {
        one.start.clear();
        return;
    }
    // Both halves of a cut network may be quorate by the quorum disk; its master knows first.
    const bool second = m_world.qdiskMaster && m_world.qdiskMaster != node.id;
    const Time delay = one.startsUp ? m_world.settings.postJoinDelay : domainChange;
    if (!one.agentRuns)
        one.start.ensureAfter(delay + (second ? m_world.settings.qdiskInterval : Time{0}),
                              [this, &node] { startAgent(node); });
}

// The domain can be joined only with quorum; the first one in it fences whoever does not appear.
void Fencing::reviewDomain(Node &node)
{
    Side &one = side(node.id);
    if (!node.fence.joined) {
        if (!one.wantsDomain || !node.view.quorate) {
            one.joinDone.clear();
            return;
        }
        one.joinDone.ensureAfter(domainJoin, [this, &node] { joined(node); });
        return;
    }
    const Node &peer = m_world.node(World::peerOf(node.id));
    if (node.view.members.count(peer.id) && peer.fence.joined)
        node.fence.members.insert(peer.id);
}

// Whoever is absent when the domain begins may be running somewhere out of sight: it is a victim
// from the start, and is given post_join_delay to appear.
void Fencing::joined(Node &node)
{
    node.fence.joined = true;
    node.fence.members.insert(node.id);
    const int peer = World::peerOf(node.id);
    side(node.id).startsUp = !node.view.members.count(peer);
    if (side(node.id).startsUp)
        node.fence.victims.insert(peer);
}

// A victim that came back clean needs no fencing any more.
void Fencing::dropVictims(Node &node)
{
    for (int member : node.view.members) {
        if (member != node.id && member != node.fence.victimNow && node.fence.victims.erase(member))
            note(m_world, m_queue.now(),
                 node.name + ": fenced: averting fence of " + m_world.nameOf(member));
    }
}

void Fencing::startAgent(Node &node)
{
    const int victim = *node.fence.victims.begin();
    Side &one = side(node.id);
    one.agentRuns = true;
    one.startsUp = false;
    node.fence.victimNow = victim;
    note(m_world, m_queue.now(), node.name + ": fenced: fencing " + m_world.nameOf(victim));
    const std::string &action = m_world.settings.fenceAction;
    m_port.fence(node.id, victim, action.empty() ? "reboot" : action,
                 [this, observer = node.id, victim, serial = one.serial](bool off) {
                     if (side(observer).serial == serial)
                         finished(observer, victim, off);
                 });
}

void Fencing::finished(int observer, int victim, bool off)
{
    Node &node = m_world.node(observer);
    Side &one = side(observer);
    note(m_world, m_queue.now(),
         node.name + ": fenced: fence " + m_world.nameOf(victim) + (off ? " success" : " failed"));
    if (off) {
        one.agentRuns = false;
        concluded(observer, victim, "agent");
        return;
    }
    node.fence.victimNow = 0;
    one.start.setAfter(retry, [this, &node, &one] {
        one.agentRuns = false;
        if (!node.fence.victims.empty() && node.view.quorate)
            startAgent(node);
    });
    one.agentRuns = false;
}

} // namespace Lab
