// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/theme.h"

#include <QDir>

// The action dialog in each of its situations, as pictures NAME-ENDING in a folder.
void paintActions(Gui::Theme &theme, const QDir &folder, const QString &ending);
