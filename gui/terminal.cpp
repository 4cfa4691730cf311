// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/terminal.h"

#include "core/base/command.h"
#include "gui/terminalplatform.h"

#include <QStandardPaths>

namespace Gui
{
std::optional<TerminalProgram> terminalProgram(const QStringList &folders)
{
    for (const TerminalProgram &known : knownTerminals()) {
        const QString found = QStandardPaths::findExecutable(known.program, folders);
        if (!found.isEmpty())
            return TerminalProgram{found, known.before};
    }
    return std::nullopt;
}

Core::Expected<void> openTerminal(const QStringList &sshArguments, const QStringList &folders)
{
    const QString ssh = QStandardPaths::findExecutable(QStringLiteral("ssh"), folders);
    if (ssh.isEmpty())
        return Core::failure(
            Core::ErrorKind::Refused,
            Core::message(QT_TRANSLATE_NOOP(
                "Core", "There is no ssh on this computer: install OpenSSH's client")));
    const auto terminal = terminalProgram(folders);
    if (!terminal && !canDoWithout())
        return Core::failure(
            Core::ErrorKind::Refused,
            Core::message(QT_TRANSLATE_NOOP(
                "Core",
                "No terminal program was found on this computer: the command line can be "
                "copied and run in another way")));
    if (!startTerminal(terminal, ssh, sshArguments))
        return Core::failure(
            Core::ErrorKind::Internal,
            Core::message(QT_TRANSLATE_NOOP("Core", "The terminal %1 did not start"),
                          {terminal ? terminal->program : ssh}));
    return {};
}

QString terminalLine(const QStringList &sshArguments)
{
    return QString::fromUtf8(Core::shellLine({QStringLiteral("ssh"), sshArguments}));
}
} // namespace Gui
