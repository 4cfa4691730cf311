// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/preflight.h"

#include "core/action/steps.h"
#include "core/model/health.h"

namespace Core
{
namespace
{
bool tellsQuorum(const Machine &machine)
{
    return machine.kind == MachineKind::Node && machine.quorum.value && !machine.quorum.error;
}

const Member *memberOf(const Machine &observer, const NodeName &node)
{
    if (!observer.members.value || observer.members.error)
        return nullptr;
    for (const Member &member : *observer.members.value) {
        if (member.name == node)
            return &member;
    }
    return nullptr;
}

// By its own word, else by the file; a node has one vote where nothing is said.
int votesOf(const NodeName &node, const Machine &observer, const ClusterSnapshot &snapshot)
{
    const Machine machine = snapshot.machines.value(node);
    if (tellsQuorum(machine) && machine.quorum.value->nodeVotes)
        return *machine.quorum.value->nodeVotes;
    if (observer.configuration.value) {
        for (const ConfiguredNode &configured : observer.configuration.value->nodes) {
            if (configured.name == node)
                return configured.votes;
        }
    }
    return 1;
}

enum class Copy : quint8 { Safe, Only, Apart, NotKnown };

DiskState peerDisk(const DrbdResource &side)
{
    return side.peers.isEmpty() ? DiskState::Unknown : side.peers.first().disk;
}

bool together(const DrbdResource &side)
{
    return !side.peers.isEmpty() && side.peers.first().connection == DrbdConnection::Connected;
}

// What the node's copy is to the others. Each side is asked for its own disk first.
Copy copyOn(const NodeName &node, const ReplicationView &view)
{
    const auto own = view.sides.constFind(node);
    const DrbdResource *other = nullptr;
    for (auto side = view.sides.cbegin(); side != view.sides.cend(); ++side) {
        if (side.key() != node)
            other = &side.value();
    }
    if (own == view.sides.cend() && !other)
        return Copy::NotKnown;
    const DiskState here = own != view.sides.cend() ? own->disk : peerDisk(*other);
    const DiskState there = other ? other->disk : peerDisk(*own);
    if (there != DiskState::UpToDate)
        return here == DiskState::UpToDate || own == view.sides.cend() ? Copy::Only : Copy::Safe;
    return (other ? together(*other) : together(*own)) ? Copy::Safe : Copy::Apart;
}
} // namespace

NodeName survivorOf(const NodeName &node, const ClusterSnapshot &snapshot)
{
    for (const Machine &machine : snapshot.machines) {
        if (machine.name != node && tellsQuorum(machine) && machine.quorum.value->quorate)
            return machine.name;
    }
    return {};
}

std::optional<VotesLeft> votesWithout(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const NodeName survivor = survivorOf(node, snapshot);
    if (survivor.isEmpty())
        return std::nullopt;
    const Machine observer = snapshot.machines.value(survivor);
    const Member *member = memberOf(observer, node);
    if (!member)
        return std::nullopt;
    const QuorumState &quorum = *observer.quorum.value;
    const bool counts = member->state == MemberState::Member;
    return VotesLeft{quorum.totalVotes - (counts ? votesOf(node, observer, snapshot) : 0),
                     quorum.quorum};
}

void checkVotes(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    const NodeName survivor = survivorOf(node, snapshot);
    const std::optional<VotesLeft> votes = votesWithout(node, snapshot);
    if (!votes) {
        addFinding(plan, Severity::Blocker, "votes.unknown",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "Not known: whether the cluster keeps its quorum "
                                             "without %1; no other node tells its votes"),
                           {node.text()}),
                   {}, "rule 2");
        return;
    }
    const Machine observer = snapshot.machines.value(survivor);
    if (votes->left < votes->needed)
        addFinding(plan, Severity::Blocker, "votes.lost",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "Without %1 there are %2 votes of the %3 needed: the "
                                             "cluster would lose its quorum and stop every HA "
                                             "guest"),
                           {node.text(), qint64(votes->left), qint64(votes->needed)}),
                   {observer.quorum.evidence}, "rule 2");
    const FenceDomain domain = observer.fenceDomain.value.value_or(FenceDomain());
    if (!observer.fenceDomain.value || observer.fenceDomain.error)
        addFinding(plan, Severity::Warning, "fencing.unknown",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "Not known: whether a node is being fenced already; "
                                             "%1 does not tell its fence domain"),
                           {survivor.text()}),
                   {observer.fenceDomain.evidence}, "rule 7");
    else if (domain.victimCount > 0 || domain.victimNow != 0)
        addFinding(plan, Severity::Blocker, "fencing.now",
                   message(QT_TRANSLATE_NOOP("Core",
                                             "%1 is fencing a node right now: one at a time, and "
                                             "never both"),
                           {survivor.text()}),
                   {observer.fenceDomain.evidence}, "rule 7");
}

void checkCopies(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot,
                 Severity severity)
{
    for (const ReplicationView &view : replicationOf(snapshot)) {
        switch (copyOn(node, view)) {
        case Copy::Safe:
            break;
        case Copy::Only:
            addFinding(plan, severity, "copy.only",
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "%1 has the only good copy of %2: without it "
                                                 "nobody can go on with these data"),
                               {node.text(), view.name.text()}),
                       view.evidence, "rule 8");
            break;
        case Copy::Apart:
            addFinding(plan, Severity::Warning, "copy.apart",
                       message(QT_TRANSLATE_NOOP("Core",
                                                 "%1 is not connected: what %2 wrote since then is "
                                                 "on %2 only, and guests started elsewhere would "
                                                 "go on with older data"),
                               {view.name.text(), node.text()}),
                       view.evidence, "rule 13");
            break;
        case Copy::NotKnown:
            addFinding(plan, severity, "copy.unknown",
                       message(QT_TRANSLATE_NOOP("Core", "Not known: who has a good copy of %1"),
                               {view.name.text()}),
                       view.evidence, "rule 8");
            break;
        }
    }
}

void checkGuests(ActionPlan &plan, const NodeName &node, const ClusterSnapshot &snapshot)
{
    QStringList stopping;
    QList<EvidenceRef> evidence;
    for (const GuestView &guest : guestsOf(snapshot)) {
        const bool there
            = guest.hosts.contains(node) || (guest.hosts.isEmpty() && guest.home == node);
        if (!there || (guest.hosts.isEmpty() && !guest.ownerLost))
            continue;
        stopping << (guest.name.isEmpty()
                         ? QString::number(guest.id)
                         : QStringLiteral("%1 %2").arg(guest.id).arg(guest.name.text()));
        evidence += guest.evidence;
    }
    if (!stopping.isEmpty())
        addFinding(plan, Severity::Warning, "guests.stop",
                   message(QT_TRANSLATE_N_NOOP("Core",
                                               "%n guest(s) of %1 stop at once; those of HA start "
                                               "again elsewhere: %2"),
                           {node.text(), stopping.join(QStringLiteral(", "))},
                           int(stopping.size())),
                   evidence, "rule 20");
}
} // namespace Core
