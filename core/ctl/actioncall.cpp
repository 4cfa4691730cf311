// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/actioncall.h"

#include "core/action/actionrunner.h"
#include "core/base/terminal.h"
#include "core/ctl/commandtable.h"

#include <QCoreApplication>

namespace Ctl
{
namespace
{
using namespace Core;

ExitCode exitCodeOf(const Outcome &outcome)
{
    switch (outcome.kind) {
    case OutcomeKind::Done:
        return Done;
    case OutcomeKind::Refused:
        return NotAllowed;
    case OutcomeKind::Cancelled:
        return Interrupted;
    case OutcomeKind::Failed:
        return outcome.error && outcome.error->kind == ErrorKind::Unreachable ? CannotReach
                                                                              : NotWell;
    case OutcomeKind::NotConfirmed:
    case OutcomeKind::Unknown:
        return NotWell;
    }
    return NotWell;
}

QString outcomeText(const Outcome &outcome)
{
    switch (outcome.kind) {
    case OutcomeKind::Done:
        return rendered(message(QT_TRANSLATE_NOOP("Core", "Done, and seen to be so.")));
    case OutcomeKind::Refused:
        return rendered(message(QT_TRANSLATE_NOOP("Core", "Refused: nothing was sent.")));
    case OutcomeKind::Cancelled:
        return rendered(
            message(QT_TRANSLATE_NOOP("Core", "Cancelled before the point of no return.")));
    case OutcomeKind::Failed:
        return rendered(message(QT_TRANSLATE_NOOP("Core", "Failed.")));
    case OutcomeKind::NotConfirmed:
        return rendered(message(QT_TRANSLATE_NOOP(
            "Core", "Not confirmed: it was sent, and what it should do is not seen.")));
    case OutcomeKind::Unknown:
        return rendered(message(QT_TRANSLATE_NOOP("Core", "Not known how it ended.")));
    }
    return {};
}

// A line from the terminal; empty at its end.
QString answerTo(const QString &question)
{
    Core::writeTo(stderr, (question + u' ').toUtf8());
    return Core::lineFrom(stdin);
}

// What was typed; none: the person does not want it.
std::optional<Approval> approvalOf(const ActionPlan &plan, const ActionOptions &options)
{
    Approval approval{plan.confirmation.expected, options.reason};
    if (options.yes)
        return approval;
    if (plan.confirmation.reason && approval.reason.isEmpty())
        approval.reason = answerTo(rendered(message(QT_TRANSLATE_NOOP("Core", "Why?"))));
    if (plan.confirmation.kind == ConfirmationKind::TypeName) {
        approval.typed = answerTo(rendered(
            message(QT_TRANSLATE_NOOP("Core", "Type %1 to do it:"), {plan.confirmation.expected})));
        return approval;
    }
    const auto final = [](const Step &step) { return step.info.pointOfNoReturn; };
    const bool asks = std::any_of(plan.steps.cbegin(), plan.steps.cend(), final);
    const QString yes = rendered(message(QT_TRANSLATE_NOOP("Core", "yes")));
    if (asks
        && answerTo(rendered(message(QT_TRANSLATE_NOOP("Core", "Type “%1” to do it:"), {yes})))
            != yes)
        return std::nullopt;
    return approval;
}

// One action over the time of one call. Main thread.
class ActionCall : public QObject
{
public:
    ActionCall(const ClusterProfile &profile, const ActionOptions &options, MakeFromSession make,
               const char *commandName)
        : m_options(options), m_make(std::move(make)), m_command(commandName), m_cluster(profile)
    {
        connect(&m_cluster, &OneCluster::ready, this, [this] {
            if (const std::optional<int> ended = begin())
                QCoreApplication::exit(*ended);
        });
    }

private:
    std::optional<int> begin()
    {
        const SnapshotPtr first = m_cluster.session().store().current();
        const std::variant<Planner, int> made = m_make(m_cluster.session());
        if (const int *ended = std::get_if<int>(&made))
            return *ended;
        const Planner &planner = std::get<Planner>(made);
        const ActionPlan plan = planner(*first);
        say(planText(plan));
        if (m_options.plan || plan.blocked())
            return plan.blocked() ? NotAllowed : Done;
        if (m_options.yes && plan.confirmation.reason && m_options.reason.isEmpty())
            return wrongUsage(rendered(message(QT_TRANSLATE_NOOP(
                                  "Core", "this needs --reason TEXT, for the journal"))),
                              m_command);
        const std::optional<Approval> approval = approvalOf(plan, m_options);
        if (!approval)
            return Interrupted;
        follow(m_cluster.session().actions().run(planner, plan, *approval));
        return std::nullopt;
    }

    void follow(const ActionRunPtr &run)
    {
        m_run = run;
        connect(run.get(), &ActionRun::stepBegan, this, [this](int step) {
            say(QStringLiteral("%1. %2\n")
                    .arg(step + 1)
                    .arg(rendered(m_run->plan().steps[size_t(step)].info.title)));
        });
        connect(run.get(), &ActionRun::progressed, this, [](int, const StepProgress &progress) {
            say(QStringLiteral("   ") + rendered(progress.text) + u'\n');
        });
        connect(run.get(), &ActionRun::noted, this, [](const Finding &note) {
            say(rendered(message(word(note.severity))) + QStringLiteral("  ") + rendered(note.text)
                + u'\n');
        });
        connect(run.get(), &ActionRun::changed, this,
                [](const ActionPlan &now) { say(planText(now)); });
        connect(run.get(), &ActionRun::finished, this, &ActionCall::end);
    }

    void end(const Outcome &outcome)
    {
        // Beyond the point of no return the error says it.
        if (outcome.kind != OutcomeKind::Cancelled || !outcome.error)
            say(outcomeText(outcome) + u'\n');
        if (outcome.error) {
            complain(rendered(outcome.error->what));
            if (!outcome.error->detail.isEmpty())
                Core::writeTo(stderr, (outcome.error->detail.trimmed() + u'\n').toUtf8());
        }
        QCoreApplication::exit(exitCodeOf(outcome));
    }

    const ActionOptions m_options;
    const MakeFromSession m_make;
    const char *const m_command;
    OneCluster m_cluster;
    ActionRunPtr m_run;
};
} // namespace

std::optional<int> takeActionOptions(QStringList &arguments, ActionOptions &options,
                                     const char *commandName)
{
    options.plan = arguments.removeAll(QStringLiteral("--plan")) > 0;
    options.yes = arguments.removeAll(QStringLiteral("--yes")) > 0;
    const qsizetype reason = arguments.indexOf(QStringLiteral("--reason"));
    if (reason >= 0 && reason + 1 >= arguments.size())
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP("Core", "--reason needs a text"))),
                          commandName);
    if (reason >= 0) {
        options.reason = arguments.at(reason + 1);
        arguments.remove(reason, 2);
    }
    for (const QString &argument : std::as_const(arguments)) {
        if (argument.startsWith(u'-'))
            return wrongUsage(
                rendered(message(QT_TRANSLATE_NOOP("Core", "unknown option %1"), {argument})),
                commandName);
    }
    return std::nullopt;
}

QString planText(const ActionPlan &plan)
{
    QString text = rendered(plan.title) + u'\n';
    QStringList touched;
    for (const NodeName &node : plan.touches)
        touched << node.text();
    if (!touched.isEmpty())
        text += rendered(message(QT_TRANSLATE_NOOP("Core", "touches: %1"),
                                 {touched.join(QStringLiteral(", "))}))
            + u'\n';
    for (const Finding &finding : plan.findings)
        text += QStringLiteral("  %1  %2  (%3)\n")
                    .arg(rendered(message(word(finding.severity))), rendered(finding.text),
                         finding.source.isEmpty() ? finding.id : finding.source);
    bool mayReturn = true;
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        const StepInfo &info = plan.steps[size_t(i)].info;
        if (info.pointOfNoReturn && std::exchange(mayReturn, false))
            text += QStringLiteral("  -- ")
                + rendered(message(QT_TRANSLATE_NOOP("Core", "no way back from here"))) + u'\n';
        text += QStringLiteral("  %1. %2\n       %3\n")
                    .arg(i + 1)
                    .arg(rendered(info.title),
                         QString(info.preview).replace(u'\n', QStringLiteral("\n       ")));
    }
    return text;
}

int runAction(const ClusterProfile &profile, const ActionOptions &options, const MakePlanner &make,
              const char *commandName)
{
    return runAction(
        profile, options,
        [make](Session &session) -> std::variant<Planner, int> {
            return make(*session.store().current());
        },
        commandName);
}

int runAction(const ClusterProfile &profile, const ActionOptions &options, MakeFromSession make,
              const char *commandName)
{
    ActionCall call(profile, options, std::move(make), commandName);
    return QCoreApplication::exec();
}

int runVerb(const QString &cluster, const Verb &verb, const ActionOptions &options,
            ActionPlan (*plan)(const Verb &, const ClusterSnapshot &), const char *commandName)
{
    const std::variant<ClusterProfile, int> profile = profileOf(cluster, commandName);
    if (const int *wrong = std::get_if<int>(&profile))
        return *wrong;
    const MakePlanner make = [verb, plan](const ClusterSnapshot &) -> Planner {
        return [verb, plan](const ClusterSnapshot &now) { return plan(verb, now); };
    };
    return runAction(std::get<ClusterProfile>(profile), options, make, commandName);
}
} // namespace Ctl
