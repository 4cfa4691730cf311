// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonArray>
#include <QJsonObject>

namespace Core
{
// Reads an object key by key: what was asked for is taken out, so that what remains is unknown and
// can be kept. The first wrong value decides the error, which names its key; then everything reads
// as its default.
class JsonObjectReader
{
public:
    JsonObjectReader(QJsonObject object, QString place); // place: "machines[1]." or empty

    QString text(const QString &key, const QString &absent); // no control characters
    QString requiredText(const QString &key); // not empty either
    int integer(const QString &key, int absent, int smallest, int largest);
    bool flag(const QString &key, bool absent);
    int word(const QString &key, const QStringList &words, int absent); // its index
    QJsonArray requiredArray(const QString &key);

    void fail(const QString &key, const char *why); // why: a marked sentence with %1 for the key
    bool failed() const { return m_error.has_value(); }
    const Error &error() const { return *m_error; }
    QJsonObject rest() const { return m_object; }

private:
    QJsonValue take(const QString &key);

    QJsonObject m_object;
    const QString m_place;
    std::optional<Error> m_error;
};
} // namespace Core
