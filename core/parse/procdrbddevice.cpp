// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/procdrbdline.h"

#include <algorithm>
#include <limits>

namespace Core::ProcDrbdLine
{
namespace
{
bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isFlag(char c)
{
    return (c >= 'a' && c <= 'z') || c == '-';
}

std::optional<DrbdWord> drbdWord(QByteArrayView text, bool (*allowed)(char))
{
    DrbdWord word;
    if (text.isEmpty() || text.size() >= qsizetype(word.text.size())
        || !std::all_of(text.begin(), text.end(), allowed))
        return std::nullopt;
    std::copy(text.begin(), text.end(), word.text.begin());
    return word;
}

// "Primary/Secondary"; with `single` also "Consistent" alone, which is 0.7's view of its own disk.
Failed readPair(Cursor &cursor, DrbdWord &local, DrbdWord &peer, bool single)
{
    Cursor start = cursor;
    Cursor both(cursor.word(), cursor.lineNumber());
    const std::optional<DrbdWord> first = drbdWord(both.until('/'), isLetter);
    std::optional<DrbdWord> second;
    if (both.skip('/'))
        second = drbdWord(both.rest(), isLetter);
    if (!first || (!second && (!single || !both.atEnd())))
        return start.failure(message(QT_TRANSLATE_NOOP("Core", "two states with a slash")));
    local = *first;
    peer = second.value_or(DrbdWord());
    return std::nullopt;
}

// The protocol letter is a blank without a network configuration, so columns tell nothing: the
// flags begin with a small letter. 8.3.1 to 8.3.8 may print a NUL as the fifth flag.
Failed readProtocolAndFlags(Cursor &cursor, ProcDrbdDevice &device)
{
    cursor.skipBlanks();
    const char letter = cursor.peek();
    if (letter >= 'A' && letter <= 'C') {
        cursor.skip(letter);
        device.protocol = letter;
        cursor.skipBlanks();
    }
    const Cursor start = cursor;
    QByteArrayView flags = cursor.word();
    while (flags.endsWith('\0'))
        flags.chop(1);
    const std::optional<DrbdWord> word = drbdWord(flags, isFlag);
    if (!word || flags.size() < 4 || (flags[0] != 'r' && flags[0] != 's'))
        return start.failure(
            message(QT_TRANSLATE_NOOP("Core", "flags like %1"), {QStringLiteral("r-----")}));
    device.flags = *word;
    return std::nullopt;
}

Failed readStates(Cursor &cursor, ProcDrbdDevice &device)
{
    cursor.skipBlanks();
    if (!cursor.skip("ro:") && !cursor.skip("st:"))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "the roles behind %1 or %2"),
                                      {QStringLiteral("ro:"), QStringLiteral("st:")}));
    if (Failed failed = readPair(cursor, device.localRole, device.peerRole, false))
        return failed;
    cursor.skipBlanks();
    if (cursor.skip("ld:"))
        return readPair(cursor, device.localDisk, device.peerDisk, true);
    if (!cursor.skip("ds:"))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "the disk states behind %1 or %2"),
                                      {QStringLiteral("ds:"), QStringLiteral("ld:")}));
    if (Failed failed = readPair(cursor, device.localDisk, device.peerDisk, false))
        return failed;
    return readProtocolAndFlags(cursor, device);
}

} // namespace

Failed expectEnd(Cursor &cursor)
{
    cursor.skipBlanks();
    if (cursor.atEnd() || cursor.peek() == '\0') // an old flag's NUL may be followed by a blank
        return std::nullopt;
    return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "the end of the line")));
}

// Behind "cs:".
Failed readDevice(Cursor &cursor, ProcDrbdDevice &device)
{
    const Cursor start = cursor;
    const std::optional<DrbdWord> connection = drbdWord(cursor.word(), isLetter);
    if (!connection)
        return start.failure(message(QT_TRANSLATE_NOOP("Core", "a connection state")));
    device.connection = *connection;
    if (connection->view() != QByteArrayView("Unconfigured")) {
        if (Failed failed = readStates(cursor, device))
            return failed;
    }
    return expectEnd(cursor);
}

namespace
{
using Counter = std::optional<quint64> DrbdCounters::*;
struct NamedCounter {
    char name[3];
    Counter counter;
};
constexpr std::array namedCounters{
    NamedCounter{"ns", &DrbdCounters::ns}, NamedCounter{"nr", &DrbdCounters::nr},
    NamedCounter{"dw", &DrbdCounters::dw}, NamedCounter{"dr", &DrbdCounters::dr},
    NamedCounter{"al", &DrbdCounters::al}, NamedCounter{"bm", &DrbdCounters::bm},
    NamedCounter{"lo", &DrbdCounters::lo}, NamedCounter{"pe", &DrbdCounters::pe},
    NamedCounter{"ua", &DrbdCounters::ua}, NamedCounter{"ap", &DrbdCounters::ap},
    NamedCounter{"ep", &DrbdCounters::ep}};

Counter counterAt(const Cursor &cursor)
{
    const QByteArrayView rest = cursor.rest();
    if (rest.size() < 4 || rest[2] != ':')
        return nullptr;
    for (const NamedCounter &named : namedCounters) {
        if (rest[0] == named.name[0] && rest[1] == named.name[1])
            return named.counter;
    }
    return nullptr;
}

} // namespace

bool startsCounters(const Cursor &cursor)
{
    return counterAt(cursor) || cursor.rest().startsWith("wo:") || cursor.rest().startsWith("oos:");
}

namespace
{
// lo, pe, ua and ap are signed in the kernel, and a miscount shows as a negative number: not known.
Failed readCount(Cursor &cursor, std::optional<quint64> &count)
{
    const bool negative = cursor.skip('-');
    const std::optional<quint64> value = cursor.number<quint64>();
    if (!value)
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a number")));
    if (!negative)
        count = value;
    return std::nullopt;
}

Failed readOutOfSync(Cursor &cursor, DrbdCounters &counters)
{
    const Cursor start = cursor;
    std::optional<quint64> kib;
    if (Failed failed = readCount(cursor, kib))
        return failed;
    if (kib > quint64(std::numeric_limits<qint64>::max() / 1024))
        return start.failure(message(QT_TRANSLATE_NOOP("Core", "a size in KiB")));
    if (kib)
        counters.outOfSync = fromKiB(qint64(*kib));
    return std::nullopt;
}

Failed readCounter(Cursor &cursor, DrbdCounters &counters)
{
    if (const Counter counter = counterAt(cursor)) {
        cursor.skip(cursor.rest().first(3));
        return readCount(cursor, counters.*counter);
    }
    if (cursor.skip("oos:"))
        return readOutOfSync(cursor, counters);
    if (cursor.skip("wo:") && isLetter(cursor.peek())) {
        counters.writeOrder = cursor.peek();
        cursor.skip(cursor.peek());
        return std::nullopt;
    }
    return cursor.failure(
        message(QT_TRANSLATE_NOOP("Core", "a counter like %1"), {QStringLiteral("ns:0")}));
}

} // namespace

Failed readCounters(Cursor &cursor, DrbdCounters &counters, bool &complete)
{
    for (cursor.skipBlanks(); !cursor.atEnd(); cursor.skipBlanks()) {
        // Up to 8.2.5 the last counter is ap, then oos.
        complete = cursor.rest().startsWith("ap:") || cursor.rest().startsWith("oos:");
        if (Failed failed = readCounter(cursor, counters))
            return failed;
        if (!cursor.atEnd() && !isBlank(cursor.peek()))
            return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a blank")));
    }
    return std::nullopt;
}

} // namespace Core::ProcDrbdLine
