// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/patch.h"

#include <QHash>

#include <algorithm>

namespace Core
{
namespace
{
// The interface that carries one of the addresses, with what the kernel says of it.
LinkEnd endAt(const Machine &machine, const QStringList &addresses)
{
    LinkEnd end;
    end.address = addresses.value(0);
    for (const NetInterface &interface : machine.interfaces.value.value_or(NetInterfaces())) {
        for (const QString &address : addresses) {
            if (!interface.addresses.contains(address))
                continue;
            end.address = address;
            end.interface = interface.name;
            end.carrier = interface.carrier;
            end.speedMbit = interface.speedMbit;
        }
    }
    return end;
}

template <typename T> Observed<LinkEnd> endOf(LinkEnd end, const Observed<T> &source)
{
    return {std::move(end), source.error, source.evidence};
}

// Up for an end means that its own tools count the peer as a member.
Observed<LinkEnd> clusterEnd(const Machine &machine, const NodeName &peer)
{
    const QStringList addresses
        = machine.quorum.value ? machine.quorum.value->nodeAddresses : QStringList();
    LinkEnd end = endAt(machine, addresses);
    for (const Member &member : machine.members.value.value_or(Members())) {
        if (member.name == peer)
            end.up = member.state == MemberState::Member;
    }
    return endOf(std::move(end), machine.members);
}

Link clusterLink(const Machine &a, const Machine &b)
{
    Link link;
    link.kind = LinkKind::ClusterNetwork;
    link.a = a.name;
    link.b = b.name;
    link.ends.insert(a.name, clusterEnd(a, b.name));
    link.ends.insert(b.name, clusterEnd(b, a.name));
    return link;
}

using Addresses = QHash<int, QString>; // by minor, of this side's replication link

Addresses replicationAddresses(const Machine &machine)
{
    Addresses addresses;
    for (const DrbdName &name : machine.drbdNames.value.value_or(DrbdNames()))
        addresses.insert(name.minor, name.address);
    return addresses;
}

ResourceName linkName(const DrbdResource &resource)
{
    return resource.name.isEmpty() ? ResourceName(QStringLiteral("drbd%1").arg(resource.minor))
                                   : resource.name;
}

Observed<LinkEnd> replicationEnd(const Machine &machine, const QString &address,
                                 const DrbdResource &resource)
{
    LinkEnd end = endAt(machine, address.isEmpty() ? QStringList() : QStringList(address));
    if (!resource.peers.isEmpty() && resource.peers.first().connection != DrbdConnection::Unknown)
        end.up = isConnected(resource.peers.first().connection);
    return endOf(std::move(end), machine.drbd);
}

// Found by hashes: clusters with a thousand resources exist, and this runs for every answer.
QList<Link> replicationLinks(const ClusterSnapshot &snapshot)
{
    QList<Link> links;
    QHash<ResourceName, qsizetype> known;
    for (const Machine &machine : snapshot.machines) {
        const NodeName peer = peerOf(snapshot, machine.name);
        if (peer.isEmpty() || !machine.drbd.value)
            continue;
        const Addresses addresses = replicationAddresses(machine);
        for (const DrbdResource &resource : machine.drbd.value->resources) {
            const ResourceName name = linkName(resource);
            const qsizetype at = known.value(name, links.size());
            if (at == links.size()) {
                const auto [a, b] = std::minmax(machine.name, peer);
                links.append(Link{LinkKind::Replication, a, b, name, {}});
                known.insert(name, at);
            }
            links[at].ends.insert(
                machine.name, replicationEnd(machine, addresses.value(resource.minor), resource));
        }
    }
    return links;
}

// From each observer to the BMC of `machine`.
QList<Link> ipmiLinks(const Machine &machine)
{
    QList<Link> links;
    for (auto view = machine.bmc.cbegin(); view != machine.bmc.cend(); ++view) {
        LinkEnd end;
        if (view->value || view->error)
            end.up = !view->error.has_value();
        const NodeName *from = std::get_if<NodeName>(&view.key());
        Link link{LinkKind::Ipmi, from ? *from : NodeName(), machine.name, {}, {}};
        link.ends.insert(view.key(), Observed<LinkEnd>{end, view->error, view->evidence});
        links << link;
    }
    return links;
}

// The quorum disk's path is judged by qdiskd's vote, not by a session or a round trip.
Link iscsiLink(const Machine &node, const NodeName &server)
{
    LinkEnd end;
    const bool session = !node.iscsiSessions.value.value_or(IscsiSessions()).isEmpty();
    if (session)
        end.address = node.iscsiSessions.value->first().portal;
    if (node.quorum.value)
        end.up = node.quorum.value->quorumDeviceVotes.value_or(0) > 0;
    Link link{LinkKind::Iscsi, node.name, server, {}, {}};
    link.ends.insert(node.name, endOf(std::move(end), node.quorum));
    return link;
}
} // namespace

QList<Link> linksOf(const ClusterSnapshot &snapshot)
{
    QList<Link> links;
    const QList<NodeName> nodes = nodesOf(snapshot);
    if (nodes.size() == 2)
        links << clusterLink(snapshot.machines[nodes[0]], snapshot.machines[nodes[1]]);
    links << replicationLinks(snapshot);
    for (const Machine &machine : snapshot.machines)
        links << ipmiLinks(machine);
    const bool quorumDisk = snapshot.configuration && snapshot.configuration->quorumDisk;
    for (const Machine &server : snapshot.machines) {
        if (server.kind != MachineKind::QuorumServer)
            continue;
        for (const NodeName &node : nodes) {
            if (quorumDisk || snapshot.machines[node].iscsiSessions.value)
                links << iscsiLink(snapshot.machines[node], server.name);
        }
    }
    return links;
}
} // namespace Core
