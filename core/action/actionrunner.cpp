// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"

#include "core/action/actionwork.h"

#include <thread>

namespace Core
{
ActionRun::ActionRun(ActionPlan plan)
    : m_plan(std::move(plan)), m_gate(std::make_shared<CancelGate>())
{
}

ActionRun::~ActionRun() = default;

bool ActionRun::cancellable() const
{
    return !m_outcome && m_gate->open();
}

void ActionRun::cancel()
{
    if (!m_outcome)
        m_gate->cancel();
}

struct ActionRunner::Running {
    ActionRunPtr run;
    std::unique_ptr<ActionWork> work;
    std::jthread thread;
    ~Running()
    {
        run->m_gate->abandon();
        if (thread.joinable())
            thread.join();
    }
};

ActionRunner::ActionRunner(ActionReach &reach, QObject *parent) : QObject(parent), m_reach(reach)
{
}

ActionRunner::~ActionRunner() = default;

ActionRunPtr ActionRunner::run(Planner planner, ActionPlan shown, Approval approval)
{
    const auto run = std::make_shared<ActionRun>(shown);
    std::optional<Error> trouble = approvalTrouble(shown.confirmation, approval);
    if (m_running)
        trouble
            = Error{ErrorKind::Refused,
                    message(QT_TRANSLATE_NOOP("Core", "Another action runs on this cluster: %1"),
                            {MessageList{m_running->run->plan().title}}),
                    {}};
    if (trouble) {
        finishLater(run, *trouble);
        return run;
    }
    m_reach.spare(shown.touches);
    m_running = std::make_unique<Running>();
    m_running->run = run;
    m_running->work = std::make_unique<ActionWork>(
        *run, *this, m_reach,
        ActionWork::Setup{std::move(planner), std::move(shown), std::move(approval)});
    m_running->thread = std::jthread([this, run = run.get(), work = m_running->work.get()] {
        const Outcome outcome = work->outcome();
        QMetaObject::invokeMethod(
            this, [this, run, outcome] { finish(run, outcome); }, Qt::QueuedConnection);
    });
    emit began(run);
    return run;
}

void ActionRunner::finishLater(const ActionRunPtr &run, const Error &error)
{
    QMetaObject::invokeMethod(
        this,
        [run, error] {
            run->m_outcome = Outcome{OutcomeKind::Refused, -1, error};
            emit run->finished(*run->m_outcome);
        },
        Qt::QueuedConnection);
}

void ActionRunner::finish(ActionRun *run, const Outcome &outcome)
{
    const std::unique_ptr<Running> ended = std::move(m_running); // joins at the end of this
    m_reach.spare({});
    run->m_outcome = outcome;
    emit run->finished(outcome);
}
} // namespace Core
