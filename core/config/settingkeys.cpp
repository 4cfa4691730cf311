// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/settingkeys.h"

#include <QList>

namespace Core
{
const QList<SettingRow> &settingRows()
{
    using enum SettingKey;
    static const QList<SettingRow> rows{
        {.key = Language,
         .name = "language",
         .fallback = QStringLiteral("system"),
         .words = {QStringLiteral("system"), QStringLiteral("en"), QStringLiteral("fr")}},
        {.key = Theme,
         .name = "theme",
         .fallback = QStringLiteral("system"),
         .words = {QStringLiteral("system"), QStringLiteral("light"), QStringLiteral("dark")}},
        {.key = ReduceMotion, .name = "reduceMotion", .fallback = false},
        {.key = EvidenceFont, .name = "evidenceFont", .fallback = QString(QLatin1String(""))},
        {.key = EvidenceFontSize,
         .name = "evidenceFontSize",
         .fallback = 10,
         .smallest = 6,
         .largest = 32},
        {.key = SshKeepalive,
         .name = "sshKeepalive",
         .fallback = 15,
         .smallest = 5,
         .largest = 300},
        {.key = LastCluster, .name = "lastCluster", .fallback = QString(QLatin1String(""))},
        {.key = OpenLastCluster, .name = "openLastCluster", .fallback = true},
        {.key = TrayIcon, .name = "trayIcon", .fallback = false},
        {.key = LockPassphrase, .name = "lockPassphrase", .fallback = QString(QLatin1String(""))},
        {.key = Locked, .name = "locked", .fallback = false},
        {.key = WindowGeometry,
         .name = "windowGeometry",
         .fallback = QString(QLatin1String("")),
         .perProfile = true},
        {.key = WindowState,
         .name = "windowState",
         .fallback = QString(QLatin1String("")),
         .perProfile = true},
    };
    return rows;
}

// Rows stand in the order of the keys; the unit test says so.
const SettingRow &settingRow(SettingKey key)
{
    return settingRows().at(qsizetype(key));
}
} // namespace Core
