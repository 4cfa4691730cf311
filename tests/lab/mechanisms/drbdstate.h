// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drbdoptions.h"
#include "eventqueue.h"
#include "syncrun.h"
#include "volumegroup.h"

#include <array>
#include <cstdint>
#include <set>
#include <string>

namespace Lab
{

// In the kernel's order, which its rules compare by; Unconfigured is no state of its own there.
enum class Connection {
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
    VerifyS,
    VerifyT,
    PausedSyncS,
    PausedSyncT
};
enum class Role { Unknown, Primary, Secondary };
enum class Disk {
    Diskless,
    Attaching,
    Failed,
    Negotiating,
    Inconsistent,
    Outdated,
    DUnknown,
    Consistent,
    UpToDate
};

const char *word(Connection connection);
const char *word(Role role);
const char *word(Disk disk);

// /proc/drbd's counters, all KiB but al and bm (writes) and pe, ua, ap (requests in flight).
struct DrbdCounters {
    std::uint64_t ns = 0, nr = 0, dw = 0, dr = 0, al = 0, bm = 0;
    int lo = 0, pe = 0, ua = 0, ap = 0;
};

// DRBD's own mark of a generation of data: they alone decide, at the next handshake, who is behind
// and whether both sides went their own way.
struct Generations {
    std::uint64_t current = 0;
    std::uint64_t bitmap = 0;
    std::array<std::uint64_t, 2> history{}; // younger, older

    friend bool operator==(const Generations &, const Generations &) = default;
};

// What lies below: a broken disk answers with errors, a new one has no meta data yet.
enum class Backing { Good, Broken, Blank };

// One node's view and data of one resource.
struct DrbdSide {
    Connection connection = Connection::Connected;
    Role role = Role::Primary;
    Disk disk = Disk::UpToDate;
    Disk metaDisk = Disk::UpToDate; // what the detached disk says of itself
    Role peerRole = Role::Primary;
    Disk peerDisk = Disk::UpToDate;
    DrbdCounters counters;
    std::uint64_t outOfSyncKiB = 0;
    SyncRun sync;
    Generations generations;
    DrbdOptions running; // what the kernel was told; the files may say something else by now
    Backing backing = Backing::Good;
    int diskKiBps = 300 * 1024; // what the disk below can do
    bool crashedPrimary = false;
    bool discardMyData = false;
    bool userPaused = false;
    bool afterPaused = false; // another resource goes first
    bool suspended = false; // I/O stands still until the peer is known to be fenced
    bool degraded = false; // was without its peer when its machine went down
    std::uint64_t verifiedKiB = 0; // where an aborted verification will go on
    Time connectedSince{0};
    VolumeGroup group; // what stands on this disk
    std::set<std::string> active; // volumes that are mapped on this node and hold the device open
    Time heldUntil{0}; // something else holds it open until then
};

struct Resource {
    std::string name;
    int minor = 1;
    int port = 7788;
    std::string backingDisk;
    std::string volumeGroup;
    std::uint64_t sizeKiB = 0;
    std::uint64_t workingSetKiB = 2 * 1024 * 1024;
    std::array<DrbdSide, 2> sides; // by node id - 1
    std::array<DrbdOptions, 2> files; // what each node's /etc/drbd.d says

    DrbdSide &side(int node) { return sides.at(static_cast<std::size_t>(node - 1)); }
    const DrbdSide &side(int node) const { return sides.at(static_cast<std::size_t>(node - 1)); }
    DrbdOptions &file(int node) { return files.at(static_cast<std::size_t>(node - 1)); }
    const DrbdOptions &file(int node) const { return files.at(static_cast<std::size_t>(node - 1)); }
};

bool connected(Connection connection);
bool resyncing(Connection connection);
bool paused(Connection connection);
bool verifying(Connection connection);
bool syncs(const DrbdSide &side); // a resync or verification that makes progress
// A connection that is being taken down or was lost a moment ago.
bool failing(Connection connection);

} // namespace Lab
