// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

#include <optional>

// What a BMC knows of its sensors and what they read (IPMI 2.0, sections 35.14, 36.3, 43.1, 43.2
// and tables 42-1 to 43-15). Pure: bytes in, value or error out.
namespace Core
{
// How the raw byte of an analog sensor becomes a number: y = L((m x + b 10^k1) 10^k2).
struct SensorFormula {
    int m = 1; // 10 bits, signed
    int b = 0; // 10 bits, signed
    int bExponent = 0; // k1, 4 bits, signed
    int resultExponent = 0; // k2, 4 bits, signed
    quint8 linearization = 0; // 0: none; table 43-1
    enum class Format : quint8 { Unsigned, OnesComplement, TwosComplement, None } format;
    friend bool operator==(const SensorFormula &, const SensorFormula &) = default;
};

struct SensorRecord {
    quint8 number = 0;
    quint8 lun = 0;
    quint8 type = 0; // table 42-3: 01h temperature, 04h fan, 08h power supply
    quint8 readingType = 0; // 01h: thresholds; 6Fh: states of its own type
    quint8 unit = 0; // table 43-15: 1 °C, 4 V, 5 A, 6 W, 18 rpm
    bool percent = false;
    std::optional<SensorFormula> formula; // none: it reads no number
    QString name; // clean, may be empty
    friend bool operator==(const SensorRecord &, const SensorRecord &) = default;
};

// A whole SDR with its header of five bytes. None: a record of another kind, which is no sensor to
// be read. ParseFailed: shorter than it says, or than its kind is.
Expected<std::optional<SensorRecord>> sensorRecord(QByteArrayView record);

enum class SensorHealth : quint8 { Unknown, Ok, Warning, Critical };
struct SensorReading {
    SensorHealth health = SensorHealth::Unknown; // Unknown: it gives no reading now
    std::optional<double> value; // in the record's unit
    quint16 states = 0; // of a discrete sensor, a bit each
    friend bool operator==(const SensorReading &, const SensorReading &) = default;
};
// Data of an answer to Get Sensor Reading behind its completion code. ParseFailed: too short.
Expected<SensorReading> sensorReading(const SensorRecord &sensor, QByteArrayView data);

// None: not linear in a way this can compute, or not a finite number.
std::optional<double> convertedReading(const SensorFormula &formula, quint8 raw);

// The text of a type/length byte and what follows it (43.15), without control characters.
QString sensorName(QByteArrayView typeLengthAndText);

struct SelRecord {
    quint16 id = 0;
    // Seconds since 1970 by the BMC's own clock, in its own zone; none: it did not know the time.
    std::optional<qint64> at;
    bool sinceStart = false; // then `at` counts from the start of the BMC
    bool oem = false; // of the maker: only `data` is known
    quint8 sensorType = 0;
    quint8 sensor = 0;
    quint8 eventType = 0;
    bool ended = false; // the state went away again
    quint8 offset = 0; // which state, 0..15
    QByteArray data; // the bytes of the event, 3; of an OEM record 6 or 13
    friend bool operator==(const SelRecord &, const SelRecord &) = default;
};
// The 16 bytes of an entry of the system event log (32.1). ParseFailed: another length.
Expected<SelRecord> selRecord(QByteArrayView record);

// Words for them; English sources, translated when shown.
Message sensorTypeWord(quint8 type);
QString
sensorUnitText(const SensorRecord &sensor); // "°C", "rpm"; empty: none, or one we do not name
Message selMeaning(const SelRecord &record); // what happened
// What the states of a discrete sensor say; empty: none is set.
QList<Message> stateWords(const SensorRecord &sensor, quint16 states);
// A state of a power supply, of a fan or of a machine that needs somebody (table 42-3).
SensorHealth healthOfStates(const SensorRecord &sensor, quint16 states);
} // namespace Core
