// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journalfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace Core
{
namespace
{
constexpr qint64 formatVersion = 1;
// SQLite's own result codes (sqlite3.h), as QSqlError hands them on: in the lowest byte, what is
// above tells more of them apart.
constexpr int corrupt = 11; // SQLITE_CORRUPT
constexpr int noDatabase = 26; // SQLITE_NOTADB

Error storageError(const QSqlError &error)
{
    return {ErrorKind::Storage,
            message(QT_TRANSLATE_NOOP("Core", "The journal cannot be written: %1"),
                    {error.databaseText().isEmpty() ? error.driverText() : error.databaseText()}),
            error.nativeErrorCode()};
}

tl::unexpected<Error> failed(const QSqlQuery &query)
{
    return tl::unexpected(storageError(query.lastError()));
}

bool isDamage(const Error &error)
{
    const int code = error.detail.toInt() & 0xff;
    return code == corrupt || code == noDatabase;
}

QByteArray chained(const QByteArray &before, const QByteArray &body)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(before);
    hash.addData(body);
    return hash.result();
}
} // namespace

JournalFile::JournalFile(QString path)
    : m_path(std::move(path)),
      m_connection(QStringLiteral("journal-") + QUuid::createUuid().toString(QUuid::Id128))
{
}

JournalFile::~JournalFile()
{
    close();
}

void JournalFile::close()
{
    m_open = false;
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

Expected<void> JournalFile::open()
{
    m_aside.clear();
    QDir().mkpath(QFileInfo(m_path).path());
    Expected<void> done = connectTo();
    if (!done && isDamage(done.error())) {
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
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!database.open())
        return tl::unexpected(storageError(database.lastError()));
    const Expected<void> done = prepare();
    // Names of machines and what commands printed are nobody else's.
    QFile::setPermissions(m_path, QFile::ReadOwner | QFile::WriteOwner);
    return done;
}

Expected<void> JournalFile::prepare()
{
    const Expected<qint64> version = number("PRAGMA user_version");
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
        if (const Expected<void> done = run(sql); !done)
            return done;
    }
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(QStringLiteral("PRAGMA quick_check(1)")) || !query.next())
        return failed(query);
    const QString answer = query.value(0).toString();
    if (answer == QStringLiteral("ok"))
        return {};
    return failure(
        ErrorKind::Storage,
        message(QT_TRANSLATE_NOOP("Core", "The journal cannot be written: %1"), {answer}),
        QString::number(corrupt));
}

Expected<void> JournalFile::putAside()
{
    close();
    const QString stamp
        = QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QString aside = m_path + QStringLiteral(".bad-") + stamp;
    for (int i = 1; QFile::exists(aside); ++i)
        aside = m_path + QStringLiteral(".bad-%1-%2").arg(stamp).arg(i);
    if (!QFile::rename(m_path, aside))
        return failure(
            ErrorKind::Storage,
            message(QT_TRANSLATE_NOOP("Core", "The journal is damaged and cannot be put aside: %1"),
                    {m_path}));
    QFile::rename(m_path + QStringLiteral("-journal"), aside + QStringLiteral("-journal"));
    m_aside = aside;
    if (const Expected<void> done = connectTo(); !done)
        return done;
    const QJsonObject note{{QStringLiteral("kind"), QStringLiteral("putAside")},
                           {QStringLiteral("file"), QFileInfo(aside).fileName()}};
    const Expected<qint64> told = append(QJsonDocument(note).toJson(QJsonDocument::Compact));
    return told ? Expected<void>() : tl::unexpected(told.error());
}

Expected<void> JournalFile::run(const char *sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(QString::fromLatin1(sql)))
        return failed(query);
    return {};
}

Expected<qint64> JournalFile::number(const char *sql)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    if (!query.exec(QString::fromLatin1(sql)))
        return failed(query);
    return query.next() ? query.value(0).toLongLong() : 0;
}

Expected<qint64> JournalFile::insert(const QByteArray &body)
{
    QSqlQuery last(QSqlDatabase::database(m_connection));
    if (!last.exec(QStringLiteral("SELECT hash FROM line ORDER BY id DESC LIMIT 1")))
        return failed(last);
    const QByteArray before = last.next() ? last.value(0).toByteArray() : QByteArray();
    last.finish();
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.prepare(QStringLiteral("INSERT INTO line(body, hash) VALUES(?, ?)"));
    query.addBindValue(body);
    query.addBindValue(chained(before, body));
    if (!query.exec())
        return failed(query);
    return query.lastInsertId().toLongLong();
}

Expected<qint64> JournalFile::append(const QByteArray &body)
{
    // Immediate: no other program may append between the hash that is read and the one written.
    if (const Expected<void> begun = run("BEGIN IMMEDIATE"); !begun)
        return tl::unexpected(begun.error());
    Expected<qint64> id = insert(body);
    if (id) {
        if (const Expected<void> done = run("COMMIT"); !done)
            id = tl::unexpected(done.error());
    }
    if (!id)
        static_cast<void>(run("ROLLBACK"));
    return id;
}

Expected<void> JournalFile::read(const Taker &take)
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, body FROM line ORDER BY id")))
        return failed(query);
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
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT id, body, hash FROM line ORDER BY id")))
        return failed(query);
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
    const Expected<qint64> given = number("SELECT seq FROM sqlite_sequence WHERE name='line'");
    if (!given)
        return tl::unexpected(given.error());
    if (*given != found.lines)
        return bad(found.lines + 1,
                   message(QT_TRANSLATE_NOOP("Core", "Line %1 of the journal is missing"),
                           {found.lines + 1}));
    return found;
}
} // namespace Core
