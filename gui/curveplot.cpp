// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/curveplot.h"

#include "gui/curveaxis.h"
#include "gui/curvebands.h"
#include "gui/curvemarks.h"
#include "gui/words.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Gui
{
namespace
{
constexpr double notThere = std::numeric_limits<double>::quiet_NaN();
constexpr qsizetype mostBands = 6; // more of them would be a fog
constexpr int densePixels = 4; // between two points of a curve that is drawn as a line with a width
constexpr double headroom = 1.08;

double timeOf(const Core::HistoryPoint &point, qint64 step)
{
    return double(point.at) + (step > 1 ? double(step) / 2 : 0);
}

// Keys and values with a hole wherever a slot is missing; a value that stands alone gets a stroke.
template <typename F>
QVector<QCPGraphData> withGaps(const QList<Core::HistoryPoint> &points, qint64 step, F value)
{
    QVector<QCPGraphData> data;
    data.reserve(points.size() + 8);
    for (qsizetype i = 0; i < points.size(); ++i) {
        const double at = timeOf(points[i], step);
        const bool gapBefore = i == 0 || points[i].at - points[i - 1].at > step;
        const bool gapBehind = i + 1 == points.size() || points[i + 1].at - points[i].at > step;
        data << QCPGraphData(at, value(points[i]));
        if (gapBefore && gapBehind)
            data << QCPGraphData(at + double(step) / 2, value(points[i]));
        if (gapBehind)
            data << QCPGraphData(at + double(step) * 0.75, notThere);
    }
    return data;
}

void fill(QCPGraph &graph, const QVector<QCPGraphData> &data)
{
    QSharedPointer<QCPGraphDataContainer> container(new QCPGraphDataContainer);
    container->set(data, true);
    graph.setData(container);
}
} // namespace

CurvePlot::CurvePlot(const Theme &theme, QWidget *parent)
    : QCustomPlot(parent), m_theme(theme), m_bands(new CurveBands(*this)),
      m_marks(new CurveMarks(theme, *this)), m_line(new QCPItemStraightLine(this)),
      m_time(new QCPItemText(this)), m_message(new QCPItemText(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    setNoAntialiasingOnDrag(true);
    setPlottingHint(QCP::phFastPolylines, true);
    buildAxes();
    for (QCPLayerable *above : QList<QCPLayerable *>{m_line, m_time, m_message})
        above->setLayer(QStringLiteral("overlay"));
    m_line->setVisible(false);
    m_time->setVisible(false);
    m_time->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_time->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_time->setPositionAlignment(Qt::AlignTop | Qt::AlignHCenter);
    m_time->setPadding(QMargins(4, 2, 4, 2));
    m_message->position->setType(QCPItemPosition::ptAxisRectRatio);
    m_message->position->setCoords(0.5, 0.5);
    restyle();
}

void CurvePlot::buildAxes()
{
    axisRect()->setRangeDrag(Qt::Horizontal);
    axisRect()->setRangeZoom(Qt::Horizontal);
    axisRect()->setupFullAxesBox(false);
    axisRect()->setMinimumMargins(QMargins(8, 8, 16, 4));
    xAxis->setTicker(QSharedPointer<ClockTicker>::create());
    yAxis->setTicker(QSharedPointer<AmountTicker>::create());
    xAxis->ticker()->setTickCount(6);
    yAxis->ticker()->setTickCount(4);
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setSubTicks(false);
        axis->setTickLength(0, 4);
    }
    for (QCPAxis *axis : {xAxis2, yAxis2})
        axis->setVisible(false);
    connect(xAxis, QOverload<const QCPRange &>::of(&QCPAxis::rangeChanged), this,
            &CurvePlot::keepLimits);
}

void CurvePlot::restyle()
{
    const Tokens &colors = m_theme.colors();
    setBackground(QBrush(colors.panel));
    for (QCPAxis *axis : {xAxis, yAxis}) {
        axis->setBasePen(QPen(colors.border));
        axis->setTickPen(QPen(colors.border));
        axis->setTickLabelColor(colors.muted);
        axis->setTickLabelFont(m_theme.font(TextSize::Small));
        axis->grid()->setPen(QPen(colors.border, 1, Qt::SolidLine));
        axis->grid()->setZeroLinePen(QPen(colors.border, 1, Qt::SolidLine));
    }
    xAxis->grid()->setVisible(false);
    setLocale(QLocale());
    m_line->setPen(QPen(colors.focus, 1));
    m_time->setFont(m_theme.font(TextSize::Small));
    m_time->setColor(colors.text);
    m_time->setBrush(colors.panel);
    m_time->setPen(QPen(colors.border));
    m_message->setFont(m_theme.font(TextSize::Body));
    m_message->setColor(colors.muted);
    setCurves(m_group, QList(m_curves), m_step);
}

// ---- content

void CurvePlot::setCurves(CurveGroup group, const QList<PlottedCurve> &curves, qint64 step)
{
    m_group = group;
    m_curves = curves;
    m_step = std::max<qint64>(1, step);
    clearGraphs();
    const auto shown = std::count_if(curves.begin(), curves.end(),
                                     [](const PlottedCurve &curve) { return curve.shown; });
    QList<PlottedCurve> bands;
    for (const PlottedCurve &curve : m_curves) {
        if (!curve.shown)
            continue;
        addCurve(curve);
        if (m_step > 1 && shown <= mostBands)
            bands << curve;
    }
    m_bands->setBands(bands, m_step);
    yAxis->ticker().staticCast<AmountTicker>()->setUnit(unitOf(group));
    fitAmounts();
    placeCrosshair();
    replot(rpQueuedReplot);
}

// A stroked outline of a line that goes up and down within each pixel takes seconds to fill: dense
// curves are drawn a device pixel wide, which Qt does point by point.
QPen CurvePlot::penOf(const PlottedCurve &plotted) const
{
    QPen pen(plotted.look.color, 1.5, plotted.look.style);
    if (plotted.curve.points.size() > axisRect()->width() / densePixels) {
        pen.setWidthF(1);
        pen.setCosmetic(true);
    }
    return pen;
}

void CurvePlot::addCurve(const PlottedCurve &plotted)
{
    QCPGraph *graph = addGraph();
    graph->setName(plotted.look.name);
    graph->setPen(penOf(plotted));
    fill(*graph, withGaps(plotted.curve.points, m_step, [](const Core::HistoryPoint &point) {
        return double(point.mean);
    }));
}

void CurvePlot::setMarks(const QList<CurveMark> &marks)
{
    m_marks->setMarks(marks);
}

void CurvePlot::setMessage(const QString &message)
{
    m_message->setText(message);
    m_message->setVisible(!message.isEmpty());
}

// ---- the axes

void CurvePlot::setSpan(const TimeSpan &span)
{
    m_setting = true;
    xAxis->setRange(span.from, span.to);
    m_setting = false;
    fitAmounts();
    placeCrosshair();
    replot(rpQueuedReplot);
}

TimeSpan CurvePlot::span() const
{
    return {xAxis->range().lower, xAxis->range().upper};
}

void CurvePlot::keepLimits(const QCPRange &range)
{
    if (m_setting)
        return;
    const double length = std::clamp(range.size(), shortest, longest);
    if (length != range.size()) {
        m_setting = true;
        xAxis->setRange(range.center() - length / 2, range.center() + length / 2);
        m_setting = false;
    }
    fitAmounts();
    placeCrosshair();
    emit spanChosen(span());
}

void CurvePlot::fitAmounts()
{
    const TimeSpan seen = span();
    double highest = 0;
    for (const PlottedCurve &plotted : std::as_const(m_curves)) {
        const auto &points = plotted.curve.points;
        if (!plotted.shown)
            continue;
        const auto from = std::lower_bound(
            points.begin(), points.end(), seen.from,
            [](const Core::HistoryPoint &point, double at) { return double(point.at) < at; });
        for (auto point = from; point != points.end() && double(point->at) <= seen.to; ++point)
            highest = std::max(highest, double(point->maximum));
    }
    const double least
        = unitOf(m_group) == CurveUnit::Requests || unitOf(m_group) == CurveUnit::WritesPerSecond
        ? 1
        : 1024;
    yAxis->setRange(0, std::max(highest * headroom, least));
}

// ---- the crosshair

std::optional<Core::HistoryPoint> CurvePlot::pointAt(const Core::HistoryCurve &curve,
                                                     double at) const
{
    const auto behind = std::upper_bound(
        curve.points.begin(), curve.points.end(), at,
        [](double time, const Core::HistoryPoint &point) { return time < double(point.at); });
    if (behind == curve.points.begin())
        return std::nullopt;
    const Core::HistoryPoint &point = *std::prev(behind);
    // A value is held until the next is due; live ones arrive up to two seconds late.
    const double held = double(m_step) + (m_step == 1 ? 2 : 0);
    return at - double(point.at) <= held ? std::optional(point) : std::nullopt;
}

void CurvePlot::setCrosshair(const std::optional<double> &at)
{
    if (at == m_crosshair)
        return;
    m_crosshair = at;
    placeCrosshair();
    replot(rpQueuedReplot);
    emit crosshairMoved();
}

void CurvePlot::placeCrosshair()
{
    const bool inSight = m_crosshair && xAxis->range().contains(*m_crosshair);
    m_line->setVisible(inSight);
    m_time->setVisible(inSight);
    if (!inSight)
        return;
    const double at = *m_crosshair;
    m_line->point1->setCoords(at, 0);
    m_line->point2->setCoords(at, 1);
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(qint64(at * 1000), Qt::UTC);
    m_time->setText(span().length() > 86'400 ? Words::moment(time) : Words::clock(time));
    const double share = (at - span().from) / span().length();
    const Qt::Alignment side = share < 0.1 ? Qt::AlignLeft
        : share > 0.9                      ? Qt::AlignRight
                                           : Qt::AlignHCenter;
    m_time->setPositionAlignment(Qt::AlignTop | side);
    m_time->position->setCoords(at, 0);
}

// ---- the person

void CurvePlot::mouseMoveEvent(QMouseEvent *event)
{
    QCustomPlot::mouseMoveEvent(event);
    const bool inside = axisRect()->rect().contains(event->position().toPoint());
    setCrosshair(inside ? std::optional(xAxis->pixelToCoord(event->position().x())) : std::nullopt);
}

void CurvePlot::leaveEvent(QEvent *event)
{
    QCustomPlot::leaveEvent(event);
    setCrosshair(std::nullopt);
}

void CurvePlot::mouseDoubleClickEvent(QMouseEvent *event)
{
    QCustomPlot::mouseDoubleClickEvent(event);
    emit liveWanted();
}

void CurvePlot::moveBy(double share)
{
    xAxis->moveRange(share * span().length());
    replot(rpQueuedReplot);
}

void CurvePlot::zoomBy(double factor)
{
    xAxis->scaleRange(factor, m_crosshair.value_or(xAxis->range().center()));
    replot(rpQueuedReplot);
}

void CurvePlot::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveBy(-0.1);
    case Qt::Key_Right:
        return moveBy(0.1);
    case Qt::Key_PageUp:
        return moveBy(-0.8);
    case Qt::Key_PageDown:
        return moveBy(0.8);
    case Qt::Key_Plus:
        return zoomBy(0.8);
    case Qt::Key_Minus:
        return zoomBy(1.25);
    case Qt::Key_End:
        emit liveWanted();
        return;
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void CurvePlot::focusInEvent(QFocusEvent *event)
{
    QCustomPlot::focusInEvent(event);
    update();
}

void CurvePlot::focusOutEvent(QFocusEvent *event)
{
    QCustomPlot::focusOutEvent(event);
    update();
}

void CurvePlot::paintEvent(QPaintEvent *event)
{
    QCustomPlot::paintEvent(event);
    if (!hasFocus())
        return;
    QPainter painter(this);
    painter.setPen(m_theme.colors().focus);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool CurvePlot::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QCustomPlot::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    QToolTip::showText(help->globalPos(), m_marks->textAt(help->pos()), this);
    return true;
}
} // namespace Gui
