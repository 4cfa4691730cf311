// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/forecast.h"

#include "core/model/forecastmath.h"
#include "core/model/forecastregimes.h"

#include <algorithm>
#include <cmath>

namespace Core
{
using namespace ForecastMath;

namespace
{
using Milliseconds = std::chrono::milliseconds;

// A resync that takes longer has no end that anybody waits for.
constexpr double longestForecast = 10.0 * 365 * 86'400; // s
constexpr size_t rateWindow = 10; // s
// No range is narrower to each side: a sample's moment is known to a second, a rate to some
// percent.
constexpr Milliseconds leastMargin(1000);
constexpr double leastShare = 0.02;
constexpr double surprise = 0.1; // share of the remaining time by which an end may move unnoticed

std::optional<Milliseconds> time(const std::optional<double> &seconds)
{
    if (!seconds || !std::isfinite(*seconds) || *seconds > longestForecast)
        return std::nullopt;
    return Milliseconds(std::llround(*seconds * 1000));
}

QList<SyncSample> remembered(const QList<SyncSample> &samples)
{
    qsizetype from = 0;
    while (from < samples.size() && samples.last().at - samples[from].at > forecastMemory)
        ++from;
    return from == 0 ? samples : samples.mid(from);
}

// The moment since which nothing was copied.
Milliseconds lastProgress(const QList<SyncSample> &samples)
{
    for (qsizetype i = samples.size() - 1; i > 0; --i) {
        if (samples[i].left < samples[i - 1].left)
            return samples[i].at;
    }
    return samples.first().at;
}

double speedNow(const std::vector<double> &all)
{
    const size_t count = std::min(rateWindow, all.size());
    return mean(std::span(all).last(count));
}

std::optional<double> secondsLeft(const std::vector<double> &all, double left)
{
    if (const std::optional<double> alternating = secondsAlternating(all, left))
        return alternating;
    if (const std::optional<size_t> period = periodOf(all))
        return secondsRepeating(all, *period, left);
    return secondsFading(steadySpeed(all, rateWindow), mean(all), left);
}

void setRange(Forecast &forecast, const std::vector<double> &all)
{
    if (!forecast.remaining)
        return;
    const double left = double(forecast.left.value);
    const double expected = std::chrono::duration<double>(*forecast.remaining).count();
    const auto window
        = size_t(std::max<double>(rateWindow, std::min(expected, double(all.size()) / 2)));
    const Extremes rates = extremes(all, window);
    const auto soonest = rates.highest > 0 ? time(left / rates.highest) : std::nullopt;
    const auto last = rates.lowest > 0 ? time(left / rates.lowest) : std::nullopt;
    const Milliseconds margin
        = std::max(leastMargin, Milliseconds(std::llround(expected * leastShare * 1000)));
    const Milliseconds low = std::max(Milliseconds(0), *forecast.remaining - margin);
    forecast.earliest = std::min(soonest.value_or(low), low);
    if (last)
        forecast.latest = std::max(*last, *forecast.remaining + margin);
}

bool has(const QString &flags, qsizetype position, QChar flag)
{
    return position < flags.size() && flags[position] == flag;
}

bool nearTo(double rate, double limit)
{
    return rate <= limit * 1.25;
}

StallCause causeOf(const SyncConditions &now, Rate rate, bool stalled)
{
    using C = StallCause;
    if (now.connection != DrbdConnection::Unknown && !isConnected(now.connection))
        return C::NetworkDown;
    if (has(now.flags, 3, u'u'))
        return C::PausedHere;
    if (has(now.flags, 2, u'p'))
        return C::PausedByPeer;
    if (has(now.flags, 1, u'a'))
        return C::Dependency;
    if (has(now.flags, 0, u's') || has(now.flags, 4, u'd'))
        return C::InputOutputFrozen;
    const bool written = now.application && now.application->bytesPerSecond > 0;
    if (now.minimum && written && nearTo(rate.bytesPerSecond, now.minimum->bytesPerSecond))
        return C::Throttled;
    if (has(now.flags, 4, u'n') || has(now.flags, 4, u'a'))
        return C::NetworkCongested;
    if (has(now.flags, 4, u'b'))
        return C::DiskCongested;
    return stalled ? C::NotKnown : C::None;
}

// What a person who looked a moment ago would not understand without a word.
Message noticeOf(const Forecast &now, const Forecast &before)
{
    const Bytes more{now.left.value - before.left.value};
    if (more.value > 0)
        return message(QT_TRANSLATE_NOOP("Core", "%1 more to copy: new writes were added"), {more});
    if (now.state != ForecastState::Running || before.state != ForecastState::Running
        || !now.remaining || !before.remaining)
        return {};
    const Milliseconds end = now.at + *now.remaining;
    const Milliseconds said = before.at + *before.remaining;
    const auto allowed = std::chrono::duration<double, std::milli>(*now.remaining * surprise);
    if (std::abs((end - said).count()) <= std::max(allowed.count(), 2000.0))
        return {};
    if (end > said)
        return message(QT_TRANSLATE_NOOP("Core", "later than said by %1: the rate is %2 now"),
                       {end - said, now.rate});
    return message(QT_TRANSLATE_NOOP("Core", "sooner than said by %1: the rate is %2 now"),
                   {said - end, now.rate});
}

Forecast withoutNotice(const QList<SyncSample> &samples, const SyncConditions &conditions)
{
    Forecast result;
    if (samples.isEmpty())
        return result;
    result.at = samples.last().at;
    result.left = {std::max<qint64>(0, samples.last().left.value)};
    if (result.left.value == 0) {
        result.state = ForecastState::Done;
        result.remaining = result.earliest = result.latest = Milliseconds(0);
        return result;
    }
    const QList<SyncSample> kept = remembered(samples);
    const std::vector<double> all = speeds(kept);
    result.rate = {speedNow(all)};
    const Milliseconds since = lastProgress(kept);
    const bool stopped = conditions.connection != DrbdConnection::Unknown
        && (!isConnected(conditions.connection)
            || conditions.connection == DrbdConnection::PausedSyncS
            || conditions.connection == DrbdConnection::PausedSyncT);
    if (stopped || result.at - since >= stallAfter) {
        result.state = ForecastState::Stalled;
        result.stalledSince = since;
        result.rate = {};
    } else if (!all.empty()) {
        result.state = ForecastState::Running;
        result.remaining = time(secondsLeft(all, double(result.left.value)));
        setRange(result, all);
    }
    const bool stalled = result.state == ForecastState::Stalled;
    if (result.state != ForecastState::Unknown)
        result.cause = causeOf(conditions, result.rate, stalled);
    return result;
}
} // namespace

SyncConditions conditionsOf(const DrbdResource &side)
{
    SyncConditions conditions;
    conditions.flags = side.flags;
    if (!side.peers.isEmpty())
        conditions.connection = side.peers.first().connection;
    return conditions;
}

Forecast forecast(const QList<SyncSample> &samples, const SyncConditions &conditions,
                  const std::optional<Forecast> &before)
{
    Forecast result = withoutNotice(samples, conditions);
    if (before && result.state != ForecastState::Unknown && before->state != ForecastState::Unknown)
        result.notice = noticeOf(result, *before);
    return result;
}

Forecast atRate(const Forecast &now, Rate wished, const std::optional<Rate> &fastest)
{
    Forecast result = now;
    result.rate = wished;
    result.remaining = result.earliest = result.latest = std::nullopt;
    result.notice = {};
    if (now.state == ForecastState::Unknown || wished.bytesPerSecond <= 0)
        return result;
    const double left = double(now.left.value);
    result.remaining = result.earliest = time(left / wished.bytesPerSecond);
    const double sure = fastest && fastest->bytesPerSecond > 0
        ? std::min(wished.bytesPerSecond, fastest->bytesPerSecond)
        : wished.bytesPerSecond;
    result.latest = time(left / sure);
    return result;
}

Message causeText(StallCause cause)
{
    switch (cause) {
    case StallCause::None:
        return {};
    case StallCause::NotKnown:
        return message(QT_TRANSLATE_NOOP("Core", "for a reason that DRBD does not tell"));
    case StallCause::NetworkDown:
        return message(QT_TRANSLATE_NOOP("Core", "the replication link is down"));
    case StallCause::PausedHere:
        return message(QT_TRANSLATE_NOOP("Core", "paused on this side (pause-sync)"));
    case StallCause::PausedByPeer:
        return message(QT_TRANSLATE_NOOP("Core", "paused on the other side (pause-sync)"));
    case StallCause::Dependency:
        return message(QT_TRANSLATE_NOOP("Core", "another resource goes first (resync-after)"));
    case StallCause::InputOutputFrozen:
        return message(QT_TRANSLATE_NOOP("Core", "its input and output are suspended"));
    case StallCause::Throttled:
        return message(QT_TRANSLATE_NOOP("Core", "held at c-min-rate while the guests write"));
    case StallCause::NetworkCongested:
        return message(QT_TRANSLATE_NOOP("Core", "the replication link is congested"));
    case StallCause::DiskCongested:
        return message(QT_TRANSLATE_NOOP("Core", "the disk is congested"));
    }
    return {};
}
} // namespace Core
