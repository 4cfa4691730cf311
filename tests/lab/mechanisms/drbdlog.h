// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <map>
#include <utility>

namespace Lab
{

// What DRBD's kernel module prints, a line at a time, on the node where it happens. The prefix is
// that of 8.3; Settings::drbdPrefix chooses another release's, which differ in nothing else here.
// Source of the texts: drbd_main.c, drbd_receiver.c, drbd_worker.c, drbd_nl.c, 8.3.
class DrbdLog
{
public:
    DrbdLog(World &world, EventQueue &queue) : m_world(world), m_queue(queue) { }

    void line(const Resource &resource, int node, const std::string &text);
    // "peer( Primary -> Unknown ) conn( ... ) ": whatever changed since the last call.
    void states(const Resource &resource);
    // Nothing is known of that side any more: its next state is a first one.
    void forget(const Resource &resource, int node);
    void helper(const Resource &resource, int node, const std::string &name, int exitStatus = 0);
    void generations(const Resource &resource, int node, const std::string &what);
    // The two "self" and "peer" lines of a handshake, on both nodes.
    void handshake(const Resource &resource, int outcome, int rule);
    // A refusal, the state it left and the state that was asked for.
    void refused(const Resource &resource, int node, const std::string &reason);

private:
    struct Seen {
        Connection connection = Connection::StandAlone;
        Role role = Role::Secondary;
        Disk disk = Disk::Diskless;
        Role peerRole = Role::Unknown;
        Disk peerDisk = Disk::DUnknown;
        bool userPaused = false;
        bool afterPaused = false;
        bool peerPaused = false;
        bool suspended = false;
    };
    static Seen seen(const Resource &resource, int node);
    static std::string changes(const Seen &before, const Seen &now);
    void dump(const Resource &resource, int node, const char *who, int of);

    World &m_world;
    EventQueue &m_queue;
    std::map<std::pair<std::string, int>, Seen> m_seen;
};

} // namespace Lab
