// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journalentry.h"
#include "core/store/sqlite.h"

#include <functional>

namespace Core
{
// journal.db: SQLite with synchronous=FULL, so that a line is on the disk when append() returns.
// One table, line(id, body, hash): body is a line of journalentry.h, hash is SHA-256 over the hash
// before it and the body. Triggers refuse changes and deletions; who goes around them breaks the
// chain, and the counter that SQLite keeps of given ids tells of lines cut from the end. Several
// programs may append: each line is a transaction of its own. Used in the thread that opened it.
class JournalFile
{
public:
    explicit JournalFile(QString path);

    // Makes the file. A damaged one is put aside under a name of its own, never overwritten, and a
    // new one is begun that says so in its first line. Storage: it cannot be made or written, or a
    // newer release made it.
    Expected<void> open();
    bool isOpen() const { return m_open; }
    void close();
    // Its number. Storage: nothing was written; open() again.
    Expected<qint64> append(const QByteArray &body);
    using Taker = std::function<void(qint64 number, const QByteArray &body)>;
    Expected<void> read(const Taker &take);
    Expected<JournalCheck> check();
    QString putAsideAs() const { return m_aside; } // at the last open(); empty: it was whole

private:
    Expected<void> connectTo();
    Expected<void> prepare();
    Expected<qint64> insert(const QByteArray &body);
    Expected<void> putAside();

    Sqlite m_sqlite;
    QString m_aside;
    bool m_open = false;
};
} // namespace Core
