// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"

#include <optional>

// How a process behind an exec channel is ended. Closing the channel does not: sshd lets a process
// without a terminal live on, keeps its session's place until it ends, and passes a "signal"
// request on only since OpenSSH 7.9 and never for root ("session signalling requires privilege
// separation"). So the login shell says its process number first, then becomes the command.
namespace Core
{
// The command as sshd's shell is to run it: the process number on the first line of stdout.
QByteArray announcedLine(const Command &command);

// Ends the process and what it started (sshd makes each a process group), politely.
QByteArray killLine(qint64 pid);

// Takes the announcement out of stdout, with whatever a start-up file of the shell printed before.
class RemoteProcess
{
public:
    QByteArray taken(const QByteArray &bytes); // what is the command's own of it
    QByteArray rest(); // at the end: kept back, when there was no announcement
    std::optional<qint64> pid() const { return m_pid; }

private:
    bool m_searching = true;
    QByteArray m_kept;
    std::optional<qint64> m_pid;
};
} // namespace Core
