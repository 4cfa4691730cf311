// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QList>

#include <chrono>
#include <optional>

// States are DRBD's own words (drbd_strings of 8.0 to 9.2); what a release adds later is Unknown,
// and its raw word stays in the evidence.
namespace Core
{
enum class DrbdConnection : quint8 {
    Unknown,
    Unconfigured,
    StandAlone,
    Disconnecting,
    Unconnected,
    Timeout,
    BrokenPipe,
    NetworkFailure,
    ProtocolError,
    TearDown,
    WFConnection,
    WFReportParams,
    Connected,
    StartingSyncS,
    StartingSyncT,
    WFBitMapS,
    WFBitMapT,
    WFSyncUUID,
    SyncSource,
    SyncTarget,
    PausedSyncS,
    PausedSyncT,
    VerifyS,
    VerifyT,
    Ahead,
    Behind,
};
enum class Role : quint8 { Unknown, Primary, Secondary };
enum class DiskState : quint8 {
    Unknown, // not told at all; DUnknown is DRBD's own word for a peer it cannot ask
    Diskless,
    Attaching,
    Detaching,
    Failed,
    Negotiating,
    Inconsistent,
    Outdated,
    DUnknown,
    Consistent,
    UpToDate,
};

enum class SyncKind : quint8 { Resync, Verify };
struct SyncProgress {
    SyncKind kind = SyncKind::Resync;
    double percent = 0; // 0..100, of this run, as DRBD prints it
    Bytes left;
    Bytes total; // of this run, not of the device
    std::optional<std::chrono::seconds> finish; // DRBD's estimate; none when it printed none
    std::optional<Bytes> speed; // per second, over about 18 s
    std::optional<Bytes> average; // per second, since the start
    std::optional<Bytes> wanted; // per second, target of the dynamic controller
    bool stalled = false;
    friend bool operator==(const SyncProgress &, const SyncProgress &) = default;
};

// Counters of /proc/drbd. ns, nr, dw, dr are KiB and wrap at 2 TiB (32-bit sector counters halved);
// the others count requests. None: this release does not print it.
struct DrbdCounters {
    std::optional<quint64> ns, nr, dw, dr, al, bm, lo, pe, ua, ap, ep;
    std::optional<char> writeOrder; // b barrier, f flush, d drain, n none
    std::optional<Bytes> outOfSync; // this side's view
    friend bool operator==(const DrbdCounters &, const DrbdCounters &) = default;
};

struct DrbdPeer {
    NodeName node; // empty while not known (8.x does not name the peer)
    DrbdConnection connection = DrbdConnection::Unknown;
    Role role = Role::Unknown;
    DiskState disk = DiskState::Unknown;
    std::optional<SyncProgress> sync;
    friend bool operator==(const DrbdPeer &, const DrbdPeer &) = default;
};

// Where a tool's output tells it, from 1; 0: not told.
struct LineRange {
    int first = 0;
    int last = 0;
    friend bool operator==(const LineRange &, const LineRange &) = default;
};

// One volume of a resource as one machine sees it.
struct DrbdResource {
    ResourceName name; // empty until `drbdadm sh-minor` told it: /proc/drbd knows minors only
    int volume = 0;
    int minor = -1;
    Role role = Role::Unknown;
    DiskState disk = DiskState::Unknown;
    std::optional<char> protocol; // A, B, C; none without a network configuration
    QString flags; // the positions r/s a p u d s of /proc/drbd, empty when not printed
    DrbdCounters counters;
    QList<DrbdPeer> peers; // 8.x: exactly one
    LineRange lines; // of /proc/drbd
    friend bool operator==(const DrbdResource &, const DrbdResource &) = default;
};

struct DrbdStatus {
    QString version; // "8.3.13"; empty when the header line is missing
    bool stub = false; // DRBD 9: /proc/drbd lists no devices, which is not "no devices"
    QList<DrbdResource> resources;
    friend bool operator==(const DrbdStatus &, const DrbdStatus &) = default;
};

// Minor to resource, from `drbdadm sh-resources` and `sh-minor`; address is this side's own.
struct DrbdName {
    ResourceName name;
    int minor = -1;
    QString address; // of this side's replication link, empty when not told
    friend bool operator==(const DrbdName &, const DrbdName &) = default;
};
using DrbdNames = QList<DrbdName>;

QString word(DrbdConnection state); // DRBD's word, never translated
QString word(Role role);
QString word(DiskState state);
DrbdConnection drbdConnection(QByteArrayView word); // Unknown for a word of no known release
Role drbdRole(QByteArrayView word);
DiskState drbdDisk(QByteArrayView word);
bool isSyncing(DrbdConnection state); // data flows now: SyncSource/Target, and paused ones
bool isConnected(DrbdConnection state); // the peers talk: Connected and everything above it
} // namespace Core
