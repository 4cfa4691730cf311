// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guesthost.h"
#include "world.h"

#include <functional>
#include <map>
#include <memory>

namespace Lab
{

// rgmanager: every HA guest is started once somewhere; after the owner is lost, only when it has
// been fenced. Without quorum it stops what it owns and recovers nothing.
class ResourceGroups
{
public:
    ResourceGroups(World &world, EventQueue &queue, GuestHost &guests);

    void start(int node);
    void stop(int node); // orderly: its guests stop here and start elsewhere
    void forget(int node);
    bool disable(int vmid);
    bool enable(int vmid, int node = 0); // 0: where its configuration is
    bool freeze(int vmid, bool frozen);
    bool migrate(int vmid, int target);
    void review();

    // The agent's way to move a running guest; tells whether it did. False: it cannot begin.
    using Moved = std::function<void(bool moved)>;
    std::function<bool(int vmid, int target, Moved moved)> moveGuest;

private:
    bool active(const Node &node) const;
    bool mayStart(const Node &node) const;
    bool mayMigrate(int vmid, int source, int target) const;
    void completeMigration(int vmid, int owner);
    void startInterrupted(Service &service, int node);
    int candidate(const Service &service) const;
    bool lostAndFenced(int owner) const;
    void forgetStates();
    void reviewQuorum(Node &node);
    void dissolve(int node);
    void reviewService(Service &service);
    void reviewStarted(Service &service);
    void set(Service &service, ServiceState state, int owner);
    void beginStart(Service &service, int node, bool recovery);
    void completeStart(int vmid, int node);
    Alarm &alarm(int vmid);

    World &m_world;
    EventQueue &m_queue;
    GuestHost &m_guests;
    std::map<int, std::unique_ptr<Alarm>> m_alarms;
    std::array<std::unique_ptr<Alarm>, 2> m_quorumLost;
};

const char *word(ServiceState state);

} // namespace Lab
