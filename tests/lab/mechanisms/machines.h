// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fencing.h"
#include "guesthost.h"
#include "membership.h"
#include "pmxcfs.h"
#include "qdisk.h"
#include "replication.h"
#include "rgmanager.h"
#include "world.h"

#include <functional>

namespace Lab
{

// The mechanisms that live on a node and die with it.
struct Daemons {
    Membership &membership;
    Fencing &fencing;
    ResourceGroups &groups;
    Replication &replication;
    GuestHost &guests;
    Pmxcfs &pmxcfs;
    QuorumDisk &qdisk;
};

// Power, boot and halt of the three machines, and the order in which a node's daemons start.
class Machines
{
public:
    Machines(World &world, EventQueue &queue, Daemons daemons);

    void reset(int node); // at once, and it boots again
    void powerOff(int node, Absence absence); // at once
    void powerOn(int node); // without mains nothing happens
    void shutDown(int node); // in order
    void reboot(int node); // in order
    void cutMains(int node, bool withBmc);
    void restoreMains(int node);

    void resetQuorum();
    void cutQuorumMains();
    void bootQuorum();

    void startCluster(int node); // cman, qdiskd, fenced, rgmanager, one after the other
    void stopCluster(int node);
    void killCman(int node);
    // The steps of the init scripts. A text is why the daemon does not start.
    std::string startCman(int node);
    std::string startQdiskd(int node);
    void startFenced(int node);
    void stopFenced(int node); // it leaves the domain
    void leaveCluster(int node, bool removed);
    void startGroups(int node);
    void skipWait(int node); // somebody types "yes" on the console

private:
    void goDown(Node &node, Stage next, Absence absence);
    void stopServices(int node);
    void comeUp(int node);
    void awaitPeer(int node);
    void startOnboot(int node, int triesLeft);
    void later(int node, Time delay, std::function<void(int)> action);

    World &m_world;
    EventQueue &m_queue;
    Daemons m_daemons;
    Alarm m_quorumBoot;
};

} // namespace Lab
