// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/replicationfacts.h"

#include "core/model/divergence.h"
#include "core/model/drbdruns.h"
#include "core/model/freshness.h"
#include "gui/words.h"

#include <QCoreApplication>

#include <algorithm>

namespace Gui::ReplicationFacts
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::ReplicationFacts)
};
using Core::ForecastState;

QString apartReason(const Core::ReplicationView &resource, const ClusterView &view)
{
    for (const Core::Apart &apart : view.apart) {
        if (apart.minor != resource.minor)
            continue;
        const QString reason = Core::rendered(apart.reason);
        return apart.since.isValid()
            ? Text::tr("since %1: %2").arg(Words::moment(apart.since), reason)
            : reason;
    }
    return {};
}

Run run(bool told, const QDateTime &at)
{
    if (at.isValid())
        return {Words::moment(at), {}, true};
    return told ? Run{Text::tr("not known"), Text::tr("none in the kernel log")}
                : Run{Text::tr("not known"), Text::tr("no kernel log was read")};
}
} // namespace

QString end(const Core::ReplicationView &resource, const ClusterSource &source)
{
    const std::optional<Core::RunForecast> run = source.forecast(resource.name);
    if (!run)
        return resource.sync ? Text::tr("not known yet") : QString();
    switch (run->forecast.state) {
    case ForecastState::Done:
        return Text::tr("done");
    case ForecastState::Stalled:
        return Text::tr("stalled since %1").arg(Words::clock(run->stalledSince));
    case ForecastState::Running:
        if (run->forecast.remaining)
            return Core::durationText(*run->forecast.remaining);
        break;
    case ForecastState::Unknown:
        break;
    }
    return Text::tr("not known yet");
}

QString endRange(const Core::ReplicationView &resource, const ClusterSource &source)
{
    const std::optional<Core::RunForecast> run = source.forecast(resource.name);
    if (!run)
        return {};
    const Core::Forecast &forecast = run->forecast;
    if (forecast.cause != Core::StallCause::None)
        return Core::rendered(Core::causeText(forecast.cause));
    if (forecast.state != ForecastState::Running || !forecast.earliest)
        return {};
    const QString soonest = Core::durationText(*forecast.earliest);
    if (!forecast.latest)
        return Text::tr("at least %1").arg(soonest);
    const QString last = Core::durationText(*forecast.latest);
    return soonest == last ? QString() : Text::tr("%1 to %2").arg(soonest, last);
}

QString remark(const Core::ReplicationView &resource, const ClusterView &view,
               const ClusterSource &source)
{
    const std::optional<Core::RunForecast> run = source.forecast(resource.name);
    if (run && !run->forecast.notice.isEmpty())
        return Core::rendered(run->forecast.notice);
    return apartReason(resource, view);
}

Run lastResync(const Core::ReplicationView &resource, const ClusterView &view)
{
    const Core::DrbdRuns runs = Core::lastRuns(resource, *view.snapshot);
    return run(runs.told, runs.resync);
}

Run lastVerify(const Core::ReplicationView &resource, const ClusterView &view)
{
    const Core::DrbdRuns runs = Core::lastRuns(resource, *view.snapshot);
    Run verify = run(runs.told, runs.verify);
    if (runs.verify.isValid())
        verify.result = runs.differing.value > 0
            ? Text::tr("%1 differed").arg(Core::sizeText(runs.differing))
            : Text::tr("no difference");
    return verify;
}

const Core::DrbdResourceConfig *configOf(const Core::ReplicationView &resource,
                                         const ClusterView &view)
{
    for (auto side = resource.sides.cbegin(); side != resource.sides.cend(); ++side) {
        const auto machine = view.snapshot->machines.constFind(side.key());
        if (machine == view.snapshot->machines.cend())
            continue;
        const Core::DrbdConfig *config = Core::freshFact(*machine, machine->drbdConfig);
        if (const auto *found = config ? Core::resourceNamed(*config, side->name) : nullptr)
            return found;
    }
    return nullptr;
}

QString protocol(const Core::ReplicationView &resource)
{
    QStringList words;
    for (const Core::DrbdResource &side : resource.sides)
        words << (side.protocol ? QString(QLatin1Char(*side.protocol)) : Text::tr("not known"));
    words.removeDuplicates();
    return words.join(QStringLiteral(" / "));
}

QString dualPrimary(const Core::DrbdResourceConfig *config)
{
    if (!config)
        return Text::tr("configuration not known");
    return Core::isSet(*config, QStringLiteral("net/allow-two-primaries"))
        ? Text::tr("two Primaries allowed")
        : Text::tr("one Primary only");
}

QString roleAndDisk(const Core::DrbdResource &side)
{
    return Words::joined({Core::word(side.role), Core::word(side.disk)});
}

QString connection(const Core::DrbdResource &side)
{
    const QString word = Core::word(side.peers.isEmpty() ? Core::DrbdConnection::Unknown
                                                         : side.peers.first().connection);
    const Core::Bytes differs = side.counters.outOfSync.value_or(Core::Bytes());
    return Words::joined(
        {word,
         differs.value > 0 ? Text::tr("%1 out of sync").arg(Core::sizeText(differs)) : QString()});
}
} // namespace Gui::ReplicationFacts
