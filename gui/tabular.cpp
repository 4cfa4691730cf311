// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/tabular.h"

#include <QFontMetricsF>

#include <numeric>

namespace Gui
{
namespace
{
// A run of text without figures, or one figure in the cell that all of them get.
struct Run {
    QString text;
    qreal own; // its width
    qreal cell; // the place it takes
};

// Measured once, as measuring shapes the text anew; a figure by itself needs no shaping.
QList<Run> runsOf(const QFontMetricsF &metrics, const QString &text)
{
    const qreal figure = metrics.horizontalAdvance(u'0');
    QList<Run> runs;
    qsizetype from = 0;
    while (from < text.size()) {
        qsizetype to = from + 1;
        const bool digit = text[from].isDigit();
        while (!digit && to < text.size() && !text[to].isDigit())
            ++to;
        const QString run = text.mid(from, to - from);
        const qreal own
            = digit ? metrics.horizontalAdvance(run[0]) : metrics.horizontalAdvance(run);
        runs << Run{run, own, digit ? figure : own};
        from = to;
    }
    return runs;
}

qreal widthOf(const QList<Run> &runs)
{
    return std::accumulate(runs.cbegin(), runs.cend(), qreal(0),
                           [](qreal sum, const Run &run) { return sum + run.cell; });
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
    return widthOf(runsOf(metrics, text));
}

void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment flags, const QString &text)
{
    const QFontMetricsF metrics(painter.font());
    QList<Run> runs = runsOf(metrics, text);
    if (widthOf(runs) > rect.width() + 0.5)
        runs = runsOf(metrics, elided(metrics, text, rect.width()));
    qreal x = left(rect, flags, widthOf(runs));
    const qreal base = flags & Qt::AlignTop
        ? rect.top() + metrics.ascent()
        : rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    for (const Run &run : std::as_const(runs)) {
        painter.drawText(QPointF(x + (run.cell - run.own) / 2, base), run.text);
        x += run.cell;
    }
}
} // namespace Gui
