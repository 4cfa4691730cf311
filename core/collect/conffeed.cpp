// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/conffeed.h"

#include "core/base/whendone.h"
#include "core/clusterconf/keptconf.h"
#include "core/provider/clusterconffile.h"

#include <QPromise>
#include <QThreadPool>

namespace Core
{
namespace
{
constexpr qsizetype maskedHere = 64 * 1024; // a larger one takes a worker
} // namespace

ConfFeed::ConfFeed(ConfHistory &history, QObject *parent) : QObject(parent), m_history(history)
{
}

void ConfFeed::take(const ProbeResult &result)
{
    const std::optional<ConfPlace> place = confPlaceOf(result.probe);
    if (!place)
        return;
    Held &held = m_held[{*place, result.machine}];
    const bool good = !failureOf(result);
    const bool was = std::exchange(held.fresh, good);
    if (!good) {
        if (was)
            emit changed();
        return;
    }
    const bool none = *place == ConfPlace::Pending && result.output.isEmpty();
    const std::optional<QByteArray> bytes
        = none ? std::nullopt : std::optional<QByteArray>(result.output);
    if (was && held.bytes == bytes)
        return;
    held.bytes = bytes;
    held.number = 0;
    const ConfSight sight{result.machine, *place, result.at, {}};
    if (bytes)
        keep(sight, *bytes);
    else
        m_history.saw(sight);
    emit changed();
}

void ConfFeed::keep(const ConfSight &where, const QByteArray &bytes)
{
    const auto take = [this, where, bytes](const KeptConf &file) {
        ConfSight sight = where;
        sight.file = file;
        m_history.saw(sight);
        Held &held = m_held[{where.place, where.node}];
        if (held.bytes == bytes)
            held.number = file.number.value_or(0);
    };
    if (bytes.size() <= maskedHere) {
        take(keptConf(bytes));
        return;
    }
    auto promise = std::make_shared<QPromise<KeptConf>>();
    promise->start();
    whenDone(promise->future(), this, take);
    QThreadPool::globalInstance()->start([promise, bytes] {
        promise->addResult(keptConf(bytes));
        promise->finish();
    });
}

std::optional<QByteArray> ConfFeed::text(const NodeName &node, ConfPlace place) const
{
    const auto held = m_held.constFind({place, node});
    return held != m_held.constEnd() && held->fresh ? held->bytes : std::nullopt;
}

QByteArrayList ConfFeed::texts() const
{
    QByteArrayList all; // the map's order is that of ConfPlace
    for (const Held &held : m_held) {
        if (held.bytes && !all.contains(*held.bytes))
            all << *held.bytes;
    }
    return all;
}

quint32 ConfFeed::highestNumber() const
{
    quint32 highest = 0;
    for (const Held &held : m_held)
        highest = std::max(highest, held.number);
    return highest;
}

std::optional<QByteArray> ConfFeed::differingCopy(const NodeName &node) const
{
    const std::optional<QByteArray> committed = text(node, ConfPlace::Committed);
    for (auto held = m_held.begin(); committed && held != m_held.end(); ++held) {
        const auto &[place, other] = held.key();
        if (place == ConfPlace::Local && other != node && held->fresh && held->bytes
            && *held->bytes != *committed)
            return held->bytes;
    }
    return std::nullopt;
}
} // namespace Core
