// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventqueue.h"

#include <array>
#include <cstdint>
#include <string>

namespace Lab
{

enum class Connection {
    Unconfigured,
    StandAlone,
    WFConnection,
    Connected,
    SyncSource,
    SyncTarget,
    PausedSyncS,
    PausedSyncT,
    VerifyS,
    VerifyT
};
enum class Role { Unknown, Primary, Secondary };
enum class Disk { Diskless, Inconsistent, Outdated, Consistent, DUnknown, UpToDate };

const char *word(Connection connection);
const char *word(Role role);
const char *word(Disk disk);

// /proc/drbd's counters, all KiB but al and bm (writes) and pe, ua, ap (requests in flight).
struct DrbdCounters {
    std::uint64_t ns = 0, nr = 0, dw = 0, dr = 0, al = 0, bm = 0;
    int lo = 0, pe = 0, ua = 0, ap = 0;
};

// A resynchronisation or verification as one side counts it.
struct SyncRun {
    std::uint64_t totalKiB = 0;
    std::uint64_t leftKiB = 0;
    Time started{0};
    Time pausedFor{0};
};

// One node's view and data of one resource. The four generations are DRBD's own: they alone
// decide, at the next handshake, who is behind and whether both sides went their own way.
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
    std::uint64_t currentUuid = 0;
    std::uint64_t bitmapUuid = 0;
    std::array<std::uint64_t, 2> historyUuid{};
    bool crashedPrimary = false;
    bool discardMyData = false;
    bool userPaused = false;
    bool degraded = false; // was without its peer when its machine went down
    Time connectedSince{0};
};

struct Resource {
    std::string name;
    int minor = 1;
    int port = 7788;
    std::string backingDisk;
    std::string volumeGroup;
    std::uint64_t sizeKiB = 0;
    int rateKiBps = 30 * 1024;
    std::uint64_t workingSetKiB = 2 * 1024 * 1024;
    std::array<DrbdSide, 2> sides; // by node id - 1
    int vgSeqno = 7;

    DrbdSide &side(int node) { return sides.at(static_cast<std::size_t>(node - 1)); }
    const DrbdSide &side(int node) const { return sides.at(static_cast<std::size_t>(node - 1)); }
};

bool connected(Connection connection);
bool resyncing(Connection connection);
bool verifying(Connection connection);
bool syncs(const DrbdSide &side); // a resync or verification that makes progress

} // namespace Lab
