// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/lastwrites.h"

namespace Core
{
namespace
{
constexpr qint64 day = 86'400; // s
constexpr qint64 unknownSpan = 8 * day;
constexpr qint64 longestSpan = historyTiers.back().kept;
constexpr int finest = 10'000; // points: the 10 s of a day, and a cheap question still

SeriesKey writesOf(const SplitBrain &brain, const SplitSide &side)
{
    return {side.node, brain.resource.text(), Quantity::DiskWritten};
}

QDateTime lastIn(const HistoryCurve &curve)
{
    for (auto point = curve.points.crbegin(); point != curve.points.crend(); ++point) {
        if (point->maximum > 0)
            return QDateTime::fromSecsSinceEpoch(point->at, Qt::UTC);
    }
    return {};
}
} // namespace

HistoryQuery lastWritesQuery(const SplitBrain &brain, const QDateTime &now)
{
    HistoryQuery query;
    for (const SplitSide &side : brain.sides)
        query.series << writesOf(brain, side);
    query.points = finest;
    query.to = now.toSecsSinceEpoch() + 1; // this second too
    const QDateTime &since = brain.apart.since;
    const qint64 span = since.isValid() ? query.to - since.toSecsSinceEpoch() + day : 0;
    // A node whose clock is years off names a time at which nothing was kept.
    query.from = query.to - (span > 0 && span <= longestSpan ? span : unknownSpan);
    return query;
}

void setLastWrites(SplitBrain &brain, const HistoryAnswer &answer)
{
    for (SplitSide &side : brain.sides) {
        for (const HistoryCurve &curve : answer.curves) {
            if (curve.key == writesOf(brain, side))
                side.lastWrite = lastIn(curve);
        }
    }
}
} // namespace Core
