// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confdiffview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QPainter>
#include <QShortcut>
#include <QTextLayout>

#include <algorithm>

namespace Gui
{
namespace
{
constexpr int signWidth = 2; // characters before the text of a line
constexpr int margin = 4; // px

QColor fillOf(const Tokens &tokens, DiffKind kind)
{
    switch (kind) {
    case DiffKind::Removed:
        return tokens.badFill;
    case DiffKind::Added:
        return tokens.okFill;
    case DiffKind::Changed:
        return tokens.warningFill;
    case DiffKind::Nothing:
    case DiffKind::Gap:
        return tokens.sunken;
    case DiffKind::Same:
        return tokens.panel;
    }
    return tokens.panel;
}

QColor signColor(const Tokens &tokens, DiffKind kind)
{
    if (kind == DiffKind::Removed)
        return tokens.bad;
    return kind == DiffKind::Added ? tokens.ok : tokens.warning;
}

// The words that differ: underlined, since the fill alone would be a colour only.
QList<QTextLayout::FormatRange> formatsOf(const Tokens &tokens, const QModelIndex &index)
{
    const auto kind = DiffKind(index.data(ConfDiffModel::KindRole).toInt());
    QTextLayout::FormatRange sign;
    sign.start = 0;
    sign.length = signWidth;
    sign.format.setForeground(signColor(tokens, kind));
    sign.format.setFontWeight(QFont::Bold);
    QList<QTextLayout::FormatRange> formats{sign};
    for (const Core::LinePart &part :
         index.data(ConfDiffModel::MarksRole).value<QList<Core::LinePart>>()) {
        QTextLayout::FormatRange mark;
        mark.start = int(part.start) + signWidth;
        mark.length = int(part.size);
        mark.format.setFontUnderline(true);
        mark.format.setFontWeight(QFont::Bold);
        formats << mark;
    }
    return formats;
}
} // namespace

// ---- the model

void ConfDiffModel::setRows(DiffRows rows, const QStringList &titles)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_titles = titles;
    m_unified = titles.size() == 2 && !m_rows.isEmpty() && m_rows.constFirst().cells.size() == 1;
    endResetModel();
}

// Numbers and text of each side; both numbers before the one text of the unified view.
bool ConfDiffModel::isText(int column) const
{
    return m_unified ? column == 2 : column % 2 == 1;
}

int ConfDiffModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ConfDiffModel::columnCount(const QModelIndex &parent) const
{
    if (parent.isValid())
        return 0;
    return m_unified ? 3 : int(m_titles.size()) * 2;
}

const DiffCell &ConfDiffModel::cellAt(const QModelIndex &index) const
{
    return m_rows[index.row()].cells[m_unified ? 0 : index.column() / 2];
}

QString ConfDiffModel::numberAt(const QModelIndex &index) const
{
    const int line
        = m_unified && index.column() == 1 ? m_rows[index.row()].otherLine : cellAt(index).line;
    return line < 0 ? QString() : QString::number(line + 1);
}

QString ConfDiffModel::textAt(const QModelIndex &index) const
{
    const DiffCell &cell = cellAt(index);
    if (cell.kind == DiffKind::Gap)
        return index.column() <= 2 ? tr("%n line(s) alike", nullptr, m_rows[index.row()].hidden)
                                   : QString();
    return cell.kind == DiffKind::Nothing ? QString() : diffSign(cell.kind) + u' ' + cell.text;
}

QVariant ConfDiffModel::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return isText(index.column()) ? textAt(index) : numberAt(index);
    case Qt::ToolTipRole:
        return isText(index.column()) ? QVariant(cellAt(index).text) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isText(index.column()) ? Qt::AlignLeft : Qt::AlignRight));
    case KindRole:
        return int(cellAt(index).kind);
    case MarksRole:
        return QVariant::fromValue(cellAt(index).marks);
    case ConflictRole:
        return m_rows[index.row()].conflict;
    default:
        return {};
    }
}

QVariant ConfDiffModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole || !isText(section))
        return {};
    return m_unified ? m_titles.join(QStringLiteral(" → ")) : m_titles.value(section / 2);
}

// ---- the painting

ConfDiffDelegate::ConfDiffDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

void ConfDiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Tokens &tokens = m_theme.colors();
    const auto kind = DiffKind(index.data(ConfDiffModel::KindRole).toInt());
    const auto *model = static_cast<const ConfDiffModel *>(index.model());
    const QString text = index.data().toString();
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, selected ? tokens.linkFill : fillOf(tokens, kind));
    if (index.data(ConfDiffModel::ConflictRole).toBool() && index.column() == 0)
        paintSign(*painter, tokens, Tone::Bad,
                  QRectF(option.rect.left() + 2, option.rect.center().y() - 6, 12, 12));
    painter->setClipRect(option.rect);
    painter->setPen(model->isText(index.column()) && kind != DiffKind::Gap ? tokens.text
                                                                           : tokens.muted);
    const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    if (!model->isText(index.column()) || kind == DiffKind::Gap || kind == DiffKind::Nothing) {
        painter->setFont(m_theme.fixed());
        painter->drawText(inner, Qt::AlignmentFlag(index.data(Qt::TextAlignmentRole).toInt()),
                          text);
    } else {
        QTextLayout layout(text, m_theme.fixed());
        layout.setFormats(formatsOf(tokens, index));
        layout.beginLayout();
        QTextLine line = layout.createLine();
        line.setLineWidth(1'000'000);
        layout.endLayout();
        layout.draw(painter, QPointF(inner.left(), inner.center().y() - line.height() / 2 + 1));
    }
    painter->restore();
}

// ---- the view

ConfDiffView::ConfDiffView(const Theme &theme, QWidget *parent)
    : QTableView(parent), m_theme(theme), m_model(new ConfDiffModel(this))
{
    setModel(m_model);
    setItemDelegate(new ConfDiffDelegate(theme, this));
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setWordWrap(false);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    auto *copy = new QShortcut(QKeySequence::Copy, this);
    copy->setContext(Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &ConfDiffView::copySelection);
    restyle();
}

void ConfDiffView::restyle()
{
    const QFontMetrics metrics(m_theme.fixed());
    verticalHeader()->setDefaultSectionSize(metrics.height() + 4);
    fitText();
    viewport()->update();
}

void ConfDiffView::setRows(DiffRows rows, const QStringList &titles)
{
    m_model->setRows(std::move(rows), titles);
    const bool oneText = m_model->columnCount() == 3;
    const int digits = QFontMetrics(m_theme.fixed()).horizontalAdvance(QStringLiteral("00000"));
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool stretched = m_model->isText(column) && !oneText;
        horizontalHeader()->setSectionResizeMode(
            column, stretched ? QHeaderView::Stretch : QHeaderView::Fixed);
        if (!m_model->isText(column))
            setColumnWidth(column, digits + 4 * margin);
    }
    fitText();
}

void ConfDiffView::fitText()
{
    if (m_model->columnCount() != 3)
        return;
    qsizetype longest = 0;
    for (const DiffRow &row : m_model->rows())
        longest = std::max(longest, row.cells.constFirst().text.size());
    const QFontMetrics metrics(m_theme.fixed());
    const int wanted = int(longest + signWidth + 1) * metrics.horizontalAdvance(u'0') + 2 * margin;
    setColumnWidth(2, std::max(wanted, viewport()->width() - columnWidth(0) - columnWidth(1)));
}

void ConfDiffView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitText();
}

// As a patch has it; what is covered stays so.
void ConfDiffView::copySelection()
{
    QStringList lines;
    for (const QModelIndex &row : selectionModel()->selectedRows()) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column) {
            if (m_model->isText(column))
                cells << m_model->index(row.row(), column).data().toString();
        }
        lines << cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}
} // namespace Gui
