// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/historyfeed.h"

namespace Core
{
using namespace std::chrono_literals;

HistoryFeed::HistoryFeed(const SnapshotStore &store, History &history, const Clock &clock,
                         QObject *parent)
    : QObject(parent), m_store(store), m_history(history), m_clock(clock)
{
    m_timer.setInterval(500ms); // a timer of 1 s would miss a second now and then
    connect(&m_timer, &QTimer::timeout, this, &HistoryFeed::sample);
}

void HistoryFeed::start()
{
    m_timer.start();
}

void HistoryFeed::sample()
{
    const QDateTime now = m_clock.now();
    const qint64 second = now.toSecsSinceEpoch();
    if (second == m_last)
        return;
    m_last = second;
    const AnsweredAt answeredAt = [this](const EvidenceRef &evidence) {
        const auto seen = m_store.lastSeen(evidence.machine, evidence.probe);
        return seen ? seen->at : QDateTime();
    };
    const QList<SeriesValue> values = m_sampler.sample(*m_store.current(), answeredAt, now);
    if (!values.isEmpty())
        m_history.add(second, values);
}

void HistoryFeed::jumped()
{
    m_sampler.forget();
}
} // namespace Core
