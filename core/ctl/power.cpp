// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"
#include "core/ctl/actioncall.h"
#include "core/ctl/commandtable.h"

namespace Ctl
{
namespace
{
using namespace Core;

int act(const QString &cluster, const Verb &verb, const ActionOptions &options,
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
} // namespace

int runFence(const QStringList &given)
{
    QStringList arguments = given;
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "fence"))
        return *wrong;
    if (arguments.size() != 2)
        return wrongUsage(
            rendered(message(QT_TRANSLATE_NOOP("Core", "one CLUSTER and one NODE are needed"))),
            "fence");
    Verb verb;
    verb.kind = VerbKind::Fence;
    verb.node = NodeName(arguments.at(1));
    return act(arguments.at(0), verb, options, planFence, "fence");
}

int runPower(const QStringList &given)
{
    QStringList arguments = given;
    ActionOptions options;
    if (const std::optional<int> wrong = takeActionOptions(arguments, options, "power"))
        return *wrong;
    const bool on = arguments.value(2) == QStringLiteral("on");
    if (arguments.size() != 3 || (!on && arguments.at(2) != QStringLiteral("off")))
        return wrongUsage(rendered(message(QT_TRANSLATE_NOOP(
                              "Core", "one CLUSTER, one NODE, and on or off are needed"))),
                          "power");
    Verb verb;
    verb.kind = on ? VerbKind::PowerOn : VerbKind::PowerOff;
    verb.node = NodeName(arguments.at(1));
    return act(arguments.at(0), verb, options, planPower, "power");
}
} // namespace Ctl
