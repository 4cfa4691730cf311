// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/cursor.h"
#include "core/parse/drbdlog.h"

#include <QHash>

namespace Core
{
namespace
{
std::optional<quint64> hexadecimal(QByteArrayView word)
{
    quint64 value = 0;
    const char *const end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, value, 16);
    return word.isEmpty() || stop != end || error != std::errc() ? std::nullopt
                                                                 : std::optional(value);
}

Expected<DrbdGeneration> readGeneration(Cursor cursor)
{
    DrbdGeneration generation;
    constexpr qsizetype longestName = 200; // bytes; drbdadm allows 128
    const QByteArrayView name = cursor.word();
    if (name.isEmpty() || name.size() > longestName)
        return Cursor(cursor.line(), cursor.lineNumber())
            .failure(message(QT_TRANSLATE_NOOP("Core", "the name of a resource")));
    generation.resource = ResourceName(QString::fromUtf8(name));
    cursor.skipBlanks();
    for (quint64 &uuid : generation.uuids) {
        const std::optional<quint64> value = hexadecimal(cursor.until(':'));
        if (!value || !cursor.skip(':'))
            return cursor.failure(
                message(QT_TRANSLATE_NOOP("Core", "four generation identifiers")));
        uuid = *value;
    }
    return generation;
}
} // namespace

Expected<DrbdGenerations> parseDrbdGenerations(QByteArrayView text)
{
    DrbdGenerations generations;
    QHash<ResourceName, int> volumes;
    Lines lines(text);
    while (lines.next()) {
        if (generations.list.size() == maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        Expected<DrbdGeneration> one = readGeneration(lines.cursor());
        if (!one)
            return tl::unexpected(one.error());
        one->volume = volumes[one->resource]++;
        generations.list << *one;
    }
    return generations;
}
} // namespace Core
