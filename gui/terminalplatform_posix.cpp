// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/terminalplatform.h"

#include <QProcess>

namespace Gui
{
namespace
{
// Status 255 is ssh's own: the window stays until its words were read. ssh and its arguments come
// as parameters; the line itself never changes.
const QString untilRead = QStringLiteral(R"("$@"; s=$?; [ $s = 255 ] && read -r key; exit $s)");
} // namespace

QList<TerminalProgram> knownTerminals()
{
    const QString e = QStringLiteral("-e");
    return {{QStringLiteral("x-terminal-emulator"), {e}}, // Debian policy 11.8.3: -e COMMAND ARGS
            {QStringLiteral("gnome-terminal"), {QStringLiteral("--")}},
            {QStringLiteral("konsole"), {e}},
            {QStringLiteral("xfce4-terminal"), {QStringLiteral("-x")}},
            {QStringLiteral("xterm"), {e}}};
}

bool canDoWithout()
{
    return false;
}

bool startTerminal(const std::optional<TerminalProgram> &terminal, const QString &ssh,
                   const QStringList &arguments)
{
    const QStringList words = terminal->before
        + QStringList{QStringLiteral("sh"), QStringLiteral("-c"), untilRead, QStringLiteral("sh"),
                      ssh}
        + arguments;
    return QProcess::startDetached(terminal->program, words);
}
} // namespace Gui
