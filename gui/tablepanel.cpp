// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tablepanel.h"

#include "gui/rowdelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QPainter>
#include <QSortFilterProxyModel>

namespace Gui
{
namespace
{
constexpr int oneLine = 26;
constexpr int tallRow = 40; // the delegate breaks a sentence there
constexpr int tallestRow = 60; // and the first of two parts there
} // namespace

TablePanel::TablePanel(const Theme &theme, RowModel &model, Selection &selection, QWidget *parent)
    : QTableView(parent), m_theme(theme), m_rows(model), m_selection(selection),
      m_sorted(new QSortFilterProxyModel(this))
{
    m_sorted->setSourceModel(&model);
    m_sorted->setSortRole(OrderRole);
    m_sorted->setDynamicSortFilter(true);
    setModel(m_sorted);
    setItemDelegate(new RowDelegate(theme, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setFrameShape(NoFrame);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(oneLine);
    connect(&selection, &Selection::changed, this, &TablePanel::followSelection);
    m_fitting.setSingleShot(true);
    connect(&m_fitting, &QTimer::timeout, this, &TablePanel::fitColumns);
    const auto fitSoon = [this] { m_fitting.start(0); };
    connect(m_sorted, &QAbstractItemModel::rowsInserted, this, fitSoon);
    connect(m_sorted, &QAbstractItemModel::dataChanged, this, fitSoon);
    connect(m_sorted, &QAbstractItemModel::headerDataChanged, this, [this] {
        m_narrow = true; // another language may need less
        m_fitting.start(0);
    });
}

void TablePanel::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TablePanel::setSentenceColumn(int column, bool twoParts)
{
    m_sentence = column;
    horizontalHeader()->setStretchLastSection(false);
    horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    verticalHeader()->setDefaultSectionSize(twoParts ? tallestRow : tallRow);
}

// Columns grow with their words and do not shrink again, or numbers that change would shake them.
void TablePanel::fitColumns()
{
    const bool narrow = std::exchange(m_narrow, false);
    const int fitted = m_rows.columnCount() - (m_sentence < 0 ? 1 : 0);
    for (int column = 0; column < fitted; ++column) {
        if (column == m_sentence)
            continue;
        const int wanted
            = std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column));
        const int width = std::clamp(wanted, 64, 300);
        if (narrow || width > columnWidth(column))
            setColumnWidth(column, width);
    }
}

void TablePanel::followSelection(const Thing &thing)
{
    const int row = m_rows.rowOf(thing);
    const QModelIndex wanted = m_sorted->mapFromSource(m_rows.index(row, 0));
    if (row < 0) {
        clearSelection();
        return;
    }
    const QModelIndex current = currentIndex();
    const bool there
        = current.isValid() && m_rows.thingAt(m_sorted->mapToSource(current).row()) == thing;
    if (!there)
        setCurrentIndex(wanted);
}

void TablePanel::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty() || !hasFocus())
        return;
    const Thing thing = m_rows.thingAt(m_sorted->mapToSource(rows.first()).row());
    if (thing.kind != ThingKind::Nothing)
        m_selection.select(thing);
}

int TablePanel::currentSource() const
{
    return currentIndex().isValid() ? m_sorted->mapToSource(currentIndex()).row() : -1;
}

void TablePanel::selectSource(int row)
{
    setCurrentIndex(m_sorted->mapFromSource(m_rows.index(row, 0)));
}

void TablePanel::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint place = keyboard ? visualRect(currentIndex()).center() : event->pos();
    const QModelIndex row = keyboard ? currentIndex() : indexAt(place);
    if (!row.isValid())
        return;
    setCurrentIndex(row);
    emit menuWanted(m_rows.thingAt(m_sorted->mapToSource(row).row()),
                    viewport()->mapToGlobal(place));
}

void TablePanel::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_rows.rowCount() > 0 || m_emptyText.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setFont(m_theme.font(TextSize::Body));
    painter.setPen(m_theme.colors().muted);
    painter.drawText(viewport()->rect().adjusted(16, 0, -16, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     m_emptyText);
}
} // namespace Gui
