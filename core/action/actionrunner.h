// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionreach.h"
#include "core/plan/plan.h"
#include "core/store/outcome.h"

#include <QObject>

#include <memory>
#include <vector>

namespace Core
{
class CancelGate;

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
    explicit ActionRun(ActionPlan plan); // by ActionRunner
    ~ActionRun() override;

    const ActionPlan &plan() const { return m_plan; }
    int step() const { return m_step; } // running now, from 0; -1 before the first
    bool cancellable() const; // false from the point of no return on, and once it ended
    std::optional<Outcome> outcome() const { return m_outcome; }
    // No effect when not cancellable. finished() follows: Cancelled, unless it ended otherwise in
    // the same moment.
    void cancel();

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
    const std::shared_ptr<CancelGate> m_gate;
    int m_step = -1;
    std::optional<Outcome> m_outcome;
};
using ActionRunPtr = std::shared_ptr<ActionRun>;

// Runs plans, one at a time: each on a thread of its own, planned again on a fresh picture just
// before the first step, every step verified. Nothing is ever tried a second time. Main thread.
class ActionRunner : public QObject
{
    Q_OBJECT
public:
    explicit ActionRunner(ActionReach &reach, QObject *parent = nullptr);
    // Ends what runs without waiting for machines: a command that left is not called back.
    ~ActionRunner() override;

    // Never null. Everything comes by its signals and later than the return, a refusal too.
    ActionRunPtr run(Planner planner, ActionPlan shown, Approval approval);

signals:
    void began(const Core::ActionRunPtr &run);

private:
    struct Running;
    void finish(ActionRun *run, const Outcome &outcome);
    void finishLater(const ActionRunPtr &run, const Error &error);

    ActionReach &m_reach;
    std::unique_ptr<Running> m_running; // one
};
} // namespace Core
