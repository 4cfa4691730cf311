// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/historychunk.h"
#include "core/store/sqlite.h"

#include <QHash>

namespace Core
{
struct HistoryLimits {
    qint64 bytes = 180 * 1024 * 1024; // of the file; what is older goes first
};

// history.db: SQLite in WAL mode. Tables: series(id, node, subject, quantity), chunk(series, tier,
// start, data). One connection, used in the thread that opened it.
class HistoryFile
{
public:
    enum class Access : quint8 { Write, Read };
    explicit HistoryFile(QString path);

    // Write: makes the file, and when it is damaged puts it aside as PATH.bad (one such file is
    // kept) and makes a new one. Storage: it cannot be made, or a newer release made it.
    Expected<void> open(Access access);
    // All or nothing. Storage: the disk is full or gone.
    Expected<void> write(const QList<std::pair<SeriesKey, HistoryChunk>> &chunks);
    // What is older than its tier keeps, and more when the file is above its limit.
    Expected<void> prune(qint64 now, const HistoryLimits &limits);
    Expected<QList<SeriesKey>> series();
    // The chunks of a tier that touch [from, to], by their start. Damaged ones are left out.
    Expected<QMap<qint64, HistoryChunk>> chunks(const SeriesKey &key, int tier, qint64 from,
                                                qint64 to);
    Expected<qint64> bytes(); // used in the file, its free pages left out
    bool wasDamaged() const { return m_damaged; } // at open()

private:
    Expected<void> connectTo(Access access);
    Expected<void> prepare();
    void putAside();
    void disconnect();
    Expected<std::optional<qint64>> idOf(const SeriesKey &key, Access access);
    Expected<void> writeOne(const SeriesKey &key, const HistoryChunk &chunk);
    Expected<void> removeBefore(const std::array<qint64, historyTiers.size()> &starts);

    Sqlite m_sqlite;
    QHash<SeriesKey, qint64> m_ids;
    bool m_damaged = false;
};
} // namespace Core
