// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/rescueplan.h"

#include "core/action/activatesteps.h"
#include "core/action/provenoff.h"
#include "core/action/rescuesteps.h"
#include "core/action/steps.h"
#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
constexpr const char *rule = "rule 25";

bool isNode(const Machine &machine)
{
    return machine.kind == MachineKind::Node;
}

// cman tells of itself now.
const QuorumState *cmanOf(const Machine &machine)
{
    return machine.quorum.value && !machine.quorum.error ? &*machine.quorum.value : nullptr;
}

void block(ActionPlan &plan, const char *id, Message text, const char *source = rule)
{
    addFinding(plan, Severity::Blocker, id, std::move(text), {}, source);
}

void warn(ActionPlan &plan, const char *id, Message text, const char *source = rule)
{
    addFinding(plan, Severity::Warning, id, std::move(text), {}, source);
}

void checkNoQuorum(ActionPlan &plan, const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        const QuorumState *cman = isNode(machine) ? cmanOf(machine) : nullptr;
        if (cman && cman->quorate)
            block(plan, "rescue.quorate",
                  message(QT_TRANSLATE_NOOP("Core",
                                            "%1 has quorum: the file can be activated as usual, "
                                            "which is safer"),
                          {machine.name.text()}));
    }
}

void checkPeersOff(ActionPlan &plan, const RescueTarget &target, const ClusterSnapshot &snapshot)
{
    const QString node = target.wish.node.text();
    if (!cmanOf(snapshot.machines.value(target.wish.node)))
        block(plan, "rescue.cman",
              message(QT_TRANSLATE_NOOP(
                          "Core", "cman does not run on %1, so there are no votes to lower there"),
                      {node}));
    for (const Machine &machine : snapshot.machines) {
        const bool off = powerProof(machine.name, snapshot) == PowerProof::Off;
        if (!isNode(machine) || machine.name == target.wish.node || (off && !answers(machine)))
            continue;
        block(plan, "rescue.power",
              message(QT_TRANSLATE_NOOP("Core",
                                        "That %1 is off is not proven by its BMC: two nodes that "
                                        "both have quorum destroy the guests' disks"),
                      {machine.name.text()}),
              "rule 5");
    }
    tellRecovery(plan, target.wish.node);
}

void checkLocalMode(ActionPlan &plan, const RescueTarget &target, const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        if (!isNode(machine))
            continue;
        if (cmanOf(machine))
            block(plan, "rescue.cman",
                  message(QT_TRANSLATE_NOOP("Core",
                                            "cman runs on %1: stop rgmanager and cman there "
                                            "first, its pmxcfs would not agree with the others"),
                          {machine.name.text()}));
        else if (!answers(machine))
            warn(
                plan, "rescue.unreached",
                message(QT_TRANSLATE_NOOP("Core",
                                          "%1 does not answer: it needs the same "
                                          "/etc/cluster/cluster.conf before cman is started there, "
                                          "and without it %2 may stay without quorum"),
                        {machine.name.text(), target.wish.node.text()}));
    }
    warn(plan, "rescue.pmxcfs",
         message(QT_TRANSLATE_NOOP("Core",
                                   "While pmxcfs is stopped there is no /etc/pve on %1: guests "
                                   "that run go on, none can be started or moved"),
                 {target.wish.node.text()}));
}

RescueTarget targetOf(const RescueWish &wish, const ClusterSnapshot &snapshot)
{
    RescueTarget target{wish, {}, {}, {}, 0};
    for (const Machine &machine : snapshot.machines) {
        if (!isNode(machine))
            continue;
        if (machine.name == wish.node)
            target.reached.prepend(machine.name);
        else
            (answers(machine) ? target.reached : target.off) << machine.name;
    }
    const Machine own = snapshot.machines.value(wish.node);
    if (own.configFile.value)
        target.openedSha256 = own.configFile.value->sha256;
    return target;
}
} // namespace

NodeName rescueNode(const ClusterSnapshot &snapshot)
{
    NodeName answering;
    for (const Machine &machine : snapshot.machines) {
        if (!isNode(machine) || !answers(machine))
            continue;
        if (cmanOf(machine))
            return machine.name;
        if (answering.isEmpty())
            answering = machine.name;
    }
    return answering;
}

bool isAnyQuorate(const ClusterSnapshot &snapshot)
{
    return std::any_of(snapshot.machines.begin(), snapshot.machines.end(), [](const Machine &one) {
        return isNode(one) && cmanOf(one) && cmanOf(one)->quorate;
    });
}

std::optional<RescueWay> rescueFor(const ClusterSnapshot &snapshot)
{
    const NodeName node = rescueNode(snapshot);
    if (node.isEmpty() || isAnyQuorate(snapshot))
        return std::nullopt;
    return cmanOf(snapshot.machines.value(node)) ? RescueWay::PeersOff : RescueWay::LocalMode;
}

ActionPlan planRescue(RescueWay way, const RescueWish &wish, const ClusterSnapshot &snapshot)
{
    RescueTarget target = targetOf(wish, snapshot);
    ActionPlan plan;
    plan.madeFromRevision = snapshot.revision;
    plan.needs = UserRole::Administrator;
    plan.confirmation = {ConfirmationKind::TypeName, wish.node.text(), true};
    if (!answers(snapshot.machines.value(wish.node)))
        block(plan, "rescue.unreached",
              message(QT_TRANSLATE_NOOP("Core", "%1 does not answer"), {wish.node.text()}));
    checkNoQuorum(plan, snapshot);
    if (way == RescueWay::PeersOff)
        checkPeersOff(plan, target, snapshot);
    else
        checkLocalMode(plan, target, snapshot);
    target.version = checkNewConf(plan, wish.text, snapshot);
    plan.title = way == RescueWay::PeersOff
        ? message(QT_TRANSLATE_NOOP("Core", "Rescue: version %1 of cluster.conf on %2 alone"),
                  {qint64(target.version), wish.node.text()})
        : message(QT_TRANSLATE_NOOP("Core", "Rescue: version %1 of cluster.conf without cluster"),
                  {qint64(target.version)});
    plan.touches = target.reached;
    if (!plan.blocked())
        plan.steps = way == RescueWay::PeersOff ? peersOffSteps(target) : localModeSteps(target);
    return plan;
}

namespace
{
// A type of its own, so that a planner can be asked for its wish.
struct RescuePlanner {
    RescueWay way;
    RescueWish wish;
    ActionPlan operator()(const ClusterSnapshot &now) const { return planRescue(way, wish, now); }
};
} // namespace

std::optional<Planner> rescueOf(const QByteArray &text,
                                const QHash<NodeName, QString> &rootPrefixes,
                                const ClusterSnapshot &snapshot)
{
    const std::optional<RescueWay> way = rescueFor(snapshot);
    if (!way)
        return std::nullopt;
    return RescuePlanner{*way, {rescueNode(snapshot), text, rootPrefixes}};
}

const RescueWish *rescueIn(const Planner &planner)
{
    const auto *rescue = planner.target<RescuePlanner>();
    return rescue ? &rescue->wish : nullptr;
}
} // namespace Core
