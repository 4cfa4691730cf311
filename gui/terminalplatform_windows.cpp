// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/terminalplatform.h"

#include <QProcess>

#include <windows.h>

namespace Gui
{
QList<TerminalProgram> knownTerminals()
{
    return {{QStringLiteral("wt.exe"), {QStringLiteral("new-tab"), QStringLiteral("--")}}};
}

bool canDoWithout()
{
    return true; // a console program can be given a console of its own
}

bool startTerminal(const std::optional<TerminalProgram> &terminal, const QString &ssh,
                   const QStringList &arguments)
{
    QProcess process;
    // Windows Terminal reads ';' as the end of a command, wherever it stands.
    const bool divided = arguments.join(QString()).contains(u';');
    if (terminal && !divided) {
        process.setProgram(terminal->program);
        process.setArguments(terminal->before + QStringList{ssh} + arguments);
    } else {
        process.setProgram(ssh);
        process.setArguments(arguments);
        process.setCreateProcessArgumentsModifier([](QProcess::CreateProcessArguments *made) {
            made->flags |= CREATE_NEW_CONSOLE;
            made->startupInfo->dwFlags &= ~DWORD(STARTF_USESTDHANDLES);
        });
    }
    return process.startDetached();
}
} // namespace Gui
