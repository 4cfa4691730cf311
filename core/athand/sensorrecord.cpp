// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/sensorrecord.h"

#include <cmath>

namespace Core
{
namespace
{
constexpr qsizetype headerSize = 5;
constexpr quint8 fullRecord = 0x01;
constexpr quint8 compactRecord = 0x02;
constexpr quint8 thresholds = 0x01;

quint8 byteAt(QByteArrayView bytes, qsizetype at)
{
    return quint8(bytes[at]);
}

int twosComplement(int value, int bits)
{
    const int sign = 1 << (bits - 1);
    return (value & (sign - 1)) - (value & sign);
}

tl::unexpected<Error> unreadable(const char *what, QByteArrayView bytes)
{
    return failure(ErrorKind::ParseFailed,
                   message(QT_TRANSLATE_NOOP("Core", "The BMC answered something that is no %1"),
                           {QString::fromLatin1(what)}),
                   QString::fromLatin1(bytes.toByteArray().left(64).toHex(' ')));
}

SensorFormula formulaOf(QByteArrayView record)
{
    SensorFormula formula;
    formula.format = SensorFormula::Format(byteAt(record, 20) >> 6);
    formula.linearization = byteAt(record, 23) & 0x7f;
    formula.m = twosComplement(byteAt(record, 24) | (byteAt(record, 25) & 0xc0) << 2, 10);
    formula.b = twosComplement(byteAt(record, 26) | (byteAt(record, 27) & 0xc0) << 2, 10);
    formula.resultExponent = twosComplement(byteAt(record, 29) >> 4, 4);
    formula.bExponent = twosComplement(byteAt(record, 29) & 0x0f, 4);
    return formula;
}

double raw(SensorFormula::Format format, quint8 byte)
{
    switch (format) {
    case SensorFormula::Format::Unsigned:
    case SensorFormula::Format::None:
        return byte;
    case SensorFormula::Format::OnesComplement:
        return byte & 0x80 ? -double(quint8(~byte)) : byte;
    case SensorFormula::Format::TwosComplement:
        return qint8(byte);
    }
    return byte;
}

std::optional<double> linearized(quint8 how, double x)
{
    switch (how) { // table 43-1, byte 24
    case 0:
        return x;
    case 1:
        return std::log(x);
    case 2:
        return std::log10(x);
    case 3:
        return std::log2(x);
    case 4:
        return std::exp(x);
    case 5:
        return std::pow(10.0, x);
    case 6:
        return std::exp2(x);
    case 7:
        return 1 / x;
    case 8:
        return x * x;
    case 9:
        return x * x * x;
    case 10:
        return std::sqrt(x);
    case 11:
        return std::cbrt(x);
    default: // differs by the reading: the BMC would have to be asked for each
        return std::nullopt;
    }
}

// Six bits a character, from 20h on, the first in the low bits (43.15).
QByteArray packedText(QByteArrayView bytes)
{
    QByteArray text;
    unsigned bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits |= unsigned(quint8(byte)) << count;
        for (count += 8; count >= 6; count -= 6) {
            text += char(0x20 + (bits & 0x3f));
            bits >>= 6;
        }
    }
    return text;
}

QByteArray bcdText(QByteArrayView bytes)
{
    static constexpr char digits[] = "0123456789 -.:,_";
    QByteArray text;
    for (const char byte : bytes) {
        text += digits[quint8(byte) >> 4];
        text += digits[quint8(byte) & 0x0f];
    }
    return text;
}

SensorHealth healthOfThresholds(quint8 state)
{
    if (state & 0x36) // beyond a critical or an unrecoverable one
        return SensorHealth::Critical;
    return state & 0x09 ? SensorHealth::Warning : SensorHealth::Ok;
}
} // namespace

QString sensorName(QByteArrayView typeLengthAndText)
{
    if (typeLengthAndText.isEmpty())
        return {};
    const quint8 kind = byteAt(typeLengthAndText, 0);
    const qsizetype length = std::min<qsizetype>(kind & 0x1f, typeLengthAndText.size() - 1);
    const QByteArrayView bytes = typeLengthAndText.sliced(1, length);
    QString text;
    if (kind >> 6 == 1)
        text = QString::fromLatin1(bcdText(bytes));
    else if (kind >> 6 == 2)
        text = QString::fromLatin1(packedText(bytes));
    else // 8-bit ASCII and Latin-1; "Unicode" is the same in what BMCs write
        text = QString::fromLatin1(bytes);
    for (QChar &c : text) {
        if (c.category() == QChar::Other_Control)
            c = c.isNull() ? QChar(u' ') : QChar(QChar::ReplacementCharacter);
    }
    return text.trimmed();
}

Expected<std::optional<SensorRecord>> sensorRecord(QByteArrayView record)
{
    if (record.size() < headerSize || record.size() < headerSize + byteAt(record, 4))
        return unreadable("SDR", record);
    const quint8 kind = byteAt(record, 3);
    if (kind != fullRecord && kind != compactRecord)
        return std::optional<SensorRecord>();
    const qsizetype nameAt = kind == fullRecord ? 47 : 31;
    if (record.size() <= nameAt)
        return unreadable("SDR", record);
    SensorRecord sensor;
    sensor.lun = byteAt(record, 6) & 0x03;
    sensor.number = byteAt(record, 7);
    sensor.type = byteAt(record, 12);
    sensor.readingType = byteAt(record, 13);
    sensor.percent = byteAt(record, 20) & 0x01;
    sensor.unit = byteAt(record, 21);
    if (kind == fullRecord) {
        const SensorFormula formula = formulaOf(record);
        if (formula.format != SensorFormula::Format::None)
            sensor.formula = formula;
    }
    sensor.name = sensorName(record.sliced(nameAt));
    return std::optional(sensor);
}

std::optional<double> convertedReading(const SensorFormula &formula, quint8 byte)
{
    const double inner
        = formula.m * raw(formula.format, byte) + formula.b * std::pow(10.0, formula.bExponent);
    const auto value
        = linearized(formula.linearization, inner * std::pow(10.0, formula.resultExponent));
    return value && std::isfinite(*value) ? value : std::nullopt;
}

Expected<SensorReading> sensorReading(const SensorRecord &sensor, QByteArrayView data)
{
    if (data.size() < 2)
        return unreadable("sensor reading", data);
    SensorReading reading;
    const quint8 flags = byteAt(data, 1);
    const bool unavailable = (flags & 0x20) != 0 || (flags & 0x40) == 0;
    if (unavailable)
        return reading;
    if (sensor.formula)
        reading.value = convertedReading(*sensor.formula, byteAt(data, 0));
    const quint8 low = data.size() > 2 ? byteAt(data, 2) : 0;
    const quint8 high = data.size() > 3 ? byteAt(data, 3) & 0x7f : 0;
    if (sensor.readingType == thresholds) {
        reading.health = healthOfThresholds(low);
        return reading;
    }
    reading.states = quint16(low | high << 8);
    reading.health = healthOfStates(sensor, reading.states);
    return reading;
}

Expected<SelRecord> selRecord(QByteArrayView record)
{
    if (record.size() != 16)
        return unreadable("SEL entry", record);
    SelRecord entry;
    entry.id = quint16(byteAt(record, 0) | byteAt(record, 1) << 8);
    const quint8 kind = byteAt(record, 2);
    entry.oem = kind != 0x02;
    if (kind >= 0xe0) { // of the maker, without a time
        entry.data = record.sliced(3).toByteArray();
        return entry;
    }
    qint64 at = 0;
    for (int i = 3; i >= 0; --i)
        at = at << 8 | byteAt(record, 3 + i);
    if (at != 0xffff'ffff)
        entry.at = at;
    entry.sinceStart = at <= 0x2000'0000; // 37.1
    if (entry.oem) {
        entry.data = record.sliced(10).toByteArray();
        return entry;
    }
    entry.sensorType = byteAt(record, 10);
    entry.sensor = byteAt(record, 11);
    entry.eventType = byteAt(record, 12) & 0x7f;
    entry.ended = (byteAt(record, 12) & 0x80) != 0;
    entry.offset = byteAt(record, 13) & 0x0f;
    entry.data = record.sliced(13).toByteArray();
    return entry;
}
} // namespace Core
