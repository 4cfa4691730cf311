// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/confhistoryfile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QVariant>

#include <algorithm>

namespace Core
{
namespace
{
constexpr qint64 formatVersion = 1;

QVariant milliseconds(const QDateTime &at)
{
    return at.toMSecsSinceEpoch();
}

QDateTime timeIn(const QSqlQuery &row, int column)
{
    return QDateTime::fromMSecsSinceEpoch(row.value(column).toLongLong(), Qt::UTC);
}

// What was seen where last: the newest row of each place.
const QString current = QStringLiteral("SELECT conf FROM sight WHERE conf IS NOT NULL AND id IN "
                                       "(SELECT MAX(id) FROM sight GROUP BY node, place)");
} // namespace

ConfHistoryFile::ConfHistoryFile(const QString &path, ConfHistoryLimits limits)
    : m_database(
        path, QT_TRANSLATE_NOOP("Core", "The versions of cluster.conf cannot be kept or read: %1")),
      m_limits(limits)
{
}

void ConfHistoryFile::close()
{
    m_open = false;
    m_database.close();
}

Expected<void> ConfHistoryFile::open()
{
    m_aside.clear();
    QDir().mkpath(QFileInfo(m_database.path()).path());
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

Expected<void> ConfHistoryFile::connectTo()
{
    if (const Expected<void> done = m_database.open(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
        !done)
        return done;
    const Expected<void> done = prepare();
    // Addresses and names of machines are nobody else's.
    QFile::setPermissions(m_database.path(), QFile::ReadOwner | QFile::WriteOwner);
    return done;
}

Expected<void> ConfHistoryFile::prepare()
{
    const Expected<qint64> version = m_database.number(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version > formatVersion)
        return failure(ErrorKind::Storage,
                       message(QT_TRANSLATE_NOOP(
                           "Core", "The versions of cluster.conf are kept by a newer release")));
    for (const char *sql :
         {"PRAGMA journal_mode=DELETE", "PRAGMA synchronous=FULL",
          "CREATE TABLE IF NOT EXISTS conf(id INTEGER PRIMARY KEY AUTOINCREMENT, sum BLOB NOT NULL "
          "UNIQUE, number INTEGER, wellFormed INTEGER NOT NULL, bytes INTEGER NOT NULL, text BLOB)",
          "CREATE TABLE IF NOT EXISTS sight(id INTEGER PRIMARY KEY AUTOINCREMENT, conf INTEGER, "
          "node TEXT NOT NULL, place TEXT NOT NULL, first INTEGER NOT NULL)",
          "CREATE INDEX IF NOT EXISTS place ON sight(node, place, id)",
          "CREATE TABLE IF NOT EXISTS author(id INTEGER PRIMARY KEY AUTOINCREMENT, conf INTEGER "
          "NOT NULL, user TEXT NOT NULL, host TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT "
          "NULL)",
          "PRAGMA user_version=1"}) {
        if (const Expected<void> done = m_database.run(QString::fromLatin1(sql)); !done)
            return done;
    }
    return m_database.check();
}

Expected<void> ConfHistoryFile::putAside()
{
    close();
    return m_database.putAside().map([this](const QString &aside) { m_aside = aside; });
}

Expected<void> ConfHistoryFile::begin()
{
    return m_database.run(QStringLiteral("BEGIN IMMEDIATE"));
}

// The end of the transaction that begin() began.
template <typename T> Expected<T> ConfHistoryFile::ended(Expected<T> done)
{
    if (done) {
        const Expected<void> committed = m_database.run(QStringLiteral("COMMIT"));
        if (committed)
            return done;
        done = tl::unexpected(committed.error());
    }
    static_cast<void>(m_database.run(QStringLiteral("ROLLBACK")));
    return done;
}

// Of this text; made when there is none.
Expected<qint64> ConfHistoryFile::idOf(const KeptConf &file)
{
    const QByteArray size = file.text.isEmpty() ? QByteArray::number(file.bytes) : QByteArray();
    const QByteArray sum
        = QCryptographicHash::hash(size + '\n' + file.text, QCryptographicHash::Sha256);
    QSqlQuery query = m_database.query();
    query.prepare(QStringLiteral("INSERT OR IGNORE INTO conf(sum, number, wellFormed, bytes, text) "
                                 "VALUES(?, ?, ?, ?, ?)"));
    query.addBindValue(sum);
    query.addBindValue(file.number ? QVariant(*file.number) : QVariant());
    query.addBindValue(file.wellFormed);
    query.addBindValue(file.bytes);
    query.addBindValue(file.text.isEmpty() ? QVariant() : QVariant(qCompress(file.text)));
    if (!query.exec())
        return m_database.failed(query);
    query.prepare(QStringLiteral("SELECT id FROM conf WHERE sum=?"));
    query.addBindValue(sum);
    if (!query.exec() || !query.next())
        return m_database.failed(query);
    return query.value(0).toLongLong();
}

Expected<bool> ConfHistoryFile::saw(const ConfSight &sight)
{
    if (const Expected<void> begun = begin(); !begun)
        return tl::unexpected(begun.error());
    return ended([&]() -> Expected<bool> {
        QVariant conf;
        if (sight.file) {
            const Expected<qint64> id = idOf(*sight.file);
            if (!id)
                return tl::unexpected(id.error());
            conf = *id;
        }
        QSqlQuery query = m_database.query();
        query.prepare(QStringLiteral(
            "SELECT conf FROM sight WHERE node=? AND place=? ORDER BY id DESC LIMIT 1"));
        query.addBindValue(sight.node.text());
        query.addBindValue(word(sight.place));
        if (!query.exec())
            return m_database.failed(query);
        const bool known = query.next();
        const bool none = !known || query.value(0).isNull();
        if (none ? conf.isNull() : query.value(0) == conf)
            return false;
        query.prepare(
            QStringLiteral("INSERT INTO sight(conf, node, place, first) VALUES(?, ?, ?, ?)"));
        query.addBindValue(conf);
        query.addBindValue(sight.node.text());
        query.addBindValue(word(sight.place));
        query.addBindValue(milliseconds(sight.at));
        if (!query.exec())
            return m_database.failed(query);
        return prune().map([] { return true; });
    }());
}

Expected<void> ConfHistoryFile::wrote(const KeptConf &file, const ConfAuthor &author)
{
    if (const Expected<void> begun = begin(); !begun)
        return begun;
    return ended([&]() -> Expected<void> {
        const Expected<qint64> id = idOf(file);
        if (!id)
            return tl::unexpected(id.error());
        QSqlQuery query = m_database.query();
        query.prepare(QStringLiteral(
            "INSERT INTO author(conf, user, host, reason, at) VALUES(?, ?, ?, ?, ?)"));
        query.addBindValue(*id);
        for (const QString &word : {author.user, author.host, author.reason})
            query.addBindValue(word.isNull() ? QStringLiteral("") : word);
        query.addBindValue(milliseconds(author.at));
        return query.exec() ? Expected<void>() : m_database.failed(query);
    }());
}

// The oldest versions beyond the limits, with all that is told of them.
Expected<void> ConfHistoryFile::prune()
{
    const QString others
        = QStringLiteral("SELECT id FROM conf WHERE id NOT IN (%1) ORDER BY id LIMIT 1")
              .arg(current);
    for (;;) {
        const Expected<qint64> count
            = m_database.number(QStringLiteral("SELECT COUNT(*) FROM conf"));
        const Expected<qint64> bytes
            = m_database.number(QStringLiteral("SELECT SUM(LENGTH(text)) FROM conf"));
        const Expected<qint64> oldest = m_database.number(others);
        for (const Expected<qint64> *asked : {&count, &bytes, &oldest}) {
            if (!*asked)
                return tl::unexpected(asked->error());
        }
        if (*oldest == 0 || (*count <= m_limits.versions && *bytes <= m_limits.bytes))
            break;
        for (const char *sql :
             {"DELETE FROM sight WHERE conf=%1", "DELETE FROM author WHERE conf=%1",
              "DELETE FROM conf WHERE id=%1"}) {
            const Expected<void> done = m_database.run(QString::fromLatin1(sql).arg(*oldest));
            if (!done)
                return done;
        }
    }
    return m_database.run(
        QStringLiteral("DELETE FROM sight WHERE id <= (SELECT MAX(id) FROM sight) - %1 AND id NOT "
                       "IN (SELECT MAX(id) FROM sight GROUP BY node, place)")
            .arg(m_limits.sights));
}

Expected<void> ConfHistoryFile::readStays(QHash<qint64, ConfVersion> &versions)
{
    QSqlQuery row = m_database.query();
    if (!row.exec(QStringLiteral("SELECT conf, node, place, first FROM sight ORDER BY id DESC")))
        return m_database.failed(row);
    QHash<std::pair<QString, QString>, QDateTime> later; // from when something else lay there
    while (row.next()) {
        const std::pair place{row.value(1).toString(), row.value(2).toString()};
        const std::optional<ConfPlace> known = confPlaceOf(place.second);
        const auto next = later.constFind(place);
        const auto version = versions.find(row.value(0).toLongLong());
        if (version != versions.end() && known) {
            ConfStay stay{NodeName(place.first), *known, timeIn(row, 3), {}};
            if (next != later.constEnd())
                stay.until = *next;
            version->stays.prepend(stay);
        }
        later.insert(place, timeIn(row, 3));
    }
    return {};
}

Expected<void> ConfHistoryFile::readAuthors(QHash<qint64, ConfVersion> &versions)
{
    QSqlQuery row = m_database.query();
    if (!row.exec(QStringLiteral("SELECT conf, user, host, reason, at FROM author ORDER BY id")))
        return m_database.failed(row);
    while (row.next()) {
        const auto version = versions.find(row.value(0).toLongLong());
        if (version != versions.end())
            version->authors << ConfAuthor{row.value(1).toString(), row.value(2).toString(),
                                           row.value(3).toString(), timeIn(row, 4)};
    }
    return {};
}

Expected<ConfVersions> ConfHistoryFile::versions()
{
    QSqlQuery row = m_database.query();
    if (!row.exec(
            QStringLiteral("SELECT id, number, bytes, wellFormed, text IS NOT NULL FROM conf")))
        return m_database.failed(row);
    QHash<qint64, ConfVersion> found;
    while (row.next()) {
        ConfVersion version;
        version.id = row.value(0).toLongLong();
        if (!row.value(1).isNull())
            version.number = row.value(1).toUInt();
        version.bytes = row.value(2).toLongLong();
        version.wellFormed = row.value(3).toBool();
        version.kept = row.value(4).toBool();
        found.insert(version.id, version);
    }
    for (const Expected<void> &done : {readStays(found), readAuthors(found)}) {
        if (!done)
            return tl::unexpected(done.error());
    }
    ConfVersions seen = found.values();
    seen.removeIf([](const ConfVersion &version) { return version.stays.isEmpty(); });
    std::sort(seen.begin(), seen.end(),
              [](const ConfVersion &a, const ConfVersion &b) { return a.id > b.id; });
    return seen;
}

Expected<QByteArray> ConfHistoryFile::text(qint64 id)
{
    QSqlQuery row = m_database.query();
    row.prepare(QStringLiteral("SELECT text FROM conf WHERE id=?"));
    row.addBindValue(id);
    if (!row.exec())
        return m_database.failed(row);
    const QByteArray text = row.next() ? qUncompress(row.value(0).toByteArray()) : QByteArray();
    if (text.isEmpty())
        return failure(ErrorKind::Storage,
                       message(QT_TRANSLATE_NOOP(
                           "Core", "The text of this version of cluster.conf is not kept")));
    return text;
}
} // namespace Core
