// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "migration.h"

#include "nodelog.h"
#include "note.h"

#include <array>
#include <cstdio>
#include <ctime>

namespace Lab
{

namespace
{

constexpr Time prepareTime{400}; // one ssh to the target
constexpr Time unreachableAfter{127'000}; // TCP gives up
constexpr Time remoteStartTime{2000}; // qm start there
constexpr Time cleanupTime{3000};
constexpr Time resumeTime{130}; // until the guest answers again, beside QEMU's own downtime

std::string stamp(std::time_t time)
{
    std::tm parts{};
    localtime_r(&time, &parts);
    std::array<char, 32> buffer{};
    return {buffer.data(), std::strftime(buffer.data(), buffer.size(), "%b %d %H:%M:%S ", &parts)};
}

std::string taskName(const World &world, const Migration &task, int pid)
{
    std::array<char, 96> text{};
    const auto ticks = static_cast<unsigned>(task.started.count() / 10);
    const auto date = static_cast<unsigned>(world.wallOn(task.source, task.started));
    std::snprintf(text.data(), text.size(),
                  "UPID:%s:%08X:%08X:%08X:qmigrate:%d:root@pam:", world.nameOf(task.source).c_str(),
                  static_cast<unsigned>(pid), ticks, date, task.vmid);
    return text.data();
}

const char *outcome(MigrationEnd how)
{
    switch (how) {
    case MigrationEnd::Moved:
        return "OK";
    case MigrationEnd::Problems:
        return "migration problems";
    case MigrationEnd::Running:
    case MigrationEnd::Aborted:
        break;
    }
    return "migration aborted";
}

} // namespace

Migrations::Migrations(World &world, EventQueue &queue, GuestHost &guests)
    : m_world(world), m_queue(queue), m_guests(guests)
{
}

void Migrations::say(int vmid, const std::string &text)
{
    Migration &task = record(vmid);
    task.log.push_back(stamp(m_world.wallOn(task.source, m_queue.now())) + text);
}

// By the clock, as the program counts it.
std::string Migrations::duration(int vmid) const
{
    const Migration &task = m_world.migrations.at(vmid);
    const auto seconds = static_cast<int>(m_world.wall(m_queue.now()) - m_world.wall(task.started));
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "(duration %02d:%02d:%02d)", seconds / 3600,
                  seconds / 60 % 60, seconds % 60);
    return text.data();
}

void Migrations::step(int vmid, Time delay, void (Migrations::*next)(int))
{
    run(vmid).step.setAfter(delay, [this, vmid, next] { (this->*next)(vmid); });
}

bool Migrations::begin(int vmid, int target, bool online, Done done)
{
    const Guest *guest = m_world.guest(vmid);
    const auto before = m_world.migrations.find(vmid);
    if (!guest
        || (before != m_world.migrations.end() && before->second.end == MigrationEnd::Running))
        return false;
    const int source = guest->configNode;
    m_world.migrations[vmid]
        = {vmid, source, target, online, m_queue.now(), {}, MigrationEnd::Running, {}};
    m_runs[vmid] = std::make_unique<Run>(m_queue);
    run(vmid).done = std::move(done);
    Migration &task = record(vmid);
    task.name = taskName(m_world, task, m_world.nextPid += 37);
    logLine(m_world, source, m_queue.now(), "qm", "<root@pam> starting task " + task.name);
    step(vmid, canReach(vmid) ? prepareTime : unreachableAfter, &Migrations::prepare);
    return true;
}

bool Migrations::canReach(int vmid) const
{
    const Migration &task = m_world.migrations.at(vmid);
    const Node &target = m_world.node(task.target);
    return clusterPath(m_world) && (target.running() || target.absence == Absence::Refused);
}

void Migrations::prepare(int vmid)
{
    const Migration &task = record(vmid);
    const Node &target = m_world.node(task.target);
    if (!canReach(vmid) || !target.running()) {
        say(vmid, "# /usr/bin/ssh -o 'BatchMode=yes' root@" + target.address + " /bin/true");
        say(vmid,
            "ssh: connect to host " + target.address
                + " port 22: " + (canReach(vmid) ? "Connection refused" : "Connection timed out"));
        abort(vmid, "Can't connect to destination address using public key");
        return;
    }
    if (const std::string why = refusal(vmid); !why.empty()) {
        abort(vmid, why);
        return;
    }
    Guest &guest = *m_world.guest(vmid);
    guest.lock = "migrate";
    say(vmid,
        "starting migration of VM " + std::to_string(vmid) + " to node '" + target.name + "' ("
            + target.address + ")");
    say(vmid, "copying disk images");
    if (!runsOn(guest, task.source)) {
        moveStopped(vmid);
        return;
    }
    say(vmid, "starting VM " + std::to_string(vmid) + " on remote node '" + target.name + "'");
    step(vmid, remoteStartTime, &Migrations::startRemote);
}

// Before anything has begun.
std::string Migrations::refusal(int vmid) const
{
    const Migration &task = m_world.migrations.at(vmid);
    const Guest &guest = *m_world.guest(vmid);
    if (!guest.lock.empty())
        return "VM is locked (" + guest.lock + ")";
    if (runsOn(guest, task.source) && !task.online)
        return "cant migrate running VM without --online";
    if (!m_world.node(task.source).view.quorate)
        return "cluster not ready - no quorum?";
    if (!m_world.node(task.target).view.quorate)
        return "no quorum on target node";
    return {};
}

void Migrations::moveStopped(int vmid)
{
    Guest &guest = *m_world.guest(vmid);
    guest.configNode = record(vmid).target;
    ++m_world.vmlistVersion;
    guest.lock.clear();
    say(vmid, "migration finished successfuly " + duration(vmid));
    end(vmid, MigrationEnd::Moved);
}

void Migrations::startRemote(int vmid)
{
    const Migration &task = record(vmid);
    const std::string why = m_guests.startRefusal(*m_world.guest(vmid), task.target);
    if (!why.empty() || !canReach(vmid)) {
        if (!why.empty())
            record(vmid).log.push_back(why);
        fail(vmid,
             "online migrate failure - command '/usr/bin/ssh -o 'BatchMode=yes' root@"
                 + m_world.node(task.target).address + " qm start " + std::to_string(vmid)
                 + " --stateuri tcp --skiplock --migratedfrom " + m_world.nameOf(task.source)
                 + "' failed: exit code 255");
        return;
    }
    m_guests.await(vmid, task.target);
    startCopy(vmid);
}

// The process that worked has died with its node: nobody writes a log, and the lock stays.
void Migrations::abandon(int vmid)
{
    Run &lost = run(vmid);
    Guest &guest = *m_world.guest(vmid);
    guest.waiting.erase(record(vmid).target);
    record(vmid).end = lost.over ? MigrationEnd::Moved : MigrationEnd::Aborted;
    lost.step.clear();
    lost.poll.clear();
    lost.pass.clear();
    if (lost.done)
        lost.done(lost.over);
}

// Phase 1: nothing has happened yet.
void Migrations::abort(int vmid, const std::string &why)
{
    say(vmid, "ERROR: migration aborted " + duration(vmid) + ": " + why);
    end(vmid, MigrationEnd::Aborted);
}

// Phase 2: the guest goes on where it was.
void Migrations::fail(int vmid, const std::string &why)
{
    say(vmid, "ERROR: " + why);
    say(vmid, "aborting phase 2 - cleanup resources");
    say(vmid, "migrate_cancel");
    m_world.guest(vmid)->waiting.erase(record(vmid).target);
    unlock(vmid);
    say(vmid, "ERROR: migration finished with problems " + duration(vmid));
    end(vmid, MigrationEnd::Problems);
}

// The lock stands in a file of /etc/pve, which nobody writes without quorum.
void Migrations::unlock(int vmid)
{
    if (m_world.node(record(vmid).source).view.quorate)
        m_world.guest(vmid)->lock.clear();
}

void Migrations::end(int vmid, MigrationEnd how)
{
    Run &ended = run(vmid);
    Migration &task = record(vmid);
    task.end = how;
    ended.step.clear();
    ended.poll.clear();
    ended.pass.clear();
    const std::string text = "<root@pam> end task " + task.name + " ";
    logLine(m_world, task.source, m_queue.now(), "qm", text + outcome(how));
    note(m_world, m_queue.now(),
         m_world.nameOf(task.source) + ": qm: migration of " + std::to_string(vmid) + " to "
             + m_world.nameOf(task.target) + ": " + outcome(how));
    if (ended.done)
        ended.done(how == MigrationEnd::Moved);
}

void Migrations::finish(int vmid)
{
    const Migration &task = record(vmid);
    m_world.guest(vmid)->waiting.erase(task.source);
    m_world.guest(vmid)->lock.clear();
    say(vmid, "migration finished successfuly " + duration(vmid));
    end(vmid, MigrationEnd::Moved);
}

void Migrations::completed(int vmid)
{
    const Migration &task = record(vmid);
    Run &one = run(vmid);
    Guest &guest = *m_world.guest(vmid);
    const auto seconds = m_world.wall(m_queue.now()) - m_world.wall(one.began);
    std::array<char, 96> text{};
    std::snprintf(text.data(), text.size(), "migration speed: %.2f MB/s - downtime %lld ms",
                  seconds > 0 ? static_cast<double>(guest.memoryMiB) / static_cast<double>(seconds)
                              : 0.0,
                  static_cast<long long>(one.downtime.count()));
    if (seconds > 0)
        say(vmid, text.data());
    say(vmid, "migration status: completed");
    guest.configNode = task.target;
    ++m_world.vmlistVersion;
    step(vmid, cleanupTime, &Migrations::finish);
}

void Migrations::endPass(int vmid)
{
    Run &one = run(vmid);
    one.copy.advance(m_queue.now(), one.rate);
    if (!one.copy.endPass(one.rate)) {
        schedulePass(vmid);
        return;
    }
    one.downtime = one.copy.downtime(one.rate);
    one.copying = false;
    one.over = true;
    const Migration &task = record(vmid);
    const Time silence = one.downtime + resumeTime;
    note(m_world, m_queue.now(),
         "guest " + std::to_string(vmid) + " is handed over: one packet takes "
             + std::to_string(silence.count()) + " ms");
    m_guests.handOver(vmid, task.source, task.target, silence);
}

} // namespace Lab
