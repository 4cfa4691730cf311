// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/lvm.h"

#include "core/parse/lvm.h"
#include "core/provider/answers.h"

namespace Core
{
namespace
{
const ProbeId groupsProbe(QStringLiteral("vgs"));
const ProbeId volumesProbe(QStringLiteral("pvs"));
const ProbeId logicalProbe(QStringLiteral("lvs"));
const QString vgs = QStringLiteral("vgs");
const QString pvs = QStringLiteral("pvs");

Probe report(const ProbeId &id, const QByteArray &command, const QByteArray &fields)
{
    Probe probe;
    probe.id = id;
    probe.script = command + " --noheadings --nosuffix --units b --separator '|' -o " + fields;
    probe.period = std::chrono::seconds(60);
    probe.timeout = std::chrono::seconds(15);
    probe.channel = ProbeChannel::Heavy;
    probe.opensDevices = true;
    return probe;
}

Message failed(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "LVM cannot read its volumes on %1"), named(result));
}
} // namespace

QStringList LvmProvider::wantedCommands() const
{
    return {vgs, pvs};
}

bool LvmProvider::detect(const MachineFacts &facts) const
{
    return facts.commands.contains(vgs) && facts.commands.contains(pvs);
}

QList<Probe> LvmProvider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    return {report(groupsProbe, "vgs", "vg_name,vg_size,vg_free,vg_attr,vg_seqno"),
            report(volumesProbe, "pvs", "pv_name,vg_name,pv_size,pv_free,pv_attr"),
            report(logicalProbe, "lvs", "lv_name,vg_name,lv_size,lv_attr,vg_seqno")};
}

Patch LvmProvider::read(const ProbeResult &result) const
{
    if (result.probe == groupsProbe)
        return patchOf(result, reworded(result, observedBy(result, parseVgs), failed(result)));
    if (result.probe == volumesProbe)
        return patchOf(result, reworded(result, observedBy(result, parsePvs), failed(result)));
    if (result.probe == logicalProbe)
        return patchOf(result, reworded(result, observedBy(result, parseLvs), failed(result)));
    return noFacts(result);
}
} // namespace Core
