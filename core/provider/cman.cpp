// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/cman.h"

#include "core/parse/cmantool.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId statusProbe(QStringLiteral("cman-status"));
const ProbeId nodesProbe(QStringLiteral("cman-nodes"));
const QString cmanTool = QStringLiteral("cman_tool");

// "cman_tool: Cannot open connection to cman, is it running ?", exit status 1.
Message isDown(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "cman does not answer on %1"), named(result));
}
} // namespace

QStringList CmanProvider::wantedCommands() const
{
    return {cmanTool};
}

bool CmanProvider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(cmanTool);
}

QList<Probe> CmanProvider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    Probe status;
    status.id = statusProbe;
    status.script = "cman_tool status";
    Probe nodes;
    nodes.id = nodesProbe;
    nodes.script = "cman_tool nodes";
    return {status, nodes};
}

Patch CmanProvider::read(const ProbeResult &result) const
{
    if (result.probe == statusProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseCmanStatus), isDown(result)));
    if (result.probe == nodesProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseCmanNodes), isDown(result)));
    return noFacts(result);
}
} // namespace Core
