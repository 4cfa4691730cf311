// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/nodedraft.h"

#include "core/action/rejoin.h"

#include <algorithm>

namespace Core
{
ActionPlan nodePlan(const Verb &verb, const ClusterSnapshot &snapshot, const char *title)
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

void askAdministrator(ActionPlan &plan)
{
    if (std::any_of(plan.findings.cbegin(), plan.findings.cend(), [](const Finding &finding) {
            return finding.severity == Severity::Error
                && finding.id.startsWith(QStringLiteral("copy."));
        }))
        plan.needs = UserRole::Administrator;
}

void addReturn(ActionPlan &plan, Step joins, const NodeName &back, const NodeName &stayed)
{
    plan.steps.push_back(std::move(joins));
    plan.steps.push_back(copiesStep(back, stayed));
}
} // namespace Core
