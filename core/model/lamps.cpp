// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/freshness.h"
#include "core/model/health.h"

#include <algorithm>

// How one thing stands, for its lamp. Unknown is not down: a machine that does not answer us is
// never red for that alone; its own BMC saying "off" is another matter.
namespace Core
{
namespace
{
bool seenOff(const Machine &machine)
{
    return std::any_of(machine.bmc.cbegin(), machine.bmc.cend(),
                       [](const Observed<BmcState> &view) {
                           return view.known() && view.value->power == PowerState::Off;
                       });
}

// Another member, with quorum, that counts this node as gone while the node itself feels fine.
bool deniedByPeer(const Machine &machine, const ClusterSnapshot &snapshot)
{
    return std::any_of(
        snapshot.machines.cbegin(), snapshot.machines.cend(), [&](const Machine &other) {
            const Members *members = freshFact(other, other.members);
            return members && other.name != machine.name
                && std::any_of(members->cbegin(), members->cend(), [&](const Member &member) {
                       return member.name == machine.name && member.state != MemberState::Member;
                   });
        });
}

bool rgmanagerMissing(const Machine &machine, const ClusterSnapshot &snapshot)
{
    const HaStatus *ha = freshFact(machine, machine.ha);
    const bool wanted = snapshot.configuration && !snapshot.configuration->haGuests.isEmpty();
    return wanted && ha && !ha->rgmanagerAnswers;
}

bool outsideFenceDomain(const Machine &machine)
{
    const FenceDomain *domain = freshFact(machine, machine.fenceDomain);
    const QuorumState *quorum = freshFact(machine, machine.quorum);
    return domain && quorum && !domain->members.contains(quorum->nodeId);
}

VerdictState nodeState(const Machine &machine, const ClusterSnapshot &snapshot)
{
    const QuorumState *quorum = freshFact(machine, machine.quorum);
    if (!quorum)
        return VerdictState::Unknown;
    if (!quorum->quorate)
        return VerdictState::Bad;
    const bool amber = quorum->membership != MemberState::Member || deniedByPeer(machine, snapshot)
        || rgmanagerMissing(machine, snapshot) || outsideFenceDomain(machine);
    return amber ? VerdictState::Warning : VerdictState::Ok;
}

// The quorum server does its work when a node counts its vote.
VerdictState quorumServerState(const ClusterSnapshot &snapshot)
{
    VerdictState state = VerdictState::Unknown;
    for (const Machine &machine : snapshot.machines) {
        const QuorumState *quorum = freshFact(machine, machine.quorum);
        if (!quorum)
            continue;
        if (quorum->quorumDeviceVotes.value_or(0) <= 0)
            return VerdictState::Warning;
        state = VerdictState::Ok;
    }
    return state;
}

bool freshEnd(const Observer &observer, const ClusterSnapshot &snapshot)
{
    const NodeName *node = std::get_if<NodeName>(&observer);
    if (!node)
        return true;
    const auto machine = snapshot.machines.constFind(*node);
    return machine != snapshot.machines.cend() && answers(*machine);
}

// The workstation's path to a BMC is optional: bad only when it worked before. A node's is the one
// that fencing takes (rule 9).
VerdictState ipmiState(const Observed<LinkEnd> &end, const Machine &machine,
                       const Observer &observer)
{
    if (!end.error)
        return end.value && end.value->up.value_or(false) ? VerdictState::Ok
                                                          : VerdictState::Unknown;
    if (std::holds_alternative<NodeName>(observer) || end.error->kind == ErrorKind::AuthRefused
        || end.error->kind == ErrorKind::Refused)
        return VerdictState::Bad;
    return machine.bmc.value(observer).value ? VerdictState::Bad : VerdictState::Unknown;
}

VerdictState endsState(const Link &link, const ClusterSnapshot &snapshot)
{
    bool up = false;
    bool down = false;
    bool unseen = false;
    for (auto end = link.ends.cbegin(); end != link.ends.cend(); ++end) {
        const bool told
            = freshEnd(end.key(), snapshot) && end->known() && end->value->up.has_value();
        unseen = unseen || !told;
        up = up || (told && *end->value->up);
        down = down || (told && !*end->value->up);
    }
    if (down)
        return up ? VerdictState::Warning : VerdictState::Bad;
    return up && !unseen ? VerdictState::Ok : VerdictState::Unknown;
}
} // namespace

VerdictState stateOf(const Machine &machine, const ClusterSnapshot &snapshot)
{
    if (!answers(machine))
        return seenOff(machine) ? VerdictState::Bad : VerdictState::Unknown;
    return machine.kind == MachineKind::QuorumServer ? quorumServerState(snapshot)
                                                     : nodeState(machine, snapshot);
}

VerdictState stateOf(const Link &link, const ClusterSnapshot &snapshot)
{
    if (link.kind == LinkKind::Ipmi && !link.ends.isEmpty()) {
        const Observer observer = link.ends.firstKey();
        return ipmiState(link.ends.first(), snapshot.machines.value(link.b), observer);
    }
    if (link.kind == LinkKind::Replication) {
        for (const ReplicationView &view : replicationOf(snapshot)) {
            if (view.name == link.resource)
                return view.state;
        }
    }
    return endsState(link, snapshot);
}
} // namespace Core
