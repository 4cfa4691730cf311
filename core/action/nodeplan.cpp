// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/nodeplan.h"

#include "core/action/membersight.h"
#include "core/action/migrateplan.h"
#include "core/action/nodedraft.h"
#include "core/action/nodeservices.h"
#include "core/action/nodesteps.h"
#include "core/action/powersteps.h"
#include "core/action/preflight.h"
#include "core/action/rejoin.h"
#include "core/model/freshness.h"

namespace Core
{
namespace
{
const char *titleOf(VerbKind kind)
{
    switch (kind) {
    case VerbKind::Maintenance:
        return QT_TRANSLATE_NOOP("Core", "Take %1 into maintenance");
    case VerbKind::EndMaintenance:
        return QT_TRANSLATE_NOOP("Core", "End the maintenance of %1");
    case VerbKind::StopRgmanager:
        return QT_TRANSLATE_NOOP("Core", "Stop rgmanager on %1");
    case VerbKind::StartRgmanager:
        return QT_TRANSLATE_NOOP("Core", "Start rgmanager on %1");
    case VerbKind::StopCman:
        return QT_TRANSLATE_NOOP("Core", "Let %1 leave the cluster");
    case VerbKind::StartCman:
        return QT_TRANSLATE_NOOP("Core", "Let %1 join the cluster");
    case VerbKind::RebootNode:
        return QT_TRANSLATE_NOOP("Core", "Reboot %1 in order");
    default:
        return QT_TRANSLATE_NOOP("Core", "Shut %1 down in order");
    }
}

struct NodeDraft {
    const Verb &verb;
    const ClusterSnapshot &snapshot;
    ActionPlan plan;
    NodeName stays = survivorOf(verb.node, snapshot);
    std::optional<Member> member = memberOf(snapshot, stays, verb.node);

    const NodeName &node() const { return verb.node; }
    bool answering() const { return answers(snapshot.machines.value(verb.node)); }
    bool isMember() const { return member && member->state == MemberState::Member; }
    bool groups() const { return hasRgmanager(verb.node, snapshot) == true; }
    bool inDomain() const { return seesInDomain(stays, verb.node, true)(snapshot).has_value(); }
    void add(Step step) { plan.steps.push_back(std::move(step)); }
    void block(const char *id, Message text, const char *rule = "rule 6")
    {
        addFinding(plan, Severity::Blocker, id, std::move(text), {}, rule);
    }
    // Nothing stops: nothing has to be typed.
    void askOneClick() { plan.confirmation = {ConfirmationKind::OneClick, {}, false}; }
    void askName() { plan.confirmation = {ConfirmationKind::TypeName, verb.node.text(), false}; }
};

// Of every plan here: somebody to tell how the cluster goes on, and a node to type on.
void checkBoth(NodeDraft &draft)
{
    if (!draft.answering())
        draft.block("node.silent",
                    message(QT_TRANSLATE_NOOP(
                                "Core", "%1 does not answer. When it boots it joins by itself"),
                            {draft.node().text()}),
                    "");
    if (draft.stays.isEmpty() || !draft.member)
        return draft.block(
            "node.alone",
            message(QT_TRANSLATE_NOOP("Core",
                                      "No other node that has quorum tells of %1. Both at once "
                                      "have plans of their own"),
                    {draft.node().text()}),
            "rule 2");
    checkNode(draft.plan, draft.stays, draft.snapshot);
}

void checkIsMember(NodeDraft &draft)
{
    if (draft.member && !draft.isMember())
        draft.block(
            "node.left",
            message(QT_TRANSLATE_NOOP("Core", "%1 is no member of the cluster; it has left it"),
                    {draft.node().text()}));
}

// rgmanager, fence domain, cman: what of it still runs.
void addLeaving(NodeDraft &draft, bool emptied)
{
    if (draft.groups())
        draft.add(stopRgmanagerStep(draft.node(), emptied));
    if (!draft.isMember())
        return;
    draft.add(leaveDomainStep(draft.node(), draft.stays));
    draft.add(stopCmanStep(draft.node(), draft.stays));
}

void checkLeaving(NodeDraft &draft)
{
    checkBoth(draft);
    if (!draft.stays.isEmpty() && draft.isMember())
        checkVotes(draft.plan, draft.node(), draft.snapshot);
}

// ---- maintenance

// What has to be moved, as the plan that empties the node sees it; that there is nothing is fine.
void takeMoves(NodeDraft &draft)
{
    Verb emptying;
    emptying.kind = VerbKind::EmptyNode;
    emptying.node = draft.node();
    emptying.target = draft.stays;
    ActionPlan moves = planEmptyNode(emptying, draft.snapshot);
    for (const Finding &finding : std::as_const(moves.findings)) {
        if (finding.id != QStringLiteral("migrate.empty"))
            addFinding(draft.plan, finding);
    }
    for (Step &step : moves.steps)
        draft.add(std::move(step));
}

// What rgmanager has there without a process that could be moved: it would be stopped.
void checkRemaining(NodeDraft &draft)
{
    QStringList remaining;
    const Machine machine = draft.snapshot.machines.value(draft.node());
    const RunningGuests *running = freshFact(machine, machine.running);
    for (const QString &name : servicesOwnedBy(draft.node(), draft.snapshot)) {
        const std::optional<int> id = vmidOf(ServiceName(name));
        if (!id || !running || !running->ids.contains(*id))
            remaining << name;
    }
    if (!remaining.isEmpty())
        draft.block("services.remain",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "rgmanager has on %1 what cannot be moved while it "
                                              "runs: %2"),
                            {draft.node().text(), remaining.join(QStringLiteral(", "))}),
                    "rule 11");
}

// Once each: the plan that empties looked at the same nodes.
void dropRepeated(ActionPlan &plan)
{
    QList<Finding> once;
    for (const Finding &finding : std::as_const(plan.findings)) {
        const auto same = [&](const Finding &other) {
            return other.id == finding.id && logText(other.text) == logText(finding.text);
        };
        if (std::none_of(once.cbegin(), once.cend(), same))
            once << finding;
    }
    plan.findings = once;
}

void planMaintenance(NodeDraft &draft)
{
    checkLeaving(draft);
    checkIsMember(draft);
    if (!draft.plan.blocked())
        takeMoves(draft);
    checkRemaining(draft);
    dropRepeated(draft.plan);
    draft.askName();
    if (draft.plan.blocked())
        return draft.plan.steps.clear();
    addFinding(draft.plan, Severity::Note, "maintenance.ends",
               message(QT_TRANSLATE_NOOP("Core",
                                         "Until its maintenance ends %1 protects no guest, and "
                                         "those of %2 have nowhere to go"),
                       {draft.node().text(), draft.stays.text()}),
               {}, "rule 6");
    addLeaving(draft, true);
}

// Whatever of it is missing, so that a half-done return can be ended too.
void planEndMaintenance(NodeDraft &draft)
{
    checkBoth(draft);
    tellStarts(draft.plan, draft.node(), draft.snapshot);
    draft.askOneClick();
    if (draft.isMember() && draft.inDomain() && draft.groups())
        draft.block(
            "node.member",
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 is in the cluster and its fence domain, and rgmanager "
                                      "runs: there is nothing to bring back"),
                    {draft.node().text()}));
    if (draft.plan.blocked())
        return;
    if (!draft.isMember())
        draft.add(startCmanStep(draft.node(), draft.stays));
    if (!draft.inDomain())
        draft.add(joinDomainStep(draft.node(), draft.stays));
    if (!draft.groups())
        draft.add(startRgmanagerStep(draft.node()));
    draft.add(copiesStep(draft.node(), draft.stays));
}

// ---- one service

void planStopRgmanager(NodeDraft &draft)
{
    checkBoth(draft);
    if (!draft.groups())
        draft.block("rgmanager.stopped",
                    message(QT_TRANSLATE_NOOP("Core", "rgmanager is not seen running on %1"),
                            {draft.node().text()}),
                    "rule 11");
    if (tellStops(draft.plan, draft.node(), draft.stays, draft.snapshot))
        draft.askName();
    else
        draft.askOneClick();
    if (!draft.plan.blocked())
        draft.add(stopRgmanagerStep(draft.node(), false));
}

void planStartRgmanager(NodeDraft &draft)
{
    checkNode(draft.plan, draft.node(), draft.snapshot);
    if (draft.groups())
        draft.block("rgmanager.runs",
                    message(QT_TRANSLATE_NOOP("Core", "rgmanager runs on %1 already"),
                            {draft.node().text()}),
                    "");
    tellStarts(draft.plan, draft.node(), draft.snapshot);
    draft.askOneClick();
    if (!draft.plan.blocked())
        draft.add(startRgmanagerStep(draft.node()));
}

void planStopCman(NodeDraft &draft)
{
    checkLeaving(draft);
    checkIsMember(draft);
    tellStops(draft.plan, draft.node(), draft.stays, draft.snapshot);
    draft.askName();
    if (!draft.plan.blocked())
        addLeaving(draft, false);
}

void planStartCman(NodeDraft &draft)
{
    checkBoth(draft);
    if (draft.isMember() && draft.inDomain())
        draft.block("node.member",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "%1 is a member of the cluster and its fence domain "
                                              "already"),
                            {draft.node().text()}));
    draft.askOneClick();
    if (draft.plan.blocked())
        return;
    if (!draft.isMember())
        draft.add(startCmanStep(draft.node(), draft.stays));
    draft.add(joinDomainStep(draft.node(), draft.stays));
}

// ---- the node itself

void planDown(NodeDraft &draft)
{
    const bool reboots = draft.verb.kind == VerbKind::RebootNode;
    checkLeaving(draft);
    checkCopies(draft.plan, draft.node(), draft.snapshot, Severity::Blocker);
    tellStops(draft.plan, draft.node(), draft.stays, draft.snapshot);
    tellLost(draft.plan, draft.node(), draft.snapshot);
    const BmcWay way = bmcWayTo(draft.node(), draft.snapshot);
    if (!reboots)
        tellWay(draft.plan, way, draft.snapshot);
    if (draft.plan.blocked())
        return;
    addLeaving(draft, false);
    draft.add(reboots ? rebootStep(draft.node()) : haltStep(way));
    if (reboots)
        addReturn(draft.plan,
                  sightStep(message(QT_TRANSLATE_NOOP("Core", "See %1 boot and join"),
                                    {draft.node().text()}),
                            "cman_tool nodes", bootTakes, seesJoined(draft.stays, draft.node())),
                  draft.node(), draft.stays);
}

void planByKind(NodeDraft &draft)
{
    switch (draft.verb.kind) {
    case VerbKind::Maintenance:
        return planMaintenance(draft);
    case VerbKind::EndMaintenance:
        return planEndMaintenance(draft);
    case VerbKind::StopRgmanager:
        return planStopRgmanager(draft);
    case VerbKind::StartRgmanager:
        return planStartRgmanager(draft);
    case VerbKind::StopCman:
        return planStopCman(draft);
    case VerbKind::StartCman:
        return planStartCman(draft);
    default:
        return planDown(draft);
    }
}
} // namespace

ActionPlan planNode(const Verb &verb, const ClusterSnapshot &snapshot)
{
    NodeDraft draft{verb, snapshot, nodePlan(verb, snapshot, titleOf(verb.kind))};
    if (!isNode(draft.plan, verb, snapshot))
        return draft.plan;
    if (!draft.stays.isEmpty())
        draft.plan.touches << draft.stays;
    planByKind(draft);
    return draft.plan;
}
} // namespace Core
