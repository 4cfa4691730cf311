// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/powerprobe.h"
#include "gui/inspectorfacts.h"
#include "gui/words.h"

#include <QCoreApplication>

namespace Gui
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::Evidence)
};
constexpr qsizetype linesShown = 400;

QStringList linesOf(const Core::ProbeResult &result)
{
    QString text = QString::fromUtf8(result.output);
    if (text.trimmed().isEmpty())
        text = QString::fromUtf8(result.errors);
    while (text.endsWith(u'\n'))
        text.chop(1);
    return text.isEmpty() ? QStringList() : text.split(u'\n');
}
} // namespace

QString probeName(const Core::ProbeId &probe)
{
    static const QHash<QString, QString> names{
        {QStringLiteral("drbd"), QStringLiteral("/proc/drbd")},
        {QStringLiteral("clusterconf"), QStringLiteral("/etc/pve/cluster.conf")},
        {QStringLiteral("clusterconf-local"), QStringLiteral("/etc/cluster/cluster.conf")},
        {QStringLiteral("clusterconf-pending"), QStringLiteral("/etc/pve/cluster.conf.new")},
        {QStringLiteral("running-guests"), QStringLiteral("/proc")},
        {QStringLiteral("boot-guests"), QStringLiteral("/etc/pve/nodes")},
        {QStringLiteral("cman-status"), QStringLiteral("cman_tool status")},
        {QStringLiteral("cman-nodes"), QStringLiteral("cman_tool nodes")},
        {QStringLiteral("clustat"), QStringLiteral("clustat")},
        {QStringLiteral("fence-domain"), QStringLiteral("fence_tool ls")},
        {QStringLiteral("drbd-log"), QStringLiteral("dmesg")},
        {QStringLiteral("drbd-generations"), QStringLiteral("drbdsetup show-gi")},
        {QStringLiteral("qm-list"), QStringLiteral("qm list")},
        {QStringLiteral("vmlist"), QStringLiteral("/etc/pve/.vmlist")},
        {QStringLiteral("bmc.power"), QStringLiteral("IPMI")}};
    if (const auto node = Core::powerProbeOf(probe))
        return QStringLiteral("ipmitool → ") + node->text();
    return names.value(probe.text(), probe.text());
}

QString quotedLines(const Core::EvidenceRef &ref, const ClusterSource &source)
{
    QStringList lines = linesOf(source.evidence(ref));
    if (ref.firstLine > 0)
        lines = lines.mid(ref.firstLine - 1, ref.lastLine - ref.firstLine + 1);
    return lines.mid(0, linesShown).join(u'\n');
}

QString sourceLine(const Core::EvidenceRef &ref, const ClusterSource &source)
{
    if (ref.machine.isEmpty())
        return {};
    const QString where = Text::tr("%1 on %2").arg(probeName(ref.probe), ref.machine.text());
    const auto age = source.age(ref);
    return age ? Text::tr("%1, %2").arg(where, Words::ago(*age)) : where;
}
} // namespace Gui
