// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/historyseries.h"

#include <QColor>
#include <QList>

namespace Gui
{
// What is looked at together, on one axis.
enum class CurveGroup : quint8 {
    OutOfSync,
    ResyncRate,
    Network,
    Disk,
    Requests, // pending and unacknowledged
    ActivityLog,
    Interfaces, // of the nodes, not of a resource
};
constexpr int curveGroupCount = int(CurveGroup::Interfaces) + 1;
enum class CurveUnit : quint8 { Bytes, BytesPerSecond, Requests, WritesPerSecond };

QString curveGroupName(CurveGroup group);
QList<Core::Quantity> quantitiesOf(CurveGroup group); // the leading one first
CurveUnit unitOf(CurveGroup group);
// "12.4 GiB", "42.1 MiB/s", "17", "3.5/s", in the language of the person.
QString curveValue(CurveUnit unit, double value);
// The same on an axis: without decimals that say nothing.
QString axisValue(CurveUnit unit, double value);
QString axisTitle(CurveGroup group); // what stands along the axis

// What the series of a group are about, sorted as a person counts: r2 before r10.
QStringList subjectsOf(CurveGroup group, const QList<Core::SeriesKey> &known);
// The series to draw; an empty subject overlays all subjects by the leading quantities alone.
QList<Core::SeriesKey> seriesOf(CurveGroup group, const QString &subject,
                                const QList<Core::SeriesKey> &known);

// How a series is drawn, and called. Colours are Okabe and Ito's, readable on the theme's panel;
// the line style differs too, so that no one needs the colour.
struct CurveLook {
    QString name; // "r1, node2, sent"
    QColor color;
    Qt::PenStyle style = Qt::SolidLine;
    friend bool operator==(const CurveLook &, const CurveLook &) = default;
};
QList<CurveLook> looksOf(const QList<Core::SeriesKey> &series, bool dark);
} // namespace Gui
