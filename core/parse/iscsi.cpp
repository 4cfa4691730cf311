// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/iscsi.h"

#include "core/parse/cursor.h"

namespace Core
{
namespace
{
// "tcp: [1] 10.0.0.1:3260,1 iqn.2026-01.lan.store:disk (non-flash)"; 2.0 prints no last word.
Expected<IscsiSession> readSession(Cursor cursor)
{
    IscsiSession session;
    const QByteArrayView transport = cursor.until(':'); // decoded late: garbage may be long
    if (!cursor.skip(": ["))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a transport and “: [”")));
    const std::optional<int> id = cursor.number<int>();
    if (!id || !cursor.skip("] "))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a session number")));
    session.id = *id;
    const QByteArrayView portal = cursor.until(',');
    const std::optional<int> group = cursor.skip(',') ? cursor.number<int>() : std::nullopt;
    if (!group || !cursor.skip(' '))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a portal and its group")));
    session.transport = QString::fromLatin1(transport);
    session.portal = QString::fromLatin1(portal);
    session.group = *group;
    session.target = QString::fromUtf8(cursor.word());
    if (session.target.isEmpty())
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "the name of a target")));
    return session;
}
} // namespace

Expected<IscsiSessions> parseIscsiSessions(QByteArrayView text)
{
    IscsiSessions sessions;
    Lines lines(text);
    while (lines.next()) {
        const QByteArrayView line = withoutBlanks(lines.line());
        if (line.isEmpty() || line == "iscsiadm: No active sessions.")
            continue;
        if (sessions.size() == maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        const Expected<IscsiSession> session = readSession(lines.cursor());
        if (!session)
            return tl::unexpected(session.error());
        sessions.append(*session);
    }
    return sessions;
}

namespace
{
// The tree of tgt is told by indentation, four blanks a level; section names stand at the first.
class TargetReader
{
public:
    explicit TargetReader(QByteArrayView text) : m_lines(text) { }

    Expected<IscsiTargets> read()
    {
        while (m_lines.next()) {
            const QByteArrayView line = withoutBlanks(m_lines.line());
            if (line.isEmpty())
                continue;
            if (Expected<void> done = readLine(line, m_lines.line().indexOf(line) / 4); !done)
                return tl::unexpected(done.error());
        }
        return m_targets;
    }

private:
    Expected<void> readLine(QByteArrayView line, qsizetype level)
    {
        if (level == 0)
            return beginBlock(line);
        if (m_inSession)
            return {};
        if (m_targets.isEmpty())
            return m_lines.failure(1,
                                   message(QT_TRANSLATE_NOOP("Core", "a line “Target N: NAME”")));
        if (level == 1)
            m_section = line;
        else if (++m_details > maximumRows)
            return m_lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        else
            readDetail(line);
        return {};
    }

    // "Target 1: iqn.2026-01.lan.store:disk"
    Expected<void> beginBlock(QByteArrayView line)
    {
        Cursor cursor = m_lines.cursor();
        m_section = {};
        m_inSession = line.startsWith("Session: ");
        if (m_inSession)
            return {};
        const bool target = cursor.skip("Target ");
        const std::optional<int> id = target ? cursor.number<int>() : std::nullopt;
        if (!id || !cursor.skip(": "))
            return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a line “Target N: NAME”")));
        if (m_targets.size() == maximumRows)
            return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        IscsiTarget begun;
        begun.id = *id;
        begun.name = QString::fromUtf8(withoutBlanks(cursor.rest()));
        m_targets.append(begun);
        return {};
    }

    void readDetail(QByteArrayView line)
    {
        IscsiTarget &target = m_targets.last();
        if (m_section == "ACL information:") {
            target.acl.append(QString::fromUtf8(line));
            return;
        }
        const std::optional<KeyValue> pair = keyValue(line);
        if (!pair || pair->value.isEmpty())
            return;
        const QString value = QString::fromUtf8(pair->value);
        if (m_section == "System information:" && pair->key == "State")
            target.state = value;
        else if (m_section == "I_T nexus information:" && pair->key == "IP Address")
            target.initiators.append(value);
        else if (m_section == "LUN information:" && pair->key == "Backing store path"
                 && value != QStringLiteral("None")) // the controller
            target.backingStores.append(value);
    }

    Lines m_lines;
    IscsiTargets m_targets;
    QByteArrayView m_section;
    bool m_inSession = false;
    int m_details = 0;
};
} // namespace

Expected<IscsiTargets> parseTgtTargets(QByteArrayView text)
{
    return TargetReader(text).read();
}
} // namespace Core
