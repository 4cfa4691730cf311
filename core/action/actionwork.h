// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionrunner.h"
#include "core/action/actionshell.h"
#include "core/action/cancelgate.h"

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
    };
    ActionWork(ActionRun &run, QObject &main, ActionReach &reach, Setup setup);

    Outcome outcome(); // runs it all

private:
    std::optional<Error> refusal(const ActionPlan &now);
    Outcome runSteps(const ActionPlan &plan);
    std::optional<Outcome> runStep(int index, const Step &step); // none: verified
    std::optional<Outcome> executed(int index, const Step &step);
    std::optional<Outcome> verified(int index, const Step &step);
    Outcome failed(int index, const Error &error) const;
    template <typename Call> void post(Call call);

    ActionRun &m_run;
    const std::shared_ptr<CancelGate> m_gate;
    const Setup m_setup;
    ActionShell m_shell;
    std::atomic<int> m_step = -1;
};

// Why this approval is not enough for that plan; none: it is.
std::optional<Error> approvalTrouble(const Confirmation &wanted, const Approval &given);
} // namespace Core
