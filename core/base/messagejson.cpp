// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/messagejson.h"

#include <QJsonArray>
#include <QMutex>
#include <QSet>

#include <array>

namespace Core
{
namespace
{
struct ArgumentJson {
    static QJsonObject one(const char *key, const QJsonValue &value)
    {
        return {{QString::fromLatin1(key), value}};
    }
    QJsonObject operator()(const QString &text) const { return one("text", text); }
    QJsonObject operator()(qint64 number) const { return one("number", number); }
    QJsonObject operator()(double number) const { return one("real", number); }
    QJsonObject operator()(Bytes bytes) const { return one("bytes", bytes.value); }
    QJsonObject operator()(Rate rate) const { return one("rate", rate.bytesPerSecond); }
    QJsonObject operator()(std::chrono::milliseconds time) const
    {
        return one("ms", qint64(time.count()));
    }
    QJsonObject operator()(const QDateTime &time) const
    {
        return one("time", time.toUTC().toString(Qt::ISODateWithMs));
    }
    QJsonObject operator()(const MessageList &messages) const
    {
        QJsonArray all;
        for (const Message &message : messages)
            all << toJson(message);
        return one("list", all);
    }
};

MessageList listFrom(const QJsonArray &array)
{
    MessageList all;
    for (const QJsonValue one : array)
        all << messageFrom(one.toObject());
    return all;
}

std::optional<Argument> argumentFrom(const QJsonObject &json)
{
    const QString kind = json.isEmpty() ? QString() : json.constBegin().key();
    const QJsonValue value = json.value(kind);
    if (kind == QStringLiteral("text"))
        return value.toString();
    if (kind == QStringLiteral("number"))
        return value.toInteger();
    if (kind == QStringLiteral("real"))
        return value.toDouble();
    if (kind == QStringLiteral("bytes"))
        return Bytes{value.toInteger()};
    if (kind == QStringLiteral("rate"))
        return Rate{value.toDouble()};
    if (kind == QStringLiteral("ms"))
        return std::chrono::milliseconds(value.toInteger());
    if (kind == QStringLiteral("time"))
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    if (kind == QStringLiteral("list"))
        return listFrom(value.toArray());
    return std::nullopt;
}

// Message::source lives as long as the program: each text once, however often it is read.
const char *kept(const QString &text)
{
    static QMutex mutex;
    static QSet<QByteArray> texts;
    const QMutexLocker lock(&mutex);
    return texts.insert(text.toUtf8())->constData();
}

constexpr std::array kindWords{"unreachable", "authRefused",   "hostKeyChanged", "timeout",
                               "cancelled",   "commandFailed", "parseFailed",    "refused",
                               "stale",       "storage",       "internal"};
} // namespace

QJsonObject toJson(const Message &message)
{
    QJsonObject json{{QStringLiteral("source"), QString::fromUtf8(message.source)}};
    QJsonArray args;
    for (const Argument &argument : message.args)
        args << std::visit(ArgumentJson(), argument);
    if (!args.isEmpty())
        json.insert(QStringLiteral("args"), args);
    if (message.n >= 0)
        json.insert(QStringLiteral("n"), message.n);
    return json;
}

Message messageFrom(const QJsonObject &json)
{
    Message message;
    message.source = kept(json.value(QStringLiteral("source")).toString());
    message.n = json.value(QStringLiteral("n")).toInt(-1);
    for (const QJsonValue value : json.value(QStringLiteral("args")).toArray()) {
        if (std::optional<Argument> argument = argumentFrom(value.toObject()))
            message.args << std::move(*argument);
    }
    return message;
}

QJsonObject toJson(const Error &error)
{
    return {{QStringLiteral("kind"), QString::fromLatin1(kindWords[size_t(error.kind)])},
            {QStringLiteral("what"), toJson(error.what)},
            {QStringLiteral("detail"), error.detail}};
}

Error errorFrom(const QJsonObject &json)
{
    Error error;
    const QByteArray word = json.value(QStringLiteral("kind")).toString().toLatin1();
    for (size_t i = 0; i < kindWords.size(); ++i) {
        if (word == kindWords[i])
            error.kind = ErrorKind(i);
    }
    error.what = messageFrom(json.value(QStringLiteral("what")).toObject());
    error.detail = json.value(QStringLiteral("detail")).toString();
    return error;
}
} // namespace Core
