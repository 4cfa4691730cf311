// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/thing.h"

#include <QMap>
#include <QPointF>

namespace Gui
{
// What of the window survives a restart.
struct WindowState {
    QByteArray geometry;
    QByteArray panels;
    QString cluster;
    QString panel;
    Thing selected;
    QMap<Core::NodeName, QPointF> moved;
};

// Everything but geometry and cluster as one text for the settings; what cannot be understood
// again reads as nothing.
QByteArray packed(const WindowState &state);
WindowState unpacked(const QByteArray &text);
} // namespace Gui
