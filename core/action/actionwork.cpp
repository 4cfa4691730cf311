// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionwork.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto planningTakes = 60s; // a machine that hangs is known to within this

Error error(ErrorKind kind, Message what)
{
    return {kind, std::move(what), {}};
}

// The link or the time was lost: whether the machine did it is not known from this.
bool leavesOpen(ErrorKind kind)
{
    return kind == ErrorKind::Unreachable || kind == ErrorKind::Timeout
        || kind == ErrorKind::Cancelled;
}

QStringList linesOf(const CommandTrace &trace)
{
    QStringList lines{trace.on.text() + QStringLiteral("# ") + trace.command};
    if (!trace.result)
        return lines << logText(trace.result.error().what);
    for (const QByteArray &text : {trace.result->out, trace.result->err}) {
        for (const QByteArray &line : text.split('\n')) {
            if (!line.isEmpty())
                lines << QString::fromUtf8(line);
        }
    }
    return lines;
}
} // namespace

std::optional<Error> approvalTrouble(const Confirmation &wanted, const Approval &given)
{
    if (wanted.kind == ConfirmationKind::TypeName && given.typed != wanted.expected)
        return error(
            ErrorKind::Refused,
            message(QT_TRANSLATE_NOOP("Core", "What was typed is not “%1”"), {wanted.expected}));
    if (wanted.reason && given.reason.trimmed().isEmpty())
        return error(ErrorKind::Refused,
                     message(QT_TRANSLATE_NOOP("Core", "A reason has to be given")));
    return std::nullopt;
}

ActionWork::ActionWork(ActionRun &run, QObject &main, ActionReach &reach, Setup setup)
    : m_run(run), m_gate(run.m_gate), m_setup(std::move(setup)),
      m_shell(main, reach, m_gate->token(),
              {[this](const CommandTrace &trace) {
                   post([lines = linesOf(trace), step = m_step.load()](ActionRun &to) {
                       for (const QString &line : lines)
                           emit to.output(step, line);
                   });
               },
               [this](const StepProgress &progress) {
                   post([progress, step = m_step.load()](ActionRun &to) {
                       emit to.progressed(step, progress);
                   });
               }})
{
}

template <typename Call> void ActionWork::post(Call call)
{
    QMetaObject::invokeMethod(
        &m_run, [run = &m_run, call = std::move(call)] { call(*run); }, Qt::QueuedConnection);
}

Outcome ActionWork::outcome()
{
    m_shell.begin(planningTakes);
    const SnapshotPtr fresh = m_shell.freshSnapshot();
    if (m_gate->cancelled())
        return {OutcomeKind::Cancelled, -1, {}};
    const ActionPlan now = m_setup.planner(*fresh);
    if (const std::optional<Error> refused = refusal(now))
        return {OutcomeKind::Refused, -1, refused};
    return runSteps(now);
}

std::optional<Error> ActionWork::refusal(const ActionPlan &now)
{
    if (m_shell.blind())
        return error(ErrorKind::Timeout,
                     message(QT_TRANSLATE_NOOP(
                         "Core", "The machines could not be asked again: nothing was sent")));
    if (!now.sameAs(m_setup.shown)) {
        post([now](ActionRun &run) { emit run.changed(now); });
        return error(
            ErrorKind::Stale,
            message(QT_TRANSLATE_NOOP(
                "Core", "The cluster changed since the plan was shown: nothing was sent")));
    }
    if (now.blocked())
        return error(ErrorKind::Refused,
                     message(QT_TRANSLATE_NOOP("Core", "The plan is blocked: nothing was sent")));
    return std::nullopt;
}

Outcome ActionWork::runSteps(const ActionPlan &plan)
{
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        if (const std::optional<Outcome> ended = runStep(i, plan.steps[size_t(i)]))
            return *ended;
    }
    return {OutcomeKind::Done, int(plan.steps.size()) - 1, {}};
}

std::optional<Outcome> ActionWork::runStep(int index, const Step &step)
{
    if (m_gate->cancelled() || (step.info.pointOfNoReturn && !m_gate->commit()))
        return Outcome{OutcomeKind::Cancelled, index, {}};
    m_step = index;
    post([index](ActionRun &run) {
        run.m_step = index;
        emit run.stepBegan(index);
    });
    if (const std::optional<Outcome> ended = executed(index, step))
        return ended;
    if (const std::optional<Outcome> ended = verified(index, step))
        return ended;
    post([index](ActionRun &run) { emit run.stepEnded(index); });
    return std::nullopt;
}

std::optional<Outcome> ActionWork::executed(int index, const Step &step)
{
    m_shell.begin(step.info.timeout);
    const Expected<void> done = step.execute(m_shell);
    if (done)
        return std::nullopt;
    if (m_gate->cancelled())
        return Outcome{OutcomeKind::Cancelled, index, done.error()};
    // It left and its answer did not come back: what it did is to be seen, never to be repeated.
    if (!m_shell.sent() || !leavesOpen(done.error().kind))
        return Outcome{OutcomeKind::Failed, index, done.error()};
    const std::optional<Outcome> seen = verified(index, step);
    return seen ? std::optional(Outcome{seen->kind, index, done.error()}) : std::nullopt;
}

std::optional<Outcome> ActionWork::verified(int index, const Step &step)
{
    m_shell.begin(step.info.timeout);
    const Expected<void> seen = step.verify(m_shell);
    if (seen && !m_shell.blind())
        return std::nullopt;
    if (m_gate->cancelled())
        return Outcome{OutcomeKind::Cancelled, index, {}};
    const Error unseen
        = error(ErrorKind::Timeout,
                message(QT_TRANSLATE_NOOP("Core", "The machines could not be asked afterwards")));
    return Outcome{OutcomeKind::NotConfirmed, index, seen ? unseen : seen.error()};
}
} // namespace Core
