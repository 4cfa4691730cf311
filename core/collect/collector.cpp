// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/collector.h"

#include "core/base/whendone.h"
#include "core/collect/poweranswer.h"

#include <QSet>
#include <QThreadPool>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr qsizetype readHere = 64 * 1024; // a larger output is parsed by a worker
constexpr auto lookEvery = 250ms; // each beat of the probes is one of them
constexpr auto gatherFor = 40ms; // answers of one beat: two machines' are one publication
constexpr auto pingAfter = 700ms; // of silence: twice before it is said
// Why the copies of a resource came to their state, and what a run that ended found: in the kernel
// log a moment after the state changed, in the generations at once. Rarely asked otherwise.
const QSet<ProbeId> tellWhy{ProbeId(QStringLiteral("drbd-log")),
                            ProbeId(QStringLiteral("drbd-generations"))};
constexpr auto logTakes = 1s; // until syslog has written it

Error lostContact()
{
    return {ErrorKind::Unreachable,
            message(QT_TRANSLATE_NOOP("Core", "The connection to the machine was lost")),
            {}};
}

Error lateAnswer(const Probe &probe)
{
    return {ErrorKind::Timeout,
            message(QT_TRANSLATE_NOOP("Core", "No answer within %1"), {probe.timeout}),
            {}};
}

// Smoothed like TCP's own: an eighth of each new one.
std::chrono::microseconds smoothed(std::optional<std::chrono::microseconds> before,
                                   std::chrono::microseconds now)
{
    return before ? *before + (now - *before) / 8 : now;
}
} // namespace

struct Collector::Member {
    Member(CollectedMachine machine, const Providers &providers, const Clock &clock)
        : connection(machine.context.name, std::move(machine.transport), clock),
          probes({machine.context, providers, machine.sudo}, clock), sudo(machine.sudo)
    {
    }

    Connection connection;
    MachineProbes probes;
    const bool sudo;
    PathState path;
    QSet<ProbeId> stale; // marked late or lost: the next answer is read even if it is the same
};

Collector::Collector(SnapshotStore &store, Providers providers, BmcFactory bmcs, const Clock &clock,
                     QObject *parent)
    : QObject(parent), m_store(store), m_providers(std::move(providers)), m_clock(clock),
      m_bmcs(std::move(bmcs), clock),
      m_fencePaths([this](const NodeName &node) { return shellOf(node); }, clock)
{
    m_ticker.setInterval(lookEvery);
    connect(&m_ticker, &QTimer::timeout, this, &Collector::tick);
    m_publisher.setSingleShot(true);
    connect(&m_publisher, &QTimer::timeout, this, &Collector::publish);
    connect(&m_bmcs, &BmcWatch::answered, this,
            [this](const NodeName &node, const Expected<PowerState> &power, auto duration) {
                takePower(Workstation(), node, power, duration);
            });
    connect(&m_fencePaths, &FencePathWatch::answered, this, &Collector::takePower);
    connect(&m_store, &SnapshotStore::published, this,
            [this](const SnapshotPtr &, const QList<Event> &events) { follow(events); });
}

Collector::~Collector()
{
    for (QPromise<SnapshotPtr> &promise : m_refreshing) {
        promise.addResult(m_store.current());
        promise.finish();
    }
}

void Collector::add(CollectedMachine machine)
{
    auto member = std::make_unique<Member>(std::move(machine), m_providers, m_clock);
    wire(*member);
    wireProbes(*member);
    m_members.push_back(std::move(member));
}

void Collector::wire(Member &member)
{
    connect(&member.connection, &Connection::contactChanged, this,
            [this, &member](const Contact &contact) { takeContact(member, contact); });
    connect(&member.connection, &Connection::ready, this,
            [&member] { member.probes.begin(member.connection.transport()); });
    connect(&member.connection, &Connection::ended, this, [this, &member] {
        const QList<Probe> asked = member.probes.probes();
        member.probes.end();
        for (const Probe &probe : asked)
            markOverdue(member, probe, lostContact());
    });
}

void Collector::wireProbes(Member &member)
{
    MachineProbes *probes = &member.probes;
    connect(probes, &MachineProbes::heard, this, [this, &member] {
        member.connection.heard();
        if (!m_refreshing.empty())
            m_publisher.start(0ms); // perhaps it was the last answer
    });
    connect(probes, &MachineProbes::trouble, this,
            [&member](const std::optional<Error> &error) { member.connection.setTrouble(error); });
    connect(probes, &MachineProbes::found, this, [this, probes](const QStringList &ids) {
        const NodeName name = probes->context().name;
        queue({name, Observer(name), {ProvidersFact{ids}}});
    });
    connect(probes, &MachineProbes::answered, this,
            [this, &member](const Probe &probe, const ProbeResult &result, bool same) {
                take(member, probe, result, same);
            });
    connect(probes, &MachineProbes::overdue, this,
            [this, &member](const Probe &probe) { markOverdue(member, probe, lateAnswer(probe)); });
    connect(probes, &MachineProbes::echoed, this, [&member](std::chrono::microseconds time) {
        member.path.roundTrip = smoothed(member.path.roundTrip, time);
    });
    connect(probes, &MachineProbes::clockRead, this,
            [&member](std::chrono::milliseconds offset) { member.path.clockOffset = offset; });
}

void Collector::open()
{
    m_ticker.start();
    for (const auto &member : m_members)
        member->connection.open();
}

void Collector::close()
{
    m_ticker.stop();
    for (const auto &member : m_members)
        member->connection.close();
}

void Collector::refresh()
{
    for (const auto &member : m_members)
        member->probes.askAll();
    m_bmcs.askAll();
    m_fencePaths.askAll();
}

Collector::Member *Collector::memberOf(const NodeName &machine) const
{
    const auto found = std::find_if(m_members.cbegin(), m_members.cend(), [&](const auto &member) {
        return member->connection.machine() == machine;
    });
    return found == m_members.cend() ? nullptr : found->get();
}

void Collector::reconnect(const NodeName &machine)
{
    if (Member *member = memberOf(machine))
        member->connection.reconnect();
}

Transport *Collector::transport(const NodeName &of)
{
    Member *member = memberOf(of);
    return member ? &member->connection.transport() : nullptr;
}

Bmc *Collector::bmc(const BmcWay &way) const
{
    return way.through.isEmpty() ? m_bmcs.bmc(way.of) : m_fencePaths.bmc(way);
}

void Collector::spare(const QList<NodeName> &machines)
{
    for (const auto &member : m_members)
        member->probes.spare(machines.contains(member->connection.machine()));
    m_spared = !machines.isEmpty();
}

// A question that came while others wait starts all of them anew, so that none is answered by a
// picture older than its call.
QFuture<SnapshotPtr> Collector::refreshed()
{
    QPromise<SnapshotPtr> promise;
    promise.start();
    const QFuture<SnapshotPtr> future = promise.future();
    m_refreshing.push_back(std::move(promise));
    for (const auto &member : m_members)
        member->probes.askAnew();
    m_bmcs.askAnew();
    m_publisher.start(0ms);
    return future;
}

void Collector::answerRefreshed()
{
    const auto renewing = [](const auto &member) { return member->probes.renewing(); };
    if (m_refreshing.empty() || !m_patches.isEmpty() || m_reading > 0 || m_bmcs.renewing()
        || std::any_of(m_members.cbegin(), m_members.cend(), renewing))
        return;
    for (QPromise<SnapshotPtr> &promise : std::exchange(m_refreshing, {})) {
        promise.addResult(m_store.current());
        promise.finish();
    }
}

bool Collector::settled() const
{
    const auto isSettled = [](const auto &member) {
        const Contact &contact = member->connection.contact();
        switch (contact.state) {
        case ContactState::NeverTried:
        case ContactState::Connecting:
        case ContactState::NeedsAnswer: // perhaps of the keychain
            return false;
        case ContactState::Connected:
        case ContactState::Silent:
            return contact.error.has_value() || member->probes.answeredOnce();
        case ContactState::Lost:
        case ContactState::Refused:
            return true;
        }
        return true;
    };
    return m_patches.isEmpty() && m_bmcs.answeredOnce()
        && std::all_of(m_members.cbegin(), m_members.cend(), isSettled);
}

void Collector::tick()
{
    for (const auto &member : m_members)
        watch(*member);
    m_bmcs.tick();
    m_fencePaths.tick();
    answerRefreshed();
}

void Collector::watch(Member &member)
{
    member.connection.tick();
    member.probes.tick();
    const ContactState state = member.connection.contact().state;
    const bool up = state == ContactState::Connected || state == ContactState::Silent;
    if (up && member.connection.quietFor() >= pingAfter)
        member.probes.ping();
    setPath(member);
}

void Collector::setPath(const Member &member)
{
    PathState path = member.path;
    path.lastByte = member.connection.lastByte();
    m_store.setPath(member.connection.machine(), path);
}

void Collector::take(Member &member, const Probe &probe, const ProbeResult &result, bool same)
{
    if (result.error && result.error->kind != ErrorKind::ParseFailed) {
        markOverdue(member, probe, *result.error);
        return;
    }
    emit observed(result);
    const LastSeen seen{result.at, result.duration, probe.period, false};
    const bool wasStale = member.stale.remove(probe.id);
    if (same && !wasStale) {
        m_store.seenAgain(result.machine, probe.id, seen);
        return;
    }
    m_store.setEvidence(result, seen);
    const auto provider = member.probes.providerOf(probe.id);
    if (!provider)
        return;
    if (result.probe == ProbeId(QStringLiteral("clusterconf"))) {
        m_bmcs.learn(result.output);
        m_fencePaths.learn(result.output);
    }
    read(provider, result);
}

void Collector::read(const std::shared_ptr<const Provider> &provider, const ProbeResult &result)
{
    const quint64 order = ++m_order;
    m_newest[{result.machine, result.probe}] = order;
    if (result.output.size() <= readHere) {
        takePatch(provider->read(result), result.probe, order);
        return;
    }
    auto promise = std::make_shared<QPromise<Patch>>();
    promise->start();
    ++m_reading;
    whenDone(promise->future(), this, [this, probe = result.probe, order](const Patch &patch) {
        --m_reading;
        takePatch(patch, probe, order);
    });
    QThreadPool::globalInstance()->start([promise, provider, result] {
        promise->addResult(provider->read(result));
        promise->finish();
    });
}

void Collector::takePatch(const Patch &patch, const ProbeId &probe, quint64 order)
{
    if (m_newest.value({patch.machine, probe}) == order)
        queue(patch);
}

std::optional<NodeShell> Collector::shellOf(const NodeName &node) const
{
    Member *member = memberOf(node);
    if (!member || member->connection.contact().state != ContactState::Connected)
        return std::nullopt;
    return NodeShell{&member->connection.transport(), member->sudo};
}

void Collector::takePower(const Observer &asker, const NodeName &node,
                          const Expected<PowerState> &power, std::chrono::milliseconds duration)
{
    ProbeResult result = powerResult(asker, node, power);
    result.duration = duration;
    result.at = m_clock.now();
    emit observed(result);
    m_store.setEvidence(result, powerSeen(result));
    queue(powerPatch(result));
}

void Collector::takeContact(Member &member, const Contact &contact)
{
    const NodeName name = member.connection.machine();
    emit contactChanged(name, contact);
    queue({name, Observer(Workstation()), {ContactFact{contact}}});
}

// The facts stay, visibly old, and say why they could not be read again.
void Collector::markOverdue(Member &member, const Probe &probe, const Error &error)
{
    const NodeName machine = member.connection.machine();
    member.stale << probe.id;
    LastSeen seen = m_store.lastSeen(machine, probe.id).value_or(LastSeen{{}, 0ms, probe.period});
    seen.overdue = true;
    m_store.seenAgain(machine, probe.id, seen);
    ProbeResult result;
    result.machine = machine;
    result.probe = probe.id;
    result.at = m_clock.now();
    result.error = error;
    emit observed(result);
    if (const auto provider = member.probes.providerOf(probe.id))
        read(provider, result);
}

void Collector::queue(const Patch &patch)
{
    m_patches << patch;
    if (!m_refreshing.empty())
        m_publisher.start(0ms); // somebody waits for it
    else if (!m_publisher.isActive())
        m_publisher.start(gatherFor);
}

void Collector::publish()
{
    m_store.apply(std::exchange(m_patches, {}));
    m_fencePaths.pause(m_spared || fencing(*m_store.current()));
    answerRefreshed();
}

// A node that is gone for us or for the others: its power lamp is the next question of whoever
// looks at the screen. Of copies that changed their state: why.
void Collector::follow(const QList<Event> &events)
{
    for (const Event &event : events) {
        const bool matters = event.kind == EventKind::Contact || event.kind == EventKind::Membership
            || event.kind == EventKind::Fencing || event.kind == EventKind::Power;
        if (matters) {
            m_bmcs.hurry(event.machine);
            m_fencePaths.hurry(event.machine);
        }
        Member *member = memberOf(event.machine);
        if (event.kind == EventKind::Replication && member)
            member->probes.askIn(tellWhy, logTakes);
    }
}
} // namespace Core
