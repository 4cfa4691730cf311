// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionrecord.h"
#include "core/action/actionrunner.h"
#include "core/action/actionshell.h"
#include "core/action/cancelgate.h"
#include "core/action/clusterlock.h"

namespace Core
{
// What an action's thread does, from the fresh plan to the outcome. Speaks to the run by calls
// posted to the main thread, in their order.
class ActionWork
{
public:
    struct Setup {
        Planner planner;
        ActionPlan shown;
        Approval approval;
        ClusterLock::Setup lock;
        ActionRecord record;
    };
    ActionWork(ActionRun &run, QObject &main, ActionReach &reach, Setup setup);

    Outcome outcome(); // runs it all
    void refreshLock(ActionReach &reach) { m_lock.refresh(reach); } // main thread

private:
    Outcome lockedOutcome();
    Outcome approvedOutcome(const ActionPlan &plan);
    void note(const Finding &finding);
    bool recalled(); // the step that runs; noted the first time
    void tellRun(const CommandTrace &trace);
    void tellProgress(const StepProgress &progress);
    std::optional<Error> refusal(const ActionPlan &now);
    Outcome runSteps(const ActionPlan &plan);
    std::optional<Outcome> runStep(int index, const ActionPlan &plan); // none: verified
    std::optional<Outcome> executed(int index, const Step &step);
    std::optional<Outcome> verified(int index, const Step &step);
    Outcome failed(int index, const Error &error) const;
    template <typename Call> void post(Call call);

    ActionRun &m_run;
    QObject &m_main; // of the main thread
    ActionReach &m_reach;
    const std::shared_ptr<CancelGate> m_gate;
    const Setup m_setup;
    // Running now; also for what a command prints after its step was left.
    const std::shared_ptr<std::atomic<int>> m_step = std::make_shared<std::atomic<int>>(-1);
    int m_recallTold = -1;
    ClusterLock m_lock;
    ActionRecord m_record;
    ActionShell m_shell;
    ActionShell m_lockShell; // not stopped by a cancel, and silent
};

// A step that may be left out follows the one that runs.
bool hasGapAfter(const ActionPlan &plan, int step);

// Why this approval is not enough for that plan; none: it is.
std::optional<Error> approvalTrouble(const Confirmation &wanted, const Approval &given);
} // namespace Core
