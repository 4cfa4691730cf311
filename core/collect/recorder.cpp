// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/recorder.h"

#include <QDir>

#include <utility>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
const QString suffix = QStringLiteral(".binrec");

// A cluster may be called anything; a file may not.
QString fileName(const RecordingHeader &header, const QDateTime &now)
{
    QString name = header.cluster;
    for (QChar &c : name) {
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_')
            c = u'_';
    }
    return name + now.toString(QStringLiteral("-yyyyMMdd-HHmmss")) + suffix;
}

void makeRoom(const QString &folder, qint64 limit, const QString &keep)
{
    QFileInfoList files = QDir(folder).entryInfoList({u'*' + suffix}, QDir::Files, QDir::Time);
    qint64 total = 0;
    for (const QFileInfo &file : files) {
        total += file.size();
        if (total > limit && file.fileName() != keep)
            QFile::remove(file.filePath());
    }
}
} // namespace

class Recorder::Writer : public QObject
{
public:
    Writer(QString folder, RecordingHeader header, RecorderLimits limits, Recorder *owner)
        : m_folder(std::move(folder)), m_header(std::move(header)), m_limits(limits),
          m_owner(owner), m_flusher(this)
    {
        // What a crash of the workstation may cost.
        m_flusher.setInterval(5s);
        connect(&m_flusher, &QTimer::timeout, this, [this] {
            if (m_recording)
                check(m_recording->flush());
            m_file.flush();
        });
    }

    void begin() { m_flusher.start(); }
    void add(const Record &record, const QDateTime &now)
    {
        if (m_ended)
            return;
        if (m_recording && m_recording->size() >= m_limits.fileBytes)
            finish();
        if (!m_recording && !startFile(now))
            return;
        Record shifted = record;
        shifted.at -= m_offset;
        check(m_recording->add(shifted));
    }
    void finish()
    {
        if (m_recording)
            check(m_recording->finish());
        m_recording.reset();
        m_file.close();
    }

private:
    bool startFile(const QDateTime &now)
    {
        RecordingHeader header = m_header;
        m_offset = std::chrono::milliseconds(m_header.started.msecsTo(now));
        header.started = now;
        QString name = fileName(header, now);
        for (int i = 2; QFile::exists(m_folder + u'/' + name); ++i) // two in one second
            name
                = fileName(header, now).chopped(suffix.size()) + u'-' + QString::number(i) + suffix;
        m_file.setFileName(m_folder + u'/' + name);
        makeRoom(m_folder, m_limits.folderBytes - m_limits.fileBytes, name);
        if (!QDir().mkpath(m_folder) || !m_file.open(QIODevice::WriteOnly)) {
            fail({ErrorKind::Storage,
                  message(QT_TRANSLATE_NOOP("Core", "The recording cannot be written: %1"),
                          {m_file.errorString()}),
                  m_file.fileName()});
            return false;
        }
        m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        m_recording = std::make_unique<RecordingWriter>(m_file, header);
        return true;
    }
    void check(const Expected<void> &written)
    {
        if (!written)
            fail(written.error());
    }
    void fail(const Error &error)
    {
        if (std::exchange(m_ended, true))
            return;
        m_flusher.stop();
        emit m_owner->failed(error);
    }

    const QString m_folder;
    const RecordingHeader m_header;
    const RecorderLimits m_limits;
    Recorder *m_owner;
    QTimer m_flusher;
    QFile m_file;
    std::unique_ptr<RecordingWriter> m_recording;
    std::chrono::milliseconds m_offset{0}; // of this file's start
    bool m_ended = false;
};

Recorder::Recorder(QString folder, RecordingHeader header, const Clock &clock,
                   RecorderLimits limits, QObject *parent)
    : QObject(parent), m_clock(clock), m_started(header.started),
      m_writer(new Writer(std::move(folder), std::move(header), limits, this))
{
    m_handOver.setInterval(500);
    m_handOver.setSingleShot(true);
    connect(&m_handOver, &QTimer::timeout, this, &Recorder::handOver);
    m_thread.setObjectName(QStringLiteral("recorder"));
    m_writer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, m_writer, [writer = m_writer] { writer->begin(); });
    connect(&m_thread, &QThread::finished, m_writer, &QObject::deleteLater);
    m_thread.start();
}

Recorder::~Recorder()
{
    handOver();
    // Behind everything that was added; quit() alone would leave that unwritten.
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, thread = &m_thread] {
        writer->finish();
        thread->quit();
    });
    m_thread.wait();
}

void Recorder::add(const ProbeResult &result)
{
    post({{}, result}); // redacted where it is written, off the main thread
}

void Recorder::add(const NodeName &machine, const Contact &contact)
{
    post({{}, RecordedContact{machine, contact}});
}

void Recorder::post(Record record)
{
    const QDateTime now = m_clock.now();
    record.at = std::chrono::milliseconds(m_started.msecsTo(now));
    m_due.emplace_back(now, std::move(record));
    if (!m_handOver.isActive())
        m_handOver.start();
}

void Recorder::handOver()
{
    QMetaObject::invokeMethod(m_writer, [writer = m_writer, due = std::exchange(m_due, {})] {
        for (const auto &[now, record] : due)
            writer->add(record, now);
    });
}
} // namespace Core
