// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/observed.h"
#include "core/model/clusterconfig.h"
#include "core/model/drbd.h"
#include "core/model/drbdconfig.h"
#include "core/model/drbdlog.h"
#include "core/model/service.h"
#include "core/model/storage.h"
#include "core/model/vm.h"

namespace Core
{
enum class MachineKind : quint8 { Node, QuorumServer };
enum class PowerState : quint8 { Unknown, Off, On, Cycling };

// Our own connection to a machine. Silent and Lost say nothing about the machine itself.
enum class ContactState : quint8 {
    NeverTried,
    Connecting,
    Connected,
    Silent, // connected, but no byte for longer than expected: "no answer since ..."
    Lost, // the connection ended; reconnecting with back-off
    NeedsAnswer, // waits for a person: host key or password
    Refused, // login refused or host key changed: not tried again by itself
};
struct Contact {
    ContactState state = ContactState::NeverTried;
    std::optional<QDateTime> since; // of the last byte for Silent and Lost, else of the state; UTC
    std::optional<Error> error; // why, for Lost, Refused, Silent
    friend bool operator==(const Contact &, const Contact &) = default;
};

enum class MemberState : quint8 {
    Unknown,
    Joining,
    Member,
    Leaving,
    NotInCluster,
    Dead,
    Disallowed
};
// A line of `cman_tool nodes`.
struct Member {
    NodeName name;
    int id = 0; // 0 is the quorum disk
    MemberState state = MemberState::Unknown;
    int incarnation = 0;
    QString joined; // the tool's text; empty when not joined
    friend bool operator==(const Member &, const Member &) = default;
};

// cman_tool status, on the machine that was asked. Quorum is kept per observer: two nodes that
// disagree are the news.
struct QuorumState {
    QString clusterName;
    MemberState membership = MemberState::Unknown;
    int nodeId = 0;
    NodeName nodeName;
    bool quorate = false;
    int memberCount = 0;
    int expectedVotes = 0;
    int totalVotes = 0;
    int quorum = 0; // votes needed
    std::optional<int> nodeVotes; // absent before cman 3.0.12
    std::optional<int> quorumDeviceVotes; // absent while the quorum disk is no member
    int configVersion = 0; // the running one
    QStringList flags;
    QStringList nodeAddresses; // own addresses on the cluster network
    friend bool operator==(const QuorumState &, const QuorumState &) = default;
};

enum class FenceWait : quint8 { Unknown, None, Quorum, Messages, Fencing };
// fence_tool ls on one machine. "Not there" is exit 1 without output: an error, not an empty
// domain.
struct FenceDomain {
    int memberCount = 0;
    int victimCount = 0;
    int victimNow = 0; // node id, 0 nobody
    int masterId = 0;
    FenceWait wait = FenceWait::Unknown;
    QList<int> members; // node ids
    friend bool operator==(const FenceDomain &, const FenceDomain &) = default;
};

// cluster.conf on one machine: the file's checksum and version; the running version is in
// QuorumState.
struct ConfigFile {
    QByteArray sha256; // lower-case hex of /etc/pve/cluster.conf
    friend bool operator==(const ConfigFile &, const ConfigFile &) = default;
};

struct NetInterface {
    QString name;
    std::optional<bool> carrier; // none: administratively down, the kernel refuses to tell
    QStringList addresses; // without prefix length
    std::optional<int> speedMbit;
    quint64 rxBytes = 0;
    quint64 txBytes = 0;
    QString bondMode; // "active-backup", as the kernel calls it; empty: it is no bond
    QStringList bridges; // of a bond: those it is a port of, itself or by a VLAN
    friend bool operator==(const NetInterface &, const NetInterface &) = default;
};
using NetInterfaces = QList<NetInterface>;

struct Uptime {
    std::chrono::seconds up{0};
    friend bool operator==(const Uptime &, const Uptime &) = default;
};

struct VolumeGroup {
    QString name;
    Bytes size;
    Bytes free;
    QString attributes;
    quint64 seqno = 0;
    friend bool operator==(const VolumeGroup &, const VolumeGroup &) = default;
};
struct PhysicalVolume {
    QString device;
    QString group;
    Bytes size;
    Bytes free;
    QString attributes;
    friend bool operator==(const PhysicalVolume &, const PhysicalVolume &) = default;
};
using VolumeGroups = QList<VolumeGroup>;
using PhysicalVolumes = QList<PhysicalVolume>;

struct IscsiSession {
    QString transport; // "tcp"
    int id = 0;
    QString portal; // address:port
    int group = 0;
    QString target; // IQN
    friend bool operator==(const IscsiSession &, const IscsiSession &) = default;
};
using IscsiSessions = QList<IscsiSession>;

struct IscsiTarget {
    int id = 0;
    QString name; // IQN
    QString state; // "ready"
    QStringList backingStores; // paths, the controller LUN without one left out
    QStringList initiators; // addresses connected now
    QStringList acl;
    friend bool operator==(const IscsiTarget &, const IscsiTarget &) = default;
};
using IscsiTargets = QList<IscsiTarget>;

// A BMC as an observer reached it. Errors of the path live in Observed::error.
struct BmcState {
    PowerState power = PowerState::Unknown;
    friend bool operator==(const BmcState &, const BmcState &) = default;
};

using Members = QList<Member>;

// Everything one machine says of itself and of the cluster, and who reached its BMC.
struct Machine {
    NodeName name;
    MachineKind kind = MachineKind::Node;
    QString address;
    Contact contact;
    QStringList providers; // ids of what was found on it; empty until looked
    Observed<QuorumState> quorum;
    Observed<Members> members;
    Observed<HaStatus> ha;
    Observed<FenceDomain> fenceDomain;
    Observed<ConfigFile> configFile;
    Observed<ClusterConfig> configuration; // of its own copy of cluster.conf
    Observed<DrbdStatus> drbd;
    Observed<DrbdNames> drbdNames;
    Observed<DrbdConfig> drbdConfig;
    Observed<DrbdGenerations> drbdGenerations;
    Observed<DrbdLog> drbdLog;
    Observed<QList<Vm>> vms;
    Observed<VmPlacements> placements;
    Observed<BootGuests> bootGuests;
    Observed<RunningGuests> running;
    Observed<GuestStorage> guestStorage;
    Observed<Capacity> capacity;
    Observed<NetInterfaces> interfaces;
    Observed<Uptime> uptime;
    Observed<VolumeGroups> volumeGroups;
    Observed<PhysicalVolumes> physicalVolumes;
    Observed<LogicalVolumes> logicalVolumes;
    Observed<IscsiSessions> iscsiSessions;
    Observed<IscsiTargets> iscsiTargets;
    Views<BmcState> bmc; // of this machine's own BMC, by who asked it
    friend bool operator==(const Machine &, const Machine &) = default;
};

// The lines in which the machine tells its side of the resource.
EvidenceRef evidenceOf(const Machine &machine, const DrbdResource &side);

// What a provider needs to know of a machine to word its probes.
struct MachineContext {
    NodeName name;
    MachineKind kind = MachineKind::Node;
    QString rootPrefix; // prefix of absolute paths there; empty on a real machine
};

QString word(MemberState state);
QString word(FenceWait wait); // fence_tool's word
} // namespace Core
