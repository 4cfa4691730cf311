// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/rgmanager.h"

#include "core/parse/clustat.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId clustatProbe(QStringLiteral("clustat"));
const QString clustat = QStringLiteral("clustat");
} // namespace

QStringList RgmanagerProvider::wantedCommands() const
{
    return {clustat};
}

bool RgmanagerProvider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(clustat);
}

QList<Probe> RgmanagerProvider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    Probe services;
    services.id = clustatProbe;
    services.script = "clustat -f -x";
    services.period = std::chrono::seconds(2);
    services.timeout
        = std::chrono::seconds(15); // past its own 10 s, after which it tells the nodes
    services.channel = ProbeChannel::Slow;
    return {services};
}

Patch RgmanagerProvider::read(const ProbeResult &result) const
{
    if (result.probe != clustatProbe)
        return noFacts(result);
    // "Could not connect to CMAN: Connection refused"
    return patchOf(result,
                   reworded(result, observedBy(result, parseClustat),
                            message(QT_TRANSLATE_NOOP("Core", "clustat cannot ask cman on %1"),
                                    named(result))));
}
} // namespace Core
