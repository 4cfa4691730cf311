// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/programlog.h"

#include "core/base/log.h"

#include <QDateTime>

#include <deque>
#include <mutex>

namespace Core
{
namespace
{
constexpr size_t mostLines = 2000;
constexpr qsizetype longest = 4096;

// Qt hands its messages to a plain function: what that fills can only stand here.
struct Kept {
    std::mutex mutex;
    std::deque<QByteArray> lines;
    QtMessageHandler before = nullptr;
};
Kept &kept()
{
    static Kept lines;
    return lines;
}

void keep(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    static constexpr const char *kinds[] = {"debug", "warning", "critical", "fatal", "info"};
    const QByteArray line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1()
        + ' ' + kinds[size_t(type) % std::size(kinds)] + ' '
        + (context.category ? context.category : "") + ' '
        + redacted(text.toUtf8().left(longest)).replace('\n', ' ');
    QtMessageHandler before = nullptr;
    {
        const std::lock_guard lock(kept().mutex);
        kept().lines.push_back(line);
        if (kept().lines.size() > mostLines)
            kept().lines.pop_front();
        before = kept().before;
    }
    if (before)
        before(type, context, text);
}
} // namespace

void keepProgramLog()
{
    const QtMessageHandler before = qInstallMessageHandler(keep);
    const std::lock_guard lock(kept().mutex);
    kept().before = before == keep ? kept().before : before;
}

QByteArrayList programLog()
{
    const std::lock_guard lock(kept().mutex);
    return {kept().lines.cbegin(), kept().lines.cend()};
}

bool passProgramLog(void (*take)(const char *line, size_t size))
{
    const std::unique_lock lock(kept().mutex, std::try_to_lock);
    if (!lock)
        return false;
    for (const QByteArray &line : kept().lines)
        take(line.constData(), size_t(line.size()));
    return true;
}
} // namespace Core
