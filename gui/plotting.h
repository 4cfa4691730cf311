// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

// The header of QCustomPlot 2.1 says foreach in two templates, which this project has turned off
// (QT_NO_FOREACH): it gets the loop of the language for as long as it is read.
#ifdef QT_NO_FOREACH
// NOLINTNEXTLINE(bugprone-macro-parentheses): a loop has none there
#define foreach(variable, container) for (variable : container)
#endif
#include <qcustomplot.h>
#ifdef QT_NO_FOREACH
#undef foreach
#endif
