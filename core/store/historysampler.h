// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"
#include "core/store/counterrate.h"
#include "core/store/historyseries.h"

#include <QHash>

#include <functional>

namespace Core
{
// When the answer behind a fact arrived (UTC); invalid when it never did.
using AnsweredAt = std::function<QDateTime(const EvidenceRef &evidence)>;

// One snapshot after another to the values of a second: amounts as they are, counters as rates
// since the answer before. A machine that does not answer, a fact that could not be read again and
// an answer older than three seconds give nothing, which is a gap. A resource whose name was not
// told yet is waited for some seconds, so that its series does not begin under its minor's number.
class HistorySampler
{
public:
    QList<SeriesValue> sample(const ClusterSnapshot &snapshot, const AnsweredAt &answeredAt,
                              const QDateTime &now);
    void forget(); // after a jump in time: no rate across it

private:
    struct Counter {
        CounterReading reading;
        std::optional<double> rate; // of the last two answers, held until the next
    };
    struct Sampling;
    bool awaitsNames(const Machine &machine, std::chrono::milliseconds at);
    void addResource(Sampling &to, const DrbdResource &resource);
    void addInterface(Sampling &to, const NetInterface &interface);
    void addRate(Sampling &to, Quantity quantity, const std::optional<quint64> &value, double unit,
                 quint64 wrap);

    QHash<SeriesKey, Counter> m_counters;
    QHash<NodeName, std::chrono::milliseconds> m_namelessSince;
};
} // namespace Core
