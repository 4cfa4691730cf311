// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/confonnode.h"

#include "core/action/activateplan.h"
#include "core/action/steps.h"

#include <QCryptographicHash>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto lookEvery = 500ms;
} // namespace

ConfPaths::ConfPaths(const QString &rootPrefix)
    : committed(rootPrefix + QStringLiteral("/etc/pve/cluster.conf")),
      pending(committed + QStringLiteral(".new")), written(pending + QStringLiteral(".binome")),
      local(rootPrefix + QStringLiteral("/etc/cluster/cluster.conf"))
{
}

QByteArray sha256Of(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

Command shellCommand(const char *script, const QStringList &arguments, const QByteArray &input)
{
    Command command;
    command.program = QStringLiteral("sh");
    command.arguments
        = QStringList{QStringLiteral("-c"), QString::fromLatin1(script), QStringLiteral("sh")}
        + arguments;
    command.input = input;
    return command;
}

Expected<QByteArray> sumOn(Shell &on, const NodeName &node, const QString &path)
{
    const Expected<CommandOutput> output
        = ran(on, node, shellCommand("[ ! -s \"$1\" ] || sha256sum < \"$1\"", {path}));
    if (!output)
        return tl::unexpected(output.error());
    return output->out.left(output->out.indexOf(' '));
}

Expected<void> isThere(Shell &on, const NodeName &node, const QString &path,
                       const QByteArray &wanted, const Message &otherwise)
{
    const Expected<QByteArray> sum = sumOn(on, node, path);
    if (!sum)
        return tl::unexpected(sum.error());
    return *sum == wanted ? Expected<void>() : failure(ErrorKind::Stale, otherwise);
}

Expected<void> awaited(Shell &on, const std::function<Expected<void>()> &look)
{
    for (;;) {
        Expected<void> seen = look();
        if (seen || !on.sleepFor(lookEvery))
            return seen;
    }
}

Expected<void> runsIt(Shell &on, const NodeName &node, int version)
{
    Command command;
    command.program = QStringLiteral("cman_tool");
    command.arguments = {QStringLiteral("version")};
    const Expected<CommandOutput> output = ran(on, node, command);
    if (!output)
        return tl::unexpected(output.error());
    const Expected<int> running = parseRunningVersion(output->out);
    if (!running)
        return tl::unexpected(running.error());
    if (*running == version)
        return {};
    return failure(ErrorKind::Stale,
                   message(QT_TRANSLATE_NOOP("Core",
                                             "%1 still runs version %2: see its syslog for the "
                                             "reason, then type “cman_tool version -r” there"),
                           {node.text(), qint64(*running)}));
}
} // namespace Core
