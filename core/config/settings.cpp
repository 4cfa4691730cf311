// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settings.h"

#include "core/base/log.h"
#include "core/base/paths.h"
#include "core/config/safefile.h"

#include <QDir>

#include <algorithm>

namespace Core
{
namespace
{
const QString profilesKey = QStringLiteral("profiles");

QString nameOf(const SettingRow &row)
{
    return QString::fromLatin1(row.name);
}

// The value if it can be one of this row's, else the default.
QJsonValue possible(const SettingRow &row, const QJsonValue &value)
{
    if (!row.words.isEmpty()) {
        const qsizetype index = row.words.indexOf(value.toString());
        return int(index >= 0 ? index : row.words.indexOf(row.fallback.toString()));
    }
    if (value.type() != row.fallback.type())
        return row.fallback;
    if (value.isDouble())
        return std::clamp(value.toDouble(), double(row.smallest), double(row.largest));
    return value;
}
} // namespace

Settings::Settings(QString path, QObject *parent)
    : QObject(parent), m_path(std::move(path)), m_file(readSettings(m_path))
{
    using namespace std::chrono_literals;
    m_saving.setSingleShot(true);
    m_saving.setInterval(1s);
    connect(&m_saving, &QTimer::timeout, this, &Settings::save);
}

Settings::~Settings()
{
    if (m_saving.isActive())
        save();
}

QJsonObject Settings::valuesOf(const SettingRow &row, const QString &profile) const
{
    Q_ASSERT(row.perProfile == !profile.isEmpty());
    if (!row.perProfile)
        return m_file.values;
    return m_file.values.value(profilesKey).toObject().value(profile).toObject();
}

QJsonValue Settings::read(SettingKey key, const QString &profile) const
{
    const SettingRow &row = settingRow(key);
    return possible(row, valuesOf(row, profile).value(nameOf(row)));
}

void Settings::write(SettingKey key, const QString &profile, const QJsonValue &value)
{
    const SettingRow &row = settingRow(key);
    const QJsonValue before = read(key, profile);
    QJsonObject values = valuesOf(row, profile);
    const QJsonValue now = row.words.isEmpty() ? possible(row, value) : value;
    values[nameOf(row)] = now;
    if (row.perProfile) {
        QJsonObject profiles = m_file.values.value(profilesKey).toObject();
        profiles[profile] = values;
        m_file.values[profilesKey] = profiles;
    } else {
        m_file.values = values;
    }
    if (read(key, profile) == before)
        return;
    m_saving.start();
    emit changed(key, profile);
}

void Settings::forgetProfile(const QString &profile)
{
    QJsonObject profiles = m_file.values.value(profilesKey).toObject();
    if (!profiles.contains(profile))
        return;
    profiles.remove(profile);
    m_file.values[profilesKey] = profiles;
    m_saving.start();
}

Expected<void> Settings::written()
{
    if (!m_file.mayWrite)
        return tl::unexpected(*m_file.trouble);
    if (Expected<void> aside = putAside(m_file); !aside)
        return aside;
    return replaceFile(m_path, settingsJson(m_file.values), isSettings);
}

Expected<void> Settings::save()
{
    m_saving.stop();
    Expected<void> done = written();
    if (!done) {
        qCWarning(lcConfig) << "settings not saved:" << done.error().detail;
        emit notSaved(done.error());
    }
    return done;
}

QString settingsPath()
{
    return QDir::cleanPath(profileFolder() + QStringLiteral("/../settings.json"));
}
} // namespace Core

#include "moc_settings.cpp"
