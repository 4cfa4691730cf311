// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/powersteps.h"

#include "core/action/powerwords.h"
#include "core/action/steps.h"
#include "core/model/freshness.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto powerTakes = 60s;
constexpr auto between = 1s; // the two readings of a power state

enum class View : quint8 { None, Good, Failed };

View viewOf(const Observer &by, const NodeName &node, const ClusterSnapshot &snapshot)
{
    const Views<BmcState> views = snapshot.machines.value(node).bmc;
    const auto view = views.constFind(by);
    if (view == views.cend())
        return View::None;
    return view->error ? View::Failed : View::Good;
}

// Another node that answers and sees the BMC that well; empty: none.
NodeName askerOf(const NodeName &node, View wanted, const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        if (machine.kind == MachineKind::Node && machine.name != node && answers(machine)
            && viewOf(machine.name, node, snapshot) == wanted)
            return machine.name;
    }
    return {};
}

// As it would be typed; how the password gets there is no word of it.
QString previewOn(const BmcWay &way, const QString &words)
{
    return way.through.isEmpty()
        ? QStringLiteral("ipmi chassis ") + words
        : QStringLiteral("%1# ipmitool chassis %2").arg(way.through.text(), words);
}

std::optional<Error> errorOf(const Observer &by, const NodeName &node,
                             const ClusterSnapshot &snapshot, EvidenceRef &evidence)
{
    const Observed<BmcState> view = snapshot.machines.value(node).bmc.value(by);
    evidence = view.evidence;
    return view.error;
}
} // namespace

BmcWay bmcWayTo(const NodeName &node, const ClusterSnapshot &snapshot)
{
    if (viewOf(Workstation(), node, snapshot) == View::Good)
        return node;
    const NodeName good = askerOf(node, View::Good, snapshot);
    return {node, good.isEmpty() ? askerOf(node, View::None, snapshot) : good};
}

void tellWay(ActionPlan &plan, const BmcWay &way, const ClusterSnapshot &snapshot)
{
    EvidenceRef evidence;
    const std::optional<Error> own = errorOf(Workstation(), way.of, snapshot, evidence);
    if (way.through.isEmpty() && own)
        return addFinding(
            plan, Severity::Warning, "fence.path",
            message(QT_TRANSLATE_NOOP("Core",
                                      "The BMC of %1 did not answer the last time it was asked: "
                                      "%2"),
                    {way.of.text(), MessageList{own->what}}),
            {evidence}, "rule 9");
    if (way.through.isEmpty())
        return;
    addFinding(plan, Severity::Note, "power.way",
               own ? message(QT_TRANSLATE_NOOP("Core",
                                               "By ipmitool on %1, as this computer does not get "
                                               "through to the BMC: %2"),
                             {way.through.text(), MessageList{own->what}})
                   : message(QT_TRANSLATE_NOOP("Core",
                                               "By ipmitool on %1, as this computer is not used "
                                               "to talk to BMCs"),
                             {way.through.text()}),
               {evidence}, "rule 9");
}

Expected<void> readTwice(Shell &shell, const BmcWay &way, PowerState wanted)
{
    int seen = 0;
    for (;;) {
        const Expected<PowerState> state = shell.power(way);
        seen = state && *state == wanted ? seen + 1 : 0;
        if (seen == 2)
            return {};
        if (!shell.sleepFor(between))
            return state ? failure(ErrorKind::Stale,
                                   message(QT_TRANSLATE_NOOP("Core",
                                                             "The BMC of %1 does not say "
                                                             "what was wanted"),
                                           {way.of.text()}))
                         : tl::unexpected(state.error());
    }
}

Step powerStep(const BmcWay &way, PowerState wanted)
{
    const bool off = wanted == PowerState::Off;
    Step step;
    step.info = {message(powerStepTitle(wanted), {way.of.text()}),
                 previewOn(way, QStringLiteral("power ") + powerWord(wanted)), powerTakes, true};
    step.execute = [way, wanted](Shell &shell) { return shell.setPower(way, wanted); };
    // After a cycle it is on: the moment between cannot be counted on to be seen.
    step.verify = [way, off](Shell &shell) {
        return readTwice(shell, way, off ? PowerState::Off : PowerState::On);
    };
    return step;
}

Step staysOffStep(const BmcWay &way)
{
    Step step;
    step.info
        = {message(QT_TRANSLATE_NOOP("Core", "See by its BMC that %1 is off"), {way.of.text()}),
           previewOn(way, QStringLiteral("power status")), powerTakes, false};
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [way](Shell &shell) { return readTwice(shell, way, PowerState::Off); };
    return step;
}

Step orderStep(const BmcWay &way, BmcOrder order)
{
    Step step;
    step.info = {message(orderStepTitle(order), {way.of.text()}), previewOn(way, orderWords(order)),
                 powerTakes, order != BmcOrder::Identify};
    step.execute = [way, order](Shell &shell) { return shell.order(way, order); };
    step.verify = [](Shell &) { return Expected<void>(); };
    return step;
}
} // namespace Core
