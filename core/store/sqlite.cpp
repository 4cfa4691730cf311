// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite.h"

#include <QDateTime>
#include <QFile>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

namespace Core
{
namespace
{
// SQLite's own result codes (sqlite3.h), as QSqlError hands them on: in the lowest byte, what is
// above tells more of them apart.
constexpr int corrupt = 11; // SQLITE_CORRUPT
constexpr int noDatabase = 26; // SQLITE_NOTADB

QString wordsOf(const QSqlError &error)
{
    return error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
}
} // namespace

Sqlite::Sqlite(QString path, const char *trouble)
    : m_path(std::move(path)), m_connection(QUuid::createUuid().toString(QUuid::Id128)),
      m_trouble(trouble)
{
}

Sqlite::~Sqlite()
{
    close();
}

Expected<void> Sqlite::open(const QString &options)
{
    close();
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(options);
    if (database.open())
        return {};
    return failed(wordsOf(database.lastError()), database.lastError().nativeErrorCode());
}

void Sqlite::close()
{
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

Expected<void> Sqlite::run(const QString &sql)
{
    QSqlQuery asked = query();
    return asked.exec(sql) ? Expected<void>() : failed(asked);
}

Expected<qint64> Sqlite::number(const QString &sql)
{
    QSqlQuery asked = query();
    if (!asked.exec(sql))
        return failed(asked);
    return asked.next() ? asked.value(0).toLongLong() : 0;
}

Expected<void> Sqlite::check()
{
    QSqlQuery asked = query();
    if (!asked.exec(QStringLiteral("PRAGMA quick_check(1)")) || !asked.next())
        return failed(asked);
    const QString answer = asked.value(0).toString();
    if (answer == QStringLiteral("ok"))
        return {};
    return failed(answer, QString::number(corrupt));
}

tl::unexpected<Error> Sqlite::failed(const QSqlQuery &query) const
{
    return failed(wordsOf(query.lastError()), query.lastError().nativeErrorCode());
}

tl::unexpected<Error> Sqlite::failed(const QString &words, const QString &code) const
{
    return failure(ErrorKind::Storage, message(m_trouble, {words}), code);
}

bool Sqlite::isDamage(const Error &error)
{
    const int code = error.detail.toInt() & 0xff;
    return code == corrupt || code == noDatabase;
}

Expected<QString> Sqlite::putAside()
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
            message(QT_TRANSLATE_NOOP("Core", "%1 is damaged and cannot be put aside"), {m_path}));
    QFile::rename(m_path + QStringLiteral("-journal"), aside + QStringLiteral("-journal"));
    return aside;
}
} // namespace Core
