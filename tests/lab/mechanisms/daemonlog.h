// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <map>
#include <set>

namespace Lab
{

// What corosync, qdiskd and rgmanager write into the logs of their nodes when their state changes,
// and that fenced has started; what fenced does it writes itself. It looks at the state after each
// event, so every line is a fact of the simulation. Wording: corosync 1.4, cman and rgmanager 3.2
// as their sources print it.
class DaemonLog
{
public:
    DaemonLog(World &world, EventQueue &queue) : m_world(world), m_queue(queue) { }
    void review();

private:
    struct Seen {
        bool cman = false;
        bool quorate = false;
        bool qdiskVote = false;
        bool qdiskd = false;
        bool qdiskMaster = false;
        bool fenced = false;
        bool rgmanager = false;
        int boots = 0;
        std::set<int> members;
    };
    struct SeenService {
        ServiceState state = ServiceState::Stopped;
        int owner = 0;
    };

    void say(int node, const char *program, const std::string &text);
    void reviewNode(const Node &node);
    void membership(const Node &node, const Seen &before);
    void quorum(const Node &node, const Seen &before);
    void disk(const Node &node, const Seen &before);
    void fencing(const Node &node, const Seen &before);
    void groupManager(const Node &node, const Seen &before);
    void reviewService(const Service &service);

    World &m_world;
    EventQueue &m_queue;
    std::map<int, Seen> m_seen;
    std::map<int, SeenService> m_services;
};

} // namespace Lab
