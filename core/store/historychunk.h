// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/historyseries.h"

#include <optional>

namespace Core
{
// The slots of one row of the file: one series, one tier, one stretch of time. A value.
class HistoryChunk
{
public:
    HistoryChunk(int tier, qint64 start);

    int tier() const { return m_tier; }
    qint64 start() const { return m_start; } // s since the epoch
    qint64 end() const { return m_start + length(m_tier); }
    static qint64 length(int tier) { return historyTiers[size_t(tier)].step * slotsPerChunk; }
    static qint64 startOf(int tier, qint64 at); // of the chunk that holds the time

    void add(qint64 at, float value); // into its slot; the time is within the chunk
    // None: a gap.
    std::optional<HistoryPoint> at(int slot) const;

    // Compressed; none when it is no chunk of this tier.
    QByteArray encoded() const;
    static std::optional<HistoryChunk> decoded(int tier, qint64 start, const QByteArray &bytes);

private:
    struct Slot {
        float minimum = 0;
        float maximum = 0;
        double sum = 0;
        int count = 0; // 0: a gap
    };
    int m_tier;
    qint64 m_start;
    std::array<Slot, slotsPerChunk> m_slots{};
};
} // namespace Core
