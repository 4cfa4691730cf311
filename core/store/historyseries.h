// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QDateTime>
#include <QList>

#include <QHashFunctions>

#include <array>
#include <tuple>

namespace Core
{
// What is kept over time. Rates are bytes a second unless said otherwise.
enum class Quantity : quint8 {
    OutOfSync, // bytes, as this side counts them
    ResyncRate, // over some 18 s, as DRBD prints it
    ResyncAverage, // since the resync began
    ResyncWanted, // what DRBD's controller aims at
    NetworkSent,
    NetworkReceived,
    DiskWritten,
    DiskRead,
    Pending, // requests sent to the peer and not answered
    Unacknowledged, // requests received and not yet answered
    ActivityLogWrites, // a second
    InterfaceReceived, // of a network interface of a node
    InterfaceSent,
};
inline constexpr int quantityCount = int(Quantity::InterfaceSent) + 1;
const char *word(Quantity quantity); // stable, for files: "out-of-sync"

// One curve: what `node` says of a resource ("r0", or "drbd3" while its name is not known) or of
// an interface ("eth0").
struct SeriesKey {
    NodeName node;
    QString subject;
    Quantity quantity = Quantity::OutOfSync;
    friend bool operator==(const SeriesKey &, const SeriesKey &) = default;
    friend bool operator<(const SeriesKey &a, const SeriesKey &b)
    {
        return std::tie(a.node, a.subject, a.quantity) < std::tie(b.node, b.subject, b.quantity);
    }
};
size_t qHash(const SeriesKey &key, size_t seed = 0);

struct SeriesValue {
    SeriesKey key;
    double value = 0;
    friend bool operator==(const SeriesValue &, const SeriesValue &) = default;
};

// Time is cut into slots of a tier's step, counted from the Unix epoch; a chunk of slots is a row
// of the file. 1 s for three hours, 10 s for 30 hours, 1 min for eight days, 10 min for a quarter.
struct HistoryTier {
    qint64 step; // s
    qint64 kept; // s
};
inline constexpr std::array historyTiers{HistoryTier{1, 3 * 3600}, HistoryTier{10, 30 * 3600},
                                         HistoryTier{60, 8 * 86'400},
                                         HistoryTier{600, 92 * 86'400}};
inline constexpr int slotsPerChunk = 360;

// Of one slot, or of several merged. Values are kept with 24 bits (a TiB to 64 KiB).
struct HistoryPoint {
    qint64 at = 0; // s since the epoch, start of the slot
    float minimum = 0;
    float mean = 0;
    float maximum = 0;
    friend bool operator==(const HistoryPoint &, const HistoryPoint &) = default;
};
struct HistoryQuery {
    QList<SeriesKey> series;
    qint64 from = 0; // s since the epoch
    qint64 to = 0;
    int points = 1000; // at most, each curve
};
struct HistoryCurve {
    SeriesKey key;
    QList<HistoryPoint> points; // in order; two more than a step apart have a gap between them
};
struct HistoryAnswer {
    qint64 step = 1; // s between points
    QList<HistoryCurve> curves; // one for each series asked, empty when nothing is known
};

// Which tier answers, and how many of its slots make a point.
struct TierChoice {
    int tier = 0;
    int merged = 1;
};
TierChoice tierFor(const HistoryQuery &query, qint64 now);
} // namespace Core
