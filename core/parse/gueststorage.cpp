// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/gueststorage.h"

#include "core/parse/guestfiles.h"

#include <algorithm>

namespace Core
{
namespace
{
constexpr qsizetype longestWord = 4096; // bytes; a path

QString shortened(QByteArrayView word)
{
    return QString::fromUtf8(word.first(std::min(word.size(), longestWord)));
}

// "nodes/node1/qemu-server/100.conf" is 100.
std::optional<int> guestOf(QByteArrayView file)
{
    const qsizetype slash = file.lastIndexOf('/');
    const QByteArrayView name = file.sliced(slash + 1);
    if (slash < 0 || !name.endsWith(".conf"))
        return std::nullopt;
    const std::optional<int> id = number<int>(name.chopped(5));
    return id && *id > 0 ? id : std::nullopt;
}

// A heading starts at the first column, "lvm: drbd1"; what is below it is indented.
void takeStorageLine(GuestStorage &found, QByteArrayView line)
{
    if (line.isEmpty() || line[0] == '#')
        return;
    if (!isBlank(line[0])) {
        const std::optional<KeyValue> heading = keyValue(line);
        if (heading)
            found.storages << Storage{
                shortened(heading->value), shortened(heading->key), {}, false};
        return;
    }
    Cursor cursor(line);
    cursor.skipBlanks();
    const QByteArrayView key = cursor.word();
    if (found.storages.isEmpty())
        return;
    if (key == QByteArrayView("vgname"))
        found.storages.last().volumeGroup = shortened(withoutBlanks(cursor.rest()));
    else if (key == QByteArrayView("shared")) // a flag, or "shared 1"
        found.storages.last().shared = withoutBlanks(cursor.rest()) != QByteArrayView("0");
}

bool isDrive(QByteArrayView key)
{
    for (const QByteArrayView bus : {QByteArrayView("ide"), QByteArrayView("sata"),
                                     QByteArrayView("scsi"), QByteArrayView("virtio")}) {
        if (key.startsWith(bus) && number<int>(key.sliced(bus.size())))
            return true;
    }
    return false;
}

void takeDrive(GuestStorage &found, int guest, const KeyValue &drive, int line)
{
    const QByteArrayView volume = withoutBlanks(Cursor(drive.value).until(','));
    if (volume.isEmpty() || volume == QByteArrayView("none") || volume == QByteArrayView("cdrom"))
        return;
    GuestDisk disk{guest, shortened(drive.key), {}, shortened(volume), line};
    const qsizetype colon = volume[0] == '/' ? -1 : volume.indexOf(':');
    if (colon > 0) {
        disk.storage = shortened(volume.first(colon));
        disk.volume = shortened(volume.sliced(colon + 1));
    }
    found.disks << disk;
}

void takeGuestLine(GuestStorage &found, int guest, QByteArrayView line, int number)
{
    GuestSettings &settings = found.settings[guest];
    const std::optional<KeyValue> pair = keyValue(line);
    if (pair && isDrive(pair->key))
        takeDrive(found, guest, *pair, number);
    else if (pair)
        takeSetting(settings, *pair, number);
}

bool isFull(const GuestStorage &found)
{
    return found.disks.size() + found.storages.size() + found.settings.size() >= maximumRows;
}
} // namespace

Expected<GuestStorage> parseGuestStorage(QByteArrayView text)
{
    GuestStorage found;
    int inSnapshot = 0; // the guest whose first snapshot was reached
    for (Lines lines(text); lines.next();) {
        if (withoutBlanks(lines.line()).isEmpty())
            continue;
        Cursor cursor = lines.cursor();
        const QByteArrayView file = cursor.until(':');
        const std::optional<int> guest = guestOf(file);
        const bool storages = file == QByteArrayView("storage.cfg");
        if ((!guest && !storages) || !cursor.skip(':') || isFull(found))
            return lines.failure(1,
                                 message(QT_TRANSLATE_NOOP(
                                     "Core", "storage.cfg or the file of a guest, and a line")));
        if (storages)
            takeStorageLine(found, cursor.rest());
        else if (cursor.peek() == '[')
            inSnapshot = *guest;
        else if (inSnapshot != *guest)
            takeGuestLine(found, *guest, cursor.rest(), lines.number());
    }
    return found;
}
} // namespace Core
