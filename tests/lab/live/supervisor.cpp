// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor.h"

#include "common/descendants.h"
#include "common/process.h"
#include "livestage.h"
#include "render/commands.h"
#include "statusreport.h"

#include <signal.h>
#include <sys/epoll.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <thread>

namespace Lab
{

namespace
{

constexpr Time filePeriod{200};

World newWorld(const Options &options)
{
    World world = healthyWorld("127.0.0");
    world.speed = options.speed;
    world.wallStart = std::time(nullptr);
    if (options.bootSeconds)
        world.settings.bootTime = Time{*options.bootSeconds * 1000};
    return world;
}

} // namespace

Supervisor::Supervisor(Options options)
    : m_options(std::move(options)), m_site(m_options.folder), m_fence(m_site),
      m_simulation(newWorld(m_options), m_fence),
      m_control(m_loop, [this](const Control::Words &words) { return handle(words); })
{
    m_fence.bind(m_simulation);
}

Supervisor::~Supervisor()
{
    endEverything();
}

void Supervisor::run()
{
    m_loop.setIdle([this] { return idle(); });
    m_loop.run();
    endEverything();
}

// Virtual time follows the clock; whoever waits for the next event waits no longer than that.
Time Supervisor::idle()
{
    follow();
    Time limit = filePeriod;
    if (const auto next = m_simulation.queue().next())
        limit = std::min(limit, *next / m_options.speed - m_loop.now() + Time{1});
    return limit;
}

void Supervisor::follow()
{
    m_simulation.runUntil(m_loop.now() * m_options.speed);
    for (auto &[name, machine] : m_machines)
        followMachine(machine);
    const World &world = m_simulation.world();
    for (BmcLine &line : m_lines) {
        const Node &victim = world.node(line.victim);
        const bool own = victim.bmc.powered && linkUp(world, "ipmi:" + victim.name);
        const bool open = line.observer ? bmcPath(world, line.observer, line.victim) : own;
        line.relay->setPassage(open ? Passage::Open : Passage::Silent);
        const auto delay = world.linkDelay.find("ipmi:" + victim.name);
        line.relay->setDelay(delay == world.linkDelay.end() ? Time{0} : delay->second);
    }
    for (const Node &node : world.nodes)
        followBmc(node);
    for (auto &[vmid, responder] : m_responders)
        responder->follow(world, *world.guest(vmid), m_simulation.queue().now());
    if (m_loop.now() - m_filesWritten >= filePeriod)
        writeFiles();
}

// ipmi_sim reads who may log in when it starts.
void Supervisor::followBmc(const Node &node)
{
    const std::string access = node.bmc.password + "\n" + node.bmc.level;
    std::string &before = m_bmcAccess[node.id];
    if (before.empty())
        before = access;
    if (access == before)
        return;
    if (m_bmcs[node.id] > 0) {
        ::kill(m_bmcs[node.id], SIGKILL); // reap() tells when it has gone
        return;
    }
    if (m_site.rewriteBmc(node.bmc, node.id))
        m_bmcs[node.id] = startBmc(m_site.bmcs().at(node.id));
    before = access;
}

Passage Supervisor::passageTo(const std::string &name) const
{
    const World &world = m_simulation.world();
    const auto passage = [&](const auto &machine) {
        if (!sshPath(world, name))
            return Passage::Silent;
        if (machine.stage != Stage::Up)
            return machine.absence == Absence::Refused ? Passage::Refused : Passage::Silent;
        return machine.hung || machine.sshdHung ? Passage::Held : Passage::Open;
    };
    for (const Node &node : world.nodes) {
        if (node.name == name)
            return passage(node);
    }
    return passage(world.quorum);
}

void Supervisor::followMachine(Machine &machine)
{
    const World &world = m_simulation.world();
    bool up = world.quorum.stage == Stage::Up;
    int boots = machine.boots;
    for (const Node &node : world.nodes) {
        if (node.name == machine.site.name) {
            up = node.stage == Stage::Up;
            boots = node.boots;
        }
    }
    if (machine.sshd > 0 && (!up || boots != machine.boots))
        stopMachine(machine);
    const auto delay = world.linkDelay.find("ssh:" + machine.site.name);
    machine.relay->setDelay(delay == world.linkDelay.end() ? Time{0} : delay->second);
    if (up && machine.sshd <= 0) {
        machine.sshd = startSshd(machine.site);
        machine.boots = boots;
    }
    machine.relay->setPassage(passageTo(machine.site.name));
}

// A machine that stops takes its processes with it: sshd, the sessions, and whatever they left.
void Supervisor::stopMachine(Machine &machine)
{
    std::vector<pid_t> victims = descendantsOf(machine.sshd);
    victims.push_back(machine.sshd);
    for (pid_t process : descendantsOf(::getpid())) {
        if (environmentOf(process, "BINOME_LAB_NODE") == machine.site.name)
            victims.push_back(process);
    }
    killAll(victims);
    machine.sshd = -1;
    machine.relay->setPassage(passageTo(machine.site.name));
    machine.relay->serverDied();
}

void Supervisor::writeFiles()
{
    m_filesWritten = m_loop.now();
    followEdits();
    for (auto &[name, machine] : m_machines)
        machine.files->update(filesOf(m_simulation.world(), name, m_simulation.queue().now()));
}

// What SSH sessions do to cluster.conf. A write that pmxcfs refuses is undone by the next update.
void Supervisor::followEdits()
{
    Pmxcfs &pmxcfs = m_simulation.pmxcfs();
    bool any = false;
    for (const Node &node : m_simulation.world().nodes) {
        const auto machine = m_machines.find(node.name);
        if (node.stage != Stage::Up || machine == m_machines.end() || m_filesWritten < Time{0})
            continue;
        FileTree &files = *machine->second.files;
        std::string text;
        if (files.edited("etc/pve/cluster.conf", text) == FileTree::Edit::Written)
            any = pmxcfs.commit(node.id, text) || any;
        const auto pending = files.edited("etc/pve/cluster.conf.new", text);
        if (pending == FileTree::Edit::Written)
            any = pmxcfs.writePending(node.id, text) || any;
        else if (pending == FileTree::Edit::Removed)
            any = pmxcfs.dropPending(node.id) || any;
        if (files.edited("etc/cluster/cluster.conf", text) == FileTree::Edit::Written)
            pmxcfs.editLocal(node.id, text);
    }
    if (any)
        m_simulation.settle();
}

void Supervisor::signalled()
{
    signalfd_siginfo info{};
    while (::read(m_signals.get(), &info, sizeof info) == static_cast<ssize_t>(sizeof info)) {
        if (info.ssi_signo == SIGCHLD)
            reap();
        else
            m_loop.stop();
    }
}

void Supervisor::reap()
{
    int status = 0;
    pid_t child = 0;
    while ((child = ::waitpid(-1, &status, WNOHANG)) > 0) {
        if (m_fence.childEnded(child, exitOf(status)))
            continue;
        for (auto &[name, machine] : m_machines)
            machine.sshd = machine.sshd == child ? -1 : machine.sshd;
        for (auto &[node, bmc] : m_bmcs)
            bmc = bmc == child ? -1 : bmc;
    }
}

void Supervisor::endEverything()
{
    if (m_ended)
        return;
    m_ended = true;
    // First what we hold open ourselves: looking for processes takes descriptors, and a start may
    // have failed for want of them.
    m_lines.clear();
    m_responders.clear();
    m_machines.clear();
    m_control.close();
    m_signals.reset();
    // Orphans come to us, so a few rounds find all of them; on a busy machine each takes its time.
    const Time deadline = m_loop.now() + Time{20000};
    while (m_loop.now() < deadline) {
        const std::vector<pid_t> left = descendantsOf(::getpid());
        killAll(left);
        while (::waitpid(-1, nullptr, WNOHANG) > 0) { }
        if (left.empty())
            break;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    m_site.remove();
}

Reply Supervisor::handle(const Control::Words &words)
{
    const std::string &verb = words.empty() ? std::string() : words.front();
    const Control::Words rest(words.empty() ? words.end() : words.begin() + 1, words.end());
    m_simulation.runUntil(m_loop.now() * m_options.speed);
    if (verb == "run" && !rest.empty()) {
        followEdits();
        return m_jobs.begin(runCommand(m_simulation, rest.front(), {rest.begin() + 1, rest.end()}));
    }
    if (verb == "go-on" && rest.size() == 2)
        return m_jobs.goOn(rest[0], rest[1]);
    if (verb == "event") {
        const auto refusal = m_simulation.apply(rest);
        follow();
        writeFiles();
        return refusal ? Reply{1, {}, *refusal + "\n"} : Reply{};
    }
    if (verb == "status")
        return {0, statusReport(m_simulation, m_site, has(rest, "--json")), {}};
    if (verb == "chassis")
        return chassis(rest);
    if (verb == "route")
        return route(rest);
    if (verb == "facts" && rest.size() == 1)
        return {0,
                factReport(m_simulation.world(), m_simulation.queue().now(),
                           std::strtoull(rest.front().c_str(), nullptr, 10)),
                {}};
    if (verb == "skew" && rest.size() == 1) {
        const Node *node = m_simulation.changeWorld().nodeNamed(rest[0]);
        return {0, std::to_string(node ? node->clockSkew.count() / 1000 : 0), {}};
    }
    if (verb == "speed")
        return {0, std::to_string(m_options.speed), {}};
    if (verb == "down") {
        m_loop.stop();
        return {};
    }
    return {64, {}, "unknown request\n"};
}

// ipmi_sim's chassis control: "get power", "set power 0", "set reset 1", "set shutdown 1".
Reply Supervisor::chassis(const Control::Words &words)
{
    const Node *node = words.size() >= 3 ? m_simulation.changeWorld().nodeNamed(words[0]) : nullptr;
    if (!node)
        return {1, {}, {}};
    const bool on = node->stage != Stage::Off;
    if (words[1] == "get")
        return {0, words[2] == "power" ? printed("power:%d\n", on) : words[2] + ":default\n", {}};
    if (words[1] != "set" || words.size() < 4)
        return {1, {}, {}};
    if (words[2] == "power")
        m_simulation.setPower(node->id, words[3] == "1");
    else if (words[2] == "reset")
        m_simulation.chassisReset(node->id);
    else if (words[2] == "shutdown")
        m_simulation.chassisShutdown(node->id);
    follow();
    writeFiles();
    return {};
}

// The same address leads a node over its own wires, which are cut apart from the workstation's.
Reply Supervisor::route(const Control::Words &words) const
{
    if (words.size() != 3)
        return {1, {}, {}};
    for (const Node &node : m_simulation.world().nodes) {
        for (const auto &[victim, bmc] : m_site.bmcs()) {
            if (node.name == words[0] && bmc.published.address == words[1])
                return {0,
                        bmc.fromNode.at(node.id).address + "\n"
                            + std::to_string(bmc.fromNode.at(node.id).port) + "\n",
                        {}};
        }
    }
    return {0, words[1] + "\n" + words[2] + "\n", {}};
}

} // namespace Lab
