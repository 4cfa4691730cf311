// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/steps.h"

#include <algorithm>

namespace Core
{
void addFinding(ActionPlan &plan, Severity severity, const char *id, Message text,
                const QList<EvidenceRef> &evidence, const char *rule)
{
    Finding finding;
    finding.id = QString::fromLatin1(id);
    finding.severity = severity;
    finding.text = std::move(text);
    finding.evidence = evidence;
    finding.source = QString::fromLatin1(rule);
    const auto worse = [](const Finding &a, const Finding &b) { return a.severity > b.severity; };
    const auto place = std::upper_bound(plan.findings.begin(), plan.findings.end(), finding, worse);
    plan.findings.insert(place, finding);
}

QString previewOf(const Command &command)
{
    return QString::fromUtf8(shellLine(command));
}

Expected<CommandOutput> ran(Shell &shell, const NodeName &on, const Command &command)
{
    Expected<CommandOutput> output = shell.run(on, command);
    if (!output || output->exitCode == 0)
        return output;
    const QString words
        = QString::fromUtf8(output->err.isEmpty() ? output->out : output->err).trimmed();
    return failure(ErrorKind::CommandFailed,
                   message(QT_TRANSLATE_NOOP("Core", "“%1” failed on %2: %3"),
                           {previewOf(command), on.text(), words.section(u'\n', 0, 0)}),
                   words);
}
} // namespace Core
