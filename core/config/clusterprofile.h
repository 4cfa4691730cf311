// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <QJsonObject>
#include <QList>

namespace Core
{
enum class ProfileMachineKind : quint8 { Node, QuorumServer };
// What the person at this console may do to the cluster; each may what the one before may.
enum class ProfileRole : quint8 { Onlooker, Operator, Administrator };
enum class Elevation : quint8 { None, Sudo }; // Sudo: `sudo -n`, for a login that is not root

// How to reach one machine. No secret is ever in here.
struct ProfileMachine {
    NodeName name;
    ProfileMachineKind kind = ProfileMachineKind::Node;
    QString address;
    int port = 22;
    QString user = QStringLiteral("root");
    QString identityFile; // empty: agent, then the default keys
    QString knownHostsFile; // empty: the product's own
    QString rootPrefix; // prefix of absolute paths there; empty on a real machine
    Elevation elevation = Elevation::None;
    QString jumpHost; // name of another machine of the profile or "user@host:port"; empty: direct
    bool legacyAlgorithms = false; // OpenSSH 6.0-era host: SHA-1 signatures and old key exchanges
    QJsonObject unknown; // keys of a newer release, kept when written back
    friend bool operator==(const ProfileMachine &, const ProfileMachine &) = default;
};

// A cluster as the operator set it up: what cannot be read from the cluster itself.
struct ClusterProfile {
    QString name;
    QList<ProfileMachine> machines;
    bool ipmiFromWorkstation = true; // many BMC networks are closed to workstations
    ProfileRole role = ProfileRole::Onlooker; // until somebody chooses
    QJsonObject unknown;
    friend bool operator==(const ClusterProfile &, const ClusterProfile &) = default;
};

// {"formatVersion":1,"name":...,"machines":[...]}; unknown keys kept. ParseFailed with the line for
// JSON, with the key for a wrong value; Refused for a newer formatVersion that this release must
// not write over.
Expected<ClusterProfile> profileFromJson(const QByteArray &json);
QByteArray toJson(const ClusterProfile &profile);

// Files: written by QSaveFile, the previous one kept as .bak and read (with `restored` set) when
// the file itself is damaged. Storage on I/O errors.
struct LoadedProfile {
    ClusterProfile profile;
    QString path;
    bool restored = false;
};
Expected<LoadedProfile> loadProfile(const QString &path);
Expected<void> saveProfile(const ClusterProfile &profile, const QString &path);
QString profilePath(const QString &name); // file of a profile called `name` in profileFolder()
QStringList profileFiles(); // every profile in profileFolder(), by name
} // namespace Core
