// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fencing.h"

#include "nodelog.h"
#include "note.h"

#include <strings.h>

namespace Lab
{

namespace
{

constexpr Time domainJoin{2000};
constexpr Time overrideTime{3000}; // the pipe stays open so long between two attempts
constexpr Time domainChange{1000}; // the group agrees on the change before anybody is fenced
constexpr std::size_t dumped = 1000;

} // namespace

Fencing::Fencing(World &world, EventQueue &queue, FencePort &port)
    : m_world(world), m_queue(queue), m_port(port)
{
    for (auto &one : m_sides)
        one = std::make_unique<Side>(queue);
}

void Fencing::say(Node &node, const std::string &line, bool noted)
{
    auto &dump = node.fence.dump;
    if (dump.size() >= dumped)
        dump.erase(dump.begin());
    dump.emplace_back(m_queue.now(), line);
    if (!noted)
        return;
    note(m_world, m_queue.now(), node.name + ": fenced: " + line);
    logLine(m_world, node.id, m_queue.now(), "fenced", line);
}

void Fencing::lost(int observer, int victim)
{
    Node &node = m_world.node(observer);
    if (!node.fence.joined || !node.fence.members.erase(victim))
        return;
    node.fence.victims.insert(victim);
    say(node, "add_victims node " + std::to_string(victim), false);
}

void Fencing::join(int node)
{
    side(node).wantsDomain = true;
}

void Fencing::leave(int id)
{
    Side &one = side(id);
    one.start.clear();
    one.wantsDomain = one.busy = false;
    ++one.serial;
    m_world.node(id).fence = {};
    m_world.node(World::peerOf(id)).fence.members.erase(id);
}

void Fencing::forget(int id)
{
    Side &one = side(id);
    one.start.clear();
    one.joinDone.clear();
    one.wantsDomain = one.busy = false;
    ++one.serial;
    m_world.node(id).fence = {};
}

void Fencing::byHand(int observer, int victim, FenceRun::Done done)
{
    const int life = m_world.node(observer).boots;
    runFencing(m_port, m_world, observer, victim,
               [this, observer, victim, life, done](FenceOutcome outcome, const auto &results) {
                   if (m_world.node(observer).boots != life)
                       return; // it fenced itself, or died meanwhile
                   if (outcome == FenceOutcome::Success)
                       external(observer, victim);
                   done(outcome, results);
               });
}

void Fencing::powerStatus(int observer, int victim, std::function<void(int)> done)
{
    const auto jobs = fenceJobs(m_world, observer, victim);
    if (!jobs || jobs->front().empty()) {
        done(-1);
        return;
    }
    FenceJob job = jobs->front().front();
    job.input += "action=status\n";
    m_port.fence(observer, job, std::move(done));
}

// fenced tells its group, so that whoever is master knows.
void Fencing::external(int observer, int victim)
{
    for (Node &node : m_world.nodes) {
        const bool told
            = node.id == observer || m_world.node(observer).fence.members.count(node.id);
        if (told && node.fence.joined) {
            node.fence.external[victim] = m_queue.now();
            say(node,
                "receive_external from " + std::to_string(observer) + " victim nodeid "
                    + std::to_string(victim),
                false);
        }
    }
}

bool Fencing::override(int observer, const std::string &name)
{
    Node &node = m_world.node(observer);
    if (!node.fence.overrideOpen)
        return false;
    const int victim = node.fence.victimNow;
    closeOverride(node);
    if (::strcasecmp(name.c_str(), m_world.nameOf(victim).c_str()) == 0) {
        say(node, "fence " + m_world.nameOf(victim) + " overridden by administrator intervention");
        concluded(node, victim, "override");
    } else {
        attempt(node);
    }
    return true;
}

void Fencing::concluded(Node &node, int victim, const std::string &how)
{
    FenceDomain &domain = node.fence;
    domain.victims.erase(victim);
    domain.last[victim] = {node.id, how, m_queue.now()};
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
        if (!domain.overrideOpen)
            one.start.clear();
        return;
    }
    // Both halves of a cut network may be quorate by the quorum disk; its master knows first.
    const bool second = m_world.qdiskMaster && m_world.qdiskMaster != node.id;
    const Settings &settings = node.conf;
    const Time delay
        = one.startsUp ? settings.postJoinDelay : domainChange + settings.postFailDelay;
    if (!one.busy)
        one.start.ensureAfter(delay + (second ? settings.qdiskInterval : Time{0}),
                              [this, &node] { attempt(node); });
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
    if (node.view.members.count(peer.id) && peer.fence.joined
        && node.fence.members.insert(peer.id).second)
        node.fence.added[peer.id] = m_queue.now();
}

// Whoever is absent when the domain begins may be running somewhere out of sight: it is a victim
// from the start, and is given post_join_delay to appear.
void Fencing::joined(Node &node)
{
    node.fence.joined = true;
    node.fence.members.insert(node.id);
    node.fence.added[node.id] = m_queue.now();
    const int peer = World::peerOf(node.id);
    side(node.id).startsUp = !node.view.members.count(peer);
    if (side(node.id).startsUp) {
        node.fence.victims.insert(peer);
        say(node, "add_victims_init node " + std::to_string(peer), false);
    }
}

// A victim that came back clean needs no fencing any more.
void Fencing::dropVictims(Node &node)
{
    for (int member : node.view.members) {
        if (member == node.id || side(node.id).busy || !node.fence.victims.count(member))
            continue;
        say(node, "averting fence of node " + m_world.nameOf(member));
        concluded(node, member, "member");
    }
}

bool Fencing::averted(Node &node, int victim)
{
    const auto external = node.fence.external.find(victim);
    const bool member = node.view.members.count(victim) != 0;
    const bool other
        = external != node.fence.external.end() && external->second >= node.fence.added[victim];
    if (!member && !other)
        return false;
    say(node, "averting fence of node " + m_world.nameOf(victim));
    concluded(node, victim, other ? "external" : "member");
    return true;
}

void Fencing::attempt(Node &node)
{
    Side &one = side(node.id);
    one.busy = one.startsUp = false;
    if (node.fence.victims.empty() || !node.view.quorate)
        return;
    const int victim = *node.fence.victims.begin();
    node.fence.victimNow = victim;
    if (averted(node, victim))
        return;
    one.busy = true;
    say(node, "fencing node " + m_world.nameOf(victim));
    runFencing(
        m_port, m_world, node.id, victim,
        [this, &node, victim, serial = one.serial](FenceOutcome outcome, const auto &results) {
            if (side(node.id).serial == serial)
                finished(node, victim, outcome, results);
        });
}

void Fencing::finished(Node &node, int victim, FenceOutcome outcome,
                       const std::vector<FenceResult> &results)
{
    const bool good = outcome == FenceOutcome::Success;
    const std::string name = m_world.nameOf(victim);
    for (const FenceResult &one : results)
        say(node,
            "fence " + name + " dev " + std::to_string(one.method) + "."
                + std::to_string(one.device) + " agent " + one.agent + " result: " + one.text,
            one.text != "success");
    say(node, "fence " + name + (good ? " success" : " failed"));
    if (!good) {
        openOverride(node);
        return;
    }
    side(node.id).busy = false;
    concluded(node, victim, "agent");
}

// Between two attempts fenced listens to a person. Source: fence/fenced/recover.c.
void Fencing::openOverride(Node &node)
{
    node.fence.overrideOpen = true;
    if (!node.fence.typed.empty()) {
        override(node.id, std::exchange(node.fence.typed, {}));
        return;
    }
    side(node.id).start.setAfter(overrideTime, [this, &node] {
        closeOverride(node);
        attempt(node);
    });
}

void Fencing::closeOverride(Node &node)
{
    node.fence.overrideOpen = false;
    side(node.id).start.clear();
    side(node.id).busy = false;
}

} // namespace Lab
