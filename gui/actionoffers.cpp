// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionoffers.h"

#include "core/action/drbdplan.h"
#include "core/action/fenceplan.h"
#include "core/action/haplan.h"
#include "core/action/migrateplan.h"
#include "core/action/nodeplan.h"
#include "core/action/overrideplan.h"
#include "gui/actiontext.h"
#include "gui/commandpalette.h"

#include <span>

namespace Gui
{
namespace
{
using Core::VerbKind;

// In the order of the menu: what is done often, what throws something away, the rate.
constexpr VerbKind verbs[]
    = {VerbKind::Connect, VerbKind::Disconnect, VerbKind::PauseSync, VerbKind::ResumeSync,
       VerbKind::Verify,  VerbKind::Repair,     VerbKind::Primary,   VerbKind::Secondary,
       VerbKind::Attach,  VerbKind::Detach,     VerbKind::Adjust,    VerbKind::Invalidate};
constexpr double mebibyte = 1024 * 1024;
// Of a temporary resync, in MiB/s; 0 goes back to what is configured.
constexpr double rates[] = {0, 10, 50, 100};

// In the order of the menu: what is done to a node as a whole.
constexpr VerbKind nodeVerbs[]
    = {VerbKind::EmptyNode,     VerbKind::Maintenance,    VerbKind::EndMaintenance,
       VerbKind::RebootNode,    VerbKind::ShutDownNode,   VerbKind::Fence,
       VerbKind::StopRgmanager, VerbKind::StartRgmanager, VerbKind::StopCman,
       VerbKind::StartCman,     VerbKind::StopBoth,       VerbKind::ColdStart,
       VerbKind::PowerOn,       VerbKind::PowerOff,       VerbKind::PowerCycle,
       VerbKind::PowerReset,    VerbKind::PowerSoft,      VerbKind::Identify};
// What is done to a guest: by qm, or through its service when it is under HA.
constexpr VerbKind plainVerbs[] = {VerbKind::Migrate, VerbKind::StartGuest, VerbKind::ShutdownGuest,
                                   VerbKind::StopGuest, VerbKind::ResetGuest};
constexpr VerbKind serviceVerbs[]
    = {VerbKind::Migrate,     VerbKind::EnableService,  VerbKind::DisableService,
       VerbKind::Relocate,    VerbKind::RestartService, VerbKind::FreezeService,
       VerbKind::ThawService, VerbKind::RecoverService, VerbKind::StopGuest,
       VerbKind::ResetGuest};

using Plan = Core::ActionPlan (*)(const Core::Verb &, const Core::ClusterSnapshot &);

Plan plannerOf(VerbKind kind)
{
    switch (kind) {
    case VerbKind::Fence:
        return Core::planFence;
    case VerbKind::PowerOn:
    case VerbKind::PowerOff:
    case VerbKind::PowerCycle:
    case VerbKind::PowerReset:
    case VerbKind::PowerSoft:
    case VerbKind::Identify:
        return Core::planPower;
    case VerbKind::Maintenance:
    case VerbKind::EndMaintenance:
    case VerbKind::StopRgmanager:
    case VerbKind::StartRgmanager:
    case VerbKind::StopCman:
    case VerbKind::StartCman:
    case VerbKind::RebootNode:
    case VerbKind::ShutDownNode:
        return Core::planNode;
    case VerbKind::StopBoth:
    case VerbKind::ColdStart:
        return Core::planBothNodes;
    case VerbKind::Migrate:
        return Core::planMigrate;
    case VerbKind::EmptyNode:
        return Core::planEmptyNode;
    case VerbKind::StartGuest:
    case VerbKind::ShutdownGuest:
    case VerbKind::StopGuest:
    case VerbKind::ResetGuest:
        return Core::planGuest;
    case VerbKind::EnableService:
    case VerbKind::DisableService:
    case VerbKind::Relocate:
    case VerbKind::RestartService:
    case VerbKind::FreezeService:
    case VerbKind::ThawService:
    case VerbKind::RecoverService:
        return Core::planService;
    default:
        return Core::planDrbd;
    }
}

ActionOffer offerBy(Plan plan, const Core::Verb &verb, const Core::ClusterSnapshot &snapshot)
{
    return {verb, plan(verb, snapshot),
            [verb, plan](const Core::ClusterSnapshot &now) { return plan(verb, now); }};
}

ActionOffer offer(const Core::Verb &verb, const Core::ClusterSnapshot &snapshot)
{
    return offerBy(plannerOf(verb.kind), verb, snapshot);
}

// What a person does in the cluster's place stands behind the verb whose place it takes.
void addOverride(QList<ActionOffer> &offers, const Core::Verb &verb,
                 const Core::ClusterSnapshot &snapshot)
{
    if (verb.kind == VerbKind::Fence)
        offers << offerBy(Core::planAckFence, verb, snapshot);
    if (verb.kind == VerbKind::StartCman)
        offers << offerBy(Core::planLowerVotes, verb, snapshot);
}

bool isNode(const Thing &thing, const ClusterView &view)
{
    const auto machine = view.snapshot->machines.constFind(Core::NodeName(thing.id));
    return thing.kind == ThingKind::Machine && machine != view.snapshot->machines.cend()
        && machine->kind == Core::MachineKind::Node;
}

void addNode(QList<ActionOffer> &offers, const Thing &thing, const ClusterView &view)
{
    if (!isNode(thing, view))
        return;
    Core::Verb verb;
    verb.node = Core::NodeName(thing.id);
    for (const VerbKind kind : nodeVerbs) {
        verb.kind = kind;
        offers << offer(verb, *view.snapshot);
        addOverride(offers, verb, *view.snapshot);
    }
}

void addSide(QList<ActionOffer> &offers, const Core::ResourceName &resource,
             const Core::NodeName &node, const ClusterView &view)
{
    Core::Verb verb;
    verb.node = node;
    verb.resource = resource;
    for (const VerbKind kind : verbs) {
        verb.kind = kind;
        offers << offer(verb, *view.snapshot);
    }
    verb.kind = VerbKind::SetRate;
    for (const double rate : rates) {
        verb.rate = Core::Rate{rate * mebibyte};
        offers << offer(verb, *view.snapshot);
    }
}

void addGuest(QList<ActionOffer> &offers, const Thing &thing, const ClusterView &view)
{
    const Core::GuestView *guest
        = thing.kind == ThingKind::Guest ? guestOf(view, thing.id.toInt()) : nullptr;
    if (!guest)
        return;
    Core::Verb verb;
    verb.vmid = guest->id;
    const auto verbsOfIt = guest->highlyAvailable ? std::span<const VerbKind>(serviceVerbs)
                                                  : std::span<const VerbKind>(plainVerbs);
    for (const VerbKind kind : verbsOfIt) {
        verb.kind = kind;
        offers << offer(verb, *view.snapshot);
    }
}
} // namespace

QList<ActionOffer> offersFor(const Thing &thing, const ClusterView &view)
{
    QList<ActionOffer> offers;
    addNode(offers, thing, view);
    addGuest(offers, thing, view);
    for (const Core::ReplicationView &resource : view.replication) {
        for (const Core::NodeName &node : resource.sides.keys()) {
            if (thing == resourceThing(resource.name) || thing == machineThing(node))
                addSide(offers, resource.name, node, view);
        }
    }
    return offers;
}

QList<ActionOffer> allOffers(const ClusterView &view)
{
    QList<ActionOffer> offers;
    for (const Core::NodeName &node : Core::nodesOf(*view.snapshot))
        addNode(offers, machineThing(node), view);
    for (const Core::GuestView &guest : view.guests)
        addGuest(offers, guestThing(guest.id), view);
    for (const Core::ReplicationView &resource : view.replication)
        offers << offersFor(resourceThing(resource.name), view);
    return offers;
}

std::optional<ActionOffer> offerOf(Core::VerbKind kind, const Thing &thing, const ClusterView &view)
{
    QList<ActionOffer> offers;
    addNode(offers, thing, view);
    addGuest(offers, thing, view);
    for (const ActionOffer &offer : offers) {
        if (offer.verb.kind == kind)
            return offer;
    }
    return std::nullopt;
}

ActionOffer moveOffer(int guest, const Core::NodeName &target, const ClusterView &view)
{
    Core::Verb verb;
    verb.kind = VerbKind::Migrate;
    verb.vmid = guest;
    verb.target = target;
    return offer(verb, *view.snapshot);
}

Core::Message haWishOf(const Core::GuestView &guest)
{
    return Core::message(guest.highlyAvailable
                             ? QT_TRANSLATE_NOOP("Core", "Take guest %1 out of HA")
                             : QT_TRANSLATE_NOOP("Core", "Put guest %1 under HA"),
                         {QString::number(guest.id)});
}

QString whyNot(const ActionOffer &offer)
{
    // What has to be typed is asked for in the dialog.
    const Core::Confirmation &wanted = offer.plan.confirmation;
    return ActionText::whyNot(offer.plan, {wanted.expected, QStringLiteral("-")});
}

QStringList namesInAllLanguages(const Core::Message &message)
{
    QStringList names{Core::rendered(message)};
    for (QString name : namesInAllLanguages("Core", message.source)) {
        for (qsizetype i = message.args.size(); i > 0; --i)
            name.replace(QStringLiteral("%%1").arg(i), Core::rendered(message.args[i - 1]));
        names << name;
    }
    names.removeDuplicates();
    return names;
}
} // namespace Gui
