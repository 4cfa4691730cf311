// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/snapshotdiff.h"

#include "core/model/freshness.h"

namespace Core
{
namespace
{
using Events = QList<Event>;

Event event(EventKind kind, VerdictState severity, const NodeName &machine, Message text,
            const EvidenceRef &evidence = {}, const QString &subject = {})
{
    return {kind, severity, machine, subject, std::move(text), evidence};
}

void contactEvents(Events &events, const Machine &before, const Machine &after)
{
    const ContactState state = after.contact.state;
    if (before.contact.state == state)
        return;
    const QString name = after.name.text();
    if (state == ContactState::Connected) {
        events << event(EventKind::Contact, VerdictState::Ok, after.name,
                        message(QT_TRANSLATE_NOOP("Core", "%1 answers"), {name}));
    } else if (state == ContactState::Refused) {
        events << event(EventKind::Contact, VerdictState::Bad, after.name,
                        message(QT_TRANSLATE_NOOP("Core", "%1: login refused"), {name}));
    } else if (before.contact.state == ContactState::Connected) {
        const QDateTime since = after.contact.since.value_or(QDateTime());
        events << event(
            EventKind::Contact, VerdictState::Unknown, after.name,
            message(QT_TRANSLATE_NOOP("Core", "%1 has not answered since %2"), {name, since}));
    }
}

Message powerText(const NodeName &machine, PowerState power)
{
    const QList<Argument> name{machine.text()};
    switch (power) {
    case PowerState::On:
        return message(QT_TRANSLATE_NOOP("Core", "%1: its BMC says the power is on"), name);
    case PowerState::Off:
        return message(QT_TRANSLATE_NOOP("Core", "%1: its BMC says the power is off"), name);
    case PowerState::Cycling:
        return message(QT_TRANSLATE_NOOP("Core", "%1: its BMC says the power is cycling"), name);
    case PowerState::Unknown:
        break;
    }
    return message(QT_TRANSLATE_NOOP("Core", "%1: its BMC does not tell the power state"), name);
}

void powerEvents(Events &events, const Machine &before, const Machine &after)
{
    for (auto view = after.bmc.cbegin(); view != after.bmc.cend(); ++view) {
        const Observed<BmcState> old = before.bmc.value(view.key());
        if (view->known() && old.value && old.value->power != view->value->power) {
            const VerdictState severity
                = view->value->power == PowerState::On ? VerdictState::Ok : VerdictState::Bad;
            events << event(EventKind::Power, severity, after.name,
                            powerText(after.name, view->value->power), view->evidence);
        } else if (view->error && !old.error && old.value) {
            events << event(
                EventKind::Power, VerdictState::Unknown, after.name,
                message(QT_TRANSLATE_NOOP("Core", "the BMC of %1 does not answer any more"),
                        {after.name.text()}),
                view->evidence);
        }
    }
}

void quorumEvents(Events &events, const Machine &before, const Machine &after)
{
    if (!before.quorum.value || !after.quorum.known())
        return;
    const QuorumState &old = *before.quorum.value;
    const QuorumState &now = *after.quorum.value;
    const auto add = [&](VerdictState severity, const char *text) {
        events << event(EventKind::Quorum, severity, after.name, message(text, {after.name.text()}),
                        after.quorum.evidence);
    };
    if (old.quorate && !now.quorate)
        add(VerdictState::Bad, QT_TRANSLATE_NOOP("Core", "quorum lost on %1"));
    if (!old.quorate && now.quorate)
        add(VerdictState::Ok, QT_TRANSLATE_NOOP("Core", "%1 has quorum again"));
    const bool hadVote = old.quorumDeviceVotes.value_or(0) > 0;
    const bool hasVote = now.quorumDeviceVotes.value_or(0) > 0;
    if (hadVote && !hasVote)
        add(VerdictState::Warning,
            QT_TRANSLATE_NOOP("Core", "%1 no longer counts the quorum disk"));
    if (!hadVote && hasVote)
        add(VerdictState::Ok, QT_TRANSLATE_NOOP("Core", "%1 counts the quorum disk"));
}

const Member *memberNamed(const Members &members, const NodeName &name)
{
    for (const Member &member : members) {
        if (member.name == name)
            return &member;
    }
    return nullptr;
}

void memberEvents(Events &events, const Machine &before, const Machine &after)
{
    if (!before.members.value || !after.members.known())
        return;
    for (const Member &now : *after.members.value) {
        const Member *old = memberNamed(*before.members.value, now.name);
        if (!old || now.id == 0 || old->state == now.state)
            continue;
        const bool joined = now.state == MemberState::Member;
        events << event(
            EventKind::Membership, joined ? VerdictState::Ok : VerdictState::Bad, after.name,
            joined ? message(QT_TRANSLATE_NOOP("Core", "%1 sees %2 in the cluster"),
                             {after.name.text(), now.name.text()})
                   : message(QT_TRANSLATE_NOOP("Core", "%1 no longer sees %2 in the cluster"),
                             {after.name.text(), now.name.text()}),
            after.members.evidence, now.name.text());
    }
}

void fenceEvents(Events &events, const Machine &before, const Machine &after)
{
    if (!before.fenceDomain.value || !after.fenceDomain.known())
        return;
    const int old = before.fenceDomain.value->victimNow;
    const int now = after.fenceDomain.value->victimNow;
    if (old == now)
        return;
    const auto add = [&](VerdictState severity, const char *text, int id) {
        events << event(EventKind::Fencing, severity, after.name,
                        message(text, {after.name.text(), qint64(id)}), after.fenceDomain.evidence);
    };
    if (now != 0)
        add(VerdictState::Bad, QT_TRANSLATE_NOOP("Core", "%1 is fencing node id %2"), now);
    else
        add(VerdictState::Ok,
            QT_TRANSLATE_NOOP("Core", "%1 has no fence victim any more (was node id %2)"), old);
}

const DrbdResource *sameMinor(const Machine &machine, int minor)
{
    if (!machine.drbd.value)
        return nullptr;
    for (const DrbdResource &resource : machine.drbd.value->resources) {
        if (resource.minor == minor)
            return &resource;
    }
    return nullptr;
}

QString drbdWords(const DrbdResource &resource)
{
    const DrbdPeer peer = resource.peers.value(0);
    return QStringLiteral("%1 %2/%3 %4/%5")
        .arg(word(peer.connection), word(resource.role), word(peer.role), word(resource.disk),
             word(peer.disk));
}

VerdictState drbdSeverity(const DrbdResource &resource)
{
    const DrbdPeer peer = resource.peers.value(0);
    if (resource.disk == DiskState::Diskless || resource.disk == DiskState::Failed
        || peer.connection == DrbdConnection::StandAlone)
        return VerdictState::Bad;
    const bool whole = peer.connection == DrbdConnection::Connected
        && resource.disk == DiskState::UpToDate && peer.disk == DiskState::UpToDate;
    return whole ? VerdictState::Ok : VerdictState::Warning;
}

void drbdEvents(Events &events, const Machine &before, const Machine &after)
{
    if (!before.drbd.value || !after.drbd.known())
        return;
    for (const DrbdResource &now : after.drbd.value->resources) {
        const DrbdResource *old = sameMinor(before, now.minor);
        if (!old || drbdWords(*old) == drbdWords(now))
            continue;
        const QString name
            = now.name.isEmpty() ? QStringLiteral("drbd%1").arg(now.minor) : now.name.text();
        events << event(EventKind::Replication, drbdSeverity(now), after.name,
                        message(QT_TRANSLATE_NOOP("Core", "%1 on %2: %3"),
                                {name, after.name.text(), drbdWords(now)}),
                        after.drbd.evidence, name);
    }
}

void configurationEvents(Events &events, const Machine &before, const Machine &after)
{
    if (!before.quorum.value || !after.quorum.known()
        || before.quorum.value->configVersion == after.quorum.value->configVersion)
        return;
    events << event(EventKind::Configuration, VerdictState::Ok, after.name,
                    message(QT_TRANSLATE_NOOP("Core", "%1 runs cluster.conf version %2"),
                            {after.name.text(), qint64(after.quorum.value->configVersion)}),
                    after.quorum.evidence);
}

QString hostNames(const QList<NodeName> &hosts)
{
    QStringList names;
    for (const NodeName &host : hosts)
        names << host.text();
    return names.join(QStringLiteral(", "));
}

Event guestEvent(const GuestView &guest)
{
    const QString id = QString::number(guest.id);
    const EvidenceRef evidence = guest.evidence.value(0);
    const NodeName where = guest.hosts.value(0);
    if (guest.hosts.size() > 1) {
        return event(EventKind::Guest, VerdictState::Bad, where,
                     message(QT_TRANSLATE_NOOP("Core", "guest %1 has a process on %2"),
                             {id, hostNames(guest.hosts)}),
                     evidence, id);
    }
    if (guest.hosts.size() == 1) {
        return event(EventKind::Guest, VerdictState::Ok, where,
                     message(QT_TRANSLATE_NOOP("Core", "guest %1 runs on %2"), {id, where.text()}),
                     evidence, id);
    }
    if (guest.state == GuestState::Stopped) {
        return event(
            EventKind::Guest, guest.highlyAvailable ? VerdictState::Bad : VerdictState::Warning, {},
            message(QT_TRANSLATE_NOOP("Core", "guest %1 runs nowhere"), {id}), evidence, id);
    }
    return event(EventKind::Guest, VerdictState::Unknown, {},
                 message(QT_TRANSLATE_NOOP("Core", "it is not known whether guest %1 runs"), {id}),
                 evidence, id);
}

void serviceEvent(Events &events, const GuestView &before, const GuestView &after)
{
    if (!before.service || !after.service || before.service->state == after.service->state)
        return;
    const ServiceState state = after.service->state;
    const VerdictState severity = state == ServiceState::Started ? VerdictState::Ok
        : state == ServiceState::Failed                          ? VerdictState::Bad
                                                                 : VerdictState::Warning;
    events << event(EventKind::Service, severity, after.service->owner.value_or(NodeName()),
                    message(QT_TRANSLATE_NOOP("Core", "%1: rgmanager says %2"),
                            {after.service->name.text(), word(state)}),
                    after.evidence.value(0), QString::number(after.id));
}

// Guests are told once for the cluster, not once an observer.
void guestEvents(Events &events, const ClusterSnapshot &before, const ClusterSnapshot &after)
{
    QMap<int, GuestView> old;
    for (const GuestView &guest : guestsOf(before))
        old.insert(guest.id, guest);
    for (const GuestView &now : guestsOf(after)) {
        const auto was = old.constFind(now.id);
        if (was == old.cend())
            continue;
        if (was->hosts != now.hosts || was->state != now.state)
            events << guestEvent(now);
        serviceEvent(events, *was, now);
    }
}

// Whether anything that guests are judged by differs; most publications change counters only.
bool guestFactsDiffer(const ClusterSnapshot &before, const ClusterSnapshot &after)
{
    for (const Machine &now : after.machines) {
        const auto old = before.machines.constFind(now.name);
        if (old == before.machines.cend() || old->contact.state != now.contact.state
            || old->ha != now.ha || old->running != now.running || old->vms != now.vms
            || old->placements != now.placements)
            return true;
    }
    return false;
}
} // namespace

QList<Event> diff(const ClusterSnapshot &before, const ClusterSnapshot &after)
{
    Events events;
    for (const Machine &now : after.machines) {
        const auto old = before.machines.constFind(now.name);
        if (old == before.machines.cend())
            continue;
        contactEvents(events, *old, now);
        powerEvents(events, *old, now);
        quorumEvents(events, *old, now);
        memberEvents(events, *old, now);
        fenceEvents(events, *old, now);
        drbdEvents(events, *old, now);
        configurationEvents(events, *old, now);
    }
    if (guestFactsDiffer(before, after))
        guestEvents(events, before, after);
    return events;
}
} // namespace Core
