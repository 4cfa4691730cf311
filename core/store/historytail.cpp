// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historytail.h"

#include <algorithm>
#include <cmath>

namespace Core
{
void HistoryTail::add(qint64 at, const SeriesValue &value, const Stored &stored)
{
    if (!std::isfinite(value.value))
        return;
    const QMutexLocker lock(&m_mutex);
    Tiers &tiers = m_open[value.key];
    for (int tier = 0; tier < int(tiers.size()); ++tier)
        addTo(tiers[size_t(tier)], tier, at, value, stored);
}

std::optional<HistoryChunk> HistoryTail::takeFull(const SeriesKey &key, int tier, qint64 start)
{
    for (qsizetype i = 0; i < m_full.size(); ++i) {
        const HistoryChunk &chunk = m_full[i].second;
        if (m_full[i].first == key && chunk.tier() == tier && chunk.start() == start)
            return m_full.takeAt(i).second;
    }
    return std::nullopt;
}

void HistoryTail::addTo(Open &open, int tier, qint64 at, const SeriesValue &value,
                        const Stored &stored)
{
    const qint64 start = HistoryChunk::startOf(tier, at);
    if (!open.chunk || open.chunk->start() != start) {
        // After the start of the program, and while the clock is set back.
        const bool mayBeKnown = !open.chunk || start <= open.newest;
        if (open.chunk && open.changed)
            m_full << std::pair(value.key, *open.chunk);
        std::optional<HistoryChunk> known;
        if (mayBeKnown)
            known = takeFull(value.key, tier, start);
        if (mayBeKnown && !known)
            known = stored(value.key, tier, start);
        open.chunk = known.value_or(HistoryChunk(tier, start));
        open.newest = std::max(open.newest, start);
    }
    open.chunk->add(at, float(value.value));
    open.changed = true;
}

HistoryChunks HistoryTail::take(int tier)
{
    const QMutexLocker lock(&m_mutex);
    HistoryChunks taken = m_full;
    for (auto one = m_open.begin(); one != m_open.end(); ++one) {
        Open &open = (*one)[size_t(tier)];
        if (!open.changed)
            continue;
        taken << std::pair(one.key(), *open.chunk);
        open.changed = false;
    }
    return taken;
}

void HistoryTail::dropFull()
{
    const QMutexLocker lock(&m_mutex);
    m_full.clear();
}

QMap<qint64, HistoryChunk> HistoryTail::chunks(const SeriesKey &key, int tier) const
{
    const QMutexLocker lock(&m_mutex);
    QMap<qint64, HistoryChunk> found;
    for (const auto &[series, chunk] : m_full) {
        if (series == key && chunk.tier() == tier)
            found.insert(chunk.start(), chunk);
    }
    const auto open = m_open.constFind(key);
    if (open != m_open.constEnd() && (*open)[size_t(tier)].chunk)
        found.insert((*open)[size_t(tier)].chunk->start(), *(*open)[size_t(tier)].chunk);
    return found;
}

QList<SeriesKey> HistoryTail::series() const
{
    const QMutexLocker lock(&m_mutex);
    return m_open.keys();
}
} // namespace Core
