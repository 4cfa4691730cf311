// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

#include <chrono>

namespace Core
{
// A remote command as data. It reaches a shell only through shellLine(), which quotes every word.
struct Command {
    QString program;
    QStringList arguments;
    QByteArray input; // standard input, then closed
    std::chrono::milliseconds timeout{30'000};
    qint64 outputCap = 256 * 1024; // bytes of stdout kept; more is ParseFailed
    friend bool operator==(const Command &, const Command &) = default;
};

struct CommandOutput {
    int exitCode = -1; // -1: ended by a signal or the channel closed without a status
    QByteArray out;
    QByteArray err;
    std::chrono::milliseconds duration{0};
};

// POSIX shell quoting (XCU 2.2.2): safe for dash, bash and busybox whatever the bytes; NUL cannot
// be in an argument and ends the text.
QByteArray quoted(const QString &word);

// The command as one shell line, every word quoted unless it is plainly safe.
QByteArray shellLine(const Command &command);
} // namespace Core
