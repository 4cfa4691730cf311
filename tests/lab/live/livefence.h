// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/fencerun.h"

#include <functional>
#include <map>
#include <string>
#include <sys/types.h>

namespace Lab
{

class Site;
class Simulation;

// The fence agent for real: the fence_ipmilan of the laboratory's bin folder, which drives the real
// ipmitool, with the arguments of cluster.conf on its standard input. No other agent is installed.
class LiveFence : public FencePort
{
public:
    explicit LiveFence(const Site &site) : m_site(site) { }
    void bind(Simulation &simulation) { m_simulation = &simulation; }

    void fence(int observer, const FenceJob &job, std::function<void(int)> done) override;
    // True when the child was an agent; its answer is then on the queue.
    bool childEnded(pid_t child, int exit);

private:
    const Site &m_site;
    Simulation *m_simulation = nullptr;
    std::map<pid_t, std::function<void(int)>> m_jobs;
};

} // namespace Lab
