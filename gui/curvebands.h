// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/curveplot.h"

namespace Gui
{
// Behind the curves: from the lowest to the highest value of each slot, a column of pixels at a
// time. The area between two lines that go up and down in each pixel took a hundred times as long.
class CurveBands : public QCPAbstractItem
{
    Q_OBJECT
public:
    explicit CurveBands(CurvePlot &plot);
    void setBands(const QList<PlottedCurve> &curves, qint64 step); // s a slot
    const QList<PlottedCurve> &bands() const { return m_curves; }
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    void drawOne(QCPPainter *painter, const PlottedCurve &curve) const;

    CurvePlot &m_plot;
    QList<PlottedCurve> m_curves;
    qint64 m_step = 1;
};
} // namespace Gui
