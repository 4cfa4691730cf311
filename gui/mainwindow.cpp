// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/confpanel.h"
#include "gui/connectionbar.h"
#include "gui/eventmodel.h"
#include "gui/exercisepanel.h"
#include "gui/healthbanner.h"
#include "gui/inspector.h"
#include "gui/journalnotice.h"
#include "gui/journalpanel.h"
#include "gui/paneldock.h"
#include "gui/replaybar.h"
#include "gui/replicationpanel.h"
#include "gui/rowmodel.h"
#include "gui/sidebar.h"
#include "gui/timeline.h"
#include "gui/topologypanel.h"
#include "gui/welcomepage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QStackedWidget>
#include <QToolButton>

namespace Gui
{
MainWindow::MainWindow(Theme &theme, QWidget *parent)
    : QMainWindow(parent), m_theme(theme), m_actions(new WindowActions(this)),
      m_center(new ActionCenter(theme, m_clock, *this))
{
    setObjectName(QStringLiteral("window"));
    resize(1440, 900);
    setMinimumSize(960, 600);
    buildFrame();
    buildPanels();
    buildCorner();
    buildActionButton();
    connectParts();
    connectActions();
    connectMenus();
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &MainWindow::refreshAges);
    retranslate();
    setCurrentCluster({});
}

MainWindow::~MainWindow() = default;

void MainWindow::buildFrame()
{
    m_sidebar = new Sidebar(m_theme, this);
    m_banner = new HealthBanner(m_theme, this);
    m_panels = new QMainWindow(this);
    m_panels->setWindowFlags(Qt::Widget);
    m_panels->setObjectName(QStringLiteral("panels"));
    m_panels->setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    m_panels->setContentsMargins(12, 12, 12, 12);
    m_topology = new TopologyPanel(m_theme, m_selection, m_panels);
    m_panels->setCentralWidget(m_topology);
    m_welcome = new WelcomePage(this);
    m_connections = new ConnectionBar(m_theme, this);
    auto *desk = new QWidget(this);
    auto *deskBox = new QVBoxLayout(desk);
    deskBox->setContentsMargins(0, 0, 0, 0);
    deskBox->setSpacing(0);
    m_replayBar = new ReplayBar(m_theme, desk);
    deskBox->addWidget(m_replayBar);
    m_leftBehind = new JournalNotice(m_theme, desk);
    deskBox->addWidget(m_banner);
    deskBox->addWidget(m_leftBehind);
    deskBox->addWidget(m_panels, 1);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_welcome);
    m_pages->addWidget(desk);
    auto *center = new QWidget(this);
    center->setObjectName(QStringLiteral("center"));
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_sidebar);
    columns->addWidget(m_pages, 1);
    auto *rows = new QVBoxLayout(center);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(m_connections);
    setCentralWidget(center);
    m_actions->fill(*menuBar());
}

void MainWindow::buildCorner()
{
    m_language = new QToolButton(this);
    m_language->setProperty("role", QStringLiteral("link"));
    menuBar()->setCornerWidget(m_language);
    connect(m_language, &QToolButton::clicked, this, &MainWindow::languageToggled);
}

void MainWindow::connectParts()
{
    connect(&m_theme, &Theme::changed, this, &MainWindow::restyle);
    connect(&m_clusters, &OpenClusters::changed, this, [this](const QString &name) {
        if (name == m_current)
            refreshContent();
        else
            refreshSidebar();
    });
    connect(&m_clusters, &OpenClusters::listChanged, this, &MainWindow::refreshSidebar);
    connect(&m_selection, &Selection::changed, this, &MainWindow::refreshInspector);
    connect(m_banner, &HealthBanner::picked, &m_selection, &Selection::select);
    connect(m_banner, &HealthBanner::repairWanted, this, &MainWindow::showSplitBrain);
    connect(m_leftBehind, &JournalNotice::journalWanted, this, [this](qint64 id) {
        showPanel(QStringLiteral("journal"));
        m_journal->showEntry(id);
    });
    connect(m_sidebar, &Sidebar::clusterChosen, this, &MainWindow::setCurrentCluster);
    connect(m_sidebar, &Sidebar::panelChosen, this, &MainWindow::showPanel);
    connect(m_topology, &TopologyPanel::opened, this, &MainWindow::open);
    m_topology->view().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&m_topology->view(), &QWidget::customContextMenuRequested, this, &MainWindow::showMenu);
    connect(m_topology, &TopologyPanel::treeChanged, m_actions->action(ActionId::ToggleTree),
            &QAction::setChecked);
    connect(m_welcome, &WelcomePage::addClusterRequested, this, &MainWindow::addClusterRequested);
    connect(m_welcome, &WelcomePage::trainingRequested, this, &MainWindow::trainingRequested);
}

void MainWindow::addCluster(const QString &name, ClusterSource &source, ActionSource *actions)
{
    m_center->add(name, source, actions);
    m_clusters.add(name, source);
    addConfiguration(name, source);
    setCurrentCluster(name);
}

void MainWindow::removeCluster(const QString &name)
{
    closeAtHand(name);
    m_center->remove(name);
    removeConfiguration(name);
    m_clusters.remove(name);
    if (name == m_current)
        setCurrentCluster(m_clusters.names().value(0));
}

ClusterSource *MainWindow::source() const
{
    return current() ? current()->source : nullptr;
}

void MainWindow::setCurrentCluster(const QString &name)
{
    const bool same = name == m_current && !name.isEmpty();
    m_current = m_clusters.find(name) ? name : QString();
    m_pages->setCurrentIndex(m_current.isEmpty() ? 0 : 1);
    setWindowTitle(m_current.isEmpty() ? tr("Binôme") : tr("%1 — Binôme").arg(m_current));
    if (!same) {
        m_selection.select({});
        emit currentClusterChanged(m_current);
    }
    if (m_current.isEmpty())
        m_second.stop();
    else if (isVisible())
        m_second.start();
    showConfiguration();
    refreshContent();
    if (m_panel == QStringLiteral("training") && !isTraining())
        showPanel(panelIds().first());
}

void MainWindow::tellLeftBehind(const QList<Core::JournalEntry> &entries)
{
    m_leftBehind->tell(entries);
}

void MainWindow::setTrainingCluster(const QString &name)
{
    m_training = name;
    refreshContent();
}

void MainWindow::setTree(bool tree)
{
    m_topology->setTree(tree);
}

void MainWindow::setLanguage(const QString &code)
{
    m_language->setText(code.toUpper());
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::WindowStateChange && !m_current.isEmpty()) {
        if (isMinimized()) // nobody looks: ages need not move
            m_second.stop();
        else
            m_second.start();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (!m_placed)
        placeDocks();
    m_placed = true;
    if (!m_current.isEmpty())
        m_second.start();
}

void MainWindow::retranslate()
{
    m_actions->retranslate();
    m_banner->retranslate();
    m_sidebar->retranslate();
    m_topology->retranslate();
    m_inspector->retranslate();
    m_exercises->retranslate();
    m_replication->retranslate();
    m_replayBar->retranslate();
    m_journal->retranslate();
    m_leftBehind->retranslate();
    for (ConfPanel *panel : std::as_const(m_conf))
        panel->retranslate();
    nameDocks();
    nameActionButton();
    for (RowModel *model : std::as_const(m_models))
        model->retranslate();
    m_connections->update();
    m_language->setToolTip(tr("Language (Ctrl+Shift+L)"));
    m_language->setAccessibleName(tr("Language"));
    if (m_events && current())
        m_events->setLog(&current()->log);
    refreshContent();
}

void MainWindow::restyle()
{
    m_topology->restyle();
    m_inspector->restyle();
    m_exercises->restyle();
    m_replication->restyle();
    m_replayBar->restyle();
    m_journal->restyle();
    for (ConfPanel *panel : std::as_const(m_conf))
        panel->restyle();
    update();
}
} // namespace Gui
