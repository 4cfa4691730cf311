// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"
#include "core/action/membersight.h"
#include "core/action/nodedraft.h"
#include "core/action/powersteps.h"
#include "core/action/powerwords.h"
#include "core/action/preflight.h"
#include "core/model/freshness.h"

// A machine's power, by its BMC.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto shutdownTakes = 10min; // of a whole node with its guests

struct PowerDraft {
    const Verb &verb;
    const ClusterSnapshot &snapshot;
    ActionPlan plan;
    NodeName survivor = survivorOf(verb.node, snapshot);
    BmcWay way = bmcWayTo(verb.node, snapshot);
    std::optional<Member> member = memberOf(snapshot, survivor, verb.node);

    const NodeName &node() const { return verb.node; }
    bool answering() const { return answers(snapshot.machines.value(verb.node)); }
    bool isMember() const { return member && member->state == MemberState::Member; }
    void add(Severity severity, const char *id, Message text, const char *rule = "")
    {
        addFinding(plan, severity, id, std::move(text), {}, rule);
    }
};

void blockUnknownMember(PowerDraft &draft)
{
    draft.add(Severity::Blocker, "power.member",
              message(QT_TRANSLATE_NOOP("Core", "Not known: whether %1 is a member of the cluster"),
                      {draft.node().text()}),
              "rule 6");
}

bool isVictim(const PowerDraft &draft)
{
    const Machine fencer = draft.snapshot.machines.value(draft.survivor);
    const FenceDomain *domain = freshFact(fencer, fencer.fenceDomain);
    return domain && draft.member && draft.member->id != 0 && domain->victimNow == draft.member->id
        && domain->victimCount <= 1;
}

// While the cluster tries to fence this very node and does not get through, a person may do it in
// its place; while it fences another one, nobody does anything.
void allowVictim(PowerDraft &draft)
{
    if (!isVictim(draft) || draft.plan.findings.removeIf([](const Finding &one) {
            return one.id == QStringLiteral("fencing.now");
        }) == 0)
        return;
    draft.plan.needs = UserRole::Administrator;
    draft.plan.confirmation.reason = true;
    draft.add(Severity::Error, "fencing.victim",
              message(QT_TRANSLATE_NOOP("Core",
                                        "%1 tries to fence %2 now: do this only when it does not "
                                        "get through. A fence device that reboots may switch it on "
                                        "again; and %1 waits for its own proof all the same: once "
                                        "%2 is seen off, acknowledge the fencing by hand"),
                      {draft.survivor.text(), draft.node().text()}),
              "rule 6");
}

void checkTaken(PowerDraft &draft, Severity onlyCopy)
{
    checkVotes(draft.plan, draft.node(), draft.snapshot);
    allowVictim(draft);
    checkCopies(draft.plan, draft.node(), draft.snapshot, onlyCopy);
    checkGuests(draft.plan, draft.node(), draft.snapshot);
    askAdministrator(draft.plan);
}

void judgeOff(PowerDraft &draft)
{
    if (!draft.member)
        blockUnknownMember(draft);
    else if (draft.isMember())
        draft.add(
            Severity::Blocker, "power.member",
            message(QT_TRANSLATE_NOOP("Core",
                                      "%1 is a member of the cluster: the other node would take "
                                      "it for dead, fence it, and a reboot action would switch "
                                      "it on again. Let it leave the cluster first, or fence it"),
                    {draft.node().text()}),
            "rule 6");
    checkTaken(draft, Severity::Blocker);
}

// What answers has no need of it: it is rebooted from within. What hangs may be reset although its
// copy is the only good one, before anybody thinks of switching it off.
void judgeReset(PowerDraft &draft)
{
    if (!draft.member)
        blockUnknownMember(draft);
    else if (draft.answering() && draft.isMember())
        draft.add(Severity::Blocker, "power.answers",
                  message(QT_TRANSLATE_NOOP("Core",
                                            "%1 answers and is a member of the cluster: reboot it "
                                            "from within"),
                          {draft.node().text()}),
                  "rule 6");
    else if (draft.isMember())
        draft.add(Severity::Warning, "power.fenced",
                  message(QT_TRANSLATE_NOOP("Core",
                                            "%1 is still a member: %2 will take it for dead and "
                                            "may fence it while it boots"),
                          {draft.node().text(), draft.survivor.text()}),
                  "rule 6");
    checkTaken(draft, draft.answering() ? Severity::Blocker : Severity::Error);
}

void judgeSoft(PowerDraft &draft)
{
    if (!draft.member)
        blockUnknownMember(draft);
    draft.add(Severity::Warning, "power.acpi",
              message(QT_TRANSLATE_NOOP("Core",
                                        "Only a system that listens to its power button shuts down "
                                        "by it; on a node that the cluster can fence, acpid should "
                                        "be off, and then nothing happens"),
                      {}),
              "rule 12");
    checkTaken(draft, Severity::Blocker);
}

void judgeOn(PowerDraft &draft)
{
    draft.plan.confirmation = {ConfirmationKind::OneClick, {}, false};
    if (draft.answering())
        draft.add(Severity::Blocker, "power.on",
                  message(QT_TRANSLATE_NOOP("Core", "%1 runs: it answers"), {draft.node().text()}));
}

void judge(PowerDraft &draft)
{
    switch (draft.verb.kind) {
    case VerbKind::PowerOn:
        return judgeOn(draft);
    case VerbKind::PowerReset:
        return judgeReset(draft);
    case VerbKind::PowerSoft:
        return judgeSoft(draft);
    case VerbKind::Identify:
        draft.plan.confirmation = {ConfirmationKind::OneClick, {}, false};
        return;
    default:
        return judgeOff(draft);
    }
}

void addBootAndJoin(PowerDraft &draft)
{
    if (!draft.survivor.isEmpty())
        addReturn(draft.plan,
                  sightStep(message(QT_TRANSLATE_NOOP("Core", "See %1 boot and join"),
                                    {draft.node().text()}),
                            "cman_tool nodes", bootTakes,
                            draft.member ? seesBack(draft.survivor, *draft.member)
                                         : seesJoined(draft.survivor, draft.node())),
                  draft.node(), draft.survivor);
}

Step softStep(const BmcWay &way)
{
    Step step = orderStep(way, BmcOrder::SoftOff);
    step.info.timeout = shutdownTakes;
    step.verify = [way](Shell &shell) { return readTwice(shell, way, PowerState::Off); };
    return step;
}

// No command tells whether a lamp is lit.
Step identifyStep(const BmcWay &way)
{
    Step step = orderStep(way, BmcOrder::Identify);
    step.verify = [](Shell &) -> Expected<void> {
        return failure(ErrorKind::Stale,
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "The BMC accepted it; the lamp itself is seen at "
                                                 "the machine only")));
    };
    return step;
}

void addSteps(PowerDraft &draft)
{
    auto &steps = draft.plan.steps;
    switch (draft.verb.kind) {
    case VerbKind::PowerReset:
        steps.push_back(orderStep(draft.way, BmcOrder::Reset));
        return addBootAndJoin(draft);
    case VerbKind::PowerSoft:
        return steps.push_back(softStep(draft.way));
    case VerbKind::Identify:
        return steps.push_back(identifyStep(draft.way));
    default:
        steps.push_back(powerStep(draft.way, powerWanted(draft.verb.kind)));
        if (draft.verb.kind != VerbKind::PowerOff)
            addBootAndJoin(draft);
    }
}
} // namespace

ActionPlan planPower(const Verb &verb, const ClusterSnapshot &snapshot)
{
    PowerDraft draft{verb, snapshot, nodePlan(verb, snapshot, powerTitle(verb.kind))};
    if (!isNode(draft.plan, verb, snapshot))
        return draft.plan;
    tellWay(draft.plan, draft.way, snapshot);
    judge(draft);
    if (!draft.plan.blocked())
        addSteps(draft);
    return draft.plan;
}
} // namespace Core
