// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/confpanel.h"
#include "gui/eventmodel.h"
#include "gui/exercisepanel.h"
#include "gui/findingmodel.h"
#include "gui/inspector.h"
#include "gui/journalpanel.h"
#include "gui/nodemodel.h"
#include "gui/paneldock.h"
#include "gui/powermodel.h"
#include "gui/replicationpanel.h"
#include "gui/tablepanel.h"
#include "gui/timeline.h"
#include "gui/topologypanel.h"
#include "gui/vmmodel.h"

#include <QMenu>
#include <QToolButton>

// The panels around the picture: which there are, what they are called, where they stand.
namespace Gui
{
namespace
{
const QString inspectorId = QStringLiteral("inspector");
const QString replicationId = QStringLiteral("replication");
const QString timelineId = QStringLiteral("timeline");
const QString topologyId = QStringLiteral("topology");
const QString trainingId = QStringLiteral("training");
const QString journalId = QStringLiteral("journal");
constexpr int ranges[] = {10, 60, 360}; // minutes
constexpr int textHeight = 400;
} // namespace

QStringList MainWindow::panelIds()
{
    return {topologyId,
            replicationId,
            QStringLiteral("guests"),
            QStringLiteral("nodes"),
            QStringLiteral("power"),
            QStringLiteral("configuration"),
            QStringLiteral("diagnosis"),
            QStringLiteral("events"),
            journalId,
            trainingId};
}

void MainWindow::buildPanels()
{
    m_inspector = new Inspector(m_theme, this);
    PanelDock *dock = addDock(inspectorId, m_inspector, Qt::RightDockWidgetArea);
    dock->addToTitle(m_inspector->badge());
    connect(m_inspector, &Inspector::titleChanged, dock, &PanelDock::setHeading);
    addTimeline();
    addReplication();
    addTable(QStringLiteral("guests"), new VmModel(this));
    addTable(QStringLiteral("nodes"), new NodeModel(this));
    addTable(QStringLiteral("power"), new PowerModel(this));
    addTable(QStringLiteral("diagnosis"), new FindingModel(this));
    m_tables[QStringLiteral("diagnosis")]->setSentenceColumn(FindingModel::sentence);
    m_events = new EventModel(this);
    addTable(QStringLiteral("events"), m_events);
    addJournal();
    addConfigurations();
    addExercises();
    m_panel = topologyId;
}

PanelDock *MainWindow::addDock(const QString &id, QWidget *content, Qt::DockWidgetArea area)
{
    auto *dock = new PanelDock(id, content, m_panels);
    m_panels->addDockWidget(area, dock);
    m_docks.insert(id, dock);
    return dock;
}

void MainWindow::addTable(const QString &id, RowModel *model)
{
    auto *table = new TablePanel(m_theme, *model, m_selection, this);
    m_models.insert(id, model);
    m_tables.insert(id, table);
    addDock(id, table, Qt::BottomDockWidgetArea)->hide();
}

void MainWindow::addReplication()
{
    m_replication = new ReplicationPanel(m_theme, m_selection, this);
    PanelDock *dock = addDock(replicationId, m_replication, Qt::BottomDockWidgetArea);
    dock->addToTitle(&m_replication->switcher());
    dock->hide();
}

void MainWindow::addJournal()
{
    m_journal = new JournalPanel(m_theme, this);
    PanelDock *dock = addDock(journalId, m_journal, Qt::BottomDockWidgetArea);
    dock->addToTitle(m_journal->checkButton());
    dock->hide();
}

void MainWindow::addExercises()
{
    m_exercises = new ExercisePanel(m_theme, this);
    addDock(trainingId, m_exercises, Qt::BottomDockWidgetArea)->hide();
}

void MainWindow::addTimeline()
{
    m_timeline = new Timeline(m_theme, this);
    m_rangeButton = new QToolButton(this);
    m_rangeButton->setProperty("role", QStringLiteral("link"));
    PanelDock *dock = addDock(timelineId, m_timeline, Qt::BottomDockWidgetArea);
    dock->addToTitle(m_rangeButton);
    connect(m_rangeButton, &QToolButton::clicked, this, [this] {
        const auto *at
            = std::find(std::begin(ranges), std::end(ranges), int(m_timeline->range().count()));
        const bool last = at == std::end(ranges) || at + 1 == std::end(ranges);
        m_timeline->setRange(std::chrono::minutes(last ? ranges[0] : *(at + 1)));
        nameDocks();
    });
    connect(m_timeline, &Timeline::picked, &m_selection, &Selection::select);
}

void MainWindow::nameDocks()
{
    const QMap<QString, QString> titles{{inspectorId, tr("Inspector")},
                                        {timelineId, tr("Timeline")},
                                        {replicationId, tr("Replication")},
                                        {QStringLiteral("guests"), tr("Guests")},
                                        {QStringLiteral("nodes"), tr("Machines")},
                                        {QStringLiteral("power"), tr("Power and fencing")},
                                        {QStringLiteral("configuration"), tr("Configuration")},
                                        {QStringLiteral("diagnosis"), tr("Diagnosis")},
                                        {QStringLiteral("events"), tr("Events")},
                                        {journalId, tr("Journal")},
                                        {trainingId, tr("Exercises")}};
    for (auto title = titles.cbegin(); title != titles.cend(); ++title) {
        m_docks[title.key()]->setTitle(*title);
        m_docks[title.key()]->retranslate();
        if (title.key() == inspectorId)
            m_docks[inspectorId]->setHeading(m_inspector->facts().title);
        if (m_tables.contains(title.key()))
            m_tables[title.key()]->setAccessibleName(*title);
    }
    m_docks[timelineId]->setSubtitle(tr("since this window was opened"));
    m_rangeButton->setText(Core::durationText(std::chrono::milliseconds(m_timeline->range())));
    m_rangeButton->setToolTip(tr("Width of the time axis"));
    m_tables[QStringLiteral("guests")]->setEmptyText(tr("No guest was seen yet."));
    m_tables[QStringLiteral("power")]->setEmptyText(
        tr("No BMC was asked yet: their addresses come from cluster.conf."));
    m_tables[QStringLiteral("diagnosis")]->setEmptyText(tr("Nothing to report."));
    m_tables[QStringLiteral("events")]->setEmptyText(
        tr("Nothing has changed since this window was opened."));
}

void MainWindow::placeDocks()
{
    for (auto dock = m_docks.cbegin(); dock != m_docks.cend(); ++dock) {
        const bool right = dock.key() == inspectorId;
        dock.value()->setFloating(false);
        m_panels->addDockWidget(right ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea,
                                dock.value());
        dock.value()->setVisible(right || dock.key() == timelineId);
    }
    m_panels->setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    m_panels->resizeDocks({m_docks[inspectorId]}, {316}, Qt::Horizontal);
    m_panels->resizeDocks({m_docks[timelineId]}, {212}, Qt::Vertical);
    showPanel(m_panel);
}

// One panel below the picture at a time; one that floats or stands elsewhere stays.
void MainWindow::showPanel(const QString &id)
{
    if (!panelIds().contains(id))
        return;
    m_panel = id;
    PanelDock *wanted = m_docks.value(id == topologyId ? timelineId : id);
    const int height = wanted->isVisible() ? wanted->height() : 0;
    int below = height;
    for (PanelDock *dock : std::as_const(m_docks)) {
        const bool bottom = m_panels->dockWidgetArea(dock) == Qt::BottomDockWidgetArea;
        if (dock == wanted || dock->isFloating() || !bottom || dock->isHidden())
            continue;
        below = std::max(below, dock->height());
        dock->hide();
    }
    wanted->show();
    wanted->raise();
    if (id == QStringLiteral("configuration")) // a text wants more room than a table
        below = std::max(below, textHeight);
    if (below > 0 && !wanted->isFloating())
        m_panels->resizeDocks({wanted}, {below}, Qt::Vertical);
    if (id == topologyId)
        m_topology->focusPicture();
    else if (id == QStringLiteral("configuration") && configuration())
        configuration()->focusPage();
    else
        wanted->widget()->findChild<QWidget *>(QString(), Qt::FindDirectChildrenOnly)->setFocus();
    refreshSidebar();
}

void MainWindow::open(const Thing &thing)
{
    switch (thing.kind) {
    case ThingKind::Machine:
        showPanel(QStringLiteral("nodes"));
        break;
    case ThingKind::Guest:
        showPanel(QStringLiteral("guests"));
        break;
    case ThingKind::Resource:
        showPanel(replicationId);
        break;
    case ThingKind::Link:
        showPanel(thing.id.startsWith(QString::number(int(Core::LinkKind::Ipmi)))
                      ? QStringLiteral("power")
                      : QStringLiteral("nodes"));
        break;
    case ThingKind::Verdict:
        showPanel(QStringLiteral("diagnosis"));
        break;
    case ThingKind::Nothing:
        break;
    }
}

WindowState MainWindow::state() const
{
    return {saveGeometry(), m_panels->saveState(), m_current,
            m_panel,        m_selection.thing(),   m_topology->scene().moved()};
}

void MainWindow::restore(const WindowState &state)
{
    restoreGeometry(state.geometry);
    if (panelIds().contains(state.panel) && state.panel != trainingId)
        m_panel = state.panel;
    if (!state.panels.isEmpty() && m_panels->restoreState(state.panels))
        m_placed = true;
    setCurrentCluster(state.cluster);
    m_selection.select(state.selected);
    m_topology->scene().setMoved(state.moved);
    refreshSidebar();
}
} // namespace Gui
