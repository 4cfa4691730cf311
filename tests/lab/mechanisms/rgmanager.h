// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guesthost.h"
#include "world.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>

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

    // What an administrator asks, by the answers of rgmanager 3.2.0. Nothing: it is under way, and
    // the service's state will tell.
    std::optional<int> mayStartOn(int vmid, int target) const; // 0: anywhere
    bool stopUntilTransition(int vmid); // -s
    bool restart(int vmid);
    bool relocate(int vmid, int target);
    // After a new configuration: services come and go.
    void reconfigure(int node);
    // Which of its domain's rules let it run there.
    bool allowed(const Service &service, int node) const;

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
    void startFailed(Service &service, int node);
    bool halt(Service &service, ServiceState after); // false: it could not be stopped
    void recover(Service &service);
    void recoverFrom(Service &service);
    bool restartsExceeded(Service &service, const ServiceConf &conf);
    void considerBetterNode(Service &service);
    const ServiceConf &confOf(const Service &service) const;
    const FailoverDomain *domainOf(const Service &service) const;
    bool crowded(const Service &service, int node) const;
    int priority(const Service &service, int node) const;
    Alarm &alarm(int vmid);

    World &m_world;
    EventQueue &m_queue;
    GuestHost &m_guests;
    std::map<int, std::unique_ptr<Alarm>> m_alarms;
    std::array<std::unique_ptr<Alarm>, 2> m_quorumLost;
};

const char *word(ServiceState state);

// rgmanager's error numbers. Source: rgmanager/include/resgroup.h.
namespace GroupError
{
constexpr int success = 0;
constexpr int failure = -1;
constexpr int aborted = -2;
constexpr int noService = -4;
constexpr int tryAgain = -6;
constexpr int dependency = -7;
constexpr int invalid = -8;
constexpr int quorum = -9;
constexpr int alreadyRunning = -10;
constexpr int frozen = -11;
constexpr int deadNode = -12;
constexpr int domain = -15;
constexpr int exclusive = -16;
constexpr int onOriginalOwner = -17;
} // namespace GroupError

} // namespace Lab
