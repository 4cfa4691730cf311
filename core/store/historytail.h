// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/historychunk.h"

#include <QHash>
#include <QMap>
#include <QMutex>

#include <functional>
#include <limits>

namespace Core
{
using HistoryChunks = QList<std::pair<SeriesKey, HistoryChunk>>;

// What is newer than the file: the chunks that still grow and the full ones not yet written. The
// writer adds, the reader copies; every call is safe in any thread.
class HistoryTail
{
public:
    // What the file has of a chunk, asked when one begins that may not be new.
    using Stored
        = std::function<std::optional<HistoryChunk>(const SeriesKey &key, int tier, qint64 start)>;

    void add(qint64 at, const SeriesValue &value, const Stored &stored);
    // Chunks of a tier changed since they were last taken, the full ones of all tiers too.
    HistoryChunks take(int tier);
    void dropFull(); // they could not be written and become gaps
    QMap<qint64, HistoryChunk> chunks(const SeriesKey &key, int tier) const;
    QList<SeriesKey> series() const;

private:
    struct Open {
        std::optional<HistoryChunk> chunk;
        bool changed = false;
        qint64 newest = std::numeric_limits<qint64>::min(); // start of the newest chunk so far
    };
    using Tiers = std::array<Open, historyTiers.size()>;
    std::optional<HistoryChunk> takeFull(const SeriesKey &key, int tier, qint64 start);
    void addTo(Open &open, int tier, qint64 at, const SeriesValue &value, const Stored &stored);

    mutable QMutex m_mutex;
    QHash<SeriesKey, Tiers> m_open;
    HistoryChunks m_full;
};
} // namespace Core
