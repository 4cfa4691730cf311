// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/snapshotstore.h"
#include "core/model/forecast.h"
#include "core/store/counterrate.h"

#include <QTimer>

namespace Core
{
struct RunForecast {
    Forecast forecast; // its times are of Clock::elapsed()
    SyncKind kind = SyncKind::Resync;
    QDateTime stalledSince; // UTC; invalid when it is not stalled
    friend bool operator==(const RunForecast &, const RunForecast &) = default;
};

// When each resync and verify that runs will end. Remembers what was left once a second, from the
// sides that answer; what nobody tells any more stays as it was said last. Main thread.
class Forecasts : public QObject
{
    Q_OBJECT
public:
    // Both outlive it.
    Forecasts(const SnapshotStore &store, const Clock &clock, QObject *parent = nullptr);

    // By the name in ReplicationView; none: nothing is being copied.
    std::optional<RunForecast> of(const ResourceName &resource) const;
    void start(); // a timer, since a stall changes no snapshot
    void sample(); // now; once a second of the clock at most
    void jumped(); // the clock was set: what was seen before says nothing

private:
    struct Run {
        SyncKind kind = SyncKind::Resync;
        QList<SyncSample> samples;
        NodeName source;
        CounterReading written; // by the source
        std::optional<Rate> application;
        RunForecast said;
        Forecast reference; // what a person saw some seconds ago
        Message notice;
        std::chrono::milliseconds noticedAt{0};
    };
    struct Seen; // of one resource, now
    bool fresh(const Machine &machine) const;
    std::optional<Seen> look(const ReplicationView &view, const ClusterSnapshot &snapshot) const;
    void follow(const ResourceName &resource, const Seen &seen);
    void judge(Run &run, const Seen &seen);
    void notice(Run &run, const Forecast &now);

    const SnapshotStore &m_store;
    const Clock &m_clock;
    QHash<ResourceName, Run> m_runs;
    std::optional<std::chrono::milliseconds> m_last;
    QTimer m_timer;
};
} // namespace Core
