// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curvebands.h"

#include <algorithm>
#include <cmath>

namespace Gui
{
namespace
{
constexpr double faintness = 0.2; // share of the curve's colour: the line must stand out

// Opaque: Qt hands each translucent rectangle to a pool of threads, a thousand times a frame.
QColor mixed(const QColor &color, const QColor &ground)
{
    const auto part = [](int a, int b) { return int(a * faintness + b * (1 - faintness)); };
    return {part(color.red(), ground.red()), part(color.green(), ground.green()),
            part(color.blue(), ground.blue())};
}
} // namespace

CurveBands::CurveBands(CurvePlot &plot) : QCPAbstractItem(&plot), m_plot(plot)
{
    setSelectable(false);
    setLayer(QStringLiteral("background"));
}

void CurveBands::setBands(const QList<PlottedCurve> &curves, qint64 step)
{
    m_curves = curves;
    m_step = step;
}

void CurveBands::draw(QCPPainter *painter)
{
    painter->setAntialiasing(false);
    for (const PlottedCurve &curve : std::as_const(m_curves))
        drawOne(painter, curve);
}

// Slots that fall into one column of pixels are one rectangle, so that none is painted twice.
void CurveBands::drawOne(QCPPainter *painter, const PlottedCurve &curve) const
{
    const QColor color = mixed(curve.look.color, m_plot.theme().colors().panel);
    const QList<Core::HistoryPoint> &points = curve.curve.points;
    const auto column
        = [this](qint64 at) { return int(std::floor(m_plot.xAxis->coordToPixel(double(at)))); };
    const auto before = [&](const Core::HistoryPoint &point) {
        return double(point.at + m_step) < m_plot.xAxis->range().lower;
    };
    auto point = std::partition_point(points.begin(), points.end(), before);
    while (point != points.end() && double(point->at) <= m_plot.xAxis->range().upper) {
        const int left = column(point->at);
        int right = left;
        float lowest = point->minimum;
        float highest = point->maximum;
        for (; point != points.end() && column(point->at) == left; ++point) {
            lowest = std::min(lowest, point->minimum);
            highest = std::max(highest, point->maximum);
            right = std::max(left + 1, column(point->at + m_step));
        }
        const double top = m_plot.yAxis->coordToPixel(double(highest));
        const double bottom = m_plot.yAxis->coordToPixel(double(lowest));
        painter->fillRect(QRectF(left, top, right - left, bottom - top), color);
    }
}
} // namespace Gui
