// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QStringList>

namespace Gui
{
// A program of this workstation that shows a terminal and runs a command in it, given behind these
// words.
struct TerminalProgram {
    QString program; // an absolute path
    QStringList before;
};

// The first one found in these folders, the person's own choice first (x-terminal-emulator; Windows
// Terminal); empty folders: those of PATH.
std::optional<TerminalProgram> terminalProgram(const QStringList &folders = {});

// OpenSSH's client in a terminal of its own, its arguments handed over one by one. Refused: there
// is no terminal, or no ssh; Internal: it did not start. What it says then is between it and the
// person.
Core::Expected<void> openTerminal(const QStringList &sshArguments, const QStringList &folders = {});

// The same as one line to type.
QString terminalLine(const QStringList &sshArguments);
} // namespace Gui
