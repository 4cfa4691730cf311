// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/guestfiles.h"

#include "core/parse/cursor.h"

#include <QMap>

#include <algorithm>

namespace Core
{
namespace
{
constexpr qsizetype longestWord = 512; // bytes

QString shortened(QByteArrayView word)
{
    return QString::fromUtf8(word.first(std::min(word.size(), longestWord)));
}

bool isDevice(QByteArrayView key)
{
    for (const QByteArrayView kind : {QByteArrayView("hostpci"), QByteArrayView("usb"),
                                      QByteArrayView("serial"), QByteArrayView("parallel")}) {
        if (key.startsWith(kind) && number<int>(key.sliced(kind.size())))
            return true;
    }
    return false;
}

void take(GuestSettings &guest, const KeyValue &line)
{
    if (line.key == QByteArrayView("memory")) {
        const std::optional<qint64> mib = number<qint64>(line.value);
        if (mib && *mib > 0 && *mib < (1LL << 40))
            guest.memory = Bytes{*mib * 1024 * 1024};
    } else if (line.key == QByteArrayView("cpu")) {
        guest.cpu = shortened(line.value);
    } else if (line.key == QByteArrayView("lock")) {
        guest.lock = shortened(line.value);
    } else if (isDevice(line.key)) {
        guest.devices << shortened(line.key);
    }
}

// "MemTotal:       32768000 kB"
std::optional<Bytes> sizeOf(QByteArrayView value)
{
    Cursor cursor(value);
    const std::optional<qint64> kib = cursor.number<qint64>();
    cursor.skipBlanks();
    if (!kib || *kib < 0 || *kib > (1LL << 50) || cursor.rest() != QByteArrayView("kB"))
        return std::nullopt;
    return fromKiB(*kib);
}

struct Memory {
    QMap<QByteArray, Bytes> lines;
    bool has(const char *name) const { return lines.contains(name); }
    Bytes given() const
    {
        if (has("MemAvailable"))
            return lines["MemAvailable"];
        return {lines["MemFree"].value + lines["Buffers"].value + lines["Cached"].value};
    }
};
} // namespace

Expected<GuestSettings> parseGuestSettings(QByteArrayView text)
{
    GuestSettings guest;
    bool any = false;
    Lines lines(text);
    while (lines.next() && !lines.line().startsWith('[') && guest.devices.size() < maximumRows) {
        const std::optional<KeyValue> pair = keyValue(lines.line());
        any = any || pair;
        if (pair)
            take(guest, *pair);
    }
    if (!any)
        return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "the settings of a guest")));
    return guest;
}

Expected<Capacity> parseCapacity(QByteArrayView text)
{
    Memory memory;
    Capacity capacity;
    Lines lines(text);
    while (lines.next()) {
        const std::optional<KeyValue> pair = keyValue(lines.line());
        if (!pair)
            continue;
        const std::optional<Bytes> size = sizeOf(pair->value);
        if (pair->key == QByteArrayView("model name") && capacity.processor.isEmpty())
            capacity.processor = shortened(pair->value).simplified();
        else if (size && memory.lines.size() < maximumRows)
            memory.lines.insert(pair->key.toByteArray(), *size);
    }
    if (!memory.has("MemFree"))
        return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "the lines of /proc/meminfo")));
    capacity.freeMemory = memory.given();
    return capacity;
}
} // namespace Core
