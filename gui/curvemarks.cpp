// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curvemarks.h"

#include "gui/words.h"

#include <cmath>

namespace Gui
{
namespace
{
constexpr double reach = 6; // px around a mark
constexpr double signSize = 12;
constexpr int mostLines = 6; // of a tool tip
} // namespace

CurveMarks::CurveMarks(const Theme &theme, CurvePlot &plot)
    : QCPAbstractItem(&plot), m_theme(theme), m_plot(plot)
{
    setSelectable(false);
    setClipToAxisRect(false); // a sign at the end of the axis is drawn whole
}

double CurveMarks::xOf(const CurveMark &mark) const
{
    return m_plot.xAxis->coordToPixel(double(mark.at.toMSecsSinceEpoch()) / 1000);
}

QString CurveMarks::textAt(const QPointF &position) const
{
    QStringList lines;
    for (const CurveMark &mark : m_marks) {
        if (std::abs(xOf(mark) - position.x()) <= reach && lines.size() < mostLines)
            lines << QStringLiteral("%1  %2").arg(Words::clock(mark.at), mark.text);
    }
    return lines.join(u'\n');
}

// Marks that would lie on one another are drawn once, the worst of them.
void CurveMarks::draw(QCPPainter *painter)
{
    const QRect room = m_plot.axisRect()->rect();
    std::map<int, Tone> columns;
    for (const CurveMark &mark : m_marks) {
        const double x = xOf(mark);
        if (x < room.left() || x > room.right())
            continue;
        Tone &tone = columns.try_emplace(int(x / 4), mark.tone).first->second;
        tone = worse(tone, mark.tone);
    }
    const Tokens &colors = m_theme.colors();
    for (const auto &[column, tone] : columns) {
        const double x = column * 4 + 2;
        painter->setPen(tonePen(colors, tone, 1));
        painter->drawLine(QLineF(x, room.top() + signSize, x, room.bottom()));
        paintSign(*painter, colors, tone, QRectF(x - signSize / 2, room.top(), signSize, signSize));
    }
}
} // namespace Gui
