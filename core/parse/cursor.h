// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QByteArrayView>

#include <charconv>
#include <optional>
#include <type_traits>

// What every reader of a tool's output needs: lines with their number, a position in a line, and a
// failure that names its place. Nothing here allocates while the text is well formed, and every
// view points into the caller's bytes.
namespace Core
{
// No tool of a cluster prints as many rows of one kind. A reader that keeps a row each gives up
// there, so that hostile output cannot cost more memory than its own size.
constexpr int maximumRows = 65'536;

// ParseFailed: "line L, column C: expected ...". Line and column count from 1, columns in bytes.
// `lineText` is the whole offending line (any length); the detail shows at most 80 characters
// of it near the column, without secrets, unprintable bytes as \xNN.
tl::unexpected<Error> parseFailure(int line, int column, Message expected, QByteArrayView lineText);
// The detail of parseFailure().
QString excerpt(QByteArrayView lineText, int column = 1);

// The whole of `word` as a decimal number; none when empty, out of T's range, or when anything
// else stands there (a blank and a plus sign too).
template <typename T> std::optional<T> number(QByteArrayView word)
{
    static_assert(std::is_arithmetic_v<T>);
    T value{};
    const char *const end = word.data() + word.size();
    const auto [stop, error] = std::from_chars(word.data(), end, value);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return value;
}

constexpr bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
QByteArrayView withoutBlanks(QByteArrayView text); // blanks and tabs cut off at both ends

// A position in one line.
class Cursor
{
public:
    explicit Cursor(QByteArrayView line, int lineNumber = 1)
        : m_line(line), m_number(lineNumber) { }

    bool atEnd() const { return m_at >= m_line.size(); }
    char peek() const { return atEnd() ? '\0' : m_line[m_at]; }
    QByteArrayView rest() const { return m_line.sliced(m_at); }
    QByteArrayView line() const { return m_line; }
    int lineNumber() const { return m_number; }
    int column() const { return int(m_at) + 1; } // from 1

    void skipBlanks();
    bool skip(char c); // true: it stood here and was passed
    bool skip(QByteArrayView literal);
    bool skipPast(QByteArrayView literal); // moves behind its next occurrence, or not at all

    QByteArrayView word(); // up to the next blank or the end; empty at a blank
    QByteArrayView until(char end); // up to `end` (not passed) or the end of the line
    QByteArrayView digits(); // the digits that stand here; may be empty

    // A number that stands here, passed when it fits T. "12abc" gives 12 and stops before "abc".
    template <typename T> std::optional<T> number();

    // ParseFailed at this very place.
    tl::unexpected<Error> failure(Message expected) const;

private:
    QByteArrayView m_line;
    qsizetype m_at = 0;
    int m_number = 1;
};

// "key: value" or "key=value": cut at the first `separator`, blanks around both cut off. The
// columns (from 1) are those of the first byte of each.
struct KeyValue {
    QByteArrayView key;
    QByteArrayView value;
    int keyColumn = 1;
    int valueColumn = 1;
};
// None when the line has no separator or nothing before it.
std::optional<KeyValue> keyValue(QByteArrayView line, char separator = ':');

// The lines of a text, one after another, without LF, CR LF or a leading UTF-8 byte order mark.
class Lines
{
public:
    explicit Lines(QByteArrayView text);
    bool next(); // false: there was no further line; line() is empty then
    QByteArrayView line() const { return m_line; }
    int number() const { return m_number; } // of line(), from 1
    Cursor cursor() const { return Cursor(m_line, m_number); }
    tl::unexpected<Error> failure(int column, Message expected) const
    {
        return parseFailure(m_number, column, std::move(expected), m_line);
    }

private:
    QByteArrayView m_rest;
    QByteArrayView m_line;
    int m_number = 0;
};

template <typename T> std::optional<T> Cursor::number()
{
    T value{};
    const char *const begin = m_line.data() + m_at;
    const auto [stop, error] = std::from_chars(begin, m_line.data() + m_line.size(), value);
    if (error != std::errc())
        return std::nullopt;
    m_at += stop - begin;
    return value;
}
} // namespace Core
