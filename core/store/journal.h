// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/journalentry.h"

#include <QFuture>
#include <QObject>
#include <QThread>

namespace Core
{
// Who did what to which cluster and how it ended: journal.db, append only, one for all clusters of
// a workstation's user. Written in a thread of its own; every future gets exactly one result, in
// the order of the calls. Any thread calls; answers are values. Storage: the disk is full, the file
// read-only, of a newer release or just found damaged; the next call tries to open it again.
class Journal : public QObject
{
    Q_OBJECT
public:
    explicit Journal(const QString &path, QObject *parent = nullptr);
    ~Journal() override; // what was asked before is written before

    QFuture<Expected<void>> open(); // the others open it by themselves
    // On the disk when the future is answered with its id; nothing may be sent before. The first
    // one after a damaged file was put aside is Storage too, so that somebody is told.
    QFuture<Expected<qint64>> intend(const JournalEntry &entry);
    QFuture<Expected<void>> add(qint64 id, const JournalLine &line);
    QFuture<Expected<void>> conclude(qint64 id, const Outcome &outcome, const QDateTime &at,
                                     bool foundAtStart = false);
    // The newest first; at most so many.
    QFuture<Expected<QList<JournalEntry>>> entries(int atMost = 1000) const;
    // Of this cluster, intended and never concluded: they run, or the program died.
    QFuture<Expected<QList<JournalEntry>>> unfinished(const QString &cluster) const;
    // Reads every line: whether one was changed or is missing, and which.
    QFuture<Expected<JournalCheck>> check() const;

signals:
    void written(qint64 id); // something of this entry
    void putAside(const QString &file); // a damaged journal; a new one was begun

private:
    class Writer;
    QThread m_thread;
    Writer *m_writer; // lives in m_thread
};

QString userName(); // of the workstation; "?" when the system does not tell
} // namespace Core
