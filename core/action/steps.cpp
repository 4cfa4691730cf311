// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/steps.h"

#include <algorithm>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto pause = 500ms; // between two looks

Error refused(const NodeName &on, const Command &command, const CommandOutput &output)
{
    const QString words
        = QString::fromUtf8(output.err.isEmpty() ? output.out : output.err).trimmed();
    const bool heldOpen = words.contains(QStringLiteral("held open"));
    const Message what = heldOpen
        ? message(QT_TRANSLATE_NOOP("Core",
                                    "The device is held open on %1: by a guest, an active volume "
                                    "or an LVM command"),
                  {on.text()})
        : message(QT_TRANSLATE_NOOP("Core", "“%1” failed on %2: %3"),
                  {previewOf(command), on.text(), words.section(u'\n', 0, 0)});
    return {ErrorKind::CommandFailed, what, words};
}
} // namespace

void addFinding(ActionPlan &plan, Finding finding)
{
    const auto worse = [](const Finding &a, const Finding &b) { return a.severity > b.severity; };
    const auto place = std::upper_bound(plan.findings.begin(), plan.findings.end(), finding, worse);
    plan.findings.insert(place, std::move(finding));
}

void addFinding(ActionPlan &plan, Severity severity, const char *id, Message text,
                const QList<EvidenceRef> &evidence, const char *rule)
{
    Finding finding;
    finding.id = QString::fromLatin1(id);
    finding.severity = severity;
    finding.text = std::move(text);
    finding.evidence = evidence;
    finding.source = QString::fromLatin1(rule);
    addFinding(plan, std::move(finding));
}

QString previewOf(const Command &command)
{
    return QString::fromUtf8(shellLine(command));
}

Expected<void> awaitSight(Shell &shell, const Sight &sight)
{
    for (;;) {
        const SnapshotPtr now = shell.freshSnapshot();
        const Expected<void> seen = sight(*now);
        if (seen || !shell.sleepFor(pause))
            return seen;
    }
}

Expected<CommandOutput> ran(Shell &shell, const NodeName &on, const Command &command)
{
    Expected<CommandOutput> output = shell.run(on, command);
    if (output && output->exitCode != 0)
        return tl::unexpected(refused(on, command, *output));
    return output;
}

Step commandStep(Message title, const NodeName &on, const Command &command, Sight sight)
{
    Step step;
    step.info.title = std::move(title);
    step.info.preview = previewOf(command);
    step.execute = [on, command](Shell &shell) -> Expected<void> {
        return ran(shell, on, command).map([](const CommandOutput &) {});
    };
    step.verify = [sight = std::move(sight)](Shell &shell) { return awaitSight(shell, sight); };
    return step;
}
} // namespace Core
