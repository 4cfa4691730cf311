// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/discovery.h"

#include "core/clusterconf/reader.h"
#include "core/parse/iscsi.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Core
{
namespace
{
// Lines that no tool prints; each part is ended by one, so that a part cut short is noticed.
constexpr auto confEnd = "\n--binome-end-of-cluster.conf--\n";
constexpr auto membersEnd = "\n--binome-end-of-members--\n";
constexpr auto nameEnd = "\n--binome-end-of-name--\n";
constexpr int maxConf = 1024 * 1024;

QByteArray partBefore(QByteArray &rest, const char *mark)
{
    const qsizetype at = rest.indexOf(mark);
    if (at < 0)
        return {};
    const QByteArray part = rest.left(at);
    rest.remove(0, at + qsizetype(qstrlen(mark)));
    return part;
}

// {"nodelist": {"node1": {"id": 1, "online": 1, "ip": "192.0.2.1"}}} of pmxcfs
QHash<NodeName, QString> memberAddresses(const QByteArray &json)
{
    QHash<NodeName, QString> addresses;
    const QJsonObject nodes
        = QJsonDocument::fromJson(json).object().value(QStringLiteral("nodelist")).toObject();
    for (auto node = nodes.constBegin(); node != nodes.constEnd(); ++node) {
        const QString ip = node->toObject().value(QStringLiteral("ip")).toString();
        if (!ip.isEmpty())
            addresses.insert(NodeName(node.key()), ip);
    }
    return addresses;
}

bool contains(const ClusterConfig &config, const NodeName &name)
{
    return std::any_of(config.nodes.cbegin(), config.nodes.cend(),
                       [&name](const ConfiguredNode &node) { return node.name == name; });
}

// cman accepts a node name with or without its domain (cman-preconfig), so both are looked up.
NodeName selfIn(const ClusterConfig &config, const QString &hostName)
{
    for (const QString &name : {hostName, hostName.section(u'.', 0, 0)}) {
        if (contains(config, NodeName(name)))
            return NodeName(name);
    }
    return {};
}

ProfileMachine likeFirst(const ProfileMachine &first, const NodeName &name, const QString &address)
{
    ProfileMachine machine = first;
    machine.name = name;
    machine.address = address.isEmpty() ? name.text() : address;
    return machine;
}

QString hostOf(const QString &portal)
{
    const QString host = portal.section(u':', 0, -2);
    return QString(host).remove(u'[').remove(u']');
}

void addQuorumServer(Discovery &found, const ProfileMachine &first, const NodeKnowledge &knowledge)
{
    if (!knowledge.configuration.quorumDisk)
        return;
    if (knowledge.iscsiSessions.isEmpty()) {
        found.notes << message(QT_TRANSLATE_NOOP(
            "Core", "There is a quorum disk, but no iSCSI session tells where its server is."));
        return;
    }
    const QString address = hostOf(knowledge.iscsiSessions.first().portal);
    ProfileMachine server = likeFirst(first, NodeName(QStringLiteral("quorum")), address);
    server.kind = ProfileMachineKind::QuorumServer;
    server.rootPrefix.clear();
    found.profile.machines << server;
}

void addBmcNotes(Discovery &found, const ClusterConfig &config)
{
    QStringList bmcs;
    for (const FenceDevice &device : config.fenceDevices) {
        if (!device.address.isEmpty())
            bmcs << QStringLiteral("%1 (%2)").arg(device.name, device.address);
    }
    if (bmcs.isEmpty()) {
        found.notes << message(
            QT_TRANSLATE_NOOP("Core", "cluster.conf names no fence device with an address."));
        return;
    }
    found.notes << message(QT_TRANSLATE_NOOP("Core",
                                             "Fence devices: %1. Their passwords are read from "
                                             "cluster.conf and kept in memory only."),
                           {bmcs.join(QStringLiteral(", "))});
}
} // namespace

Command discoveryCommand(const ProfileMachine &first)
{
    const QByteArray root = quoted(first.rootPrefix + QStringLiteral("/etc/pve"));
    const QByteArray script = "export LC_ALL=C; if test -f " + root + "/cluster.conf; then cat "
        + root + "/cluster.conf || exit; fi; printf '" + QByteArray(confEnd).replace("\n", "\\n")
        + "'; cat " + root + "/.members 2>/dev/null; printf '"
        + QByteArray(membersEnd).replace("\n", "\\n") + "'; uname -n; printf '"
        + QByteArray(nameEnd).replace("\n", "\\n")
        + "'; timeout 10 iscsiadm -m session 2>/dev/null; exit 0";
    Command command;
    command.program = QStringLiteral("sh");
    command.arguments = {QStringLiteral("-c"), QString::fromUtf8(script)};
    if (first.elevation == Elevation::Sudo) {
        command.program = QStringLiteral("sudo");
        command.arguments
            = QStringList{QStringLiteral("-n"), QStringLiteral("sh")} + command.arguments;
    }
    command.outputCap = maxConf;
    return command;
}

Expected<NodeKnowledge> readDiscovery(const CommandOutput &output)
{
    QByteArray rest = output.out;
    const bool whole = rest.contains(nameEnd);
    const QByteArray conf = partBefore(rest, confEnd);
    if (output.exitCode != 0 || !whole)
        return failure(
            ErrorKind::CommandFailed,
            message(QT_TRANSLATE_NOOP("Core", "The machine did not tell its cluster.conf.")),
            QString::fromUtf8(output.err));
    if (conf.trimmed().isEmpty())
        return failure(
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP(
                "Core",
                "There is no /etc/pve/cluster.conf here: not a node of a Proxmox VE 3 cluster.")));
    Expected<ClusterConfig> config = readClusterConfig(conf);
    if (!config)
        return tl::unexpected(config.error());
    NodeKnowledge knowledge;
    knowledge.configuration = *config;
    knowledge.addresses = memberAddresses(partBefore(rest, membersEnd));
    knowledge.self = selfIn(*config, QString::fromUtf8(partBefore(rest, nameEnd)).trimmed());
    knowledge.iscsiSessions = parseIscsiSessions(rest).value_or(IscsiSessions());
    return knowledge;
}

Discovery proposedDiscovery(const ProfileMachine &first, const NodeKnowledge &knowledge)
{
    Discovery found;
    found.profile.name = knowledge.configuration.name;
    for (const ConfiguredNode &node : knowledge.configuration.nodes) {
        if (node.name == knowledge.self) {
            found.profile.machines << likeFirst(first, node.name, first.address);
            continue;
        }
        ProfileMachine other = likeFirst(first, node.name, knowledge.addresses.value(node.name));
        other.rootPrefix.clear();
        found.profile.machines << other;
    }
    addQuorumServer(found, first, knowledge);
    addBmcNotes(found, knowledge.configuration);
    return found;
}
} // namespace Core
