// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/cardfacts.h"
#include "gui/linkfacts.h"
#include "gui/theme.h"

#include <QHash>
#include <QTreeView>

class QStandardItem;
class QStandardItemModel;

namespace Gui
{
// The picture as words, for keyboard and screen reader: the same facts, in the same order.
class FactTree : public QTreeView
{
    Q_OBJECT
public:
    FactTree(const Theme &theme, Selection &selection, QWidget *parent = nullptr);
    void show(const QList<CardFacts> &cards, const QList<LinkFacts> &links);
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void fitColumns();
    struct Line {
        QString key;
        QString text;
        QString state;
        Tone tone = Tone::Neutral;
        Thing thing;
    };
    QStandardItem *branch(const QString &key, const Line &line);
    void fill(QStandardItem *parent, const QList<Line> &lines);
    void set(QStandardItem *first, QStandardItem *second, const Line &line);
    static QList<Line> linesOf(const CardFacts &card);
    void followSelection(const Thing &thing);

    Selection &m_selection;
    QStandardItemModel *m_model;
    QHash<QString, QStandardItem *> m_branches;
};
} // namespace Gui
