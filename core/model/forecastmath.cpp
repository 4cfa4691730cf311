// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/forecastmath.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Core::ForecastMath
{
namespace
{
constexpr size_t shortestPeriod = 10; // s
constexpr size_t longestPeriod = 300; // s
constexpr double fading = 60; // s
constexpr double farthest = 10.0 * 365 * 86'400; // s

double seconds(std::chrono::milliseconds time)
{
    return std::chrono::duration<double>(time).count();
}

// Puts what was copied from `from` to `to` (in parts) into the parts that it touches.
void spread(std::vector<double> &parts, double from, double to, double bytes)
{
    for (auto i = size_t(from); double(i) < to && i < parts.size(); ++i) {
        const double share = std::min(to, double(i + 1)) - std::max(from, double(i));
        parts[i] += bytes * share / (to - from);
    }
}

// Mean distance between the speeds and those one period before.
double misfit(const std::vector<double> &speeds, size_t period)
{
    double sum = 0;
    for (size_t i = period; i < speeds.size(); ++i)
        sum += std::abs(speeds[i] - speeds[i - period]);
    return sum / double(speeds.size() - period);
}
} // namespace

double mean(std::span<const double> values)
{
    return values.empty()
        ? 0
        : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double steadySpeed(const std::vector<double> &speeds, size_t window)
{
    const std::span<const double> all(speeds);
    size_t length = std::min(window, all.size());
    double level = mean(all.last(length));
    while (length < all.size()) {
        const size_t more = std::min(length, all.size() - length);
        const double before = mean(all.subspan(all.size() - length - more, more));
        if (std::abs(before - level) > level * (0.05 + 1.2 / double(more)))
            break;
        length += more;
        level = mean(all.last(length));
    }
    return level;
}

std::vector<double> speeds(const QList<SyncSample> &samples)
{
    if (samples.size() < 2)
        return {};
    // Slots end with the last sample: the newest is a whole one.
    const double whole = std::floor(seconds(samples.last().at - samples.first().at) / slot);
    std::vector<double> parts(size_t(whole), 0.0);
    const double start = seconds(samples.last().at) - whole * slot;
    for (qsizetype i = 1; i < samples.size(); ++i) {
        const double from = (seconds(samples[i - 1].at) - start) / slot;
        const double to = (seconds(samples[i].at) - start) / slot;
        const double bytes = double(samples[i - 1].left.value - samples[i].left.value);
        if (bytes <= 0 || to <= 0 || to <= from)
            continue;
        const double inside = std::max(0.0, from);
        spread(parts, inside, to, bytes * (to - inside) / (to - from));
    }
    for (double &bytes : parts)
        bytes /= slot;
    return parts;
}

std::optional<size_t> periodOf(const std::vector<double> &speeds)
{
    const double level = mean(speeds);
    if (level <= 0)
        return std::nullopt;
    double deviation = 0;
    for (const double speed : speeds)
        deviation += std::abs(speed - level) / double(speeds.size());
    std::optional<size_t> best;
    double least = std::min(deviation * 0.35, level * 0.2);
    // At least half of a period must have come again.
    const size_t longest = std::min(longestPeriod, speeds.size() * 2 / 3);
    for (size_t period = shortestPeriod; period <= longest; ++period) {
        const double distance = misfit(speeds, period);
        if (distance >= least)
            continue;
        least = distance;
        best = period;
    }
    return deviation < level * 0.03 ? std::nullopt : best;
}

std::optional<double> secondsRepeating(const std::vector<double> &speeds, size_t period,
                                       double left)
{
    const std::span<const double> last(speeds.end() - std::ptrdiff_t(period), speeds.end());
    const double each = mean(last) * double(period) * slot;
    if (each <= 0 || left / each * double(period) > farthest)
        return std::nullopt;
    const double whole = std::floor(left / each);
    double rest = left - whole * each;
    double time = whole * double(period) * slot;
    for (const double speed : last) {
        if (rest <= speed * slot)
            return time + (speed > 0 ? rest / speed : 0);
        rest -= speed * slot;
        time += slot;
    }
    return time;
}

// Copied after t: mean t + (now - mean) F (1 - e^(-t/F)). Grows with t, so halving finds it.
std::optional<double> secondsFading(double now, double mean, double left)
{
    const auto copied = [now, mean](double t) {
        return mean * t + (now - mean) * fading * (1 - std::exp(-t / fading));
    };
    double high = 1;
    while (copied(high) < left && high < farthest)
        high *= 2;
    if (copied(high) < left)
        return std::nullopt;
    double low = 0;
    for (int i = 0; i < 60; ++i)
        (copied((low + high) / 2) < left ? low : high) = (low + high) / 2;
    return high;
}

Extremes extremes(const std::vector<double> &speeds, size_t window)
{
    window = std::clamp<size_t>(window, 1, std::max<size_t>(1, speeds.size()));
    if (speeds.empty())
        return {};
    double sum = std::accumulate(speeds.begin(), speeds.begin() + std::ptrdiff_t(window), 0.0);
    Extremes result{sum, sum};
    for (size_t i = window; i < speeds.size(); ++i) {
        sum += speeds[i] - speeds[i - window];
        result = {std::min(result.lowest, sum), std::max(result.highest, sum)};
    }
    return {result.lowest / double(window), result.highest / double(window)};
}
} // namespace Core::ForecastMath
