// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/procdrbdline.h"

#include <limits>

namespace Core::ProcDrbdLine
{
namespace
{
// Thousands grouping: "1,024", "1,234,567", and before 8.3.10 "1024,000", which is 1024000.
std::optional<quint64> groupedNumber(Cursor &cursor)
{
    std::optional<quint64> value = cursor.number<quint64>();
    while (value && cursor.peek() == ',') {
        cursor.skip(',');
        const QByteArrayView group = cursor.digits();
        const std::optional<quint64> low = number<quint64>(group);
        if (group.size() != 3 || !low || *value > 1'000'000'000'000)
            return std::nullopt;
        value = *value * 1000 + *low;
    }
    return value;
}

Failed readSpeed(Cursor &cursor, std::optional<Bytes> &speed)
{
    cursor.skipBlanks();
    const Cursor start = cursor;
    const std::optional<quint64> kib = groupedNumber(cursor);
    if (!kib || *kib > 1'000'000'000'000)
        return start.failure(message(QT_TRANSLATE_NOOP("Core", "a speed in KiB/s")));
    speed = fromKiB(qint64(*kib));
    return std::nullopt;
}

// "0:04:08"; the hours have as many digits as they need.
Failed readFinish(Cursor &cursor, SyncProgress &progress)
{
    cursor.skipBlanks();
    const Cursor start = cursor;
    const std::optional<quint32> hours = cursor.number<quint32>();
    const bool first = cursor.skip(':');
    const std::optional<quint16> minutes = cursor.number<quint16>();
    const bool second = cursor.skip(':');
    const std::optional<quint16> seconds = cursor.number<quint16>();
    if (!hours || !first || !minutes || !second || !seconds || *minutes > 59 || *seconds > 59)
        return start.failure(
            message(QT_TRANSLATE_NOOP("Core", "a time like %1"), {QStringLiteral("0:04:08")}));
    progress.finish = std::chrono::hours(*hours) + std::chrono::minutes(*minutes)
        + std::chrono::seconds(*seconds);
    return std::nullopt;
}

// "(63,100 -- 61,736)": with proc_details the average of about 3 s comes before the long one.
Failed readAverage(Cursor &cursor, SyncProgress &progress)
{
    cursor.skipBlanks();
    if (!cursor.skip('('))
        return std::nullopt; // 0.7 to 8.0 may stop behind the speed
    if (Failed failed = readSpeed(cursor, progress.average))
        return failed;
    cursor.skipBlanks();
    if (cursor.skip("--")) {
        if (Failed failed = readSpeed(cursor, progress.average))
            return failed;
    }
    if (!cursor.skip(')'))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a closing bracket")));
    return std::nullopt;
}

} // namespace

// Behind "finish:". "want:" is printed where this side drives the resync.
Failed readFinishLine(Cursor &cursor, SyncProgress &progress)
{
    if (Failed failed = readFinish(cursor, progress))
        return failed;
    cursor.skipBlanks();
    if (!cursor.skip("speed:"))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "the speed")));
    if (Failed failed = readSpeed(cursor, progress.speed))
        return failed;
    if (Failed failed = readAverage(cursor, progress))
        return failed;
    cursor.skipBlanks();
    if (cursor.skip("want:")) {
        if (Failed failed = readSpeed(cursor, progress.wanted))
            return failed;
        cursor.skipBlanks();
    }
    if (!cursor.skip("K/sec"))
        return cursor.failure(
            message(QT_TRANSLATE_NOOP("Core", "the unit %1"), {QStringLiteral("K/sec")}));
    cursor.skipBlanks();
    progress.stalled = cursor.skip("(stalled)");
    return expectEnd(cursor);
}

namespace
{
// "(LEFT/TOTAL)U": what is left comes first; U is M when the run is larger than 4 GiB, else K.
Failed readAmounts(Cursor &cursor, SyncProgress &progress)
{
    cursor.skipBlanks();
    const Cursor start = cursor;
    const bool open = cursor.skip('(');
    const std::optional<quint64> left = cursor.number<quint64>();
    const bool slash = cursor.skip('/');
    const std::optional<quint64> total = cursor.number<quint64>();
    const bool closed = cursor.skip(')');
    const bool mib = cursor.skip('M');
    const quint64 most = quint64(std::numeric_limits<qint64>::max()) >> 20;
    if (!open || !left || !slash || !total || !closed || (!mib && !cursor.skip('K')) || *left > most
        || *total > most)
        return start.failure(
            message(QT_TRANSLATE_NOOP("Core", "amounts like %1"), {QStringLiteral("(120/1024)K")}));
    const int shift = mib ? 20 : 10;
    progress.left = Bytes{qint64(*left) << shift};
    progress.total = Bytes{qint64(*total) << shift};
    return std::nullopt;
}

Failed readPercent(Cursor &cursor, SyncProgress &progress)
{
    cursor.skipBlanks(); // none before "100.0%"
    const Cursor start = cursor;
    const std::optional<quint16> whole = cursor.number<quint16>();
    const bool point = cursor.skip('.');
    const std::optional<quint16> tenths = cursor.number<quint16>();
    const int permille = whole.value_or(0) * 10 + tenths.value_or(0);
    if (!whole || !point || !tenths || *tenths > 9 || permille > 1000 || !cursor.skip('%'))
        return start.failure(
            message(QT_TRANSLATE_NOOP("Core", "a percentage like %1"), {QStringLiteral("12.3%")}));
    progress.percent = permille / 10.0;
    return std::nullopt;
}

} // namespace

// "[===>....] sync'ed: 12.3% (LEFT/TOTAL)U": the bar says nothing more, and copies made for print
// have other dots and apostrophes in it. One kernel (2.6.39) lacks the line break before "finish:".
Failed readProgress(Cursor &cursor, std::optional<SyncProgress> &progress)
{
    progress.emplace();
    const bool closed = cursor.skipPast("]");
    cursor.skipBlanks();
    progress->kind = cursor.peek() == 'v' ? SyncKind::Verify : SyncKind::Resync;
    const Cursor start = cursor;
    const QByteArrayView word = cursor.until(':');
    const bool resync = word.startsWith("sync") && word.endsWith("ed");
    if (!closed || (!resync && word != QByteArrayView("verified")) || !cursor.skip(':'))
        return start.failure(message(QT_TRANSLATE_NOOP("Core", "%1 or %2"),
                                     {QStringLiteral("sync'ed:"), QStringLiteral("verified:")}));
    if (Failed failed = readPercent(cursor, *progress))
        return failed;
    if (Failed failed = readAmounts(cursor, *progress))
        return failed;
    if (cursor.skipPast("finish:"))
        return readFinishLine(cursor, *progress);
    cursor.skipBlanks();
    if (cursor.skip("queue_delay:")) // 8.3.8 alone
        return std::nullopt;
    return expectEnd(cursor);
}

} // namespace Core::ProcDrbdLine
