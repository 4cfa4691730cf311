// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation.h"

#include "daemonlog.h"
#include "events.h"
#include "iscsisession.h"
#include "nodelog.h"

#include <memory>
#include <utility>

namespace Lab
{

Simulation::Simulation(World world, FencePort &port)
    : m_world(std::move(world)), m_pmxcfs(m_world, m_queue), m_membership(m_world, m_queue),
      m_qdisk(m_world, m_queue), m_fencing(m_world, m_queue, port), m_guests(m_world, m_queue),
      m_migrations(m_world, m_queue, m_guests), m_groups(m_world, m_queue, m_guests),
      m_replication(m_world, m_queue),
      m_machines(m_world, m_queue,
                 {m_membership, m_fencing, m_groups, m_replication, m_guests, m_pmxcfs, m_qdisk})
{
    m_membership.onLost = [this](int observer, int lost) { m_fencing.lost(observer, lost); };
    m_membership.onKilled = [this](int node) { m_machines.killCman(node); };
    m_pmxcfs.onReloaded = [this](int node) { m_groups.reconfigure(node); };
    m_qdisk.onUnfit = [this](int node) { m_machines.reset(node); };
    m_qdisk.onEvicted = [this](int node) {
        if (m_world.node(node).running())
            m_machines.killCman(node);
    };
    m_membership.onMet = [this](int node) { m_pmxcfs.synchronise(node); };
    m_membership.onOlder = [this](int node) {
        m_pmxcfs.synchronise(node);
        if (m_pmxcfs.load(node).empty())
            m_world.node(node).view.configVersion = m_world.node(node).conf.configVersion;
    };
    m_groups.moveGuest = [this](int vmid, int target, const ResourceGroups::Moved &moved) {
        return m_migrations.begin(vmid, target, true, moved);
    };
    const auto log = std::make_shared<DaemonLog>(m_world, m_queue);
    m_queue.setAround([this] { m_replication.advance(); },
                      [this, log] {
                          review();
                          log->review();
                      });
    for (const Node &node : m_world.nodes) {
        logBoot(m_world, node.id, m_queue.now());
        m_fencing.join(node.id);
    }
    review();
    log->review();
}

void Simulation::review()
{
    reviewSessions(m_world, m_queue.now());
    m_membership.review();
    m_qdisk.review();
    m_membership.review(); // the disk's votes count at once
    m_fencing.review();
    m_replication.review();
    m_migrations.review();
    m_groups.review();
}

void Simulation::runUntil(Time time)
{
    m_queue.runUntil(time);
    m_replication.advance();
}

void Simulation::settle()
{
    m_replication.advance();
    review();
}

std::optional<std::string> Simulation::apply(const std::vector<std::string> &words)
{
    m_replication.advance();
    auto refusal = applyEvent(*this, words);
    review();
    m_queue.after(Time{0}, [] {}); // the logs are written after events of the queue
    return refusal;
}

void Simulation::setPower(int node, bool on)
{
    m_replication.advance();
    if (on)
        m_machines.powerOn(node);
    else
        m_machines.powerOff(node, Absence::Silent);
    review();
}

void Simulation::chassisReset(int node)
{
    m_replication.advance();
    m_machines.reset(node);
    review();
}

void Simulation::chassisShutdown(int node)
{
    m_replication.advance();
    m_machines.shutDown(node);
    review();
}

} // namespace Lab
