// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/store/historyfile.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <memory>

namespace Core
{
// The curves of a cluster over time, in a file of its own that may be lost: a damaged one is put
// aside, a full disk costs the newest minutes and nothing else. One console writes it (a lock file
// beside it tells). Written and read in a thread each; every future gets exactly one result, in the
// order of the calls for those that write. Any thread calls; answers are values.
class History : public QObject
{
    Q_OBJECT
public:
    explicit History(QString path, HistoryLimits limits = {}, QObject *parent = nullptr);
    ~History() override; // writes what is not yet in the file, as far as the disk allows

    // Storage: locked by another console, of a newer release, or it cannot be made. Then every
    // other call answers with the same error, and before this one answered with one of its own.
    QFuture<Expected<void>> open();
    // Values of one second (UTC, since the epoch). In the file within a minute, in the answers at
    // once. Storage when a write that was due failed; that minute becomes a gap.
    QFuture<Expected<void>> add(qint64 at, const QList<SeriesValue> &values);
    QFuture<Expected<void>> flush(); // everything into the file now
    // At most query.points a series, of the finest tier that still knows the range.
    QFuture<Expected<HistoryAnswer>> query(const HistoryQuery &query);
    QFuture<Expected<QList<SeriesKey>>> series(); // all that were ever seen, sorted
    QFuture<Expected<qint64>> bytes(); // used on the disk

signals:
    void failed(const Core::Error &error); // writing; told once until it works again
    void putAside(const QString &file); // a damaged file; a new one was begun

private:
    class Writer;
    class Reader;
    struct Shared;

    std::shared_ptr<Shared> m_shared;
    QThread m_writing;
    QThread m_reading;
    Writer *m_writer; // lives in m_writing
    Reader *m_reader; // lives in m_reading
};
} // namespace Core
