// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fencerun.h"

#include "world.h"

namespace Lab
{

FenceRun::FenceRun(FencePort &port, int observer, std::vector<std::vector<FenceJob>> methods,
                   Done done)
    : m_port(port), m_observer(observer), m_methods(std::move(methods)), m_done(std::move(done))
{
}

void FenceRun::device(std::size_t method, std::size_t index)
{
    if (method == m_methods.size()) {
        m_done(FenceOutcome::Failed, m_results);
        return;
    }
    if (m_methods[method].empty()) {
        m_results.push_back({static_cast<int>(method), 0, "none", "error no device", {}});
        device(method + 1, 0);
        return;
    }
    const FenceJob &job = m_methods[method][index];
    if (job.agent.empty()) {
        record(method, index, "error config agent");
        device(method + 1, 0);
        return;
    }
    m_port.fence(m_observer, job, [self = shared_from_this(), method, index](int exit) {
        self->ended(method, index, exit);
    });
}

void FenceRun::ended(std::size_t method, std::size_t index, int exit)
{
    record(method, index, exit == 0 ? "success" : "error from agent");
    if (exit != 0)
        device(method + 1, 0);
    else if (index + 1 < m_methods[method].size())
        device(method, index + 1);
    else
        m_done(FenceOutcome::Success, m_results);
}

void FenceRun::record(std::size_t method, std::size_t index, const char *text)
{
    const FenceJob &job = m_methods[method][index];
    m_results.push_back({static_cast<int>(method), static_cast<int>(index),
                         job.agent.empty() ? "none" : job.agent, text, job.input});
}

void runFencing(FencePort &port, const World &world, int observer, int victim, FenceRun::Done done)
{
    auto jobs = fenceJobs(world, observer, victim);
    if (!jobs) {
        done(FenceOutcome::Undefined, {{0, 0, "none", "error no method", {}}});
        return;
    }
    std::make_shared<FenceRun>(port, observer, std::move(*jobs), std::move(done))->start();
}

} // namespace Lab
