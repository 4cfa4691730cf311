// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainter>

namespace Gui
{
// Text whose figures all take the same width, so that a number that changes does not shake what
// stands beside it. Qt has no OpenType features before 6.7 (QFont::setFeature), and the figures of
// Inter are proportional; this places them one by one.
qreal tabularWidth(const QFontMetricsF &metrics, const QString &text);
// One line, elided at the right when it does not fit; `flags` are of Qt::Alignment.
void drawTabular(QPainter &painter, const QRectF &rect, Qt::Alignment flags, const QString &text);
} // namespace Gui
