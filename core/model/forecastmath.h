// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/forecast.h"

#include <span>
#include <vector>

// The arithmetic of forecast.cpp, apart so that each half can be read at once.
namespace Core::ForecastMath
{
constexpr double slot = 1.0; // s

// Bytes copied in each second, oldest first, from samples that need not be evenly spaced. Copied
// bytes are spread evenly between two samples; an amount that grew counts as nothing copied.
std::vector<double> speeds(const QList<SyncSample> &samples);

double mean(std::span<const double> values);
// Of the last `window` slots, and of as many before them again and again as long as it was the
// same there but for a second of delay: that is much in ten seconds and little in a minute.
double steadySpeed(const std::vector<double> &speeds, size_t window);

// How many seconds one period of the speed lasts, when it repeats itself clearly better than it
// keeps to its mean: backups, a controller that swings, a neighbour's cron job.
std::optional<size_t> periodOf(const std::vector<double> &speeds);

// Seconds until `left` bytes are copied if the future repeats the last `period` seconds.
std::optional<double> secondsRepeating(const std::vector<double> &speeds, size_t period,
                                       double left);
// Seconds until then if the speed of now fades into the mean of all within a minute.
std::optional<double> secondsFading(double now, double mean, double left);

// Lowest and highest mean over any `window` seconds in a row.
struct Extremes {
    double lowest = 0;
    double highest = 0;
};
Extremes extremes(const std::vector<double> &speeds, size_t window);
} // namespace Core::ForecastMath
