// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/forecastregimes.h"

#include "core/model/forecastmath.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Core::ForecastMath
{
namespace
{
constexpr size_t shortest = 5; // slots; less at a level is noise
constexpr double apart = 0.25; // of the higher level, at least
constexpr double tight = 0.3; // of the distance: how far speeds stray from their level
constexpr double regular = 1.5; // longest to shortest stretch of a level
constexpr double farthest = 10.0 * 365 * 86'400; // s

// The middle of five neighbours: one late answer makes a slow second and a fast one.
std::vector<double> smoothed(const std::vector<double> &speeds)
{
    std::vector<double> result(speeds.size());
    for (size_t i = 0; i < speeds.size(); ++i) {
        const size_t from = i < 2 ? 0 : i - 2;
        const size_t to = std::min(speeds.size(), i + 3);
        std::vector<double> near(speeds.begin() + std::ptrdiff_t(from),
                                 speeds.begin() + std::ptrdiff_t(to));
        const auto middle = near.begin() + std::ptrdiff_t(near.size() / 2);
        std::nth_element(near.begin(), middle, near.end());
        result[i] = *middle;
    }
    return result;
}

// The two levels around which the speeds lie.
std::pair<double, double> levels(const std::vector<double> &speeds)
{
    std::vector<double> sorted = speeds;
    std::sort(sorted.begin(), sorted.end());
    double low = sorted[sorted.size() / 10];
    double high = sorted[sorted.size() * 9 / 10];
    for (int round = 0; round < 10; ++round) {
        const auto split = std::lower_bound(sorted.begin(), sorted.end(), (low + high) / 2);
        if (split == sorted.begin() || split == sorted.end())
            break;
        low = mean(std::span<const double>(sorted.begin(), split));
        high = mean(std::span<const double>(split, sorted.end()));
    }
    return {low, high};
}

bool wellApart(const std::vector<double> &speeds, double low, double high)
{
    if (high <= 0 || high - low < apart * high)
        return false;
    double strayed = 0;
    for (const double speed : speeds)
        strayed += std::min(std::abs(speed - low), std::abs(speed - high));
    return strayed / double(speeds.size()) <= tight * (high - low);
}

std::vector<Stretch> stretchesOf(const std::vector<double> &speeds, double border)
{
    std::vector<Stretch> all;
    for (size_t i = 0; i < speeds.size(); ++i) {
        const bool high = speeds[i] > border;
        if (all.empty() || all.back().high != high)
            all.push_back({high, i, 0});
        ++all.back().length;
    }
    return all;
}

// Those too short to be one belong to what was before.
std::vector<Stretch> withoutNoise(const std::vector<Stretch> &all)
{
    std::vector<Stretch> kept;
    for (const Stretch &one : all) {
        if (!kept.empty() && (one.length < shortest || kept.back().high == one.high))
            kept.back().length += one.length;
        else
            kept.push_back(one);
    }
    return kept;
}

// Of the raw speeds; a change may lie anywhere in the first and last slot.
double levelOf(const std::vector<double> &speeds, const std::vector<Stretch> &stretches, bool high)
{
    double sum = 0;
    size_t count = 0;
    for (const Stretch &one : stretches) {
        for (size_t i = one.begin + 1; one.high == high && i + 1 < one.begin + one.length; ++i) {
            sum += speeds[i];
            ++count;
        }
    }
    return count ? sum / double(count) : 0;
}

size_t longestOf(const std::vector<Stretch> &stretches, bool high)
{
    size_t longest = 0;
    for (const Stretch &one : stretches)
        longest = one.high == high ? std::max(longest, one.length) : longest;
    return longest;
}

// Stretches seen from their beginning to their end.
std::vector<size_t> wholeLengths(const std::vector<Stretch> &stretches, bool high)
{
    std::vector<size_t> lengths;
    for (size_t i = 1; i + 1 < stretches.size(); ++i) {
        if (stretches[i].high == high)
            lengths.push_back(stretches[i].length);
    }
    std::sort(lengths.begin(), lengths.end());
    return lengths;
}

// How long a level lasts: the middle of those seen whole. Of a level that was cut off by the begin
// of the run or has not ended yet: at least as long as it was seen, and as long as the other one.
std::optional<double> usualLength(const std::vector<Stretch> &stretches, bool high)
{
    const std::vector<size_t> lengths = wholeLengths(stretches, high);
    if (!lengths.empty() && double(lengths.back()) > regular * double(lengths.front()))
        return std::nullopt;
    if (!lengths.empty())
        return double(lengths[lengths.size() / 2]);
    const std::vector<size_t> others = wholeLengths(stretches, !high);
    const size_t other = others.empty() ? 0 : others[others.size() / 2];
    return double(std::max(longestOf(stretches, high), other));
}
} // namespace

std::optional<Regimes> regimesOf(const std::vector<double> &speeds)
{
    if (speeds.size() < 3 * shortest)
        return std::nullopt;
    const std::vector<double> smooth = smoothed(speeds);
    const auto [low, high] = levels(smooth);
    if (!wellApart(smooth, low, high))
        return std::nullopt;
    Regimes regimes;
    regimes.stretches = withoutNoise(stretchesOf(smooth, (low + high) / 2));
    regimes.low = levelOf(speeds, regimes.stretches, false);
    regimes.high = levelOf(speeds, regimes.stretches, true);
    return regimes;
}

std::optional<double> secondsAlternating(const std::vector<double> &speeds, double left)
{
    const std::optional<Regimes> regimes = regimesOf(speeds);
    if (!regimes || regimes->stretches.size() < 3)
        return std::nullopt;
    const auto low = usualLength(regimes->stretches, false);
    const auto high = usualLength(regimes->stretches, true);
    const Stretch &last = regimes->stretches.back();
    const std::optional<double> usual = last.high ? high : low;
    if (!low || !high || double(last.length) > regular * *usual)
        return std::nullopt;
    const std::array<double, 2> lengths{*low * slot, *high * slot};
    const std::array<double, 2> rates{regimes->low, regimes->high};
    const double each = lengths[0] * rates[0] + lengths[1] * rates[1];
    if (each <= 0 || left / each * (lengths[0] + lengths[1]) > farthest)
        return std::nullopt;
    const double cycles = std::floor(left / each); // a whole turn takes as long wherever it begins
    double time = cycles * (lengths[0] + lengths[1]);
    double rest = left - cycles * each;
    size_t level = last.high ? 1 : 0;
    double lasts = std::max(0.0, lengths[level] - double(last.length) * slot);
    for (int turns = 0; turns < 4 && rest > rates[level] * lasts; ++turns) {
        rest -= rates[level] * lasts;
        time += lasts;
        level = 1 - level;
        lasts = lengths[level];
    }
    return rates[level] > 0 ? std::optional(time + rest / rates[level]) : std::nullopt;
}
} // namespace Core::ForecastMath
