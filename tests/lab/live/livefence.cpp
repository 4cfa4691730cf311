// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livefence.h"

#include "common/process.h"
#include "mechanisms/simulation.h"
#include "site.h"

#include <fcntl.h>

#include <utility>

namespace Lab
{

void LiveFence::fence(int observer, const FenceJob &job, std::function<void(int)> done)
{
    if (job.agent != "fence_ipmilan") {
        m_simulation->queue().after(Time{0}, [done] { done(1); });
        return;
    }
    int ends[2];
    Spawn agent{{m_site.machines().at(m_simulation->world().nameOf(observer)).folder
                 + "/bin/fence_ipmilan"},
                {},
                {{"BINOME_LAB_DIR", m_site.folder()},
                 {"BINOME_LAB_CHILD", m_site.folder()},
                 {"BINOME_LAB_NODE", m_simulation->world().nameOf(observer)}},
                m_site.folder() + "/fence.log"};
    pid_t child = -1;
    if (::pipe2(ends, O_CLOEXEC) == 0) {
        const Fd reader(ends[0]);
        const Fd writer(ends[1]);
        agent.input = reader.get();
        const std::string &text = job.input;
        const bool written
            = ::write(writer.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size());
        child = written ? spawn(agent) : -1;
    }
    if (child > 0)
        m_jobs[child] = std::move(done);
    else
        m_simulation->queue().after(Time{0}, [done] { done(1); });
}

bool LiveFence::childEnded(pid_t child, int exit)
{
    const auto it = m_jobs.find(child);
    if (it == m_jobs.end())
        return false;
    m_simulation->queue().after(Time{0}, [done = it->second, exit] { done(exit); });
    m_jobs.erase(it);
    return true;
}

} // namespace Lab
