// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/lastwrites.h"

namespace Core
{
namespace
{
constexpr qint64 day = 86'400; // s

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
    query.to = now.toSecsSinceEpoch();
    const QDateTime &since = brain.apart.since;
    query.from = since.isValid() ? since.toSecsSinceEpoch() - day : query.to - 8 * day;
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
