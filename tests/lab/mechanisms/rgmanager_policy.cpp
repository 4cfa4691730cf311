// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "note.h"
#include "rgmanager.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr Time restartDelay{1000};

bool runsSomewhere(ServiceState state)
{
    return state == ServiceState::Started || state == ServiceState::Starting
        || state == ServiceState::Recovering || state == ServiceState::Migrating;
}

} // namespace

// As the rgmanagers have read it; both read the same file.
const ServiceConf &ResourceGroups::confOf(const Service &service) const
{
    static const ServiceConf none;
    for (const Node &node : m_world.nodes) {
        for (const ServiceConf &one : node.conf.services) {
            if (node.cman && one.vmid == service.vmid)
                return one;
        }
    }
    return none;
}

const FailoverDomain *ResourceGroups::domainOf(const Service &service) const
{
    const std::string &name = confOf(service).domain;
    for (const Node &node : m_world.nodes) {
        for (const FailoverDomain &one : node.conf.domains) {
            if (node.cman && !name.empty() && one.name == name)
                return &one;
        }
    }
    return nullptr;
}

// A restricted domain is a wall; any other is a preference.
bool ResourceGroups::allowed(const Service &service, int node) const
{
    const FailoverDomain *domain = domainOf(service);
    return !domain || !domain->restricted || domain->nodes.count(m_world.nameOf(node));
}

// Lower is better: its place in an ordered domain, any place in an unordered one, then outside.
// Source: rgmanager, fo_domain.c.
int ResourceGroups::priority(const Service &service, int node) const
{
    constexpr int outside = 1000;
    const FailoverDomain *domain = domainOf(service);
    if (!domain)
        return 0;
    const auto place = domain->nodes.find(m_world.nameOf(node));
    if (place == domain->nodes.end())
        return outside;
    return domain->ordered ? place->second : 1;
}

// An exclusive service shares its node with no other.
bool ResourceGroups::crowded(const Service &service, int node) const
{
    return std::any_of(m_world.services.begin(), m_world.services.end(), [&](const Service &one) {
        return one.vmid != service.vmid && one.owner == node && runsSomewhere(one.state)
            && (confOf(service).exclusive || confOf(one).exclusive);
    });
}

int ResourceGroups::candidate(const Service &service) const
{
    const int home = m_world.guest(service.vmid)->configNode;
    int chosen = 0;
    for (int node : {home, World::peerOf(home)}) {
        const Node &where = m_world.node(node);
        if (!mayStart(where) || where.groupsLocked || !allowed(service, node)
            || crowded(service, node) || service.triedOn == node)
            continue;
        if (!chosen || priority(service, node) < priority(service, chosen))
            chosen = node;
    }
    return chosen;
}

// The other one is tried at once; when none can, it waits for the next transition.
void ResourceGroups::startFailed(Service &service, int node)
{
    const bool first = service.triedOn == 0;
    service.triedOn = node;
    const int other = first ? candidate(service) : 0;
    if (other) {
        beginStart(service, other, true);
        return;
    }
    set(service, ServiceState::Stopped, 0);
    service.failedAtRing = m_world.ringSequence;
    service.triedOn = 0;
}

bool ResourceGroups::halt(Service &service, ServiceState after)
{
    alarm(service.vmid).clear();
    service.triedOn = 0;
    const bool refused = service.stopFails && service.owner;
    service.stopFails = false;
    if (refused) {
        note(m_world, m_queue.now(), "rgmanager: stop of " + service.name() + " failed");
        service.restarts = 0;
        set(service, ServiceState::Failed, 0);
        return false;
    }
    if (service.owner)
        m_guests.stop(service.vmid, service.owner);
    if (after == ServiceState::Disabled)
        service.restarts = 0;
    set(service, after, 0);
    return true;
}

// Both have to be set to count at all. Source: rgmanager, restart_counter.c.
bool ResourceGroups::restartsExceeded(Service &service, const ServiceConf &conf)
{
    if (conf.maxRestarts <= 0 || conf.restartExpire.count() <= 0)
        return false;
    auto &times = service.restartTimes;
    times.push_back(m_queue.now());
    times.erase(std::remove_if(times.begin(), times.end(),
                               [&](Time one) { return one + conf.restartExpire < m_queue.now(); }),
                times.end());
    return static_cast<int>(times.size()) > conf.maxRestarts;
}

// The status check has found it not running.
void ResourceGroups::recover(Service &service)
{
    const ServiceConf conf = confOf(service);
    const int owner = service.owner;
    const bool relocates = conf.recovery == "relocate"
        || (conf.recovery == "restart" && restartsExceeded(service, conf));
    note(m_world, m_queue.now(),
         m_world.nameOf(owner) + ": rgmanager: status of " + service.name() + " failed");
    if (!halt(service, conf.recovery == "disable" ? ServiceState::Disabled : ServiceState::Stopped)
        || conf.recovery == "disable")
        return;
    const int other = World::peerOf(owner);
    const bool goes = relocates && mayStart(m_world.node(other)) && allowed(service, other)
        && !crowded(service, other);
    service.restartTimes = goes ? std::vector<Time>() : service.restartTimes;
    service.restarts = goes ? 0 : service.restarts + 1;
    beginStart(service, goes ? other : owner, true);
}

// Once after each change of the membership: a node that the domain's order prefers, or that is in
// the domain at all, takes it back, unless nofailback.
void ResourceGroups::considerBetterNode(Service &service)
{
    const FailoverDomain *domain = domainOf(service);
    if (!domain || domain->nofailback || service.owner == 0)
        return;
    const int other = World::peerOf(service.owner);
    if (!mayStart(m_world.node(service.owner)) || !mayStart(m_world.node(other))
        || priority(service, other) >= priority(service, service.owner)
        || service.consideredAtRing == m_world.ringSequence)
        return;
    service.consideredAtRing = m_world.ringSequence;
    note(m_world, m_queue.now(),
         "rgmanager: migrating " + service.name() + " to better node " + m_world.nameOf(other));
    migrate(service.vmid, other);
}

std::optional<int> ResourceGroups::mayStartOn(int vmid, int target) const
{
    for (const Service &service : m_world.services) {
        if (service.vmid != vmid)
            continue;
        if (service.frozen)
            return GroupError::frozen;
        if (service.state == ServiceState::Failed)
            return GroupError::failure;
        if (target && !allowed(service, target))
            return GroupError::domain;
        if (target && crowded(service, target))
            return GroupError::exclusive;
        if (target && m_world.node(target).groupsLocked)
            return GroupError::tryAgain;
        return std::nullopt;
    }
    return GroupError::noService;
}

bool ResourceGroups::stopUntilTransition(int vmid)
{
    Service *service = m_world.service(vmid);
    if (!service || !halt(*service, ServiceState::Stopped))
        return false;
    service->failedAtRing = m_world.ringSequence;
    return true;
}

bool ResourceGroups::restart(int vmid)
{
    Service *service = m_world.service(vmid);
    const int owner = service ? service->owner : 0;
    if (!owner || !halt(*service, ServiceState::Stopped))
        return false;
    set(*service, ServiceState::Recovering, owner);
    alarm(vmid).setAfter(restartDelay,
                         [this, vmid, owner] { beginStart(*m_world.service(vmid), owner, true); });
    return true;
}

bool ResourceGroups::relocate(int vmid, int target)
{
    Service *service = m_world.service(vmid);
    const int owner = service ? service->owner : 0;
    if (!owner || !halt(*service, ServiceState::Stopped))
        return false;
    beginStart(*service, target ? target : World::peerOf(owner), true);
    return true;
}

// Each service of the file is there; one that is there no more is stopped and forgotten.
void ResourceGroups::reconfigure(int id)
{
    const auto &wanted = m_world.node(id).conf.services;
    const auto named = [&](int vmid) {
        return std::any_of(wanted.begin(), wanted.end(),
                           [&](const ServiceConf &one) { return one.vmid == vmid; });
    };
    auto &services = m_world.services;
    for (Service &service : services) {
        if (!named(service.vmid))
            halt(service, ServiceState::Disabled);
    }
    services.erase(std::remove_if(services.begin(), services.end(),
                                  [&](const Service &one) { return !named(one.vmid); }),
                   services.end());
    for (const ServiceConf &one : wanted) {
        if (m_world.service(one.vmid) || !m_world.guest(one.vmid))
            continue;
        // A guest that runs already is taken over where it runs.
        const int host = hostOf(*m_world.guest(one.vmid));
        const ServiceState state = host ? ServiceState::Started
            : one.autostart             ? ServiceState::Stopped
                                        : ServiceState::Disabled;
        services.push_back({one.vmid, state, host, host});
    }
}

} // namespace Lab
