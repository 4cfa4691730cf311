// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drbdlog.h"
#include "drbdrefusal.h"
#include "guesthost.h"
#include "world.h"

#include <map>
#include <memory>
#include <optional>

namespace Lab
{

// DRBD 8.3: connections, generations, resynchronisation and what guests write meanwhile.
class Replication
{
public:
    // A text is the refusal as drbdsetup prints it; nothing has happened then.
    using Refusal = std::optional<std::string>;

    Replication(World &world, EventQueue &queue);

    // Brings counters and progress up to the present under the state that held until now.
    void advance();
    void review();

    // The node's init script and its end.
    void bringUp(int node); // the module is loaded and the resources attached and connecting
    // The init script waits for the peer: for ever (wfc-timeout 0), or one minute when the node
    // was alone before (degr-wfc-timeout); then become-primary-on both.
    bool waitIsOver(int node, Time since) const;
    void becomePrimary(int node);
    void forget(int node); // the machine is gone, as it was
    void bringDown(int node); // in order: the peer is told

    // Roles.
    Refusal makePrimary(Resource &resource, int node);
    // --overwrite-data-of-peer: what is here is declared good, whatever it is.
    Refusal forcePrimary(Resource &resource, int node);
    Refusal makeSecondary(Resource &resource, int node);
    // The connection.
    Refusal disconnect(Resource &resource, int node);
    Refusal connect(Resource &resource, int node, bool discardMyData);
    // The disk.
    Refusal detach(Resource &resource, int node);
    Refusal attach(Resource &resource, int node);
    Refusal createMetaData(Resource &resource, int node);
    Refusal outdate(Resource &resource, int node);
    // Both at once, and nothing left of them.
    Refusal takeUp(Resource &resource, int node);
    Refusal takeDown(Resource &resource, int node);
    // Resynchronisation.
    Refusal invalidate(Resource &resource, int node);
    Refusal invalidateRemote(Resource &resource, int node);
    Refusal verify(Resource &resource, int node);
    Refusal pause(Resource &resource, int node, bool paused);
    // Takes the syncer's options of the node's file over.
    void takeSyncer(Resource &resource, int node);
    // Takes everything over; the network's part needs, and gets, a new connection.
    Refusal adjust(Resource &resource, int node);
    Refusal resumeIo(Resource &resource, int node);

    // LVM on it. Meta data are written on both disks, or on this one alone.
    Refusal createVolume(Resource &resource, int node, const LogicalVolume &volume);
    Refusal removeVolume(Resource &resource, int node, const std::string &name);
    // An empty name means every volume; false when one of them is in use.
    bool activate(Resource &resource, int node, const std::string &name, bool on);
    // A command that reads the device keeps it from becoming Secondary meanwhile.
    void holdOpen(Resource &resource, int node, Time until);

    // What happens to it.
    // What the next verification will find; KiB.
    void setHiddenDifference(Resource &resource, std::uint64_t kib)
    {
        m_hidden[resource.name] = kib;
    }
    // Errors from now on; a broken disk is read no more until a new one is there.
    void failDisk(Resource &resource, int node);
    void replaceDisk(Resource &resource, int node);
    // As if each side had written so much on its own, both as Primary, and they met again.
    void divergeBy(Resource &resource, std::uint64_t firstKiB, std::uint64_t secondKiB);
    // Another cluster's data: no generation in common any more.
    void makeUnrelated(Resource &resource, int node);

    // How fast a resynchronisation or verification runs now, KiB a second.
    int rateOf(const Resource &resource) const;

private:
    struct Timers {
        explicit Timers(EventQueue &queue)
            : loss{{Alarm(queue), Alarm(queue)}}, step{{Alarm(queue), Alarm(queue)}},
              fence{{Alarm(queue), Alarm(queue)}}, handshake(queue), phase(queue), done(queue)
        {
        }
        std::array<Alarm, 2> loss; // silence becomes a lost connection
        std::array<Alarm, 2> step; // the next state of a connection or disk in transit
        std::array<Alarm, 2> fence; // the fence-peer handler returns
        Alarm handshake;
        Alarm phase;
        Alarm done;
    };
    Timers &timers(const Resource &resource);
    static Alarm &of(std::array<Alarm, 2> &alarms, int node)
    {
        return alarms.at(static_cast<std::size_t>(node - 1));
    }
    // Both ends are there to talk to each other.
    bool reachable(const Resource &resource) const;
    bool linked(const Resource &resource) const; // and both are Connected or more
    bool heldOpen(const Resource &resource, int node) const;
    Time lastHeard(const Resource &resource, int node) const;
    int writers(const Resource &resource, int node) const;
    std::uint64_t newUuid();
    void beginGeneration(Resource &resource, int node);
    static void moveBitmapToHistory(Generations &generations);

    void advanceWrites(const Guest &guest, int node, Time elapsed);
    // KiB a second.
    int diskRate(const Resource &resource, int node) const;
    std::uint64_t writtenBy(const Guest &guest, int node, Time elapsed);
    static void markOutOfSync(const Resource &resource, DrbdSide &side, std::uint64_t kib);
    void writeVolume(Resource &resource, int node, const std::string &name, std::uint64_t kib);
    std::string usualVolume(const Resource &resource, int node) const;
    void writeMetaData(Resource &resource, int node);
    static void copyVolumes(const DrbdSide &from, DrbdSide &to);
    void mapVolumes(Resource &resource);
    void advanceSync(Resource &resource, Time elapsed);
    void countSynced(DrbdSide &side, std::uint64_t kib, Time elapsed);
    void countInFlight(Resource &resource);
    void failWriters(Resource &resource);

    void reviewLoss(Resource &resource);
    void reviewHandshake(Resource &resource);
    void reviewPhase(Resource &resource);
    void reviewPauses(Resource &resource);
    void reviewSync(Resource &resource);
    void mirrorPeers(Resource &resource);

    void lose(Resource &resource, int node, Connection how);
    void noteLoss(const Resource &resource, int node);
    void tellPeer(Resource &resource, int node);
    void lostContact(Resource &resource, int node, Disk before);
    void stepDown(Resource &resource, int node);
    void startFencing(Resource &resource, int node);
    void fencePeer(Resource &resource, int node);
    int askPeerToBeOutdated(Resource &resource, int node);

    void meet(Resource &resource);
    void nextPhase(Resource &resource);
    void negotiate(Resource &resource);
    void attached(Resource &resource, int node);
    // The outcome from node 1's side: what both do next.
    int compared(Resource &resource);
    int solved(Resource &resource, const struct Comparison &found);
    bool gaveUpPrimary(Resource &resource, int node);
    void act(Resource &resource, int outcome);
    void dropBoth(Resource &resource, const std::string &why);
    void establish(Resource &resource);
    void exchangeBitmaps(Resource &resource, int source, bool full);
    void beginSync(Resource &resource);
    void startFullSync(Resource &resource, int source);
    void setPaused(DrbdSide &side, bool paused);
    bool mustWait(const Resource &resource, int node) const;
    void finishRun(Resource &resource);
    void finishVerification(Resource &resource);
    void finishResync(Resource &resource);
    void abortRun(Resource &resource);
    void logDone(Resource &resource);

    Disk diskAfterAttach(const DrbdSide &side) const;
    void loseDisk(Resource &resource, int node);
    Refusal refuse(Resource &resource, int node, StateError error);
    Refusal primaryRefusal(Resource &resource, int node);
    Refusal resyncRefusal(Resource &resource, int node);
    void setRole(Resource &resource, int node, Role role);

    World &m_world;
    EventQueue &m_queue;
    DrbdLog m_log;
    Time m_advanced{0};
    std::uint64_t m_writes = 0; // tells one write from another
    std::map<std::pair<int, int>, std::uint64_t> m_writeCarry;
    std::map<std::string, std::uint64_t> m_syncCarry;
    std::map<std::string, std::uint64_t> m_hidden;
    std::map<std::string, std::unique_ptr<Timers>> m_timers;
};

} // namespace Lab
