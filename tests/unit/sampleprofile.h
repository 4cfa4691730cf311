// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/clusterprofile.h"

#include <QJsonArray>
#include <QJsonDocument>

// A profile that uses every key, and ways to make one of them wrong.
namespace Sample
{
using namespace Core;

inline ProfileMachine machine(const char *name)
{
    ProfileMachine machine;
    machine.name = NodeName(QString::fromLatin1(name));
    machine.address = machine.name.text() + QStringLiteral(".example.org");
    return machine;
}

inline ClusterProfile full()
{
    ProfileMachine quorum = machine("quorum");
    quorum.kind = ProfileMachineKind::QuorumServer;
    quorum.port = 2222;
    quorum.user = QStringLiteral("admin");
    quorum.identityFile = QStringLiteral("/etc/keys/clé privée");
    quorum.knownHostsFile = QStringLiteral("/etc/keys/hosts");
    quorum.rootPrefix = QStringLiteral("/srv/lab/quorum");
    quorum.elevation = Elevation::Sudo;
    quorum.jumpHost = QStringLiteral("node1");
    quorum.legacyAlgorithms = true;
    return {QStringLiteral("Grappe « Nord »"), {machine("node1"), machine("node2"), quorum}, false};
}

inline QJsonObject asObject(const ClusterProfile &profile)
{
    return QJsonDocument::fromJson(toJson(profile)).object();
}

// The text of a valid profile with one key of its second machine, or of itself, made wrong.
inline QByteArray withMachineKey(const QString &key, const QJsonValue &value)
{
    QJsonObject object = asObject(full());
    QJsonArray machines = object[QStringLiteral("machines")].toArray();
    QJsonObject second = machines.at(1).toObject();
    second[key] = value;
    machines[1] = second;
    object[QStringLiteral("machines")] = machines;
    return QJsonDocument(object).toJson();
}

inline QByteArray withKey(const QString &key, const QJsonValue &value)
{
    QJsonObject object = asObject(full());
    object[key] = value;
    return QJsonDocument(object).toJson();
}
} // namespace Sample
