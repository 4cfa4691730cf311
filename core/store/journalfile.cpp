// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QVariant>

namespace Core
{
namespace
{
constexpr qint64 formatVersion = 1;

QByteArray chained(const QByteArray &before, const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(body);
    return hash.result();
}
} // namespace

JournalFile::JournalFile(QString path)
    : m_sqlite(std::move(path), QT_TRANSLATE_NOOP("Core", "The journal cannot be written: %1"))
{
}

void JournalFile::close()
{
    m_open = false;
    m_sqlite.close();
}

Expected<void> JournalFile::open()
{
    m_aside.clear();
    QDir().mkpath(QFileInfo(m_sqlite.path()).path());
    Expected<void> done = connectTo();
    if (!done && Sqlite::isDamage(done.error())) {
        done = putAside();
        if (done)
            done = connectTo();
    }
    if (!done)
        close();
    m_open = done.has_value();
    return done;
}

Expected<void> JournalFile::connectTo()
{
    close();
    if (const Expected<void> opened = m_sqlite.open(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        !opened)
        return opened;
    const Expected<void> done = prepare();
    // Names of machines and what commands printed are nobody else's.
    QFile::setPermissions(m_sqlite.path(), QFile::ReadOwner | QFile::WriteOwner);
    return done;
}

Expected<void> JournalFile::prepare()
{
    const Expected<qint64> version = m_sqlite.number(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version > formatVersion)
        return failure(ErrorKind::Storage,
                       message(QT_TRANSLATE_NOOP("Core", "The journal is of a newer release")));
    // Without a write-ahead log: one file is harder to tear apart than three.
    for (const char *sql : {"PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL",
                            "CREATE TABLE IF NOT EXISTS line(id INTEGER PRIMARY KEY AUTOINCREMENT, "
                            "body BLOB NOT NULL, hash BLOB NOT NULL)",
                            "CREATE TRIGGER IF NOT EXISTS kept BEFORE DELETE ON line "
                            "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END",
                            "CREATE TRIGGER IF NOT EXISTS unchanged BEFORE UPDATE ON line "
                            "BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END",
                            "PRAGMA user_version=1"}) {
        if (const Expected<void> done = m_sqlite.run(QString::fromLatin1(sql)); !done)
            return done;
    }
    return m_sqlite.check();
}

Expected<void> JournalFile::putAside()
{
    close();
    const Expected<QString> aside = m_sqlite.putAside();
    if (!aside)
        return tl::unexpected(aside.error());
    m_aside = *aside;
    if (const Expected<void> done = connectTo(); !done)
        return done;
    const QJsonObject note{{QStringLiteral("kind"), QStringLiteral("putAside")},
                           {QStringLiteral("file"), QFileInfo(*aside).fileName()}};
    const Expected<qint64> told = append(QJsonDocument(note).toJson(QJsonDocument::Compact));
    return told ? Expected<void>() : tl::unexpected(told.error());
}

Expected<qint64> JournalFile::insert(const QByteArray &body)
{
    QSqlQuery last = m_sqlite.query();
    if (!last.exec(QStringLiteral("SELECT hash FROM line ORDER BY id DESC LIMIT 1")))
        return m_sqlite.failed(last);
    const QByteArray before = last.next() ? last.value(0).toByteArray() : QByteArray();
    last.finish();
    QSqlQuery query = m_sqlite.query();
    query.prepare(QStringLiteral("INSERT INTO line(body, hash) VALUES(?, ?)"));
    query.addBindValue(body);
    query.addBindValue(chained(before, body));
    if (!query.exec())
        return m_sqlite.failed(query);
    return query.lastInsertId().toLongLong();
}

Expected<qint64> JournalFile::append(const QByteArray &body)
{
    // Immediate: no other program may append between the hash that is read and the one written.
    if (const Expected<void> begun = m_sqlite.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return tl::unexpected(begun.error());
    Expected<qint64> id = insert(body);
    if (id) {
        if (const Expected<void> done = m_sqlite.run(QStringLiteral("COMMIT")); !done)
            id = tl::unexpected(done.error());
    }
    if (!id)
        static_cast<void>(m_sqlite.run(QStringLiteral("ROLLBACK")));
    return id;
}

Expected<void> JournalFile::read(const Taker &take)
{
    QSqlQuery query = m_sqlite.query();
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, body FROM line ORDER BY id")))
        return m_sqlite.failed(query);
    while (query.next())
        take(query.value(0).toLongLong(), query.value(1).toByteArray());
    return {};
}

Expected<JournalCheck> JournalFile::check()
{
    JournalCheck found;
    const auto bad = [&found](qint64 line, Message what) {
        found.firstBad = line;
        found.what = std::move(what);
        return found;
    };
    QSqlQuery query = m_sqlite.query();
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, body, hash FROM line ORDER BY id")))
        return m_sqlite.failed(query);
    QByteArray before;
    for (qint64 wanted = 1; query.next(); ++wanted) {
        if (query.value(0).toLongLong() != wanted)
            return bad(
                wanted,
                message(QT_TRANSLATE_NOOP("Core", "Line %1 of the journal is missing"), {wanted}));
        before = chained(before, query.value(1).toByteArray());
        if (before != query.value(2).toByteArray())
            return bad(
                wanted,
                message(QT_TRANSLATE_NOOP("Core", "Line %1 of the journal was changed"), {wanted}));
        found.lines = wanted;
    }
    const Expected<qint64> given
        = m_sqlite.number(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name='line'"));
    if (!given)
        return tl::unexpected(given.error());
    if (*given != found.lines)
        return bad(found.lines + 1,
                   message(QT_TRANSLATE_NOOP("Core", "Line %1 of the journal is missing"),
                           {found.lines + 1}));
    return found;
}
} // namespace Core
