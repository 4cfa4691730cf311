// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    Replication(World &world, EventQueue &queue);

    // Brings counters and progress up to the present under the state that held until now.
    void advance();
    void review();

    void bringUp(int node); // the module is loaded and the resources attached and connecting
    // The init script waits for the peer: for ever (wfc-timeout 0), or one minute when the node
    // was alone before (degr-wfc-timeout); then become-primary-on both.
    bool waitIsOver(int node, Time since) const;
    void becomePrimary(int node);
    void forget(int node); // the machine is gone, as it was
    void bringDown(int node); // in order: the peer is told
    // The administrator's commands; a text is the kernel's refusal.
    std::optional<std::string> makePrimary(Resource &resource, int node);
    // --overwrite-data-of-peer: what is here is declared good, whatever it is.
    std::optional<std::string> forcePrimary(Resource &resource, int node);
    std::optional<std::string> makeSecondary(Resource &resource, int node);
    void disconnect(Resource &resource, int node);
    std::optional<std::string> connect(Resource &resource, int node, bool discardMyData);
    void detach(Resource &resource, int node);
    void attach(Resource &resource, int node);
    std::optional<std::string> invalidate(Resource &resource, int node);
    std::optional<std::string> verify(Resource &resource, int node);
    void pause(Resource &resource, int node, bool paused);
    // What the next verification will find; KiB.
    void setHiddenDifference(Resource &resource, std::uint64_t kib)
    {
        m_hidden[resource.name] = kib;
    }

private:
    enum class Verdict { Same, FirstIsSource, SecondIsSource, SplitBrain };
    static Verdict compared(const DrbdSide &a, const DrbdSide &b);
    struct Timers {
        explicit Timers(EventQueue &queue)
            : loss{{Alarm(queue), Alarm(queue)}}, handshake(queue), done(queue)
        {
        }
        std::array<Alarm, 2> loss;
        Alarm handshake;
        Alarm done;
    };
    Timers &timers(const Resource &resource);
    bool reachable(const Resource &resource) const;
    Time lastHeard(const Resource &resource, int node) const;
    int writers(const Resource &resource, int node) const;
    std::uint64_t newUuid();
    void beginGeneration(DrbdSide &side);

    void advanceWrites(const Guest &guest, int node, Time elapsed);
    void advanceSync(Resource &resource, Time elapsed);
    void countInFlight(Resource &resource);
    void reviewLoss(Resource &resource);
    void reviewHandshake(Resource &resource);
    void reviewSync(Resource &resource);
    void mirrorPeers(Resource &resource);

    void loseConnection(Resource &resource, int node, Connection next);
    void handshake(Resource &resource);
    void splitBrain(Resource &resource);
    void dropBoth(Resource &resource);
    void establish(Resource &resource);
    void startSync(Resource &resource, int source, std::uint64_t kib);
    void finishRun(Resource &resource);

    World &m_world;
    EventQueue &m_queue;
    Time m_advanced{0};
    std::uint64_t m_uuidSeed = 0x9E3779B97F4A7C15ULL;
    std::map<std::pair<int, int>, std::uint64_t> m_writeCarry;
    std::map<std::string, std::uint64_t> m_syncCarry;
    std::map<std::string, std::uint64_t> m_hidden;
    std::map<std::string, std::unique_ptr<Timers>> m_timers;
};

} // namespace Lab
