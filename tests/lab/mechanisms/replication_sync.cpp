// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "note.h"
#include "replication.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr std::uint64_t syncUuidOffset = 0x0001000000000000ULL; // UUID_NEW_BM_OFFSET
constexpr int busyKiBps = 256; // 64 requests between two looks at it
constexpr int linkKiBps = 1024 * 1024; // ten gigabits

bool source(const DrbdSide &side)
{
    return side.connection == Connection::WFBitMapS || side.connection == Connection::StartingSyncS;
}

std::string kilobytes(std::uint64_t kib)
{
    return std::to_string(kib) + " KB [" + std::to_string(kib / 4) + " bits set])";
}

} // namespace

// Both bitmaps together are what differs; the source marks its generation, the target takes the
// mark, so that an interrupted run is known for what it was.
void Replication::beginSync(Resource &resource)
{
    const int from = source(resource.side(1)) ? 1 : 2;
    DrbdSide &giving = resource.side(from);
    DrbdSide &taking = resource.side(World::peerOf(from));
    taking.connection = Connection::WFSyncUUID;
    m_log.states(resource);
    m_log.helper(resource, from, "before-resync-source");
    m_log.helper(resource, World::peerOf(from), "before-resync-target");
    const std::uint64_t total
        = std::min(giving.outOfSyncKiB + taking.outOfSyncKiB, resource.sizeKiB);
    const std::uint64_t base = giving.generations.bitmap ? giving.generations.bitmap : newUuid();
    moveBitmapToHistory(giving.generations);
    giving.generations.bitmap = (base + syncUuidOffset) & ~std::uint64_t{1};
    taking.generations.current = giving.generations.bitmap | (taking.role == Role::Primary ? 1 : 0);
    moveBitmapToHistory(taking.generations);
    giving.connection = Connection::SyncSource;
    taking.connection = Connection::SyncTarget;
    taking.disk = Disk::Inconsistent;
    for (DrbdSide &side : resource.sides) {
        side.sync = startedRun(total, m_queue.now());
        side.outOfSyncKiB = total;
        side.crashedPrimary = false;
    }
    mirrorPeers(resource);
    m_log.generations(resource, from, "updated sync UUID");
    for (const int node : {1, 2})
        m_log.line(resource, node,
                   std::string("Began resync as ") + word(resource.side(node).connection)
                       + " (will sync " + kilobytes(total) + ".");
    if (total == 0)
        finishRun(resource);
}

void Replication::startFullSync(Resource &resource, int from)
{
    DrbdSide &giving = resource.side(from);
    DrbdSide &taking = resource.side(World::peerOf(from));
    giving.connection = Connection::StartingSyncS;
    taking.connection = Connection::StartingSyncT;
    taking.disk = Disk::Outdated;
    giving.outOfSyncKiB = taking.outOfSyncKiB = resource.sizeKiB;
    mirrorPeers(resource);
}

// The target asks for blocks, a verification's source does: its options count.
// Source: drbd_rs_number_requests() and drbd_rs_c_min_rate_throttle(), 8.3.
int Replication::rateOf(const Resource &resource) const
{
    const DrbdSide &a = resource.side(1);
    const bool firstAsks
        = a.connection == Connection::SyncTarget || a.connection == Connection::VerifyS;
    const SyncerOptions &syncer = resource.side(firstAsks ? 1 : 2).running.syncer;
    const int wanted = syncer.cPlanAhead ? syncer.cMaxRateKiBps : syncer.rateKiBps;
    const int possible = std::min({linkKiBps, diskRate(resource, 1), diskRate(resource, 2)});
    int load = 0;
    for (const Guest &guest : m_world.guests)
        load += guest.resource == resource.name && (runsOn(guest, 1) || runsOn(guest, 2))
            ? guest.writeKiBps
            : 0;
    const int floor = syncer.cMinRateKiBps;
    const int rate = std::min(wanted, possible);
    return std::max(floor && load > busyKiBps ? std::min(rate, floor) : rate, 1);
}

// syncer { after }: it waits as long as the other one is at it.
bool Replication::mustWait(const Resource &resource, int node) const
{
    const Resource *first = m_world.resource(resource.side(node).running.syncer.after);
    return first && first != &resource && resyncing(first->side(node).connection);
}

void Replication::setPaused(DrbdSide &side, bool pause)
{
    SyncRun &run = side.sync;
    if (pause && run.pausedSince < Time{0}) {
        run.pausedSince = m_queue.now();
    } else if (!pause && run.pausedSince >= Time{0}) {
        run.pausedFor += m_queue.now() - run.pausedSince;
        run.pausedSince = Time{-1};
    }
    if (side.connection == Connection::SyncSource || side.connection == Connection::PausedSyncS)
        side.connection = pause ? Connection::PausedSyncS : Connection::SyncSource;
    else
        side.connection = pause ? Connection::PausedSyncT : Connection::SyncTarget;
}

void Replication::reviewPauses(Resource &resource)
{
    bool pause = false;
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        side.afterPaused = resyncing(side.connection) && mustWait(resource, node);
        pause = pause || side.userPaused || side.afterPaused;
    }
    if (!linked(resource))
        return;
    for (DrbdSide &side : resource.sides) {
        if (resyncing(side.connection) && paused(side.connection) != pause)
            setPaused(side, pause);
    }
}

void Replication::reviewSync(Resource &resource)
{
    const DrbdSide &side = resource.side(1);
    Alarm &done = timers(resource).done;
    if (!syncs(side) || !syncs(resource.side(2)) || !reachable(resource)) {
        done.clear();
        return;
    }
    const auto rate = static_cast<std::uint64_t>(rateOf(resource));
    done.setAfter(Time{side.sync.leftKiB * 1000 / rate + 1},
                  [this, &resource] { finishRun(resource); });
}

void Replication::logDone(Resource &resource)
{
    for (const int node : {1, 2}) {
        const SyncRun &run = resource.side(node).sync;
        const auto spent
            = std::max<Time::rep>((m_queue.now() - run.started - run.pausedFor).count() / 1000, 1);
        const auto rest = run.pausedFor.count() / 1000;
        m_log.line(
            resource, node,
            std::string(verifying(resource.side(node).connection) ? "Online verify" : "Resync")
                + " done (total " + std::to_string(spent + rest) + " sec; paused "
                + std::to_string(rest) + " sec; "
                + std::to_string(run.totalKiB / static_cast<std::uint64_t>(spent)) + " K/sec)");
    }
}

void Replication::finishRun(Resource &resource)
{
    const bool verification = verifying(resource.side(1).connection);
    if (verification)
        finishVerification(resource);
    logDone(resource);
    if (!verification)
        finishResync(resource);
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        if (verification && side.outOfSyncKiB)
            m_log.line(resource, node,
                       "Online verify found " + std::to_string(side.outOfSyncKiB / 4)
                           + " 4k block out of sync!");
        side.connection = Connection::Connected;
        side.sync = {};
    }
    mirrorPeers(resource);
    m_log.states(resource);
    for (const int node : {1, 2}) {
        if (verification && resource.side(node).outOfSyncKiB)
            m_log.helper(resource, node, "out-of-sync");
    }
    note(m_world, m_queue.now(), "drbd " + resource.name + ": run finished");
}

// What differs lies somewhere in the first half of the device, in one stretch.
void Replication::finishVerification(Resource &resource)
{
    const std::uint64_t found = std::min(m_hidden[resource.name], resource.sizeKiB);
    m_hidden[resource.name] = 0;
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        side.outOfSyncKiB = std::min(side.outOfSyncKiB + found, resource.sizeKiB);
        side.verifiedKiB = 0;
        if (found)
            m_log.line(resource, node,
                       "Out of sync: start=" + std::to_string(resource.sizeKiB / 8 * 4)
                           + ", size=" + std::to_string(found * 2) + " (sectors)");
    }
}

void Replication::finishResync(Resource &resource)
{
    const int from = resource.side(1).connection == Connection::SyncSource
            || resource.side(1).connection == Connection::PausedSyncS
        ? 1
        : 2;
    DrbdSide &giving = resource.side(from);
    DrbdSide &taking = resource.side(World::peerOf(from));
    moveBitmapToHistory(giving.generations);
    taking.generations = giving.generations;
    taking.generations.current
        = (giving.generations.current & ~std::uint64_t{1}) | (taking.role == Role::Primary ? 1 : 0);
    taking.disk = giving.disk;
    giving.outOfSyncKiB = taking.outOfSyncKiB = 0;
    copyVolumes(giving, taking);
    copyVolumes(taking, giving); // nothing is written on one side alone any more
    m_hidden[resource.name] = 0;
    for (const int node : {1, 2})
        m_log.generations(resource, node, "updated UUIDs");
    m_log.helper(resource, World::peerOf(from), "after-resync-target");
}

// A disk goes away below a run.
void Replication::abortRun(Resource &resource)
{
    for (const int node : {1, 2}) {
        DrbdSide &side = resource.side(node);
        if (side.connection <= Connection::Connected)
            continue;
        m_log.line(resource, node,
                   verifying(side.connection) ? "Online-verify aborted." : "Resync aborted.");
        side.connection = Connection::Connected;
        side.sync = {};
    }
}

} // namespace Lab
