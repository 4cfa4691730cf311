// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "control.h"
#include "filetree.h"
#include "guestresponder.h"
#include "jobs.h"
#include "livefence.h"
#include "loop.h"
#include "mechanisms/simulation.h"
#include "site.h"
#include "tcprelay.h"
#include "udprelay.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace Lab
{

struct Options {
    std::string folder;
    std::string commandProgram;
    int speed = 1;
    std::optional<int> bootSeconds;
};

// The live driver: virtual time follows the clock, machines are real servers, paths are relays.
// It is the parent, or by the kernel's subreaper the heir, of every process of the laboratory.
class Supervisor
{
public:
    explicit Supervisor(Options options);
    ~Supervisor();
    Supervisor(const Supervisor &) = delete;
    Supervisor &operator=(const Supervisor &) = delete;

    // Everything up and answering, or why not.
    std::optional<std::string> start();
    // Until `down` or a signal; then nothing of it is left.
    void run();

private:
    struct Machine {
        MachineSite site;
        std::unique_ptr<TcpRelay> relay;
        std::unique_ptr<FileTree> files;
        pid_t sshd = -1;
        int boots = 0; // of the simulated machine, when this sshd was started
    };
    struct BmcLine {
        std::unique_ptr<UdpRelay> relay;
        int observer = 0; // 0: the workstation
        int victim = 0;
    };

    std::optional<std::string> startServers();
    std::optional<std::string> startRelays();
    std::optional<std::string> awaitServers();
    void moveToNetwork(World &world); // the network is known only once it is taken
    pid_t startSshd(const MachineSite &site);
    pid_t startBmc(const BmcSite &site);
    std::map<std::string, std::string> marks(const std::string &machine) const;

    Time idle();
    void follow();
    void followMachine(Machine &machine);
    void followBmc(const Node &node);
    void stopMachine(Machine &machine);
    Passage passageTo(const std::string &machine) const;
    void writeFiles();
    void followEdits();
    void signalled();
    void reap();
    void endEverything();

    Reply handle(const Control::Words &words);
    Reply chassis(const Control::Words &words);
    Reply route(const Control::Words &words) const;

    Options m_options;
    Loop m_loop;
    Site m_site;
    LiveFence m_fence;
    Simulation m_simulation;
    Jobs m_jobs;
    Control m_control;
    Fd m_signals;
    Fd m_running;
    std::map<std::string, Machine> m_machines;
    std::map<int, pid_t> m_bmcs;
    std::map<int, std::string> m_bmcAccess; // password and level it was started with
    std::vector<BmcLine> m_lines;
    std::map<int, std::unique_ptr<GuestResponder>> m_responders;
    Time m_filesWritten{-1000};
    bool m_sshdPunishes = false; // it knows penalties, which have to be switched off
    bool m_ended = false;
};

} // namespace Lab
