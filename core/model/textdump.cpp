// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/textdump.h"

#include "core/model/dumptext.h"
#include "core/model/textdumpfacts.h"

#include <array>

namespace Core
{
namespace
{
using namespace DumpText;

constexpr std::array contacts{"never-tried", "connecting",   "connected", "silent",
                              "lost",        "needs-answer", "refused"};
constexpr std::array linkKinds{"cluster-network", "replication", "ipmi", "iscsi"};

QString observerText(const Observer &observer)
{
    const NodeName *node = std::get_if<NodeName>(&observer);
    return node ? text(*node) : QStringLiteral("workstation");
}

// "quorum [cman-status]" and its rows; or "quorum unknown"; an error beside a value is one of now,
// the value is the last one known.
template <typename T>
void dumpFact(Rows &rows, int depth, const QString &name, const Observed<T> &fact)
{
    rows.row(depth, name);
    if (!fact.evidence.probe.isEmpty())
        rows.word(u'[' + text(fact.evidence.probe) + u']');
    if (!fact.value && !fact.error)
        rows.word(QStringLiteral("unknown"));
    if (fact.error)
        rows.row(depth + 1, QStringLiteral("error")).word(text(*fact.error));
    if (fact.value)
        dump(rows, depth + 1, *fact.value);
}

void dumpContact(Rows &rows, const Contact &contact)
{
    rows.row(1, QStringLiteral("contact"))
        .word(QString::fromLatin1(contacts[size_t(contact.state)]))
        .pair("since", contact.since);
    if (contact.error)
        rows.row(2, QStringLiteral("error")).word(text(*contact.error));
}

void dumpMachine(Rows &rows, const Machine &machine)
{
    rows.row(0, QStringLiteral("machine"))
        .word(text(machine.name))
        .word(machine.kind == MachineKind::Node ? QStringLiteral("node")
                                                : QStringLiteral("quorum-server"))
        .pair("address", machine.address)
        .pair("providers", machine.providers);
    dumpContact(rows, machine.contact);
    const auto fact = [&rows](const char *name, const auto &observed) {
        dumpFact(rows, 1, QString::fromLatin1(name), observed);
    };
    fact("quorum", machine.quorum);
    fact("members", machine.members);
    fact("ha", machine.ha);
    fact("fence-domain", machine.fenceDomain);
    fact("config-file", machine.configFile);
    fact("configuration", machine.configuration);
    fact("drbd", machine.drbd);
    fact("drbd-names", machine.drbdNames);
    fact("drbd-config", machine.drbdConfig);
    fact("drbd-generations", machine.drbdGenerations);
    fact("drbd-log", machine.drbdLog);
    fact("guests", machine.vms);
    fact("placements", machine.placements);
    fact("boot-guests", machine.bootGuests);
    fact("running", machine.running);
    fact("guest-storage", machine.guestStorage);
    fact("capacity", machine.capacity);
    fact("interfaces", machine.interfaces);
    fact("uptime", machine.uptime);
    fact("volume-groups", machine.volumeGroups);
    fact("physical-volumes", machine.physicalVolumes);
    fact("logical-volumes", machine.logicalVolumes);
    fact("iscsi-sessions", machine.iscsiSessions);
    fact("iscsi-targets", machine.iscsiTargets);
    for (auto view = machine.bmc.begin(); view != machine.bmc.end(); ++view)
        dumpFact(rows, 1, QStringLiteral("bmc by ") + observerText(view.key()), view.value());
}

void dumpLink(Rows &rows, const Link &link)
{
    rows.row(0, QStringLiteral("link"))
        .word(QString::fromLatin1(linkKinds[size_t(link.kind)]))
        .pair("a", link.a)
        .pair("b", link.b);
    if (!link.resource.isEmpty())
        rows.pair("resource", link.resource);
    for (auto end = link.ends.begin(); end != link.ends.end(); ++end)
        dumpFact(rows, 1, QStringLiteral("end ") + observerText(end.key()), end.value());
}
} // namespace

QByteArray textDump(const ClusterSnapshot &snapshot)
{
    Rows rows;
    rows.row(0, QStringLiteral("cluster")).word(text(snapshot.clusterName));
    if (snapshot.configuration)
        dump(rows, 1, *snapshot.configuration);
    for (const Machine &machine : snapshot.machines)
        dumpMachine(rows, machine);
    for (const Link &link : snapshot.links)
        dumpLink(rows, link);
    return rows.result();
}
} // namespace Core
