// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/nodemodel.h"

#include "core/model/freshness.h"
#include "gui/cardfacts.h"
#include "gui/words.h"

namespace Gui
{
namespace
{
Cell text(const QString &words)
{
    return {words, Tone::Neutral, false, false, {}};
}

Cell number(const QString &words, const QVariant &order)
{
    return {words, Tone::Neutral, false, true, order};
}

Cell lastSeen(const Core::Machine &machine, const ClusterSource &source)
{
    const QDateTime last = source.path(machine.name).lastByte;
    if (!last.isValid())
        return number({}, {});
    const std::chrono::milliseconds age(std::max<qint64>(0, last.msecsTo(source.now())));
    return number(Words::ago(age), qlonglong(age.count() / 1000));
}

Cell uptime(const Core::Machine &machine)
{
    if (!machine.uptime.value)
        return number({}, {});
    const auto up = machine.uptime.value->up;
    return number(Core::durationText(std::chrono::milliseconds(up)), qlonglong(up.count() / 60));
}

Cell votes(const Core::Machine &machine)
{
    const auto &quorum = machine.quorum.value;
    if (!quorum)
        return number({}, {});
    return number(QStringLiteral("%1 / %2").arg(quorum->totalVotes).arg(quorum->expectedVotes),
                  quorum->totalVotes);
}

QString fenceText(const Core::Machine &machine)
{
    if (!machine.fenceDomain.value || !machine.quorum.value)
        return {};
    const bool inside = machine.fenceDomain.value->members.contains(machine.quorum.value->nodeId);
    return inside ? NodeModel::tr("in the domain") : NodeModel::tr("not in the domain");
}

QString powerText(const Core::Machine &machine)
{
    QStringList words;
    for (const auto &view : machine.bmc)
        words << Words::power(view.known() ? view.value->power : Core::PowerState::Unknown);
    words.removeDuplicates(); // observers that disagree are both told
    return words.join(QStringLiteral(" / "));
}

QString versionText(const Core::Machine &machine)
{
    return machine.quorum.value && machine.quorum.value->configVersion > 0
        ? QStringLiteral("v%1").arg(machine.quorum.value->configVersion)
        : QString();
}

QString rgmanagerText(const Core::Machine &machine)
{
    if (!machine.ha.value)
        return {};
    return machine.ha.value->rgmanagerAnswers ? NodeModel::tr("answers")
                                              : NodeModel::tr("does not answer");
}
} // namespace

QStringList NodeModel::headings() const
{
    return {tr("Machine"),   tr("State"),   tr("Last seen"),    tr("Up for"), tr("Votes"),
            tr("rgmanager"), tr("Fencing"), tr("cluster.conf"), tr("Power")};
}

void NodeModel::show(const ClusterView &view, const ClusterSource &source)
{
    QList<Row> rows;
    for (const Core::Machine &machine : view.snapshot->machines) {
        const CardFacts card = cardFacts(machine, view, source);
        rows << Row{machine.name.text(),
                    machineThing(machine.name),
                    {text(machine.name.text()),
                     {card.word, card.tone, true, false, {}},
                     lastSeen(machine, source),
                     uptime(machine),
                     votes(machine),
                     text(rgmanagerText(machine)),
                     text(fenceText(machine)),
                     text(versionText(machine)),
                     {powerText(machine), card.bmcTone, !card.bmc.isEmpty(), false, {}}}};
    }
    setRows(rows);
}
} // namespace Gui
