// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confdrafts.h"
#include "gui/confpages.h"
#include "gui/confpanel.h"
#include "gui/mainwindow.h"
#include "gui/paneldock.h"

#include <QAction>
#include <QCloseEvent>
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
}

ConfPanel *MainWindow::configuration() const
{
    return m_conf.value(m_current);
}

void MainWindow::askRecipe(int guest, bool underHa)
{
    showPanel(QStringLiteral("configuration"));
    if (ConfPanel *panel = configuration()) {
        panel->showPage(0);
        panel->wantRecipe(underHa ? ConfRecipeId::GuestUnderHa : ConfRecipeId::GuestOutOfHa, guest);
    }
}

// What is asked of a guest is a change of cluster.conf: its recipe, with what it changes.
QAction *MainWindow::recipeAction(const Core::GuestView &guest, QObject *parent)
{
    auto *action = new QAction(tr("%1…").arg(Core::rendered(haWishOf(guest))), parent);
    const bool offered = source()->confReader();
    action->setEnabled(offered);
    action->setToolTip(offered ? action->text()
                               : tr("This is a recording: nothing can be done to the cluster."));
    connect(action, &QAction::triggered, this,
            [this, id = guest.id, under = !guest.highlyAvailable] { askRecipe(id, under); });
    return action;
}

// ---- drafts, which live in their panel only

QStringList MainWindow::drafts() const
{
    QStringList clusters;
    for (auto panel = m_conf.begin(); panel != m_conf.end(); ++panel) {
        if (panel.value()->isOpen() && panel.value()->isChanged())
            clusters << panel.key();
    }
    return clusters;
}

// One question at a time; the last one wanted is asked.
void MainWindow::askToDiscard(const QStringList &clusters, std::function<void()> discarded)
{
    if (m_draftQuestion)
        m_draftQuestion->close();
    m_draftQuestion = askAboutDrafts(clusters, *this, std::move(discarded));
}

void MainWindow::closeCurrent()
{
    const auto close = [this, name = m_current] { emit closeClusterRequested(name); };
    if (drafts().contains(m_current))
        askToDiscard({m_current}, close);
    else
        close();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const QStringList lost = std::exchange(m_discarding, false) ? QStringList() : drafts();
    event->setAccepted(lost.isEmpty());
    if (lost.isEmpty())
        return;
    askToDiscard(lost, [this] {
        m_discarding = true;
        close();
    });
}
} // namespace Gui
