// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/iscsi.h"

#include "core/parse/iscsi.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId sessionsProbe(QStringLiteral("iscsi-sessions"));
const ProbeId targetsProbe(QStringLiteral("iscsi-targets"));
const QString iscsiadm = QStringLiteral("iscsiadm");
const QString tgtAdmin = QStringLiteral("tgt-admin");
const QString tgtadm = QStringLiteral("tgtadm");

constexpr int noSessions = 21; // ISCSI_ERR_NO_OBJS_FOUND of open-iscsi

// Both print the same tree; tgt-admin is a Perl script that some packages leave out.
constexpr auto targetsScript = "if command -v tgt-admin >/dev/null; then tgt-admin -s; "
                               "else tgtadm --lld iscsi --mode target --op show; fi";

Patch readSessions(ProbeResult result)
{
    if (!result.error && result.exitCode == noSessions) {
        result.exitCode = 0;
        result.output.clear();
    }
    return patchOf(result,
                   reworded(result, observedBy(result, parseIscsiSessions),
                            message(QT_TRANSLATE_NOOP("Core", "open-iscsi does not answer on %1"),
                                    named(result))));
}

Patch readTargets(const ProbeResult &result)
{
    return patchOf(
        result,
        reworded(result, observedBy(result, parseTgtTargets),
                 message(QT_TRANSLATE_NOOP("Core", "tgtd does not answer on %1"), named(result))));
}
} // namespace

QStringList IscsiProvider::wantedCommands() const
{
    return {iscsiadm, tgtAdmin, tgtadm};
}

bool IscsiProvider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(iscsiadm) || facts.commands.contains(tgtAdmin)
        || facts.commands.contains(tgtadm);
}

QList<Probe> IscsiProvider::probes(const MachineContext &context) const
{
    const bool server = context.kind == MachineKind::QuorumServer;
    Probe probe;
    probe.id = server ? targetsProbe : sessionsProbe;
    probe.script = server ? targetsScript : "iscsiadm -m session";
    probe.period = std::chrono::seconds(60);
    probe.timeout = std::chrono::seconds(15);
    probe.channel = ProbeChannel::Heavy;
    return {probe};
}

Patch IscsiProvider::read(const ProbeResult &result) const
{
    if (result.probe == sessionsProbe)
        return readSessions(result);
    if (result.probe == targetsProbe)
        return readTargets(result);
    return noFacts(result);
}
} // namespace Core
