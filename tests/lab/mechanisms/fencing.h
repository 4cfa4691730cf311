// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <functional>
#include <memory>

namespace Lab
{

// How a fence agent is run: over virtual wires by the scenario driver, by the real ipmitool
// against a real BMC simulator by the live one.
class FencePort
{
public:
    virtual ~FencePort() = default;
    // Exactly one answer: true when the agent has seen the victim's power off.
    virtual void fence(int observer, int victim, const std::string &action,
                       std::function<void(bool)> done)
        = 0;
};

// fenced: the domain, its victims, the master that runs the agent, and the retry that never ends.
class Fencing
{
public:
    Fencing(World &world, EventQueue &queue, FencePort &port);

    void lost(int observer, int victim);
    void join(int node);
    void leave(int node);
    void forget(int node);
    // A person or another tool says that the victim is off: fence_node, fence_ack_manual.
    void concluded(int observer, int victim, const std::string &how);
    void review();

private:
    struct Side {
        explicit Side(EventQueue &queue) : start(queue), joinDone(queue) { }
        Alarm start;
        Alarm joinDone;
        bool wantsDomain = false;
        bool agentRuns = false;
        bool startsUp = false; // its first victims are those who were not there
        int serial = 0; // answers to a job of a former life are dropped
    };
    Side &side(int node) { return *m_sides.at(static_cast<std::size_t>(node - 1)); }
    void reviewNode(Node &node);
    void reviewDomain(Node &node);
    void joined(Node &node);
    void dropVictims(Node &node);
    void startAgent(Node &node);
    void finished(int observer, int victim, bool off);

    World &m_world;
    EventQueue &m_queue;
    FencePort &m_port;
    std::array<std::unique_ptr<Side>, 2> m_sides;
};

} // namespace Lab
