// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"

#include "core/action/membersight.h"
#include "core/action/nodedraft.h"
#include "core/action/powersteps.h"
#include "core/action/preflight.h"
#include "core/action/rejoin.h"
#include "core/action/steps.h"
#include "core/model/freshness.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto agentTakes = 180s; // several methods, each with its own time-outs
constexpr auto leavingTakes = 180s; // the token, three times over

const ClusterConfig *configurationOf(const NodeName &teller, const ClusterSnapshot &snapshot)
{
    const auto machine = snapshot.machines.constFind(teller);
    return machine != snapshot.machines.cend() && machine->configuration.value
        ? &*machine->configuration.value
        : nullptr;
}

const ConfiguredNode *nodeIn(const ClusterConfig &configuration, const NodeName &node)
{
    for (const ConfiguredNode &configured : configuration.nodes) {
        if (configured.name == node)
            return &configured;
    }
    return nullptr;
}

QString actionOf(const ClusterConfig &configuration, const FenceDeviceUse &use)
{
    if (!use.action.isEmpty())
        return use.action;
    for (const FenceDevice &device : configuration.fenceDevices) {
        if (device.name == use.name)
            return device.action;
    }
    return {};
}

const ConfiguredNode *fencedNode(const NodeName &node, const ClusterSnapshot &snapshot,
                                 const ClusterConfig *&configuration)
{
    configuration = configurationOf(survivorOf(node, snapshot), snapshot);
    return configuration ? nodeIn(*configuration, node) : nullptr;
}

Step fenceStep(const Member &victim, const NodeName &survivor)
{
    const NodeName node = victim.name;
    Command command;
    command.program = QStringLiteral("fence_node");
    command.arguments = {node.text()};
    command.timeout = agentTakes;
    Step step;
    step.info
        = {message(QT_TRANSLATE_NOOP("Core", "Let %1 fence %2"), {survivor.text(), node.text()}),
           previewOf(command), agentTakes, true};
    step.execute = [survivor, command](Shell &shell) {
        return ran(shell, survivor, command).map([](const CommandOutput &) {});
    };
    // The node's death is the next step's matter: here its answer to anything would do harm.
    step.verify
        = [sight = seesGone(survivor, victim)](Shell &shell) { return awaitSight(shell, sight); };
    step.info.timeout = leavingTakes;
    return step;
}

void predict(ActionPlan &plan, const NodeName &node, AfterFence after)
{
    switch (after) {
    case AfterFence::NotKnown:
        break; // a blocker says why
    case AfterFence::Reboots:
        addFinding(plan, Severity::Note, "fence.reboots",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "By its fence device %1 is rebooted: it comes back by "
                                             "itself, joins again and its copies are resynced"),
                           {node.text()}),
                   {}, "rule 6");
        break;
    case AfterFence::StaysOff:
        addFinding(plan, Severity::Note, "fence.staysoff",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "By its fence device %1 stays off until somebody "
                                             "switches it on"),
                           {node.text()}),
                   {}, "rule 6");
        break;
    }
}

void checkFencePath(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    for (auto view = snapshot.machines.value(node).bmc.cbegin();
         view != snapshot.machines.value(node).bmc.cend(); ++view)
        if (view->error)
            addFinding(plan, Severity::Warning, "fence.path",
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "The BMC of %1 did not answer the last "
                                                 "time it was asked: %2"),
                               {node.text(), MessageList{view->error->what}}),
                       {view->evidence}, "rule 9");
}
} // namespace

AfterFence afterFence(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const ClusterConfig *configuration = nullptr;
    const ConfiguredNode *configured = fencedNode(node, snapshot, configuration);
    if (!configured || configured->methods.isEmpty()
        || configured->methods.constFirst().devices.isEmpty())
        return AfterFence::NotKnown;
    for (const FenceDeviceUse &use : configured->methods.constFirst().devices) {
        if (actionOf(*configuration, use) == QStringLiteral("off"))
            return AfterFence::StaysOff;
    }
    return AfterFence::Reboots;
}

ActionPlan planFence(const Verb &verb, const ClusterSnapshot &snapshot)
{
    ActionPlan plan = nodePlan(verb, snapshot, QT_TRANSLATE_NOOP("Core", "Fence %1"));
    if (!isNode(plan, verb, snapshot))
        return plan;
    const NodeName survivor = survivorOf(verb.node, snapshot);
    const AfterFence after = afterFence(verb.node, snapshot);
    checkVotes(plan, verb.node, snapshot);
    if (!survivor.isEmpty() && after == AfterFence::NotKnown)
        addFinding(plan, Severity::Blocker, "fence.device",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "cluster.conf has no fence device for %1: the cluster "
                                             "cannot fence it"),
                           {verb.node.text()}),
                   {}, "rule 6");
    // A node that hangs may be reset although its copy is the only good one; one that answers has
    // no need of it.
    const bool hangs = !answers(snapshot.machines.value(verb.node));
    checkCopies(plan, verb.node, snapshot,
                hangs && after == AfterFence::Reboots ? Severity::Error : Severity::Blocker);
    askAdministrator(plan);
    checkGuests(plan, verb.node, snapshot);
    checkFencePath(plan, verb.node, snapshot);
    predict(plan, verb.node, after);
    if (plan.blocked())
        return plan;
    plan.touches << survivor;
    const Member victim = memberOf(snapshot, survivor, verb.node).value_or(Member());
    plan.steps.push_back(fenceStep(victim, survivor));
    if (after == AfterFence::Reboots)
        addReturn(plan,
                  sightStep(message(QT_TRANSLATE_NOOP("Core", "See %1 come back and join"),
                                    {verb.node.text()}),
                            "cman_tool nodes", bootTakes, seesBack(survivor, victim)),
                  verb.node, survivor);
    else
        plan.steps.push_back(staysOffStep(bmcWayTo(verb.node, snapshot)));
    return plan;
}
} // namespace Core
