// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

// A speed that jumps between two levels: a throttle that comes and goes, a job of the neighbour's.
// Told from noise before a period has come again, which autocorrelation needs.
namespace Core::ForecastMath
{
struct Stretch {
    bool high = false;
    size_t begin = 0; // slot
    size_t length = 0; // slots
};
struct Regimes {
    double low = 0; // bytes a second
    double high = 0;
    std::vector<Stretch> stretches; // oldest first, levels in turn
};
// None when the speeds do not keep to two levels that are well apart, or stay at one for less than
// some seconds.
std::optional<Regimes> regimesOf(const std::vector<double> &speeds);

// Seconds until `left` bytes are copied if the levels go on in turn, each as long as before. None
// before each level was seen to its end once, or when their lengths follow no rule.
std::optional<double> secondsAlternating(const std::vector<double> &speeds, double left);
} // namespace Core::ForecastMath
