// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fencerun.h"
#include "world.h"

#include <functional>
#include <memory>

namespace Lab
{

// fenced: the domain, its victims, the master that runs the agents, and the retry that never ends.
class Fencing
{
public:
    Fencing(World &world, EventQueue &queue, FencePort &port);

    void lost(int observer, int victim);
    void join(int node);
    void leave(int node);
    void forget(int node);
    // fence_node: the agents run at once, whatever fenced does; it is told of a success.
    void byHand(int observer, int victim, FenceRun::Done done);
    // Asks the victim's first device whether its power is on: the agent's exit status, or -1 when
    // none is configured.
    void powerStatus(int observer, int victim, std::function<void(int)> done);
    // Another program has fenced it; fenced then averts its own.
    void external(int observer, int victim);
    // What fence_ack_manual writes to the override pipe; false when the pipe does not exist. A name
    // that is not the victim's ends this wait and nothing else.
    bool override(int observer, const std::string &name);
    void review();

private:
    struct Side {
        explicit Side(EventQueue &queue) : start(queue), joinDone(queue) { }
        Alarm start;
        Alarm joinDone;
        bool wantsDomain = false;
        bool busy = false; // an agent runs, or the override pipe is open
        bool startsUp = false; // its first victims are those who were not there
        int serial = 0; // answers to a job of a former life are dropped
    };
    Side &side(int node) { return *m_sides.at(static_cast<std::size_t>(node - 1)); }
    void reviewNode(Node &node);
    void reviewDomain(Node &node);
    void joined(Node &node);
    void dropVictims(Node &node);
    void attempt(Node &node);
    bool averted(Node &node, int victim);
    void finished(Node &node, int victim, FenceOutcome outcome,
                  const std::vector<FenceResult> &results);
    void openOverride(Node &node);
    void closeOverride(Node &node);
    void concluded(Node &node, int victim, const std::string &how);
    void say(Node &node, const std::string &line, bool noted = true);

    World &m_world;
    EventQueue &m_queue;
    FencePort &m_port;
    std::array<std::unique_ptr<Side>, 2> m_sides;
};

} // namespace Lab
