// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"

#include "core/action/actionwork.h"
#include "core/action/aftermath.h"
#include "core/base/whendone.h"

#include <QTimer>

#include <thread>

namespace Core
{
namespace
{
Outcome unknownAfter(const JournalEntry &entry)
{
    Outcome outcome{OutcomeKind::Unknown, -1, {}};
    for (const JournalLine &line : entry.lines) {
        if (line.event == JournalEvent::StepBegan)
            outcome.step = line.step;
    }
    outcome.error = Error{
        ErrorKind::Internal,
        message(QT_TRANSLATE_NOOP("Core",
                                  "Binôme ended in the middle of it (found at start): look at the "
                                  "cluster for what it did")),
        {}};
    return outcome;
}
} // namespace

ActionRun::ActionRun(ActionPlan plan, Planner planner, QString reason)
    : m_plan(std::move(plan)), m_planner(std::move(planner)), m_reason(std::move(reason)),
      m_gate(std::make_shared<CancelGate>())
{
}

ActionRun::~ActionRun() = default;

bool ActionRun::cancellable() const
{
    return !m_outcome
        && (m_gate->open() || (m_gate->mayStopBetween() && hasGapAfter(m_plan, m_step)));
}

void ActionRun::cancel()
{
    if (m_outcome)
        return;
    if (m_gate->mayStopBetween())
        m_gate->stopBetween();
    m_gate->cancel();
}

bool ActionRun::recallable() const
{
    return !m_outcome && m_step >= 0 && m_step < int(m_plan.steps.size())
        && !m_plan.steps[size_t(m_step)].info.recall.isEmpty() && !m_gate->recalled(m_step);
}

void ActionRun::recall()
{
    if (recallable())
        m_gate->recall(m_step);
}

struct ActionRunner::Running {
    ActionRunPtr run;
    std::unique_ptr<ActionWork> work;
    QTimer refresher; // of the lease on the nodes
    std::jthread thread;
    ~Running()
    {
        run->m_gate->abandon();
        if (thread.joinable())
            thread.join();
    }
};

ActionRunner::ActionRunner(ActionReach &reach, ActionSetup setup, QObject *parent)
    : QObject(parent), m_reach(reach), m_setup(std::move(setup))
{
}

ActionRunner::~ActionRunner() = default;

std::optional<Error> ActionRunner::refusal(const ActionPlan &shown, const Approval &approval) const
{
    if (m_running)
        return Error{ErrorKind::Refused,
                     message(QT_TRANSLATE_NOOP("Core", "Another action runs on this cluster: %1"),
                             {MessageList{m_running->run->plan().title}}),
                     {}};
    if (m_setup.role == UserRole::Onlooker)
        return Error{ErrorKind::Refused,
                     message(QT_TRANSLATE_NOOP("Core", "An observer changes nothing")),
                     {}};
    if (m_setup.role < shown.needs)
        return Error{ErrorKind::Refused,
                     message(QT_TRANSLATE_NOOP("Core", "Only an administrator may do this")),
                     {}};
    return approvalTrouble(shown.confirmation, approval);
}

std::unique_ptr<ActionRunner::Running> ActionRunner::prepared(const ActionRunPtr &run,
                                                              Planner planner, Approval approval)
{
    ClusterLock::Setup lock;
    lock.owner = m_setup.user + u'@' + m_setup.host;
    if (!m_setup.lockFolder.isEmpty())
        lock.file = lockFileOf(m_setup.lockFolder, m_setup.cluster);
    for (const NodeName &name : m_setup.leases ? m_reach.machines() : QList<NodeName>()) {
        const MachineContext context = m_reach.context(name);
        if (context.kind == MachineKind::Node)
            lock.leases.insert(name, leasePath(context));
    }
    auto running = std::make_unique<Running>();
    running->run = run;
    running->work = std::make_unique<ActionWork>(
        *run, *this, m_reach,
        ActionWork::Setup{std::move(planner), run->plan(), std::move(approval), std::move(lock),
                          ActionRecord(m_setup.journal, m_setup.clock,
                                       {m_setup.user, m_setup.host, m_setup.cluster})});
    connect(&running->refresher, &QTimer::timeout, this,
            [this, work = running->work.get()] { work->refreshLock(m_reach); });
    running->refresher.start(ClusterLock::refreshEvery);
    return running;
}

ActionRunPtr ActionRunner::run(Planner planner, ActionPlan shown, Approval approval)
{
    const auto run = std::make_shared<ActionRun>(std::move(shown), planner, approval.reason);
    if (const std::optional<Error> refused = refusal(run->plan(), approval)) {
        finishLater(run, *refused);
        return run;
    }
    m_reach.spare(run->plan().touches);
    m_running = prepared(run, std::move(planner), std::move(approval));
    m_running->thread = std::jthread([this, run = run.get(), work = m_running->work.get()] {
        const Outcome outcome = work->outcome();
        QMetaObject::invokeMethod(
            this, [this, run, outcome] { finish(run, outcome); }, Qt::QueuedConnection);
    });
    emit began(run);
    return run;
}

void ActionRunner::concludeUnfinished()
{
    if (!m_setup.journal)
        return;
    auto lock = std::make_shared<QLockFile>(lockFileOf(m_setup.lockFolder, m_setup.cluster));
    lock->setStaleLockTime(0);
    if (!m_setup.lockFolder.isEmpty() && !lock->tryLock(0))
        return;
    whenDone(m_setup.journal->unfinished(m_setup.cluster), this,
             [this, lock](const Expected<QList<JournalEntry>> &entries) {
                 if (!entries || entries->isEmpty())
                     return;
                 QList<JournalEntry> found = *entries;
                 for (JournalEntry &entry : found) {
                     entry.outcome = unknownAfter(entry);
                     entry.endedAt = m_setup.clock->now();
                     entry.foundAtStart = true;
                     m_setup.journal->conclude(entry.id, *entry.outcome, entry.endedAt, true);
                 }
                 m_unfinished = found;
                 emit unfinishedFound(found);
             });
}

void ActionRunner::lookUp(const ClusterSnapshot &snapshot)
{
    QList<JournalEntry> entries = std::exchange(m_unfinished, {});
    for (JournalEntry &entry : entries) {
        const std::optional<Verb> verb = wishFrom(entry.wish);
        JournalLine line;
        line.event = JournalEvent::Note;
        line.at = m_setup.clock->now();
        line.message = verb
            ? aftermath(*verb, snapshot)
            : message(QT_TRANSLATE_NOOP("Core", "Look at it on the cluster itself"));
        entry.lines << line;
        m_setup.journal->add(entry.id, line);
    }
    if (!entries.isEmpty())
        emit lookedUp(entries);
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
