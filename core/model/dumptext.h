// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"

#include <QDateTime>
#include <QStringList>

#include <chrono>
#include <optional>

// The rows of textDump(): "key=value" pairs in words that no language changes. "-" is unknown.
namespace Core::DumpText
{
// As it is when it is one plain word, else in quotes with escapes: a hostile name stays one value.
QString text(const QString &words);
QString text(const QStringList &words); // [a, b]
QString text(bool truth);
QString text(Bytes bytes);
QString text(std::chrono::seconds time);
QString text(const QDateTime &time); // UTC, ISO 8601
QString text(const Error &error); // kind, English source with its arguments, detail
inline QString text(int number)
{
    return QString::number(number);
}
inline QString text(quint32 number)
{
    return QString::number(number);
}
inline QString text(quint64 number)
{
    return QString::number(number);
}
inline QString text(double number)
{
    return QString::number(number, 'g', 6);
}
inline QString text(char letter)
{
    return text(QString(QLatin1Char(letter)));
}
template <typename Tag> QString text(const Name<Tag> &name)
{
    return text(name.text());
}
template <typename T> QString text(const std::optional<T> &maybe)
{
    return maybe ? text(*maybe) : QStringLiteral("-");
}

class Rows
{
public:
    // Begins a row; the pairs that follow belong to it.
    Rows &row(int depth, const QString &head);
    template <typename T> Rows &pair(const char *key, const T &value)
    {
        m_text += u' ' + QLatin1StringView(key) + u'=' + text(value);
        return *this;
    }
    Rows &word(const QString &word);
    QByteArray result() const { return (m_text + u'\n').toUtf8(); }

private:
    QString m_text;
};
} // namespace Core::DumpText
