// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migration.h"

#include <array>
#include <cstdio>

namespace Lab
{

namespace
{

constexpr double videoBytes = 9048064; // the guest's other memory: video, firmware
constexpr Time slowPoll{2000};
constexpr Time fastPoll{300};
constexpr Time hangPoll{1000};
constexpr Time lineDeadAfter{900'000}; // TCP's retransmissions in the tunnel
constexpr int worseLimit = 5;

std::string number(const char *format, double value)
{
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), format, value);
    return text.data();
}

} // namespace

// Bytes a second; nothing arrives at a machine that does not answer.
double Migrations::lineRate(int vmid) const
{
    const Migration &task = m_world.migrations.at(vmid);
    const Guest &guest = *m_world.guest(vmid);
    const bool arrives = clusterPath(m_world) && m_world.node(task.target).running()
        && m_world.node(task.source).running() && guest.waiting.count(task.target);
    return arrives ? m_world.settings.migrationKiBps * 1024.0 : 0.0;
}

void Migrations::startCopy(int vmid)
{
    const Guest &guest = *m_world.guest(vmid);
    Run &one = run(vmid);
    say(vmid, "starting ssh migration tunnel");
    say(vmid, "starting online/live migration on localhost:60000");
    say(vmid, "migrate_set_speed: 8589934592");
    say(vmid, "migrate_set_downtime: 0.1");
    const double memory = guest.memoryMiB * 1024.0 * 1024;
    one.copy.total = memory + videoBytes;
    one.copy.used = memory / 2 + videoBytes;
    one.copy.dirtyRate = guest.dirtyKiBps * 1024.0;
    one.copy.start(m_queue.now());
    one.began = one.stalled = m_queue.now();
    one.copying = true;
    one.rate = lineRate(vmid);
    schedulePass(vmid);
    one.poll.setAfter(slowPoll, [this, vmid] { poll(vmid); });
}

void Migrations::schedulePass(int vmid)
{
    Run &one = run(vmid);
    one.pass.clear();
    if (one.rate > 0)
        one.pass.setAfter(one.copy.leftOfPass(one.rate), [this, vmid] { endPass(vmid); });
}

void Migrations::poll(int vmid)
{
    Run &one = run(vmid);
    const Migration &task = record(vmid);
    const Node &source = m_world.node(task.source);
    if (!source.running()) {
        one.poll.setAfter(hangPoll, [this, vmid] { poll(vmid); });
        return;
    }
    if (one.over) {
        completed(vmid);
        return;
    }
    if (one.cancelled) {
        endCancelled(vmid);
        return;
    }
    one.copy.dirtyRate = m_world.guest(vmid)->dirtyKiBps * 1024.0;
    one.copy.advance(m_queue.now(), one.rate);
    ++one.polls;
    if (one.copy.transferred != one.lastSent)
        progress(vmid);
    one.poll.setAfter(one.pollEvery, [this, vmid] { poll(vmid); });
}

// Six polls with more left than the one before, and QEMU may stop the guest for twice as long.
void Migrations::progress(int vmid)
{
    Run &one = run(vmid);
    const double average = one.lastSent / one.polls;
    const double left = one.copy.remaining();
    say(vmid,
        "migration status: active (transferred " + number("%.0f", one.copy.transferred)
            + ", remaining " + number("%.0f", left) + "), total " + number("%.0f", one.copy.total)
            + ")");
    if (average > 0 && left < average)
        one.pollEvery = fastPoll;
    if ((one.lastRemaining > 0 && left > one.lastRemaining) || left == 0)
        ++one.worse;
    if (one.worse > worseLimit) {
        one.worse = 0;
        one.copy.downtimeLimit *= 2;
        say(vmid, "migrate_set_downtime: " + number("%g", one.copy.downtimeLimit));
    }
    one.lastRemaining = left;
    one.lastSent = one.copy.transferred;
}

void Migrations::review()
{
    for (auto &[vmid, task] : m_world.migrations) {
        if (task.end == MigrationEnd::Running)
            reviewRun(vmid);
    }
}

void Migrations::reviewRun(int vmid)
{
    const Migration &task = record(vmid);
    Run &one = run(vmid);
    if (m_world.node(task.source).stage != Stage::Up) {
        abandon(vmid);
    } else if (one.copying && !runsOn(*m_world.guest(vmid), task.source)) {
        say(vmid, "query migrate failed: VM " + std::to_string(vmid) + " not running");
        fail(vmid, "online migrate failure - too many query migrate failures - aborting");
    } else if (one.copying) {
        reviewLine(vmid);
    }
}

void Migrations::reviewLine(int vmid)
{
    Run &one = run(vmid);
    const Migration &task = record(vmid);
    const bool listens = m_world.guest(vmid)->waiting.count(task.target);
    const double rate = lineRate(vmid);
    if (rate > 0)
        one.stalled = m_queue.now();
    // A machine that answers again knows nothing of the connection.
    if ((!listens && canReach(vmid)) || m_queue.now() - one.stalled > lineDeadAfter) {
        say(vmid, "migration status: failed");
        fail(vmid, "online migrate failure - aborting");
    } else if (rate != one.rate) {
        one.copy.advance(m_queue.now(), one.rate);
        one.rate = rate;
        schedulePass(vmid);
    }
}

void Migrations::cancel(int vmid)
{
    const auto it = m_world.migrations.find(vmid);
    if (it == m_world.migrations.end() || it->second.end != MigrationEnd::Running || run(vmid).over)
        return;
    if (!run(vmid).copying) {
        unlock(vmid);
        abort(vmid, "interrupted by signal");
        return;
    }
    endCancelled(vmid);
}

void Migrations::endCancelled(int vmid)
{
    say(vmid, "migration status: cancelled");
    fail(vmid, "online migrate failure - aborting");
}

void Migrations::cancelCopy(int vmid)
{
    const auto it = m_world.migrations.find(vmid);
    if (it == m_world.migrations.end() || it->second.end != MigrationEnd::Running
        || !run(vmid).copying)
        return;
    run(vmid).copying = false;
    run(vmid).cancelled = true;
    run(vmid).pass.clear();
}

} // namespace Lab
