// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findingmodel.h"

#include "gui/actiontext.h"

namespace Gui
{
namespace
{
QString witnesses(const Core::Finding &finding)
{
    QStringList names;
    for (const Core::EvidenceRef &evidence : finding.evidence)
        names << evidence.machine.text();
    names.removeDuplicates();
    return names.join(QStringLiteral(", "));
}

Thing subject(const Core::Finding &finding)
{
    if (finding.id == QStringLiteral("health.service")
        || finding.id == QStringLiteral("health.data"))
        return {ThingKind::Verdict, finding.id.mid(7)};
    return finding.evidence.isEmpty() ? Thing() : machineThing(finding.evidence.first().machine);
}
} // namespace

QStringList FindingModel::headings() const
{
    return {tr("Severity"), tr("Finding"), tr("Seen on"), tr("Rule")};
}

void FindingModel::show(const ClusterView &view, const ClusterSource &)
{
    QList<Row> rows;
    int number = 0;
    for (const Core::Finding &finding : view.health.findings) {
        rows << Row{QStringLiteral("%1/%2").arg(finding.id).arg(number++),
                    subject(finding),
                    {{ActionText::word(finding.severity), ActionText::tone(finding.severity), true,
                      false, -int(finding.severity)},
                     {Core::rendered(finding.text), Tone::Neutral, false, false, {}},
                     {witnesses(finding), Tone::Neutral, false, false, {}},
                     {finding.source, Tone::Neutral, false, false, {}}}};
    }
    setRows(rows);
}
} // namespace Gui
