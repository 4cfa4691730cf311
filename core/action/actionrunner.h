// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionreach.h"
#include "core/base/clock.h"
#include "core/plan/plan.h"
#include "core/store/journalentry.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Core
{
class CancelGate;
class Journal;

// What the person typed.
struct Approval {
    QString typed;
    QString reason;
};

// One run of an action. Main thread; kept by the runner until finished() was delivered, and by
// whoever holds the pointer.
class ActionRun : public QObject
{
    Q_OBJECT
public:
    explicit ActionRun(ActionPlan plan, Planner planner = {}, QString reason = {});
    ~ActionRun() override;

    const ActionPlan &plan() const { return m_plan; }
    const Planner &planner() const { return m_planner; } // that it is planned again with
    const QString &reason() const { return m_reason; } // what the person typed
    int step() const { return m_step; } // running now, from 0; -1 before the first
    bool cancellable() const; // false once no step is left that it may end before
    std::optional<Outcome> outcome() const { return m_outcome; }
    // No effect when not cancellable. finished() follows: Cancelled, unless it ended otherwise in
    // the same moment.
    void cancel();
    // The step that runs can be called back, and nobody has asked for it yet: another deed than a
    // cancel, for something was sent. Whether it came in time is seen on the cluster: finished() is
    // Cancelled then, else the step goes on to its end.
    bool recallable() const;
    void recall(); // no effect when not recallable

signals:
    void stepBegan(int step);
    void output(int step, const QString &line); // what a command printed, redacted
    void progressed(int step, const Core::StepProgress &progress);
    void stepEnded(int step); // executed and verified
    void noted(const Core::Finding &note); // found on the way, for instance a node without lock
    // The fresh plan differs: nothing was sent. finished(Refused, Stale) follows; ask again with
    // `now`.
    void changed(const Core::ActionPlan &now);
    void finished(const Core::Outcome &outcome); // exactly once, the last of all

private:
    friend class ActionRunner;
    friend class ActionWork;

    const ActionPlan m_plan;
    const Planner m_planner;
    const QString m_reason;
    const std::shared_ptr<CancelGate> m_gate;
    int m_step = -1;
    std::optional<Outcome> m_outcome;
};
using ActionRunPtr = std::shared_ptr<ActionRun>;

// Whose actions a runner runs, and where it tells of them.
struct ActionSetup {
    QString cluster; // for the journal and the lock file
    QString user; // of this workstation
    QString host; // this workstation
    QString lockFolder; // of this workstation; empty: other programs on it are not looked for
    Journal *journal = nullptr; // outlives the runner; null: none is kept
    bool leases = false; // other workstations are kept out by a file on every node
    UserRole role = UserRole::Administrator;
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
};

// Runs plans, one at a time: each on a thread of its own, planned again on a fresh picture just
// before the first step, every step verified. Nothing is ever tried a second time. Main thread.
class ActionRunner : public QObject
{
    Q_OBJECT
public:
    explicit ActionRunner(ActionReach &reach, ActionSetup setup = {}, QObject *parent = nullptr);
    // Ends what runs without waiting for machines: a command that left is not called back.
    ~ActionRunner() override;

    // Never null. Everything comes by its signals and later than the return, a refusal too.
    ActionRunPtr run(Planner planner, ActionPlan shown, Approval approval);
    void setRole(UserRole role) { m_setup.role = role; } // of what begins from now on
    UserRole role() const { return m_setup.role; }
    // What the journal says was begun here and never ended, because the program died, is concluded
    // as Unknown. Nothing while another program acts on this cluster: it may be its own.
    void concludeUnfinished();
    // What the picture shows of them goes into their story, and out by lookedUp().
    void lookUp(const ClusterSnapshot &snapshot);

signals:
    void began(const Core::ActionRunPtr &run);
    // Their outcome is Unknown now, and what they did is to be looked up on the cluster.
    void unfinishedFound(const QList<Core::JournalEntry> &entries);
    void lookedUp(const QList<Core::JournalEntry> &entries); // the last line of each is a note

private:
    struct Running;
    void finish(ActionRun *run, const Outcome &outcome);
    void finishLater(const ActionRunPtr &run, const Error &error);
    std::optional<Error> refusal(const ActionPlan &shown, const Approval &approval) const;
    std::unique_ptr<Running> prepared(const ActionRunPtr &run, Planner planner, Approval approval);

    ActionReach &m_reach;
    ActionSetup m_setup;
    QList<JournalEntry> m_unfinished; // found at start, not looked up yet
    std::unique_ptr<Running> m_running; // one
};
} // namespace Core
