// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <functional>
#include <memory>
#include <string>

namespace Lab
{

// qdiskd: a node that can write to the quorum disk brings its votes after tko_up intervals. It
// loses them at once when qdiskd is stopped, at the next interval when qdiskd finds the node unfit,
// and when the disk does not answer after cman's quorum_dev_poll. Source: cman 3.2.0, commands.c.
// The first to write is master and stays so. Heuristics are programs: a ping asks the simulated
// network, any other succeeds unless an event says it fails.
class QuorumDisk
{
public:
    QuorumDisk(World &world, EventQueue &queue);
    void review();
    // Why qdiskd does not start with what it reads now; empty when it does. Source: qdiskd 3.2.0,
    // main.c.
    std::string refusal(const Node &node) const;

    // Its heuristics do not reach min_score: with reboot=1 the node goes down.
    std::function<void(int)> onUnfit;
    // The master evicts a node that does not write any more (allow_kill).
    std::function<void(int)> onEvicted;

private:
    bool fit(const Node &node) const;
    bool reachable(const Node &node, const std::string &address) const;
    void reviewFitness(Node &node);
    void reviewEviction(Node &master);

    bool writable(const Node &node) const;
    bool entitled(const Node &node) const;
    void reviewNode(Node &node);
    Time untilBrought(const Node &node);
    Time untilLapsed(const Node &node);
    void setVote(Node &node, bool vote);
    void electMaster();

    World &m_world;
    EventQueue &m_queue;
    std::array<std::unique_ptr<Alarm>, 2> m_alarms;
    std::array<std::unique_ptr<Alarm>, 2> m_unfit;
    std::array<std::unique_ptr<Alarm>, 2> m_evictions;
};

} // namespace Lab
