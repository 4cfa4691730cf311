// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drbdmodel.h"

#include "core/model/freshness.h"
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

Cell size(std::optional<Core::Bytes> bytes)
{
    return bytes ? number(Core::sizeText(*bytes), qlonglong(bytes->value)) : number({}, {});
}

struct Side {
    const Core::ReplicationView &resource;
    const Core::DrbdResource &drbd;
    const Core::Machine &machine;
};

Cell judged(const Side &side)
{
    const bool fresh = Core::freshFact(side.machine, side.machine.drbd) != nullptr;
    if (!fresh)
        return {DrbdModel::tr("said last, %1 does not answer").arg(side.machine.name.text()),
                Tone::Unknown,
                true,
                false,
                {}};
    return {Core::rendered(side.resource.summary), toneOf(side.resource.state), true, false, {}};
}

QList<Cell> cellsOf(const Side &side)
{
    const Core::DrbdPeer peer
        = side.drbd.peers.isEmpty() ? Core::DrbdPeer() : side.drbd.peers.first();
    const std::optional<Core::SyncProgress> &sync = peer.sync;
    return {text(side.resource.name.text()),
            text(side.machine.name.text()),
            judged(side),
            text(Core::word(peer.connection)),
            text(Core::word(side.drbd.role)),
            text(Core::word(side.drbd.disk)),
            sync ? number(Words::percent(sync->percent, 1), sync->percent) : number({}, {}),
            sync && sync->speed ? number(Core::rateText(Core::Rate{double(sync->speed->value)}),
                                         qlonglong(sync->speed->value))
                                : number({}, {}),
            sync ? size(sync->left) : number({}, {}),
            size(side.drbd.counters.outOfSync)};
}
} // namespace

QStringList DrbdModel::headings() const
{
    return {tr("Resource"), tr("On"),   tr("State"), tr("Connection"), tr("Role"),
            tr("Disk"),     tr("Done"), tr("Rate"),  tr("Left"),       tr("Out of sync")};
}

void DrbdModel::show(const ClusterView &view, const ClusterSource &)
{
    QList<Row> rows;
    for (const Core::ReplicationView &resource : view.replication) {
        for (auto it = resource.sides.cbegin(); it != resource.sides.cend(); ++it) {
            const Core::Machine machine = view.snapshot->machines.value(it.key());
            rows << Row{resource.name.text() + u'/' + it.key().text(), resourceThing(resource.name),
                        cellsOf({resource, *it, machine})};
        }
    }
    setRows(rows);
}
} // namespace Gui
