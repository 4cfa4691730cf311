// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/curvegroup.h"
#include "gui/plotting.h"
#include "gui/statusstyle.h"
#include "gui/theme.h"

#include <QDateTime>

namespace Gui
{
class CurveBands;
class CurveMarks;

// One curve with how it looks.
struct PlottedCurve {
    Core::HistoryCurve curve;
    CurveLook look;
    bool shown = true;
};

// Something that happened, at its time on the axis.
struct CurveMark {
    QDateTime at; // UTC
    Tone tone = Tone::Neutral;
    QString text;
};

// Seconds since the epoch.
struct TimeSpan {
    double from = 0;
    double to = 0;
    double length() const { return to - from; }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

// Curves over time: one axis of amounts, gaps where nothing is known, a band from minimum to
// maximum where a point stands for several values. Wheel and keys zoom, dragging pans, the pointer
// reads values.
class CurvePlot : public QCustomPlot
{
    Q_OBJECT
public:
    static constexpr double shortest = 10; // s on the axis
    static constexpr double longest = 92.0 * 86'400;

    explicit CurvePlot(const Theme &theme, QWidget *parent = nullptr);

    // step: seconds between points.
    void setCurves(CurveGroup group, const QList<PlottedCurve> &curves, qint64 step);
    void setMarks(const QList<CurveMark> &marks);
    void setSpan(const TimeSpan &span); // does not signal
    TimeSpan span() const;
    void setMessage(const QString &message); // said in the middle while there is no curve
    void restyle(); // colours and number formats

    const QList<PlottedCurve> &curves() const { return m_curves; }
    qint64 step() const { return m_step; }
    const Theme &theme() const { return m_theme; }
    // What stands under the crosshair, else at the end of the axis; none in a gap.
    std::optional<Core::HistoryPoint> pointAt(const Core::HistoryCurve &curve, double at) const;
    std::optional<double> crosshair() const { return m_crosshair; }
    void setCrosshair(const std::optional<double> &at);
    QSize minimumSizeHint() const override { return {320, 160}; }

signals:
    void spanChosen(const Gui::TimeSpan &span); // by wheel, drag or key
    void liveWanted(); // double click, End
    void crosshairMoved();

protected:
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    void buildAxes();
    QPen penOf(const PlottedCurve &plotted) const;
    void addCurve(const PlottedCurve &plotted);
    void fitAmounts(); // the axis of amounts to what is in sight
    void keepLimits(const QCPRange &range);
    void moveBy(double share);
    void zoomBy(double factor);
    void placeCrosshair();

    const Theme &m_theme;
    CurveGroup m_group = CurveGroup::OutOfSync;
    QList<PlottedCurve> m_curves;
    qint64 m_step = 1;
    CurveBands *m_bands;
    CurveMarks *m_marks;
    QCPItemStraightLine *m_line;
    QCPItemText *m_time;
    QCPItemText *m_message;
    std::optional<double> m_crosshair;
    bool m_setting = false;
};
} // namespace Gui
