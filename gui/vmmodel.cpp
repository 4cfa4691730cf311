// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vmmodel.h"

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

Cell memory(int id, const ClusterView &view)
{
    for (const Core::Machine &machine : view.snapshot->machines) {
        for (const Core::Vm &vm : machine.vms.value.value_or(QList<Core::Vm>())) {
            if (vm.id == id && vm.memory.value > 0)
                return {Core::sizeText(vm.memory), Tone::Neutral, false, true,
                        qlonglong(vm.memory.value)};
        }
    }
    return {QString(), Tone::Neutral, false, true, {}};
}

QString haText(const Core::GuestView &guest)
{
    if (!guest.highlyAvailable)
        return {};
    if (!guest.service)
        return VmModel::tr("in cluster.conf");
    const QString word = Core::word(guest.service->state);
    return guest.service->frozen ? VmModel::tr("%1, frozen").arg(word) : word;
}

QString since(const Core::GuestView &guest)
{
    return guest.service && guest.service->since ? Words::clock(*guest.service->since) : QString();
}
} // namespace

QStringList VmModel::headings() const
{
    return {tr("Number"), tr("Name"),     tr("State"), tr("Home"),
            tr("HA"),     tr("HA since"), tr("Memory")};
}

void VmModel::show(const ClusterView &view, const ClusterSource &)
{
    QList<Row> rows;
    for (const Core::GuestView &guest : view.guests) {
        rows << Row{QString::number(guest.id),
                    guestThing(guest.id),
                    {{QString::number(guest.id), Tone::Neutral, false, true, guest.id},
                     text(guest.name.text()),
                     {guestWord(guest), guestTone(guest), true, false, {}},
                     text(guest.home.text()),
                     text(haText(guest)),
                     text(since(guest)),
                     memory(guest.id, view)}};
    }
    setRows(rows);
}
} // namespace Gui
