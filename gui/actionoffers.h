// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"
#include "gui/clusterview.h"
#include "gui/thing.h"

namespace Gui
{
// What can be done to a thing, or could if nothing spoke against it: the plan says which.
struct ActionOffer {
    Core::Verb verb;
    Core::ActionPlan plan; // on the picture of the moment
    Core::Planner planner;
};

// Of a machine: what is done to the node itself, then of each resource there; of a guest: by qm, or
// through its service; of a resource: every verb on each of its sides, by node.
QList<ActionOffer> offersFor(const Thing &thing, const ClusterView &view);
QList<ActionOffer> allOffers(const ClusterView &view);
// One verb on the thing as a whole; none: there is no such verb.
std::optional<ActionOffer> offerOf(Core::VerbKind kind, const Thing &thing,
                                   const ClusterView &view);

// A guest to a certain node, as when somebody drags it there.
ActionOffer moveOffer(int guest, const Core::NodeName &target, const ClusterView &view);

// "Put guest 101 under HA", or out of it: asked of cluster.conf, by its recipe, not by a plan.
Core::Message haWishOf(const Core::GuestView &guest);

// Why it cannot be run now, in a sentence; empty: it can be asked for.
QString whyNot(const ActionOffer &offer);

// A sentence in every language the product speaks, the current one first.
QStringList namesInAllLanguages(const Core::Message &message);
} // namespace Gui
