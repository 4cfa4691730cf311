// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/powermodel.h"

#include "gui/words.h"

namespace Gui
{
namespace
{
Cell text(const QString &words)
{
    return {words, Tone::Neutral, false, false, {}};
}

Cell powerCell(const Core::Observed<Core::BmcState> &view)
{
    const Core::PowerState power = view.value ? view.value->power : Core::PowerState::Unknown;
    const Tone tone = !view.known() || power == Core::PowerState::Unknown ? Tone::Unknown
        : power == Core::PowerState::On                                   ? Tone::Ok
                                                                          : Tone::Bad;
    return {Words::power(power), tone, true, false, {}};
}

Cell ageCell(const Core::EvidenceRef &evidence, const ClusterSource &source)
{
    const auto age = source.age(evidence);
    return {age ? Words::ago(*age) : QString(), Tone::Neutral, false, true,
            age ? QVariant(qlonglong(age->count() / 1000)) : QVariant()};
}

QString agentOf(const ClusterView &view, const Core::NodeName &node)
{
    if (!view.snapshot->configuration)
        return {};
    QStringList agents;
    for (const Core::ConfiguredNode &configured : view.snapshot->configuration->nodes) {
        if (configured.name != node)
            continue;
        for (const Core::FenceMethod &method : configured.methods) {
            for (const Core::FenceDeviceUse &use : method.devices)
                agents << use.name;
        }
    }
    return agents.join(QStringLiteral(", "));
}
} // namespace

QStringList PowerModel::headings() const
{
    return {tr("BMC of"), tr("Asked from"),   tr("Power"),
            tr("Asked"),  tr("Fence device"), tr("Answer")};
}

void PowerModel::show(const ClusterView &view, const ClusterSource &source)
{
    QList<Row> rows;
    for (const Core::Machine &machine : view.snapshot->machines) {
        for (auto it = machine.bmc.cbegin(); it != machine.bmc.cend(); ++it) {
            const QString observer = Words::observer(it.key());
            rows << Row{machine.name.text() + u'/' + observer,
                        machineThing(machine.name),
                        {text(machine.name.text()), text(observer), powerCell(*it),
                         ageCell(it->evidence, source), text(agentOf(view, machine.name)),
                         text(it->error ? Core::rendered(it->error->what) : QString())}};
        }
    }
    setRows(rows);
}
} // namespace Gui
