// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confpages.h"
#include "gui/confpanel.h"
#include "gui/mainwindow.h"
#include "gui/paneldock.h"

#include <QStackedWidget>

// The panels of cluster.conf: one for each cluster that is open, so that what is being written in
// one is still there after a look at another.
namespace Gui
{
void MainWindow::addConfigurations()
{
    m_confs = new QStackedWidget(this);
    addDock(QStringLiteral("configuration"), m_confs, Qt::BottomDockWidgetArea)->hide();
}

void MainWindow::addConfiguration(const QString &cluster, ClusterSource &source)
{
    if (m_conf.contains(cluster))
        return;
    auto *panel = new ConfPanel(m_theme, source, m_confs);
    m_conf.insert(cluster, panel);
    m_confs->addWidget(panel);
    new ConfPages(m_theme, source, *panel);
    connect(panel, &ConfPanel::activationWanted, m_center,
            [this, cluster](const Core::Planner &planner) { m_center->ask(cluster, planner); });
}

void MainWindow::removeConfiguration(const QString &cluster)
{
    delete m_conf.take(cluster);
}

void MainWindow::showConfiguration()
{
    ConfPanel *panel = configuration();
    if (!panel)
        return;
    m_confs->setCurrentWidget(panel);
    m_confs->setFocusProxy(panel);
}

ConfPanel *MainWindow::configuration() const
{
    return m_conf.value(m_current);
}
} // namespace Gui
