// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historysampler.h"

#include "core/model/freshness.h"

#include <cmath>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto longestHeld = 3s; // the fast probes come twice a second
constexpr auto namesTake = 10s; // drbdadm is asked once a machine is connected
// Nothing that these clusters have moves or counts more in a second; a counter that seems to was
// reset.
constexpr double fastest = 16.0 * 1024 * 1024 * 1024;

QString subjectOf(const DrbdResource &resource)
{
    const QString name = resource.name.isEmpty() ? QStringLiteral("drbd%1").arg(resource.minor)
                                                 : resource.name.text();
    return resource.volume == 0 ? name : name + u'/' + QString::number(resource.volume);
}
} // namespace

struct HistorySampler::Sampling {
    QList<SeriesValue> &values;
    NodeName node;
    std::chrono::milliseconds at; // of the answer
    QString subject;

    void add(Quantity quantity, const std::optional<double> &value)
    {
        if (value)
            values << SeriesValue{{node, subject, quantity}, *value};
    }
    void add(Quantity quantity, const std::optional<Bytes> &value)
    {
        add(quantity, value ? std::optional(double(value->value)) : std::nullopt);
    }
    void add(Quantity quantity, const std::optional<quint64> &value)
    {
        add(quantity, value ? std::optional(double(*value)) : std::nullopt);
    }
};

void HistorySampler::addRate(Sampling &to, Quantity quantity, const std::optional<quint64> &value,
                             double unit, quint64 wrap)
{
    if (!value)
        return;
    Counter &counter = m_counters[{to.node, to.subject, quantity}];
    const CounterReading now{to.at, *value};
    if (now.at != counter.reading.at) {
        const bool first = counter.reading.at == 0ms || now.at - counter.reading.at > longestHeld;
        counter.rate
            = first ? std::nullopt : counterRate(counter.reading, now, wrap, fastest / unit);
        counter.reading = now;
    }
    if (counter.rate)
        to.add(quantity, std::optional(*counter.rate * unit));
}

void HistorySampler::addResource(Sampling &to, const DrbdResource &resource)
{
    constexpr double kib = 1024;
    const DrbdCounters &counters = resource.counters;
    to.subject = subjectOf(resource);
    to.add(Quantity::OutOfSync, counters.outOfSync);
    to.add(Quantity::Pending, counters.pe);
    to.add(Quantity::Unacknowledged, counters.ua);
    addRate(to, Quantity::NetworkSent, counters.ns, kib, kibCounterWrap);
    addRate(to, Quantity::NetworkReceived, counters.nr, kib, kibCounterWrap);
    addRate(to, Quantity::DiskWritten, counters.dw, kib, kibCounterWrap);
    addRate(to, Quantity::DiskRead, counters.dr, kib, kibCounterWrap);
    addRate(to, Quantity::ActivityLogWrites, counters.al, 1, requestCounterWrap);
    for (const DrbdPeer &peer : resource.peers) {
        if (!peer.sync || peer.sync->kind != SyncKind::Resync)
            continue;
        to.add(Quantity::ResyncRate, peer.sync->speed);
        to.add(Quantity::ResyncAverage, peer.sync->average);
        to.add(Quantity::ResyncWanted, peer.sync->wanted);
    }
}

bool HistorySampler::awaitsNames(const Machine &machine, std::chrono::milliseconds at)
{
    if (machine.drbdNames.value || machine.drbdNames.error)
        return false;
    if (!m_namelessSince.contains(machine.name))
        m_namelessSince.insert(machine.name, at);
    return at - m_namelessSince.value(machine.name) < namesTake;
}

void HistorySampler::addInterface(Sampling &to, const NetInterface &interface)
{
    to.subject = interface.name;
    addRate(to, Quantity::InterfaceReceived, interface.rxBytes, 1, 0);
    addRate(to, Quantity::InterfaceSent, interface.txBytes, 1, 0);
}

QList<SeriesValue> HistorySampler::sample(const ClusterSnapshot &snapshot,
                                          const AnsweredAt &answeredAt, const QDateTime &now)
{
    QList<SeriesValue> values;
    const auto begin
        = [&](const Machine &machine, const EvidenceRef &evidence) -> std::optional<Sampling> {
        const QDateTime at = answeredAt(evidence);
        if (!at.isValid()
            || std::abs(at.msecsTo(now)) > std::chrono::milliseconds(longestHeld).count())
            return std::nullopt;
        return Sampling{
            values, machine.name, std::chrono::milliseconds(at.toMSecsSinceEpoch()), {}};
    };
    for (const Machine &machine : snapshot.machines) {
        const DrbdStatus *drbd = freshFact(machine, machine.drbd);
        if (auto to = drbd ? begin(machine, machine.drbd.evidence) : std::nullopt) {
            for (const DrbdResource &resource : drbd->resources) {
                if (!resource.name.isEmpty() || !awaitsNames(machine, to->at))
                    addResource(*to, resource);
            }
        }
        const NetInterfaces *interfaces = freshFact(machine, machine.interfaces);
        if (auto to = interfaces ? begin(machine, machine.interfaces.evidence) : std::nullopt) {
            for (const NetInterface &interface : *interfaces)
                addInterface(*to, interface);
        }
    }
    return values;
}

void HistorySampler::forget()
{
    m_counters.clear();
    m_namelessSince.clear();
}
} // namespace Core
