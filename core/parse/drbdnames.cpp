// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/drbdnames.h"

#include "core/parse/cursor.h"

namespace Core
{
namespace
{
Expected<DrbdName> readName(Cursor cursor)
{
    const QByteArrayView resource = cursor.word();
    cursor.skipBlanks();
    const Cursor place = cursor;
    const std::optional<int> minor = number<int>(cursor.word());
    if (resource.isEmpty() || !minor || *minor < 0)
        return place.failure(message(QT_TRANSLATE_NOOP("Core", "a resource and its minor number")));
    DrbdName name;
    name.name = ResourceName(QString::fromUtf8(resource)); // only now: a line of garbage is long
    name.minor = *minor;
    cursor.skipBlanks();
    name.address = QString::fromLatin1(cursor.word());
    return name;
}
} // namespace

Expected<DrbdNames> parseDrbdNames(QByteArrayView text)
{
    DrbdNames names;
    Lines lines(text);
    while (lines.next()) {
        if (names.size() == maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        const Expected<DrbdName> name = readName(lines.cursor());
        if (!name)
            return tl::unexpected(name.error());
        names.append(*name);
    }
    return names;
}
} // namespace Core
