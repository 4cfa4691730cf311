// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualfence.h"

#include <cstdlib>

namespace Lab
{

namespace
{

constexpr Time agentTime{2000}; // to see the power off, beside power_wait
constexpr Time agentJitter{1500}; // a BMC takes its time, another one each time
constexpr Time statusTime{300};
constexpr Time agentGivesUp{22000};
constexpr Time loginRefused{2000};
constexpr Time notInstalled{100};

Time waited(const FenceJob &job, const std::string &key)
{
    return Time{1000 * std::atoi(inputValue(job.input, key).c_str())};
}

bool isIpmi(const std::string &agent)
{
    return agent == "fence_ipmilan" || agent == "fence_ilo3" || agent == "fence_ilo4"
        || agent == "fence_idrac" || agent == "fence_imm";
}

} // namespace

int VirtualFence::targetOf(const FenceJob &job) const
{
    for (const Node &node : m_simulation->world().nodes) {
        if (node.bmc.address == inputValue(job.input, "ipaddr"))
            return node.id;
    }
    return 0;
}

int VirtualFence::perform(int target, const std::string &action)
{
    const bool on = m_simulation->world().node(target).stage != Stage::Off;
    if (action == "status" || action == "monitor")
        return on || action == "monitor" ? 0 : 2;
    if (action != "on")
        m_simulation->setPower(target, false);
    if (action != "off")
        m_simulation->setPower(target, true);
    return 0;
}

void VirtualFence::fence(int observer, const FenceJob &job, std::function<void(int)> done)
{
    EventQueue &queue = m_simulation->queue();
    const World &world = m_simulation->world();
    if (!isIpmi(job.agent)) {
        queue.after(notInstalled, [done] { done(1); });
        return;
    }
    const Time delay = waited(job, "delay");
    const int target = targetOf(job);
    if (!target || !bmcPath(world, observer, target)) {
        queue.after(delay + agentGivesUp, [done] { done(1); });
        return;
    }
    const Bmc &bmc = world.node(target).bmc;
    if (inputValue(job.input, "login") != bmc.login
        || inputValue(job.input, "passwd") != bmc.password) {
        queue.after(delay + loginRefused, [done] { done(1); });
        return;
    }
    const std::string chosen = inputValue(job.input, "action");
    const std::string action = chosen.empty() ? "reboot" : chosen;
    // The BMC answers a user who may only look with "Insufficient privilege level".
    if (bmc.level == "user" && action != "status" && action != "monitor") {
        queue.after(delay + loginRefused, [done] { done(1); });
        return;
    }
    const Time jitter = m_simulation->changeWorld().chance.below(agentJitter);
    const Time needed
        = action == "status" ? statusTime : agentTime + jitter + waited(job, "power_wait");
    queue.after(
        delay + needed, [this, observer, life = world.node(observer).boots, target, action, done] {
            if (m_simulation->world().node(observer).boots == life) // else it died with its node
                done(perform(target, action));
        });
}

} // namespace Lab
