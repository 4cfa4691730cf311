// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/guestfiles.h"

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
    static bool counts(QByteArrayView key)
    {
        return key == QByteArrayView("MemFree") || key == QByteArrayView("MemAvailable")
            || key == QByteArrayView("Buffers") || key == QByteArrayView("Cached");
    }
    bool has(const char *name) const { return lines.contains(name); }
    Bytes given() const
    {
        if (has("MemAvailable"))
            return lines["MemAvailable"];
        return {lines["MemFree"].value + lines["Buffers"].value + lines["Cached"].value};
    }
};
} // namespace

void takeSetting(GuestSettings &guest, const KeyValue &pair, int line)
{
    if (pair.key == QByteArrayView("memory")) {
        const std::optional<qint64> mib = number<qint64>(pair.value);
        if (!mib || *mib <= 0 || *mib >= (1LL << 40))
            return;
        guest.memory = Bytes{*mib * 1024 * 1024};
        guest.memoryLine = line;
    } else if (pair.key == QByteArrayView("cpu")) {
        guest.cpu = shortened(pair.value);
        guest.cpuLine = line;
    } else if (pair.key == QByteArrayView("lock")) {
        guest.lock = shortened(pair.value);
        guest.lockLine = line;
    } else if (isDevice(pair.key) && guest.devices.size() < maximumRows) {
        guest.deviceLine = guest.devices.isEmpty() ? line : guest.deviceLine;
        guest.devices << shortened(pair.key);
    }
}

Expected<GuestSettings> parseGuestSettings(QByteArrayView text)
{
    GuestSettings guest;
    bool any = false;
    Lines lines(text);
    while (lines.next() && !lines.line().startsWith('[')) {
        const std::optional<KeyValue> pair = keyValue(lines.line());
        any = any || pair;
        if (pair)
            takeSetting(guest, *pair, 0);
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
        else if (!size && Memory::counts(pair->key))
            return lines.failure(pair->valueColumn,
                                 message(QT_TRANSLATE_NOOP("Core", "an amount of memory in kB")));
        else if (size && memory.lines.size() < maximumRows)
            memory.lines.insert(pair->key.toByteArray(), *size);
    }
    if (!memory.has("MemFree"))
        return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "the lines of /proc/meminfo")));
    capacity.freeMemory = memory.given();
    return capacity;
}
} // namespace Core
