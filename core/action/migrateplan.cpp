// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/migrateplan.h"

#include "core/action/migratedraft.h"
#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
NodeName sourceOf(const GuestView &guest)
{
    return guest.hosts.isEmpty() ? guest.home : guest.hosts.constFirst();
}

Move moveOf(const GuestView &guest, const NodeName &source, const NodeName &target)
{
    return {guest.id, guestName(guest), source, target, guest.service.has_value()};
}

ActionPlan begun(const Verb &verb, Message title, const ClusterSnapshot &snapshot)
{
    ActionPlan plan;
    plan.title = std::move(title);
    plan.verb = verb;
    plan.madeFromRevision = snapshot.revision;
    plan.confirmation = {ConfirmationKind::OneClick, {}, false}; // nothing can be lost
    return plan;
}

void checkPair(ActionPlan &plan, const NodeName &source, const NodeName &target,
               const ClusterSnapshot &snapshot)
{
    const auto known = [&](const NodeName &node) {
        return snapshot.machines.value(node).kind == MachineKind::Node
            && snapshot.machines.contains(node);
    };
    if (!known(source) || !known(target) || source == target)
        return addFinding(plan, Severity::Blocker, "migrate.target",
                          message(QT_TRANSLATE_NOOP("Core", "There is no other node to go to")));
    checkNode(plan, source, snapshot);
    checkNode(plan, target, snapshot);
}

// Beyond the point of no return there is no cancel, but most migrations can be called back.
void tellRecall(ActionPlan &plan, const QList<Move> &moves)
{
    const auto byRgmanager = [](const Move &move) { return move.byRgmanager; };
    const QList<Argument> ends{moves.constFirst().target.text(), moves.constFirst().source.text()};
    if (!std::all_of(moves.cbegin(), moves.cend(), byRgmanager))
        addFinding(plan, Severity::Note, "migrate.recall",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "A migration by qm can be called back while it runs, "
                                             "until its last pass: the guest then goes on on %2; "
                                             "too late, it ends on %1"),
                           ends),
                   {}, "P29");
    if (std::any_of(moves.cbegin(), moves.cend(), byRgmanager))
        addFinding(plan, Severity::Note, "migrate.nocancel",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "A migration by rgmanager is not called back from "
                                             "here, for clusvcadm has no word for it: it ends on "
                                             "%1, or the guest stays on %2 when qm gives up"),
                           ends),
                   {}, "P29");
}

void addSteps(ActionPlan &plan, const QList<Move> &moves, const ClusterSnapshot &snapshot)
{
    if (moves.isEmpty())
        return;
    checkRoom(plan, moves, snapshot);
    if (plan.blocked())
        return;
    if (moves.size() > 1)
        addFinding(plan, Severity::Note, "migrate.between",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "A cancel between two guests keeps the next one where "
                                             "it is; those that moved stay there")));
    tellRecall(plan, moves);
    plan.steps.push_back(roomStep(moves));
    for (const Move &move : moves)
        plan.steps.push_back(moveStep(move));
}

// Guests of rgmanager and others alike, where both nodes tell what runs on them.
QList<GuestView> guestsOn(const NodeName &node, const ClusterSnapshot &snapshot)
{
    QList<GuestView> guests = guestsOf(snapshot);
    guests.removeIf([&](const GuestView &guest) { return !guest.hosts.contains(node); });
    return guests;
}
} // namespace

ActionPlan planMigrate(const Verb &verb, const ClusterSnapshot &snapshot)
{
    const std::optional<GuestView> guest = guestNumber(verb.vmid, snapshot);
    const NodeName source = guest ? sourceOf(*guest) : NodeName();
    const NodeName target = verb.target.isEmpty() ? peerOf(snapshot, source) : verb.target;
    ActionPlan plan
        = begun(verb,
                message(QT_TRANSLATE_NOOP("Core", "Migrate %1 to %2"),
                        {guest ? guestName(*guest) : QString::number(verb.vmid), target.text()}),
                snapshot);
    plan.touches = {source, target};
    if (!guest) {
        addFinding(plan, Severity::Blocker, "guest.none",
                   message(QT_TRANSLATE_NOOP("Core", "There is no guest %1"), {qint64(verb.vmid)}));
        return plan;
    }
    const Move move = moveOf(*guest, source, target);
    checkPair(plan, source, target, snapshot);
    checkMove(plan, move, *guest, snapshot);
    addSteps(plan, {move}, snapshot);
    return plan;
}

ActionPlan planEmptyNode(const Verb &verb, const ClusterSnapshot &snapshot)
{
    const NodeName target = verb.target.isEmpty() ? peerOf(snapshot, verb.node) : verb.target;
    ActionPlan plan
        = begun(verb, message(QT_TRANSLATE_NOOP("Core", "Empty %1"), {verb.node.text()}), snapshot);
    plan.touches = {verb.node, target};
    checkPair(plan, verb.node, target, snapshot);
    const Machine machine = snapshot.machines.value(verb.node);
    if (!freshFact(machine, machine.running))
        addFinding(
            plan, Severity::Blocker, "guest.unknown",
            message(QT_TRANSLATE_NOOP("Core", "Not known: what runs on %1"), {verb.node.text()}));
    QList<Move> moves;
    for (const GuestView &guest : guestsOn(verb.node, snapshot)) {
        moves << moveOf(guest, verb.node, target);
        checkMove(plan, moves.constLast(), guest, snapshot);
    }
    if (moves.isEmpty() && !plan.blocked())
        addFinding(plan, Severity::Blocker, "migrate.empty",
                   message(QT_TRANSLATE_NOOP("Core", "No guest runs on %1"), {verb.node.text()}));
    addSteps(plan, moves, snapshot);
    return plan;
}
} // namespace Core
