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

constexpr std::chrono::milliseconds lookTimeout = 10s;

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
Error lateLook()
{
    return {ErrorKind::Timeout,
            message(QT_TRANSLATE_NOOP("Core", "No answer within %1"), {lookTimeout}),
            {}};
}

template <typename Wanted> QStringList united(const Providers &providers, Wanted wanted)
{
    QStringList all;
    for (const auto &provider : providers)
        all += wanted(*provider);
    all.removeDuplicates();
    return all;
}

// One after another, what may take long is asked last, so that it holds up nothing; side by side,
// as the heavy ones are at first, it is begun first.
void sortByPatience(QList<Probe> &probes, ProbeChannel channel)
{
    std::stable_sort(probes.begin(), probes.end(), [channel](const Probe &a, const Probe &b) {
        return channel == ProbeChannel::Heavy ? a.timeout > b.timeout : a.timeout < b.timeout;
    });
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
    QList<Probe> all = ownProbes();
    for (const auto &provider : m_setup.providers) {
        for (const Probe &probe : provider->probes(m_setup.context)) {
            m_providers.insert(probe.id, provider);
            if (probe.opensDevices)
                m_openers << probe.id;
            all << probe;
        }
    }
    for (const ProbeChannel channel : {ProbeChannel::Fast, ProbeChannel::Slow, ProbeChannel::Heavy})
        addLane(channel, all);
    barOthers();
}

void MachineProbes::end()
{
    for (const auto &lane : m_lanes)
        m_suspects += lane->unanswered();
    m_lanes.clear();
    m_answered.clear();
    m_facts.reset();
    m_there.clear();
    m_transport = nullptr;
}

void MachineProbes::takeLook(const ProbeResult &result)
{
    Expected<MachineFacts> facts = parseLook(result.output, m_nonce);
    if (result.error)
        facts = tl::unexpected(*result.error);
    else if (timedOut(result.exitCode))
        facts = tl::unexpected(lateLook());
    if (facts)
        takeFacts(*facts);
    else if (!m_facts)
        emit trouble(facts.error());
}

void MachineProbes::takeLate(const Probe &probe)
{
    if (!isOwn(probe.id))
        emit overdue(probe);
    else if (probe.id == lookId && !m_facts)
        emit trouble(lateLook());
}

void MachineProbes::takeFacts(const MachineFacts &facts)
{
    if (!m_facts)
        emit trouble(std::nullopt);
    const bool changed = m_facts != facts;
    m_facts = facts;
    const Providers there = detected(m_setup.providers, facts);
    m_there.clear();
    for (const auto &provider : there)
        m_there << provider.get();
    emit found(idsOf(there));
    if (!changed)
        return;
    barOthers();
    // Not from inside a lane's own signal.
    QMetaObject::invokeMethod(this, &MachineProbes::tick, Qt::QueuedConnection);
}

void MachineProbes::addLane(ProbeChannel channel, const QList<Probe> &probes)
{
    QList<Probe> own;
    std::copy_if(probes.cbegin(), probes.cend(), std::back_inserter(own),
                 [channel](const Probe &probe) { return probe.channel == channel; });
    if (own.isEmpty())
        return;
    sortByPatience(own, channel);
    auto lane = std::make_unique<Lane>(
        ProbeStreamSetup{m_setup.context.name, channel, own, m_marker, m_setup.sudo}, *m_transport,
        m_clock);
    connect(lane.get(), &Lane::heard, this, &MachineProbes::heard);
    connect(lane.get(), &Lane::answered, this, &MachineProbes::take);
    connect(lane.get(), &Lane::overdue, this, &MachineProbes::takeLate);
    connect(lane.get(), &Lane::trouble, this, &MachineProbes::trouble);
    connect(lane.get(), &Lane::echoed, this, [this](std::chrono::microseconds time) {
        m_roundTrip = time;
        emit echoed(time);
    });
    m_lanes.push_back(std::move(lane));
}

QList<Probe> MachineProbes::ownProbes() const
{
    const QByteArray look = lookScript(
        united(m_setup.providers, [](const Provider &one) { return one.wantedCommands(); }),
        united(m_setup.providers, [](const Provider &one) { return one.wantedPaths(); }),
        m_setup.context.rootPrefix, m_nonce);
    return {
        {clockId, clockScript(), 60s, 5s, 256, ProbeChannel::Fast},
        {livingId, livingScript(m_marker), 10s, 10s, 16 * 1024, ProbeChannel::Heavy},
        {lookId, look, 60s, lookTimeout, 64 * 1024, ProbeChannel::Heavy},
    };
}

bool MachineProbes::isWanted(const ProbeId &probe) const
{
    if (probe == livingId)
        return !m_suspects.isEmpty();
    if (m_spared && m_openers.contains(probe))
        return false;
    const auto provider = m_providers.constFind(probe);
    return provider == m_providers.cend() || m_there.contains(provider->get());
}

// Rule 26: a probe whose predecessor may be alive is not started; our own are harmless.
void MachineProbes::barOthers()
{
    QSet<ProbeId> barred = m_suspects;
    barred.removeIf(isOwn);
    for (const auto &lane : m_lanes) {
        for (const Probe &probe : lane->probes()) {
            if (!isWanted(probe.id))
                barred << probe.id;
        }
    }
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
    if (probe.id == lookId) {
        takeLook(result);
    } else if (result.error || timedOut(result.exitCode)) {
        return;
    } else if (probe.id == clockId) {
        if (const auto offset = clockOffset(result.output, result.at, m_roundTrip))
            emit clockRead(*offset);
    } else {
        const QStringList alive = parseLiving(result.output, m_marker);
        m_suspects.removeIf(
            [&](const ProbeId &id) { return !alive.contains(QString::fromLatin1(plainId(id))); });
        barOthers();
    }
}

void MachineProbes::tick()
{
    for (const auto &lane : m_lanes)
        lane->tick();
}

void MachineProbes::askAll()
{
    for (const auto &lane : m_lanes)
        lane->askSoon();
}

void MachineProbes::askIn(const QSet<ProbeId> &probes, std::chrono::milliseconds delay)
{
    for (const auto &lane : m_lanes)
        lane->askBy(probes, m_clock.elapsed() + delay);
}

void MachineProbes::askAnew()
{
    for (const auto &lane : m_lanes) {
        if (lane->channel() != ProbeChannel::Heavy)
            lane->askAnew();
    }
}

bool MachineProbes::renewing() const
{
    return std::any_of(m_lanes.cbegin(), m_lanes.cend(), [this](const auto &lane) {
        return lane->renewing() || (m_spared && lane->awaits(m_openers));
    });
}

void MachineProbes::spare(bool spared)
{
    if (std::exchange(m_spared, spared) != spared)
        barOthers();
}

void MachineProbes::ping()
{
    for (const auto &lane : m_lanes)
        lane->ping();
}

// Asked after each answer: nothing is copied.
template <typename F> bool MachineProbes::ofAllAsked(F holds) const
{
    return std::all_of(m_lanes.cbegin(), m_lanes.cend(), [&](const auto &lane) {
        const QList<Probe> &own = lane->probes();
        return std::all_of(own.cbegin(), own.cend(), [&](const Probe &probe) {
            return isOwn(probe.id) || !isWanted(probe.id) || holds(probe);
        });
    });
}

bool MachineProbes::answeredOnce() const
{
    return m_facts && ofAllAsked([this](const Probe &probe) {
               return m_answered.contains(probe.id) || m_suspects.contains(probe.id);
           });
}

QList<Probe> MachineProbes::probes() const
{
    QList<Probe> all;
    ofAllAsked([&all](const Probe &probe) {
        all << probe;
        return true;
    });
    return all;
}

std::shared_ptr<const Provider> MachineProbes::providerOf(const ProbeId &probe) const
{
    return m_providers.value(probe);
}
} // namespace Core
