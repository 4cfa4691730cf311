// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/jsonobjectreader.h"

#include <algorithm>

namespace Core
{
namespace
{
bool hasControlCharacter(const QString &text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.category() == QChar::Other_Control; });
}
} // namespace

JsonObjectReader::JsonObjectReader(QJsonObject object, QString place)
    : m_object(std::move(object)), m_place(std::move(place))
{
}

QJsonValue JsonObjectReader::take(const QString &key)
{
    QJsonValue value = m_object.value(key);
    m_object.remove(key);
    return value;
}

void JsonObjectReader::fail(const QString &key, const char *why)
{
    if (!m_error)
        m_error = Error{ErrorKind::ParseFailed, message(why, {m_place + key}), {}};
}

QString JsonObjectReader::text(const QString &key, const QString &absent)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return absent;
    if (!value.isString() || hasControlCharacter(value.toString())) {
        fail(key, QT_TRANSLATE_NOOP("Core", "“%1” must be a text on one line."));
        return absent;
    }
    return value.toString();
}

QString JsonObjectReader::requiredText(const QString &key)
{
    QString value = text(key, {});
    if (value.isEmpty())
        fail(key, QT_TRANSLATE_NOOP("Core", "“%1” is missing or empty."));
    return value;
}

int JsonObjectReader::integer(const QString &key, int absent, int smallest, int largest)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return absent;
    const double number = value.toDouble();
    const bool whole = value.isDouble() && number >= smallest && number <= largest
        && double(int(number)) == number;
    if (!whole) {
        fail(key, QT_TRANSLATE_NOOP("Core", "“%1” is not a number it can be."));
        return absent;
    }
    return int(number);
}

bool JsonObjectReader::flag(const QString &key, bool absent)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        fail(key, QT_TRANSLATE_NOOP("Core", "“%1” must be true or false."));
    return value.toBool(absent);
}

int JsonObjectReader::word(const QString &key, const QStringList &words, int absent)
{
    const QJsonValue value = take(key);
    if (value.isUndefined())
        return absent;
    const qsizetype found = value.isString() ? words.indexOf(value.toString()) : -1;
    if (found < 0)
        fail(key, QT_TRANSLATE_NOOP("Core", "“%1” has a value that this release does not know."));
    return found < 0 ? absent : int(found);
}

QJsonArray JsonObjectReader::requiredArray(const QString &key)
{
    const QJsonValue value = take(key);
    if (!value.isArray())
        fail(key, QT_TRANSLATE_NOOP("Core", "“%1” must be a list."));
    return value.toArray();
}
} // namespace Core
