// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/qm.h"

#include "core/parse/cursor.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace Core
{
namespace
{
constexpr int lowestId = 1;
constexpr int highestId = 999'999'999; // pve-guest-common
constexpr double gib = 1024.0 * 1024 * 1024;

std::optional<int> guestId(QByteArrayView word)
{
    const std::optional<int> id = number<int>(word);
    return id && *id >= lowestId && *id <= highestId ? id : std::nullopt;
}

GuestState listedState(QByteArrayView word)
{
    if (word == QByteArrayView("running"))
        return GuestState::Running;
    if (word == QByteArrayView("stopped"))
        return GuestState::Stopped;
    if (word == QByteArrayView("paused") || word == QByteArrayView("suspended"))
        return GuestState::Paused;
    return GuestState::Unknown;
}

// QEMU's RunState. Whatever holds the processors without an error is paused for an operator.
GuestState qemuState(QByteArrayView word)
{
    for (const char *still : {"prelaunch", "inmigrate", "postmigrate", "finish-migrate", "save-vm",
                              "restore-vm", "debug", "watchdog"}) {
        if (word == QByteArrayView(still))
            return GuestState::Paused;
    }
    return word == QByteArrayView("io-error") ? GuestState::IoError : listedState(word);
}

// The last blank-separated word, taken off the line.
QByteArrayView takeLast(QByteArrayView &line)
{
    line = withoutBlanks(line);
    qsizetype from = line.size();
    while (from > 0 && !isBlank(line[from - 1]))
        --from;
    const QByteArrayView word = line.sliced(from);
    line = line.first(from);
    return word;
}

std::optional<Bytes> size(QByteArrayView word, double unit)
{
    const std::optional<double> value = number<double>(word);
    if (!value || !std::isfinite(*value) || *value < 0 || *value * unit > 1e18)
        return std::nullopt;
    return Bytes{std::llround(*value * unit)};
}

// Read from both ends: a name longer than its column shifts what follows, and a guest without a
// name is called "VM 100", with a blank.
Expected<Vm> readRow(const Lines &lines)
{
    QByteArrayView rest = lines.line();
    const std::optional<int> pid = number<int>(takeLast(rest));
    const std::optional<Bytes> disk = size(takeLast(rest), gib);
    const std::optional<Bytes> memory = size(takeLast(rest), 1024.0 * 1024);
    const QByteArrayView state = takeLast(rest);
    Cursor cursor(withoutBlanks(rest), lines.number());
    const std::optional<int> id = guestId(cursor.word());
    if (!id || state.isEmpty() || !memory || !disk || !pid || *pid < 0)
        return lines.failure(1,
                             message(QT_TRANSLATE_NOOP("Core", "a guest as %1"),
                                     {QStringLiteral("VMID NAME STATUS MEM BOOTDISK PID")}));
    Vm vm;
    vm.id = *id;
    vm.name = VmName(QString::fromUtf8(withoutBlanks(cursor.rest())));
    vm.state = listedState(state);
    vm.memory = *memory;
    if (disk->value > 0) // 0.00: it has none, or qm could not ask
        vm.bootDisk = disk;
    if (*pid > 0)
        vm.pid = pid;
    return vm;
}

bool isHeader(QByteArrayView line)
{
    Cursor cursor(line);
    cursor.skipBlanks();
    return cursor.skip("VMID") && cursor.rest().contains("STATUS");
}

std::optional<bool> truth(QByteArrayView word)
{
    const std::optional<int> value = number<int>(word);
    return value ? std::optional<bool>(*value != 0) : std::nullopt;
}

void readStatusLine(QmStatus &status, const KeyValue &pair, bool &byQemu)
{
    if (pair.key == QByteArrayView("qmpstatus") || pair.key == QByteArrayView("status")) {
        const bool qemu = pair.key.startsWith("qmp");
        if (byQemu && !qemu)
            return;
        byQemu = qemu;
        status.state = qemuState(pair.value);
        status.word = QString::fromUtf8(pair.value);
    } else if (pair.key == QByteArrayView("name")) {
        status.name = QString::fromUtf8(pair.value);
    } else if (pair.key == QByteArrayView("ha")) {
        status.highlyAvailable = truth(pair.value);
    } else if (pair.key == QByteArrayView("pid")) {
        status.pid = number<int>(pair.value);
    } else if (pair.key == QByteArrayView("uptime")) {
        if (const std::optional<qint64> seconds = number<qint64>(pair.value))
            status.uptime = std::chrono::seconds(*seconds);
    }
}

tl::unexpected<Error> failureAt(QByteArrayView text, qsizetype offset, Message expected)
{
    const QByteArrayView before = text.first(std::clamp<qsizetype>(offset, 0, text.size()));
    const qsizetype lineStart = before.lastIndexOf('\n') + 1;
    const qsizetype end = text.indexOf('\n', lineStart);
    const auto line = int(std::count(before.begin(), before.end(), '\n')) + 1;
    return parseFailure(line, int(before.size() - lineStart) + 1, std::move(expected),
                        text.first(end < 0 ? text.size() : end).sliced(lineStart));
}

Expected<VmPlacement> placement(QByteArrayView text, const QString &key, const QJsonObject &entry)
{
    const std::optional<int> id = guestId(key.toLatin1());
    const QString node = entry[QStringLiteral("node")].toString();
    const QString type = entry[QStringLiteral("type")].toString();
    if (id && !node.isEmpty() && !type.isEmpty())
        return VmPlacement{*id, NodeName(node), type != QStringLiteral("qemu")};
    return failureAt(text, text.indexOf('"' + key.toUtf8() + '"'),
                     message(QT_TRANSLATE_NOOP("Core", "a guest with its node and type")));
}
} // namespace

Expected<QList<Vm>> parseQmList(QByteArrayView text)
{
    QList<Vm> guests;
    bool table = false;
    bool empty = true;
    for (Lines lines(text); lines.next();) {
        if (withoutBlanks(lines.line()).isEmpty())
            continue;
        empty = false;
        if (!table) { // a login shell may speak before
            table = isHeader(lines.line());
            continue;
        }
        if (guests.size() >= maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        Expected<Vm> guest = readRow(lines);
        if (!guest)
            return tl::unexpected<Error>(std::move(guest.error()));
        guests << *std::move(guest);
    }
    if (!table && !empty)
        return parseFailure(1, 1, message(QT_TRANSLATE_NOOP("Core", "the header of qm list")),
                            Cursor(text).until('\n'));
    return guests;
}

Expected<QmStatus> parseQmStatus(QByteArrayView text)
{
    QmStatus status;
    bool byQemu = false;
    Lines lines(text);
    while (lines.next()) {
        // Indented lines are parts of a nested value of later releases.
        if (lines.line().isEmpty() || isBlank(lines.line()[0]))
            continue;
        if (const std::optional<KeyValue> pair = keyValue(lines.line()))
            readStatusLine(status, *pair, byQemu);
    }
    if (status.word.isEmpty())
        return parseFailure(
            1, 1, message(QT_TRANSLATE_NOOP("Core", "a line “%1”"), {QStringLiteral("status:")}),
            Cursor(text).until('\n'));
    return status;
}

Expected<VmPlacements> parseVmlist(QByteArrayView text)
{
    // pmxcfs keeps all of /etc/pve in a few MiB; more is not its file, and JSON costs memory.
    constexpr qsizetype limit = 8 * 1024 * 1024;
    if (text.size() > limit)
        return parseFailure(1, 1, message(QT_TRANSLATE_NOOP("Core", "a shorter file")),
                            Cursor(text.first(limit)).until('\n'));
    QJsonParseError wrong;
    const auto bytes = QByteArray::fromRawData(text.data(), text.size());
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &wrong);
    if (wrong.error != QJsonParseError::NoError)
        return failureAt(text, wrong.offset, message("%1", {QStringLiteral("JSON")}));
    const QJsonValue ids = document.object()[QStringLiteral("ids")];
    if (!ids.isObject())
        return failureAt(
            text, 0, message(QT_TRANSLATE_NOOP("Core", "an object “%1”"), {QStringLiteral("ids")}));
    VmPlacements placements;
    const QJsonObject entries = ids.toObject();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        Expected<VmPlacement> one = placement(text, entry.key(), entry->toObject());
        if (!one)
            return tl::unexpected<Error>(std::move(one.error()));
        placements << *std::move(one);
    }
    std::sort(placements.begin(), placements.end(),
              [](const VmPlacement &a, const VmPlacement &b) { return a.id < b.id; });
    return placements;
}

namespace
{
// "node1/qemu-server/100.conf"
std::optional<int> guestOfFile(QByteArrayView path)
{
    const QByteArrayView name = path.sliced(path.lastIndexOf('/') + 1);
    return name.endsWith(".conf") ? guestId(name.chopped(5)) : std::nullopt;
}

bool startsAtBoot(QByteArrayView setting)
{
    const char separator = setting.contains('=') ? '=' : ':'; // OpenVZ's files are shell text
    const std::optional<KeyValue> pair = keyValue(setting, separator);
    const QByteArray value = pair ? pair->value.toByteArray().replace('"', "").toLower() : "";
    return value == "1" || value == "yes";
}
} // namespace

Expected<BootGuests> parseBootGuests(QByteArrayView text)
{
    BootGuests guests;
    int inSnapshot = 0; // the guest whose first snapshot was reached
    for (Lines lines(text); lines.next();) {
        if (withoutBlanks(lines.line()).isEmpty())
            continue;
        Cursor cursor = lines.cursor();
        const std::optional<int> id = guestOfFile(cursor.until(':'));
        if (!id || !cursor.skip(':') || guests.ids.size() >= maximumRows)
            return lines.failure(
                1, message(QT_TRANSLATE_NOOP("Core", "the file of a guest and a line of it")));
        if (cursor.peek() == '[')
            inSnapshot = *id;
        else if (inSnapshot != *id && startsAtBoot(cursor.rest()))
            guests.ids << *id;
    }
    std::sort(guests.ids.begin(), guests.ids.end());
    guests.ids.erase(std::unique(guests.ids.begin(), guests.ids.end()), guests.ids.end());
    return guests;
}

Expected<RunningGuests> parseRunningGuests(QByteArrayView text)
{
    RunningGuests guests;
    for (Lines lines(text); lines.next();) {
        const QByteArrayView line = withoutBlanks(lines.line());
        if (line.isEmpty())
            continue;
        const std::optional<int> id = guestId(line);
        if (!id || guests.ids.size() >= maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "the id of a guest")));
        guests.ids << *id;
    }
    std::sort(guests.ids.begin(), guests.ids.end());
    guests.ids.erase(std::unique(guests.ids.begin(), guests.ids.end()), guests.ids.end());
    return guests;
}
} // namespace Core
