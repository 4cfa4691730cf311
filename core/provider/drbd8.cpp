// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/drbd8.h"

#include "core/parse/drbdnames.h"
#include "core/parse/procdrbd.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId stateProbe(QStringLiteral("drbd"));
const ProbeId namesProbe(QStringLiteral("drbd-names"));
const QString drbdadm = QStringLiteral("drbdadm");
const QString procDrbd = QStringLiteral("/proc/drbd");

// A line "NAME MINOR ADDRESS" for each volume. The names are printed on one line by 8.3 and 8.4; a
// resource may have several volumes, and sh-ip fails for one without a connection.
constexpr auto namesScript = R"(set -f
n=$(drbdadm sh-resources) || exit
for r in $n; do
 m=$(drbdadm sh-minor "$r") || exit
 set -- $(drbdadm sh-ip "$r" 2>/dev/null)
 for i in $m; do echo "$r $i $1"; done
done
)";

Message notLoaded(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "DRBD is not loaded on %1"), named(result));
}
Message noNames(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "drbdadm cannot tell the resources of %1"),
                   named(result));
}
} // namespace

QStringList Drbd8Provider::wantedCommands() const
{
    return {drbdadm};
}

QStringList Drbd8Provider::wantedPaths() const
{
    return {procDrbd};
}

// The module may be loaded later, and may have been loaded by another tool than drbdadm.
bool Drbd8Provider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(drbdadm) || facts.paths.contains(procDrbd);
}

QList<Probe> Drbd8Provider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    Probe state;
    state.id = stateProbe;
    state.script = "cat " + rooted(context, procDrbd);
    Probe names;
    names.id = namesProbe;
    names.script = namesScript;
    names.period = std::chrono::seconds(60);
    names.timeout = std::chrono::seconds(15);
    names.channel = ProbeChannel::Heavy;
    return {state, names};
}

Patch Drbd8Provider::read(const ProbeResult &result) const
{
    if (result.probe == stateProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseDrbdStatus), notLoaded(result)));
    if (result.probe == namesProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, parseDrbdNames), noNames(result)));
    return noFacts(result);
}
} // namespace Core
