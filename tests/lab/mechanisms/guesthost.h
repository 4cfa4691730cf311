// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <map>
#include <memory>

namespace Lab
{

// QEMU on the nodes: a guest boots, runs, and dies with its node. Nothing here stops a guest from
// being started twice; that is the cluster's business.
class GuestHost
{
public:
    GuestHost(World &world, EventQueue &queue);

    // False when the node does not run or refuses.
    bool start(int vmid, int node);
    // What `qm start` says when it cannot; empty when it can. The node runs.
    std::string startRefusal(const Guest &guest, int node) const;
    void stop(int vmid, int node);
    void stopAll(int node);
    void shutDown(int vmid, int node); // asks the guest; one that does not run does not hear it
    void restart(int vmid, int node); // its reset button
    void set(int vmid, int node, GuestState state); // paused, I/O error
    bool storageUsable(const Guest &guest, int node) const;
    int freeMemoryMiB(int node) const;

    // A process that waits for a guest to come.
    void await(int vmid, int node);
    // The guest goes on there, after a silence.
    void handOver(int vmid, int from, int to, Time silence);

private:
    Time bootTime(int node);
    void bootAfter(int vmid, int node, Time delay);
    void moveConfig(Guest &guest, int node);

    World &m_world;
    EventQueue &m_queue;
    std::map<std::pair<int, int>, std::unique_ptr<Alarm>> m_boots;
    std::map<std::pair<int, int>, std::unique_ptr<Alarm>> m_shutdowns;
};

bool alive(GuestState state);
// The node that runs it, or 0; the lower one when both do.
int hostOf(const Guest &guest);
bool runsOn(const Guest &guest, int node);
// It executes and has come up: somebody inside answers.
bool answers(const Guest &guest, int node, Time now);

} // namespace Lab
