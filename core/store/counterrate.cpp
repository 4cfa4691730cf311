// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/counterrate.h"

namespace Core
{
std::optional<double> counterRate(const CounterReading &before, const CounterReading &after,
                                  quint64 wrap, double fastest)
{
    const double seconds = std::chrono::duration<double>(after.at - before.at).count();
    if (seconds <= 0)
        return std::nullopt;
    const bool wentBack = after.value < before.value;
    if (wentBack && (wrap == 0 || before.value >= wrap))
        return std::nullopt;
    const quint64 grown = (wentBack ? wrap : 0) + after.value - before.value;
    const double rate = double(grown) / seconds;
    return wentBack && rate > fastest ? std::nullopt : std::optional(rate);
}
} // namespace Core
