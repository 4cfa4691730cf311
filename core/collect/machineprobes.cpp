// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/machineprobes.h"

#include "core/collect/clockprobe.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
// Our own questions, beside the providers'.
const ProbeId lookId(QStringLiteral("binome.look"));
const ProbeId clockId(QStringLiteral("binome.clock"));
const ProbeId livingId(QStringLiteral("binome.living"));

bool isOwn(const ProbeId &id)
{
    return id == lookId || id == clockId || id == livingId;
}

QStringList idsOf(const Providers &providers)
{
    QStringList ids;
    for (const auto &provider : providers)
        ids << provider->id();
    return ids;
}

Providers detected(const Providers &providers, const MachineFacts &facts)
{
    Providers there;
    std::copy_if(providers.cbegin(), providers.cend(), std::back_inserter(there),
                 [&](const auto &provider) { return provider->detect(facts); });
    return there;
}
} // namespace

MachineProbes::MachineProbes(MachineProbesSetup setup, const Clock &clock, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_clock(clock),
      m_marker("binome:" + randomNonce() + ':'), m_nonce(randomNonce())
{
}

void MachineProbes::begin(Transport &transport)
{
    m_transport = &transport;
    lookAround();
}

void MachineProbes::end()
{
    for (const auto &lane : m_lanes)
        m_suspects += lane->unanswered();
    m_lanes.clear();
    m_answered.clear();
    m_look.reset();
    m_lookAgainAt.reset();
    m_facts.reset();
    m_transport = nullptr;
}

void MachineProbes::lookAround()
{
    m_lookAgainAt.reset();
    m_look = std::make_unique<LookAround>(m_setup.providers, m_setup.context.rootPrefix,
                                          m_setup.sudo, *m_transport);
    connect(m_look.get(), &LookAround::heard, this, &MachineProbes::heard);
    connect(m_look.get(), &LookAround::done, this, &MachineProbes::takeFacts);
}

void MachineProbes::takeFacts(const Expected<MachineFacts> &facts)
{
    if (!facts) {
        emit trouble(facts.error());
        m_lookAgainAt = m_clock.elapsed() + 30s;
        return;
    }
    const bool changed = m_facts != *facts;
    m_facts = *facts;
    emit found(idsOf(detected(m_setup.providers, *m_facts)));
    if (!changed)
        return;
    emit trouble(std::nullopt);
    m_rebuild = true;
    QMetaObject::invokeMethod(this, &MachineProbes::tick, Qt::QueuedConnection);
}

void MachineProbes::buildLanes()
{
    m_rebuild = false;
    m_look.reset();
    for (const auto &lane : m_lanes)
        m_suspects += lane->unanswered();
    m_lanes.clear();
    m_providers.clear();
    QList<Probe> all;
    for (const auto &provider : detected(m_setup.providers, *m_facts)) {
        for (const Probe &probe : provider->probes(m_setup.context)) {
            m_providers.insert(probe.id, provider);
            all << probe;
        }
    }
    all << ownProbes(); // behind what is looked at
    for (const ProbeChannel channel : {ProbeChannel::Fast, ProbeChannel::Slow, ProbeChannel::Heavy})
        addLane(channel, all);
    barSuspects();
}

void MachineProbes::addLane(ProbeChannel channel, const QList<Probe> &probes)
{
    QList<Probe> own;
    std::copy_if(probes.cbegin(), probes.cend(), std::back_inserter(own),
                 [channel](const Probe &probe) { return probe.channel == channel; });
    if (own.isEmpty())
        return;
    auto lane = std::make_unique<Lane>(
        ProbeStreamSetup{m_setup.context.name, channel, own, m_marker, m_setup.sudo}, *m_transport,
        m_clock);
    connect(lane.get(), &Lane::heard, this, &MachineProbes::heard);
    connect(lane.get(), &Lane::answered, this, &MachineProbes::take);
    connect(lane.get(), &Lane::overdue, this, &MachineProbes::overdue);
    connect(lane.get(), &Lane::trouble, this, &MachineProbes::trouble);
    connect(lane.get(), &Lane::echoed, this, [this](std::chrono::microseconds time) {
        m_roundTrip = time;
        emit echoed(time);
    });
    m_lanes.push_back(std::move(lane));
}

QList<Probe> MachineProbes::ownProbes() const
{
    const QByteArray look
        = lookScript(wantedCommands(m_setup.providers), wantedPaths(m_setup.providers),
                     m_setup.context.rootPrefix, m_nonce);
    return {
        {clockId, clockScript(), 60s, 5s, 256, ProbeChannel::Fast},
        {livingId, livingScript(m_marker), 10s, 10s, 16 * 1024, ProbeChannel::Heavy},
        {lookId, look, 60s, 10s, 64 * 1024, ProbeChannel::Heavy},
    };
}

// Rule 26: a probe whose predecessor may be alive is not started. Nothing suspect: the question is
// not asked either.
void MachineProbes::barSuspects()
{
    QSet<ProbeId> barred = m_suspects;
    barred.remove(lookId);
    barred.remove(clockId);
    if (barred.isEmpty())
        barred << livingId;
    else
        barred.remove(livingId);
    for (const auto &lane : m_lanes)
        lane->bar(barred);
}

void MachineProbes::take(const Probe &probe, const ProbeResult &result, bool same)
{
    if (isOwn(probe.id)) {
        takeOwn(probe, result);
        return;
    }
    m_answered << probe.id;
    emit answered(probe, result, same);
}

void MachineProbes::takeOwn(const Probe &probe, const ProbeResult &result)
{
    if (result.error || timedOut(result.exitCode))
        return;
    if (probe.id == lookId) {
        if (const Expected<MachineFacts> facts = parseLook(result.output, m_nonce))
            takeFacts(facts);
    } else if (probe.id == clockId) {
        if (const auto offset = clockOffset(result.output, result.at, m_roundTrip))
            emit clockRead(*offset);
    } else {
        const QStringList alive = parseLiving(result.output, m_marker);
        m_suspects.removeIf(
            [&](const ProbeId &id) { return !alive.contains(QString::fromLatin1(plainId(id))); });
        barSuspects();
    }
}

void MachineProbes::tick()
{
    if (!m_transport)
        return;
    if (m_rebuild)
        buildLanes();
    if (m_lookAgainAt && m_clock.elapsed() >= *m_lookAgainAt)
        lookAround();
    for (const auto &lane : m_lanes)
        lane->tick();
}

void MachineProbes::askAll()
{
    for (const auto &lane : m_lanes)
        lane->askSoon();
}

void MachineProbes::ping()
{
    for (const auto &lane : m_lanes)
        lane->ping();
}

bool MachineProbes::answeredOnce() const
{
    const QList<Probe> asked = probes();
    return !m_lanes.empty() && !m_rebuild
        && std::all_of(asked.cbegin(), asked.cend(), [this](const Probe &probe) {
               return m_answered.contains(probe.id) || m_suspects.contains(probe.id);
           });
}

QList<Probe> MachineProbes::probes() const
{
    QList<Probe> all;
    for (const auto &lane : m_lanes) {
        for (const Probe &probe : lane->probes()) {
            if (!isOwn(probe.id))
                all << probe;
        }
    }
    return all;
}

std::shared_ptr<const Provider> MachineProbes::providerOf(const ProbeId &probe) const
{
    return m_providers.value(probe);
}
} // namespace Core
