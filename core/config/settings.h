// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/config/settingkeys.h"
#include "core/config/settingsformat.h"

#include <QJsonObject>
#include <QObject>
#include <QTimer>

namespace Core
{
// The preferences, in one JSON file that survives a crash while it is written: a damaged file falls
// back to the one before, and then to the defaults. What another release wrote there is kept; the
// file of an older one is put aside before it is written over, that of a newer one is not written
// at all. A value that is no longer possible reads as its default, a number out of range as the
// nearest possible one. Main thread.
class Settings : public QObject
{
    Q_OBJECT
public:
    // path: settingsPath(), or a test's own. Nothing is written before something changes.
    explicit Settings(QString path, QObject *parent = nullptr);
    ~Settings() override; // writes what is not yet written

    // profile: for the rows that have a value for each cluster; left out for the others.
    template <SettingKey key> SettingType<key> value(const QString &profile = {}) const
    {
        return typed<SettingType<key>>(read(key, profile));
    }
    template <SettingKey key> void set(const SettingType<key> &value, const QString &profile = {})
    {
        write(key, profile, untyped(key, value));
    }
    void forgetProfile(const QString &profile); // when its cluster is removed

    Expected<void> save(); // now; also done by itself a second after a change
    // What a person must know of the file that was read; none: all is well.
    const std::optional<Error> &trouble() const { return m_file.trouble; }
    bool restored() const { return m_file.restored; } // damaged: read from the one before

signals:
    void changed(Core::SettingKey key, const QString &profile);
    void notSaved(const Core::Error &error);

private:
    template <typename T> static T typed(const QJsonValue &value)
    {
        if constexpr (std::is_enum_v<T>)
            return T(value.toInt());
        else if constexpr (std::is_same_v<T, bool>)
            return value.toBool();
        else if constexpr (std::is_same_v<T, int>)
            return value.toInt();
        else if constexpr (std::is_same_v<T, QByteArray>)
            return QByteArray::fromBase64(value.toString().toLatin1());
        else
            return value.toString();
    }
    template <typename T> static QJsonValue untyped(SettingKey key, const T &value)
    {
        if constexpr (std::is_enum_v<T>)
            return settingRow(key).words.value(int(value));
        else if constexpr (std::is_same_v<T, QByteArray>)
            return QString::fromLatin1(value.toBase64());
        else
            return QJsonValue(value);
    }
    // Enumerations come as the index of their word.
    QJsonValue read(SettingKey key, const QString &profile) const;
    void write(SettingKey key, const QString &profile, const QJsonValue &value);
    QJsonObject valuesOf(const SettingRow &row, const QString &profile) const;
    Expected<void> written();

    const QString m_path;
    SettingsContent m_file;
    QTimer m_saving{this};
};

QString settingsPath(); // the product's own settings file
} // namespace Core
