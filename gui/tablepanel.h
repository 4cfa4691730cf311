// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/rowmodel.h"
#include "gui/theme.h"

#include <QTableView>
#include <QTimer>

class QLabel;
class QSortFilterProxyModel;

namespace Gui
{
// A table of things, sharing the window's selection; sorted by a click on a heading.
class TablePanel : public QTableView
{
    Q_OBJECT
public:
    TablePanel(const Theme &theme, RowModel &model, Selection &selection,
               QWidget *parent = nullptr);
    void setEmptyText(const QString &text); // said while there is no row
    // That column holds sentences: it takes the room that the others leave, and rows have two
    // lines; three where a sentence stands above a second part.
    void setSentenceColumn(int column, bool twoParts = false);
    // The current row as the model counts, whatever the sorting; -1: none.
    int currentSource() const;
    void selectSource(int row);

signals:
    // By mouse or keyboard, on a row; what it is about may be Nothing.
    void menuWanted(const Gui::Thing &thing, const QPoint &at); // on the screen

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void fitColumns();
    void followSelection(const Thing &thing);

    const Theme &m_theme;
    RowModel &m_rows;
    Selection &m_selection;
    QSortFilterProxyModel *m_sorted;
    QString m_emptyText;
    QTimer m_fitting;
    bool m_narrow = true;
    int m_sentence = -1; // column; -1: the last one takes what is left
};
} // namespace Gui
