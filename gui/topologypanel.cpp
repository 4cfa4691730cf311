// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologypanel.h"

#include "gui/words.h"

#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace Gui
{
TopologyPanel::TopologyPanel(const Theme &theme, Selection &selection, QWidget *parent)
    : QFrame(parent), m_scene(new TopologyScene(theme, this)),
      m_view(new TopologyView(*m_scene, this)), m_tree(new FactTree(theme, selection, this)),
      m_pages(new QStackedWidget(this)), m_title(new QLabel(this)), m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("panelCard"));
    m_title->setProperty("role", QStringLiteral("title"));
    m_note->setProperty("role", QStringLiteral("muted"));
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_tree);
    m_treeButton = link([this] { setTree(!isTree()); });
    m_fitButton = link([this] { m_view->fit(); });
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 8, 0);
    head->addWidget(m_title);
    head->addWidget(m_note, 1);
    head->addWidget(m_treeButton);
    head->addWidget(m_fitButton);
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(1, 0, 1, 8);
    box->setSpacing(0);
    box->addLayout(head);
    box->addWidget(m_pages, 1);
    connect(m_scene, &TopologyScene::picked, &selection, &Selection::select);
    connect(m_scene, &TopologyScene::opened, this, &TopologyPanel::opened);
    connect(&selection, &Selection::changed, m_scene, &TopologyScene::setSelectedThing);
    connect(m_view, &TopologyView::zoomChanged, this, &TopologyPanel::showZoom);
    retranslate();
}

QToolButton *TopologyPanel::link(const std::function<void()> &clicked)
{
    auto *button = new QToolButton(this);
    button->setProperty("role", QStringLiteral("link"));
    connect(button, &QToolButton::clicked, this, clicked);
    return button;
}

void TopologyPanel::show(const ClusterView &view, const ClusterSource &source)
{
    if (m_scene->show(view, source))
        m_tree->show(m_scene->cards(), m_scene->links());
}

void TopologyPanel::setTree(bool tree)
{
    if (tree == isTree())
        return;
    m_pages->setCurrentIndex(tree ? 1 : 0);
    retranslate();
    emit treeChanged(tree);
}

bool TopologyPanel::isTree() const
{
    return m_pages->currentIndex() == 1;
}

void TopologyPanel::focusPicture()
{
    m_pages->currentWidget()->setFocus();
}

void TopologyPanel::restyle()
{
    m_scene->restyle();
    m_tree->viewport()->update();
}

void TopologyPanel::showZoom()
{
    m_fitButton->setText(Words::percent(m_view->zoom() * 100));
}

void TopologyPanel::retranslate()
{
    m_title->setText(tr("Topology"));
    m_treeButton->setText(isTree() ? tr("Picture") : tr("Tree"));
    m_treeButton->setToolTip(tr("The same facts as a tree or as a picture (Ctrl+T)"));
    m_fitButton->setToolTip(tr("Fit the picture (Ctrl+0)"));
    m_view->setAccessibleName(tr("Topology; the tree tells the same (Ctrl+T)"));
    m_tree->retranslate();
    m_scene->restyle(); // words that are no facts: "this workstation", "HA"
    showZoom();
}
} // namespace Gui
