// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "guesthost.h"
#include "precopy.h"
#include "world.h"

#include <functional>
#include <map>
#include <memory>

namespace Lab
{

// The worker of `qm migrate` on the node that has the guest, with its log in world.migrations.
// Source of order, texts and waits: qemu-server of Proxmox VE 3, QemuMigrate.pm.
class Migrations
{
public:
    using Done = std::function<void(bool moved)>;

    Migrations(World &world, EventQueue &queue, GuestHost &guests);

    // False while one already runs for that guest. Everything else it refuses, it says in its log.
    bool begin(int vmid, int target, bool online, Done done = {});
    // As Ctrl-C does.
    void cancel(int vmid);
    // As migrate_cancel in QEMU's monitor does: nothing unless it copies, nothing once the guest
    // was handed over; qm sees it at its next look.
    void cancelCopy(int vmid);
    void review();

private:
    struct Run {
        explicit Run(EventQueue &queue) : step(queue), poll(queue), pass(queue) { }
        PreCopy copy;
        Alarm step;
        Alarm poll;
        Alarm pass;
        Done done;
        double rate = 0; // of the line, at the moment
        Time began{0}; // of the copying
        Time stalled{0};
        Time pollEvery{2000};
        int polls = 0;
        double lastSent = 0;
        double lastRemaining = 0;
        int worse = 0; // polls after which more was left than before
        Time downtime{0};
        bool copying = false;
        bool cancelled = false; // in QEMU
        bool over = false; // the guest runs on the target
    };

    Migration &record(int vmid) { return m_world.migrations.at(vmid); }
    Run &run(int vmid) { return *m_runs.at(vmid); }
    void say(int vmid, const std::string &text);
    std::string duration(int vmid) const;
    void step(int vmid, Time delay, void (Migrations::*next)(int));

    void prepare(int vmid);
    void startRemote(int vmid);
    void startCopy(int vmid);
    void moveStopped(int vmid);
    void poll(int vmid);
    void endCancelled(int vmid);
    void progress(int vmid);
    void completed(int vmid);
    void finish(int vmid);
    void endPass(int vmid);
    void schedulePass(int vmid);
    void reviewRun(int vmid);
    void reviewLine(int vmid);
    void abandon(int vmid);
    void abort(int vmid, const std::string &why);
    void fail(int vmid, const std::string &why);
    void end(int vmid, MigrationEnd how);
    void unlock(int vmid);

    bool canReach(int vmid) const;
    std::string refusal(int vmid) const;
    double lineRate(int vmid) const;

    World &m_world;
    EventQueue &m_queue;
    GuestHost &m_guests;
    std::map<int, std::unique_ptr<Run>> m_runs;
};

} // namespace Lab
