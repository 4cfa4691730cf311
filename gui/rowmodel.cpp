// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/rowmodel.h"

#include <QSet>

#include <algorithm>

namespace Gui
{
void RowModel::retranslate()
{
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

int RowModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RowModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(headings().size());
}

QVariant RowModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Cell cell = m_rows[index.row()].cells.value(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cell.text;
    case Qt::AccessibleTextRole: // the sign is for eyes only
        return cell.sign ? QStringLiteral("%1, %2").arg(cell.text, toneWord(cell.tone)) : cell.text;
    case Qt::TextAlignmentRole:
        return int((cell.number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case ToneRole:
        return int(cell.tone);
    case SignRole:
        return cell.sign;
    case OrderRole:
        return cell.order.isValid() ? cell.order : QVariant(cell.text);
    default:
        return {};
    }
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::DisplayRole)
        return headings().value(section);
    if (role == Qt::TextAlignmentRole)
        return int((numbers().contains(section) ? Qt::AlignRight : Qt::AlignLeft)
                   | Qt::AlignVCenter);
    return {};
}

Thing RowModel::thingAt(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].thing : Thing();
}

int RowModel::rowOf(const Thing &thing) const
{
    const auto it = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                 [&](const Row &row) { return row.thing == thing; });
    return it == m_rows.cend() ? -1 : int(it - m_rows.cbegin());
}

void RowModel::setRows(const QList<Row> &rows)
{
    removeMissing(rows);
    for (int i = 0; i < rows.size(); ++i)
        putAt(i, rows[i]);
}

void RowModel::removeMissing(const QList<Row> &rows)
{
    QSet<QString> kept;
    for (const Row &row : rows)
        kept.insert(row.key);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (kept.contains(m_rows[i].key))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.removeAt(i);
        endRemoveRows();
    }
}

void RowModel::putAt(int at, const Row &row)
{
    int from = at;
    while (from < m_rows.size() && m_rows[from].key != row.key)
        ++from;
    if (from == m_rows.size()) {
        beginInsertRows({}, at, at);
        m_rows.insert(at, row);
        endInsertRows();
        return;
    }
    if (from != at) {
        beginMoveRows({}, from, from, {}, at);
        m_rows.move(from, at);
        endMoveRows();
    }
    update(at, row);
}

void RowModel::update(int at, const Row &row)
{
    int first = -1;
    int last = -1;
    for (int column = 0; column < columnCount(); ++column) {
        if (m_rows[at].cells.value(column) == row.cells.value(column))
            continue;
        first = first < 0 ? column : first;
        last = column;
    }
    m_rows[at] = row;
    if (first >= 0)
        emit dataChanged(index(at, first), index(at, last));
}
} // namespace Gui
