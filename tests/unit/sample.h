// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/patch.h"

// A healthy two-node cluster with a quorum server, as values; tests change one thing and look.
namespace Sample
{
using namespace Core;

inline NodeName node(int id)
{
    return NodeName(QStringLiteral("node%1").arg(id));
}

template <typename T> Observed<T> told(const NodeName &by, const char *probe, T value)
{
    return {std::move(value), std::nullopt, {by, ProbeId(QString::fromLatin1(probe)), 0, 0}};
}

inline DrbdResource resource(const char *name, int minor)
{
    DrbdResource r;
    r.name = ResourceName(QString::fromLatin1(name));
    r.minor = minor;
    r.role = Role::Primary;
    r.disk = DiskState::UpToDate;
    r.protocol = 'C';
    r.counters.outOfSync = Bytes{0};
    r.peers = {{NodeName(), DrbdConnection::Connected, Role::Primary, DiskState::UpToDate, {}}};
    return r;
}

inline HaService service(int vmid, int owner)
{
    HaService s;
    s.name = ServiceName(QStringLiteral("pvevm:%1").arg(vmid));
    s.state = ServiceState::Started;
    s.owner = node(owner);
    return s;
}

inline Machine machine(int id)
{
    const NodeName name = node(id);
    Machine m;
    m.name = name;
    m.contact.state = ContactState::Connected;
    QuorumState quorum;
    quorum.clusterName = QStringLiteral("pve-ha");
    quorum.membership = MemberState::Member;
    quorum.nodeId = id;
    quorum.nodeName = name;
    quorum.quorate = true;
    quorum.memberCount = 2;
    quorum.expectedVotes = quorum.totalVotes = 3;
    quorum.quorum = 2;
    quorum.quorumDeviceVotes = 1;
    quorum.configVersion = 5;
    m.quorum = told(name, "cman-status", quorum);
    m.members = told(
        name, "cman-nodes",
        Members{{node(1), 1, MemberState::Member, 4, QStringLiteral("2013-10-22 10:00:00")},
                {node(2), 2, MemberState::Member, 8, QStringLiteral("2013-10-22 10:00:05")}});
    HaStatus ha;
    ha.quorate = true;
    ha.rgmanagerAnswers = true;
    ha.services = {service(100, 1), service(101, 1), service(102, 2)};
    m.ha = told(name, "clustat", ha);
    m.fenceDomain = told(name, "fence-domain", FenceDomain{2, 0, 0, 1, FenceWait::None, {1, 2}});
    m.drbd
        = told(name, "proc-drbd",
               DrbdStatus{QStringLiteral("8.3.13"), false, {resource("r1", 1), resource("r2", 2)}});
    m.placements
        = told(name, "vmlist",
               VmPlacements{{100, node(1), false}, {101, node(1), false}, {102, node(2), false}});
    m.running = told(name, "qemu-pids", id == 1 ? RunningGuests{{100, 101}} : RunningGuests{{102}});
    return m;
}

inline ClusterSnapshot healthy()
{
    ClusterSnapshot s;
    for (const int id : {1, 2})
        s.machines.insert(node(id), machine(id));
    Machine server;
    server.name = NodeName(QStringLiteral("quorum"));
    server.kind = MachineKind::QuorumServer;
    server.contact.state = ContactState::Connected;
    s.machines.insert(server.name, server);
    ClusterConfig config;
    config.name = QStringLiteral("pve-ha");
    config.version = 5;
    config.quorumDisk = QuorumDisk{};
    config.haGuests = {{100, true}, {101, true}, {102, true}};
    s.machines[node(1)].configuration = told(node(1), "cluster-conf", config);
    return applied(s, QList<Patch>());
}

// The machine stops answering; what it said last stays.
inline void silence(ClusterSnapshot &s, int id)
{
    s.machines[node(id)].contact
        = {ContactState::Silent, QDateTime::fromSecsSinceEpoch(1'400'000'000, Qt::UTC), {}};
}

inline DrbdResource &drbd(ClusterSnapshot &s, int id, int minor)
{
    for (DrbdResource &r : s.machines[node(id)].drbd.value->resources) {
        if (r.minor == minor)
            return r;
    }
    Q_UNREACHABLE();
}
} // namespace Sample
