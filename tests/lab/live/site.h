// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "address.h"
#include "common/fd.h"
#include "mechanisms/world.h"

#include <map>
#include <optional>
#include <string>

namespace Lab
{

// One machine's places: folders, published address, and where its real server listens.
struct MachineSite {
    std::string name;
    std::string kind; // "node" or "quorumServer"
    std::string folder;
    std::string root;
    Endpoint published;
    Endpoint server;
    std::string hostKey; // the public one, as known_hosts has it
};

struct BmcSite {
    int node = 0;
    std::string folder;
    Endpoint published;
    Endpoint server;
    std::map<int, Endpoint> fromNode; // the way from each node, cut separately
};

// A guest's own address; the same port for TCP and UDP.
struct GuestSite {
    Endpoint published;
    Endpoint server;
};

// Everything a laboratory keeps in its folder, made before anything runs. A failure says why and
// leaves the folder to whoever removes it.
class Site
{
public:
    explicit Site(std::string folder) : m_folder(std::move(folder)) { }
    ~Site() { release(); }
    Site(const Site &) = delete;
    Site &operator=(const Site &) = delete;

    std::optional<std::string> prepare(const std::string &commandProgram);
    // Passwords and addresses of the BMCs are the laboratory's own.
    void describe(World &world) const;
    // Removes the folder and the network's lock file.
    void remove();

    const std::string &folder() const { return m_folder; }
    const std::string &network() const { return m_network; }
    const std::map<std::string, MachineSite> &machines() const { return m_machines; }
    const std::map<int, BmcSite> &bmcs() const { return m_bmcs; }
    const std::map<int, GuestSite> &guests() const { return m_guests; }
    // Takes effect when the BMC's program starts anew.
    bool rewriteBmc(const Bmc &access, int node) const;

private:
    void release();
    bool takeNetwork();
    bool choosePorts();
    bool chooseGuestPorts();
    std::optional<std::string> makeKeys();
    std::optional<std::string> makeMachine(MachineSite &machine);
    std::optional<std::string> makeBmc(const BmcSite &bmc);
    std::optional<std::string> linkCommands(const MachineSite &machine,
                                            const std::string &commandProgram);
    std::optional<std::string> writeProfile();

    std::string m_folder;
    std::string m_network;
    std::string m_lockPath;
    Fd m_lock;
    std::map<std::string, MachineSite> m_machines;
    std::map<int, BmcSite> m_bmcs;
    std::map<int, GuestSite> m_guests;
    std::map<int, std::string> m_passwords;
};

// Text for a JSON document, quotes included.
std::string jsonText(const std::string &text);

} // namespace Lab
