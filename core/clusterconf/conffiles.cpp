// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/conffiles.h"

namespace Core
{
namespace
{
constexpr qint64 mostBytes = 4 * 1024 * 1024; // three files of what Document takes, and some
constexpr const char *script = "for f; do if [ -e \"$f\" ]; then wc -c < \"$f\" || exit; "
                               "cat \"$f\" || exit; else echo -; fi; done; echo .";

// Takes answers of confFilesCommand() apart.
class Answer
{
public:
    explicit Answer(QByteArrayView rest) : m_rest(rest) { }

    Expected<std::optional<QByteArray>> file()
    {
        const QByteArrayView head = line();
        if (head == "-")
            return std::optional<QByteArray>();
        bool number = false;
        const qlonglong size = head.toByteArray().toLongLong(&number);
        if (!number || size < 0)
            return failure(ErrorKind::ParseFailed,
                           message(QT_TRANSLATE_NOOP(
                               "Core", "the size of a file was expected in the answer")));
        if (size > m_rest.size())
            return changed();
        const QByteArray bytes = m_rest.first(size).toByteArray();
        m_rest = m_rest.sliced(size);
        return std::optional(bytes);
    }

    Expected<void> end() { return line() == "." ? Expected<void>() : changed(); }

private:
    static tl::unexpected<Error> changed()
    {
        return failure(ErrorKind::Stale,
                       message(QT_TRANSLATE_NOOP(
                           "Core", "cluster.conf changed while it was read: try again")));
    }

    QByteArrayView line()
    {
        const qsizetype end = m_rest.indexOf('\n');
        const QByteArrayView head = end < 0 ? m_rest : m_rest.first(end);
        m_rest = end < 0 ? QByteArrayView() : m_rest.sliced(end + 1);
        return head.trimmed(); // busybox's wc pads
    }

    QByteArrayView m_rest;
};
} // namespace

Command confFilesCommand(const QString &rootPrefix)
{
    const QString committed = rootPrefix + QStringLiteral("/etc/pve/cluster.conf");
    Command command;
    command.program = QStringLiteral("sh");
    command.arguments = {QStringLiteral("-c"),
                         QString::fromLatin1(script),
                         QStringLiteral("sh"),
                         committed,
                         committed + QStringLiteral(".new"),
                         rootPrefix + QStringLiteral("/etc/cluster/cluster.conf")};
    command.outputCap = mostBytes;
    return command;
}

// A file that grew or shrank between its size and its bytes leaves no size, or no end, where one
// belongs.
Expected<ConfFiles> parseConfFiles(const NodeName &node, QByteArrayView answer)
{
    Answer rest(answer);
    ConfFiles files{node, {}, {}, {}};
    for (std::optional<QByteArray> *file : {&files.committed, &files.pending, &files.local}) {
        Expected<std::optional<QByteArray>> read = rest.file();
        if (!read)
            return tl::unexpected(read.error());
        *file = std::move(*read);
    }
    if (const Expected<void> end = rest.end(); !end)
        return tl::unexpected(end.error());
    return files;
}
} // namespace Core
