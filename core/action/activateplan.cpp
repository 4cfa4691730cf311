// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/activateplan.h"

#include "core/action/activatesteps.h"
#include "core/action/confonnode.h"
#include "core/action/steps.h"
#include "core/clusterconf/lintfacts.h"
#include "core/clusterconf/reader.h"

namespace Core
{
namespace
{
struct Draft {
    const ActivationWish &wish;
    const ClusterSnapshot &snapshot;
    NodeName node; // where it is written
    QList<NodeName> members; // that answer now
    quint32 version = 0;
    ActionPlan plan{};

    void find(Severity severity, const char *id, Message text, const char *source)
    {
        addFinding(plan, severity, id, std::move(text), {}, source);
    }
    void block(const char *id, Message text, const char *source)
    {
        find(Severity::Blocker, id, std::move(text), source);
    }
};

bool isQuorate(const Machine &machine)
{
    return machine.kind == MachineKind::Node && machine.quorum.value && !machine.quorum.error
        && machine.quorum.value->quorate;
}

void chooseNode(Draft &draft)
{
    for (const Machine &machine : draft.snapshot.machines) {
        if (machine.kind != MachineKind::Node)
            continue;
        if (isQuorate(machine)) {
            draft.members << machine.name;
            if (draft.node.isEmpty() && machine.configFile.value && !machine.configFile.error)
                draft.node = machine.name;
            continue;
        }
        draft.find(Severity::Warning, "conf.member",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "%1 is not seen in the quorate cluster: it takes the "
                                             "new file when it joins again"),
                           {machine.name.text()}),
                   "formats 1.3");
    }
    if (draft.members.isEmpty())
        draft.block("conf.quorum",
                    message(QT_TRANSLATE_NOOP(
                        "Core",
                        "No node is known to be quorate: /etc/pve is read-only without quorum, "
                        "nothing can be written. Bring quorum back first; when the file itself "
                        "stops cman, the rescue is the way")),
                    "rule 25");
    else if (draft.node.isEmpty())
        draft.block("conf.unread",
                    message(QT_TRANSLATE_NOOP(
                        "Core", "Not known: which cluster.conf is the committed one now")),
                    "rule 25");
}

void checkCommitted(Draft &draft)
{
    if (draft.node.isEmpty())
        return;
    const Machine &machine = *draft.snapshot.machines.find(draft.node);
    if (machine.configFile.value->sha256 != draft.wish.openedSha256)
        draft.block("conf.changed",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "cluster.conf on %1 is no longer the one that was "
                                              "opened: somebody else changed it"),
                            {draft.node.text()}),
                    "formats 1.2");
    else if (draft.wish.openedSha256 == sha256Of(draft.wish.text))
        draft.block("conf.same", message(QT_TRANSLATE_NOOP("Core", "There is nothing to change")),
                    "formats 1.2");
}

} // namespace

namespace
{
// What cman calls itself, or the committed file; while that one cannot be read, the picture's own
// name is just that of the profile. Empty: nobody tells.
QString runningName(const ClusterSnapshot &snapshot)
{
    QString name;
    for (const Machine &machine : snapshot.machines) {
        if (machine.quorum.value && !machine.quorum.value->clusterName.isEmpty())
            return machine.quorum.value->clusterName;
        if (machine.configuration.value)
            name = snapshot.clusterName;
    }
    return name;
}
} // namespace

quint32 checkNewConf(ActionPlan &plan, const QByteArray &text, const ClusterSnapshot &snapshot)
{
    if (text.size() > largestClusterConf)
        addFinding(plan, Severity::Blocker, "conf.size",
                   message(QT_TRANSLATE_NOOP("Core", "The file is larger than %1, pmxcfs's limit"),
                           {Bytes{largestClusterConf}}),
                   {}, "rule 25");
    const Expected<ClusterConfig> read = readClusterConfig(text);
    if (!read) {
        addFinding(plan, Severity::Blocker, "conf.broken", read.error().what, {}, "formats 1.4");
        return 0;
    }
    const QString running = runningName(snapshot);
    if (read->name != running && !running.isEmpty())
        addFinding(plan, Severity::Blocker, "conf.name",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "The file is of the cluster %1, this one is %2: a "
                                             "running cluster cannot be renamed"),
                           {read->name, running}),
                   {}, "formats 1.4");
    // An error that our checks know of is not tried on the cluster; notes stay in the editor.
    for (Finding &finding : lint(text, lintFacts(snapshot)).findings) {
        if (finding.severity == Severity::Note)
            continue;
        if (finding.severity == Severity::Error)
            finding.severity = Severity::Blocker;
        addFinding(plan, std::move(finding));
    }
    return read->version.value_or(0);
}

quint32 highestVersionKnown(const ClusterSnapshot &snapshot)
{
    quint32 highest = 0;
    for (const Machine &machine : snapshot.machines) {
        if (machine.quorum.value)
            highest = std::max(highest, quint32(std::max(0, machine.quorum.value->configVersion)));
        if (machine.configuration.value)
            highest = std::max(highest, machine.configuration.value->version.value_or(0));
    }
    return highest;
}

ActionPlan planActivation(const ActivationWish &wish, const ClusterSnapshot &snapshot)
{
    Draft draft{wish, snapshot, {}, {}, 0, {}};
    draft.plan.madeFromRevision = snapshot.revision;
    // Nothing is lost by it, yet why it was done is what the next person looks for.
    draft.plan.confirmation = {ConfirmationKind::OneClick, {}, true};
    chooseNode(draft);
    checkCommitted(draft);
    draft.version = checkNewConf(draft.plan, wish.text, snapshot);
    draft.plan.title = message(QT_TRANSLATE_NOOP("Core", "Activate version %1 of cluster.conf"),
                               {qint64(draft.version)});
    draft.plan.touches = draft.members;
    if (draft.plan.blocked())
        return draft.plan;
    draft.plan.steps = activationSteps({wish, draft.node, draft.members, draft.version});
    return draft.plan;
}

namespace
{
// A type of its own, so that a planner can be asked for its wish.
struct ActivationPlanner {
    ActivationWish wish;
    ActionPlan operator()(const ClusterSnapshot &now) const { return planActivation(wish, now); }
};
} // namespace

Planner activationOf(ActivationWish wish)
{
    return ActivationPlanner{std::move(wish)};
}

const ActivationWish *activationIn(const Planner &planner)
{
    const auto *activation = planner.target<ActivationPlanner>();
    return activation ? &activation->wish : nullptr;
}
} // namespace Core
