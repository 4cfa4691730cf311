// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/health.h"

#include "core/model/drbdpolicy.h"
#include "core/model/fencepath.h"
#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
// What is wrong outranks what cannot be seen, and both outrank what is right.
int rank(VerdictState state)
{
    switch (state) {
    case VerdictState::Ok:
        return 0;
    case VerdictState::Unknown:
        return 1;
    case VerdictState::Warning:
        return 2;
    case VerdictState::Bad:
        return 3;
    }
    return 1;
}

Verdict worse(Verdict a, Verdict b)
{
    return rank(b.state) > rank(a.state) ? std::move(b) : std::move(a);
}

QString label(const GuestView &guest)
{
    return guest.name.isEmpty() ? QString::number(guest.id)
                                : QStringLiteral("%1 %2").arg(guest.id).arg(guest.name.text());
}

Verdict verdict(VerdictState state, Message headline, Message reason, QList<EvidenceRef> evidence)
{
    return {state, std::move(headline), std::move(reason), std::move(evidence)};
}

bool migrating(const GuestView &guest)
{
    return guest.service && guest.service->state == ServiceState::Migrating;
}

// rgmanager's word beside the guest that does not run: it says what the cluster is doing about it.
Message serviceWord(const GuestView &guest)
{
    if (!guest.service && guest.startsAtBoot && guest.state == GuestState::Stopped)
        return message(QT_TRANSLATE_NOOP("Core", "it starts with its node, but has no process"));
    if (!guest.service)
        return guest.state == GuestState::Stopped
            ? message(QT_TRANSLATE_NOOP("Core", "no process on any node"))
            : message(QT_TRANSLATE_NOOP("Core", "no process on the nodes that answer"));
    return message(QT_TRANSLATE_NOOP("Core", "rgmanager says %1"), {word(guest.service->state)});
}

std::optional<Verdict> hostTrouble(const GuestView &guest)
{
    if (guest.hosts.size() > 1 && !migrating(guest)) {
        return verdict(VerdictState::Bad,
                       message(QT_TRANSLATE_NOOP("Core", "Guest %1 has a process on both nodes"),
                               {label(guest)}),
                       message(QT_TRANSLATE_NOOP("Core", "a live migration, or it runs twice")),
                       guest.evidence);
    }
    if (guest.state == GuestState::IoError || guest.state == GuestState::Paused) {
        return verdict(VerdictState::Bad,
                       message(QT_TRANSLATE_NOOP("Core", "Guest %1 is paused"), {label(guest)}),
                       guest.state == GuestState::IoError
                           ? message(QT_TRANSLATE_NOOP("Core", "its disk reported an error"))
                           : message(QT_TRANSLATE_NOOP("Core", "it answers nobody")),
                       guest.evidence);
    }
    return std::nullopt;
}

// A stopped guest that need not run is somebody's wish; one outside HA that nobody can see may be
// lost all the same.
bool missed(const GuestView &guest)
{
    const bool wished = guest.highlyAvailable || guest.state != GuestState::Unknown;
    return guest.hosts.isEmpty() && (!wished || shouldRun(guest));
}

Verdict absence(const GuestView &guest)
{
    if (guest.state == GuestState::Stopped) {
        return verdict(VerdictState::Bad,
                       message(QT_TRANSLATE_NOOP("Core", "Guest %1 does not run"), {label(guest)}),
                       serviceWord(guest), guest.evidence);
    }
    const Message reason = guest.ownerLost
        ? message(QT_TRANSLATE_NOOP("Core", "unknown, owner lost: %1 does not answer"),
                  {guest.service->owner.value_or(NodeName()).text()})
        : serviceWord(guest);
    return verdict(
        VerdictState::Unknown,
        message(QT_TRANSLATE_NOOP("Core", "Not known whether guest %1 runs"), {label(guest)}),
        reason, guest.evidence);
}

// Several are counted and named: none of them may hide behind the first.
Verdict absences(const QList<GuestView> &guests)
{
    Verdict result = absence(guests.first());
    if (guests.size() == 1)
        return result;
    QStringList labels;
    for (const GuestView &guest : guests) {
        labels << label(guest);
        if (&guest != &guests.first())
            result.evidence << guest.evidence;
    }
    const char *words = guests.first().state == GuestState::Stopped
        ? QT_TRANSLATE_N_NOOP("Core", "%n guest(s) do not run")
        : QT_TRANSLATE_N_NOOP("Core", "Not known whether %n guest(s) run");
    result.headline = message(words, {}, int(guests.size()));
    result.reason = message("%1", {labels.join(QStringLiteral(", "))});
    return result;
}

std::optional<Verdict> frozen(const GuestView &guest)
{
    if (!guest.service || !guest.service->frozen)
        return std::nullopt;
    return verdict(VerdictState::Warning,
                   message(QT_TRANSLATE_NOOP("Core", "Guest %1 is frozen"), {label(guest)}),
                   message(QT_TRANSLATE_NOOP("Core", "it is not recovered if its node dies")),
                   guest.evidence);
}

Verdict countVerdict(const QList<GuestView> &guests)
{
    int expected = 0;
    int running = 0;
    QList<EvidenceRef> evidence;
    for (const GuestView &guest : guests) {
        const bool runs = !guest.hosts.isEmpty();
        running += runs ? 1 : 0;
        expected += runs || shouldRun(guest) ? 1 : 0;
        for (const EvidenceRef &ref : guest.evidence) {
            if (!evidence.contains(ref))
                evidence << ref;
        }
    }
    if (expected == 0)
        return verdict(VerdictState::Ok, message(QT_TRANSLATE_NOOP("Core", "No guest has to run")),
                       {}, evidence);
    return verdict(
        VerdictState::Ok,
        message(QT_TRANSLATE_N_NOOP("Core", "%1 of %n guest(s) run"), {qint64(running)}, expected),
        message(QT_TRANSLATE_NOOP("Core", "each on one node")), evidence);
}

bool anyNodeAnswers(const ClusterSnapshot &snapshot)
{
    return std::any_of(snapshot.machines.cbegin(), snapshot.machines.cend(),
                       [](const Machine &m) { return m.kind == MachineKind::Node && answers(m); });
}

// Every node's guests were told at least once, by processes or by `qm list`.
bool guestsWereTold(const ClusterSnapshot &snapshot)
{
    return std::any_of(snapshot.machines.cbegin(), snapshot.machines.cend(), [](const Machine &m) {
        return m.kind == MachineKind::Node && answers(m) && (m.running.known() || m.vms.known());
    });
}

Verdict quorumTrouble(const Machine &machine)
{
    return verdict(
        VerdictState::Bad,
        message(QT_TRANSLATE_NOOP("Core", "Quorum lost on %1"), {machine.name.text()}),
        message(QT_TRANSLATE_NOOP("Core", "HA guests are stopped there and /etc/pve is read-only")),
        {machine.quorum.evidence});
}

Verdict serviceVerdict(const ClusterSnapshot &snapshot)
{
    if (!anyNodeAnswers(snapshot)) {
        return verdict(VerdictState::Unknown, message(QT_TRANSLATE_NOOP("Core", "Not known")),
                       message(QT_TRANSLATE_NOOP("Core", "no node answers")), {});
    }
    if (!guestsWereTold(snapshot)) {
        return verdict(VerdictState::Unknown, message(QT_TRANSLATE_NOOP("Core", "Not known")),
                       message(QT_TRANSLATE_NOOP("Core", "no node tells which guests run")), {});
    }
    const QList<GuestView> guests = guestsOf(snapshot);
    Verdict result = countVerdict(guests);
    for (const GuestView &guest : guests) {
        if (std::optional<Verdict> trouble = hostTrouble(guest))
            return *trouble; // outranks everything
    }
    QList<GuestView> stopped;
    QList<GuestView> unseen;
    for (const GuestView &guest : guests) {
        if (std::optional<Verdict> trouble = frozen(guest))
            result = worse(std::move(result), std::move(*trouble));
        if (missed(guest))
            (guest.state == GuestState::Stopped ? stopped : unseen) << guest;
    }
    for (const QList<GuestView> &lost : {stopped, unseen})
        result = lost.isEmpty() ? result : worse(std::move(result), absences(lost));
    for (const Machine &machine : snapshot.machines) {
        const QuorumState *quorum = freshFact(machine, machine.quorum);
        if (quorum && !quorum->quorate)
            result = worse(std::move(result), quorumTrouble(machine));
    }
    return result;
}

Message syncReason(const ReplicationView &view)
{
    if (!view.sync)
        return {};
    if (view.sync->stalled)
        return message(QT_TRANSLATE_NOOP("Core", "the resync makes no progress"));
    const Bytes speed = view.sync->speed.value_or(Bytes());
    const Rate rate{static_cast<double>(speed.value)};
    if (view.sync->finish && view.source)
        return message(QT_TRANSLATE_NOOP("Core", "%1 left at %2 from %3"),
                       {std::chrono::milliseconds(*view.sync->finish), rate, view.source->text()});
    return message(QT_TRANSLATE_NOOP("Core", "%1 done"),
                   {QStringLiteral("%1 %").arg(view.sync->percent, 0, 'f', 1)});
}

Verdict dataVerdict(const ClusterSnapshot &snapshot)
{
    const QList<ReplicationView> views = replicationOf(snapshot);
    if (views.isEmpty()) {
        return verdict(VerdictState::Unknown, message(QT_TRANSLATE_NOOP("Core", "Not known")),
                       message(QT_TRANSLATE_NOOP("Core", "no replicated resource was seen")), {});
    }
    Verdict result
        = verdict(VerdictState::Ok, message(QT_TRANSLATE_NOOP("Core", "Both copies are the same")),
                  message(QT_TRANSLATE_N_NOOP("Core", "%n resource(s), both sides UpToDate"), {},
                          static_cast<int>(views.size())),
                  {});
    for (const ReplicationView &view : views) {
        for (const EvidenceRef &ref : view.evidence) {
            if (!result.evidence.contains(ref) && result.state == VerdictState::Ok)
                result.evidence << ref;
        }
        if (view.state == VerdictState::Ok)
            continue;
        result = worse(std::move(result),
                       verdict(view.state,
                               message(QT_TRANSLATE_NOOP("Core", "%1: %2"),
                                       {view.name.text(), MessageList{view.summary}}),
                               syncReason(view), view.evidence));
    }
    return result;
}

Verdict nextFailureVerdict()
{
    return verdict(VerdictState::Unknown, message(QT_TRANSLATE_NOOP("Core", "Not computed yet")),
                   message(QT_TRANSLATE_NOOP("Core", "this release does not compute it")), {});
}

void addFinding(QList<Finding> &findings, const QString &id, const Verdict &verdict)
{
    if (verdict.state == VerdictState::Ok)
        return;
    Finding finding;
    finding.id = id;
    finding.severity = verdict.state == VerdictState::Bad ? Severity::Error
        : verdict.state == VerdictState::Warning          ? Severity::Warning
                                                          : Severity::Note;
    finding.text = message(QT_TRANSLATE_NOOP("Core", "%1: %2"),
                           {MessageList{verdict.headline}, MessageList{verdict.reason}});
    if (verdict.reason.isEmpty())
        finding.text = verdict.headline;
    finding.evidence = verdict.evidence;
    findings << finding;
}

// Two copies of cluster.conf that differ work until the next reboot, so they are told at once
// (C15).
void addConfigurationFinding(QList<Finding> &findings, const ClusterSnapshot &snapshot)
{
    const Machine *first = nullptr;
    for (const Machine &machine : snapshot.machines) {
        if (!freshFact(machine, machine.configFile))
            continue;
        if (first && first->configFile.value->sha256 != machine.configFile.value->sha256) {
            Finding finding{QStringLiteral("C15"), Severity::Error, {}, {}, {},
                            QStringLiteral("C15")};
            finding.text
                = message(QT_TRANSLATE_NOOP("Core", "cluster.conf differs between %1 and %2"),
                          {first->name.text(), machine.name.text()});
            finding.evidence = {first->configFile.evidence, machine.configFile.evidence};
            findings << finding;
        }
        first = first ? first : &machine;
    }
}
} // namespace

Health healthOf(const ClusterSnapshot &snapshot)
{
    Health health{serviceVerdict(snapshot), dataVerdict(snapshot), nextFailureVerdict(), {}};
    addFinding(health.findings, QStringLiteral("health.service"), health.service);
    addFinding(health.findings, QStringLiteral("health.data"), health.data);
    addConfigurationFinding(health.findings, snapshot);
    health.findings << drbdFindings(snapshot) << fencePathFindings(snapshot);
    std::stable_sort(health.findings.begin(), health.findings.end(),
                     [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return health;
}
} // namespace Core
