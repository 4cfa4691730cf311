// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qdisk.h"

#include "note.h"

#include <algorithm>

namespace Lab
{

QuorumDisk::QuorumDisk(World &world, EventQueue &queue) : m_world(world), m_queue(queue)
{
    for (auto &alarm : m_alarms)
        alarm = std::make_unique<Alarm>(queue);
    for (auto &alarm : m_unfit)
        alarm = std::make_unique<Alarm>(queue);
    for (auto &alarm : m_evictions)
        alarm = std::make_unique<Alarm>(queue);
}

bool QuorumDisk::writable(const Node &node) const
{
    return node.running() && node.cman && node.qdiskd && iscsiPath(m_world, node.id) && fit(node);
}

// With master_wins only the master's node counts the disk's votes.
bool QuorumDisk::entitled(const Node &node) const
{
    return writable(node) && (!node.qdiskConf.masterWins || m_world.qdiskMaster == node.id);
}

void QuorumDisk::review()
{
    electMaster();
    for (Node &node : m_world.nodes) {
        reviewNode(node);
        reviewFitness(node);
        reviewEviction(node);
    }
}

void QuorumDisk::electMaster()
{
    const int master = m_world.qdiskMaster;
    if (master && writable(m_world.node(master)))
        return;
    m_world.qdiskMaster = 0;
    for (const Node &node : m_world.nodes) {
        if (!m_world.qdiskMaster && writable(node) && node.view.qdiskVote)
            m_world.qdiskMaster = node.id;
    }
    for (const Node &node : m_world.nodes) {
        if (!m_world.qdiskMaster && writable(node))
            m_world.qdiskMaster = node.id;
    }
}

void QuorumDisk::reviewNode(Node &node)
{
    Alarm &alarm = *m_alarms.at(static_cast<std::size_t>(node.id - 1));
    const bool wanted = entitled(node);
    if (!node.cman || node.hung || wanted == node.view.qdiskVote) {
        alarm.clear();
        return;
    }
    if (!node.qdiskd) { // stopped in order: it deregisters
        setVote(node, false);
        return;
    }
    if (alarm.isSet())
        return;
    alarm.setAfter(wanted ? untilBrought(node) : untilLapsed(node),
                   [this, &node, wanted] { setVote(node, wanted); });
}

Time QuorumDisk::untilBrought(const Node &node)
{
    const Time interval = node.qdiskConf.qdiskInterval;
    return interval * node.qdiskConf.qdiskTkoUp + m_world.chance.below(interval);
}

// A disk that does not answer blocks qdiskd in its I/O (open-iscsi queues it), so cman is not told:
// it takes the votes away by itself. A qdiskd that can write says so at its next beat.
Time QuorumDisk::untilLapsed(const Node &node)
{
    const Time beat = m_world.chance.below(node.qdiskConf.qdiskInterval);
    if (iscsiPath(m_world, node.id))
        return beat;
    const Time poll = node.conf.quorumDevPoll;
    const Time allowed = poll > Time{0} ? poll : node.conf.token;
    return std::max(allowed - beat, Time{0}); // the last poll is up to an interval ago
}

void QuorumDisk::setVote(Node &node, bool vote)
{
    node.view.qdiskVote = vote;
    node.view.qdiskJoined = m_queue.now();
    node.view.generation = node.view.generation ? node.view.generation : m_world.ringSequence;
    note(m_world, m_queue.now(),
         node.name + (vote ? ": qdiskd: quorum disk votes" : ": qdiskd: quorum disk lost"));
}

// The last word of a ping is its target: a machine of the laboratory, or something behind eth0.
bool QuorumDisk::reachable(const Node &node, const std::string &address) const
{
    if (!linkUp(m_world, "lan:" + node.name))
        return false;
    if (address == m_world.quorum.address || address == m_world.quorum.name)
        return m_world.quorum.running() && linkUp(m_world, "lan:quorum");
    const Node &peer = m_world.node(World::peerOf(node.id));
    if (address == peer.address || address == peer.name)
        return peer.stage == Stage::Up && clusterPath(m_world);
    return true;
}

// Source: qdiskd 3.2.0, score.c: the sum of what succeeds, against min_score.
bool QuorumDisk::fit(const Node &node) const
{
    int sum = 0;
    int score = 0;
    for (const Heuristic &one : node.qdiskConf.heuristics) {
        const bool ping = one.program.find("ping") != std::string::npos;
        const bool good = !node.failing.count(one.program)
            && (!ping || reachable(node, one.program.substr(one.program.rfind(' ') + 1)));
        sum += one.score;
        score += good ? one.score : 0;
    }
    const int needed = node.qdiskConf.minScore ? node.qdiskConf.minScore : (sum + 1) / 2;
    return sum == 0 || score >= needed;
}

void QuorumDisk::reviewFitness(Node &node)
{
    Alarm &alarm = *m_unfit.at(static_cast<std::size_t>(node.id - 1));
    if (!node.running() || !node.qdiskd || fit(node)) {
        alarm.clear();
        return;
    }
    Time longest{0};
    for (const Heuristic &one : node.qdiskConf.heuristics)
        longest = std::max(longest, one.interval * one.tko);
    alarm.ensureAfter(longest, [this, &node] {
        note(m_world, m_queue.now(),
             node.name + ": qdiskd: Score insufficient for master operation; rebooting");
        if (onUnfit)
            onUnfit(node.id);
    });
}

void QuorumDisk::reviewEviction(Node &master)
{
    Alarm &alarm = *m_evictions.at(static_cast<std::size_t>(master.id - 1));
    const Node &peer = m_world.node(World::peerOf(master.id));
    const bool silent = m_world.qdiskMaster == master.id && writable(master)
        && master.qdiskConf.allowKill && master.view.members.count(peer.id) && peer.qdiskd
        && !writable(peer);
    if (!silent) {
        alarm.clear();
        return;
    }
    alarm.ensureAfter(master.qdiskConf.qdiskInterval * master.qdiskConf.qdiskTko,
                      [this, &master, &peer] {
                          note(m_world, m_queue.now(),
                               master.name + ": qdiskd: Writing eviction notice for node "
                                   + std::to_string(peer.id));
                          if (onEvicted)
                              onEvicted(peer.id);
                      });
}

std::string QuorumDisk::refusal(const Node &node) const
{
    constexpr int upgradeWait = 2;
    const Settings &conf = node.conf;
    const auto labelled
        = std::count(m_world.diskLabels.begin(), m_world.diskLabels.end(), conf.qdiskLabel);
    if (!conf.qdiskLabel.empty() && iscsiPath(m_world, node.id) && labelled == 0)
        return "Unable to match label '" + conf.qdiskLabel + "' to any device";
    if (!conf.qdiskLabel.empty() && labelled > 1)
        return "Multiple partitions matching label '" + conf.qdiskLabel + "' found";
    if (conf.qdiskLabel.empty() && conf.qdiskPath.empty())
        return "No device or label specified; cannot run";
    const auto token = static_cast<long long>(conf.token.count());
    if (token < 10000)
        return "Token timeout " + std::to_string(token) + " is too fast to use with qdiskd!";
    const long long needed
        = conf.qdiskInterval.count() * (conf.qdiskTko + conf.masterWait + upgradeWait);
    if (needed >= token)
        return "Quorum disk timings are too slow for configured token timeout; please set token "
               "timeout to at least "
            + std::to_string(needed + conf.qdiskInterval.count()) + "ms";
    return {};
}

} // namespace Lab
