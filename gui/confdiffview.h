// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/confdiffrows.h"
#include "gui/theme.h"

#include <QAbstractTableModel>
#include <QStyledItemDelegate>
#include <QTableView>

namespace Gui
{
// The rows of a comparison: for each side its line numbers and its text, a sign before each line.
class ConfDiffModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Role { KindRole = Qt::UserRole + 1, MarksRole, ConflictRole };
    using QAbstractTableModel::QAbstractTableModel;
    // titles: of each side; two for the unified view, which shows one text.
    void setRows(DiffRows rows, const QStringList &titles);
    const DiffRows &rows() const { return m_rows; }
    bool isText(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const DiffCell &cellAt(const QModelIndex &index) const;
    QString numberAt(const QModelIndex &index) const;
    QString textAt(const QModelIndex &index) const;

    DiffRows m_rows;
    QStringList m_titles;
    bool m_unified = false;
};

// A line on the fill of its kind, its differing words marked.
class ConfDiffDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit ConfDiffDelegate(const Theme &theme, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const Theme &m_theme;
};

class ConfDiffView : public QTableView
{
    Q_OBJECT
public:
    explicit ConfDiffView(const Theme &theme, QWidget *parent = nullptr);
    void setRows(DiffRows rows, const QStringList &titles);
    const ConfDiffModel &rows() const { return *m_model; }
    void restyle();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitText(); // one text has the width of its longest line, and that of the view at least
    void copySelection();

    const Theme &m_theme;
    ConfDiffModel *m_model;
};
} // namespace Gui
