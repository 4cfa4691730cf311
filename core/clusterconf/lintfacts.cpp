// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintfacts.h"

#include <algorithm>

namespace Core
{
namespace
{
template <typename T> const T *told(const Observed<T> &fact)
{
    return fact.value && !fact.error ? &*fact.value : nullptr;
}

void addVersions(LintContext &context, const Machine &machine)
{
    if (machine.quorum.value && machine.quorum.value->configVersion > 0)
        context.knownVersions << quint32(machine.quorum.value->configVersion);
    if (machine.configuration.value && machine.configuration.value->version)
        context.knownVersions << *machine.configuration.value->version;
}

// When every member joined, as one of them tells it: clocks of two machines are not compared.
std::optional<std::chrono::seconds> joinGap(const Members &members)
{
    QList<QDateTime> joins;
    for (const Member &member : members) {
        if (member.id == 0) // the quorum disk
            continue;
        const QDateTime at
            = QDateTime::fromString(member.joined, QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        if (member.state != MemberState::Member || !at.isValid())
            return std::nullopt;
        joins << at;
    }
    if (joins.size() != 2)
        return std::nullopt;
    return std::chrono::seconds(std::abs(joins[0].secsTo(joins[1])));
}

// cman names the disk by its numbers; DRBD's major is 147 (Linux, devices.txt).
QString quorumDevice(const Members &members)
{
    const QString replicated = QStringLiteral("/dev/block/147:");
    for (const Member &member : members) {
        if (member.id == 0)
            return member.name.text().startsWith(replicated)
                ? QStringLiteral("/dev/drbd") + member.name.text().mid(replicated.size())
                : member.name.text();
    }
    return {};
}
bool carries(const NetInterface &bond, const QString &interface)
{
    return interface == bond.name || interface.startsWith(bond.name + u'.')
        || bond.bridges.contains(interface);
}

// Below the interface that has one of the addresses cman speaks from.
void addBonds(LintContext &context, const Machine &machine)
{
    const NetInterfaces *interfaces = told(machine.interfaces);
    if (!interfaces || !machine.quorum.value)
        return;
    QStringList heartbeat;
    for (const NetInterface &one : *interfaces) {
        const QStringList &own = one.addresses;
        if (std::any_of(own.cbegin(), own.cend(), [&](const QString &address) {
                return machine.quorum.value->nodeAddresses.contains(address);
            }))
            heartbeat << one.name;
    }
    for (const NetInterface &bond : *interfaces) {
        if (!bond.bondMode.isEmpty()
            && std::any_of(heartbeat.cbegin(), heartbeat.cend(),
                           [&](const QString &name) { return carries(bond, name); }))
            context.bonds << HeartbeatBond{machine.name, bond.name, bond.bondMode};
    }
}
} // namespace

LintContext lintFacts(const ClusterSnapshot &snapshot)
{
    LintContext context;
    for (const Machine &machine : snapshot.machines) {
        addVersions(context, machine);
        if (machine.kind != MachineKind::Node)
            continue;
        addBonds(context, machine);
        if (const RunningGuests *running = told(machine.running);
            running && !running->ids.isEmpty())
            context.holders << machine.name;
        if (const Members *members = told(machine.members)) {
            if (!context.bootGap)
                context.bootGap = joinGap(*members);
            if (context.quorumDevice.isEmpty())
                context.quorumDevice = quorumDevice(*members);
        }
    }
    return context;
}
} // namespace Core
