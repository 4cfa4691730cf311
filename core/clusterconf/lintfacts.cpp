// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lintfacts.h"

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
} // namespace

LintContext lintFacts(const ClusterSnapshot &snapshot)
{
    LintContext context;
    for (const Machine &machine : snapshot.machines) {
        addVersions(context, machine);
        if (machine.kind != MachineKind::Node)
            continue;
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
