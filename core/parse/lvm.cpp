// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/lvm.h"

#include "core/parse/cursor.h"

#include <algorithm>

namespace Core
{
namespace
{
// The fields of one row, read one after another; the first that cannot be read is kept.
class Row
{
public:
    explicit Row(Cursor cursor) : m_cursor(cursor) { }

    QString text()
    {
        const Cursor place = m_cursor;
        const QByteArrayView text = field();
        if (text.size() > longestText)
            fail(place, message(QT_TRANSLATE_NOOP("Core", "a shorter word")));
        return QString::fromUtf8(text.first(std::min(text.size(), longestText)));
    }

    template <typename T> T number()
    {
        const Cursor place = m_cursor;
        const std::optional<T> value = Core::number<T>(field());
        if (!value)
            fail(place, message(QT_TRANSLATE_NOOP("Core", "a number")));
        return value.value_or(T());
    }
    Bytes bytes() { return {number<qint64>()}; }

    // After the last field: nothing more may stand there.
    Expected<void> end()
    {
        if (!m_cursor.atEnd())
            fail(m_cursor, message(QT_TRANSLATE_NOOP("Core", "five fields separated by “|”")));
        return m_failure ? Expected<void>(tl::unexpected(*m_failure)) : Expected<void>();
    }

private:
    // Device paths are the longest; more is garbage, and must not be copied.
    static constexpr qsizetype longestText = 4096;

    QByteArrayView field()
    {
        if (m_first)
            m_first = false;
        else if (!m_cursor.skip('|'))
            fail(m_cursor, message(QT_TRANSLATE_NOOP("Core", "five fields separated by “|”")));
        return withoutBlanks(m_cursor.until('|'));
    }
    void fail(const Cursor &place, Message expected)
    {
        if (!m_failure)
            m_failure = place.failure(std::move(expected)).value();
    }

    Cursor m_cursor;
    bool m_first = true;
    std::optional<Error> m_failure;
};

Expected<VolumeGroup> readGroup(Cursor cursor)
{
    Row row(cursor);
    VolumeGroup group;
    group.name = row.text();
    group.size = row.bytes();
    group.free = row.bytes();
    group.attributes = row.text();
    group.seqno = row.number<quint64>();
    return row.end().map([&] { return group; });
}

Expected<PhysicalVolume> readVolume(Cursor cursor)
{
    Row row(cursor);
    PhysicalVolume volume;
    volume.device = row.text();
    volume.group = row.text();
    volume.size = row.bytes();
    volume.free = row.bytes();
    volume.attributes = row.text();
    return row.end().map([&] { return volume; });
}

Expected<LogicalVolume> readLogical(Cursor cursor)
{
    Row row(cursor);
    LogicalVolume volume;
    volume.name = row.text();
    volume.group = row.text();
    volume.size = row.bytes();
    volume.attributes = row.text();
    row.number<quint64>();
    return row.end().map([&] { return volume; });
}

template <typename T>
Expected<QList<T>> readRows(QByteArrayView text, Expected<T> (*readRow)(Cursor))
{
    QList<T> rows;
    Lines lines(text);
    while (lines.next()) {
        if (withoutBlanks(lines.line()).isEmpty())
            continue;
        if (rows.size() == maximumRows)
            return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "fewer rows")));
        const Expected<T> row = readRow(lines.cursor());
        if (!row)
            return tl::unexpected(row.error());
        rows.append(*row);
    }
    return rows;
}
} // namespace

Expected<VolumeGroups> parseVgs(QByteArrayView text)
{
    return readRows<VolumeGroup>(text, readGroup);
}

Expected<PhysicalVolumes> parsePvs(QByteArrayView text)
{
    return readRows<PhysicalVolume>(text, readVolume);
}

Expected<LogicalVolumes> parseLvs(QByteArrayView text)
{
    return readRows<LogicalVolume>(text, readLogical);
}
} // namespace Core
