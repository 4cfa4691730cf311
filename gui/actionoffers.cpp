// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionoffers.h"

#include "core/action/drbdplan.h"
#include "core/action/fenceplan.h"
#include "gui/actiontext.h"
#include "gui/commandpalette.h"

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
constexpr VerbKind nodeVerbs[] = {VerbKind::Fence, VerbKind::PowerOn, VerbKind::PowerOff};

using Plan = Core::ActionPlan (*)(const Core::Verb &, const Core::ClusterSnapshot &);

Plan plannerOf(VerbKind kind)
{
    if (kind == VerbKind::Fence)
        return Core::planFence;
    const bool power = kind == VerbKind::PowerOn || kind == VerbKind::PowerOff;
    return power ? Core::planPower : Core::planDrbd;
}

ActionOffer offer(const Core::Verb &verb, const Core::ClusterSnapshot &snapshot)
{
    const Plan plan = plannerOf(verb.kind);
    return {verb, plan(verb, snapshot),
            [verb, plan](const Core::ClusterSnapshot &now) { return plan(verb, now); }};
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
} // namespace

QList<ActionOffer> offersFor(const Thing &thing, const ClusterView &view)
{
    QList<ActionOffer> offers;
    addNode(offers, thing, view);
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
    for (const Core::ReplicationView &resource : view.replication)
        offers << offersFor(resourceThing(resource.name), view);
    return offers;
}

std::optional<ActionOffer> offerOf(Core::VerbKind kind, const Thing &thing, const ClusterView &view)
{
    QList<ActionOffer> offers;
    addNode(offers, thing, view);
    for (const ActionOffer &offer : offers) {
        if (offer.verb.kind == kind)
            return offer;
    }
    return std::nullopt;
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
