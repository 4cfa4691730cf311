// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>

namespace Core
{
// The form of the settings file: {"formatVersion":1, ...}. Files of version 0.0.x carried no
// version: they read as 0. What this release may not write over is never written over.
constexpr int settingsFormat = 1;

struct SettingsContent {
    QJsonObject values; // in the form of this release
    // A sentence for the person: damaged (ParseFailed), of a newer release (Refused) or unreadable
    // (Storage).
    std::optional<Error> trouble;
    bool mayWrite = true;
    bool restored = false; // damaged: read from the file before
    QByteArray kept; // bytes to be put aside as `keptAs` before the first writing; empty: none
    QString keptAs;
};
SettingsContent readSettings(const QString &path); // an absent file is an empty one
Expected<void> putAside(SettingsContent &content); // once; Storage when it cannot be written
bool isSettings(const QByteArray &content); // whether it may push out the file before
QByteArray settingsJson(QJsonObject values); // with its version
} // namespace Core
