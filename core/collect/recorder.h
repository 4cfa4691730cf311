// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/collect/recording.h"

#include <QFile>
#include <QObject>
#include <QThread>
#include <QTimer>

namespace Core
{
struct RecorderLimits {
    qint64 fileBytes = 16 * 1024 * 1024; // then the next file
    qint64 folderBytes = 128 * 1024 * 1024; // of all recordings there; the oldest go
};

// Always recording: what is recorded only after a bad night began too late. Files
// "CLUSTER-yyyyMMdd-HHmmss.binrec" in a folder, written in a thread of its own; a full disk ends
// the recording and nothing else. Main thread.
class Recorder : public QObject
{
    Q_OBJECT
public:
    Recorder(QString folder, RecordingHeader header, const Clock &clock, RecorderLimits limits = {},
             QObject *parent = nullptr);
    ~Recorder() override; // what was added is in the file afterwards

    void add(const ProbeResult &result);
    void add(const NodeName &machine, const Contact &contact);

signals:
    void failed(const Core::Error &error); // once

private:
    class Writer;
    // When it was observed, and what.
    using Due = QList<std::pair<QDateTime, Record>>;
    void post(Record record);
    void handOver();

    const Clock &m_clock;
    const QDateTime m_started;
    // Handed to the thread twice a second: waking it for every answer costs more than writing.
    Due m_due;
    QTimer m_handOver;
    QThread m_thread;
    Writer *m_writer; // lives in the thread
};
} // namespace Core
