// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QPaintDevice>
#include <QSize>

#include <functional>

// SVG files: with Qt's module of that name (svgdrawing_posix.cpp). The program for Windows is built
// without it, since Debian has no source of it; it says so (svgdrawing_windows.cpp).
namespace Gui
{
QString whyNoSvg(); // translated; empty: drawings can be written

// Opens a drawing of that size in pixels, lets it be painted, closes it. False: not written.
bool writeSvg(QIODevice &to, const QSize &size, const std::function<bool(QPaintDevice &)> &paint);
} // namespace Gui
