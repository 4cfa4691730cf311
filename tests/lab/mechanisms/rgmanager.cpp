// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "rgmanager.h"

#include "note.h"

namespace Lab
{

namespace
{

constexpr Time startTime{3000}; // qm start until it returns
constexpr Time startJitter{1000};
constexpr Time recoverDelay{1000}; // events are handled one by one
constexpr Time stopTime{2000};
constexpr Time statusInterval{30000}; // pvevm's status action

} // namespace

const char *word(ServiceState state)
{
    switch (state) {
    case ServiceState::Stopped:
        return "stopped";
    case ServiceState::Starting:
        return "starting";
    case ServiceState::Started:
        return "started";
    case ServiceState::Stopping:
        return "stopping";
    case ServiceState::Failed:
        return "failed";
    case ServiceState::Uninitialized:
        return "uninitialized";
    case ServiceState::Checking:
        return "checking";
    case ServiceState::Recoverable:
        return "recoverable";
    case ServiceState::Recovering:
        return "recovering";
    case ServiceState::Disabled:
        return "disabled";
    case ServiceState::Migrating:
        return "migrating";
    }
    return "";
}

ResourceGroups::ResourceGroups(World &world, EventQueue &queue, GuestHost &guests)
    : m_world(world), m_queue(queue), m_guests(guests)
{
    for (auto &one : m_quorumLost)
        one = std::make_unique<Alarm>(queue);
}

Alarm &ResourceGroups::alarm(int vmid)
{
    auto &one = m_alarms[vmid];
    if (!one)
        one = std::make_unique<Alarm>(m_queue);
    return *one;
}

bool ResourceGroups::active(const Node &node) const
{
    return node.running() && node.cman && node.rgmanager && node.view.quorate && node.fence.joined;
}

// While a member waits to be fenced nothing is started: the lock space stands still.
bool ResourceGroups::mayStart(const Node &node) const
{
    return active(node) && node.fence.victims.empty();
}

// "Initializing services": it stops every one of them here first, whoever started it.
void ResourceGroups::start(int id)
{
    Node &node = m_world.node(id);
    if (!node.cman || node.rgmanager)
        return;
    for (const Service &service : m_world.services) {
        if (service.owner != id)
            m_guests.stop(service.vmid, id);
    }
    node.rgmanager = true;
}

void ResourceGroups::stop(int id)
{
    for (Service &service : m_world.services) {
        if (service.owner != id)
            continue;
        halt(service, ServiceState::Stopped);
    }
    m_world.node(id).rgmanager = false;
    m_world.node(id).groupsLocked = false;
}

void ResourceGroups::forget(int id)
{
    m_world.node(id).rgmanager = false;
    m_quorumLost.at(static_cast<std::size_t>(id - 1))->clear();
}

// The states live in the memory of the rgmanagers alone: when the last one ends they are gone, a
// person's "disable" included, and the next one starts everything (autostart). Source: rgmanager,
// rg_state.c (init_rg).
void ResourceGroups::forgetStates()
{
    for (const Node &node : m_world.nodes) {
        if (node.rgmanager)
            return;
    }
    for (Service &service : m_world.services) {
        alarm(service.vmid).clear();
        service = {service.vmid};
        if (!confOf(service).autostart)
            service.state = ServiceState::Disabled;
    }
}

void ResourceGroups::review()
{
    forgetStates();
    for (Node &node : m_world.nodes)
        reviewQuorum(node);
    for (Service &service : m_world.services)
        reviewService(service);
}

// "Quorum Dissolved": the services a node runs are stopped there. Source: rgmanager, rg_event.
void ResourceGroups::reviewQuorum(Node &node)
{
    Alarm &lost = *m_quorumLost.at(static_cast<std::size_t>(node.id - 1));
    bool holds = false;
    for (const Service &service : m_world.services)
        holds = holds || runsOn(*m_world.guest(service.vmid), node.id);
    if (node.running() && node.rgmanager && !node.view.quorate && holds)
        lost.ensureAfter(stopTime, [this, id = node.id] { dissolve(id); });
    else
        lost.clear();
}

void ResourceGroups::dissolve(int id)
{
    note(m_world, m_queue.now(), m_world.nameOf(id) + ": rgmanager: Quorum Dissolved");
    const bool otherHalfLives = active(m_world.node(World::peerOf(id)));
    for (Service &service : m_world.services) {
        if (!runsOn(*m_world.guest(service.vmid), id))
            continue;
        m_guests.stop(service.vmid, id);
        // The half that has quorum knows nothing of it and keeps its own view.
        if (!otherHalfLives && service.owner == id) {
            alarm(service.vmid).clear();
            set(service, ServiceState::Stopped, 0);
        }
    }
}

bool ResourceGroups::lostAndFenced(int owner) const
{
    const Node &observer = m_world.node(World::peerOf(owner));
    return active(observer) && !observer.view.members.count(owner)
        && !observer.fence.victims.count(owner) && observer.fence.victimNow != owner;
}

void ResourceGroups::reviewService(Service &service)
{
    switch (service.state) {
    case ServiceState::Started:
        reviewStarted(service);
        break;
    case ServiceState::Starting:
    case ServiceState::Recovering:
    case ServiceState::Migrating:
        if (service.owner && lostAndFenced(service.owner) && !active(m_world.node(service.owner)))
            recoverFrom(service);
        break;
    case ServiceState::Stopped:
        if (const int node = service.failedAtRing == m_world.ringSequence ? 0 : candidate(service))
            alarm(service.vmid).ensureAfter(recoverDelay, [this, vmid = service.vmid, node] {
                beginStart(*m_world.service(vmid), node, false);
            });
        break;
    default:
        break;
    }
}

void ResourceGroups::reviewStarted(Service &service)
{
    // No start of a frozen service is ever advised, not even after its owner was fenced. Source:
    // rgmanager, svc_advise_start.
    if (service.frozen) {
        alarm(service.vmid).clear();
        return;
    }
    if (lostAndFenced(service.owner)) {
        recoverFrom(service);
        return;
    }
    const bool there = runsOn(*m_world.guest(service.vmid), service.owner);
    if (there || !active(m_world.node(service.owner))) {
        alarm(service.vmid).clear();
        considerBetterNode(service);
        return;
    }
    // Somebody stopped the guest by hand; the next status check undoes it.
    if (alarm(service.vmid).isSet())
        return;
    alarm(service.vmid).setAfter(m_world.chance.below(statusInterval), [this, vmid = service.vmid] {
        recover(*m_world.service(vmid));
    });
}

// The owner is dead and fenced: the service goes where it may, or waits stopped.
void ResourceGroups::recoverFrom(Service &service)
{
    const int next = World::peerOf(service.owner);
    if (!allowed(service, next) || crowded(service, next)) {
        set(service, ServiceState::Stopped, 0);
        return;
    }
    note(m_world, m_queue.now(), "rgmanager: recovering " + service.name());
    set(service, ServiceState::Recovering, next);
    alarm(service.vmid).setAfter(recoverDelay, [this, vmid = service.vmid, next] {
        beginStart(*m_world.service(vmid), next, true);
    });
}

void ResourceGroups::set(Service &service, ServiceState state, int owner)
{
    if (service.owner && service.owner != owner)
        service.lastOwner = service.owner;
    service.state = state;
    service.owner = owner;
    service.transition = m_queue.now();
}

void ResourceGroups::beginStart(Service &service, int node, bool recovery)
{
    set(service, recovery ? ServiceState::Recovering : ServiceState::Starting, node);
    service.state = ServiceState::Starting;
    alarm(service.vmid)
        .setAfter(startTime + m_world.chance.below(startJitter),
                  [this, vmid = service.vmid, node] { completeStart(vmid, node); });
}

// The node lost its quorum, its rgmanager or a member meanwhile. A dead one is recovered when it
// has been fenced; otherwise the service has been stopped, or is started when the way is free.
void ResourceGroups::startInterrupted(Service &service, int node)
{
    const Node &where = m_world.node(node);
    if (where.stage != Stage::Up || where.hung)
        return;
    if (active(where))
        alarm(service.vmid).setAfter(recoverDelay, [this, vmid = service.vmid, node] {
            completeStart(vmid, node);
        });
    else
        set(service, ServiceState::Stopped, 0);
}

void ResourceGroups::completeStart(int vmid, int node)
{
    Service &service = *m_world.service(vmid);
    const Node &where = m_world.node(node);
    if (!where.running() || !mayStart(where)) {
        startInterrupted(service, node);
        return;
    }
    const bool started = m_guests.start(vmid, node);
    note(m_world, m_queue.now(),
         m_world.nameOf(node) + ": rgmanager: " + service.name()
             + (started ? " started" : " failed to start"));
    if (!started) {
        startFailed(service, node);
        return;
    }
    set(service, ServiceState::Started, node);
    service.failedAtRing = -1;
    service.triedOn = 0;
    service.lastOwner = service.lastOwner ? service.lastOwner : node;
}

bool ResourceGroups::disable(int vmid)
{
    Service *service = m_world.service(vmid);
    return service && halt(*service, ServiceState::Disabled);
}

bool ResourceGroups::enable(int vmid, int node)
{
    Service *service = m_world.service(vmid);
    const int target = service && node == 0 ? candidate(*service) : node;
    if (!service || !target || !active(m_world.node(target))
        || mayStartOn(vmid, target).value_or(0))
        return false;
    service->failedAtRing = -1;
    if (service->state != ServiceState::Started)
        beginStart(*service, target, false);
    return true;
}

bool ResourceGroups::freeze(int vmid, bool frozen)
{
    Service *service = m_world.service(vmid);
    if (service)
        service->frozen = frozen;
    return service != nullptr;
}

bool ResourceGroups::mayMigrate(int vmid, int source, int target) const
{
    return mayStart(m_world.node(source)) && mayStart(m_world.node(target))
        && m_world.node(source).view.members.count(target)
        && m_guests.storageUsable(*m_world.guest(vmid), target);
}

bool ResourceGroups::migrate(int vmid, int target)
{
    Service *service = m_world.service(vmid);
    if (!service || service->state != ServiceState::Started || service->owner == target
        || !mayMigrate(vmid, service->owner, target))
        return false;
    const int source = service->owner;
    if (!moveGuest(vmid, target, [this, vmid, source, target](bool moved) {
            completeMigration(vmid, moved ? target : source);
        }))
        return false;
    service->state = ServiceState::Migrating;
    return true;
}

// What cannot go over stays where it is; what has been recovered meanwhile is not touched.
void ResourceGroups::completeMigration(int vmid, int owner)
{
    Service &service = *m_world.service(vmid);
    if (service.state == ServiceState::Migrating)
        set(service, ServiceState::Started, owner);
}

} // namespace Lab
