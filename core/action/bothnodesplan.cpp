// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbdsteps.h"
#include "core/action/guestplan.h"
#include "core/action/haplan.h"
#include "core/action/membersight.h"
#include "core/action/nodedraft.h"
#include "core/action/nodeplan.h"
#include "core/action/nodesteps.h"
#include "core/action/powersteps.h"
#include "core/action/preflight.h"
#include "core/action/rejoin.h"
#include "core/model/freshness.h"

#include <algorithm>

// The whole cluster down and up again (rule 4).
namespace Core
{
using namespace std::chrono_literals;

namespace
{
struct BothDraft {
    const Verb &verb;
    const ClusterSnapshot &snapshot;
    ActionPlan plan;
    NodeName other = peerOf(snapshot, verb.node);

    const NodeName &first() const { return verb.node; }
    void add(Step step) { plan.steps.push_back(std::move(step)); }
    void block(const char *id, Message text, const char *rule = "rule 4")
    {
        addFinding(plan, Severity::Blocker, id, std::move(text), {}, rule);
    }
};

// ---- down

// As the plan of that one guest has it; what blocks it blocks the whole.
void takeGuest(BothDraft &draft, const GuestView &guest)
{
    Verb wish;
    wish.vmid = guest.id;
    const bool managed = guest.service.has_value() && guest.service->state != ServiceState::Disabled
        && guest.service->state != ServiceState::Failed;
    if (!managed && guest.hosts.isEmpty())
        return;
    wish.kind = managed ? VerbKind::DisableService : VerbKind::ShutdownGuest;
    ActionPlan stopping
        = managed ? planService(wish, draft.snapshot) : planGuest(wish, draft.snapshot);
    for (const Finding &finding : std::as_const(stopping.findings)) {
        if (finding.severity == Severity::Blocker)
            addFinding(draft.plan, finding);
    }
    for (Step &step : stopping.steps)
        draft.add(std::move(step));
}

Sight seesNoGuest(const QList<NodeName> &nodes)
{
    return [nodes](const ClusterSnapshot &now) -> Expected<void> {
        for (const NodeName &node : nodes) {
            const Machine machine = now.machines.value(node);
            const RunningGuests *running = freshFact(machine, machine.running);
            if (!running)
                return failure(
                    ErrorKind::Stale,
                    message(QT_TRANSLATE_NOOP("Core", "%1 does not tell what runs on it"),
                            {node.text()}));
            if (!running->ids.isEmpty())
                return failure(ErrorKind::Stale,
                               message(QT_TRANSLATE_NOOP("Core", "Guest %1 still runs on %2"),
                                       {qint64(running->ids.constFirst()), node.text()}));
        }
        return {};
    };
}

// Its volumes are closed first: an active one holds the device open.
Step secondaryStep(const NodeName &node, const ReplicationView &view, const QStringList &groups)
{
    Command close;
    close.program = QStringLiteral("vgchange");
    close.arguments = QStringList{QStringLiteral("-an")} + groups;
    Command demote;
    demote.program = QStringLiteral("drbdadm");
    demote.arguments = {QStringLiteral("secondary"), view.name.text()};
    Step step = commandStep(message(QT_TRANSLATE_NOOP("Core", "Make %1 Secondary on %2"),
                                    {view.name.text(), node.text()}),
                            node, demote, seesRole(node, view.name, Role::Secondary));
    step.info.timeout = 60s;
    step.info.pointOfNoReturn = true;
    if (groups.isEmpty())
        return step;
    step.info.preview = previewOf(close) + u'\n' + step.info.preview;
    step.execute = [node, close, send = step.execute](Shell &shell) -> Expected<void> {
        const Expected<CommandOutput> closed = ran(shell, node, close);
        return closed ? send(shell) : tl::unexpected(closed.error());
    };
    return step;
}

void addSecondaries(BothDraft &draft)
{
    for (const NodeName &node : {draft.first(), draft.other}) {
        for (const ReplicationView &view : replicationOf(draft.snapshot)) {
            const auto side = view.sides.constFind(node);
            if (side != view.sides.cend() && side->role == Role::Primary)
                draft.add(
                    secondaryStep(node, view, useOf(draft.snapshot, view.name, view.minor).groups));
        }
    }
}

void addDown(BothDraft &draft)
{
    const BmcWay first = bmcWayTo(draft.first(), draft.snapshot);
    BmcWay last = bmcWayTo(draft.other, draft.snapshot);
    last.through = NodeName(); // nobody else is up then
    const auto runs
        = [&](const NodeName &node) { return hasRgmanager(node, draft.snapshot) == true; };
    if (runs(draft.first()))
        draft.add(stopRgmanagerStep(draft.first(), true));
    draft.add(leaveDomainStep(draft.first(), draft.other));
    draft.add(stopCmanStep(draft.first(), draft.other));
    draft.add(haltStep(first));
    if (runs(draft.other))
        draft.add(stopRgmanagerStep(draft.other, false));
    draft.add(stopLastCmanStep(draft.other));
    draft.add(haltStep(last));
}

void checkDown(BothDraft &draft)
{
    checkNode(draft.plan, draft.first(), draft.snapshot);
    checkNode(draft.plan, draft.other, draft.snapshot);
    checkVotes(draft.plan, draft.first(), draft.snapshot);
    // The last one to stop must be able to start alone.
    checkCopies(draft.plan, draft.first(), draft.snapshot, Severity::Blocker);
    tellWay(draft.plan, bmcWayTo(draft.first(), draft.snapshot), draft.snapshot);
    if (!bmcWayTo(draft.other, draft.snapshot).through.isEmpty())
        addFinding(draft.plan, Severity::Warning, "power.unseen",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "This computer does not get through to the BMC of %1: "
                                             "that it went off will not be confirmed"),
                           {draft.other.text()}),
                   {}, "rule 9");
}

void planStopBoth(BothDraft &draft)
{
    draft.plan.title = message(QT_TRANSLATE_NOOP("Core", "Stop the whole cluster, %1 first"),
                               {draft.first().text()});
    checkDown(draft);
    if (draft.plan.blocked())
        return;
    QStringList stopping;
    for (const GuestView &guest : guestsOf(draft.snapshot)) {
        takeGuest(draft, guest);
        if (!guest.hosts.isEmpty())
            stopping << guestName(guest);
    }
    addFinding(draft.plan, Severity::Warning, "guests.all",
               message(QT_TRANSLATE_N_NOOP("Core",
                                           "%n guest(s) are shut down and nobody goes on: %1. For "
                                           "the start, remember that %2 stops last"),
                       {stopping.join(QStringLiteral(", ")), draft.other.text()},
                       int(stopping.size())),
               {}, "rule 4");
    if (draft.plan.blocked())
        return draft.plan.steps.clear();
    draft.add(sightStep(message(QT_TRANSLATE_NOOP("Core", "See that no guest runs on either node")),
                        "ls /var/run/qemu-server", 60s, seesNoGuest({draft.first(), draft.other})));
    addSecondaries(draft);
    addDown(draft);
}

// ---- up

void checkDownNow(BothDraft &draft, const NodeName &node)
{
    const Machine machine = draft.snapshot.machines.value(node);
    const Observed<BmcState> view = machine.bmc.value(Workstation());
    const bool told = view.value && !view.error;
    if (answers(machine))
        return draft.block("power.on",
                           message(QT_TRANSLATE_NOOP("Core", "%1 runs: it answers"), {node.text()}),
                           "");
    if (!told)
        return draft.block(
            "power.unknown",
            message(QT_TRANSLATE_NOOP("Core",
                                      "Not known: whether %1 is off. Only this computer can ask "
                                      "its BMC while both nodes are down"),
                    {node.text()}),
            "rule 9");
    if (view.value->power == PowerState::On)
        draft.block("power.hangs",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "The BMC of %1 says that it is on, and it does not "
                                              "answer: it boots, or it hangs"),
                            {node.text()}));
}

Sight seesQuorate(const NodeName &node)
{
    return [node](const ClusterSnapshot &now) -> Expected<void> {
        if (isSoundNode(node, now) && hasRgmanager(node, now) == true)
            return {};
        return failure(ErrorKind::Stale,
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "%1 is not yet in a cluster with quorum where "
                                                 "rgmanager runs"),
                               {node.text()}));
    };
}

void planColdStart(BothDraft &draft)
{
    draft.plan.title = message(QT_TRANSLATE_NOOP("Core", "Start the whole cluster, %1 first"),
                               {draft.first().text()});
    checkDownNow(draft, draft.first());
    checkDownNow(draft, draft.other);
    addFinding(draft.plan, Severity::Note, "start.order",
               message(QT_TRANSLATE_NOOP("Core",
                                         "The node that stopped last has the newest data and is "
                                         "switched on first; the other follows at once, or it "
                                         "would be fenced while it boots"),
                       {}),
               {}, "rule 4");
    draft.plan.confirmation = {ConfirmationKind::TypeName, draft.first().text(), false};
    if (draft.plan.blocked())
        return;
    draft.add(powerStep(draft.first(), PowerState::On));
    draft.add(powerStep(draft.other, PowerState::On));
    draft.add(sightStep(message(QT_TRANSLATE_NOOP("Core", "See %1 and %2 in a cluster with quorum"),
                                {draft.first().text(), draft.other.text()}),
                        "cman_tool status; clustat", bootTakes,
                        both(seesQuorate(draft.first()), seesQuorate(draft.other))));
    draft.add(copiesStep(draft.other, draft.first()));
}
} // namespace

ActionPlan planBothNodes(const Verb &verb, const ClusterSnapshot &snapshot)
{
    const bool up = verb.kind == VerbKind::ColdStart;
    BothDraft draft{verb, snapshot, nodePlan(verb, snapshot, "%1")};
    if (!isNode(draft.plan, verb, snapshot))
        return draft.plan;
    if (draft.other.isEmpty()) {
        draft.block("node.alone",
                    message(QT_TRANSLATE_NOOP("Core", "This cluster has no second node")));
        return draft.plan;
    }
    draft.plan.touches << draft.other;
    if (up)
        planColdStart(draft);
    else
        planStopBoth(draft);
    return draft.plan;
}
} // namespace Core
