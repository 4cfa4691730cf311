// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fencing.h"
#include "machines.h"
#include "membership.h"
#include "migration.h"
#include "pmxcfs.h"
#include "qdisk.h"
#include "replication.h"
#include "rgmanager.h"
#include "world.h"

#include <optional>
#include <string>
#include <vector>

namespace Lab
{

// The whole cluster on one queue. Drivers push time and events in; everything printed comes out of
// world(). One thread.
class Simulation
{
public:
    Simulation(World world, FencePort &port);
    Simulation(const Simulation &) = delete;
    Simulation &operator=(const Simulation &) = delete;

    const World &world() const { return m_world; }
    EventQueue &queue() { return m_queue; }
    // Runs everything due until then and brings counters up to that time.
    void runUntil(Time time);

    // One event in words: {"kill","node1"}, {"cut","drbd"}, {"set","token","10000"}; docs/lab.md
    // lists them. A text is why it was refused; nothing has happened then.
    std::optional<std::string> apply(const std::vector<std::string> &words);

    // What a BMC's chassis control does to its machine.
    void setPower(int node, bool on);
    void chassisReset(int node);
    void chassisShutdown(int node);

    Replication &replication() { return m_replication; }
    ResourceGroups &groups() { return m_groups; }
    Machines &machines() { return m_machines; }
    GuestHost &guests() { return m_guests; }
    Migrations &migrations() { return m_migrations; }
    Fencing &fencing() { return m_fencing; }
    Pmxcfs &pmxcfs() { return m_pmxcfs; }
    Membership &membership() { return m_membership; }
    World &changeWorld() { return m_world; }
    // To be called after any change made from outside an event.
    void settle();

private:
    void review();

    World m_world;
    EventQueue m_queue;
    Pmxcfs m_pmxcfs;
    Membership m_membership;
    QuorumDisk m_qdisk;
    Fencing m_fencing;
    GuestHost m_guests;
    Migrations m_migrations;
    ResourceGroups m_groups;
    Replication m_replication;
    Machines m_machines;
};

} // namespace Lab
