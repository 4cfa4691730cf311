// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QWidget>

namespace Gui
{
// Scintilla counts in points; the theme's fonts are in pixels.
inline QFont textFont(const QWidget &widget, const Theme &theme)
{
    constexpr double pointsAnInch = 72;
    QFont font = theme.fixed();
    if (font.pointSizeF() <= 0)
        font.setPointSizeF(font.pixelSize() * pointsAnInch / widget.logicalDpiY());
    return font;
}
} // namespace Gui
