// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settingsformat.h"

#include "core/base/log.h"
#include "core/config/safefile.h"

#include <QFile>
#include <QJsonDocument>

namespace Core
{
namespace
{
const QString versionKey = QStringLiteral("formatVersion");

std::optional<QJsonObject> objectFrom(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

// What is in a file that reads as JSON, in the form of this release.
void take(SettingsContent &content, const QJsonObject &values, const QString &path)
{
    content.values = values;
    const int version = values.value(versionKey).toInt();
    if (version <= settingsFormat)
        return;
    content.mayWrite = false;
    content.trouble = Error{
        ErrorKind::Refused,
        message(QT_TRANSLATE_NOOP("Core",
                                  "The settings in %1 are of a newer release of Binôme: they are "
                                  "read as far as they are understood, and left as they are. "
                                  "What is changed here lasts until the program ends."),
                {path}),
        QStringLiteral("formatVersion %1").arg(version)};
}

// Rows of version 0 have the same names and values as those of 1: nothing changes but the version.
void takeOlder(SettingsContent &content, const QByteArray &json, const QString &path)
{
    if (content.values.contains(versionKey))
        return;
    content.kept = json;
    content.keptAs = path + QStringLiteral(".v0");
}

SettingsContent readDamaged(const QByteArray &json, const QString &path)
{
    qCWarning(lcConfig) << "damaged settings:" << path;
    SettingsContent content;
    const Expected<QByteArray> before = readSmallFile(backupOf(path));
    const auto values = before ? objectFrom(*before) : std::nullopt;
    if (values)
        take(content, *values, path);
    content.restored = values.has_value();
    content.kept = json;
    content.keptAs = path + QStringLiteral(".damaged");
    if (!content.mayWrite)
        return content;
    const Message what = values
        ? message(QT_TRANSLATE_NOOP("Core",
                                    "The settings in %1 are damaged: those before the last change "
                                    "are used. The damaged file is kept as %2."),
                  {path, content.keptAs})
        : message(QT_TRANSLATE_NOOP("Core",
                                    "The settings in %1 are damaged: the program starts without "
                                    "them. The damaged file is kept as %2."),
                  {path, content.keptAs});
    content.trouble = Error{ErrorKind::ParseFailed, what, {}};
    return content;
}
} // namespace

SettingsContent readSettings(const QString &path)
{
    SettingsContent content;
    if (!QFile::exists(path))
        return content; // the first start
    const Expected<QByteArray> json = readSmallFile(path);
    if (!json) { // somebody's file, whatever is in it
        content.trouble = json.error();
        content.mayWrite = false;
        return content;
    }
    const auto values = objectFrom(*json);
    if (!values)
        return readDamaged(*json, path);
    take(content, *values, path);
    takeOlder(content, *json, path);
    return content;
}

Expected<void> putAside(SettingsContent &content)
{
    if (content.kept.isEmpty())
        return {};
    const auto never = [](const QByteArray &) { return false; }; // no .bak of a copy
    Expected<void> done = replaceFile(content.keptAs, content.kept, never);
    if (done)
        content.kept.clear();
    return done;
}

bool isSettings(const QByteArray &content)
{
    return objectFrom(content).has_value();
}

QByteArray settingsJson(QJsonObject values)
{
    values[versionKey] = settingsFormat;
    return QJsonDocument(values).toJson();
}
} // namespace Core
