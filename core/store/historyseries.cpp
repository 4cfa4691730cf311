// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historyseries.h"

#include <algorithm>

namespace Core
{
const char *word(Quantity quantity)
{
    constexpr std::array<const char *, quantityCount> words{
        "out-of-sync",   "resync-rate",      "resync-average",      "resync-wanted",
        "network-sent",  "network-received", "disk-written",        "disk-read",
        "pending",       "unacknowledged",   "activity-log-writes", "interface-received",
        "interface-sent"};
    return words[size_t(quantity)];
}

size_t qHash(const SeriesKey &key, size_t seed)
{
    return qHashMulti(seed, key.node, key.subject, int(key.quantity));
}

TierChoice tierFor(const HistoryQuery &query, qint64 now)
{
    // Merging a few slots costs little and shows more than the next tier would.
    constexpr qint64 mostMerged = 4;
    const qint64 points = std::max(1, query.points);
    const qint64 span = std::max<qint64>(1, query.to - query.from);
    int tier = 0;
    while (tier + 1 < int(historyTiers.size())) {
        const HistoryTier &one = historyTiers[size_t(tier)];
        if (now - query.from <= one.kept && span / one.step <= points * mostMerged)
            break;
        ++tier;
    }
    const qint64 perPoint = historyTiers[size_t(tier)].step * points;
    return {tier, int(std::min<qint64>(1'000'000, (span + perPoint - 1) / perPoint))};
}
} // namespace Core
