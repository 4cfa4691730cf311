// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historycurve.h"

#include <algorithm>

namespace Core
{
namespace
{
class Merger
{
public:
    explicit Merger(qint64 width) : m_width(width) { }

    void add(const HistoryPoint &point)
    {
        const qint64 start = point.at - (point.at % m_width + m_width) % m_width;
        if (m_count == 0 || start != m_now.at)
            begin(start, point);
        m_now.minimum = std::min(m_now.minimum, point.minimum);
        m_now.maximum = std::max(m_now.maximum, point.maximum);
        m_sum += double(point.mean);
        ++m_count;
    }
    QList<HistoryPoint> finish()
    {
        close();
        return std::move(m_points);
    }

private:
    void begin(qint64 start, const HistoryPoint &point)
    {
        close();
        m_now = {start, point.minimum, 0, point.maximum};
        m_sum = 0;
        m_count = 0;
    }
    void close()
    {
        if (m_count == 0)
            return;
        m_now.mean = float(m_sum / m_count);
        m_points << m_now;
    }

    const qint64 m_width;
    HistoryPoint m_now;
    double m_sum = 0;
    int m_count = 0;
    QList<HistoryPoint> m_points;
};
} // namespace

QList<HistoryPoint> pointsOf(const QMap<qint64, HistoryChunk> &chunks, const HistoryQuery &query,
                             const TierChoice &choice)
{
    const qint64 step = historyTiers[size_t(choice.tier)].step;
    Merger merger(step * choice.merged);
    for (const HistoryChunk &chunk : chunks) {
        if (chunk.end() <= query.from || chunk.start() >= query.to)
            continue;
        for (int slot = 0; slot < slotsPerChunk; ++slot) {
            const std::optional<HistoryPoint> point = chunk.at(slot);
            if (point && point->at + step > query.from && point->at < query.to)
                merger.add(*point);
        }
    }
    return merger.finish();
}
} // namespace Core
