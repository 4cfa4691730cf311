// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/collect/snapshotstore.h"
#include "core/store/history.h"
#include "core/store/historysampler.h"

#include <QTimer>

namespace Core
{
// Writes the curves of what a store shows into a history, once a second by its own timer, or as
// often as sample() is called: a replay does, with a clock of its own. Main thread.
class HistoryFeed : public QObject
{
    Q_OBJECT
public:
    HistoryFeed(const SnapshotStore &store, History &history, const Clock &clock,
                QObject *parent = nullptr);

    void start(); // the timer
    void sample(); // now; once for each second of the clock
    void jumped(); // the clock was set: no rate across it

private:
    const SnapshotStore &m_store;
    History &m_history;
    const Clock &m_clock;
    HistorySampler m_sampler;
    QTimer m_timer;
    qint64 m_last = 0; // s since the epoch
};
} // namespace Core
