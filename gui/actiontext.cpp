// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actiontext.h"

#include "gui/inspectorfacts.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace Gui::ActionText
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::ActionText)
};

QString names(const QList<Core::NodeName> &machines)
{
    QStringList texts;
    for (const Core::NodeName &machine : machines)
        texts << machine.text();
    return texts.join(QStringLiteral(", "));
}

QStringList findingLines(const Core::Finding &finding, const ClusterSource *source)
{
    QStringList lines{QStringLiteral("* [%1] %2")
                          .arg(ActionText::word(finding.severity), Core::rendered(finding.text))};
    for (const Core::EvidenceRef &ref : finding.evidence) {
        if (!source || ref.machine.isEmpty())
            continue;
        lines << QStringLiteral("  ") + sourceLine(ref, *source);
        for (const QString &line : quotedLines(ref, *source).split(u'\n', Qt::SkipEmptyParts))
            lines << QStringLiteral("  | ") + line;
    }
    return lines;
}

QString typedWrong(const Core::ActionPlan &plan, const Core::Approval &approval)
{
    const Core::Confirmation &wanted = plan.confirmation;
    if (wanted.kind == Core::ConfirmationKind::TypeName && approval.typed != wanted.expected)
        return approval.typed.isEmpty()
            ? Text::tr("Type %1 first.").arg(wanted.expected)
            : Text::tr("What was typed is not %1.").arg(wanted.expected);
    if (wanted.reason && approval.reason.trimmed().isEmpty())
        return Text::tr("Say why first: the journal keeps it.");
    return {};
}

QString stepName(const Core::Outcome &outcome, const Core::ActionPlan &plan)
{
    if (outcome.step < 0 || outcome.step >= int(plan.steps.size()))
        return {};
    return Text::tr("step %1, %2")
        .arg(outcome.step + 1)
        .arg(Core::rendered(plan.steps[size_t(outcome.step)].info.title));
}

QString because(const Core::Outcome &outcome)
{
    return outcome.error ? Core::rendered(outcome.error->what) : QString();
}

// Sentences of others come with or without their full stop.
QString sentence(QString text)
{
    const bool open = !text.isEmpty() && !QStringLiteral(".!?…").contains(text.back());
    return open ? text + u'.' : text;
}

QString sentences(const QStringList &all)
{
    QStringList kept;
    for (const QString &one : all) {
        if (!one.isEmpty())
            kept << sentence(one);
    }
    return kept.join(u' ');
}
} // namespace

Tone tone(Core::Severity severity)
{
    switch (severity) {
    case Core::Severity::Note:
        return Tone::Neutral;
    case Core::Severity::Warning:
        return Tone::Warning;
    case Core::Severity::Error:
    case Core::Severity::Blocker:
        return Tone::Bad;
    }
    return Tone::Unknown;
}

QList<int> worstFirst(const QList<Core::Finding> &findings)
{
    QList<int> order(findings.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return findings[a].severity > findings[b].severity; });
    return order;
}

int pointOfNoReturn(const Core::ActionPlan &plan)
{
    const auto it = std::find_if(plan.steps.cbegin(), plan.steps.cend(),
                                 [](const Core::Step &s) { return s.info.pointOfNoReturn; });
    return it == plan.steps.cend() ? -1 : int(it - plan.steps.cbegin());
}

QString summary(const Core::ActionPlan &plan)
{
    const int steps = int(plan.steps.size());
    const QString count = Text::tr("%n step(s)", nullptr, steps);
    if (plan.touches.isEmpty())
        return count;
    return Text::tr("Touches %1, in %2").arg(names(plan.touches), count);
}

namespace
{
// It ended beyond the point of no return, between two steps.
bool isBehind(const Core::Outcome &outcome, const Core::ActionPlan &plan)
{
    const int noReturn = pointOfNoReturn(plan);
    return noReturn >= 0 && outcome.step > noReturn;
}
} // namespace

QString pointOfNoReturnText()
{
    return Text::tr("Point of no return: what is sent from here on is not taken back");
}

QString asText(const Core::ActionPlan &plan, const ClusterSource *source)
{
    QStringList lines{Core::rendered(plan.title), summary(plan), QString()};
    for (const int i : worstFirst(plan.findings))
        lines << findingLines(plan.findings[i], source);
    lines << QString();
    const int noReturn = pointOfNoReturn(plan);
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        const Core::StepInfo &info = plan.steps[size_t(i)].info;
        if (i == noReturn)
            lines << QStringLiteral("--- %1 ---").arg(pointOfNoReturnText());
        lines << QStringLiteral("%1. %2").arg(i + 1).arg(Core::rendered(info.title));
        for (const QString &line : info.preview.split(u'\n', Qt::SkipEmptyParts))
            lines << QStringLiteral("     ") + line;
    }
    return lines.join(u'\n');
}

QString whyNot(const Core::ActionPlan &plan, const Core::Approval &approval)
{
    if (plan.blocked()) {
        const Core::Finding &worst = plan.findings[worstFirst(plan.findings).first()];
        return Text::tr("Blocked: %1").arg(Core::rendered(worst.text));
    }
    if (plan.steps.empty())
        return Text::tr("There is nothing to do.");
    return typedWrong(plan, approval);
}

QString word(Core::Severity severity)
{
    return Core::rendered(Core::message(Core::word(severity)));
}

Tone tone(StepState state)
{
    switch (state) {
    case StepState::Waiting:
    case StepState::Running:
        return Tone::Neutral;
    case StepState::Done:
        return Tone::Ok;
    case StepState::Failed:
        return Tone::Bad;
    case StepState::NotConfirmed:
        return Tone::Warning;
    case StepState::Stopped:
        return Tone::Unknown;
    }
    return Tone::Unknown;
}

QString word(StepState state)
{
    switch (state) {
    case StepState::Waiting:
        return Text::tr("waiting");
    case StepState::Running:
        return Text::tr("running");
    case StepState::Done:
        return Text::tr("done");
    case StepState::Failed:
        return Text::tr("failed");
    case StepState::NotConfirmed:
        return Text::tr("not confirmed");
    case StepState::Stopped:
        return Text::tr("stopped");
    }
    return {};
}

QString duration(StepState state, std::chrono::milliseconds elapsed, std::chrono::seconds limit)
{
    switch (state) {
    case StepState::Waiting:
        return {};
    case StepState::Running: // whole seconds: tenths would be wrong before they are read
        return Text::tr("%1 of at most %2")
            .arg(Text::tr("%1 s").arg(elapsed.count() / 1000), Core::durationText(limit));
    case StepState::Done:
    case StepState::Failed:
    case StepState::NotConfirmed:
    case StepState::Stopped:
        return Core::durationText(elapsed);
    }
    return {};
}

Tone tone(Core::OutcomeKind kind)
{
    switch (kind) {
    case Core::OutcomeKind::Done:
        return Tone::Ok;
    case Core::OutcomeKind::NotConfirmed:
        return Tone::Warning;
    case Core::OutcomeKind::Failed:
        return Tone::Bad;
    case Core::OutcomeKind::Cancelled:
        return Tone::Neutral;
    case Core::OutcomeKind::Refused:
        return Tone::Warning;
    case Core::OutcomeKind::Unknown:
        return Tone::Unknown;
    }
    return Tone::Unknown;
}

QString word(Core::OutcomeKind kind)
{
    switch (kind) {
    case Core::OutcomeKind::Done:
        return Text::tr("done");
    case Core::OutcomeKind::NotConfirmed:
        return Text::tr("not confirmed");
    case Core::OutcomeKind::Failed:
        return Text::tr("failed");
    case Core::OutcomeKind::Cancelled:
        return Text::tr("cancelled");
    case Core::OutcomeKind::Refused:
        return Text::tr("refused");
    case Core::OutcomeKind::Unknown:
        return Text::tr("end unknown");
    }
    return {};
}

QString headline(const Core::Outcome &outcome, const Core::ActionPlan &plan)
{
    const QString step = stepName(outcome, plan);
    switch (outcome.kind) {
    case Core::OutcomeKind::Done:
        return Text::tr("Done, and seen to be so");
    case Core::OutcomeKind::NotConfirmed:
        return step.isEmpty() ? Text::tr("Not confirmed") : Text::tr("Not confirmed: %1").arg(step);
    case Core::OutcomeKind::Failed:
        return step.isEmpty() ? Text::tr("Failed") : Text::tr("Failed: %1").arg(step);
    case Core::OutcomeKind::Cancelled:
        return isBehind(outcome, plan) ? Text::tr("Stopped before: %1").arg(step)
                                       : Text::tr("Cancelled before the point of no return");
    case Core::OutcomeKind::Refused:
        return Text::tr("Refused: nothing was sent");
    case Core::OutcomeKind::Unknown:
        return Text::tr("How it ended is not known");
    }
    return {};
}

QString explanation(const Core::Outcome &outcome, const Core::ActionPlan &plan)
{
    const QString where = names(plan.touches);
    switch (outcome.kind) {
    case Core::OutcomeKind::Done:
        return Text::tr("Every step was verified on answers that came after it.");
    case Core::OutcomeKind::NotConfirmed:
        return sentences(
            {because(outcome), Text::tr("It was sent, and nothing repeats it by itself"),
             Text::tr("Look at the output below and at %1 before doing it again").arg(where)});
    case Core::OutcomeKind::Failed:
        return sentences({because(outcome),
                          Text::tr("The steps before it stay done, those after it were not sent")});
    case Core::OutcomeKind::Cancelled:
        return Text::tr("The steps that are marked done stay done.");
    case Core::OutcomeKind::Refused:
        return sentences({because(outcome)});
    case Core::OutcomeKind::Unknown:
        return sentences(
            {because(outcome),
             Text::tr("Look at %1: what was sent may or may not have worked").arg(where)});
    }
    return {};
}
} // namespace Gui::ActionText
