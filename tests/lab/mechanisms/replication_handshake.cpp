// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "drbdhandshake.h"
#include "note.h"
#include "replication.h"

#include <algorithm>
#include <cstdlib>

namespace Lab
{

namespace
{

constexpr Time reportTime{60};
constexpr Time bitmapTime{300};

// A disk that is being attached counts as what its meta data say.
Disk real(const DrbdSide &side)
{
    return side.disk == Disk::Negotiating ? side.metaDisk : side.disk;
}

bool preparing(Connection connection)
{
    return connection >= Connection::StartingSyncS && connection <= Connection::WFSyncUUID;
}

} // namespace

void Replication::reviewPhase(Resource &resource)
{
    const Connection a = resource.side(1).connection;
    const Connection b = resource.side(2).connection;
    Alarm &phase = timers(resource).phase;
    const bool meeting = a == Connection::WFReportParams && b == Connection::WFReportParams;
    const bool attaching
        = resource.side(1).disk == Disk::Negotiating || resource.side(2).disk == Disk::Negotiating;
    if (!reachable(resource) || !(meeting || attaching || preparing(a) || preparing(b)))
        phase.clear();
    else
        phase.ensureAfter(meeting || attaching ? reportTime : bitmapTime,
                          [this, &resource] { nextPhase(resource); });
}

void Replication::nextPhase(Resource &resource)
{
    if (resource.side(1).connection == Connection::WFReportParams) {
        negotiate(resource);
        return;
    }
    for (const int node : {1, 2}) {
        if (resource.side(node).disk == Disk::Negotiating) {
            attached(resource, node);
            return;
        }
    }
    if (preparing(resource.side(1).connection))
        beginSync(resource);
}

void Replication::negotiate(Resource &resource)
{
    const std::string reason = incompatible(resource.side(1), resource.side(2));
    if (!reason.empty()) {
        dropBoth(resource, reason);
    } else {
        act(resource, compared(resource));
    }
    for (DrbdSide &side : resource.sides)
        side.discardMyData = false;
}

// Positive: node 1 is the source; beyond 2 a split brain or unrelated data.
int Replication::compared(Resource &resource)
{
    const DrbdSide &a = resource.side(1);
    const DrbdSide &b = resource.side(2);
    if (a.disk <= Disk::Failed || b.disk <= Disk::Failed)
        return 0; // one of them has nothing to compare
    const Comparison found = compareGenerations(a, b);
    m_log.handshake(resource, found.outcome, found.rule);
    if (found.outcome == unrelatedData)
        return unrelatedData;
    const bool firstGood = real(a) > Disk::Inconsistent;
    if (firstGood != (real(b) > Disk::Inconsistent)) {
        const bool full = found.outcome == splitBrain || std::abs(found.outcome) == 2;
        const int direction = firstGood ? 1 : -1;
        m_log.line(resource, direction > 0 ? 1 : 2, "Becoming sync source due to disk states.");
        m_log.line(resource, direction > 0 ? 2 : 1, "Becoming sync target due to disk states.");
        return full ? direction * 2 : direction;
    }
    return std::abs(found.outcome) == 100 ? solved(resource, found) : found.outcome;
}

int Replication::solved(Resource &resource, const Comparison &found)
{
    DrbdSide &a = resource.side(1);
    DrbdSide &b = resource.side(2);
    for (const int node : {1, 2})
        m_log.helper(resource, node, "initial-split-brain");
    const bool forced = found.outcome == splitBrain;
    const int primaries = (a.role == Role::Primary) + (b.role == Role::Primary);
    const auto tell = [&](int outcome, const std::string &how) {
        note(m_world, m_queue.now(),
             "drbd " + resource.name + ": Split-Brain detected, " + how + " solved");
        for (const int node : {1, 2})
            m_log.line(resource, node,
                       "Split-Brain detected, " + how + " solved. Sync from "
                           + ((outcome > 0) == (node == 1) ? "this" : "peer") + " node");
        return outcome;
    };
    if (!forced || a.running.net.alwaysAsbp) {
        const Recovery policy = recovered(a, b);
        const int loser = policy.outcome < 0 ? 1 : 2;
        const bool kept = policy.loserGivesUp && !gaveUpPrimary(resource, loser);
        if (policy.outcome != splitBrain && !kept)
            return tell(policy.outcome, std::to_string(primaries) + " primaries, automatically")
                * (forced ? 2 : 1);
    }
    if (a.discardMyData != b.discardMyData)
        return tell(a.discardMyData ? -1 : 1, "manually");
    return splitBrain;
}

// call-pri-lost-after-sb: true when the loser is no Primary any more.
bool Replication::gaveUpPrimary(Resource &resource, int node)
{
    DrbdSide &side = resource.side(node);
    if (side.role != Role::Primary)
        return true;
    if (heldOpen(resource, node)) {
        m_log.helper(resource, node, "pri-lost-after-sb");
        return false;
    }
    setRole(resource, node, Role::Secondary);
    m_log.line(resource, node, "Successfully gave up primary role.");
    return true;
}

void Replication::act(Resource &resource, int outcome)
{
    if (outcome == unrelatedData) {
        dropBoth(resource, "Unrelated data, aborting!");
        return;
    }
    if (outcome == splitBrain) {
        dropBoth(resource, "Split-Brain detected but unresolved, dropping connection!");
        for (const int node : {1, 2})
            m_log.helper(resource, node, "split-brain");
        return;
    }
    const int source = outcome > 0 ? 1 : 2;
    const DrbdSide &target = resource.side(World::peerOf(source));
    // Data that is in use may not change below its user.
    const bool conflict = outcome != 0 && target.role == Role::Primary
        && target.disk >= Disk::Consistent && target.running.net.rrConflict != "violently";
    if (conflict)
        dropBoth(resource, "I shall become SyncTarget, but I am primary!");
    else if (outcome == 0)
        establish(resource);
    else
        exchangeBitmaps(resource, source, std::abs(outcome) == 2);
}

void Replication::establish(Resource &resource)
{
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        if (side.connection < Connection::Connected) {
            side.connectedSince = m_queue.now();
            side.counters.ns = side.counters.nr = 0;
        }
        side.connection = Connection::Connected;
        side.crashedPrimary = side.suspended = false;
        side.disk = real(side);
        // Together they know that nothing newer exists.
        if (side.disk == Disk::Consistent || side.disk == Disk::Outdated)
            side.disk = Disk::UpToDate;
        if (side.outOfSyncKiB)
            m_log.line(resource, node,
                       "No resync, but " + std::to_string(side.outOfSyncKiB / 4)
                           + " bits in bitmap!");
    }
    mirrorPeers(resource);
    note(m_world, m_queue.now(), "drbd " + resource.name + ": connected");
}

void Replication::exchangeBitmaps(Resource &resource, int source, bool full)
{
    DrbdSide &from = resource.side(source);
    DrbdSide &to = resource.side(World::peerOf(source));
    for (DrbdSide *side : {&from, &to}) {
        if (side->connection < Connection::Connected)
            side->counters.ns = side->counters.nr = 0;
        side->connectedSince = m_queue.now();
        side->suspended = false;
        if (full)
            side->outOfSyncKiB = resource.sizeKiB;
    }
    if (full)
        m_log.line(resource, source,
                   "Writing the whole bitmap, full sync required after drbd_sync_handshake.");
    from.disk = real(from);
    if (from.disk == Disk::Consistent || from.disk == Disk::Outdated)
        from.disk = Disk::UpToDate;
    from.connection = Connection::WFBitMapS;
    to.connection = Connection::WFBitMapT;
    to.disk = std::min(real(to), Disk::Outdated);
    mirrorPeers(resource);
    note(m_world, m_queue.now(), "drbd " + resource.name + ": connected");
}

} // namespace Lab
