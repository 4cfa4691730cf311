// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspectorfacts.h"

#include "core/model/freshness.h"
#include "gui/cardfacts.h"
#include "gui/linkfacts.h"
#include "gui/replicationfacts.h"
#include "gui/words.h"

#include <QCoreApplication>

namespace Gui
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::Inspector)
};

void add(InspectorFacts &facts, const QString &name, const QString &value)
{
    if (!value.isEmpty())
        facts.facts << Fact{name, value};
}

void quote(InspectorFacts &facts, const Core::EvidenceRef &ref, const ClusterSource &source)
{
    facts.quoted = quotedLines(ref, source);
    facts.source = sourceLine(ref, source);
}

// ---- a machine

void addContact(InspectorFacts &facts, const Core::Machine &machine, const ClusterSource &source)
{
    const Core::PathState path = source.path(machine.name);
    add(facts, Text::tr("Address"), machine.address);
    add(facts, Text::tr("Connection"), Words::contact(machine.contact));
    if (machine.contact.since)
        add(facts, Text::tr("Since"), Words::clock(*machine.contact.since));
    if (machine.contact.error)
        add(facts, Text::tr("Reason"), Core::rendered(machine.contact.error->what));
    if (path.roundTrip)
        add(facts, Text::tr("Round trip"), Words::milliseconds(*path.roundTrip));
    if (path.clockOffset)
        add(facts, Text::tr("Clock"), Text::tr("%1 ms apart").arg(path.clockOffset->count()));
}

void addQuorum(InspectorFacts &facts, const Core::QuorumState &quorum)
{
    add(facts, Text::tr("Quorum"), quorum.quorate ? Text::tr("quorate") : Text::tr("no quorum"));
    add(facts, Text::tr("Votes"),
        Text::tr("%1 of %2, %3 needed")
            .arg(quorum.totalVotes)
            .arg(quorum.expectedVotes)
            .arg(quorum.quorum));
    add(facts, Text::tr("Quorum disk"),
        quorum.quorumDeviceVotes ? Text::tr("%n vote(s)", nullptr, *quorum.quorumDeviceVotes)
                                 : Text::tr("no vote"));
    if (quorum.configVersion > 0)
        add(facts, Text::tr("cluster.conf"), QStringLiteral("v%1").arg(quorum.configVersion));
}

InspectorFacts inspectMachine(const Core::Machine &machine, const ClusterView &view,
                              const ClusterSource &source)
{
    const CardFacts card = cardFacts(machine, view, source);
    InspectorFacts facts{card.title, card.word, card.tone, {}, {}, {}, {}};
    addContact(facts, machine, source);
    if (machine.quorum.value)
        addQuorum(facts, *machine.quorum.value);
    if (machine.uptime.value)
        add(facts, Text::tr("Up for"),
            Core::durationText(std::chrono::milliseconds(machine.uptime.value->up)));
    if (machine.fenceDomain.value)
        add(facts, Text::tr("Fence domain"),
            Text::tr("%n member(s)", nullptr, machine.fenceDomain.value->memberCount));
    for (const QString &said : card.views)
        add(facts, Text::tr("Seen by others"), said);
    add(facts, Text::tr("BMC"), card.bmc);
    if (machine.quorum.error)
        facts.note = Core::rendered(machine.quorum.error->what);
    quote(facts, machine.quorum.evidence, source);
    return facts;
}

// ---- a guest

InspectorFacts inspectGuest(const Core::GuestView &guest, const ClusterSource &source)
{
    InspectorFacts facts;
    facts.title = QStringLiteral("%1 %2").arg(guest.id).arg(guest.name.text()).trimmed();
    facts.badge = Words::guest(guest.state);
    facts.tone = guestTone(guest);
    facts.note = guestWord(guest);
    add(facts, Text::tr("Home"), guest.home.text());
    if (guest.service) {
        add(facts, Text::tr("HA service"), guest.service->name.text());
        add(facts, Text::tr("rgmanager says"), Core::word(guest.service->state));
        add(facts, Text::tr("Owner"), guest.service->owner.value_or(Core::NodeName()).text());
        add(facts, Text::tr("Last owner"),
            guest.service->lastOwner.value_or(Core::NodeName()).text());
        if (guest.service->since)
            add(facts, Text::tr("Since"), Words::clock(*guest.service->since));
        add(facts, Text::tr("Frozen"), guest.service->frozen ? Text::tr("yes") : Text::tr("no"));
    } else {
        add(facts, Text::tr("HA service"),
            guest.highlyAvailable ? Text::tr("in cluster.conf, rgmanager does not tell")
                                  : Text::tr("not managed"));
        add(facts, Text::tr("Starts with its node"),
            guest.startsAtBoot ? Text::tr("yes") : Text::tr("no"));
    }
    if (!guest.evidence.isEmpty())
        quote(facts, guest.evidence.first(), source);
    return facts;
}

// ---- a DRBD resource

QString bothSides(const Core::ReplicationView &resource,
                  QString (*wordOf)(const Core::DrbdResource &))
{
    QStringList words;
    for (const Core::DrbdResource &side : resource.sides)
        words << wordOf(side);
    return words.join(QStringLiteral(" / "));
}

QString connectionWord(const Core::DrbdResource &side)
{
    return Core::word(side.peers.isEmpty() ? Core::DrbdConnection::Unknown
                                           : side.peers.first().connection);
}

void addSync(InspectorFacts &facts, const Core::SyncProgress &sync)
{
    add(facts, Text::tr("Done"), Words::percent(sync.percent, 1));
    add(facts, Text::tr("Still to copy"),
        Text::tr("%1 of %2").arg(Core::sizeText(sync.left), Core::sizeText(sync.total)));
    const auto rate
        = [](Core::Bytes bytes) { return Core::rateText(Core::Rate{double(bytes.value)}); };
    if (sync.speed)
        add(facts, Text::tr("Rate"), rate(*sync.speed));
    if (sync.average)
        add(facts, Text::tr("Average rate"), rate(*sync.average));
}

void addForecast(InspectorFacts &facts, const Core::ReplicationView &resource,
                 const ClusterSource &source)
{
    add(facts, Text::tr("Ends in"), ReplicationFacts::end(resource, source));
    add(facts, Text::tr("Range"), ReplicationFacts::endRange(resource, source));
    const std::optional<Core::RunForecast> run = source.forecast(resource.name);
    if (run && run->forecast.remaining && run->kind == Core::SyncKind::Resync)
        add(facts, Text::tr("In sync at"),
            Words::clockMinutes(source.now().addMSecs(run->forecast.remaining->count())));
}

void addRuns(InspectorFacts &facts, const Core::ReplicationView &resource, const ClusterView &view)
{
    const ReplicationFacts::Run resync = ReplicationFacts::lastResync(resource, view);
    const ReplicationFacts::Run verify = ReplicationFacts::lastVerify(resource, view);
    add(facts, Text::tr("Last resync"), resync.when);
    add(facts, Text::tr("Last verify"),
        Words::joined({verify.when, verify.known ? verify.result : QString()}));
}

// The node whose own words are quoted: the one that receives, else the first that answers.
Core::NodeName witness(const Core::ReplicationView &resource, const ClusterView &view)
{
    if (resource.target && resource.sides.contains(*resource.target))
        return *resource.target;
    for (const Core::NodeName &node : resource.sides.keys()) {
        if (Core::answers(view.snapshot->machines.value(node)))
            return node;
    }
    return resource.sides.isEmpty() ? Core::NodeName() : resource.sides.firstKey();
}

InspectorFacts inspectResource(const Core::ReplicationView &resource, const ClusterView &view,
                               const ClusterSource &source)
{
    InspectorFacts facts;
    const Core::NodeName node = witness(resource, view);
    const Core::DrbdResource side = resource.sides.value(node);
    facts.title = Text::tr("%1 on %2").arg(resource.name.text(), node.text());
    facts.badge = connectionWord(side);
    facts.tone = toneOf(resource.state);
    facts.note = Core::rendered(resource.summary);
    if (const QString remark = ReplicationFacts::remark(resource, view, source); !remark.isEmpty())
        facts.note += QStringLiteral(" — ") + remark;
    add(facts, Text::tr("Connection"), bothSides(resource, connectionWord));
    add(facts, Text::tr("Role"),
        bothSides(resource, [](const Core::DrbdResource &s) { return Core::word(s.role); }));
    add(facts, Text::tr("Disk"),
        bothSides(resource, [](const Core::DrbdResource &s) { return Core::word(s.disk); }));
    if (resource.sync)
        addSync(facts, *resource.sync);
    addForecast(facts, resource, source);
    if (side.counters.outOfSync)
        add(facts, Text::tr("Out of sync"), Core::sizeText(*side.counters.outOfSync));
    if (side.protocol)
        add(facts, Text::tr("Protocol"), QString(QLatin1Char(*side.protocol)));
    addRuns(facts, resource, view);
    quote(facts, Core::evidenceOf(view.snapshot->machines.value(node), side), source);
    return facts;
}

// ---- a link

QString tri(const std::optional<bool> &value, const QString &yes, const QString &no)
{
    return value ? (*value ? yes : no) : Text::tr("not known");
}

void addEnd(InspectorFacts &facts, const Core::Observer &observer,
            const Core::Observed<Core::LinkEnd> &end)
{
    const QString who = Words::observer(observer);
    const Core::LinkEnd told = end.value.value_or(Core::LinkEnd());
    add(facts, who, tri(told.up, Text::tr("up"), Text::tr("cut")));
    add(facts, Text::tr("%1, interface").arg(who), Words::joined({told.interface, told.address}));
    if (told.carrier)
        add(facts, Text::tr("%1, carrier").arg(who),
            tri(told.carrier, Text::tr("yes"), Text::tr("no")));
    if (told.speedMbit)
        add(facts, Text::tr("%1, speed").arg(who), Words::speed(*told.speedMbit));
    if (end.error)
        facts.note = Core::rendered(end.error->what);
}

InspectorFacts inspectLink(const Core::Link &link, const LinkFacts &painted,
                           const ClusterSource &source)
{
    InspectorFacts facts;
    const QString from = link.a.isEmpty() ? Words::observer(Core::Workstation()) : link.a.text();
    facts.title = Words::linkKind(link.kind);
    facts.badge = toneWord(painted.tone);
    facts.tone = painted.tone;
    facts.note = painted.label;
    add(facts, Text::tr("Between"), Text::tr("%1 and %2").arg(from, link.b.text()));
    for (auto end = link.ends.cbegin(); end != link.ends.cend(); ++end)
        addEnd(facts, end.key(), *end);
    if (!link.ends.isEmpty())
        quote(facts, link.ends.first().evidence, source);
    return facts;
}

// ---- a verdict

InspectorFacts inspectVerdict(const QString &title, const Core::Verdict &verdict,
                              const ClusterSource &source)
{
    InspectorFacts facts;
    facts.title = title;
    facts.tone = toneOf(verdict.state);
    facts.badge = toneWord(facts.tone);
    facts.note = Core::rendered(verdict.headline);
    if (!verdict.reason.isEmpty())
        facts.note += QStringLiteral(" — ") + Core::rendered(verdict.reason);
    QStringList quoted;
    for (const Core::EvidenceRef &ref : verdict.evidence) {
        const auto age = source.age(ref);
        add(facts, probeName(ref.probe),
            age ? Text::tr("%1, %2").arg(ref.machine.text(), Words::ago(*age))
                : ref.machine.text());
        quoted << QStringLiteral("# %1").arg(sourceLine(ref, source)) << quotedLines(ref, source);
    }
    facts.quoted = quoted.join(u'\n');
    return facts;
}

InspectorFacts verdictFacts(const QString &id, const ClusterView &view, const ClusterSource &source)
{
    if (id == QStringLiteral("service"))
        return inspectVerdict(Text::tr("Service"), view.health.service, source);
    if (id == QStringLiteral("data"))
        return inspectVerdict(Text::tr("Data"), view.health.data, source);
    return inspectVerdict(Text::tr("Next failure"), view.health.nextFailure, source);
}
} // namespace

InspectorFacts inspect(const Thing &thing, const ClusterView &view, const ClusterSource &source)
{
    switch (thing.kind) {
    case ThingKind::Machine: {
        const auto machine = view.snapshot->machines.constFind(Core::NodeName(thing.id));
        if (machine != view.snapshot->machines.cend())
            return inspectMachine(*machine, view, source);
        break;
    }
    case ThingKind::Guest:
        if (const Core::GuestView *guest = guestOf(view, thing.id.toInt()))
            return inspectGuest(*guest, source);
        break;
    case ThingKind::Resource:
        if (const auto *resource = resourceOf(view, Core::ResourceName(thing.id)))
            return inspectResource(*resource, view, source);
        break;
    case ThingKind::Link:
        for (qsizetype i = 0; i < view.snapshot->links.size(); ++i) {
            if (linkKey(view.snapshot->links[i]) == thing.id)
                return inspectLink(view.snapshot->links[i], allLinks(view)[i], source);
        }
        break;
    case ThingKind::Verdict:
        return verdictFacts(thing.id, view, source);
    case ThingKind::Nothing:
        break;
    }
    InspectorFacts none;
    none.title = Text::tr("Nothing selected");
    none.note = Text::tr("Select a machine, a guest or a link.");
    return none;
}
} // namespace Gui
