// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/message.h"
#include "core/model/drbd.h"

// When the two copies of a resource will be one again. Pure: samples in, value out.
namespace Core
{
// What was left to copy at a moment. Times are of one clock that never jumps; samples are in their
// order, about one a second.
struct SyncSample {
    std::chrono::milliseconds at{0};
    Bytes left;
    friend bool operator==(const SyncSample &, const SyncSample &) = default;
};

enum class StallCause : quint8 {
    None, // it moves, and as fast as DRBD wants
    NotKnown,
    NetworkDown, // the sides are not connected
    PausedHere, // drbdadm pause-sync on this side
    PausedByPeer,
    Dependency, // resync-after: another resource goes first
    InputOutputFrozen, // suspended I/O (flag s or d)
    Throttled, // by c-min-rate, since the guests write
    NetworkCongested,
    DiskCongested,
};

// What else is known of the resync now, from the side that tells the most.
struct SyncConditions {
    DrbdConnection connection = DrbdConnection::Unknown;
    QString flags; // of /proc/drbd: r/s a p u d s
    std::optional<Rate> minimum; // c-min-rate; none: not known
    std::optional<Rate> application; // written by the guests now
};
SyncConditions conditionsOf(const DrbdResource &side);

enum class ForecastState : quint8 { Unknown, Running, Stalled, Done };
struct Forecast {
    ForecastState state = ForecastState::Unknown;
    std::chrono::milliseconds at{0}; // of the last sample
    Bytes left;
    Rate rate; // now, over some ten seconds
    // Time from `at` to the end; none while it is not known. earliest <= remaining <= latest.
    std::optional<std::chrono::milliseconds> remaining, earliest, latest;
    std::optional<std::chrono::milliseconds> stalledSince; // on the clock of the samples
    StallCause cause = StallCause::None; // of a stall, or of slowness
    Message notice; // why the end moved or the amount grew; empty: nothing surprising
    friend bool operator==(const Forecast &, const Forecast &) = default;
};

// Nothing counts as a stall before it lasted as long.
constexpr std::chrono::seconds stallAfter{10};
// Samples older than this add nothing.
constexpr std::chrono::minutes forecastMemory{20};

// From the samples of this resync alone; `before` is what was said last, so that an end which moves
// out of its range, or an amount that grows, is explained.
Forecast forecast(const QList<SyncSample> &samples, const SyncConditions &conditions,
                  const std::optional<Forecast> &before = std::nullopt);

// The same amount at another rate, before it is applied. `fastest` is the highest rate seen, if
// any: a wish above it is a hope, and `latest` says what it would be at that rate.
Forecast atRate(const Forecast &now, Rate wished, const std::optional<Rate> &fastest);

// The cause in words: "paused by the administrator of the other side".
Message causeText(StallCause cause);
} // namespace Core
