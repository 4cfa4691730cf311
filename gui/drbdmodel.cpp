// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drbdmodel.h"

#include "core/model/freshness.h"
#include "gui/replicationfacts.h"
#include "gui/words.h"

namespace Gui
{
namespace
{
Cell lines(const QString &first, const QString &second, const QVariant &order = {})
{
    return {second.isEmpty() ? first : first + u'\n' + second, Tone::Neutral, false, false, order};
}

Cell judged(const Core::ReplicationView &resource, const ClusterView &view,
            const ClusterSource &source)
{
    Cell cell = lines(Core::rendered(resource.summary),
                      ReplicationFacts::remark(resource, view, source), int(resource.state));
    cell.tone = toneOf(resource.state);
    cell.sign = true;
    return cell;
}

// What a machine that does not answer said last is shown as that, and proves nothing.
Cell sideOf(const Core::ReplicationView &resource, const Core::Machine &machine)
{
    const auto side = resource.sides.constFind(machine.name);
    const bool answers = Core::answers(machine);
    if (answers && side == resource.sides.cend())
        return lines(DrbdModel::tr("not configured here"), {});
    if (answers && machine.drbd.known())
        return lines(ReplicationFacts::roleAndDisk(*side), ReplicationFacts::connection(*side));
    const QString why = machine.drbd.error && answers ? Core::rendered(machine.drbd.error->what)
        : machine.contact.since && !answers
        ? DrbdModel::tr("no answer since %1").arg(Words::clock(*machine.contact.since))
        : DrbdModel::tr("no answer");
    const QString last = side == resource.sides.cend()
        ? QString()
        : DrbdModel::tr("said last: %1").arg(ReplicationFacts::roleAndDisk(*side));
    Cell cell = lines(why, last);
    cell.tone = Tone::Unknown;
    cell.sign = true;
    return cell;
}

Cell progress(const Core::ReplicationView &resource)
{
    if (!resource.sync)
        return lines({}, {}, -1.0);
    const Core::SyncProgress &sync = *resource.sync;
    const QString percent = Words::percent(sync.percent, 1);
    const bool verify = sync.kind == Core::SyncKind::Verify;
    const QString left = Core::sizeText(sync.left);
    const QString rate
        = sync.speed ? Core::rateText(Core::Rate{double(sync.speed->value)}) : QString();
    return lines(verify ? DrbdModel::tr("verify %1").arg(percent)
                        : DrbdModel::tr("resync %1").arg(percent),
                 Words::joined({DrbdModel::tr("%1 left").arg(left), rate}), sync.percent);
}

Cell endOf(const Core::ReplicationView &resource, const ClusterSource &source)
{
    const std::optional<Core::RunForecast> run = source.forecast(resource.name);
    const bool stalled = run && run->forecast.state == Core::ForecastState::Stalled;
    const qint64 order
        = run && run->forecast.remaining ? run->forecast.remaining->count() : qint64(-1);
    Cell cell = lines(ReplicationFacts::end(resource, source),
                      ReplicationFacts::endRange(resource, source), order);
    cell.tone = stalled ? Tone::Warning : Tone::Neutral;
    cell.sign = stalled;
    return cell;
}

Cell runOf(const ReplicationFacts::Run &run)
{
    return lines(run.when, run.result);
}

// The nodes of the two columns, when every resource lies on the same two.
QStringList columnsOf(const ClusterView &view)
{
    const QList<Core::NodeName> nodes = Core::nodesOf(*view.snapshot);
    return nodes.size() == 2 ? QStringList{nodes[0].text(), nodes[1].text()}
                             : QStringList{QString(), QString()};
}

// A cluster of more nodes has resources on different pairs: each cell names its own.
Cell cellOf(const Core::ReplicationView &resource, const ClusterView &view, int index,
            const QStringList &nodes)
{
    const Core::NodeName node = nodes[index].isEmpty() ? resource.sides.keys().value(index)
                                                       : Core::NodeName(nodes[index]);
    if (node.isEmpty())
        return lines(DrbdModel::tr("not known"), {});
    Cell cell = sideOf(resource, view.snapshot->machines.value(node));
    if (nodes[index].isEmpty())
        cell.text = Words::joined({node.text(), cell.text});
    return cell;
}
} // namespace

QStringList DrbdModel::headings() const
{
    return {tr("Resource"),
            tr("State"),
            m_nodes[0].isEmpty() ? tr("First side") : tr("On %1").arg(m_nodes[0]),
            m_nodes[1].isEmpty() ? tr("Second side") : tr("On %1").arg(m_nodes[1]),
            tr("Progress"),
            tr("Ends in"),
            tr("Last resync"),
            tr("Last verify"),
            tr("Terms")};
}

void DrbdModel::show(const ClusterView &view, const ClusterSource &source)
{
    if (const QStringList nodes = columnsOf(view); nodes != m_nodes) {
        m_nodes = nodes;
        emit headerDataChanged(Qt::Horizontal, FirstSide, SecondSide);
    }
    QList<Row> rows;
    for (const Core::ReplicationView &resource : view.replication) {
        using namespace ReplicationFacts;
        rows << Row{resource.name.text(),
                    resourceThing(resource.name),
                    {lines(resource.name.text(), {}), judged(resource, view, source),
                     cellOf(resource, view, 0, m_nodes), cellOf(resource, view, 1, m_nodes),
                     progress(resource), endOf(resource, source), runOf(lastResync(resource, view)),
                     runOf(lastVerify(resource, view)),
                     lines(tr("Protocol %1").arg(protocol(resource)),
                           dualPrimary(configOf(resource, view)))}};
    }
    setRows(rows);
}
} // namespace Gui
