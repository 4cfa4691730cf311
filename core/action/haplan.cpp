// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/haplan.h"

#include "core/action/clusvcadm.h"
#include "core/action/hadraft.h"
#include "core/model/freshness.h"

// What rgmanager does with the service of a guest.
namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto serviceTakes = 600s; // a guest's orderly shutdown and its start elsewhere

const char *titleOf(VerbKind kind)
{
    switch (kind) {
    case VerbKind::EnableService:
        return QT_TRANSLATE_NOOP("Core", "Enable the HA service of %1");
    case VerbKind::DisableService:
        return QT_TRANSLATE_NOOP("Core", "Disable the HA service of %1");
    case VerbKind::Relocate:
        return QT_TRANSLATE_NOOP("Core", "Relocate %1 to %2, with an outage");
    case VerbKind::RestartService:
        return QT_TRANSLATE_NOOP("Core", "Restart %1 by rgmanager");
    case VerbKind::FreezeService:
        return QT_TRANSLATE_NOOP("Core", "Freeze the HA service of %1");
    case VerbKind::ThawService:
        return QT_TRANSLATE_NOOP("Core", "Thaw the HA service of %1");
    default:
        return QT_TRANSLATE_NOOP("Core", "Bring the HA service of %1 out of failed");
    }
}

// The node whose rgmanager is told: the owner, who does it himself; else one that can.
NodeName teller(const GuestDraft &draft)
{
    QList<NodeName> candidates;
    if (draft.guest.service && draft.guest.service->owner)
        candidates << *draft.guest.service->owner;
    candidates << draft.guest.home << nodesOf(draft.snapshot);
    for (const NodeName &node : std::as_const(candidates)) {
        if (isSoundNode(node, draft.snapshot) && hasRgmanager(node, draft.snapshot) == true)
            return node;
    }
    return {};
}

struct ServiceDraft : GuestDraft {
    NodeName by;
    ServiceState state() const { return guest.service->state; }
    bool frozen() const { return guest.service->frozen; }
    NodeName owner() const { return guest.service->owner.value_or(NodeName()); }

    Step step(const char *title, const QStringList &words, Sight sight) const
    {
        const Command command = clusvcadm(words, serviceTakes);
        Step step;
        step.info = {message(title, {service(), verb.target.text()}), previewOf(command),
                     serviceTakes, true};
        step.execute
            = [on = by, command](Shell &shell) { return ranClusvcadm(shell, on, command); };
        step.verify = [sight = std::move(sight)](Shell &shell) { return awaitSight(shell, sight); };
        return step;
    }
    void blockState(const char *text)
    {
        block("service.state", message(text, {service(), word(state())}), "P22");
    }
    void askName()
    {
        plan.confirmation = {ConfirmationKind::TypeName, QString::number(guest.id), false};
    }
};

void checkThawed(ServiceDraft &draft)
{
    if (draft.frozen())
        draft.block(
            "service.frozen",
            message(QT_TRANSLATE_NOOP("Core", "%1 is frozen: thaw it first"), {draft.service()}),
            "P22");
}

void checkTarget(ServiceDraft &draft, const NodeName &target)
{
    checkNode(draft.plan, target, draft.snapshot);
    if (hasRgmanager(target, draft.snapshot) != true)
        draft.block("service.rgmanager",
                    message(QT_TRANSLATE_NOOP("Core", "rgmanager is not seen running on %1"),
                            {target.text()}),
                    "P22");
}

Sight seesStarted(const ServiceDraft &draft, const NodeName &on)
{
    const Sight service = seesService(draft.guest.id, ServiceState::Started, on);
    return on.isEmpty() ? service : both(service, seesGuestOn(draft.guest.id, {on}));
}

QStringList enabling(const ServiceDraft &draft, const NodeName &on)
{
    QStringList words{QStringLiteral("-e"), draft.service()};
    if (!on.isEmpty())
        words << QStringLiteral("-m") << on.text();
    return words;
}

Step enableStep(const ServiceDraft &draft, const NodeName &on)
{
    return draft.step(QT_TRANSLATE_NOOP("Core", "Let rgmanager start %1"), enabling(draft, on),
                      seesStarted(draft, on));
}

Step disableStep(const ServiceDraft &draft)
{
    return draft.step(QT_TRANSLATE_NOOP("Core", "Let rgmanager stop %1 and leave it stopped"),
                      {QStringLiteral("-d"), draft.service()},
                      both(seesService(draft.guest.id, ServiceState::Disabled, {}),
                           seesGuestOn(draft.guest.id, {})));
}

void planEnable(ServiceDraft &draft)
{
    const NodeName on = draft.verb.target.isEmpty() ? draft.guest.home : draft.verb.target;
    checkThawed(draft);
    checkTarget(draft, on);
    if (draft.state() == ServiceState::Started || draft.state() == ServiceState::Failed)
        draft.blockState(draft.state() == ServiceState::Failed
                             ? QT_TRANSLATE_NOOP("Core",
                                                 "%1 is %2: rgmanager starts it only after it was "
                                                 "disabled")
                             : QT_TRANSLATE_NOOP("Core", "%1 is %2 already"));
    checkProcesses(draft.plan, draft.guest, 0, draft.snapshot);
    if (!draft.plan.blocked())
        draft.add(enableStep(draft, on));
}

void planDisable(ServiceDraft &draft)
{
    checkThawed(draft);
    if (draft.state() == ServiceState::Disabled)
        draft.blockState(QT_TRANSLATE_NOOP("Core", "%1 is %2 already"));
    if (draft.state() == ServiceState::Failed)
        draft.blockState(
            QT_TRANSLATE_NOOP("Core", "%1 is %2: bring it out of that with its own action"));
    draft.warn("service.outage",
               message(QT_TRANSLATE_NOOP("Core",
                                         "%1 is shut down, and nobody starts it until its service "
                                         "is enabled again"),
                       {draft.name()}));
    draft.askName();
    if (!draft.plan.blocked())
        draft.add(disableStep(draft));
}

void planRelocate(ServiceDraft &draft)
{
    const NodeName target
        = draft.verb.target.isEmpty() ? peerOf(draft.snapshot, draft.owner()) : draft.verb.target;
    draft.plan.title = message(titleOf(VerbKind::Relocate), {draft.name(), target.text()});
    checkThawed(draft);
    checkTarget(draft, target);
    if (draft.state() != ServiceState::Started)
        draft.blockState(QT_TRANSLATE_NOOP("Core", "%1 is %2: only what is started is relocated"));
    else if (draft.owner() == target)
        draft.block("service.there",
                    message(QT_TRANSLATE_NOOP("Core", "%1 runs on %2 already"),
                            {draft.name(), target.text()}));
    draft.warn("service.outage",
               message(QT_TRANSLATE_NOOP("Core",
                                         "%1 is shut down here and started there: an outage. A "
                                         "live migration has none"),
                       {draft.name()}),
               "rule 11");
    draft.askName();
    draft.plan.touches << target;
    if (!draft.plan.blocked())
        draft.add(draft.step(
            QT_TRANSLATE_NOOP("Core", "Let rgmanager stop %1 and start it on the other node"),
            {QStringLiteral("-r"), draft.service(), QStringLiteral("-m"), target.text()},
            seesStarted(draft, target)));
}

void planRestart(ServiceDraft &draft)
{
    checkThawed(draft);
    if (draft.state() != ServiceState::Started)
        draft.blockState(QT_TRANSLATE_NOOP("Core", "%1 is %2: only what is started is restarted"));
    draft.warn("service.outage",
               message(QT_TRANSLATE_NOOP("Core", "%1 is shut down and started again: an outage"),
                       {draft.name()}));
    draft.askName();
    if (!draft.plan.blocked())
        draft.add(draft.step(QT_TRANSLATE_NOOP("Core", "Let rgmanager restart %1 in place"),
                             {QStringLiteral("-R"), draft.service()},
                             seesStarted(draft, draft.owner())));
}

Sight seesFrozen(int vmid, bool frozen)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<GuestView> guest = guestNumber(vmid, now);
        if (guest && guest->service && guest->service->frozen == frozen)
            return {};
        return failure(ErrorKind::Stale,
                       message(QT_TRANSLATE_NOOP("Core", "rgmanager does not tell it of %1 yet"),
                               {serviceName(vmid)}));
    };
}

void planFreeze(ServiceDraft &draft, bool freeze)
{
    if (draft.frozen() == freeze)
        draft.block("service.frozen",
                    message(freeze ? QT_TRANSLATE_NOOP("Core", "%1 is frozen already")
                                   : QT_TRANSLATE_NOOP("Core", "%1 is not frozen"),
                            {draft.service()}));
    if (freeze)
        draft.warn("service.unprotected",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "While it is frozen rgmanager neither watches %1 nor "
                                             "starts it again when its node dies"),
                           {draft.name()}),
                   "rule 19");
    if (draft.plan.blocked())
        return;
    draft.add(draft.step(freeze ? QT_TRANSLATE_NOOP("Core", "Let rgmanager leave %1 alone")
                                : QT_TRANSLATE_NOOP("Core", "Let rgmanager watch %1 again"),
                         {freeze ? QStringLiteral("-Z") : QStringLiteral("-U"), draft.service()},
                         seesFrozen(draft.guest.id, freeze)));
}

// The proof comes first, again when it runs: a process left over would write beside the new one.
Step nowhereStep(const ServiceDraft &draft)
{
    Step step;
    step.info = {message(QT_TRANSLATE_NOOP("Core", "See on every node that %1 runs nowhere"),
                         {draft.name()}),
                 QStringLiteral("cat /var/run/qemu-server/%1.pid").arg(draft.guest.id), 20s, false};
    step.execute = [](Shell &) { return Expected<void>(); };
    step.verify = [sight = seesGuestOn(draft.guest.id, {})](Shell &shell) {
        return awaitSoon(shell, sight, 5s);
    };
    return step;
}

void planRecover(ServiceDraft &draft)
{
    const NodeName on = draft.verb.target.isEmpty() ? draft.guest.home : draft.verb.target;
    if (draft.state() != ServiceState::Failed)
        draft.blockState(QT_TRANSLATE_NOOP("Core", "%1 is %2, not failed"));
    checkProcesses(draft.plan, draft.guest, 0, draft.snapshot);
    checkTarget(draft, on);
    draft.askName();
    if (draft.plan.blocked())
        return;
    draft.note("service.proof",
               message(QT_TRANSLATE_NOOP("Core",
                                         "Every node told that no process of %1 is left; it is "
                                         "disabled, looked at again and enabled"),
                       {draft.name()}),
               "P22");
    draft.add(nowhereStep(draft));
    draft.add(disableStep(draft));
    draft.add(enableStep(draft, on));
}

void planByKind(ServiceDraft &draft)
{
    switch (draft.verb.kind) {
    case VerbKind::EnableService:
        return planEnable(draft);
    case VerbKind::DisableService:
        return planDisable(draft);
    case VerbKind::Relocate:
        return planRelocate(draft);
    case VerbKind::RestartService:
        return planRestart(draft);
    case VerbKind::FreezeService:
        return planFreeze(draft, true);
    case VerbKind::ThawService:
        return planFreeze(draft, false);
    default:
        return planRecover(draft);
    }
}
} // namespace

ActionPlan planService(const Verb &verb, const ClusterSnapshot &snapshot)
{
    ServiceDraft draft{guestDraft(verb, snapshot, titleOf(verb.kind)), {}};
    if (draft.plan.blocked())
        return draft.plan;
    draft.by = teller(draft);
    if (!draft.guest.service)
        draft.block("service.none",
                    draft.guest.highlyAvailable
                        ? message(QT_TRANSLATE_NOOP("Core",
                                                    "Not known: the state of %1; rgmanager tells "
                                                    "nothing"),
                                  {draft.service()})
                        : message(QT_TRANSLATE_NOOP("Core", "%1 is not under HA"), {draft.name()}),
                    "P22");
    else if (draft.by.isEmpty())
        draft.block("service.rgmanager",
                    message(QT_TRANSLATE_NOOP("Core",
                                              "rgmanager runs on no node that has quorum and "
                                              "answers")),
                    "rule 1");
    else
        planByKind(draft);
    return draft.plan;
}
} // namespace Core
