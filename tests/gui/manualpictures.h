// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QDir>

// The pictures of the manual in one language: a panel each at its own size, few colours, so that
// all of them together stay small. Written again by `gui_pictures docs/manual manual`.
void paintManual(Gui::Theme &theme, const QDir &folder);
