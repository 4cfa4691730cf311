// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"

#include "core/action/powerwords.h"
#include "core/action/preflight.h"
#include "core/action/rejoin.h"
#include "core/action/steps.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto agentTakes = 180s; // several methods, each with its own time-outs
constexpr auto leavingTakes = 180s; // the token, three times over
constexpr auto bootTakes = 20min; // firmware, file system check, DRBD's wait for its peer
constexpr auto powerTakes = 60s;
constexpr auto between = 1s; // the two readings of a power state

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

// As the observer lists it now. NotInCluster: it does not; none: it does not tell.
std::optional<Member> memberOf(const ClusterSnapshot &snapshot, const NodeName &observer,
                               const NodeName &node)
{
    const Machine machine = snapshot.machines.value(observer);
    if (!machine.members.value || machine.members.error)
        return std::nullopt;
    for (const Member &member : *machine.members.value) {
        if (member.name == node)
            return member;
    }
    Member absent;
    absent.name = node;
    absent.state = MemberState::NotInCluster;
    return absent;
}

tl::unexpected<Error> unseen(Message what)
{
    return failure(ErrorKind::Stale, std::move(what));
}

// One that joined anew since `before` was away, however short: a reboot may take less than the
// token lasts.
bool isAnew(const Member &now, const Member &before)
{
    return now.state == MemberState::Member && now.incarnation != before.incarnation;
}

tl::unexpected<Error> notTold(const NodeName &observer, const NodeName &node)
{
    return unseen(
        message(QT_TRANSLATE_NOOP("Core", "not known: %1 does not tell whether %2 is a member"),
                {observer.text(), node.text()}));
}

Sight seesGone(const NodeName &observer, const Member &before)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<Member> member = memberOf(now, observer, before.name);
        if (!member)
            return notTold(observer, before.name);
        if (member->state != MemberState::Member || isAnew(*member, before))
            return {};
        return unseen(message(QT_TRANSLATE_NOOP("Core", "%1 is still a member by the word of %2"),
                              {before.name.text(), observer.text()}));
    };
}

Sight seesBack(const NodeName &observer, const Member &before)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<Member> member = memberOf(now, observer, before.name);
        if (!member)
            return notTold(observer, before.name);
        if (isAnew(*member, before))
            return {};
        return unseen(
            message(QT_TRANSLATE_NOOP("Core", "%1 has not joined again by the word of %2"),
                    {before.name.text(), observer.text()}));
    };
}

Sight seesJoined(const NodeName &observer, const NodeName &node)
{
    Member absent;
    absent.name = node;
    absent.incarnation = -1; // no member has it
    return seesBack(observer, absent);
}

Step sightStep(Message title, const char *preview, std::chrono::seconds time, Sight sight)
{
    Step step;
    step.info.title = std::move(title);
    step.info.preview = QString::fromLatin1(preview);
    step.info.timeout = time;
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [sight = std::move(sight)](Shell &shell) { return awaitSight(shell, sight); };
    return step;
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

// Twice, since a BMC that was just told may answer with what it knew before.
Expected<void> readTwice(Shell &shell, const NodeName &node, PowerState wanted)
{
    int seen = 0;
    for (;;) {
        const Expected<PowerState> state = shell.power(node);
        seen = state && *state == wanted ? seen + 1 : 0;
        if (seen == 2)
            return {};
        if (!shell.sleepFor(between))
            return state ? unseen(message(QT_TRANSLATE_NOOP("Core",
                                                            "The BMC of %1 does not say "
                                                            "what was wanted"),
                                          {node.text()}))
                         : tl::unexpected(state.error());
    }
}

Step powerStep(const NodeName &node, PowerState wanted)
{
    const bool off = wanted == PowerState::Off;
    Step step;
    step.info = {message(powerStepTitle(wanted), {node.text()}),
                 QStringLiteral("ipmi chassis power ") + powerWord(wanted), powerTakes, true};
    step.execute = [node, wanted](Shell &shell) { return shell.setPower(node, wanted); };
    // After a cycle it is on: the moment between cannot be counted on to be seen.
    step.verify = [node, off](Shell &shell) {
        return readTwice(shell, node, off ? PowerState::Off : PowerState::On);
    };
    return step;
}

Step staysOffStep(const NodeName &node)
{
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core", "See by its BMC that %1 is off"), {node.text()}),
                 QStringLiteral("ipmi chassis power status"), powerTakes, false};
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [node](Shell &shell) { return readTwice(shell, node, PowerState::Off); };
    return step;
}

// A node is back when it is a member and its copies are on their way.
void addReturn(ActionPlan &plan, Step joins, const NodeName &back, const NodeName &stayed)
{
    plan.steps.push_back(std::move(joins));
    plan.steps.push_back(copiesStep(back, stayed));
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

bool answers(const Machine &machine)
{
    return machine.contact.state == ContactState::Connected;
}

ActionPlan begun(const Verb &verb, const ClusterSnapshot &snapshot, const char *title)
{
    ActionPlan plan;
    plan.title = message(title, {verb.node.text()});
    plan.touches = {verb.node};
    plan.verb = verb;
    plan.madeFromRevision = snapshot.revision;
    plan.confirmation = {ConfirmationKind::TypeName, verb.node.text(), true};
    return plan;
}

bool isNode(ActionPlan &plan, const Verb &verb, const ClusterSnapshot &snapshot)
{
    const auto machine = snapshot.machines.constFind(verb.node);
    if (machine != snapshot.machines.cend() && machine->kind == MachineKind::Node)
        return true;
    addFinding(
        plan, Severity::Blocker, "node.unknown",
        message(QT_TRANSLATE_NOOP("Core", "%1 is no node of this cluster"), {verb.node.text()}), {},
        "");
    return false;
}

void checkPowerOff(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    const NodeName survivor = survivorOf(node, snapshot);
    const std::optional<Member> member = memberOf(snapshot, survivor, node);
    if (!member || member->state == MemberState::Member)
        addFinding(plan, Severity::Blocker, "power.member",
                   member ? message(QT_TRANSLATE_NOOP(
                                        "Core",
                                        "%1 is a member of the cluster: the other node would take "
                                        "it for dead, fence it, and a reboot action would switch "
                                        "it on again. Let it leave the cluster first, or fence it"),
                                    {node.text()})
                          : message(QT_TRANSLATE_NOOP(
                                        "Core", "Not known: whether %1 is a member of the cluster"),
                                    {node.text()}),
                   {}, "rule 6");
    checkVotes(plan, node, snapshot);
    checkCopies(plan, node, snapshot, Severity::Blocker);
    checkGuests(plan, node, snapshot);
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
    ActionPlan plan = begun(verb, snapshot, QT_TRANSLATE_NOOP("Core", "Fence %1"));
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
        plan.steps.push_back(staysOffStep(verb.node));
    return plan;
}

ActionPlan planPower(const Verb &verb, const ClusterSnapshot &snapshot)
{
    const bool on = verb.kind == VerbKind::PowerOn;
    ActionPlan plan = begun(verb, snapshot, powerTitle(verb.kind));
    if (!isNode(plan, verb, snapshot))
        return plan;
    checkFencePath(plan, verb.node, snapshot);
    if (on)
        plan.confirmation = {ConfirmationKind::OneClick, {}, false};
    else
        checkPowerOff(plan, verb.node, snapshot);
    if (on && answers(snapshot.machines.value(verb.node)))
        addFinding(plan, Severity::Blocker, "power.on",
                   message(QT_TRANSLATE_NOOP("Core", "%1 runs: it answers"), {verb.node.text()}),
                   {}, "");
    if (plan.blocked())
        return plan;
    plan.steps.push_back(powerStep(verb.node, powerWanted(verb.kind)));
    const NodeName survivor = survivorOf(verb.node, snapshot);
    if (verb.kind != VerbKind::PowerOff && !survivor.isEmpty())
        addReturn(plan,
                  sightStep(message(QT_TRANSLATE_NOOP("Core", "See %1 boot and join"),
                                    {verb.node.text()}),
                            "cman_tool nodes", bootTakes, seesJoined(survivor, verb.node)),
                  verb.node, survivor);
    return plan;
}
} // namespace Core
