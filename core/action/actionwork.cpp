// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionwork.h"

#include <QPointer>

#include <algorithm>

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

bool complete(const ActionPlan &plan)
{
    return !plan.steps.empty()
        && std::all_of(plan.steps.cbegin(), plan.steps.cend(),
                       [](const Step &step) { return step.execute && step.verify; });
}

Error stoppedBetween()
{
    return error(ErrorKind::Cancelled,
                 message(QT_TRANSLATE_NOOP("Core",
                                           "Stopped between two steps, as it was asked: what was "
                                           "done before stays, this one was not sent")));
}

Finding unwritten(const Error &error)
{
    Finding finding;
    finding.id = QStringLiteral("action.unwritten");
    finding.severity = Severity::Warning;
    finding.text = error.what;
    return finding;
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

bool hasGapAfter(const ActionPlan &plan, int step)
{
    const auto from = plan.steps.cbegin() + std::clamp(step + 1, 0, int(plan.steps.size()));
    return std::any_of(from, plan.steps.cend(),
                       [](const Step &later) { return later.info.mayBeLeftOut; });
}

ActionWork::ActionWork(ActionRun &run, QObject &main, ActionReach &reach, Setup setup)
    : m_run(run), m_main(main), m_reach(reach), m_gate(run.m_gate), m_setup(std::move(setup)),
      m_lock(m_setup.lock), m_record(m_setup.record),
      m_shell(main, reach, m_gate->token(),
              {[this](const CommandTrace &trace) { tellRun(trace); },
               [this](const StepProgress &progress) { tellProgress(progress); },
               [to = QPointer(&run), step = m_step](const QString &line) {
                   if (to && !to->outcome())
                       emit to->output(*step, line);
               },
               [this] { return recalled(); }}),
      m_lockShell(main, reach, m_gate->endToken(), {})
{
}

bool ActionWork::recalled()
{
    const int step = m_step->load();
    if (!m_gate->recalled(step))
        return false;
    if (m_recallTold != step) {
        Finding finding;
        finding.id = QStringLiteral("action.recall");
        finding.text = message(QT_TRANSLATE_NOOP("Core", "It was asked to call this step back"));
        note(finding);
    }
    m_recallTold = step;
    return true;
}

void ActionWork::tellRun(const CommandTrace &trace)
{
    m_record.ran(*m_step, trace);
    if (trace.result)
        return;
    post([line = logText(trace.result.error().what), step = m_step->load()](ActionRun &to) {
        emit to.output(step, line);
    });
}

void ActionWork::tellProgress(const StepProgress &progress)
{
    m_record.progressed(*m_step, progress);
    post([progress, step = m_step->load()](ActionRun &to) { emit to.progressed(step, progress); });
}

void ActionWork::note(const Finding &finding)
{
    m_record.noted(finding);
    post([finding](ActionRun &to) { emit to.noted(finding); });
}

template <typename Call> void ActionWork::post(Call call)
{
    QMetaObject::invokeMethod(
        &m_run, [run = &m_run, call = std::move(call)] { call(*run); }, Qt::QueuedConnection);
}

Outcome ActionWork::outcome()
{
    const Expected<void> locked = m_lock.acquire(m_lockShell);
    const Outcome outcome
        = locked ? lockedOutcome() : Outcome{OutcomeKind::Refused, -1, locked.error()};
    m_lock.release(m_main, m_reach, m_gate->endToken());
    return outcome;
}

Outcome ActionWork::lockedOutcome()
{
    m_shell.begin(planningTakes);
    const SnapshotPtr fresh = m_shell.freshSnapshot();
    if (m_gate->cancelled())
        return {OutcomeKind::Cancelled, -1, {}};
    const ActionPlan now = m_setup.planner(*fresh);
    if (const std::optional<Error> refused = refusal(now))
        return {OutcomeKind::Refused, -1, refused};
    return approvedOutcome(now);
}

Outcome ActionWork::approvedOutcome(const ActionPlan &plan)
{
    if (const Expected<void> kept = m_record.intend(plan, m_setup.approval.reason); !kept)
        return {OutcomeKind::Refused, -1, kept.error()};
    for (const Finding &finding : m_lock.notes())
        note(finding);
    const Outcome outcome = runSteps(plan);
    // Left open when the program ends in the middle: the next start finds it and says so.
    if (m_gate->abandoned() && outcome.kind != OutcomeKind::Done)
        return {OutcomeKind::Unknown, outcome.step, outcome.error};
    if (const Expected<void> kept = m_record.conclude(outcome); !kept)
        note(unwritten(kept.error()));
    return outcome;
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
    if (!complete(now))
        return error(ErrorKind::Internal,
                     message(QT_TRANSLATE_NOOP(
                         "Core", "The plan has no step, or one that cannot be verified")));
    if (now.blocked())
        return error(ErrorKind::Refused,
                     message(QT_TRANSLATE_NOOP("Core", "The plan is blocked: nothing was sent")));
    return std::nullopt;
}

Outcome ActionWork::runSteps(const ActionPlan &plan)
{
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        if (const std::optional<Outcome> ended = runStep(i, plan))
            return *ended;
    }
    return {OutcomeKind::Done, int(plan.steps.size()) - 1, {}};
}

std::optional<Outcome> ActionWork::runStep(int index, const ActionPlan &plan)
{
    const Step &step = plan.steps[size_t(index)];
    if (m_gate->cancelled() || (step.info.pointOfNoReturn && !m_gate->commit()))
        return Outcome{OutcomeKind::Cancelled, index, {}};
    if (m_gate->stopsBetween() && step.info.mayBeLeftOut)
        return Outcome{OutcomeKind::Cancelled, index, stoppedBetween()};
    *m_step = index;
    // Half of an action is worse than one that the journal cannot follow to its end.
    if (const Expected<void> kept = m_record.stepBegan(index); !kept) {
        if (index == 0 || !m_gate->committed())
            return Outcome{OutcomeKind::Failed, index, kept.error()};
        note(unwritten(kept.error()));
    }
    post([index](ActionRun &run) {
        run.m_step = index;
        emit run.stepBegan(index);
    });
    if (const std::optional<Outcome> ended = executed(index, step))
        return ended;
    if (const std::optional<Outcome> ended = verified(index, step))
        return ended;
    m_record.stepEnded(index);
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
    // The step itself has seen that it was called back in time.
    if (m_gate->recalled(index) && done.error().kind == ErrorKind::Cancelled)
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
