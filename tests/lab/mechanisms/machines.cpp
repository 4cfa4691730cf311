// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "machines.h"

#include "nodelog.h"
#include "note.h"

namespace Lab
{

namespace
{

// Seconds after the kernel: the init scripts of Proxmox VE 3 in their order.
constexpr Time waitStep{500};
constexpr Time cmanAt{1000};
constexpr Time qdiskdAt{2000};
constexpr Time fencedAt{3000};
constexpr Time rgmanagerAt{6000};
constexpr Time onbootAt{8000};
constexpr Time onbootRetry{5000};
constexpr int onbootTries = 24;
constexpr Time orderlyHalt{5000};

} // namespace

Machines::Machines(World &world, EventQueue &queue, Daemons daemons)
    : m_world(world), m_queue(queue), m_daemons(daemons), m_quorumBoot(queue)
{
}

void Machines::later(int id, Time delay, std::function<void(int)> action)
{
    m_queue.after(delay, [this, id, life = m_world.node(id).boots, run = std::move(action)] {
        const Node &node = m_world.node(id);
        if (node.boots == life && node.stage == Stage::Up)
            run(id);
    });
}

void Machines::goDown(Node &node, Stage next, Absence absence)
{
    m_daemons.replication.forget(node.id);
    m_daemons.guests.stopAll(node.id);
    m_daemons.groups.forget(node.id);
    m_daemons.fencing.forget(node.id);
    m_daemons.membership.forget(node.id);
    node.qdiskd = node.fenced = node.hung = node.sshdHung = node.waitsForPeer = false;
    node.stage = next;
    node.absence = absence;
    ++node.boots;
}

void Machines::reset(int id)
{
    Node &node = m_world.node(id);
    if (node.stage == Stage::Off)
        return;
    note(m_world, m_queue.now(), node.name + ": reset");
    goDown(node, Stage::Booting, Absence::Refused);
    m_queue.after(m_world.settings.bootTime, [this, id, life = node.boots] {
        if (m_world.node(id).boots == life)
            comeUp(id);
    });
}

void Machines::powerOff(int id, Absence absence)
{
    Node &node = m_world.node(id);
    if (node.stage == Stage::Off)
        return;
    note(m_world, m_queue.now(), node.name + ": power off");
    goDown(node, Stage::Off, absence);
}

void Machines::powerOn(int id)
{
    Node &node = m_world.node(id);
    if (node.stage != Stage::Off || !node.mains)
        return;
    note(m_world, m_queue.now(), node.name + ": power on");
    node.stage = Stage::Booting;
    m_queue.after(m_world.settings.bootTime, [this, id, life = node.boots] {
        if (m_world.node(id).boots == life)
            comeUp(id);
    });
}

void Machines::stopServices(int id)
{
    stopCluster(id);
    m_daemons.guests.stopAll(id);
    m_daemons.replication.bringDown(id);
}

void Machines::shutDown(int id)
{
    if (m_world.node(id).stage != Stage::Up)
        return;
    stopServices(id);
    later(id, orderlyHalt, [this](int node) { powerOff(node, Absence::Refused); });
}

void Machines::reboot(int id)
{
    if (m_world.node(id).stage != Stage::Up)
        return;
    stopServices(id);
    later(id, orderlyHalt, [this](int node) { reset(node); });
}

void Machines::cutMains(int id, bool withBmc)
{
    Node &node = m_world.node(id);
    node.mains = false;
    if (withBmc)
        node.bmc.powered = false;
    powerOff(id, Absence::Silent);
    node.absence = Absence::Silent;
}

void Machines::restoreMains(int id)
{
    Node &node = m_world.node(id);
    node.mains = node.bmc.powered = true;
    powerOn(id);
}

void Machines::comeUp(int id)
{
    Node &node = m_world.node(id);
    if (node.stage != Stage::Booting)
        return;
    node.stage = Stage::Up;
    node.upSince = m_queue.now();
    note(m_world, m_queue.now(), node.name + ": up");
    logBoot(m_world, id, m_queue.now());
    m_daemons.replication.bringUp(id);
    node.waitsForPeer = true;
    awaitPeer(id);
}

// DRBD's init script stands before cman: no peer, no cluster.
void Machines::awaitPeer(int id)
{
    Node &node = m_world.node(id);
    if (node.waitsForPeer && !m_daemons.replication.waitIsOver(id, node.upSince)) {
        later(id, waitStep, [this](int which) { awaitPeer(which); });
        return;
    }
    node.waitsForPeer = false;
    m_daemons.replication.becomePrimary(id);
    startCluster(id);
    later(id, onbootAt, [this](int which) { startOnboot(which, onbootTries); });
}

void Machines::skipWait(int id)
{
    m_world.node(id).waitsForPeer = false;
}

std::string Machines::startCman(int node)
{
    if (m_world.node(node).cman)
        return {};
    const std::string error = m_daemons.pmxcfs.load(node);
    if (error.empty())
        m_daemons.membership.start(node);
    return error;
}

std::string Machines::startQdiskd(int id)
{
    Node &node = m_world.node(id);
    if (!node.cman || !node.conf.qdisk || node.qdiskd)
        return {};
    node.qdiskError = m_daemons.qdisk.refusal(node);
    node.qdiskd = node.qdiskError.empty();
    node.qdiskConf = node.conf;
    if (!node.qdiskError.empty())
        note(m_world, m_queue.now(), node.name + ": qdiskd: " + node.qdiskError);
    return node.qdiskError;
}

void Machines::startFenced(int id)
{
    Node &node = m_world.node(id);
    node.fenced = node.cman;
    if (node.fenced)
        m_daemons.fencing.join(id);
}

void Machines::stopFenced(int id)
{
    m_daemons.fencing.leave(id);
    m_world.node(id).fenced = false;
}

void Machines::leaveCluster(int id, bool removed)
{
    m_world.node(id).qdiskd = false;
    m_daemons.membership.leave(id, removed);
}

void Machines::startGroups(int id)
{
    if (m_world.node(id).cman && m_world.node(id).conf.hasManager)
        m_daemons.groups.start(id);
}

void Machines::startCluster(int id)
{
    later(id, cmanAt, [this](int node) { startCman(node); });
    later(id, qdiskdAt, [this](int node) { startQdiskd(node); });
    later(id, fencedAt, [this](int node) { startFenced(node); });
    later(id, rgmanagerAt, [this](int node) { startGroups(node); });
}

void Machines::stopCluster(int id)
{
    Node &node = m_world.node(id);
    m_daemons.groups.stop(id);
    m_daemons.fencing.leave(id);
    node.fenced = node.qdiskd = false;
    m_daemons.membership.leave(id);
}

void Machines::killCman(int id)
{
    Node &node = m_world.node(id);
    for (const Service &service : m_world.services)
        m_daemons.guests.stop(service.vmid, id);
    m_daemons.groups.forget(id);
    m_daemons.fencing.forget(id);
    m_daemons.membership.forget(id);
    node.fenced = node.qdiskd = false;
}

// Starts at boot what is not in the hands of rgmanager; the storage may still be coming.
void Machines::startOnboot(int id, int triesLeft)
{
    bool missing = false;
    for (const Guest &guest : m_world.guests) {
        if (!guest.onboot || guest.configNode != id || m_world.service(guest.vmid))
            continue;
        missing = !m_daemons.guests.start(guest.vmid, id) || missing;
    }
    if (missing && triesLeft > 0)
        later(id, onbootRetry, [this, triesLeft](int node) { startOnboot(node, triesLeft - 1); });
}

void Machines::resetQuorum()
{
    QuorumServer &server = m_world.quorum;
    server.stage = Stage::Booting;
    server.absence = Absence::Refused;
    server.hung = server.sshdHung = false;
    m_quorumBoot.setAfter(m_world.settings.bootTime, [this] {
        m_world.quorum.stage = Stage::Up;
        m_world.quorum.upSince = m_queue.now();
    });
}

void Machines::cutQuorumMains()
{
    m_quorumBoot.clear();
    m_world.quorum.mains = false;
    m_world.quorum.stage = Stage::Off;
    m_world.quorum.absence = Absence::Silent;
}

void Machines::bootQuorum()
{
    m_world.quorum.mains = true;
    if (m_world.quorum.stage == Stage::Off) {
        resetQuorum();
        m_world.quorum.absence = Absence::Silent;
    }
}

} // namespace Lab
