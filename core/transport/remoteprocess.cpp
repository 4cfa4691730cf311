// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/transport/remoteprocess.h"

#include <utility>

namespace Core
{
namespace
{
constexpr QByteArrayView mark("binome-process ");
constexpr qsizetype mostNoise = 16 * 1024;
} // namespace

QByteArray announcedLine(const Command &command)
{
    return "echo " + mark.toByteArray() + "$$; exec " + shellLine(command);
}

QByteArray killLine(qint64 pid)
{
    const QByteArray number = QByteArray::number(pid);
    return "kill -TERM -" + number + " 2>/dev/null || kill -TERM " + number;
}

QByteArray RemoteProcess::taken(const QByteArray &bytes)
{
    if (!m_searching)
        return bytes;
    m_kept += bytes;
    const qsizetype start = m_kept.indexOf(mark);
    const qsizetype end = start < 0 ? -1 : m_kept.indexOf('\n', start);
    if (end < 0)
        return m_kept.size() > mostNoise ? rest() : QByteArray();
    bool isNumber = false;
    const qlonglong pid
        = m_kept.mid(start + mark.size(), end - start - mark.size()).toLongLong(&isNumber);
    if (isNumber && pid > 1)
        m_pid = pid;
    m_kept.remove(0, end + 1);
    return rest();
}

QByteArray RemoteProcess::rest()
{
    m_searching = false;
    return std::exchange(m_kept, {});
}
} // namespace Core
