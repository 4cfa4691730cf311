// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"

#include "core/base/log.h"
#include "core/store/journalfile.h"
#include "core/store/posted.h"

#include <QSet>

#include <algorithm>

namespace Core
{
class Journal::Writer : public QObject
{
public:
    Writer(const QString &path, Journal *owner) : m_owner(owner), m_file(path) { }

    Expected<void> open()
    {
        if (m_file.isOpen())
            return {};
        const Expected<void> done = m_file.open();
        if (!done)
            qCWarning(lcStore) << logText(done.error().what) << done.error().detail;
        if (const QString aside = m_file.putAsideAs(); !aside.isEmpty()) {
            m_untold = aside;
            m_gone += std::exchange(m_given, {});
            emit m_owner->putAside(aside);
        }
        return done;
    }

    Expected<qint64> intend(const QByteArray &line)
    {
        if (const Expected<void> done = open(); !done)
            return tl::unexpected(done.error());
        if (const QString aside = std::exchange(m_untold, {}); !aside.isEmpty())
            return failure(
                ErrorKind::Storage,
                message(QT_TRANSLATE_NOOP("Core",
                                          "The journal was damaged and is now %1; a new one was "
                                          "begun. Nothing was sent"),
                        {aside}));
        const Expected<qint64> id = append(line);
        if (id)
            m_given << *id;
        return id;
    }

    // of: the entry; 0: the line begins one.
    Expected<qint64> append(const QByteArray &line, qint64 of = 0)
    {
        if (const Expected<void> done = open(); !done)
            return tl::unexpected(done.error());
        if (m_gone.contains(of))
            return failure(ErrorKind::Storage,
                           message(QT_TRANSLATE_NOOP(
                               "Core", "The journal was damaged while this action ran")));
        const Expected<qint64> id = m_file.append(line);
        if (id) {
            emit m_owner->written(of == 0 ? *id : of);
        } else {
            qCWarning(lcStore) << logText(id.error().what) << id.error().detail;
            m_file.close();
        }
        return id;
    }

    Expected<QList<JournalEntry>> entries()
    {
        if (const Expected<void> done = open(); !done)
            return tl::unexpected(done.error());
        JournalReader reader;
        const Expected<void> done = m_file.read(
            [&](qint64 number, const QByteArray &line) { reader.take(number, line); });
        if (!done)
            return tl::unexpected(done.error());
        return reader.entries();
    }

    Expected<JournalCheck> check()
    {
        if (const Expected<void> done = open(); !done)
            return tl::unexpected(done.error());
        return m_file.check();
    }

private:
    Journal *const m_owner;
    QString m_untold; // a damaged file
    QSet<qint64> m_given; // entries of this file
    QSet<qint64> m_gone; // of a file put aside since: their numbers mean others now
    JournalFile m_file;
};

Journal::Journal(const QString &path, QObject *parent)
    : QObject(parent), m_writer(new Writer(path, this))
{
    m_thread.setObjectName(QStringLiteral("journal"));
    m_writer->moveToThread(&m_thread);
    m_thread.start();
}

Journal::~Journal()
{
    // The calls are queued; SQLite's connection ends in the thread that made it.
    QMetaObject::invokeMethod(
        m_writer, [this] { delete m_writer; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

QFuture<Expected<void>> Journal::open()
{
    return posted(m_writer, [writer = m_writer] { return writer->open(); });
}

QFuture<Expected<qint64>> Journal::intend(const JournalEntry &entry)
{
    return posted(m_writer,
                  [writer = m_writer, line = intendLine(entry)] { return writer->intend(line); });
}

QFuture<Expected<void>> Journal::add(qint64 id, const JournalLine &line)
{
    return posted(m_writer, [writer = m_writer, id, line = eventLine(id, line)] {
        return writer->append(line, id).map([](qint64) {});
    });
}

QFuture<Expected<void>> Journal::conclude(qint64 id, const Outcome &outcome, const QDateTime &at,
                                          bool foundAtStart)
{
    return posted(m_writer,
                  [writer = m_writer, id, line = concludeLine(id, outcome, at, foundAtStart)] {
                      return writer->append(line, id).map([](qint64) {});
                  });
}

QFuture<Expected<QList<JournalEntry>>> Journal::entries(int atMost) const
{
    return posted(m_writer, [writer = m_writer, atMost] {
        return writer->entries().map([atMost](QList<JournalEntry> all) {
            all = all.mid(std::max<qsizetype>(0, all.size() - atMost));
            std::reverse(all.begin(), all.end());
            return all;
        });
    });
}

QFuture<Expected<QList<JournalEntry>>> Journal::unfinished(const QString &cluster) const
{
    return posted(m_writer, [writer = m_writer, cluster] {
        return writer->entries().map([&cluster](QList<JournalEntry> all) {
            all.removeIf([&](const JournalEntry &entry) {
                return entry.outcome || entry.cluster != cluster;
            });
            return all;
        });
    });
}

QFuture<Expected<JournalCheck>> Journal::check() const
{
    return posted(m_writer, [writer = m_writer] { return writer->check(); });
}

QString userName()
{
    for (const char *name : {"USER", "LOGNAME", "USERNAME"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty())
            return value;
    }
    return QStringLiteral("?");
}
} // namespace Core
