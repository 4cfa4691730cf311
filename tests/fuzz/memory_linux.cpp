// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/memory.h"

#include <QFile>

namespace
{
// "VmHWM:    1234 kB" of proc(5).
std::optional<qint64> statusLine(const char *key)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (!line.startsWith(key))
            continue;
        bool ok = false;
        const qint64 kib
            = line.mid(qsizetype(qstrlen(key))).trimmed().split(' ').first().toLongLong(&ok);
        return ok ? std::optional<qint64>(kib * 1024) : std::nullopt;
    }
    return std::nullopt;
}
} // namespace

bool Memory::resetPeak()
{
    QFile references(QStringLiteral("/proc/self/clear_refs"));
    return references.open(QIODevice::WriteOnly | QIODevice::Unbuffered)
        && references.write("5") == 1;
}

std::optional<qint64> Memory::resident()
{
    return statusLine("VmRSS:");
}

std::optional<qint64> Memory::peak()
{
    return statusLine("VmHWM:");
}
