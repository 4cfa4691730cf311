// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/aftermath.h"

#include "core/action/guestplan.h"
#include "core/action/preflight.h"
#include "core/model/freshness.h"

namespace Core
{
using namespace Qt::StringLiterals;

namespace
{
struct Word {
    VerbKind kind;
    const char *word;
};
constexpr Word wishes[] = {
    {VerbKind::Fence, "fence"},
    {VerbKind::PowerOn, "powerOn"},
    {VerbKind::PowerOff, "powerOff"},
    {VerbKind::PowerCycle, "powerCycle"},
    {VerbKind::PowerReset, "powerReset"},
    {VerbKind::PowerSoft, "powerSoft"},
    {VerbKind::Identify, "identify"},
    {VerbKind::Maintenance, "maintenance"},
    {VerbKind::EndMaintenance, "endMaintenance"},
    {VerbKind::StopRgmanager, "stopRgmanager"},
    {VerbKind::StartRgmanager, "startRgmanager"},
    {VerbKind::StopCman, "stopCman"},
    {VerbKind::StartCman, "startCman"},
    {VerbKind::RebootNode, "rebootNode"},
    {VerbKind::ShutDownNode, "shutDownNode"},
    {VerbKind::StopBoth, "stopBoth"},
    {VerbKind::ColdStart, "coldStart"},
    {VerbKind::AckFence, "ackFence"},
    {VerbKind::LowerVotes, "lowerVotes"},
    {VerbKind::Migrate, "migrate"},
    {VerbKind::EmptyNode, "emptyNode"},
    {VerbKind::StartGuest, "startGuest"},
    {VerbKind::ShutdownGuest, "shutdownGuest"},
    {VerbKind::StopGuest, "stopGuest"},
    {VerbKind::ResetGuest, "resetGuest"},
    {VerbKind::EnableService, "enableService"},
    {VerbKind::DisableService, "disableService"},
    {VerbKind::Relocate, "relocate"},
    {VerbKind::RestartService, "restartService"},
    {VerbKind::FreezeService, "freezeService"},
    {VerbKind::ThawService, "thawService"},
    {VerbKind::RecoverService, "recoverService"},
};

QString listed(const QList<NodeName> &nodes)
{
    QStringList names;
    for (const NodeName &node : nodes)
        names << node.text();
    return names.join(u", "_s);
}

Message membership(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const NodeName observer = survivorOf(node, snapshot);
    const Machine teller = snapshot.machines.value(observer);
    const Members *members = freshFact(teller, teller.members);
    if (!members)
        return message(
            QT_TRANSLATE_NOOP("Core", "no node tells whether %1 is a member of the cluster"),
            {node.text()});
    for (const Member &member : *members) {
        if (member.name == node && member.state == MemberState::Member)
            return message(QT_TRANSLATE_NOOP("Core", "by the word of %1, %2 is a member since %3"),
                           {observer.text(), node.text(), member.joined});
    }
    return message(QT_TRANSLATE_NOOP("Core", "by the word of %1, %2 is no member of the cluster"),
                   {observer.text(), node.text()});
}

Message power(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const auto views = snapshot.machines.value(node).bmc;
    for (const Observed<BmcState> &view : views) {
        if (!view.value || view.error || view.value->power == PowerState::Unknown)
            continue;
        return view.value->power == PowerState::Off
            ? message(QT_TRANSLATE_NOOP("Core", "the BMC of %1 says that it is off"), {node.text()})
            : message(QT_TRANSLATE_NOOP("Core", "the BMC of %1 says that it is on"), {node.text()});
    }
    return message(QT_TRANSLATE_NOOP("Core", "the BMC of %1 does not tell"), {node.text()});
}

// By the word of whoever answers and still waits for it; else of any that answers.
Message fencing(const NodeName &node, const ClusterSnapshot &snapshot)
{
    NodeName knows;
    for (const Machine &machine : snapshot.machines) {
        const FenceDomain *domain = freshFact(machine, machine.fenceDomain);
        if (!domain || machine.name == node)
            continue;
        if (domain->victimCount > 0 || domain->victimNow != 0)
            return message(
                QT_TRANSLATE_NOOP(
                    "Core", "%1 still waits for a node to be fenced: nothing was acknowledged"),
                {machine.name.text()});
        knows = machine.name;
    }
    return knows.isEmpty()
        ? message(QT_TRANSLATE_NOOP("Core", "no node tells whether %1 is still to be fenced"),
                  {node.text()})
        : message(QT_TRANSLATE_NOOP("Core", "%1 waits for no node to be fenced any more"),
                  {knows.text()});
}

Message votes(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const Machine machine = snapshot.machines.value(node);
    const QuorumState *quorum = freshFact(machine, machine.quorum);
    if (!quorum)
        return message(QT_TRANSLATE_NOOP("Core", "%1 does not tell whether it has quorum"),
                       {node.text()});
    const QList<Argument> words{node.text(), qint64(quorum->totalVotes), qint64(quorum->quorum)};
    return quorum->quorate
        ? message(QT_TRANSLATE_NOOP("Core", "%1 has quorum: it has %2 votes, and needs %3"), words)
        : message(QT_TRANSLATE_NOOP("Core", "%1 has no quorum: it has %2 votes, and needs %3"),
                  words);
}

Message groups(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const std::optional<bool> runs = hasRgmanager(node, snapshot);
    if (!runs)
        return message(QT_TRANSLATE_NOOP("Core", "no node tells whether rgmanager runs on %1"),
                       {node.text()});
    return *runs
        ? message(QT_TRANSLATE_NOOP("Core", "rgmanager runs on %1"), {node.text()})
        : message(QT_TRANSLATE_NOOP("Core", "rgmanager does not run on %1"), {node.text()});
}

Message emptied(const NodeName &node, const ClusterSnapshot &snapshot)
{
    const Machine machine = snapshot.machines.value(node);
    const RunningGuests *running = freshFact(machine, machine.running);
    if (!running)
        return message(QT_TRANSLATE_NOOP("Core", "%1 does not tell what runs on it"),
                       {node.text()});
    QStringList ids;
    for (const int id : running->ids)
        ids << QString::number(id);
    return ids.isEmpty() ? message(QT_TRANSLATE_NOOP("Core", "no guest runs on %1"), {node.text()})
                         : message(QT_TRANSLATE_NOOP("Core", "on %1 there still run: %2"),
                                   {node.text(), ids.join(u", "_s)});
}

Message guest(int vmid, const ClusterSnapshot &snapshot)
{
    const std::optional<GuestView> guest = guestNumber(vmid, snapshot);
    const Expected<void> nowhere = seesGuestOn(vmid, {})(snapshot);
    if (!guest || (!nowhere && guest->hosts.isEmpty()))
        return message(QT_TRANSLATE_NOOP("Core", "not known: where guest %1 runs"), {qint64(vmid)});
    const QString service = guest->service ? word(guest->service->state) : u"-"_s;
    if (guest->hosts.isEmpty())
        return message(QT_TRANSLATE_NOOP("Core", "guest %1 runs nowhere (HA service: %2)"),
                       {qint64(vmid), service});
    return message(QT_TRANSLATE_NOOP("Core", "guest %1 runs on %2 (HA service: %3)"),
                   {qint64(vmid), listed(guest->hosts), service});
}

// Several things that one action changes.
Message joined(const Message &first, const Message &second)
{
    return message(QT_TRANSLATE_NOOP("Core", "%1; %2"), {MessageList{first}, MessageList{second}});
}

Message powerOfAll(const Verb &verb, const ClusterSnapshot &snapshot)
{
    const Message first = power(verb.node, snapshot);
    const NodeName other = peerOf(snapshot, verb.node);
    return other.isEmpty() ? first : joined(first, power(other, snapshot));
}
} // namespace

QJsonObject wishJson(const Verb &verb)
{
    for (const Word &wish : wishes) {
        if (wish.kind == verb.kind)
            return {{u"verb"_s, QString::fromLatin1(wish.word)},
                    {u"node"_s, verb.node.text()},
                    {u"target"_s, verb.target.text()},
                    {u"vmid"_s, verb.vmid}};
    }
    return {};
}

std::optional<Verb> wishFrom(const QJsonObject &json)
{
    for (const Word &wish : wishes) {
        if (json[u"verb"_s].toString() != QLatin1StringView(wish.word))
            continue;
        Verb verb;
        verb.kind = wish.kind;
        verb.node = NodeName(json[u"node"_s].toString());
        verb.target = NodeName(json[u"target"_s].toString());
        verb.vmid = json[u"vmid"_s].toInt();
        return verb;
    }
    return std::nullopt;
}

Message aftermath(const Verb &verb, const ClusterSnapshot &snapshot)
{
    switch (verb.kind) {
    case VerbKind::Fence:
    case VerbKind::PowerReset:
    case VerbKind::StopCman:
    case VerbKind::StartCman:
    case VerbKind::RebootNode:
        return membership(verb.node, snapshot);
    case VerbKind::Maintenance:
        return joined(membership(verb.node, snapshot), emptied(verb.node, snapshot));
    case VerbKind::EndMaintenance:
        return joined(membership(verb.node, snapshot), groups(verb.node, snapshot));
    case VerbKind::StopRgmanager:
    case VerbKind::StartRgmanager:
        return groups(verb.node, snapshot);
    case VerbKind::PowerOn:
    case VerbKind::PowerOff:
    case VerbKind::PowerCycle:
    case VerbKind::PowerSoft:
    case VerbKind::Identify:
        return power(verb.node, snapshot);
    case VerbKind::ShutDownNode:
        return joined(power(verb.node, snapshot), membership(verb.node, snapshot));
    case VerbKind::StopBoth:
    case VerbKind::ColdStart:
        return powerOfAll(verb, snapshot);
    case VerbKind::AckFence:
        return fencing(verb.node, snapshot);
    case VerbKind::LowerVotes:
        return votes(verb.node, snapshot);
    case VerbKind::EmptyNode:
        return emptied(verb.node, snapshot);
    default:
        return guest(verb.vmid, snapshot);
    }
}
} // namespace Core
