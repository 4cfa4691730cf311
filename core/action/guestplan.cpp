// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/guestplan.h"

#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
using Clock = std::chrono::steady_clock;

bool isMember(const Machine &machine)
{
    const Members *members = freshFact(machine, machine.members);
    return members && std::any_of(members->cbegin(), members->cend(), [&](const Member &member) {
               return member.name == machine.name && member.state == MemberState::Member;
           });
}

tl::unexpected<Error> unseen(Message what)
{
    return failure(ErrorKind::Stale, std::move(what));
}

QString listed(const QList<NodeName> &nodes)
{
    QStringList names;
    for (const NodeName &node : nodes)
        names << node.text();
    return names.join(QStringLiteral(", "));
}

bool everyNodeTells(const ClusterSnapshot &snapshot)
{
    return std::all_of(
        snapshot.machines.cbegin(), snapshot.machines.cend(), [](const Machine &machine) {
            return machine.kind != MachineKind::Node || freshFact(machine, machine.running);
        });
}

void checkFencing(ActionPlan &plan, const Machine &machine)
{
    const FenceDomain *domain = freshFact(machine, machine.fenceDomain);
    if (domain && (domain->victimCount > 0 || domain->victimNow != 0))
        addFinding(plan, Severity::Blocker, "fencing.now",
                   message(QT_TRANSLATE_NOOP("Core", "%1 waits for a node to be fenced"),
                           {machine.name.text()}),
                   {machine.fenceDomain.evidence}, "rule 7");
}
} // namespace

std::optional<GuestView> guestNumber(int vmid, const ClusterSnapshot &snapshot)
{
    for (const GuestView &guest : guestsOf(snapshot)) {
        if (guest.id == vmid)
            return guest;
    }
    return std::nullopt;
}

QString guestName(const GuestView &guest)
{
    const QString number = QString::number(guest.id);
    return guest.name.isEmpty() ? number : number + u' ' + guest.name.text();
}

QString serviceName(int vmid)
{
    return QStringLiteral("pvevm:%1").arg(vmid);
}

bool isSoundNode(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const Machine machine = snapshot.machines.value(node);
    const QuorumState *quorum = freshFact(machine, machine.quorum);
    return machine.kind == MachineKind::Node && quorum && quorum->quorate && isMember(machine);
}

std::optional<bool> hasRgmanager(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const HaStatus *ha = haView(snapshot);
    if (!ha || !ha->rgmanagerAnswers)
        return std::nullopt;
    for (const ClustatNode &one : ha->nodes) {
        if (one.name == node)
            return one.rgmanager;
    }
    return std::nullopt;
}

void checkNode(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    const Machine machine = snapshot.machines.value(node);
    if (isSoundNode(node, snapshot))
        return checkFencing(plan, machine);
    addFinding(
        plan, Severity::Blocker, "node.unsound",
        answers(machine)
            ? message(QT_TRANSLATE_NOOP("Core", "%1 is no member of a cluster with quorum"),
                      {node.text()})
            : message(QT_TRANSLATE_NOOP("Core", "%1 does not answer: how it is, is not known"),
                      {node.text()}),
        {machine.quorum.evidence}, "rule 1");
}

void checkProcesses(ActionPlan &plan, const GuestView &guest, int wanted,
                    const ClusterSnapshot &snapshot)
{
    if (!everyNodeTells(snapshot) && (wanted == 0 || guest.hosts.isEmpty()))
        return addFinding(
            plan, Severity::Blocker, "guest.unknown",
            message(QT_TRANSLATE_NOOP("Core", "Not known: where %1 runs; not every node tells"),
                    {guestName(guest)}),
            guest.evidence, "rule 19");
    if (guest.hosts.size() > 1)
        return addFinding(plan, Severity::Blocker, "guest.twice",
                          message(QT_TRANSLATE_NOOP("Core", "%1 runs on %2 at once"),
                                  {guestName(guest), listed(guest.hosts)}),
                          guest.evidence, "rule 19");
    if (guest.hosts.size() != wanted)
        addFinding(plan, Severity::Blocker, wanted ? "guest.stopped" : "guest.runs",
                   wanted
                       ? message(QT_TRANSLATE_NOOP("Core", "%1 does not run"), {guestName(guest)})
                       : message(QT_TRANSLATE_NOOP("Core", "%1 runs on %2 already"),
                                 {guestName(guest), listed(guest.hosts)}),
                   guest.evidence);
}

Sight seesGuestOn(int vmid, const QList<NodeName> &nodes)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<GuestView> guest = guestNumber(vmid, now);
        if (!guest || !everyNodeTells(now))
            return unseen(message(QT_TRANSLATE_NOOP("Core", "not known: where guest %1 runs"),
                                  {qint64(vmid)}));
        if (guest->hosts == nodes)
            return {};
        if (guest->hosts.isEmpty())
            return unseen(
                message(QT_TRANSLATE_NOOP("Core", "guest %1 runs nowhere"), {qint64(vmid)}));
        return unseen(message(QT_TRANSLATE_NOOP("Core", "guest %1 runs on %2"),
                              {qint64(vmid), listed(guest->hosts)}));
    };
}

Sight seesService(int vmid, ServiceState state, const NodeName &owner)
{
    return [=](const ClusterSnapshot &now) -> Expected<void> {
        const std::optional<GuestView> guest = guestNumber(vmid, now);
        if (!guest || !guest->service)
            return unseen(message(QT_TRANSLATE_NOOP("Core", "not known: the state of %1"),
                                  {serviceName(vmid)}));
        const HaService &service = *guest->service;
        if (service.state == state && (owner.isEmpty() || service.owner == owner))
            return {};
        return unseen(message(QT_TRANSLATE_NOOP("Core", "%1 is %2 on %3"),
                              {serviceName(vmid), word(service.state),
                               service.owner ? service.owner->text() : QStringLiteral("-")}));
    };
}

Sight both(Sight first, Sight second)
{
    return [first = std::move(first), second = std::move(second)](const ClusterSnapshot &now) {
        const Expected<void> seen = first(now);
        return seen ? second(now) : seen;
    };
}

Expected<void> awaitSoon(Shell &shell, const Sight &sight, std::chrono::seconds time)
{
    using namespace std::chrono_literals;
    const auto end = Clock::now() + time;
    for (;;) {
        const Expected<void> seen = sight(*shell.freshSnapshot());
        if (seen || Clock::now() > end || !shell.sleepFor(300ms))
            return seen;
    }
}
} // namespace Core
