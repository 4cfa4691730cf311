// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/cardfacts.h"

#include "core/model/freshness.h"
#include "gui/words.h"

#include <QCoreApplication>
#include <QLocale>

namespace Gui
{
namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Gui::CardFacts)
};

QString votesText(int votes)
{
    return Text::tr("%n vote(s)", nullptr, votes);
}

// ---- the machine's own word

QString ownWord(const Core::Machine &machine)
{
    const Core::QuorumState *quorum = Core::freshFact(machine, machine.quorum);
    if (!Core::answers(machine))
        return Words::contact(machine.contact);
    if (machine.kind == Core::MachineKind::QuorumServer)
        return Text::tr("online");
    if (!quorum)
        return Text::tr("cman does not answer");
    if (quorum->membership == Core::MemberState::Member && !quorum->quorate)
        return Text::tr("no quorum");
    return Words::member(quorum->membership);
}

QString since(const Core::Machine &machine)
{
    if (Core::answers(machine) || !machine.contact.since)
        return {};
    const bool silent = machine.contact.state == Core::ContactState::Silent
        || machine.contact.state == Core::ContactState::Lost;
    return silent ? Text::tr("not answering since %1").arg(Words::clock(*machine.contact.since))
                  : QString();
}

QString seenText(const Core::Machine &machine, const ClusterSource &source)
{
    const QDateTime last = source.path(machine.name).lastByte;
    if (!last.isValid())
        return {};
    return Words::seen(std::chrono::milliseconds(std::max<qint64>(0, last.msecsTo(source.now()))));
}

QString uptimeText(const Core::Machine &machine)
{
    return machine.uptime.value && machine.uptime.value->up.count() > 0 ? Text::tr("up %1").arg(
               Core::durationText(std::chrono::milliseconds(machine.uptime.value->up)))
                                                                        : QString();
}

QString rgmanagerText(const Core::Machine &machine)
{
    if (!machine.ha.value)
        return {};
    return machine.ha.value->rgmanagerAnswers ? QStringLiteral("rgmanager")
                                              : Text::tr("no rgmanager");
}

QString versionText(const Core::Machine &machine)
{
    if (!machine.quorum.value || machine.quorum.value->configVersion <= 0)
        return {};
    return Text::tr("cluster.conf v%1").arg(machine.quorum.value->configVersion);
}

// Why a machine that was never heard cannot be asked.
QString reasonOf(const Core::Machine &machine)
{
    const bool told = Core::answers(machine) || !since(machine).isEmpty();
    return told || !machine.contact.error ? QString() : Core::rendered(machine.contact.error->what);
}

QStringList nodeLines(const Core::Machine &machine, const ClusterSource &source)
{
    const auto votes = machine.quorum.value ? machine.quorum.value->nodeVotes : std::nullopt;
    const QString first = Core::answers(machine)
        ? Words::joined({uptimeText(machine), seenText(machine, source)})
        : since(machine);
    return {first,
            Words::joined({votes ? votesText(*votes) : QString(), rgmanagerText(machine),
                           versionText(machine)})};
}

// ---- what others say

QString peerView(const Core::Machine &observer, const Core::NodeName &of)
{
    const Core::Members *members = Core::freshFact(observer, observer.members);
    for (const Core::Member &member : members ? *members : Core::Members()) {
        if (member.name == of)
            return Text::tr("%1 says: %2").arg(observer.name.text(), Words::member(member.state));
    }
    return {};
}

bool contradicted(const Core::Machine &machine, const Core::ClusterSnapshot &snapshot)
{
    const Core::QuorumState *own = Core::freshFact(machine, machine.quorum);
    for (const Core::Machine &other : snapshot.machines) {
        const Core::Members *members = Core::freshFact(other, other.members);
        for (const Core::Member &member : members ? *members : Core::Members()) {
            if (own && member.name == machine.name && member.state != own->membership)
                return true;
        }
    }
    return false;
}

QStringList peerViews(const Core::Machine &machine, const Core::ClusterSnapshot &snapshot)
{
    QStringList views;
    if (Core::answers(machine) && !contradicted(machine, snapshot))
        return views;
    for (const Core::Machine &other : snapshot.machines) {
        if (other.name != machine.name && other.kind == Core::MachineKind::Node)
            views << peerView(other, machine.name);
    }
    views.removeAll(QString());
    if (!views.isEmpty() && contradicted(machine, snapshot))
        views.prepend(Text::tr("%1 says: %2").arg(machine.name.text(), ownWord(machine)));
    return views;
}

// ---- the quorum server

QString diskText(const Core::ClusterSnapshot &snapshot)
{
    if (!snapshot.configuration || !snapshot.configuration->quorumDisk)
        return {};
    const Core::QuorumDisk &disk = *snapshot.configuration->quorumDisk;
    const QString beat = disk.tko && disk.interval
        ? Text::tr("tko %1 × %2 s").arg(*disk.tko).arg(*disk.interval)
        : QString();
    return Words::joined({disk.label, disk.device, beat});
}

QString quorumText(const Core::QuorumState &quorum)
{
    return quorum.quorate ? Text::tr("quorate, %1 of %n vote(s)", nullptr, quorum.expectedVotes)
                                .arg(quorum.totalVotes)
                          : Text::tr("no quorum, %1 of %n vote(s)", nullptr, quorum.expectedVotes)
                                .arg(quorum.totalVotes);
}

// One line when the nodes agree, a line a node when they do not.
QStringList quorumViews(const Core::ClusterSnapshot &snapshot)
{
    QStringList texts;
    QStringList lines;
    for (const Core::Machine &machine : snapshot.machines) {
        const Core::QuorumState *quorum = Core::freshFact(machine, machine.quorum);
        if (!quorum)
            continue;
        const int votes = quorum->quorumDeviceVotes.value_or(0);
        const QString text = Words::joined({votesText(votes), quorumText(*quorum)});
        texts << text;
        lines << Text::tr("%1 says: %2").arg(machine.name.text(), text);
    }
    texts.removeDuplicates();
    return texts.size() == 1 ? texts : lines;
}

// ---- BMC

Tone bmcTone(const Core::Observed<Core::BmcState> &view)
{
    if (!view.known())
        return Tone::Unknown;
    return view.value->power == Core::PowerState::On ? Tone::Ok
        : view.value->power == Core::PowerState::Off ? Tone::Bad
                                                     : Tone::Unknown;
}

void takeBmc(CardFacts &facts, const Core::Machine &machine, const ClusterSource &source)
{
    QStringList words; // one where all who asked were told the same
    for (auto it = machine.bmc.cbegin(); it != machine.bmc.cend(); ++it) {
        const QString text = Words::power(*it);
        const bool alone
            = std::all_of(machine.bmc.cbegin(), machine.bmc.cend(),
                          [&](const auto &view) { return Words::power(view) == text; });
        const QString word
            = alone ? text : Text::tr("%1 (%2)").arg(text, Words::observer(it.key()));
        if (!words.contains(word))
            words << word;
        facts.bmcTone
            = it == machine.bmc.cbegin() ? bmcTone(*it) : worse(facts.bmcTone, bmcTone(*it));
    }
    if (words.isEmpty())
        return;
    const auto age = source.age(machine.bmc.first().evidence);
    facts.bmc = Text::tr("IPMI %1").arg(
        Words::joined({words.join(QStringLiteral(", ")), age ? Words::ago(*age) : QString()}));
}

// ---- guests

QString chipNote(const Core::GuestView &guest)
{
    if (guest.hosts.size() > 1)
        return Text::tr("runs twice");
    if (guest.ownerLost)
        return Text::tr("owner lost");
    if (guest.service && guest.service->frozen)
        return Text::tr("frozen");
    const bool plain = guest.state == Core::GuestState::Running;
    if (guest.service && guest.service->state != Core::ServiceState::Started)
        return Core::word(guest.service->state);
    if (plain && guest.service && guest.service->since)
        return Text::tr("since %1").arg(Words::clockMinutes(*guest.service->since));
    return plain ? QString() : Words::guest(guest.state);
}

bool standsOn(const Core::GuestView &guest, const Core::NodeName &node)
{
    return guest.hosts.isEmpty() ? guest.home == node : guest.hosts.contains(node);
}

QList<ChipFacts> chipsOn(const Core::NodeName &node, const ClusterView &view)
{
    QList<ChipFacts> chips;
    for (const Core::GuestView &guest : view.guests) {
        if (!standsOn(guest, node))
            continue;
        const QString text = QStringLiteral("%1 %2").arg(guest.id).arg(guest.name.text()).trimmed();
        const bool since = guest.service && guest.service->since && guestTone(guest) == Tone::Ok;
        const QString brief = since ? Words::clockMinutes(*guest.service->since) : QString();
        chips << ChipFacts{guest.id,        text, chipNote(guest), brief, guest.highlyAvailable,
                           guestTone(guest)};
    }
    return chips;
}
} // namespace

Tone guestTone(const Core::GuestView &guest)
{
    if (guest.hosts.size() > 1)
        return Tone::Bad;
    if (guest.state == Core::GuestState::Paused || guest.state == Core::GuestState::IoError)
        return Tone::Bad;
    if (guest.state == Core::GuestState::Running)
        return guest.service && guest.service->frozen ? Tone::Warning : Tone::Ok;
    if (guest.state == Core::GuestState::Unknown || guest.ownerLost)
        return Tone::Unknown;
    return Core::shouldRun(guest) ? Tone::Bad : Tone::Neutral;
}

QString guestWord(const Core::GuestView &guest)
{
    QStringList hosts;
    for (const Core::NodeName &host : guest.hosts)
        hosts << host.text();
    if (hosts.size() > 1)
        return Text::tr("runs twice: %1").arg(hosts.join(QStringLiteral(", ")));
    if (guest.state == Core::GuestState::Running)
        return Text::tr("runs on %1").arg(hosts.value(0));
    if (guest.ownerLost)
        return Text::tr("not known, its owner does not answer");
    return Words::guest(guest.state);
}

CardFacts cardFacts(const Core::Machine &machine, const ClusterView &view,
                    const ClusterSource &source)
{
    CardFacts facts;
    facts.name = machine.name;
    facts.kind = machine.kind;
    facts.tone = toneOf(Core::stateOf(machine, *view.snapshot));
    facts.word = ownWord(machine);
    facts.stale = !Core::answers(machine);
    facts.reason = reasonOf(machine);
    if (machine.kind == Core::MachineKind::QuorumServer) {
        facts.title = Text::tr("Quorum server");
        facts.lines << diskText(*view.snapshot) << since(machine);
        facts.views = quorumViews(*view.snapshot);
    } else {
        facts.title = machine.name.text();
        facts.lines = nodeLines(machine, source);
        facts.views = peerViews(machine, *view.snapshot);
        facts.chips = chipsOn(machine.name, view);
    }
    facts.lines.removeAll(QString());
    takeBmc(facts, machine, source);
    return facts;
}

QList<CardFacts> allCards(const ClusterView &view, const ClusterSource &source)
{
    QList<CardFacts> cards;
    for (const auto kind : {Core::MachineKind::QuorumServer, Core::MachineKind::Node}) {
        for (const Core::Machine &machine : view.snapshot->machines) {
            if (machine.kind == kind)
                cards << cardFacts(machine, view, source);
        }
    }
    return cards;
}
} // namespace Gui
