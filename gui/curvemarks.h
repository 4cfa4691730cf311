// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/curveplot.h"

namespace Gui
{
// The marks of a plot: a thin line and, at its top, a sign of the tone.
class CurveMarks : public QCPAbstractItem
{
    Q_OBJECT
public:
    CurveMarks(const Theme &theme, CurvePlot &plot);
    void setMarks(const QList<CurveMark> &marks) { m_marks = marks; }
    QString textAt(const QPointF &position) const; // of the marks there, a line each; may be empty
    double selectTest(const QPointF &, bool, QVariant *) const override { return -1; }

protected:
    void draw(QCPPainter *painter) override;

private:
    double xOf(const CurveMark &mark) const;

    const Theme &m_theme;
    CurvePlot &m_plot;
    QList<CurveMark> m_marks;
};
} // namespace Gui
