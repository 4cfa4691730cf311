// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/fenced.h"

#include "core/parse/fencetool.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId domainProbe(QStringLiteral("fence-domain"));
const QString fenceTool = QStringLiteral("fence_tool");
} // namespace

QStringList FencedProvider::wantedCommands() const
{
    return {fenceTool};
}

bool FencedProvider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(fenceTool);
}

QList<Probe> FencedProvider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    Probe domain;
    domain.id = domainProbe;
    domain.script = "fence_tool ls";
    domain.period = std::chrono::seconds(1); // agents take seconds
    return {domain};
}

Patch FencedProvider::read(const ProbeResult &result) const
{
    if (result.probe != domainProbe)
        return noFacts(result);
    // Exit status 1 without a word: fenced is not there or has left, which is no empty domain.
    return patchOf(
        result,
        reworded(result, observedBy(result, parseFenceToolLs),
                 message(QT_TRANSLATE_NOOP(
                             "Core", "%1 is not in the fence domain, or fenced is not running"),
                         named(result))));
}
} // namespace Core
