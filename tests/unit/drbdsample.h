// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/drbdplan.h"
#include "tests/unit/sample.h"

// The sample cluster with what plans of DRBD look at: files, storage and volumes. Each node runs
// the guests of its home resource: 100 and 101 of r1 on node1, 102 of r2 on node2.
namespace Sample
{
inline DrbdResourceConfig resourceConfig(const char *name)
{
    DrbdResourceConfig config;
    config.name = ResourceName(QString::fromLatin1(name));
    for (const auto &[key, value] :
         {std::pair("net/protocol", "C"), std::pair("net/allow-two-primaries", ""),
          std::pair("syncer/verify-alg", "sha1"), std::pair("syncer/rate", "30M")})
        config.settings[QString::fromLatin1(key)] = {QString::fromLatin1(value), {}, 1};
    return config;
}

inline LogicalVolume logicalVolume(const char *name, const char *group, bool active)
{
    return {QString::fromLatin1(name), QString::fromLatin1(group), Bytes{8LL << 30},
            active ? QStringLiteral("-wi-a---") : QStringLiteral("-wi-----")};
}

inline GuestStorage guestStorage()
{
    GuestStorage storage;
    for (const char *id : {"1", "2"})
        storage.storages << Storage{QStringLiteral("drbd") + QLatin1String(id),
                                    QStringLiteral("lvm"),
                                    QStringLiteral("r%1vg").arg(QLatin1String(id))};
    for (const int guest : {100, 101, 102})
        storage.disks << GuestDisk{guest, QStringLiteral("virtio0"),
                                   guest == 102 ? QStringLiteral("drbd2") : QStringLiteral("drbd1"),
                                   QStringLiteral("vm-%1-disk-1").arg(guest)};
    return storage;
}

// A node's own volumes are active where its guests run.
inline void addStorage(ClusterSnapshot &s, int id)
{
    Machine &machine = s.machines[node(id)];
    machine.drbdConfig = told(machine.name, "drbd-config",
                              DrbdConfig{{}, {}, {resourceConfig("r1"), resourceConfig("r2")}});
    machine.guestStorage = told(machine.name, "guest-storage", guestStorage());
    const Bytes size{100LL << 30};
    machine.volumeGroups
        = told(machine.name, "vgs",
               VolumeGroups{
                   {QStringLiteral("r1vg"), size, Bytes{1LL << 30}, QStringLiteral("wz--n-"), 7},
                   {QStringLiteral("r2vg"), size, Bytes{1LL << 30}, QStringLiteral("wz--n-"), 7}});
    machine.physicalVolumes
        = told(machine.name, "pvs",
               PhysicalVolumes{{QStringLiteral("/dev/drbd1"), QStringLiteral("r1vg"), size,
                                Bytes{0}, QStringLiteral("a--")},
                               {QStringLiteral("/dev/drbd2"), QStringLiteral("r2vg"), size,
                                Bytes{0}, QStringLiteral("a--")}});
    machine.logicalVolumes = told(machine.name, "lvs",
                                  LogicalVolumes{logicalVolume("vm-100-disk-1", "r1vg", id == 1),
                                                 logicalVolume("vm-101-disk-1", "r1vg", id == 1),
                                                 logicalVolume("vm-102-disk-1", "r2vg", id == 2)});
    for (DrbdResource &resource : machine.drbd.value->resources)
        resource.flags = QStringLiteral("r-----");
}

inline ClusterSnapshot whole()
{
    ClusterSnapshot s = healthy();
    addStorage(s, 1);
    addStorage(s, 2);
    return s;
}

inline DrbdPeer &peerIn(ClusterSnapshot &s, int id, int minor)
{
    return drbd(s, id, minor).peers.first();
}

inline void setRoles(ClusterSnapshot &s, int minor, Role first, Role second)
{
    drbd(s, 1, minor).role = peerIn(s, 2, minor).role = first;
    drbd(s, 2, minor).role = peerIn(s, 1, minor).role = second;
}
inline void setDisks(ClusterSnapshot &s, int minor, DiskState first, DiskState second)
{
    drbd(s, 1, minor).disk = peerIn(s, 2, minor).disk = first;
    drbd(s, 2, minor).disk = peerIn(s, 1, minor).disk = second;
}
// Neither side knows anything of the other any more.
inline void part(ClusterSnapshot &s, int minor, DrbdConnection first, DrbdConnection second)
{
    const std::pair<int, DrbdConnection> sides[]{{1, first}, {2, second}};
    for (const auto &[id, connection] : sides)
        peerIn(s, id, minor) = {node(3 - id), connection, Role::Unknown, DiskState::DUnknown, {}};
}
inline void stopGuests(ClusterSnapshot &s, int id)
{
    s.machines[node(id)].running.value->ids.clear();
}
inline void deactivate(ClusterSnapshot &s, int id)
{
    for (LogicalVolume &volume : *s.machines[node(id)].logicalVolumes.value)
        volume.attributes = QStringLiteral("-wi-----");
}

inline Verb verb(VerbKind kind, int id = 1, const char *resource = "r1")
{
    Verb wish;
    wish.kind = kind;
    wish.node = node(id);
    wish.resource = ResourceName(QString::fromLatin1(resource));
    return wish;
}

inline bool has(const ActionPlan &plan, Severity severity, const char *id)
{
    for (const Finding &finding : plan.findings) {
        if (finding.severity == severity && finding.id == QLatin1String(id))
            return true;
    }
    return false;
}
inline QStringList previews(const ActionPlan &plan)
{
    QStringList all;
    for (const Step &step : plan.steps)
        all << step.info.preview;
    return all;
}
// For the message of a failed test.
inline QByteArray words(const ActionPlan &plan)
{
    QStringList all;
    for (const Finding &finding : plan.findings)
        all << QString::number(int(finding.severity)) + u' ' + finding.id + QStringLiteral(": ")
                + logText(finding.text);
    return (all + previews(plan)).join(u'\n').toUtf8();
}
} // namespace Sample
