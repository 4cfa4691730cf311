// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <QStringList>

#include <limits>
#include <type_traits>

// The one table of preferences: a row here is a setting, with its type beside it.
namespace Core
{
enum class Language : quint8 { System, English, French };
enum class Theme : quint8 { System, Light, Dark };

enum class SettingKey : quint8 {
    Language,
    Theme,
    ReduceMotion, // no animation: also the system's wish when it tells one
    EvidenceFont, // family for the output of commands; empty: the system's fixed-width font
    EvidenceFontSize, // points
    SshKeepalive, // seconds between two keepalives of a quiet connection
    LastCluster, // name of the profile opened last; empty: none
    OpenLastCluster, // at start
    TrayIcon, // the worst verdict in the system's tray
    LockPassphrase, // of the program's lock, as sealedPassphrase() keeps it; empty: none chosen
    Locked, // everybody is an observer until it is typed
    WindowGeometry, // of a profile's window; QWidget::saveGeometry()
    WindowState, // docks and toolbars of it; QMainWindow::saveState()
};

struct SettingRow {
    SettingKey key;
    const char *name; // in the file
    QJsonValue fallback;
    bool perProfile = false; // one value for each cluster profile
    QStringList words = {}; // of an enumeration, in its order
    int smallest = std::numeric_limits<int>::min(); // of a number
    int largest = std::numeric_limits<int>::max();
};
const SettingRow &settingRow(SettingKey key);
const QList<SettingRow> &settingRows();

template <SettingKey> struct SettingTypeOf;
#define BINOME_SETTING_TYPE(key, type)                                                             \
    template <> struct SettingTypeOf<SettingKey::key> {                                            \
        using Type = type;                                                                         \
    }
BINOME_SETTING_TYPE(Language, Language);
BINOME_SETTING_TYPE(Theme, Theme);
BINOME_SETTING_TYPE(ReduceMotion, bool);
BINOME_SETTING_TYPE(EvidenceFont, QString);
BINOME_SETTING_TYPE(EvidenceFontSize, int);
BINOME_SETTING_TYPE(SshKeepalive, int);
BINOME_SETTING_TYPE(LastCluster, QString);
BINOME_SETTING_TYPE(OpenLastCluster, bool);
BINOME_SETTING_TYPE(TrayIcon, bool);
BINOME_SETTING_TYPE(LockPassphrase, QString);
BINOME_SETTING_TYPE(Locked, bool);
BINOME_SETTING_TYPE(WindowGeometry, QByteArray);
BINOME_SETTING_TYPE(WindowState, QByteArray);
#undef BINOME_SETTING_TYPE
template <SettingKey key> using SettingType = typename SettingTypeOf<key>::Type;
} // namespace Core
