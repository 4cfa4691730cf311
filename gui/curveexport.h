// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "gui/curveplot.h"

namespace Gui
{
// The points within the span as RFC 4180 text: times in UTC (ISO 8601), numbers with a point, an
// empty field where nothing is known. A curve has its mean, and when a point stands for several
// seconds its minimum and maximum too. Units: bytes, bytes a second, requests, writes a second.
QByteArray curvesAsCsv(const QList<PlottedCurve> &curves, const TimeSpan &span, qint64 step);

// By the ending of the name: png, svg, pdf or csv; the pictures with a heading and the legend.
// Storage: the file cannot be written.
Core::Expected<void> exportCurves(CurvePlot &plot, const QString &heading, const QString &file);
} // namespace Gui
