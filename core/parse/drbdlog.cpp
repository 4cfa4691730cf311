// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdlog.h"

#include "core/model/drbd.h"
#include "core/parse/cursor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Core
{
namespace
{
constexpr qsizetype longestName = 200; // bytes; drbdadm allows 128

struct Now {
    qint64 epoch = 0; // s
    int offset = 0; // s east of UTC
    double uptime = 0; // s
};

// "+0130" is 90 minutes.
std::optional<int> zoneOffset(QByteArrayView word)
{
    const std::optional<int> digits = word.size() == 5 ? number<int>(word.sliced(1)) : std::nullopt;
    if (!digits || (word[0] != '+' && word[0] != '-'))
        return std::nullopt;
    const int seconds = (*digits / 100 * 60 + *digits % 100) * 60;
    return word[0] == '-' ? -seconds : seconds;
}

Expected<Now> readNow(Cursor cursor)
{
    const auto failure = [&cursor] {
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "now EPOCH OFFSET UPTIME")));
    };
    if (!cursor.skip(QByteArrayView("now ")))
        return failure();
    const std::optional<qint64> epoch = number<qint64>(cursor.word());
    cursor.skipBlanks();
    const std::optional<int> offset = zoneOffset(cursor.word());
    cursor.skipBlanks();
    const std::optional<double> uptime = number<double>(cursor.word());
    constexpr qint64 farthest = 1LL << 40;
    const bool clock = epoch && *epoch >= 0 && *epoch <= farthest && offset;
    if (!clock || !uptime || !(*uptime >= 0 && *uptime <= double(farthest))) // refuses nan too
        return failure();
    return Now{*epoch, *offset, *uptime};
}

constexpr std::array<QByteArrayView, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// "Nov 23 02:00:01", without a year and in the zone of the machine: the last such day that is not
// in the future; a day of grace for a clock that was set back.
QDateTime syslogTime(Cursor cursor, const Now &now)
{
    const auto month = std::find(months.begin(), months.end(), cursor.word());
    cursor.skipBlanks();
    const std::optional<int> day = number<int>(cursor.word());
    cursor.skipBlanks();
    const QTime time
        = QTime::fromString(QString::fromLatin1(cursor.word()), QStringLiteral("hh:mm:ss"));
    if (month == months.end() || !day || !time.isValid())
        return {};
    const QDateTime at = QDateTime::fromSecsSinceEpoch(now.epoch, Qt::OffsetFromUTC, now.offset);
    const int monthNumber = int(month - months.begin()) + 1;
    for (int year = at.date().year(); year > at.date().year() - 2; --year) {
        const QDateTime found(QDate(year, monthNumber, *day), time, Qt::OffsetFromUTC, now.offset);
        if (found.isValid() && found <= at.addDays(1))
            return found.toUTC();
    }
    return {};
}

// "[  699.616886] " of dmesg, seconds since the start. To the second, so that the same line read
// again has the same time.
QDateTime dmesgTime(Cursor cursor, const Now &now)
{
    cursor.skip('[');
    cursor.skipBlanks();
    const std::optional<double> seconds = number<double>(withoutBlanks(cursor.until(']')));
    if (!seconds || !(*seconds >= 0 && *seconds <= now.uptime + 86'400)) // refuses nan too
        return {};
    const qint64 since = now.epoch - std::llround(now.uptime);
    return QDateTime::fromSecsSinceEpoch(since + std::llround(*seconds), Qt::UTC);
}

QDateTime timeOf(QByteArrayView line, const Now &now)
{
    if (line.startsWith('['))
        return dmesgTime(Cursor(line), now);
    if (!line.isEmpty() && isDigit(line[0])) {
        const QString word = QString::fromLatin1(Cursor(line).until(' '));
        return QDateTime::fromString(word, Qt::ISODate).toUTC();
    }
    return syslogTime(Cursor(line), now);
}

// "drbd0" is 0.
std::optional<int> minorOf(QByteArrayView word)
{
    constexpr QByteArrayView name("drbd");
    const std::optional<int> minor
        = word.startsWith(name) ? number<int>(word.sliced(name.size())) : std::nullopt;
    return minor && *minor >= 0 ? minor : std::nullopt;
}

// Whom the line is about; false: it is not DRBD's. The cursor stands behind the prefix then.
bool readPrefix(Cursor &cursor, DrbdLogEntry &entry)
{
    const QByteArrayView line = cursor.rest();
    const qsizetype colon = line.indexOf(": ");
    if (colon <= 0)
        return false;
    Cursor words(line.first(colon));
    const QByteArrayView first = words.word();
    words.skipBlanks();
    const QByteArrayView second = words.word();
    words.skipBlanks();
    const QByteArrayView third = words.word();
    if (first == QByteArrayView("block") && minorOf(second)) {
        entry.minor = *minorOf(second);
    } else if (second.isEmpty() && minorOf(first)) {
        entry.minor = *minorOf(first);
    } else if (first == QByteArrayView("drbd") && !second.isEmpty()
               && second.size() <= longestName) {
        entry.minor = minorOf(third).value_or(-1);
        entry.resource = ResourceName(QString::fromUtf8(Cursor(second).until('/')));
    } else {
        return false;
    }
    return cursor.skipPast(": ");
}

// The prefix stands behind the stamp, the host's name and "kernel:", or behind "[ 699.6]".
bool findPrefix(QByteArrayView line, DrbdLogEntry &entry, QByteArrayView &text)
{
    for (const QByteArrayView mark : {QByteArrayView("] "), QByteArrayView("kernel: ")}) {
        const qsizetype at = line.lastIndexOf(mark);
        if (at < 0)
            continue;
        Cursor cursor(line.sliced(at + mark.size()));
        if (readPrefix(cursor, entry)) {
            text = cursor.rest();
            return true;
        }
    }
    return false;
}

struct Words {
    QByteArrayView begin;
    DrbdLogKind kind;
};
constexpr std::array known{
    Words{"Split-Brain detected, dropping", DrbdLogKind::SplitBrain},
    Words{"Split-Brain detected but unresolved", DrbdLogKind::SplitBrain},
    Words{"Split-Brain detected during attach but unresolved", DrbdLogKind::SplitBrain},
    Words{"Split-Brain detected, ", DrbdLogKind::SplitBrainSolved},
    Words{"Unrelated data, aborting!", DrbdLogKind::UnrelatedData},
    Words{"Authentication of peer failed", DrbdLogKind::SecretMismatch},
    Words{"self ", DrbdLogKind::HandshakeSelf},
    Words{"peer ", DrbdLogKind::HandshakePeer},
    Words{"Resync done ", DrbdLogKind::ResyncDone},
    // Two blanks in 8.3, one in 8.4 (drbd_resync_finished).
    Words{"Online verify done ", DrbdLogKind::VerifyDone},
    Words{"Online verify  done ", DrbdLogKind::VerifyDone},
    Words{"Online verify found ", DrbdLogKind::VerifyFound},
    Words{"Starting Online Verify from sector ", DrbdLogKind::VerifyBegan},
    Words{"Out of sync: start=", DrbdLogKind::OutOfSync},
    Words{"Online-verify aborted", DrbdLogKind::VerifyAborted},
};

// What happens to the connection in "... conn( FROM -> TO ) ...".
std::optional<DrbdLogKind> changeOf(QByteArrayView text)
{
    Cursor cursor(text);
    if (!cursor.skipPast("conn( "))
        return std::nullopt;
    const DrbdConnection from = drbdConnection(cursor.word());
    if (!cursor.skip(QByteArrayView(" -> ")))
        return std::nullopt;
    const DrbdConnection to = drbdConnection(cursor.word());
    // After a refused handshake the kernel itself goes to Disconnecting, from WFReportParams.
    const bool waited = from == DrbdConnection::WFConnection || from == DrbdConnection::Unconnected;
    if (to == DrbdConnection::Disconnecting && (isConnected(from) || waited))
        return DrbdLogKind::Disconnecting;
    if (isConnected(from) && !isConnected(to))
        return DrbdLogKind::ConnectionLost;
    return !isConnected(from) && isConnected(to) ? std::optional(DrbdLogKind::Connected)
                                                 : std::nullopt;
}

std::optional<DrbdLogKind> kindOf(QByteArrayView text)
{
    for (const Words &words : known) {
        if (text.startsWith(words.begin))
            return words.kind;
    }
    return changeOf(text);
}

// "self 8C5C1C4B0F1A2B3C:... bits:5120 flags:0", "Online verify found 768 4k block out of sync!"
std::optional<quint64> bitsOf(DrbdLogKind kind, QByteArrayView text)
{
    Cursor cursor(text);
    const QByteArrayView before
        = kind == DrbdLogKind::VerifyFound ? QByteArrayView(" found ") : QByteArrayView(" bits:");
    return cursor.skipPast(before) ? cursor.number<quint64>() : std::nullopt;
}

bool countsBlocks(DrbdLogKind kind)
{
    return kind == DrbdLogKind::HandshakeSelf || kind == DrbdLogKind::HandshakePeer
        || kind == DrbdLogKind::VerifyFound;
}

// "Starting Online Verify from sector 0" and "Out of sync: start=8388608, size=256 (sectors)".
// False: what the line is about is missing.
bool takeSectors(QByteArrayView text, DrbdLogEntry &entry)
{
    Cursor cursor(text);
    if (entry.kind == DrbdLogKind::VerifyBegan) {
        cursor.skipPast("sector ");
        entry.sector = cursor.number<quint64>();
        return entry.sector.has_value();
    }
    if (entry.kind != DrbdLogKind::OutOfSync)
        return true;
    cursor.skipPast("start=");
    entry.sector = cursor.number<quint64>();
    if (!cursor.skip(QByteArrayView(", size=")))
        return false;
    entry.sectors = cursor.number<quint64>();
    return entry.sector && entry.sectors;
}

std::optional<DrbdLogEntry> readEntry(QByteArrayView line, int number, const Now &now)
{
    DrbdLogEntry entry;
    QByteArrayView text;
    if (!findPrefix(line, entry, text))
        return std::nullopt;
    const std::optional<DrbdLogKind> kind = kindOf(text);
    if (!kind)
        return std::nullopt;
    entry.kind = *kind;
    entry.bits = countsBlocks(*kind) ? bitsOf(*kind, text) : std::nullopt;
    if ((countsBlocks(*kind) && !entry.bits) || !takeSectors(text, entry))
        return std::nullopt;
    entry.at = timeOf(line, now);
    constexpr qsizetype longest = 200;
    entry.text = QString::fromUtf8(withoutBlanks(text.first(std::min(text.size(), longest))));
    entry.line = number;
    return entry;
}
} // namespace

Expected<DrbdLog> parseDrbdLog(QByteArrayView text)
{
    DrbdLog log;
    Lines lines(text);
    lines.next();
    const Expected<Now> now = readNow(lines.cursor());
    if (!now)
        return tl::unexpected(now.error());
    while (lines.next()) {
        const std::optional<DrbdLogEntry> entry = readEntry(lines.line(), lines.number(), *now);
        if (!entry)
            continue;
        if (log.entries.size() == maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        log.entries << *entry;
    }
    return log;
}
} // namespace Core
