// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/athand/serialconsole.h"

#include "core/athand/sshclient.h"
#include "core/base/command.h"
#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
// All the same program in fence-agents 3.1: they reach the BMC by ipmitool.
bool speaksIpmi(const QString &agent)
{
    static const QStringList agents{QStringLiteral("fence_ipmilan"), QStringLiteral("fence_ilo3"),
                                    QStringLiteral("fence_ilo4"), QStringLiteral("fence_idrac"),
                                    QStringLiteral("fence_imm")};
    return agents.contains(agent);
}

QStringList usedBy(const NodeName &node, const ClusterConfig &configuration)
{
    QStringList names;
    for (const ConfiguredNode &known : configuration.nodes) {
        for (const FenceMethod &method : known.name == node ? known.methods : QList<FenceMethod>())
            for (const FenceDeviceUse &use : method.devices)
                names << use.name;
    }
    return names;
}

bool isPrintable(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isPrint(); });
}

QByteArray ipmitool(const FenceDevice &bmc, const QString &verb)
{
    Command command;
    command.program = QStringLiteral("ipmitool");
    command.arguments
        = {QStringLiteral("-I"), QStringLiteral("lanplus"), QStringLiteral("-H"), bmc.address};
    if (bmc.port)
        command.arguments << QStringLiteral("-p") << QString::number(*bmc.port);
    if (!bmc.login.isEmpty())
        command.arguments << QStringLiteral("-U") << bmc.login;
    if (!bmc.privilege.isEmpty())
        command.arguments << QStringLiteral("-L") << bmc.privilege.toUpper();
    command.arguments << QStringLiteral("-a") << QStringLiteral("sol") << verb;
    return shellLine(command);
}

QByteArray printed(const QString &text)
{
    return "printf '%s\\n' " + quoted(text);
}
} // namespace

QList<FenceDevice> ipmiBmcs(const NodeName &node, const ClusterSnapshot &snapshot)
{
    QList<FenceDevice> bmcs;
    if (!snapshot.configuration)
        return bmcs;
    const QStringList used = usedBy(node, *snapshot.configuration);
    for (const FenceDevice &device : snapshot.configuration->fenceDevices) {
        const bool known = std::any_of(bmcs.cbegin(), bmcs.cend(), [&](const FenceDevice &bmc) {
            return bmc.address == device.address && bmc.port == device.port;
        });
        if (!known && used.contains(device.name) && speaksIpmi(device.agent)
            && !device.address.isEmpty())
            bmcs << device;
    }
    return bmcs;
}

Expected<NodeName> serialAsker(const NodeName &node, const ClusterSnapshot &snapshot)
{
    QStringList silent;
    for (const Machine &machine : snapshot.machines) {
        if (machine.kind != MachineKind::Node || machine.name == node)
            continue;
        if (answers(machine))
            return machine.name;
        silent << machine.name.text();
    }
    if (silent.isEmpty())
        return failure(
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP("Core",
                                      "A node does not reach its own BMC, and there is no other "
                                      "node to reach it from")));
    return failure(ErrorKind::Unreachable,
                   message(QT_TRANSLATE_NOOP("Core",
                                             "A node does not reach its own BMC, and %1, from "
                                             "where it would be reached, does not answer"),
                           {silent.join(QStringLiteral(", "))}));
}

Expected<QString> serialConsoleLine(const FenceDevice &bmc, const SerialHints &hints)
{
    if (!isPlainHost(bmc.address) || !isPrintable(bmc.login) || !isPrintable(bmc.privilege))
        return failure(
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP("Core",
                                      "The address or the user of the BMC %1 in cluster.conf "
                                      "cannot be handed to ipmitool as one word"),
                    {bmc.name}));
    // sbin is in nobody's PATH. ipmitool asks for the password of a terminal that it opens itself.
    const QByteArray script = "PATH=$PATH:/usr/sbin:/sbin:/usr/bin:/bin; export PATH; "
        + printed(hints.before) + "; " + ipmitool(bmc, QStringLiteral("activate")) + "; s=$?; "
        + "[ $s = 0 ] || { " + printed(hints.failed) + "; "
        + printed(QString::fromUtf8(ipmitool(bmc, QStringLiteral("deactivate")))) + "; "
        + printed(hints.wait) + "; read -r key; }; exit $s";
    return QString::fromUtf8(
        shellLine({QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromUtf8(script)}}));
}
} // namespace Core
