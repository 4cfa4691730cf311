// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/confversion.h"
#include "core/store/sqlite.h"

namespace Core
{
// What is older goes first; what lies on a node now is kept in any case.
struct ConfHistoryLimits {
    int versions = 1'000;
    qint64 bytes = 32 * 1024 * 1024; // of their texts, as kept
    int sights = 20'000;
};

// The versions of one cluster's cluster.conf, an SQLite file. Tables: conf(id, sum, number,
// wellFormed, bytes, text), a text each; sight(id, conf, node, place, first), what was first seen
// where and when, conf null: no file; author(id, conf, user, host, reason, at). Several programs
// may write it. Used in the thread that opened it.
class ConfHistoryFile
{
public:
    explicit ConfHistoryFile(const QString &path, ConfHistoryLimits limits = {});

    // Makes the file. A damaged one is put aside under a name of its own and a new one is begun.
    // Storage: it cannot be made or written, or a newer release made it.
    Expected<void> open();
    bool isOpen() const { return m_open; }
    void close();
    QString putAsideAs() const { return m_aside; } // at the last open(); empty: it was whole

    // All or nothing. Whether it differs from what was last seen at that place.
    Expected<bool> saw(const ConfSight &sight);
    Expected<void> wrote(const KeptConf &file, const ConfAuthor &author);
    Expected<ConfVersions> versions(); // those that were seen
    // Storage: there is no such version any more, or its text is damaged.
    Expected<QByteArray> text(qint64 id);

private:
    Expected<void> connectTo();
    Expected<void> prepare();
    Expected<void> putAside();
    Expected<void> begin();
    template <typename T> Expected<T> ended(Expected<T> done);
    Expected<qint64> idOf(const KeptConf &file);
    Expected<void> prune();
    Expected<void> readStays(QHash<qint64, ConfVersion> &versions);
    Expected<void> readAuthors(QHash<qint64, ConfVersion> &versions);

    Sqlite m_database;
    const ConfHistoryLimits m_limits;
    QString m_aside;
    bool m_open = false;
};
} // namespace Core
