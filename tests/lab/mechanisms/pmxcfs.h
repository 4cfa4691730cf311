// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusterconfig.h"

#include <functional>

namespace Lab
{

// The cluster file system and what hangs on its cluster.conf: the pending file, its activation, the
// copies in /etc/cluster, and the version that each cman runs.
// Source: pve-manager stable-3, HAConfig.pm; pve-cluster stable-3, dcdb.c.
class Pmxcfs
{
public:
    Pmxcfs(World &world, EventQueue &queue) : m_world(world), m_queue(queue) { }

    // cman on that node has read its file anew.
    std::function<void(int)> onReloaded;

    // False, and nothing is written: /etc/pve is read-only without quorum.
    bool writePending(int node, const std::string &text);
    bool dropPending(int node);
    // A rename or a write of cluster.conf itself. False as above.
    bool commit(int node, const std::string &text);
    // `pvesh create /cluster/ha/changes`: the error, empty when it answers OK.
    std::string activate(int node);

    enum class Reload { Done, NotNewer, NotReadable };
    // `cman_tool version -r`.
    Reload reload(int node);
    // What cman, fenced and rgmanager read when cman starts; the refusal, empty when it starts.
    std::string load(int node);
    // A node that was away gets the files as they are now.
    void synchronise(int node);
    // Somebody edits /etc/cluster/cluster.conf on that node.
    void editLocal(int node, const std::string &text);

private:
    bool writable(int node) const;
    void take(Node &node, const std::string &text);
    void adopt(Node &node, const Settings &read);

    World &m_world;
    EventQueue &m_queue;
};

} // namespace Lab
