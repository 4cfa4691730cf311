// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"

#include "gui/actionlist.h"
#include "gui/connectionbar.h"

#include <QToolButton>

// How the window offers actions, and brings back what runs.
namespace Gui
{
void MainWindow::buildActionButton()
{
    m_actionButton = new QToolButton(m_connections);
    m_actionButton->setProperty("role", QStringLiteral("link"));
    m_connections->addButton(m_actionButton);
    connect(m_actionButton, &QToolButton::clicked, this, &MainWindow::showActionList);
    connect(m_center, &ActionCenter::changed, this, &MainWindow::nameActionButton);
}

void MainWindow::nameActionButton()
{
    const int running = m_center->running();
    const int all = int(m_center->records().size());
    m_actionButton->setText(running > 0 ? tr("%n action(s) running", nullptr, running)
                                        : tr("%n action(s)", nullptr, all));
    m_actionButton->setToolTip(tr("What runs and what ran since the program is open"));
    m_actionButton->setVisible(all > 0);
    m_connections->update();
}

void MainWindow::showActionList()
{
    auto *list = new ActionList(m_theme, *m_center, this);
    list->setAttribute(Qt::WA_DeleteOnClose);
    list->show();
}
} // namespace Gui
