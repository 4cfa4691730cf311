// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/provenoff.h"

#include "core/model/freshness.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto powerTakes = 60s;
constexpr auto between = 1s; // the two readings of a power state
constexpr auto quorumTakes = 60s;

// A word of a node that is silent since proves nothing any more (rule 21).
bool stillSpeaks(const Observer &observer, const ClusterSnapshot &snapshot)
{
    const auto *node = std::get_if<NodeName>(&observer);
    return !node || answers(snapshot.machines.value(*node));
}

Expected<void> readsOffTwice(Shell &shell, const BmcWay &way)
{
    for (int reading = 0; reading < 2; ++reading) {
        if (reading > 0 && !shell.sleepFor(between))
            return failure(ErrorKind::Cancelled, message(QT_TRANSLATE_NOOP("Core", "stopped")));
        const Expected<PowerState> power = shell.power(way);
        if (!power)
            return tl::unexpected(power.error());
        if (*power != PowerState::Off)
            return failure(ErrorKind::Stale,
                           message(QT_TRANSLATE_NOOP("Core",
                                                     "%1 is not off by the word of its BMC: "
                                                     "nothing was changed"),
                                   {way.of.text()}));
    }
    return {};
}
} // namespace

PowerProof powerProof(const NodeName &node, const ClusterSnapshot &snapshot)
{
    PowerProof proof = PowerProof::NotTold;
    const Machine machine = snapshot.machines.value(node);
    for (auto view = machine.bmc.cbegin(); view != machine.bmc.cend(); ++view) {
        if (!view->known() || !stillSpeaks(view.key(), snapshot))
            continue;
        if (view->value->power == PowerState::On)
            return PowerProof::On;
        if (view->value->power == PowerState::Off)
            proof = PowerProof::Off;
    }
    return proof;
}

Step provenOffStep(const BmcWay &way)
{
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core", "See twice that %1 is off"), {way.of.text()}),
                 (way.through.isEmpty() ? QStringLiteral("ipmi ")
                                        : way.through.text() + QStringLiteral("# ipmitool "))
                     + QStringLiteral("chassis power status"),
                 powerTakes};
    step.execute = [way](Shell &shell) { return readsOffTwice(shell, way); };
    step.verify = [](Shell &) { return Expected<void>(); };
    return step;
}

Step lowerVotesStep(const NodeName &node)
{
    Command command;
    command.program = QStringLiteral("pvecm");
    command.arguments = {QStringLiteral("expected"), QStringLiteral("1")};
    const Sight quorate = [node](const ClusterSnapshot &now) -> Expected<void> {
        const Machine machine = now.machines.value(node);
        if (machine.quorum.known() && machine.quorum.value->quorate)
            return {};
        return failure(ErrorKind::Stale,
                       message(QT_TRANSLATE_NOOP("Core", "%1 has no quorum yet"), {node.text()}));
    };
    Step step = commandStep(message(QT_TRANSLATE_NOOP("Core",
                                                      "Lower the votes that are needed, so that "
                                                      "%1 alone has quorum and may write"),
                                    {node.text()}),
                            node, command, quorate);
    step.info.timeout = quorumTakes;
    step.info.pointOfNoReturn = true;
    return step;
}

void tellRecovery(ActionPlan &plan, const NodeName &node)
{
    addFinding(plan, Severity::Warning, "rescue.recovers",
               message(QT_TRANSLATE_NOOP("Core",
                                         "With quorum, %1 fences who is missing and starts the "
                                         "guests under HA: a fence by reboot switches the other "
                                         "node on again"),
                       {node.text()}),
               {}, "rules 1, 5, 6");
}
} // namespace Core
