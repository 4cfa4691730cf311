// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/fencing.h"

#include <functional>
#include <map>
#include <string>
#include <sys/types.h>

namespace Lab
{

class Site;
class Simulation;

// fenced's agent for real: the fence_ipmilan of the laboratory's bin folder, which drives the real
// ipmitool, with the arguments of cluster.conf on its standard input.
class LiveFence : public FencePort
{
public:
    explicit LiveFence(const Site &site) : m_site(site) { }
    void bind(Simulation &simulation) { m_simulation = &simulation; }

    void fence(int observer, int victim, const std::string &action,
               std::function<void(bool)> done) override;
    // True when the child was an agent; its answer is then on the queue.
    bool childEnded(pid_t child, int exit);
    // What fenced writes to the agent. Source: fence/libfence/agent.c.
    std::string arguments(int observer, int victim, const std::string &action) const;

private:
    const Site &m_site;
    Simulation *m_simulation = nullptr;
    std::map<pid_t, std::function<void(bool)>> m_jobs;
};

} // namespace Lab
