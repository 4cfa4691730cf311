// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/facttree.h"
#include "gui/topologyview.h"

#include <QFrame>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace Gui
{
// The picture with its title row, and the same facts as a tree in its place when wanted.
class TopologyPanel : public QFrame
{
    Q_OBJECT
public:
    TopologyPanel(const Theme &theme, Selection &selection, QWidget *parent = nullptr);

    void show(const ClusterView &view, const ClusterSource &source);
    void setTree(bool tree);
    bool isTree() const;
    void focusPicture();
    void restyle();
    void retranslate();
    TopologyScene &scene() { return *m_scene; }
    TopologyView &view() { return *m_view; }

signals:
    void treeChanged(bool tree);
    void opened(const Gui::Thing &thing);

private:
    void showZoom();
    QToolButton *link(const std::function<void()> &clicked);

    TopologyScene *m_scene;
    TopologyView *m_view;
    FactTree *m_tree;
    QStackedWidget *m_pages;
    QLabel *m_title;
    QLabel *m_note;
    QToolButton *m_treeButton = nullptr;
    QToolButton *m_fitButton = nullptr;
};
} // namespace Gui
