// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/drbdpair.h"

#include "core/model/freshness.h"

#include <algorithm>

namespace Core
{
namespace
{
std::optional<DrbdSyntax> syntaxOf(const DrbdStatus &status)
{
    const auto release
        = [&status](const char *begin) { return status.version.startsWith(QLatin1String(begin)); };
    if (release("8.4."))
        return DrbdSyntax::Since84;
    return release("8.3.") || release("8.2.") || release("8.0.")
        ? std::optional(DrbdSyntax::Before84)
        : std::nullopt;
}

const Machine *machineNamed(const ClusterSnapshot &snapshot, const NodeName &node)
{
    const auto found = snapshot.machines.constFind(node);
    return found == snapshot.machines.cend() ? nullptr : &*found;
}

const DrbdStatus *statusOf(const ClusterSnapshot &snapshot, const NodeName &node)
{
    const Machine *machine = machineNamed(snapshot, node);
    return machine ? freshFact(*machine, machine->drbd) : nullptr;
}

DrbdSide sideOn(const ClusterSnapshot &snapshot, const NodeName &node, const ResourceName &resource)
{
    DrbdSide side;
    side.node = node;
    const DrbdStatus *status = statusOf(snapshot, node);
    if (!status)
        return side;
    const Machine &machine = *machineNamed(snapshot, node);
    side.syntax = syntaxOf(*status);
    side.state = sideOf(snapshot, node, resource);
    side.evidence = side.state ? evidenceOf(machine, *side.state) : machine.drbd.evidence;
    return side;
}

Message notKnown(const DrbdSide &own, const DrbdStatus &status, const ResourceName &resource)
{
    if (status.stub)
        return message(
            QT_TRANSLATE_NOOP("Core", "%1 runs DRBD 9, for which this program has no actions"),
            {own.node.text()});
    const bool nameless = std::any_of(status.resources.cbegin(), status.resources.cend(),
                                      [](const DrbdResource &one) { return one.name.isEmpty(); });
    if (!own.state && nameless)
        return message(QT_TRANSLATE_NOOP("Core",
                                         "not known: drbdadm on %1 has not told the names of its "
                                         "devices yet"),
                       {own.node.text()});
    if (!own.state)
        return message(QT_TRANSLATE_NOOP("Core", "%1 has no resource %2"),
                       {own.node.text(), resource.text()});
    if (!own.syntax)
        return message(QT_TRANSLATE_NOOP("Core",
                                         "not known: the release of DRBD on %1, and so the words "
                                         "of its commands"),
                       {own.node.text()});
    if (own.connection() == DrbdConnection::Unknown || own.role() == Role::Unknown
        || own.disk() == DiskState::Unknown)
        return message(QT_TRANSLATE_NOOP("Core", "not known: the state of %1 on %2"),
                       {resource.text(), own.node.text()});
    return {};
}

Message troubleOf(const ClusterSnapshot &snapshot, const DrbdSide &own,
                  const ResourceName &resource)
{
    const Machine *machine = machineNamed(snapshot, own.node);
    if (!machine)
        return message(QT_TRANSLATE_NOOP("Core", "%1 is no machine of this cluster"),
                       {own.node.text()});
    if (!answers(*machine))
        return message(QT_TRANSLATE_NOOP("Core", "not known: %1 does not answer"),
                       {own.node.text()});
    const DrbdStatus *status = statusOf(snapshot, own.node);
    if (!status)
        return message(QT_TRANSLATE_NOOP("Core", "not known: the state of DRBD on %1"),
                       {own.node.text()});
    return notKnown(own, *status, resource);
}
} // namespace

DrbdConnection DrbdSide::connection() const
{
    return state && !state->peers.isEmpty() ? state->peers.first().connection
                                            : DrbdConnection::Unknown;
}

Role DrbdSide::role() const
{
    return state ? state->role : Role::Unknown;
}

DiskState DrbdSide::disk() const
{
    return state ? state->disk : DiskState::Unknown;
}

char DrbdSide::flag(int position) const
{
    return state && state->flags.size() > position ? state->flags[position].toLatin1() : '\0';
}

Role DrbdPair::peerRole() const
{
    if (peer.role() != Role::Unknown)
        return peer.role();
    return isConnected(own.connection()) ? own.state->peers.first().role : Role::Unknown;
}

DiskState DrbdPair::peerDisk() const
{
    if (peer.disk() != DiskState::Unknown)
        return peer.disk();
    return isConnected(own.connection()) ? own.state->peers.first().disk : DiskState::Unknown;
}

// The own side's word of its peer counts as much as the peer's: while they disagree, the worse
// holds.
std::optional<bool> DrbdPair::bothPrimary() const
{
    if (own.role() == Role::Secondary)
        return false;
    if (own.role() != Role::Primary)
        return std::nullopt;
    const bool seen = isConnected(own.connection());
    if (seen && own.state->peers.first().role == Role::Primary)
        return true;
    if (peerRole() == Role::Unknown)
        return std::nullopt;
    return peerRole() == Role::Primary;
}

QList<EvidenceRef> DrbdPair::evidence() const
{
    QList<EvidenceRef> all;
    for (const DrbdSide *side : {&own, &peer}) {
        if (!side->evidence.machine.isEmpty())
            all << side->evidence;
    }
    return all;
}

std::optional<DrbdResource> sideOf(const ClusterSnapshot &snapshot, const NodeName &node,
                                   const ResourceName &resource)
{
    const DrbdStatus *status = statusOf(snapshot, node);
    for (const DrbdResource &one : status ? status->resources : QList<DrbdResource>()) {
        if (!resource.isEmpty() && one.name == resource)
            return one;
    }
    return std::nullopt;
}

DrbdPair pairOf(const ClusterSnapshot &snapshot, const NodeName &node, const ResourceName &resource)
{
    DrbdPair pair;
    pair.name = resource;
    pair.own = sideOn(snapshot, node, resource);
    pair.peer = sideOn(snapshot, peerOf(snapshot, node), resource);
    pair.minor = pair.own.state ? pair.own.state->minor : -1;
    pair.trouble = troubleOf(snapshot, pair.own, resource);
    return pair;
}

const DrbdResourceConfig *configOf(const ClusterSnapshot &snapshot, const NodeName &node,
                                   const ResourceName &resource)
{
    const Machine *machine = machineNamed(snapshot, node);
    const DrbdConfig *config = machine ? freshFact(*machine, machine->drbdConfig) : nullptr;
    return config ? resourceNamed(*config, resource) : nullptr;
}

Command drbdadm(DrbdSyntax syntax, const QString &verb, const ResourceName &resource,
                const QStringList &options)
{
    Command command;
    command.program = QStringLiteral("drbdadm");
    if (options.isEmpty())
        command.arguments = QStringList{verb, resource.text()};
    else if (syntax == DrbdSyntax::Before84)
        command.arguments
            = QStringList{QStringLiteral("--")} + options + QStringList{verb, resource.text()};
    else
        command.arguments = QStringList{verb} + options + QStringList{resource.text()};
    return command;
}
} // namespace Core
