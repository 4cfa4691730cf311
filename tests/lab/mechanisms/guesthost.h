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

    // False when the storage of the guest cannot be opened on that node.
    bool start(int vmid, int node);
    void stop(int vmid, int node);
    void stopAll(int node);
    void set(int vmid, int node, GuestState state); // paused, I/O error
    bool storageUsable(const Guest &guest, int node) const;

private:
    World &m_world;
    EventQueue &m_queue;
    std::map<std::pair<int, int>, std::unique_ptr<Alarm>> m_boots;
};

bool alive(GuestState state);
// The node that runs it, or 0; the lower one when both do.
int hostOf(const Guest &guest);
bool runsOn(const Guest &guest, int node);

} // namespace Lab
