// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QDir>

// The configuration panel with something to find in its text, as PNGs named conf-*-ENDING.
void paintConfiguration(Gui::Theme &theme, const QDir &folder, const QString &ending);
