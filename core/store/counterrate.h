// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <optional>

#include <QtGlobal>

namespace Core
{
struct CounterReading {
    std::chrono::milliseconds at{0}; // of the answer, on one clock
    quint64 value = 0;
};

// Counters of /proc/drbd in KiB: 32-bit counters of sectors, halved (drbd_proc.c of 8.3).
constexpr quint64 kibCounterWrap = quint64(1) << 31;
// Counters of requests there: "%u".
constexpr quint64 requestCounterWrap = quint64(1) << 32;

// How fast a counter grew between two readings, per second. It wraps at `wrap` (0: never); when it
// went back and wrapping would mean more than `fastest` per second, it was reset (module loaded
// again, node rebooted), and nothing is known: none. None too when no time passed.
std::optional<double> counterRate(const CounterReading &before, const CounterReading &after,
                                  quint64 wrap, double fastest);
} // namespace Core
