// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/svgdrawing.h"

#include <QCoreApplication>

namespace Gui
{
QString whyNoSvg()
{
    return QCoreApplication::translate(
        "Gui::Svg", "SVG drawings are not written on Windows; choose PNG or PDF.");
}

bool writeSvg(QIODevice &, const QSize &, const std::function<bool(QPaintDevice &)> &)
{
    return false;
}
} // namespace Gui
