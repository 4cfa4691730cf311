// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/labtruth.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Gui
{
namespace
{
using namespace Qt::StringLiterals;

LabMachine machineOf(const QJsonObject &told)
{
    LabMachine machine;
    machine.up = told["stage"_L1].toString() == "up"_L1 && !told["hung"_L1].toBool();
    machine.powered = told["bmc"_L1].toObject()["powered"_L1].toBool(true);
    machine.votes = told["votes"_L1].toInt();
    machine.members = int(told["members"_L1].toArray().size());
    machine.victims = int(told["victims"_L1].toArray().size());
    machine.quorumDisk = told["quorumDisk"_L1].toBool();
    machine.address = told["address"_L1].toString();
    machine.port = told["port"_L1].toInt();
    return machine;
}

LabCopy copyOf(const QJsonObject &told)
{
    LabCopy copy;
    copy.resource = told["resource"_L1].toString();
    copy.node = told["node"_L1].toString();
    copy.primary = told["role"_L1].toString() == "Primary"_L1;
    copy.same = told["connection"_L1].toString() == "Connected"_L1
        && told["disk"_L1].toString() == "UpToDate"_L1;
    copy.outOfSyncKiB = qint64(told["outOfSyncKiB"_L1].toDouble());
    return copy;
}

tl::unexpected<Core::Error> notRead(const QByteArray &json)
{
    return tl::unexpected(
        Core::Error{Core::ErrorKind::ParseFailed,
                    Core::message(QT_TRANSLATE_NOOP("Core", "binome-lab's answer is not its JSON")),
                    QString::fromUtf8(json.left(200))});
}
} // namespace

Core::Expected<LabTruth> labTruth(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root["formatVersion"_L1].toInt() != 1 || !root["machines"_L1].isArray())
        return notRead(json);
    LabTruth truth;
    truth.folder = root["dir"_L1].toString();
    for (const QJsonValue machine : root["machines"_L1].toArray())
        truth.machines.insert(machine["name"_L1].toString(), machineOf(machine.toObject()));
    for (const QJsonValue link : root["cut"_L1].toArray())
        truth.cut.insert(link.toString());
    for (const QJsonValue copy : root["replication"_L1].toArray())
        truth.copies << copyOf(copy.toObject());
    for (const QJsonValue guest : root["guests"_L1].toArray()) {
        const bool runs = guest["state"_L1].toString() == "running"_L1;
        truth.guests.insert(guest["vmid"_L1].toInt(),
                            runs ? guest["node"_L1].toString() : QString());
    }
    return truth;
}

bool copiesAreSame(const LabTruth &truth)
{
    return !truth.copies.isEmpty()
        && std::all_of(truth.copies.cbegin(), truth.copies.cend(),
                       [](const LabCopy &copy) { return copy.same; });
}

bool allGuestsRun(const LabTruth &truth)
{
    return !truth.guests.isEmpty()
        && std::none_of(truth.guests.cbegin(), truth.guests.cend(),
                        [](const QString &node) { return node.isEmpty(); });
}

bool isWhole(const LabTruth &truth)
{
    const bool machines
        = std::all_of(truth.machines.cbegin(), truth.machines.cend(),
                      [](const LabMachine &machine) { return machine.up && machine.victims == 0; });
    return machines && truth.cut.isEmpty() && copiesAreSame(truth) && allGuestsRun(truth);
}
} // namespace Gui
