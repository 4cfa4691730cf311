// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/svgdrawing.h"

#include <QSvgGenerator>

namespace Gui
{
QString whyNoSvg()
{
    return {};
}

bool writeSvg(QIODevice &to, const QSize &size, const std::function<bool(QPaintDevice &)> &paint)
{
    QSvgGenerator drawing;
    drawing.setOutputDevice(&to);
    drawing.setSize(size);
    drawing.setViewBox(QRect(QPoint(), size));
    return paint(drawing);
}
} // namespace Gui
