// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Gui
{
// Ctrl+C in the terminal, and an end asked for by the system, close the program as its window does:
// what it started ends, what it keeps is written. Nothing is asked: drafts are lost. Once, after
// the QApplication is made.
void quitOnEndSignals();
} // namespace Gui
