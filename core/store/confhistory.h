// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/confversion.h"
#include "core/store/confhistoryfile.h"

#include <QFuture>
#include <QObject>
#include <QThread>

namespace Core
{
// Every version of a cluster's cluster.conf that was ever seen: what it said, where and since when,
// and who made it the running one with this program, and why. Without passwords: a rollback takes
// those from the file that is there, see rolledBack(). Kept in a thread of its own; every future
// gets exactly one result, in the order of the calls. Any thread calls; answers are values.
// Storage: the disk is full, or the file of a newer release; the next call tries to open it again.
class ConfHistory : public QObject
{
    Q_OBJECT
public:
    explicit ConfHistory(const QString &path, ConfHistoryLimits limits = {},
                         QObject *parent = nullptr);
    ~ConfHistory() override; // what was asked before is kept before

    QFuture<Expected<void>> saw(const ConfSight &sight);
    QFuture<Expected<void>> wrote(const KeptConf &file, const ConfAuthor &author);
    QFuture<Expected<ConfVersions>> versions() const;
    QFuture<Expected<QByteArray>> text(qint64 id) const; // "***" for each secret

signals:
    void changed(); // something new is kept
    void putAside(const QString &file); // a damaged file; a new one was begun
    void failed(const Core::Error &error); // keeping; told once until it works again

private:
    class Writer;
    QThread m_thread;
    Writer *m_writer; // lives in m_thread
};
} // namespace Core
