// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/net.h"

#include "core/parse/cursor.h"

#include <algorithm>

namespace Core
{
namespace
{
QByteArrayView nextWord(Cursor &cursor)
{
    cursor.skipBlanks();
    return cursor.word();
}

std::optional<bool> carrier(QByteArrayView word)
{
    return word == "0" || word == "1" ? std::optional(word == "1") : std::nullopt;
}

// A link that is down, or a device without the notion, says -1, which old kernels print unsigned in
// 16 or 32 bits.
std::optional<int> speed(QByteArrayView word)
{
    constexpr int unknown = 65535;
    const std::optional<int> megabits = number<int>(word);
    return megabits && *megabits > 0 && *megabits != unknown ? megabits : std::nullopt;
}

Expected<NetInterface> readInterface(Cursor cursor)
{
    NetInterface interface;
    cursor.skip("if ");
    interface.name = QString::fromUtf8(nextWord(cursor));
    interface.carrier = carrier(nextWord(cursor));
    interface.speedMbit = speed(nextWord(cursor));
    for (quint64 *counter : {&interface.rxBytes, &interface.txBytes}) {
        cursor.skipBlanks();
        const std::optional<quint64> value = cursor.number<quint64>();
        if (!value)
            return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "a number of bytes")));
        *counter = *value;
    }
    return interface;
}

// Stands behind the line of its interface.
Expected<void> readBond(Cursor cursor, NetInterfaces &interfaces)
{
    cursor.skip("bond ");
    const QString name = QString::fromUtf8(nextWord(cursor));
    const QByteArrayView mode = nextWord(cursor);
    if (interfaces.isEmpty() || interfaces.last().name != name || mode.isEmpty())
        return cursor.failure(
            message(QT_TRANSLATE_NOOP("Core", "the mode of the interface before it")));
    interfaces.last().bondMode = QString::fromUtf8(mode);
    for (QByteArrayView bridge = nextWord(cursor); !bridge.isEmpty(); bridge = nextWord(cursor))
        interfaces.last().bridges << QString::fromUtf8(bridge);
    return {};
}

// "2: eth0    inet 10.0.0.1/24 brd ...", "5: ppp0    inet 10.1.0.1 peer 10.1.0.2/32 ...". Old
// releases print the link's own line too, with a colon behind the name.
void readAddress(Cursor cursor, NetInterfaces &interfaces)
{
    nextWord(cursor); // its number
    const QByteArrayView label = nextWord(cursor);
    const QString name = QString::fromUtf8(Cursor(label).until('@')); // "eth0.5@eth0"
    const QByteArrayView family = nextWord(cursor);
    if (family != "inet" && family != "inet6")
        return;
    const QString address = QString::fromLatin1(Cursor(nextWord(cursor)).until('/'));
    const auto owner = std::find_if(interfaces.begin(), interfaces.end(),
                                    [&](const NetInterface &i) { return i.name == name; });
    if (owner != interfaces.end() && !address.isEmpty())
        owner->addresses.append(address);
}

// Both lists come from a machine with few interfaces; more would make the search above slow.
constexpr int maximumInterfaces = 1024;
} // namespace

Expected<NetInterfaces> parseNet(QByteArrayView text)
{
    NetInterfaces interfaces;
    Lines lines(text);
    while (lines.next()) {
        Cursor cursor = lines.cursor();
        if (isDigit(cursor.peek())) {
            readAddress(cursor, interfaces);
            continue;
        }
        if (lines.line().startsWith("bond ")) {
            if (const Expected<void> bond = readBond(cursor, interfaces); !bond)
                return tl::unexpected(bond.error());
            continue;
        }
        if (!lines.line().startsWith("if ") || interfaces.size() == maximumInterfaces)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "an interface")));
        const Expected<NetInterface> interface = readInterface(cursor);
        if (!interface)
            return tl::unexpected(interface.error());
        interfaces.append(*interface);
    }
    return interfaces;
}

Expected<Uptime> parseUptime(QByteArrayView text)
{
    Lines lines(text);
    lines.next();
    Cursor cursor = lines.cursor();
    const std::optional<qint64> seconds = cursor.number<qint64>();
    if (!seconds || *seconds < 0 || !cursor.skip('.'))
        return cursor.failure(message(QT_TRANSLATE_NOOP("Core", "seconds since the start")));
    return Uptime{std::chrono::seconds(*seconds)};
}
} // namespace Core
