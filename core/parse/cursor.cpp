// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/cursor.h"

#include "core/base/log.h"

#include <algorithm>
#include <cstring>

namespace Core
{
namespace
{
constexpr int excerptSize = 80;
constexpr qsizetype shownBefore = 30; // of the offending place
// Redaction looks this far back for the word that makes a value secret; more would make a failure
// on a line of megabytes expensive.
constexpr qsizetype contextSize = 1024;

QByteArray escaped(QByteArrayView bytes)
{
    QByteArray text;
    for (const char c : bytes) {
        if (c >= ' ' && c <= '~')
            text += c;
        else if (c == '\t')
            text += "\\t";
        else
            text += "\\x" + QByteArray(1, c).toHex();
    }
    return text;
}

// A value cut in two would no longer be recognized as a secret: the context starts at a blank.
QByteArrayView contextBefore(QByteArrayView before)
{
    if (before.size() <= contextSize)
        return before;
    before = before.last(contextSize);
    const auto blank = std::find_if(before.begin(), before.end(), isBlank);
    return before.last(before.end() - blank);
}
} // namespace

QString excerpt(QByteArrayView lineText, int column)
{
    const qsizetype at = std::clamp<qsizetype>(column - 1, 0, lineText.size());
    const QByteArrayView before = contextBefore(lineText.first(at));
    const QByteArrayView after
        = lineText.sliced(at).first(std::min(contextSize, lineText.size() - at));
    const QByteArray safe = redacted(before.toByteArray() + after.toByteArray());
    const qsizetype place = std::min(redacted(before.toByteArray()).size(), safe.size());
    const qsizetype from = std::max<qsizetype>(0, place - shownBefore);
    const bool cutBefore = from > 0 || before.size() < at;
    const QByteArray shown = (cutBefore ? "..." : "") + escaped(safe.sliced(from));
    const bool cutAfter = shown.size() > excerptSize;
    return QString::fromLatin1(cutAfter ? shown.first(excerptSize - 3) + "..." : shown);
}

tl::unexpected<Error> parseFailure(int line, int column, Message expected, QByteArrayView lineText)
{
    // Strings, so that no locale writes "line 1,024".
    return failure(
        ErrorKind::ParseFailed,
        message(QT_TRANSLATE_NOOP("Core", "line %1, column %2: expected %3"),
                {QString::number(line), QString::number(column), MessageList{std::move(expected)}}),
        excerpt(lineText, column));
}

QByteArrayView withoutBlanks(QByteArrayView text)
{
    while (!text.isEmpty() && isBlank(text.front()))
        text = text.sliced(1);
    while (!text.isEmpty() && isBlank(text.back()))
        text.chop(1);
    return text;
}

void Cursor::skipBlanks()
{
    while (!atEnd() && isBlank(m_line[m_at]))
        ++m_at;
}

bool Cursor::skip(char c)
{
    if (peek() != c || atEnd())
        return false;
    ++m_at;
    return true;
}

bool Cursor::skip(QByteArrayView literal)
{
    if (!rest().startsWith(literal))
        return false;
    m_at += literal.size();
    return true;
}

bool Cursor::skipPast(QByteArrayView literal)
{
    const qsizetype found = m_line.indexOf(literal, m_at);
    if (found < 0)
        return false;
    m_at = found + literal.size();
    return true;
}

QByteArrayView Cursor::word()
{
    const qsizetype from = m_at;
    while (!atEnd() && !isBlank(m_line[m_at]))
        ++m_at;
    return m_line.sliced(from, m_at - from);
}

QByteArrayView Cursor::until(char end)
{
    const qsizetype from = m_at;
    while (!atEnd() && m_line[m_at] != end)
        ++m_at;
    return m_line.sliced(from, m_at - from);
}

QByteArrayView Cursor::digits()
{
    const qsizetype from = m_at;
    while (!atEnd() && isDigit(m_line[m_at]))
        ++m_at;
    return m_line.sliced(from, m_at - from);
}

tl::unexpected<Error> Cursor::failure(Message expected) const
{
    return parseFailure(m_number, column(), std::move(expected), m_line);
}

std::optional<KeyValue> keyValue(QByteArrayView line, char separator)
{
    const qsizetype cut = line.indexOf(separator);
    if (cut < 0)
        return std::nullopt;
    KeyValue result;
    result.key = withoutBlanks(line.first(cut));
    result.value = withoutBlanks(line.sliced(cut + 1));
    if (result.key.isEmpty())
        return std::nullopt;
    result.keyColumn = int(result.key.data() - line.data()) + 1;
    result.valueColumn = int(result.value.data() - line.data()) + 1;
    return result;
}

Lines::Lines(QByteArrayView text) : m_rest(text)
{
    if (m_rest.startsWith("\xEF\xBB\xBF"))
        m_rest = m_rest.sliced(3);
}

bool Lines::next()
{
    m_line = {};
    if (m_rest.isEmpty())
        return false;
    ++m_number;
    const void *const found = std::memchr(m_rest.data(), '\n', static_cast<size_t>(m_rest.size()));
    const qsizetype size = found ? static_cast<const char *>(found) - m_rest.data() : m_rest.size();
    m_line = m_rest.first(size);
    m_rest = found ? m_rest.sliced(size + 1) : QByteArrayView();
    if (m_line.endsWith('\r'))
        m_line.chop(1);
    return true;
}
} // namespace Core
