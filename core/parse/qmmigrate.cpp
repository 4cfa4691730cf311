// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/qmmigrate.h"

#include "core/parse/cursor.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace Core
{
namespace
{
bool isAllDigits(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), isDigit);
}

// Behind "Nov 24 12:26:41 " (Proxmox VE 3 and 4: no year) or "2025-04-15 11:04:06 " (from 5 on).
// Lines of programs that the migration starts have no stamp.
bool skipStamp(Cursor &cursor)
{
    const QByteArrayView line = cursor.rest();
    for (const qsizetype size : {16, 20}) {
        if (line.size() < size || line[size - 1] != ' ' || line[size - 4] != ':'
            || line[size - 7] != ':' || !isAllDigits(line.sliced(size - 3, 2)))
            continue;
        const bool dated = size == 20 ? line[4] == '-' && line[7] == '-' : line[3] == ' ';
        if (dated)
            return cursor.skip(line.first(size));
    }
    return false;
}

// "515.4 MiB": one decimal, of 1024.
std::optional<Bytes> readSize(Cursor &cursor)
{
    static constexpr std::array units{"B", "KiB", "MiB", "GiB", "TiB"};
    cursor.skipBlanks();
    if (!isDigit(cursor.peek()))
        return std::nullopt;
    const std::optional<double> value = cursor.number<double>();
    cursor.skipBlanks();
    for (size_t i = 0; value && i < units.size(); ++i) {
        const double bytes = *value * std::pow(1024.0, double(i));
        if (cursor.skip(units[i]))
            return bytes < 1e18 ? std::optional<Bytes>(Bytes{std::llround(bytes)}) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<Bytes> readBytes(Cursor &cursor)
{
    const std::optional<qint64> bytes = cursor.number<qint64>();
    return bytes && *bytes >= 0 ? std::optional<Bytes>(Bytes{*bytes}) : std::nullopt;
}

// Behind "migration status: active (transferred ": "N, remaining N), total N)", with that bracket.
std::optional<MigrationProgress> readOldProgress(Cursor &cursor)
{
    const std::optional<Bytes> transferred = readBytes(cursor);
    if (!transferred || !cursor.skip(", remaining "))
        return std::nullopt;
    const std::optional<Bytes> remaining = readBytes(cursor);
    if (!remaining || !cursor.skip("), total "))
        return std::nullopt;
    const std::optional<Bytes> total = readBytes(cursor);
    if (!total || !cursor.skip(')'))
        return std::nullopt;
    return MigrationProgress{*transferred, *total, remaining};
}

// Behind "migration active, transferred ": "515.4 MiB of 12.6 GiB VM-state, 428.3 MiB/s ...".
std::optional<MigrationProgress> readNewProgress(Cursor &cursor)
{
    const std::optional<Bytes> transferred = readSize(cursor);
    if (!transferred || !cursor.skip(" of "))
        return std::nullopt;
    const std::optional<Bytes> total = readSize(cursor);
    if (!total)
        return std::nullopt;
    return MigrationProgress{*transferred, *total, std::nullopt};
}

// "(duration 00:01:10)"; the hours have as many digits as they need.
std::optional<std::chrono::seconds> readDuration(Cursor cursor)
{
    if (!cursor.skipPast("(duration "))
        return std::nullopt;
    const std::optional<quint32> hours = cursor.number<quint32>();
    const bool first = cursor.skip(':');
    const std::optional<quint16> minutes = cursor.number<quint16>();
    const bool second = cursor.skip(':');
    const std::optional<quint16> seconds = cursor.number<quint16>();
    if (!hours || !first || !minutes || !second || !seconds || !cursor.skip(')'))
        return std::nullopt;
    return std::chrono::hours(*hours) + std::chrono::minutes(*minutes)
        + std::chrono::seconds(*seconds);
}

class LogReader
{
public:
    explicit LogReader(QByteArrayView text)
        : m_lines(text), m_cutShort(!text.endsWith('\n')), m_text(text)
    {
    }
    Expected<Migration> read();

private:
    bool readLine(); // false: a report of progress that cannot be read
    bool readProgress(Cursor &cursor);
    void readStamped(Cursor &cursor);
    void readEnd(Cursor &cursor);
    void readTaskEnd(Cursor &cursor);
    bool isLastLine() const
    {
        return m_lines.line().data() + m_lines.line().size() == m_text.data() + m_text.size();
    }

    Lines m_lines;
    bool m_cutShort;
    QByteArrayView m_text;
    Migration m_migration;
    bool m_isLog = false;
    QString m_lastError;
    QString m_taskError;
};

bool LogReader::readProgress(Cursor &cursor)
{
    std::optional<MigrationProgress> progress;
    if (cursor.skip("migration status: active (transferred "))
        progress = readOldProgress(cursor);
    else if (cursor.skip("migration active, transferred "))
        progress = readNewProgress(cursor);
    else
        return true;
    if (progress)
        m_migration.progress << *progress;
    return progress.has_value();
}

// "migration finished successfuly (duration ...)", with one l up to 2015; "... with problems"; or
// "migration aborted (duration ...): REASON".
void LogReader::readEnd(Cursor &cursor)
{
    Cursor end = cursor;
    if (end.skip("migration finished successful"))
        m_migration.result = MigrationResult::Ok;
    else if (end.skip("migration finished with problems"))
        m_migration.result = MigrationResult::Problems;
    else if (end.skip("migration aborted (duration "))
        m_migration.result = MigrationResult::Aborted;
    else
        return;
    m_migration.duration = readDuration(cursor);
    m_migration.reason = m_migration.result == MigrationResult::Ok ? QString() : m_lastError;
    if (m_migration.result == MigrationResult::Aborted && end.skipPast("): "))
        m_migration.reason = QString::fromUtf8(end.rest());
}

void LogReader::readStamped(Cursor &cursor)
{
    const bool isError = cursor.skip("ERROR: ");
    const MigrationResult before = m_migration.result;
    readEnd(cursor);
    if (m_migration.result != before)
        return;
    if (isError)
        m_lastError = QString::fromUtf8(cursor.rest());
    else if (cursor.rest().contains("migration speed: ") && cursor.skipPast(" - downtime ")) {
        if (const std::optional<qint64> ms = cursor.number<qint64>())
            m_migration.downtime = std::chrono::milliseconds(*ms);
    }
}

// The task's last line, or what `qm migrate` itself says: generic, so the log's own words win. A
// task that died otherwise leaves open where the guest is.
void LogReader::readTaskEnd(Cursor &cursor)
{
    const bool task = cursor.skip("TASK ");
    if (task && (cursor.rest() == QByteArrayView("OK") || cursor.rest().startsWith("WARNINGS"))) {
        m_isLog = true;
        return;
    }
    if (task && !cursor.skip("ERROR: "))
        return;
    MigrationResult result = MigrationResult::Unknown;
    if (cursor.rest() == QByteArrayView("migration aborted"))
        result = MigrationResult::Aborted;
    else if (cursor.rest() == QByteArrayView("migration problems"))
        result = MigrationResult::Problems;
    else if (!task)
        return;
    m_isLog = true;
    m_taskError = QString::fromUtf8(cursor.rest());
    if (m_migration.result == MigrationResult::Unknown)
        m_migration.result = result;
}

bool LogReader::readLine()
{
    Cursor cursor = m_lines.cursor();
    if (skipStamp(cursor)) {
        m_isLog = true;
        if (!readProgress(cursor))
            return false;
        readStamped(cursor);
        return true;
    }
    for (const char *words :
         {"task started by HA resource agent", "Executing HA migrate", "Requesting HA migration"})
        m_isLog |= cursor.rest().startsWith(words);
    readTaskEnd(cursor);
    return true;
}

Expected<Migration> LogReader::read()
{
    while (m_lines.next()) {
        if (!readLine() && !(m_cutShort && isLastLine()))
            return m_lines.failure(
                1, message(QT_TRANSLATE_NOOP("Core", "the amounts of a migration's progress")));
    }
    if (!m_isLog)
        return parseFailure(1, 1, message(QT_TRANSLATE_NOOP("Core", "the log of a migration")),
                            Cursor(m_text).until('\n'));
    if (m_migration.result != MigrationResult::Ok && m_migration.reason.isEmpty())
        m_migration.reason = m_lastError.isEmpty() ? m_taskError : m_lastError;
    return std::move(m_migration);
}
} // namespace

std::optional<double> MigrationProgress::percent() const
{
    if (total.value <= 0)
        return std::nullopt;
    const qint64 done = remaining ? total.value - remaining->value : transferred.value;
    const double exact = 100.0 * double(done) / double(total.value);
    return std::round(std::clamp(exact, 0.0, 100.0) * 100) / 100;
}

Expected<Migration> parseQmMigrate(QByteArrayView text)
{
    return LogReader(text).read();
}
} // namespace Core
