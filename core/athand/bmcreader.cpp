// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/bmcreader.h"

#include "core/base/whendone.h"

#include <algorithm>

// Commands and completion codes: IPMI 2.0, sections 31.2, 31.5, 33.11, 33.12, 35.14 and table 5-2.
namespace Core
{
namespace
{
constexpr quint8 sensorFunction = 0x04;
constexpr quint8 storageFunction = 0x0a;
constexpr quint8 getReading = 0x2d;
constexpr quint8 reserveRepository = 0x22;
constexpr quint8 getRecord = 0x23;
constexpr quint8 getLogInfo = 0x40;
constexpr quint8 getEntry = 0x43;
constexpr quint8 reservationLost = 0xc5;

constexpr quint16 lastId = 0xffff;
constexpr int mostRecords = 512;
constexpr int mostEntries = 4000;
constexpr qsizetype mostKept = 1000;
constexpr int mostReservations = 8;
constexpr int headerSize = 5;
constexpr int partSize = 16; // every BMC can send so much at once; many can not send a whole record

quint16 get16(const QByteArray &bytes, qsizetype at)
{
    return quint16(quint8(bytes[at]) | quint8(bytes[at + 1]) << 8);
}

QByteArray put16(quint16 value)
{
    QByteArray bytes(1, char(value & 0xff));
    return bytes += char(value >> 8);
}

bool isGood(const QByteArray &answer, qsizetype size)
{
    return answer.size() >= size && answer.front() == '\0';
}

Error strange(const QByteArray &answer)
{
    return {ErrorKind::ParseFailed,
            message(QT_TRANSLATE_NOOP("Core", "The BMC answered something that is no %1"),
                    {QStringLiteral("SDR")}),
            QString::fromLatin1(answer.left(64).toHex(' '))};
}
} // namespace

BmcReader::BmcReader(BmcQuery query, QObject *parent) : QObject(parent), m_query(std::move(query))
{
}

void BmcReader::start()
{
    reserve();
}

// An answer that never came ends it; one that says no is the handler's matter.
void BmcReader::ask(quint8 function, quint8 command, const QByteArray &data, Handler handler)
{
    whenDone(m_query(function, command, data), this,
             [this, handler](const Expected<QByteArray> &answer) {
                 if (!answer)
                     return stop(answer.error());
                 (this->*handler)(*answer);
             });
}

// ---- the sensors' records

void BmcReader::reserve()
{
    if (++m_reservations > mostReservations) // somebody else writes all the time
        return askReading();
    ask(storageFunction, reserveRepository, {}, &BmcReader::onReserved);
}

void BmcReader::onReserved(const QByteArray &answer)
{
    if (!isGood(answer, 3))
        return askLog(); // it keeps no records of sensors
    m_reservation = get16(answer, 1);
    m_parts.clear();
    askPart();
}

void BmcReader::askPart()
{
    const int whole = m_parts.size() < headerSize ? headerSize : headerSize + quint8(m_parts[4]);
    const int size = std::min(partSize, whole - int(m_parts.size()));
    if (size <= 0)
        return takeRecord();
    QByteArray data = put16(m_reservation) + put16(m_record);
    data += char(m_parts.size());
    data += char(size);
    ask(storageFunction, getRecord, data, &BmcReader::onPart);
}

void BmcReader::onPart(const QByteArray &answer)
{
    if (!answer.isEmpty() && quint8(answer.front()) == reservationLost)
        return reserve();
    if (!isGood(answer, 3))
        return askReading(); // an empty repository, or the end of one that changed meanwhile
    const QByteArray part = answer.sliced(3);
    if (part.isEmpty() || part.size() > partSize) {
        m_report.trouble = strange(answer);
        return askReading();
    }
    m_next = get16(answer, 1);
    m_parts += part;
    askPart();
}

void BmcReader::takeRecord()
{
    m_something = true;
    const auto record = sensorRecord(m_parts);
    if (!record)
        m_report.trouble = record.error();
    else if (*record) {
        m_report.names.insert((*record)->number, (*record)->name);
        m_report.sensors << SensorLine{**record, {}};
        emit progressed(int(m_report.sensors.size()), 0);
    }
    nextRecord();
}

void BmcReader::nextRecord()
{
    m_seen << m_record;
    if (m_next == lastId || m_seen.contains(m_next) || m_seen.size() >= mostRecords)
        return askReading();
    m_record = m_next;
    m_parts.clear();
    askPart();
}

// ---- what they read

void BmcReader::askReading()
{
    while (m_sensor < m_report.sensors.size() && m_report.sensors[m_sensor].sensor.lun != 0)
        ++m_sensor; // behind another unit of the BMC: it stays unknown
    if (m_sensor >= m_report.sensors.size())
        return askLog();
    ask(sensorFunction, getReading, QByteArray(1, char(m_report.sensors[m_sensor].sensor.number)),
        &BmcReader::onReading);
}

void BmcReader::onReading(const QByteArray &answer)
{
    SensorLine &line = m_report.sensors[m_sensor++];
    if (isGood(answer, 2)) {
        if (const auto reading = sensorReading(line.sensor, QByteArrayView(answer).sliced(1)))
            line.reading = *reading;
        else
            m_report.trouble = reading.error();
    }
    askReading();
}

// ---- the event log

void BmcReader::askLog()
{
    ask(storageFunction, getLogInfo, {}, &BmcReader::onLog);
}

void BmcReader::onLog(const QByteArray &answer)
{
    if (!isGood(answer, 4))
        return finish(); // it keeps no log
    m_something = true;
    m_report.eventsStored = get16(answer, 2);
    m_next = 0; // the first
    if (m_report.eventsStored == 0)
        return finish();
    askEntry();
}

void BmcReader::askEntry()
{
    QByteArray data = put16(0) + put16(m_next);
    data += '\0'; // from its beginning
    data += '\xff'; // to its end
    ask(storageFunction, getEntry, data, &BmcReader::onEntry);
}

void BmcReader::onEntry(const QByteArray &answer)
{
    if (!isGood(answer, 3))
        return finish();
    m_seenEntries << m_next;
    m_next = get16(answer, 1);
    if (const auto entry = selRecord(QByteArrayView(answer).sliced(3)))
        m_report.events.prepend(*entry);
    else
        m_report.trouble = entry.error();
    if (m_report.events.size() > mostKept)
        m_report.events.removeLast();
    emit progressed(int(m_report.sensors.size()), ++m_entries);
    if (m_next == lastId || m_seenEntries.contains(m_next) || m_entries >= mostEntries)
        return finish();
    askEntry();
}

void BmcReader::stop(const Error &error)
{
    m_report.trouble = error;
    if (m_something)
        finish();
    else
        emit done(tl::unexpected(error));
}

void BmcReader::finish()
{
    emit done(m_report);
}
} // namespace Core
