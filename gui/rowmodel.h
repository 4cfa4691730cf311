// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/clusterview.h"
#include "gui/statusstyle.h"
#include "gui/thing.h"

#include <QAbstractTableModel>

namespace Gui
{
struct Cell {
    QString text;
    Tone tone = Tone::Neutral;
    bool sign = false; // the tone's sign stands before the text
    bool number = false; // right-aligned
    QVariant order; // what sorting compares; the text when invalid
    friend bool operator==(const Cell &, const Cell &) = default;
};
struct Row {
    QString key; // stays the same from snapshot to snapshot
    Thing thing; // what a click selects
    QList<Cell> cells;
    friend bool operator==(const Row &, const Row &) = default;
};

enum RowRole { ToneRole = Qt::UserRole, SignRole, OrderRole, MutedRole };

// A table whose rows are known by key: setRows() signals only what differs, so that selection,
// scrolling and sorting survive each snapshot.
class RowModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;
    virtual void show(const ClusterView &view, const ClusterSource &source) = 0;
    void retranslate(); // headings; rows come with the next show()

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    Thing thingAt(int row) const;
    int rowOf(const Thing &thing) const; // first of it, -1: none
    const QList<Row> &rows() const { return m_rows; }

protected:
    virtual QStringList headings() const = 0;
    virtual QList<int> numbers() const { return {}; } // columns whose heading stands right
    void setRows(const QList<Row> &rows);

private:
    void removeMissing(const QList<Row> &rows);
    void putAt(int at, const Row &row);
    void update(int at, const Row &row);

    QList<Row> m_rows;
};
} // namespace Gui
