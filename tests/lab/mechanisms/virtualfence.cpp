// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualfence.h"

namespace Lab
{

namespace
{

constexpr Time agentTime{4000};
constexpr Time agentGivesUp{22000};

} // namespace

void VirtualFence::fence(int observer, int victim, const std::string &action,
                         std::function<void(bool)> done)
{
    EventQueue &queue = m_simulation->queue();
    if (!bmcPath(m_simulation->world(), observer, victim)) {
        queue.after(agentGivesUp, [done] { done(false); });
        return;
    }
    const int life = m_simulation->world().node(observer).boots;
    queue.after(agentTime, [this, observer, life, victim, action, done] {
        if (m_simulation->world().node(observer).boots != life)
            return; // the agent died with its node
        m_simulation->setPower(victim, false);
        if (action == "reboot")
            m_simulation->setPower(victim, true);
        done(true);
    });
}

} // namespace Lab
