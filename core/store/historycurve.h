// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/historychunk.h"

#include <QMap>

namespace Core
{
// The points of a query out of chunks of one tier: `merged` slots make a point, which has their
// lowest minimum, the mean of their means and their highest maximum, and is left out when all of
// them are gaps. Points are aligned, so that panning does not make them dance.
QList<HistoryPoint> pointsOf(const QMap<qint64, HistoryChunk> &chunks, const HistoryQuery &query,
                             const TierChoice &choice);
} // namespace Core
