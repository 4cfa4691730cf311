// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historyfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMap>
#include <QSqlQuery>
#include <QVariant>

namespace Core
{
namespace
{
constexpr qint64 formatVersion = 1;
constexpr qint64 pageBytes = 4096;
} // namespace

HistoryFile::HistoryFile(QString path)
    : m_sqlite(std::move(path), QT_TRANSLATE_NOOP("Core", "The history cannot be kept: %1"))
{
}

void HistoryFile::disconnect()
{
    m_ids.clear();
    m_sqlite.close();
}

Expected<void> HistoryFile::connectTo(Access access)
{
    const bool reads = access == Access::Read;
    const Expected<void> opened
        = m_sqlite.open(reads ? QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000;QSQLITE_OPEN_READONLY")
                              : QStringLiteral("QSQLITE_BUSY_TIMEOUT=2000"));
    if (!opened)
        return opened;
    return reads ? Expected<void>() : prepare();
}

Expected<void> HistoryFile::prepare()
{
    const Expected<qint64> version = m_sqlite.number(QStringLiteral("PRAGMA user_version"));
    if (!version)
        return tl::unexpected(version.error());
    if (*version > formatVersion)
        return failure(ErrorKind::Storage,
                       message(QT_TRANSLATE_NOOP("Core", "The history is of a newer release")));
    for (const char *sql :
         {"PRAGMA auto_vacuum=INCREMENTAL", "PRAGMA journal_mode=WAL", "PRAGMA synchronous=NORMAL",
          "PRAGMA journal_size_limit=16777216",
          "CREATE TABLE IF NOT EXISTS series(id INTEGER PRIMARY KEY, node TEXT NOT NULL, "
          "subject TEXT NOT NULL, quantity TEXT NOT NULL, UNIQUE(node, subject, quantity))",
          "CREATE TABLE IF NOT EXISTS chunk(series INTEGER NOT NULL, tier INTEGER NOT NULL, "
          "start INTEGER NOT NULL, data BLOB NOT NULL, PRIMARY KEY(series, tier, start)) "
          "WITHOUT ROWID"}) {
        if (const Expected<void> done = m_sqlite.run(QString::fromLatin1(sql)); !done)
            return done;
    }
    if (const Expected<void> done
        = m_sqlite.run(QStringLiteral("PRAGMA user_version=%1").arg(formatVersion));
        !done)
        return done;
    // A damaged page would otherwise be found in the middle of somebody's zoom.
    return m_sqlite.check();
}

void HistoryFile::putAside()
{
    disconnect();
    const QString aside = m_sqlite.path() + QStringLiteral(".bad");
    QFile::remove(aside);
    if (!QFile::rename(m_sqlite.path(), aside))
        QFile::remove(m_sqlite.path());
    QFile::remove(m_sqlite.path() + QStringLiteral("-wal"));
    QFile::remove(m_sqlite.path() + QStringLiteral("-shm"));
    m_damaged = true;
}

Expected<void> HistoryFile::open(Access access)
{
    if (access == Access::Write)
        QDir().mkpath(QFileInfo(m_sqlite.path()).path());
    Expected<void> done = connectTo(access);
    if (!done && access == Access::Write && Sqlite::isDamage(done.error())) {
        putAside();
        done = connectTo(access);
    }
    if (!done)
        disconnect();
    return done;
}

Expected<std::optional<qint64>> HistoryFile::idOf(const SeriesKey &key, Access access)
{
    if (const auto known = m_ids.constFind(key); known != m_ids.constEnd())
        return *known;
    QSqlQuery query = m_sqlite.query();
    const auto ask = [&](const char *sql) {
        query.prepare(QString::fromLatin1(sql));
        query.addBindValue(key.node.text());
        query.addBindValue(key.subject);
        query.addBindValue(QString::fromLatin1(word(key.quantity)));
        return query.exec();
    };
    if (access == Access::Write
        && !ask("INSERT OR IGNORE INTO series(node, subject, quantity) VALUES(?, ?, ?)"))
        return m_sqlite.failed(query);
    if (!ask("SELECT id FROM series WHERE node=? AND subject=? AND quantity=?"))
        return m_sqlite.failed(query);
    if (!query.next())
        return std::optional<qint64>();
    m_ids.insert(key, query.value(0).toLongLong());
    return std::optional<qint64>(query.value(0).toLongLong());
}

Expected<void> HistoryFile::writeOne(const SeriesKey &key, const HistoryChunk &chunk)
{
    const Expected<std::optional<qint64>> id = idOf(key, Access::Write);
    if (!id)
        return tl::unexpected(id.error());
    QSqlQuery query = m_sqlite.query();
    query.prepare(QStringLiteral("INSERT OR REPLACE INTO chunk VALUES(?, ?, ?, ?)"));
    query.addBindValue(id->value_or(0));
    query.addBindValue(chunk.tier());
    query.addBindValue(chunk.start());
    query.addBindValue(chunk.encoded());
    if (!query.exec())
        return m_sqlite.failed(query);
    return {};
}

Expected<void> HistoryFile::write(const QList<std::pair<SeriesKey, HistoryChunk>> &chunks)
{
    if (const Expected<void> begun = m_sqlite.run(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    for (const auto &[key, chunk] : chunks) {
        if (const Expected<void> done = writeOne(key, chunk); !done) {
            static_cast<void>(m_sqlite.run(QStringLiteral("ROLLBACK")));
            m_ids.clear(); // ids made in this transaction are gone
            return done;
        }
    }
    const Expected<void> done = m_sqlite.run(QStringLiteral("COMMIT"));
    if (!done) {
        static_cast<void>(m_sqlite.run(QStringLiteral("ROLLBACK")));
        m_ids.clear();
    }
    return done;
}

Expected<qint64> HistoryFile::bytes()
{
    const Expected<qint64> pages = m_sqlite.number(QStringLiteral("PRAGMA page_count"));
    const Expected<qint64> unused = m_sqlite.number(QStringLiteral("PRAGMA freelist_count"));
    if (!pages || !unused)
        return tl::unexpected(pages ? unused.error() : pages.error());
    return (*pages - *unused) * pageBytes;
}

Expected<void> HistoryFile::removeBefore(const std::array<qint64, historyTiers.size()> &starts)
{
    for (size_t tier = 0; tier < starts.size(); ++tier) {
        // One range a series, since the key begins with it.
        const Expected<void> done = m_sqlite.run(
            QStringLiteral("DELETE FROM chunk WHERE tier=%1 AND start<%2 AND series IN "
                           "(SELECT id FROM series)")
                .arg(tier)
                .arg(starts[tier]));
        if (!done)
            return done;
    }
    return {};
}

Expected<void> HistoryFile::prune(qint64 now, const HistoryLimits &limits)
{
    for (double share = 1; share > 0.001; share *= 0.8) {
        std::array<qint64, historyTiers.size()> starts{};
        for (size_t tier = 0; tier < starts.size(); ++tier)
            starts[tier] = now - qint64(double(historyTiers[tier].kept) * share)
                - HistoryChunk::length(int(tier));
        if (const Expected<void> done = removeBefore(starts); !done)
            return done;
        const Expected<qint64> used = bytes();
        if (!used)
            return tl::unexpected(used.error());
        if (*used <= limits.bytes)
            break;
    }
    return m_sqlite.run(QStringLiteral("PRAGMA incremental_vacuum"));
}

Expected<QList<SeriesKey>> HistoryFile::series()
{
    QSqlQuery query = m_sqlite.query();
    if (!query.exec(QStringLiteral("SELECT node, subject, quantity FROM series")))
        return m_sqlite.failed(query);
    QList<SeriesKey> keys;
    while (query.next()) {
        for (int i = 0; i < quantityCount; ++i) {
            if (query.value(2).toString() == QLatin1StringView(word(Quantity(i))))
                keys << SeriesKey{NodeName(query.value(0).toString()), query.value(1).toString(),
                                  Quantity(i)};
        }
    }
    return keys;
}

Expected<QMap<qint64, HistoryChunk>> HistoryFile::chunks(const SeriesKey &key, int tier,
                                                         qint64 from, qint64 to)
{
    QMap<qint64, HistoryChunk> found;
    const Expected<std::optional<qint64>> id = idOf(key, Access::Read);
    if (!id)
        return tl::unexpected(id.error());
    if (!*id)
        return found;
    QSqlQuery query = m_sqlite.query();
    query.setForwardOnly(true);
    query.prepare(QStringLiteral("SELECT start, data FROM chunk WHERE series=? AND tier=? AND "
                                 "start BETWEEN ? AND ? ORDER BY start"));
    query.addBindValue(**id);
    query.addBindValue(tier);
    query.addBindValue(HistoryChunk::startOf(tier, from));
    query.addBindValue(to);
    if (!query.exec())
        return m_sqlite.failed(query);
    while (query.next()) {
        const qint64 start = query.value(0).toLongLong();
        if (const auto chunk = HistoryChunk::decoded(tier, start, query.value(1).toByteArray()))
            found.insert(start, *chunk);
    }
    return found;
}
} // namespace Core
