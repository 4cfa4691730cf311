// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "supervisor.h"

#include "common/process.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/epoll.h>
#include <sys/file.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <thread>

namespace Lab
{

namespace
{

constexpr const char *noPenalties = "PerSourcePenalties=no";
constexpr auto startLimit = std::chrono::seconds(15);

Fd watchedSignals()
{
    sigset_t set;
    sigemptyset(&set);
    for (int signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP})
        sigaddset(&set, signal);
    ::sigprocmask(SIG_BLOCK, &set, nullptr);
    return Fd(::signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC));
}

// Why a server ended, in its own last words: its log goes with the folder.
std::string lastLine(const std::string &path)
{
    std::ifstream file(path);
    std::string last;
    for (std::string line; std::getline(file, line);)
        last = line;
    return last;
}

bool answers(const Endpoint &server)
{
    const Fd socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_in address = socketAddress(server);
    return ::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address)
        == 0;
}

// A datagram server says nothing by itself; that its port is bound stands in /proc/net/udp.
bool boundUdp(const Endpoint &server)
{
    char key[32];
    std::snprintf(key, sizeof key, "%08X:%04X", socketAddress(server).sin_addr.s_addr,
                  static_cast<unsigned>(server.port));
    std::ifstream table("/proc/net/udp");
    std::string line;
    while (std::getline(table, line)) {
        if (line.find(key) != std::string::npos)
            return true;
    }
    return false;
}

} // namespace

std::optional<std::string> Supervisor::start()
{
    m_signals = watchedSignals();
    m_loop.watch(m_signals.get(), EPOLLIN, [this](std::uint32_t) { signalled(); });
    if (auto error = m_site.prepare(m_options.commandProgram))
        return error;
    m_running.reset(
        ::open((m_site.folder() + "/running").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (::flock(m_running.get(), LOCK_EX | LOCK_NB) != 0)
        return "a laboratory already runs in " + m_site.folder();
    const std::string note = m_site.network() + "\n";
    if (::write(m_running.get(), note.data(), note.size()) < 0)
        return "cannot write in " + m_site.folder();
    World &world = m_simulation.changeWorld();
    moveToNetwork(world);
    if (!m_control.listen(m_site.folder()))
        return std::string("cannot open the control socket: ") + std::strerror(errno);
    for (const auto &[name, site] : m_site.machines()) {
        m_machines[name].site = site;
        m_machines[name].files = std::make_unique<FileTree>(site.root);
    }
    if (auto error = startServers())
        return error;
    if (auto error = startRelays())
        return error;
    writeFiles();
    return awaitServers();
}

void Supervisor::moveToNetwork(World &world)
{
    const World there = healthyWorld(m_site.network());
    for (Node &node : world.nodes)
        node.address = there.node(node.id).address;
    world.quorum.address = there.quorum.address;
    m_site.describe(world);
}

std::map<std::string, std::string> Supervisor::marks(const std::string &machine) const
{
    return {{"BINOME_LAB_DIR", m_site.folder()},
            {"BINOME_LAB_CHILD", m_site.folder()},
            {"BINOME_LAB_NODE", machine}};
}

pid_t Supervisor::startSshd(const MachineSite &site)
{
    Spawn server{{findProgram("sshd"), "-D", "-e", "-f", site.folder + "/sshd_config"}};
    if (m_sshdPunishes)
        server.argv.insert(server.argv.end(), {"-o", noPenalties});
    server.folder = "/";
    server.environment = marks(site.name);
    server.logFile = site.folder + "/sshd.log";
    return spawn(server);
}

pid_t Supervisor::startBmc(const BmcSite &site)
{
    auto environment = marks({});
    environment.erase("BINOME_LAB_NODE"); // a BMC outlives its machine
    return spawn({{findProgram("ipmi_sim"), "-c", "lan.conf", "-f", "sim.emu", "-s", "state", "-n"},
                  site.folder,
                  environment,
                  site.folder + "/ipmi_sim.log"});
}

std::optional<std::string> Supervisor::startServers()
{
    if (findProgram("sshd").empty())
        return "sshd is not installed (package openssh-server)";
    if (findProgram("ipmi_sim").empty() || findProgram("ipmitool").empty())
        return "ipmi_sim or ipmitool is not installed (packages openipmi, ipmitool)";
    // Root's sshd separates its privileges in a folder that only the system's own service makes.
    if (::geteuid() == 0)
        ::mkdir("/run/sshd", 0755);
    // OpenSSH 9.8 and later punish addresses that connect and leave; behind the relay all of them
    // are one. Earlier ones do not know the word.
    const std::string config = m_machines.begin()->second.site.folder + "/sshd_config";
    Spawn check{{findProgram("sshd"), "-t", "-o", noPenalties, "-f", config}};
    check.logFile = m_site.folder() + "/sshd-check.log";
    m_sshdPunishes = runToEnd(check).exit == 0;
    for (auto &[name, machine] : m_machines) {
        machine.sshd = startSshd(machine.site);
        machine.boots = 1;
    }
    for (const auto &[node, site] : m_site.bmcs())
        m_bmcs[node] = startBmc(site);
    return std::nullopt;
}

std::optional<std::string> Supervisor::startRelays()
{
    for (auto &[name, machine] : m_machines) {
        machine.relay
            = std::make_unique<TcpRelay>(m_loop, machine.site.published, machine.site.server);
        if (!machine.relay->listening())
            return "cannot listen for " + name;
    }
    for (const auto &[node, site] : m_site.bmcs()) {
        m_lines.push_back(
            {std::make_unique<UdpRelay>(m_loop, site.published, site.server), 0, node});
        for (const auto &[observer, endpoint] : site.fromNode)
            m_lines.push_back(
                {std::make_unique<UdpRelay>(m_loop, endpoint, site.server), observer, node});
    }
    for (const auto &[vmid, site] : m_site.guests()) {
        m_responders[vmid] = std::make_unique<GuestResponder>(m_loop, site);
        if (!m_responders[vmid]->listening())
            return "cannot listen for guest " + std::to_string(vmid);
    }
    for (const BmcLine &line : m_lines) {
        if (!line.relay->bound())
            return "cannot listen for a BMC";
    }
    return std::nullopt;
}

std::optional<std::string> Supervisor::awaitServers()
{
    const auto deadline = std::chrono::steady_clock::now() + startLimit;
    for (const auto &[name, machine] : m_machines) {
        while (!answers(machine.site.server)) {
            signalled();
            if (machine.sshd < 0)
                return "sshd of " + name + " ended: " + lastLine(machine.site.folder + "/sshd.log");
            if (std::chrono::steady_clock::now() > deadline)
                return "sshd of " + name + " does not answer";
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    for (const auto &[node, site] : m_site.bmcs()) {
        while (!boundUdp(site.server)) {
            signalled();
            if (m_bmcs[node] < 0)
                return "ipmi_sim ended: " + lastLine(site.folder + "/ipmi_sim.log");
            if (std::chrono::steady_clock::now() > deadline)
                return "ipmi_sim does not listen";
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    return std::nullopt;
}

} // namespace Lab
