// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/terminal.h"

#include <optional>

// What differs by the workstation's system: terminalplatform_posix.cpp,
// terminalplatform_windows.cpp.
namespace Gui
{
QList<TerminalProgram> knownTerminals(); // by name, the preferred first
bool canDoWithout(); // ssh gets a window of its own without any terminal program
// False: it could not be started. The process outlives this program.
bool startTerminal(const std::optional<TerminalProgram> &terminal, const QString &ssh,
                   const QStringList &arguments);
} // namespace Gui
