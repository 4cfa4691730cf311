// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/forecasts.h"

#include "core/model/drbdpolicy.h"
#include "core/model/freshness.h"
#include "core/model/health.h"

#include <algorithm>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto longestHeld = 3s; // of an answer; the fast probes come twice a second
constexpr auto noticeShown = 30s;
constexpr auto glance = 10s; // between two looks of a person
constexpr double fastest = 16.0 * 1024 * 1024; // KiB/s; a counter that is quicker was reset

const std::optional<SyncProgress> &syncOf(const DrbdResource &side)
{
    static const std::optional<SyncProgress> none;
    return side.peers.isEmpty() ? none : side.peers.first().sync;
}

DrbdConnection connectionOf(const DrbdResource &side)
{
    return side.peers.isEmpty() ? DrbdConnection::Unknown : side.peers.first().connection;
}

std::optional<Rate> minimumOf(const Machine &machine, const DrbdResource &side)
{
    const DrbdConfig *config = freshFact(machine, machine.drbdConfig);
    const DrbdResourceConfig *resource = config ? resourceNamed(*config, side.name) : nullptr;
    return resource ? minimumRate(*resource) : std::nullopt;
}

// What was said a moment ago, as it is to be said now; no further than an answer holds.
RunForecast aged(RunForecast said, std::chrono::milliseconds now)
{
    Forecast &forecast = said.forecast;
    const auto age = std::min<std::chrono::milliseconds>(now - forecast.at, longestHeld);
    if (forecast.state != ForecastState::Running || age <= 0ms)
        return said;
    forecast.at += age;
    for (auto *time : {&forecast.remaining, &forecast.earliest, &forecast.latest}) {
        if (*time)
            **time = std::max(0ms, **time - age);
    }
    return said;
}

// When its state was answered, by Clock::elapsed(); none: too long ago, or not at all.
std::optional<std::chrono::milliseconds> answeredAt(const SnapshotStore &store, const Clock &clock,
                                                    const Machine &machine)
{
    const auto seen = store.lastSeen(machine.drbd.evidence.machine, machine.drbd.evidence.probe);
    if (!freshFact(machine, machine.drbd) || !seen)
        return std::nullopt;
    const std::chrono::milliseconds age(seen->at.msecsTo(clock.now()));
    if (std::chrono::abs(age) > longestHeld)
        return std::nullopt;
    return clock.elapsed() - std::max<std::chrono::milliseconds>(0ms, age);
}

bool isSource(const DrbdResource &side)
{
    const DrbdConnection connection = connectionOf(side);
    return connection == DrbdConnection::SyncSource || connection == DrbdConnection::PausedSyncS;
}
} // namespace

struct Forecasts::Seen {
    SyncKind kind = SyncKind::Resync;
    Bytes left;
    std::chrono::milliseconds at{0}; // when that was answered, by Clock::elapsed()
    bool running = false; // false: nothing is copied, and nothing waits to be
    SyncConditions conditions;
    NodeName source;
    CounterReading written;
};

Forecasts::Forecasts(const SnapshotStore &store, const Clock &clock, QObject *parent)
    : QObject(parent), m_store(store), m_clock(clock)
{
    m_timer.setInterval(500ms);
    connect(&m_timer, &QTimer::timeout, this, &Forecasts::sample);
    connect(&store, &SnapshotStore::published, this, &Forecasts::sample);
}

std::optional<RunForecast> Forecasts::of(const ResourceName &resource) const
{
    const auto run = m_runs.constFind(resource);
    return run == m_runs.constEnd() ? std::nullopt
                                    : std::optional(aged(run->said, m_clock.elapsed()));
}

void Forecasts::start()
{
    m_timer.start();
}

void Forecasts::jumped()
{
    m_runs.clear();
    m_last.reset();
}

bool Forecasts::fresh(const Machine &machine) const
{
    return answeredAt(m_store, m_clock, machine).has_value();
}

// What is left, from the side whose progress is printed, else from any that answers: none is
// printed of a paused resync. The bitmap counts to the KiB, the progress of a large one to the MiB.
std::optional<Forecasts::Seen> Forecasts::look(const ReplicationView &view,
                                               const ClusterSnapshot &snapshot) const
{
    std::optional<Seen> found;
    bool progress = false;
    for (auto side = view.sides.cbegin(); side != view.sides.cend(); ++side) {
        const Machine machine = snapshot.machines.value(side.key());
        if (!fresh(machine))
            continue;
        const std::chrono::milliseconds at = *answeredAt(m_store, m_clock, machine);
        if (!found)
            found = Seen();
        const std::optional<SyncProgress> &sync = syncOf(*side);
        if (sync && !progress) {
            progress = true;
            const bool resync = sync->kind == SyncKind::Resync;
            *found = {sync->kind,
                      resync ? side->counters.outOfSync.value_or(sync->left) : sync->left,
                      at,
                      true,
                      conditionsOf(*side),
                      found->source,
                      found->written};
        } else if (!progress) {
            found->left = std::max(found->left, side->counters.outOfSync.value_or(Bytes()));
            found->at = std::max(found->at, at);
            found->running = found->running || isSyncing(connectionOf(*side));
            found->conditions = conditionsOf(*side);
        }
        found->conditions.minimum = minimumOf(machine, *side);
        if (isSource(*side)) {
            found->source = side.key();
            found->written = {at, side->counters.dw.value_or(0)};
        }
    }
    return found;
}

void Forecasts::sample()
{
    const std::chrono::milliseconds now = m_clock.elapsed();
    if (m_last && now - *m_last < 900ms)
        return;
    m_last = now;
    const SnapshotPtr snapshot = m_store.current();
    const QList<ReplicationView> views = replicationOf(*snapshot);
    m_runs.removeIf([&views](const auto &run) {
        return std::none_of(views.begin(), views.end(),
                            [&](const ReplicationView &view) { return view.name == run.key(); });
    });
    for (const ReplicationView &view : views) {
        if (const std::optional<Seen> seen = look(view, *snapshot))
            follow(view.name, *seen);
    }
}

// A run whose link broke waits for it; one that ended is forgotten.
void Forecasts::follow(const ResourceName &resource, const Seen &seen)
{
    const auto known = m_runs.find(resource);
    const bool waits
        = known != m_runs.end() && !isConnected(seen.conditions.connection) && seen.left.value > 0;
    if (!seen.running && !waits) {
        if (known != m_runs.end())
            m_runs.erase(known);
        return;
    }
    Run &run = m_runs[resource];
    if (run.kind != seen.kind)
        run = {};
    run.kind = seen.kind;
    if (seen.source == run.source && seen.written.at > run.written.at) {
        const auto rate = counterRate(run.written, seen.written, kibCounterWrap, fastest);
        run.application = rate ? std::optional(Rate{*rate * 1024}) : std::nullopt;
    }
    run.source = seen.source;
    run.written = seen.written;
    // A sample is of the moment of the answer: half a second more or less is much near the end.
    if (run.samples.isEmpty() || seen.at > run.samples.last().at)
        run.samples << SyncSample{seen.at, seen.left};
    else if (seen.at == run.samples.last().at)
        run.samples.last().left = seen.left;
    while (*m_last - run.samples.first().at > forecastMemory)
        run.samples.removeFirst();
    judge(run, seen);
}

void Forecasts::judge(Run &run, const Seen &seen)
{
    SyncConditions conditions = seen.conditions;
    conditions.application = run.application;
    const bool first = run.samples.size() == 1;
    const Forecast now
        = forecast(run.samples, conditions, first ? std::nullopt : std::optional(run.reference));
    notice(run, now);
    const QDateTime stalled = now.stalledSince
        ? m_clock.now().addMSecs((*now.stalledSince - m_clock.elapsed()).count())
        : QDateTime();
    // The same stall keeps its time, or a clock read twice would shake it.
    const bool same = run.said.forecast.stalledSince == now.stalledSince;
    run.said = {now, run.kind,
                same && run.said.stalledSince.isValid() ? run.said.stalledSince : stalled};
    run.said.forecast.notice = run.notice;
}

// A notice stays long enough to be read.
void Forecasts::notice(Run &run, const Forecast &now)
{
    if (!now.notice.isEmpty()) {
        run.notice = now.notice;
        run.noticedAt = now.at;
    } else if (now.at - run.noticedAt > noticeShown) {
        run.notice = {};
    }
    const bool unsaid = run.reference.state == ForecastState::Unknown;
    if (unsaid || !now.notice.isEmpty() || now.at - run.reference.at >= glance)
        run.reference = now;
}
} // namespace Core
