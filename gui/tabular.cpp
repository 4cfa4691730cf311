// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tabular.h"

#include <QFontMetricsF>

namespace Gui
{
namespace
{
qreal figureWidth(const QFontMetricsF &metrics)
{
    return metrics.horizontalAdvance(u'0');
}

// Calls `each` with runs of text that hold no figure, and with figures one by one.
template <typename F> void forRuns(const QString &text, F each)
{
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from + 1;
        if (!text[from].isDigit()) {
            while (to < text.size() && !text[to].isDigit())
                ++to;
        }
        each(text.mid(from, to - from));
        from = to;
    }
}

qreal left(const QRectF &rect, Qt::Alignment flags, qreal width)
{
    if (flags & Qt::AlignRight)
        return rect.right() - width;
    if (flags & Qt::AlignHCenter)
        return rect.left() + (rect.width() - width) / 2;
    return rect.left();
}

QString elided(const QFontMetricsF &metrics, const QString &text, qreal room)
{
    QString shorter = text;
    while (!shorter.isEmpty() && tabularWidth(metrics, shorter + QChar(0x2026)) > room)
        shorter.chop(1);
    return shorter + QChar(0x2026);
}
} // namespace

qreal tabularWidth(const QFontMetricsF &metrics, const QString &text)
{
    qreal width = 0;
    const qreal figure = figureWidth(metrics);
    forRuns(text, [&](const QString &run) {
        width += run[0].isDigit() ? figure : metrics.horizontalAdvance(run);
    });
    return width;
}

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment flags, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    QString shown = text;
    qreal width = tabularWidth(metrics, shown);
    if (width > rect.width() + 0.5) {
        shown = elided(metrics, text, rect.width());
        width = tabularWidth(metrics, shown);
    }
    qreal x = left(rect, flags, width);
    const qreal base = flags & Qt::AlignTop
        ? rect.top() + metrics.ascent()
        : rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    const qreal figure = figureWidth(metrics);
    forRuns(shown, [&](const QString &run) {
        const qreal own = metrics.horizontalAdvance(run);
        const qreal cell = run[0].isDigit() ? figure : own;
        painter.drawText(QPointF(x + (cell - own) / 2, base), run);
        x += cell;
    });
}
} // namespace Gui
