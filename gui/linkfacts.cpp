// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/linkfacts.h"

#include "core/model/freshness.h"
#include "gui/words.h"

#include <QCoreApplication>

namespace Gui
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::LinkFacts)
};

// "eth0", or "eth0 / eth1" when the ends differ, with the slower speed.
QString interfaces(const Core::Link &link)
{
    QStringList names;
    std::optional<int> speed;
    for (const auto &end : link.ends) {
        if (!end.value)
            continue;
        names << end.value->interface;
        if (end.value->speedMbit)
            speed = std::min(speed.value_or(*end.value->speedMbit), *end.value->speedMbit);
    }
    names.removeAll(QString());
    names.removeDuplicates();
    return Words::joined(
        {names.join(QStringLiteral(" / ")), speed ? Words::speed(*speed) : QString()});
}

QString addressesOf(const Core::Link &link)
{
    const auto at = [&link](const Core::NodeName &node) {
        const auto end = link.ends.value(Core::Observer(node));
        return end.value ? end.value->address : QString();
    };
    const QString a = at(link.a);
    const QString b = at(link.b);
    return a.isEmpty() || b.isEmpty() ? QString() : QStringLiteral("%1 – %2").arg(a, b);
}

Tone endTone(const Core::Link &link, const Core::NodeName &node, const ClusterView &view)
{
    const auto machine = view.snapshot->machines.constFind(node);
    const auto end = link.ends.constFind(Core::Observer(node));
    const bool fresh = machine != view.snapshot->machines.cend() && Core::answers(*machine);
    if (!fresh || end == link.ends.cend() || !end->known() || !end->value->up)
        return Tone::Unknown;
    return *end->value->up ? Tone::Ok : Tone::Bad;
}

QString endWord(const Core::NodeName &node, Tone tone)
{
    const QString word = tone == Tone::Ok ? Text::tr("up")
        : tone == Tone::Bad               ? Text::tr("cut")
                                          : Text::tr("not known");
    return Text::tr("%1: %2").arg(node.text(), word);
}

void takeEnds(LinkFacts &facts, const Core::Link &link, const ClusterView &view)
{
    facts.toneA = endTone(link, link.a, view);
    facts.toneB = endTone(link, link.b, view);
    if (facts.toneA == facts.toneB)
        return;
    facts.wordA = endWord(link.a, facts.toneA);
    facts.wordB = endWord(link.b, facts.toneB);
}

QString clusterWord(Tone tone)
{
    switch (tone) {
    case Tone::Bad:
        return Text::tr("cut");
    case Tone::Unknown:
        return Text::tr("not known");
    case Tone::Ok:
    case Tone::Warning:
    case Tone::Neutral:
        return {};
    }
    return {};
}

void takeCluster(LinkFacts &facts, const Core::Link &link, const ClusterView &view)
{
    takeEnds(facts, link, view);
    facts.addresses = addressesOf(link);
    facts.label = Words::joined({Words::linkKind(link.kind), interfaces(link),
                                 facts.wordA.isEmpty() ? clusterWord(facts.tone) : QString()});
}

// ---- replication

Core::DrbdConnection connection(const Core::DrbdResource &side)
{
    return side.peers.isEmpty() ? Core::DrbdConnection::Unknown : side.peers.first().connection;
}

QString syncLabel(const Core::SyncProgress &sync)
{
    const QString rate
        = sync.speed ? Core::rateText(Core::Rate{double(sync.speed->value)}) : QString();
    return Words::joined({Words::percent(sync.percent), sync.stalled ? Text::tr("stalled") : rate});
}

QString syncCaption(const Core::SyncProgress &sync)
{
    const QString left = Text::tr("%1 left").arg(Core::sizeText(sync.left));
    return Words::joined(
        {left,
         sync.finish ? Core::durationText(std::chrono::milliseconds(*sync.finish)) : QString()});
}

Tone sideTone(const Core::DrbdResource &side)
{
    if (side.disk == Core::DiskState::Diskless || side.disk == Core::DiskState::Failed)
        return Tone::Bad;
    if (!Core::isConnected(connection(side)))
        return Tone::Bad;
    return side.disk == Core::DiskState::UpToDate ? Tone::Ok : Tone::Warning;
}

QString sideWord(const Core::DrbdResource &side)
{
    const auto state = connection(side);
    return state == Core::DrbdConnection::Connected ? Core::word(side.disk) : Core::word(state);
}

// Each half of the pipe is what its own machine says; a machine that is silent says nothing now.
void takeSides(LinkFacts &facts, const Core::ReplicationView &resource, const ClusterView &view)
{
    QStringList words;
    const auto half = [&](const Core::NodeName &node, Tone &tone) {
        const auto side = resource.sides.constFind(node);
        const Core::Machine machine = view.snapshot->machines.value(node);
        const bool fresh = Core::answers(machine) && machine.drbd.known();
        if (side == resource.sides.cend() || !fresh) {
            tone = Tone::Unknown;
            words << Text::tr("not known");
            return;
        }
        tone = worse(sideTone(*side), Tone::Ok);
        words << sideWord(*side);
    };
    half(facts.a, facts.toneA);
    half(facts.b, facts.toneB);
    const bool syncing = resource.sync.has_value();
    if (syncing) // SyncSource beside SyncTarget is agreement
        return;
    if (words[0] == words[1]) {
        facts.label = Words::joined({resource.name.text(), words[0]});
        return;
    }
    facts.label = resource.name.text();
    facts.wordA = words[0];
    facts.wordB = words[1];
}

Flow flowOf(const Core::ReplicationView &resource, const Core::NodeName &a)
{
    if (resource.source)
        return *resource.source == a ? Flow::FromA : Flow::FromB;
    QList<Core::NodeName> primaries;
    for (auto side = resource.sides.cbegin(); side != resource.sides.cend(); ++side) {
        if (side->role == Core::Role::Primary)
            primaries << side.key();
    }
    if (primaries.size() != 1 || resource.state != Core::VerdictState::Ok)
        return Flow::None;
    return primaries.first() == a ? Flow::FromA : Flow::FromB;
}

void takeReplication(LinkFacts &facts, const Core::Link &link, const ClusterView &view)
{
    const Core::ReplicationView *resource = resourceOf(view, link.resource);
    if (!resource)
        return;
    facts.tone = toneOf(resource->state);
    facts.addresses = addressesOf(link);
    takeSides(facts, *resource, view);
    facts.flow = flowOf(*resource, facts.a);
    if (resource->sync) {
        facts.percent = resource->sync->percent;
        facts.label = Words::joined({resource->name.text(), syncLabel(*resource->sync)});
        facts.caption = syncCaption(*resource->sync);
        facts.toneA = facts.toneB = facts.tone;
    } else {
        facts.caption = facts.tone == Tone::Ok
            ? Words::joined({Words::linkKind(link.kind), interfaces(link)})
            : Core::rendered(resource->summary);
        if (!facts.wordA.isEmpty()) // the pipe carries the two words, the name moves below
            facts.caption = Words::joined({resource->name.text(), facts.caption});
    }
}

// ---- IPMI and iSCSI

void takeIpmi(LinkFacts &facts, const Core::Link &link, const ClusterView &view)
{
    facts.toneA = facts.toneB = facts.tone;
    if (link.ends.isEmpty())
        return;
    const Core::Machine machine = view.snapshot->machines.value(link.b);
    facts.label = Words::joined(
        {Words::linkKind(link.kind), Words::power(machine.bmc.value(link.ends.firstKey()))});
}

void takeIscsi(LinkFacts &facts, const Core::Link &link, const ClusterView &view)
{
    facts.toneA = facts.toneB = facts.tone = endTone(link, link.a, view);
    const QString word = facts.tone == Tone::Ok ? Text::tr("vote counted")
        : facts.tone == Tone::Bad               ? Text::tr("no vote")
                                                : Text::tr("not known");
    facts.label = Words::joined({Words::linkKind(link.kind), word});
}

LinkFacts factsOf(const Core::Link &link, const ClusterView &view)
{
    LinkFacts facts;
    facts.key = linkKey(link);
    facts.thing = linkThing(link);
    facts.kind = link.kind;
    facts.a = link.a;
    facts.b = link.b;
    facts.tone = toneOf(Core::stateOf(link, *view.snapshot));
    switch (link.kind) {
    case Core::LinkKind::ClusterNetwork:
        takeCluster(facts, link, view);
        break;
    case Core::LinkKind::Replication:
        takeReplication(facts, link, view);
        break;
    case Core::LinkKind::Ipmi:
        takeIpmi(facts, link, view);
        break;
    case Core::LinkKind::Iscsi:
        takeIscsi(facts, link, view);
        break;
    }
    return facts;
}
} // namespace

QList<LinkFacts> allLinks(const ClusterView &view)
{
    QList<LinkFacts> links;
    for (const Core::Link &link : view.snapshot->links)
        links << factsOf(link, view);
    return links;
}
} // namespace Gui
