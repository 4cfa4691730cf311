// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/command.h"

#include <algorithm>

namespace Core
{
namespace
{
bool isPlain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-_./:,+@%=").contains(c);
}
} // namespace

QByteArray quoted(const QString &word)
{
    QByteArray bytes = word.toUtf8();
    if (const qsizetype nul = bytes.indexOf('\0'); nul >= 0)
        bytes.truncate(nul);
    // "=" alone would make the first word an assignment, so a plain word may not hold one in front.
    const bool plain = !bytes.isEmpty() && !bytes.contains('=')
        && std::all_of(bytes.cbegin(), bytes.cend(), isPlain);
    if (plain)
        return bytes;
    return '\'' + bytes.replace('\'', "'\\''") + '\'';
}

QByteArray shellLine(const Command &command)
{
    QByteArray line = quoted(command.program);
    for (const QString &argument : command.arguments)
        line += ' ' + quoted(argument);
    return line;
}
} // namespace Core
