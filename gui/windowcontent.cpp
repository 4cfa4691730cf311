// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/confpanel.h"
#include "gui/connectionbar.h"
#include "gui/eventmodel.h"
#include "gui/exercisepanel.h"
#include "gui/healthbanner.h"
#include "gui/inspector.h"
#include "gui/paneldock.h"
#include "gui/replaybar.h"
#include "gui/replicationpanel.h"
#include "gui/sidebar.h"
#include "gui/timeline.h"
#include "gui/topologypanel.h"
#include "gui/words.h"

// What the window shows of the current cluster.
namespace Gui
{
namespace
{
const QString trainingId = QStringLiteral("training");
} // namespace

void MainWindow::refreshContent()
{
    refreshSidebar();
    OpenCluster *cluster = current();
    m_replayBar->setControl(cluster ? cluster->source->replay() : nullptr);
    m_events->setLog(cluster ? &cluster->log : nullptr);
    if (!cluster) {
        m_connections->clear();
        m_replication->clear();
        m_timeline->show(nullptr, {});
        updateReasons();
        return;
    }
    m_banner->show(cluster->view.health);
    m_banner->offerRepair(isSplit(cluster->view));
    m_topology->show(cluster->view, *cluster->source);
    for (RowModel *model : std::as_const(m_models))
        model->show(cluster->view, *cluster->source);
    m_replication->show(cluster->view, *cluster->source, &cluster->log);
    m_timeline->show(&cluster->lanes, cluster->source->now());
    m_connections->show(cluster->view, *cluster->source);
    if (isTraining())
        m_exercises->show(cluster->view);
    if (ConfPanel *panel = configuration())
        panel->show(cluster->view);
    refreshInspector();
}

// Once a second: what changes by the mere passing of time.
void MainWindow::refreshAges()
{
    OpenCluster *cluster = current();
    if (!cluster)
        return;
    m_topology->show(cluster->view, *cluster->source);
    for (const QString &id : {QStringLiteral("nodes"), QStringLiteral("power")}) {
        if (m_docks[id]->isVisible())
            m_models[id]->show(cluster->view, *cluster->source);
    }
    if (m_docks[QStringLiteral("replication")]->isVisible()) { // an end comes nearer by itself
        m_replication->show(cluster->view, *cluster->source, &cluster->log);
        m_replication->tick();
    }
    if (m_docks[QStringLiteral("timeline")]->isVisible())
        m_timeline->show(&cluster->lanes, cluster->source->now());
    m_connections->show(cluster->view, *cluster->source);
    refreshInspector();
}

void MainWindow::refreshInspector()
{
    updateReasons();
    if (OpenCluster *cluster = current())
        m_inspector->show(inspect(m_selection.thing(), cluster->view, *cluster->source));
}

void MainWindow::selectFirst(ThingKind kind)
{
    const OpenCluster *cluster = current();
    if (!cluster)
        return;
    const ClusterView &view = cluster->view;
    Thing thing;
    if (kind == ThingKind::Machine && !view.snapshot->machines.isEmpty())
        thing = machineThing(view.snapshot->machines.firstKey());
    if (kind == ThingKind::Guest && !view.guests.isEmpty())
        thing = guestThing(view.guests.first().id);
    if (kind == ThingKind::Resource && !view.replication.isEmpty())
        thing = resourceThing(view.replication.first().name);
    m_selection.select(thing);
}

QString MainWindow::panelBadge(const QString &id, Tone &tone) const
{
    const OpenCluster *cluster = current();
    if (!cluster)
        return {};
    const ClusterView &view = cluster->view;
    if (id == QStringLiteral("replication")) {
        for (const Core::ReplicationView &resource : view.replication) {
            tone = worse(tone, toneOf(resource.state));
            if (resource.sync)
                return Words::percent(resource.sync->percent);
        }
        return view.replication.isEmpty() ? QString() : QString::number(view.replication.size());
    }
    if (id == QStringLiteral("guests"))
        return view.guests.isEmpty() ? QString() : QString::number(view.guests.size());
    if (id == QStringLiteral("nodes"))
        return QString::number(view.snapshot->machines.size());
    if (id == QStringLiteral("diagnosis") && !view.health.findings.isEmpty()) {
        tone = view.health.findings.first().severity >= Core::Severity::Error ? Tone::Bad
                                                                              : Tone::Warning;
        return QString::number(view.health.findings.size());
    }
    if (id == QStringLiteral("events") && !cluster->log.events().isEmpty())
        return QString::number(cluster->log.events().size());
    return {};
}

void MainWindow::refreshSidebar()
{
    QList<ClusterEntry> clusters;
    for (const QString &name : m_clusters.names())
        clusters << ClusterEntry{name, m_clusters.tone(name)};
    m_sidebar->setClusters(clusters, m_current);
    QList<PanelEntry> panels;
    for (const QString &id : current() ? panelIds() : QStringList()) {
        if (id == trainingId && !isTraining())
            continue;
        PanelEntry entry{id, tr("Topology"), {}, Tone::Neutral};
        if (m_docks.contains(id))
            entry.title = m_docks[id]->windowTitle();
        entry.badge = panelBadge(id, entry.badgeTone);
        if (entry.badgeTone == Tone::Ok)
            entry.badgeTone = Tone::Neutral;
        panels << entry;
    }
    m_sidebar->setPanels(panels, m_panel);
}
} // namespace Gui
