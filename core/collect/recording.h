// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/machine.h"
#include "core/provider/provider.h"

#include <QIODevice>

#include <variant>

// What the collector saw, in a file: to be looked at again where no cluster is. Format (numbers
// big-endian, as QDataStream writes them):
//   "BINOMREC", quint32 version
//   blocks: quint32 "BLOK", quint32 size, quint32 check (first 4 bytes of SHA-256 of the data),
//           qint64 milliseconds of its first record since the start, then size bytes of qCompress
//   index:  quint32 "INDX", quint32 count, count x (quint64 offset, qint64 milliseconds),
//           quint64 offset of the index, "BINOMEND"
// The first record of the first block is the header. A file cut short has no index and is read up
// to its last whole block.
namespace Core
{
// The result without what looks like a secret, as it may be shown and stored.
ProbeResult withoutSecrets(ProbeResult result);

struct RecordedMachine {
    NodeName name;
    MachineKind kind = MachineKind::Node;
    QString address;
    friend bool operator==(const RecordedMachine &, const RecordedMachine &) = default;
};
struct RecordingHeader {
    QString cluster;
    QDateTime started; // UTC
    QList<RecordedMachine> machines;
    friend bool operator==(const RecordingHeader &, const RecordingHeader &) = default;
};

// Answers of probes and of BMCs (probe "bmc.power"), and the states of our connections.
struct RecordedContact {
    NodeName machine;
    Contact contact;
    friend bool operator==(const RecordedContact &, const RecordedContact &) = default;
};
struct Record {
    std::chrono::milliseconds at{0}; // since the start
    std::variant<ProbeResult, RecordedContact> what;
    friend bool operator==(const Record &, const Record &) = default;
};

// Writes one recording. Any one thread. After an error nothing more is written.
class RecordingWriter
{
public:
    // Does not own the device, which is open for writing and empty.
    RecordingWriter(QIODevice &device, const RecordingHeader &header);
    // Storage when the disk is full or gone. Redacted here; an answer equal to the last one of its
    // probe takes a few bytes.
    Expected<void> add(const Record &record);
    Expected<void> flush(); // the records so far, as a block: at most these can be lost
    Expected<void> finish(); // flush, and the index
    qint64 size() const { return m_written; } // bytes in the file

private:
    struct Place {
        quint64 offset;
        qint64 at;
    };
    struct Seen {
        QByteArray output; // as it came
        QByteArray errors;
        ProbeResult clean;
    };
    Expected<void> write(const QByteArray &bytes);
    Record redactedRecord(const Record &record);

    QIODevice &m_device;
    QByteArray m_block; // encoded, not yet compressed
    std::optional<std::chrono::milliseconds> m_blockStart;
    QList<Place> m_index;
    QHash<std::pair<NodeName, ProbeId>, ProbeResult> m_last;
    QHash<std::pair<NodeName, ProbeId>, Seen> m_seen;
    qint64 m_written = 0;
    std::optional<Error> m_failed;
};

struct Recording {
    RecordingHeader header;
    QList<Record> records;
    bool complete = false; // false: cut short or damaged, these are the records before that
};
// ParseFailed when it is no recording or of a newer version, or when not even the header is there;
// Storage when the device cannot be read. Whatever the bytes are, memory stays below 64 MiB a
// block.
Expected<Recording> readRecording(QIODevice &device);
} // namespace Core
