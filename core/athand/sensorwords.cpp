// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/sensorrecord.h"

// The words for numbers of IPMI 2.0: tables 42-2, 42-3 and 43-15.
namespace Core
{
namespace
{
constexpr quint8 fan = 0x04;
constexpr quint8 powerSupply = 0x08;
constexpr quint8 ownStates = 0x6f;

struct Word {
    int number;
    const char *source;
};

template <size_t size> const char *wordOf(const Word (&words)[size], int number)
{
    for (const Word &word : words) {
        if (word.number == number)
            return word.source;
    }
    return nullptr;
}

constexpr Word types[] = {
    {0x01, QT_TRANSLATE_NOOP("Core", "temperature")},
    {0x02, QT_TRANSLATE_NOOP("Core", "voltage")},
    {0x03, QT_TRANSLATE_NOOP("Core", "electric current")},
    {0x04, QT_TRANSLATE_NOOP("Core", "fan")},
    {0x05, QT_TRANSLATE_NOOP("Core", "chassis intrusion")},
    {0x07, QT_TRANSLATE_NOOP("Core", "processor")},
    {0x08, QT_TRANSLATE_NOOP("Core", "power supply")},
    {0x09, QT_TRANSLATE_NOOP("Core", "power unit")},
    {0x0c, QT_TRANSLATE_NOOP("Core", "memory")},
    {0x0d, QT_TRANSLATE_NOOP("Core", "drive bay")},
    {0x0f, QT_TRANSLATE_NOOP("Core", "firmware start")},
    {0x10, QT_TRANSLATE_NOOP("Core", "event log")},
    {0x12, QT_TRANSLATE_NOOP("Core", "system event")},
    {0x13, QT_TRANSLATE_NOOP("Core", "critical interrupt")},
    {0x14, QT_TRANSLATE_NOOP("Core", "button")},
    {0x1d, QT_TRANSLATE_NOOP("Core", "start of the machine")},
    {0x20, QT_TRANSLATE_NOOP("Core", "operating system")},
    {0x22, QT_TRANSLATE_NOOP("Core", "ACPI power state")},
    {0x23, QT_TRANSLATE_NOOP("Core", "watchdog")},
    {0x28, QT_TRANSLATE_NOOP("Core", "management controller")},
};

constexpr Word supplyStates[] = {
    {0, QT_TRANSLATE_NOOP("Core", "present")},
    {1, QT_TRANSLATE_NOOP("Core", "has failed")},
    {2, QT_TRANSLATE_NOOP("Core", "about to fail")},
    {3, QT_TRANSLATE_NOOP("Core", "input lost")},
    {4, QT_TRANSLATE_NOOP("Core", "input lost or out of range")},
    {5, QT_TRANSLATE_NOOP("Core", "input out of range")},
    {6, QT_TRANSLATE_NOOP("Core", "wrongly configured")},
};

// Offsets of a threshold event, two a threshold: going low and going high.
constexpr Word thresholdEvents[] = {
    {0, QT_TRANSLATE_NOOP("Core", "below the lower warning threshold")},
    {1, QT_TRANSLATE_NOOP("Core", "above the lower warning threshold again")},
    {2, QT_TRANSLATE_NOOP("Core", "below the lower critical threshold")},
    {3, QT_TRANSLATE_NOOP("Core", "above the lower critical threshold again")},
    {4, QT_TRANSLATE_NOOP("Core", "below the lower unrecoverable threshold")},
    {5, QT_TRANSLATE_NOOP("Core", "above the lower unrecoverable threshold again")},
    {6, QT_TRANSLATE_NOOP("Core", "below the upper warning threshold again")},
    {7, QT_TRANSLATE_NOOP("Core", "above the upper warning threshold")},
    {8, QT_TRANSLATE_NOOP("Core", "below the upper critical threshold again")},
    {9, QT_TRANSLATE_NOOP("Core", "above the upper critical threshold")},
    {10, QT_TRANSLATE_NOOP("Core", "below the upper unrecoverable threshold again")},
    {11, QT_TRANSLATE_NOOP("Core", "above the upper unrecoverable threshold")},
};

QString hex(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toHex(' '));
}
} // namespace

Message sensorTypeWord(quint8 type)
{
    if (const char *known = wordOf(types, type))
        return message(known);
    return message(QT_TRANSLATE_NOOP("Core", "type %1"), {qint64(type)});
}

QString sensorUnitText(const SensorRecord &sensor)
{
    if (sensor.percent)
        return QStringLiteral("%");
    switch (sensor.unit) {
    case 1:
        return QStringLiteral("°C");
    case 2:
        return QStringLiteral("°F");
    case 3:
        return QStringLiteral("K");
    case 4:
        return QStringLiteral("V");
    case 5:
        return QStringLiteral("A");
    case 6:
        return QStringLiteral("W");
    case 18:
        return QStringLiteral("rpm");
    case 19:
        return QStringLiteral("Hz");
    default:
        return {};
    }
}

Message selMeaning(const SelRecord &record)
{
    if (record.oem)
        return message(QT_TRANSLATE_NOOP("Core", "the maker's own: %1"), {hex(record.data)});
    const char *known = nullptr;
    if (record.eventType == 0x01)
        known = wordOf(thresholdEvents, record.offset);
    else if (record.eventType == ownStates && record.sensorType == powerSupply)
        known = wordOf(supplyStates, record.offset);
    if (known && record.ended)
        return message(QT_TRANSLATE_NOOP("Core", "no longer: %1"), {MessageList{message(known)}});
    if (known)
        return message(known);
    return message(record.ended ? QT_TRANSLATE_NOOP("Core", "state %1 ended (%2)")
                                : QT_TRANSLATE_NOOP("Core", "state %1 (%2)"),
                   {qint64(record.offset), hex(record.data)});
}

QList<Message> stateWords(const SensorRecord &sensor, quint16 states)
{
    QList<Message> words;
    for (int bit = 0; bit < 15; ++bit) {
        if ((states >> bit & 1) == 0)
            continue;
        const bool known = sensor.type == powerSupply && sensor.readingType == ownStates;
        const char *source = known ? wordOf(supplyStates, bit) : nullptr;
        words << (source ? message(source)
                         : message(QT_TRANSLATE_NOOP("Core", "state %1"), {qint64(bit)}));
    }
    return words;
}

SensorHealth healthOfStates(const SensorRecord &sensor, quint16 states)
{
    if (sensor.type == powerSupply && sensor.readingType == ownStates) {
        if (states & 0x7a) // failed, input lost or out of range, wrongly configured
            return SensorHealth::Critical;
        if (states & 0x04)
            return SensorHealth::Warning;
        return states & 0x01 ? SensorHealth::Ok : SensorHealth::Unknown;
    }
    if (sensor.type == fan && sensor.readingType == 0x03) // 0: deasserted, 1: predicted or failed
        return states & 0x02 ? SensorHealth::Critical : SensorHealth::Ok;
    return SensorHealth::Unknown; // what its states mean is not ours to guess
}
} // namespace Core
