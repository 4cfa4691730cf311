// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/findingmodel.h"

namespace Gui
{
namespace
{
Tone toneOf(Core::Severity severity)
{
    switch (severity) {
    case Core::Severity::Note:
        return Tone::Unknown;
    case Core::Severity::Warning:
        return Tone::Warning;
    case Core::Severity::Error:
    case Core::Severity::Blocker:
        return Tone::Bad;
    }
    return Tone::Unknown;
}

QString word(Core::Severity severity)
{
    switch (severity) {
    case Core::Severity::Note:
        return FindingModel::tr("note");
    case Core::Severity::Warning:
        return FindingModel::tr("warning");
    case Core::Severity::Error:
        return FindingModel::tr("error");
    case Core::Severity::Blocker:
        return FindingModel::tr("blocker");
    }
    return {};
}

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
                    {{word(finding.severity), toneOf(finding.severity), true, false,
                      -int(finding.severity)},
                     {Core::rendered(finding.text), Tone::Neutral, false, false, {}},
                     {witnesses(finding), Tone::Neutral, false, false, {}},
                     {finding.source, Tone::Neutral, false, false, {}}}};
    }
    setRows(rows);
}
} // namespace Gui
