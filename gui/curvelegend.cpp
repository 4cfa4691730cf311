// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curvelegend.h"

#include "gui/tabular.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

namespace Gui
{
namespace
{
constexpr int oneLine = 24;
constexpr int twoLines = 40;
constexpr int sample = 28; // px of line before the name
constexpr int margin = 8;
} // namespace

CurveLegend::CurveLegend(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::TabFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    setFixedWidth(sizeHint().width());
}

void CurveLegend::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    m_entries = entries;
    m_current = std::clamp(m_current, 0, std::max(0, int(entries.size()) - 1));
    fitScrollBar();
    describe();
    viewport()->update();
}

int CurveLegend::heightOf(const Entry &entry) const
{
    return entry.range.isEmpty() ? oneLine : twoLines;
}

int CurveLegend::topOf(int entry) const
{
    int top = -verticalScrollBar()->value();
    for (int i = 0; i < entry; ++i)
        top += heightOf(m_entries[i]);
    return top;
}

int CurveLegend::entryAt(const QPoint &position) const
{
    for (int i = 0; i < m_entries.size(); ++i) {
        if (position.y() >= topOf(i) && position.y() < topOf(i) + heightOf(m_entries[i]))
            return i;
    }
    return -1;
}

void CurveLegend::fitScrollBar()
{
    int height = 0;
    for (const Entry &entry : std::as_const(m_entries))
        height += heightOf(entry);
    verticalScrollBar()->setRange(0, std::max(0, height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(oneLine);
}

void CurveLegend::describe()
{
    QStringList lines;
    for (const Entry &entry : std::as_const(m_entries))
        lines << tr("%1: %2").arg(entry.name,
                                  entry.value.isEmpty() ? tr("not known") : entry.value);
    setAccessibleDescription(lines.join(u'\n'));
}

void CurveLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(viewport()->rect(), m_theme.colors().panel);
    for (int i = 0; i < m_entries.size(); ++i) {
        const QRectF rect(0, topOf(i), viewport()->width(), heightOf(m_entries[i]));
        if (rect.bottom() < 0 || rect.top() > viewport()->height())
            continue;
        paintEntry(painter, m_entries[i], rect);
        if (hasFocus() && i == m_current) {
            painter.setPen(m_theme.colors().focus);
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
    }
}

void CurveLegend::paintEntry(QPainter &painter, const Entry &entry, const QRectF &rect) const
{
    const Tokens &colors = m_theme.colors();
    const QRectF line(rect.left() + margin, rect.top(), rect.width() - 2 * margin, oneLine);
    painter.setPen(QPen(entry.shown ? entry.color : colors.border, 2, entry.style, Qt::FlatCap));
    painter.drawLine(QPointF(line.left(), line.center().y()),
                     QPointF(line.left() + sample, line.center().y()));
    painter.setFont(m_theme.font(TextSize::Small));
    const QString value = entry.value.isEmpty() ? QStringLiteral("–") : entry.value;
    const qreal width = entry.shown ? tabularWidth(QFontMetricsF(painter.font()), value) : 0;
    painter.setPen(entry.shown ? colors.text : colors.muted);
    const QRectF name = line.adjusted(sample + margin, 0, -width - margin, 0);
    drawTabular(painter, name, Qt::AlignLeft | Qt::AlignVCenter, entry.name);
    if (!entry.shown)
        return;
    drawTabular(painter, line, Qt::AlignRight | Qt::AlignVCenter, value);
    painter.setPen(colors.muted);
    if (!entry.range.isEmpty())
        drawTabular(painter, line.translated(0, twoLines - oneLine),
                    Qt::AlignRight | Qt::AlignVCenter, entry.range);
}

void CurveLegend::mousePressEvent(QMouseEvent *event)
{
    const int entry = entryAt(event->position().toPoint());
    if (entry < 0)
        return;
    m_current = entry;
    emit toggled(entry);
}

void CurveLegend::keyPressEvent(QKeyEvent *event)
{
    const int last = int(m_entries.size()) - 1;
    if (event->key() == Qt::Key_Up)
        m_current = std::max(0, m_current - 1);
    else if (event->key() == Qt::Key_Down)
        m_current = std::min(std::max(0, last), m_current + 1);
    else if (event->key() == Qt::Key_Space && m_current <= last)
        emit toggled(m_current);
    else
        return QAbstractScrollArea::keyPressEvent(event);
    if (m_current <= last) {
        const int top = topOf(m_current);
        const int below = top + heightOf(m_entries[m_current]) - viewport()->height();
        if (top < 0 || below > 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + (top < 0 ? top : below));
    }
    viewport()->update();
}

void CurveLegend::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    fitScrollBar();
}

void CurveLegend::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void CurveLegend::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

bool CurveLegend::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QAbstractScrollArea::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int entry = entryAt(help->pos());
    QToolTip::showText(help->globalPos(), entry < 0 ? QString() : m_entries[entry].name, this);
    return true;
}
} // namespace Gui
