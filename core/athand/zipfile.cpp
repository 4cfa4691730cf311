// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/zipfile.h"

#include <QtEndian>

#include <array>

namespace Core
{
namespace
{
constexpr quint16 madeFor = 20; // version 2.0: deflate
constexpr quint16 utf8Names = 0x0800;
constexpr quint16 deflate = 8;
constexpr qsizetype mostFiles = 65'535;
constexpr qint64 mostBytes = 0xffff'fffe;

constexpr std::array<quint32, 256> makeTable()
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < table.size(); ++i) {
        quint32 value = i;
        for (int bit = 0; bit < 8; ++bit)
            value = value & 1 ? 0xedb88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}
constexpr std::array<quint32, 256> table = makeTable();

void put16(QByteArray &to, quint16 value)
{
    std::array<char, 2> bytes{};
    qToLittleEndian(value, bytes.data());
    to.append(bytes.data(), qsizetype(bytes.size()));
}

void put32(QByteArray &to, quint32 value)
{
    std::array<char, 4> bytes{};
    qToLittleEndian(value, bytes.data());
    to.append(bytes.data(), qsizetype(bytes.size()));
}

// qCompress gives the length (4 bytes), then a zlib stream: a header of two bytes, the deflated
// data, a checksum of four.
QByteArray deflated(const QByteArray &bytes)
{
    const QByteArray zlib = qCompress(bytes);
    return zlib.size() > 10 ? zlib.sliced(6, zlib.size() - 10) : QByteArray();
}

quint16 dosTime(const QTime &time)
{
    return quint16(time.hour() << 11 | time.minute() << 5 | time.second() / 2);
}

quint16 dosDate(const QDate &date)
{
    const int year = std::clamp(date.year(), 1980, 2107);
    return quint16((year - 1980) << 9 | date.month() << 5 | date.day());
}

// What stands in front of a file and again in the directory at the end.
QByteArray facts(const ArchiveFile &file, const QByteArray &packed, const QDateTime &at)
{
    QByteArray out;
    put16(out, madeFor);
    put16(out, utf8Names);
    put16(out, deflate);
    put16(out, dosTime(at.time()));
    put16(out, dosDate(at.date()));
    put32(out, crc32(file.bytes));
    put32(out, quint32(packed.size()));
    put32(out, quint32(file.bytes.size()));
    put16(out, quint16(file.name.toUtf8().size()));
    put16(out, 0); // extra field
    return out;
}

QByteArray directoryEntry(const QByteArray &facts, const QByteArray &name, quint32 at)
{
    QByteArray out("PK\x01\x02", 4);
    put16(out, madeFor);
    out += facts;
    put16(out, 0); // comment
    put16(out, 0); // disk
    put16(out, 0); // internal attributes
    put32(out, 0); // external attributes
    put32(out, at);
    return out + name;
}

QByteArray directoryEnd(quint16 files, quint32 size, quint32 at)
{
    QByteArray out("PK\x05\x06", 4);
    put32(out, 0); // disks
    put16(out, files);
    put16(out, files);
    put32(out, size);
    put32(out, at);
    put16(out, 0); // comment
    return out;
}
} // namespace

quint32 crc32(QByteArrayView bytes)
{
    quint32 value = 0xffff'ffff;
    for (const char byte : bytes)
        value = table[(value ^ quint8(byte)) & 0xff] ^ (value >> 8);
    return ~value;
}

Expected<QByteArray> zipped(const QList<ArchiveFile> &files, const QDateTime &at)
{
    qint64 total = 0;
    for (const ArchiveFile &file : files)
        total += file.bytes.size();
    if (files.size() > mostFiles || total > mostBytes / 2)
        return failure(ErrorKind::Refused,
                       message(QT_TRANSLATE_NOOP("Core", "The archive would be too large")));
    QByteArray archive;
    QByteArray directory;
    for (const ArchiveFile &file : files) {
        const QByteArray packed = deflated(file.bytes);
        const QByteArray about = facts(file, packed, at);
        const QByteArray name = file.name.toUtf8();
        directory += directoryEntry(about, name, quint32(archive.size()));
        archive += QByteArray("PK\x03\x04", 4) + about + name + packed;
    }
    const QByteArray end
        = directoryEnd(quint16(files.size()), quint32(directory.size()), quint32(archive.size()));
    return archive + directory + end;
}
} // namespace Core
