// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/overrideplan.h"

#include "core/action/membersight.h"
#include "core/action/nodedraft.h"
#include "core/action/powersteps.h"
#include "core/action/preflight.h"
#include "core/action/provenoff.h"
#include "core/model/freshness.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr const char *ackRule = "rule 7";
constexpr const char *votesRule = "rule 5";
// fenced listens between two attempts, and each of them may take all the time-outs of its agents.
constexpr int listensWithin = 120; // s
constexpr auto ackTakes = 150s;
constexpr int timedOut = 124; // exit status of timeout(1)

void block(ActionPlan &plan, const char *id, Message text, const char *rule)
{
    addFinding(plan, Severity::Blocker, id, std::move(text), {}, rule);
}

// Who is taken for dead must be: by its silence and its BMC, or by the word of a person.
void checkDead(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot,
               const char *rule)
{
    const QList<Argument> name{node.text()};
    if (answers(snapshot.machines.value(node)))
        block(plan, "dead.answers",
              message(QT_TRANSLATE_NOOP("Core", "%1 answers: it is alive"), name), rule);
    switch (powerProof(node, snapshot)) {
    case PowerProof::On:
        return block(plan, "dead.on",
                     message(QT_TRANSLATE_NOOP("Core",
                                               "The BMC of %1 says that it is on: two nodes that "
                                               "write to the same disks destroy them"),
                             name),
                     rule);
    case PowerProof::Off:
        return addFinding(
            plan, Severity::Note, "dead.off",
            message(QT_TRANSLATE_NOOP("Core", "The BMC of %1 says that it is off"), name), {},
            rule);
    case PowerProof::NotTold:
        plan.confirmation.expected = QStringLiteral("absolutely ") + node.text();
        return addFinding(plan, Severity::Error, "dead.attested",
                          message(QT_TRANSLATE_NOOP("Core",
                                                    "No BMC tells whether %1 is off: you vouch "
                                                    "for having seen it off, or without power. "
                                                    "Should it run, two nodes write to the same "
                                                    "disks"),
                                  name),
                          {}, rule);
    }
}

// kind: by which what became of it is looked up when the program died in the middle.
void askOverride(ActionPlan &plan, VerbKind kind)
{
    plan.needs = UserRole::Administrator;
    plan.verb->kind = kind;
}

void addProof(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    if (powerProof(node, snapshot) == PowerProof::Off)
        plan.steps.push_back(provenOffStep(bmcWayTo(node, snapshot)));
}

// ---- fencing acknowledged by hand

bool isFencing(const Machine &machine, const NodeName &victim, const ClusterSnapshot &snapshot)
{
    const FenceDomain *domain = freshFact(machine, machine.fenceDomain);
    const std::optional<Member> member = memberOf(snapshot, machine.name, victim);
    return domain && member && member->id != 0 && domain->victimNow == member->id;
}

// The node whose fenced tries to fence it now; empty: none does, or none tells.
NodeName fencerOf(const NodeName &victim, const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        if (machine.name != victim && isFencing(machine, victim, snapshot))
            return machine.name;
    }
    return {};
}

void checkFencer(ActionPlan &plan, const NodeName &victim, const NodeName &fencer,
                 const ClusterSnapshot &snapshot)
{
    if (fencer.isEmpty())
        return block(plan, "ack.victim",
                     message(QT_TRANSLATE_NOOP("Core",
                                               "No node is known to try to fence %1 now: there is "
                                               "nothing to acknowledge"),
                             {victim.text()}),
                     ackRule);
    if (snapshot.machines.value(fencer).fenceDomain.value->wait == FenceWait::Quorum)
        return block(plan, "ack.quorum",
                     message(QT_TRANSLATE_NOOP("Core",
                                               "%1 waits for quorum before it fences: it does not "
                                               "listen to an acknowledgement yet"),
                             {fencer.text()}),
                     ackRule);
    addFinding(plan, Severity::Note, "ack.recovers",
               message(QT_TRANSLATE_NOOP("Core",
                                         "%1 then takes %2 for fenced and starts its guests under "
                                         "HA. Should the fencing succeed before, nothing is "
                                         "acknowledged"),
                       {fencer.text(), victim.text()}),
               {}, ackRule);
}

// Bounded on the node too: one left behind would acknowledge the next fence of that name.
Command ackCommand(const NodeName &victim)
{
    Command command;
    command.program = QStringLiteral("timeout");
    command.arguments
        = {QString::number(listensWithin), QStringLiteral("fence_ack_manual"), victim.text()};
    command.input = "absolutely\n";
    command.timeout = ackTakes;
    return command;
}

Expected<void> acknowledge(Shell &shell, const NodeName &fencer, const NodeName &victim)
{
    const Expected<CommandOutput> output = shell.run(fencer, ackCommand(victim));
    if (!output)
        return tl::unexpected(output.error());
    if (output->exitCode == timedOut)
        return failure(ErrorKind::CommandFailed,
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "fenced on %1 did not listen within %2: either it "
                                                 "has fenced %3 meanwhile, or its agent hangs"),
                               {fencer.text(), std::chrono::milliseconds(listensWithin * 1000),
                                victim.text()}));
    if (output->exitCode != 0)
        return failure(
            ErrorKind::CommandFailed,
            message(QT_TRANSLATE_NOOP("Core", "fence_ack_manual failed on %1"), {fencer.text()}),
            QString::fromUtf8(output->out + output->err));
    return {};
}

Step ackStep(const NodeName &fencer, const NodeName &victim)
{
    Step step;
    step.info
        = {message(QT_TRANSLATE_NOOP("Core", "Tell fenced on %1 that %2 is dead"),
                   {fencer.text(), victim.text()}),
           QStringLiteral("echo absolutely | ") + previewOf(ackCommand(victim)), ackTakes, true};
    step.execute = [=](Shell &shell) { return acknowledge(shell, fencer, victim); };
    const Sight nobody = [fencer](const ClusterSnapshot &now) -> Expected<void> {
        const Machine machine = now.machines.value(fencer);
        const FenceDomain *domain = freshFact(machine, machine.fenceDomain);
        if (domain && domain->victimNow == 0)
            return {};
        return failure(ErrorKind::Stale,
                       message(QT_TRANSLATE_NOOP("Core", "%1 waits for a node to be fenced"),
                               {fencer.text()}));
    };
    step.verify = [nobody](Shell &shell) { return awaitSight(shell, nobody); };
    return step;
}

} // namespace

ActionPlan planAckFence(const Verb &verb, const ClusterSnapshot &snapshot)
{
    ActionPlan plan = nodePlan(verb, snapshot,
                               QT_TRANSLATE_NOOP("Core", "Acknowledge the fencing of %1 by hand"));
    askOverride(plan, VerbKind::AckFence);
    if (!isNode(plan, verb, snapshot))
        return plan;
    const NodeName fencer = fencerOf(verb.node, snapshot);
    checkFencer(plan, verb.node, fencer, snapshot);
    checkDead(plan, verb.node, snapshot, ackRule);
    checkCopies(plan, verb.node, snapshot, Severity::Error);
    if (plan.blocked())
        return plan;
    plan.touches = {fencer};
    addProof(plan, verb.node, snapshot);
    plan.steps.push_back(ackStep(fencer, verb.node));
    return plan;
}

// ---- quorum for one

namespace
{
void checkAlone(ActionPlan &plan, const Machine &machine)
{
    if (!freshFact(machine, machine.quorum))
        return block(plan, "votes.cman",
                     message(QT_TRANSLATE_NOOP("Core",
                                               "cman does not tell of itself on %1: there are no "
                                               "votes to lower"),
                             {machine.name.text()}),
                     votesRule);
    if (machine.quorum.value->quorate)
        block(plan, "votes.quorate",
              message(QT_TRANSLATE_NOOP("Core", "%1 has quorum: there is nothing to lower"),
                      {machine.name.text()}),
              votesRule);
}

} // namespace

ActionPlan planLowerVotes(const Verb &verb, const ClusterSnapshot &snapshot)
{
    ActionPlan plan
        = nodePlan(verb, snapshot, QT_TRANSLATE_NOOP("Core", "Let %1 have quorum alone"));
    askOverride(plan, VerbKind::LowerVotes);
    if (!isNode(plan, verb, snapshot))
        return plan;
    checkAlone(plan, snapshot.machines.value(verb.node));
    tellRecovery(plan, verb.node);
    for (const Machine &machine : snapshot.machines) {
        if (machine.kind != MachineKind::Node || machine.name == verb.node)
            continue;
        checkDead(plan, machine.name, snapshot, votesRule);
        checkCopies(plan, machine.name, snapshot, Severity::Error);
        addProof(plan, machine.name, snapshot);
    }
    plan.steps.push_back(lowerVotesStep(verb.node));
    if (plan.blocked())
        plan.steps.clear();
    return plan;
}
} // namespace Core
