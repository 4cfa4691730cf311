// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ctl/onecluster.h"
#include "core/plan/plan.h"

namespace Ctl
{
struct ActionOptions {
    bool plan = false; // print it and do nothing
    bool yes = false; // ask nothing
    QString reason;
};
// Takes --plan, --yes and --reason TEXT out of the arguments. The exit code when they are wrong.
std::optional<int> takeActionOptions(QStringList &arguments, ActionOptions &options,
                                     const char *commandName);

// The plan as text: what it touches, findings, steps with their commands, the point of no return.
QString planText(const Core::ActionPlan &plan);

// Made once from the first complete picture; then asked for a plan on it and on a fresh one.
using MakePlanner = std::function<Core::Planner(const Core::ClusterSnapshot &first)>;
// The same where more than the picture is needed; the exit code when there is nothing to plan, said
// why.
using MakeFromSession = std::function<std::variant<Core::Planner, int>(Core::Session &session)>;

// Shows the plan, asks when it has to, runs it by the session's runner and follows it. The exit
// code. Main thread.
int runAction(const Core::ClusterProfile &profile, const ActionOptions &options,
              const MakePlanner &make, const char *commandName);
int runAction(const Core::ClusterProfile &profile, const ActionOptions &options,
              MakeFromSession make, const char *commandName);

// The same for one verb and its planner, from the cluster's name on.
int runVerb(const QString &cluster, const Core::Verb &verb, const ActionOptions &options,
            Core::ActionPlan (*plan)(const Core::Verb &, const Core::ClusterSnapshot &),
            const char *commandName);
} // namespace Ctl
