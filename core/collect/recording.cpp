// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/recording.h"

#include "core/base/log.h"
#include "core/collect/recordcodec.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Core
{
namespace
{
constexpr char magic[] = "BINOMREC";
constexpr char endMagic[] = "BINOMEND";
constexpr quint32 version = 1;
constexpr quint32 blockTag = 0x424c4f4b; // "BLOK"
constexpr quint32 indexTag = 0x494e4458; // "INDX"
constexpr qsizetype fullBlock = 256 * 1024; // compresses well, and is read in a moment
constexpr quint32 largestBlock = 32 * 1024 * 1024; // compressed; of a file, not of ours
constexpr quint32 largestContent = 64 * 1024 * 1024;

quint32 checkOf(const QByteArray &data)
{
    return qFromBigEndian<quint32>(
        QCryptographicHash::hash(data, QCryptographicHash::Sha256).constData());
}

Error noRecording()
{
    return {ErrorKind::ParseFailed, message(QT_TRANSLATE_NOOP("Core", "This is no recording")), {}};
}

// The content of the next block; none: the blocks end here, properly when `tag` is the index's.
std::optional<QByteArray> nextBlock(QDataStream &from, quint32 &tag)
{
    quint32 size = 0;
    quint32 check = 0;
    qint64 at = 0;
    from >> tag;
    if (tag != blockTag)
        return std::nullopt;
    from >> size >> check >> at;
    if (from.status() != QDataStream::Ok || size < 4 || size > largestBlock
        || qint64(size) > from.device()->size() - from.device()->pos())
        return std::nullopt;
    QByteArray data(size, Qt::Uninitialized);
    if (from.readRawData(data.data(), int(size)) != int(size) || checkOf(data) != check)
        return std::nullopt;
    // qCompress writes the length in front, and qUncompress believes it.
    if (qFromBigEndian<quint32>(data.constData()) > largestContent)
        return std::nullopt;
    return qUncompress(data);
}

// False: something in the block is not understood.
bool takeBlock(const QByteArray &content, Recording &recording, LastResults &last, bool first)
{
    QDataStream from(content);
    from.setVersion(recordStreamVersion);
    if (first && !readHeader(from, recording.header))
        return false;
    while (!from.atEnd()) {
        Record record;
        if (!readRecord(from, record, last))
            return false;
        recording.records << record;
    }
    return true;
}

bool endsProperly(QIODevice &device)
{
    const QByteArray tail(endMagic);
    return device.seek(device.size() - tail.size()) && device.read(tail.size()) == tail;
}
} // namespace

ProbeResult withoutSecrets(ProbeResult result)
{
    result.output = redacted(result.output);
    result.errors = redacted(result.errors);
    if (result.error)
        result.error->detail = QString::fromUtf8(redacted(result.error->detail.toUtf8()));
    return result;
}

RecordingWriter::RecordingWriter(QIODevice &device, const RecordingHeader &header)
    : m_device(device)
{
    QByteArray start;
    QDataStream to(&start, QIODevice::WriteOnly);
    to.writeRawData(magic, int(sizeof(magic)) - 1);
    to << version;
    const Expected<void> written = write(start);
    QDataStream block(&m_block, QIODevice::WriteOnly);
    block.setVersion(recordStreamVersion);
    writeHeader(block, header);
    m_blockStart = std::chrono::milliseconds(0);
    if (written)
        flush();
}

Expected<void> RecordingWriter::write(const QByteArray &bytes)
{
    if (m_failed)
        return tl::unexpected(*m_failed);
    if (m_device.write(bytes) == bytes.size()) {
        m_written += bytes.size();
        return {};
    }
    m_failed = Error{ErrorKind::Storage,
                     message(QT_TRANSLATE_NOOP("Core", "The recording cannot be written: %1"),
                             {m_device.errorString()}),
                     {}};
    return tl::unexpected(*m_failed);
}

Expected<void> RecordingWriter::add(const Record &record)
{
    if (m_failed)
        return tl::unexpected(*m_failed);
    const Record clean = redactedRecord(record);
    if (!m_blockStart)
        m_blockStart = record.at;
    QDataStream to(&m_block, QIODevice::Append);
    to.setVersion(recordStreamVersion);
    writeRecord(to, clean, m_last);
    return m_block.size() >= fullBlock ? flush() : Expected<void>();
}

// Most answers are as before, and looking for secrets takes longer than comparing.
Record RecordingWriter::redactedRecord(const Record &record)
{
    const auto *result = std::get_if<ProbeResult>(&record.what);
    if (!result)
        return record;
    Seen &seen = m_seen[{result->machine, result->probe}];
    if (seen.output != result->output || seen.errors != result->errors || result->error) {
        seen = {result->output, result->errors, withoutSecrets(*result)};
    } else {
        seen.clean.exitCode = result->exitCode;
        seen.clean.duration = result->duration;
        seen.clean.at = result->at;
        seen.clean.error.reset();
    }
    return {record.at, seen.clean};
}

Expected<void> RecordingWriter::flush()
{
    if (m_block.isEmpty() || m_failed)
        return m_failed ? Expected<void>(tl::unexpected(*m_failed)) : Expected<void>();
    const QByteArray data = qCompress(std::exchange(m_block, {}));
    const qint64 at = m_blockStart.value_or(std::chrono::milliseconds(0)).count();
    m_index << Place{quint64(m_written), at};
    m_blockStart.reset();
    QByteArray bytes;
    QDataStream to(&bytes, QIODevice::WriteOnly);
    to << blockTag << quint32(data.size()) << checkOf(data) << at;
    return write(bytes + data);
}

Expected<void> RecordingWriter::finish()
{
    if (const Expected<void> flushed = flush(); !flushed)
        return flushed;
    QByteArray bytes;
    QDataStream to(&bytes, QIODevice::WriteOnly);
    to << indexTag << quint32(m_index.size());
    for (const Place &place : std::as_const(m_index))
        to << place.offset << place.at;
    to << quint64(m_written);
    to.writeRawData(endMagic, int(sizeof(endMagic)) - 1);
    return write(bytes);
}

Expected<Recording> readRecording(QIODevice &device)
{
    QDataStream from(&device);
    QByteArray start(int(sizeof(magic)) - 1, '\0');
    quint32 found = 0;
    if (from.readRawData(start.data(), int(start.size())) != start.size() || start != magic)
        return tl::unexpected(noRecording());
    from >> found;
    if (found != version)
        return failure(ErrorKind::ParseFailed,
                       message(QT_TRANSLATE_NOOP("Core", "This recording is of a newer release")));
    Recording recording;
    LastResults last;
    bool understood = true;
    bool first = true;
    quint32 tag = 0;
    while (understood) {
        const std::optional<QByteArray> content = nextBlock(from, tag);
        if (!content)
            break;
        understood = takeBlock(*content, recording, last, std::exchange(first, false));
    }
    if (first || recording.header.cluster.isNull())
        return tl::unexpected(noRecording());
    recording.complete = understood && tag == indexTag && endsProperly(device);
    return recording;
}
} // namespace Core
