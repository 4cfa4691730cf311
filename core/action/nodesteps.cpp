// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/nodesteps.h"

#include "core/action/guestplan.h"
#include "core/action/membersight.h"
#include "core/action/nodeservices.h"
#include "core/action/powersteps.h"
#include "core/action/preflight.h"
#include "core/model/freshness.h"

#include <memory>

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto groupsTake = 600s; // the orderly shutdown of what it runs
constexpr auto cmanTakes = 180s; // it waits for quorum, the quorum disk and the fence domain
constexpr auto haltTakes = 15min; // guests outside HA shut down first
constexpr int tells = 30; // seconds that a status script may take

Command script(const char *service, const char *action, std::chrono::seconds time)
{
    Command command;
    command.program = QStringLiteral("service");
    command.arguments = {QString::fromLatin1(service), QString::fromLatin1(action)};
    command.timeout = time;
    return command;
}

tl::unexpected<Error> unseen(Message what)
{
    return failure(ErrorKind::Stale, std::move(what));
}

// LSB: 0 runs, anything else does not. The script's answer alone proves no more than a process.
Expected<void> awaitScript(Shell &shell, const NodeName &node, const char *service, bool running)
{
    for (;;) {
        const Expected<CommandOutput> said
            = shell.run(node, script(service, "status", std::chrono::seconds(tells)));
        if (said && (said->exitCode == 0) == running)
            return {};
        if (!shell.sleepFor(1s))
            return said
                ? unseen(running ? message(QT_TRANSLATE_NOOP("Core", "%1 does not run on %2"),
                                           {QString::fromLatin1(service), node.text()})
                                 : message(QT_TRANSLATE_NOOP("Core", "%1 still runs on %2"),
                                           {QString::fromLatin1(service), node.text()}))
                : tl::unexpected(said.error());
    }
}

struct Turn {
    const char *title;
    const char *service;
    bool start;
    std::chrono::seconds time;
};

Step scriptStep(const NodeName &node, const Turn &turn, Sight sight)
{
    const Command command = script(turn.service, turn.start ? "start" : "stop", turn.time);
    Step step = commandStep(message(turn.title, {node.text()}), node, command, sight);
    step.info.timeout = turn.time;
    step.info.pointOfNoReturn = true;
    step.verify = [node, turn, sight = std::move(sight)](Shell &shell) -> Expected<void> {
        const Expected<void> told = awaitScript(shell, node, turn.service, turn.start);
        return told ? awaitSight(shell, sight) : told;
    };
    return step;
}

// Asked for by itself, right before the command.
void guard(Step &step, Sight sight)
{
    step.execute = [sight = std::move(sight), send = step.execute](Shell &shell) -> Expected<void> {
        const Expected<void> seen = sight(*shell.freshSnapshot());
        if (!seen)
            return failure(ErrorKind::Refused, seen.error().what);
        return send(shell);
    };
}

// The first blocker of the interlock as an error.
Sight keepsQuorumWithout(const NodeName &node)
{
    return [node](const ClusterSnapshot &now) -> Expected<void> {
        ActionPlan probe;
        checkVotes(probe, node, now);
        if (!probe.blocked())
            return {};
        return unseen(probe.findings.constFirst().text);
    };
}

Sight ownsNothing(const NodeName &node)
{
    return [node](const ClusterSnapshot &now) -> Expected<void> {
        const QStringList left = servicesOwnedBy(node, now);
        if (left.isEmpty())
            return {};
        return unseen(message(QT_TRANSLATE_NOOP("Core", "rgmanager still has on %1: %2"),
                              {node.text(), left.join(QStringLiteral(", "))}));
    };
}

Sight seesRgmanager(const NodeName &node, bool running)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<bool> told = hasRgmanager(node, now);
        if (told == running || (!running && !told)) // the last one takes the tellers with it
            return {};
        return unseen(
            running ? message(QT_TRANSLATE_NOOP("Core", "rgmanager is not seen running on %1"),
                              {node.text()})
                    : message(QT_TRANSLATE_NOOP("Core", "rgmanager is still seen running on %1"),
                              {node.text()}));
    };
}

Sight staysQuorate(const NodeName &stays)
{
    return [stays](const ClusterSnapshot &now) -> Expected<void> {
        if (isSoundNode(stays, now))
            return {};
        return unseen(message(QT_TRANSLATE_NOOP("Core", "%1 is no member of a cluster with quorum"),
                              {stays.text()}));
    };
}

Sight isOut(const NodeName &stays, const NodeName &node)
{
    Member before;
    before.name = node;
    before.incarnation = -1;
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<Member> member = memberOf(now, stays, node);
        if (member && member->state != MemberState::Member)
            return {};
        return seesGone(stays, member.value_or(before))(now);
    };
}

Command program(const char *name, const QStringList &words, std::chrono::seconds time)
{
    Command command;
    command.program = QString::fromLatin1(name);
    command.arguments = words;
    command.timeout = time;
    return command;
}
} // namespace

Step stopRgmanagerStep(const NodeName &node, bool emptied)
{
    Step step = scriptStep(
        node, {QT_TRANSLATE_NOOP("Core", "Stop rgmanager on %1"), "rgmanager", false, groupsTake},
        seesRgmanager(node, false));
    if (emptied)
        guard(step, ownsNothing(node));
    return step;
}

Step startRgmanagerStep(const NodeName &node)
{
    return scriptStep(
        node, {QT_TRANSLATE_NOOP("Core", "Start rgmanager on %1"), "rgmanager", true, cmanTakes},
        seesRgmanager(node, true));
}

Step leaveDomainStep(const NodeName &node, const NodeName &stays)
{
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Leave the fence domain on %1"), {node.text()}), node,
        program("fence_tool", {QStringLiteral("leave"), QStringLiteral("-w"), QStringLiteral("30")},
                60s),
        seesInDomain(stays, node, false));
    step.info.timeout = 60s;
    step.info.pointOfNoReturn = true;
    guard(step, keepsQuorumWithout(node));
    return step;
}

Step stopCmanStep(const NodeName &node, const NodeName &stays)
{
    Step step = scriptStep(
        node, {QT_TRANSLATE_NOOP("Core", "Stop cman on %1"), "cman", false, cmanTakes},
        both(isOut(stays, node), both(seesInDomain(stays, node, false), staysQuorate(stays))));
    guard(step, keepsQuorumWithout(node));
    return step;
}

Step stopLastCmanStep(const NodeName &node)
{
    return scriptStep(node,
                      {QT_TRANSLATE_NOOP("Core", "Leave the fence domain and stop cman on %1"),
                       "cman", false, cmanTakes},
                      [](const ClusterSnapshot &) { return Expected<void>(); });
}

Step startCmanStep(const NodeName &node, const NodeName &stays)
{
    return scriptStep(node,
                      {QT_TRANSLATE_NOOP("Core", "Start cman on %1"), "cman", true, cmanTakes},
                      both(seesJoined(stays, node), staysQuorate(node)));
}

Step joinDomainStep(const NodeName &node, const NodeName &stays)
{
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Join the fence domain on %1"), {node.text()}), node,
        program("fence_tool", {QStringLiteral("join"), QStringLiteral("-w"), QStringLiteral("60")},
                90s),
        seesInDomain(stays, node, true));
    step.info.timeout = 90s;
    step.info.pointOfNoReturn = true;
    return step;
}

Step haltStep(const BmcWay &way)
{
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Shut %1 down and see its power go off"),
                {way.of.text()}),
        way.of, program("shutdown", {QStringLiteral("-h"), QStringLiteral("now")}, 30s),
        [](const ClusterSnapshot &) { return Expected<void>(); });
    step.info.timeout = haltTakes;
    step.info.pointOfNoReturn = true;
    step.verify = [way](Shell &shell) { return readTwice(shell, way, PowerState::Off); };
    return step;
}

Step rebootStep(const NodeName &node)
{
    using Up = std::optional<Uptime>;
    const auto upOf = [node](const ClusterSnapshot &now) -> Up {
        const Machine machine = now.machines.value(node);
        const Uptime *up = freshFact(machine, machine.uptime);
        return up ? Up(*up) : std::nullopt;
    };
    const auto before = std::make_shared<Up>();
    const Sight anew = [=](const ClusterSnapshot &now) -> Expected<void> {
        const bool silent = !answers(now.machines.value(node));
        const Up up = upOf(now);
        if (silent || (up && *before && up->up < (*before)->up))
            return {};
        return unseen(
            message(QT_TRANSLATE_NOOP("Core", "%1 has not gone down yet"), {node.text()}));
    };
    Step step = commandStep(
        message(QT_TRANSLATE_NOOP("Core", "Reboot %1 from within"), {node.text()}), node,
        program("shutdown", {QStringLiteral("-r"), QStringLiteral("now")}, 30s), anew);
    step.info.timeout = haltTakes;
    step.info.pointOfNoReturn = true;
    step.execute = [=, send = step.execute](Shell &shell) -> Expected<void> {
        *before = upOf(*shell.freshSnapshot());
        return send(shell);
    };
    return step;
}
} // namespace Core
