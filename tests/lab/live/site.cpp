// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "site.h"

#include "common/process.h"
#include "filetree.h"
#include "render/commands.h"
#include "siteconfig.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <sys/stat.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>

namespace Lab
{

namespace
{

constexpr int firstOctet = 32; // 127.32.0 to 127.223.255: away from what systems use themselves
constexpr int octets = 192;

std::string failure(const std::string &what)
{
    return what + ": " + std::strerror(errno);
}

std::string randomWord(std::size_t length)
{
    static const char letters[] = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string word(length, 'a');
    std::string bytes(length, '\0');
    if (::getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size()))
        return {};
    for (std::size_t i = 0; i < length; ++i)
        word[i] = letters[static_cast<unsigned char>(bytes[i]) % (sizeof letters - 1)];
    return word;
}

std::string readLine(const std::string &path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

// The lock file may have been removed by its last owner between open and lock: then it is another.
bool lockFile(const std::string &path, Fd &lock)
{
    Fd file(::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644));
    struct stat opened {
    };
    struct stat named {
    };
    if (!file || ::flock(file.get(), LOCK_EX | LOCK_NB) != 0 || ::fstat(file.get(), &opened) != 0
        || ::stat(path.c_str(), &named) != 0 || opened.st_ino != named.st_ino)
        return false;
    lock = std::move(file);
    return true;
}

} // namespace

bool Site::takeNetwork()
{
    const std::string start = randomWord(4);
    std::size_t candidate = std::hash<std::string>()(start);
    for (int tries = 0; tries < 400; ++tries, ++candidate) {
        const auto second = static_cast<int>(candidate % octets) + firstOctet;
        const auto third = static_cast<int>(candidate / octets % 256);
        m_network = "127." + std::to_string(second) + "." + std::to_string(third);
        m_lockPath = "/tmp/binome-lab-" + m_network + ".lock";
        if (lockFile(m_lockPath, m_lock))
            return true;
    }
    return false;
}

void Site::release()
{
    if (m_lock)
        ::unlink(m_lockPath.c_str());
    m_lock.reset();
}

void Site::remove()
{
    removeTree(m_folder);
    release();
}

// The three machines publish the same port, as real ones all have 22: whoever knows one address
// finds the others.
bool Site::choosePorts()
{
    m_machines = {{"node1", {"node1", "node", {}, {}, {}, {}, {}}},
                  {"node2", {"node2", "node", {}, {}, {}, {}, {}}},
                  {"quorum", {"quorum", "quorumServer", {}, {}, {}, {}, {}}}};
    m_bmcs.clear();
    const int port = freePort(m_network + ".11", SOCK_STREAM);
    int host = 11;
    bool good = port != 0;
    for (auto &[name, machine] : m_machines) {
        machine.published = {m_network + "." + std::to_string(host), port};
        machine.server.address = m_network + "." + std::to_string(host + 100);
        machine.server.port = freePort(machine.server.address, SOCK_STREAM);
        good = good && portFree(machine.published, SOCK_STREAM) && machine.server.port;
        ++host;
    }
    const int ipmi = freePort(m_network + ".21", SOCK_DGRAM);
    for (int node : {1, 2}) {
        BmcSite &bmc = m_bmcs[node];
        bmc.node = node;
        bmc.published = {m_network + "." + std::to_string(20 + node), ipmi};
        bmc.server.address = m_network + "." + std::to_string(120 + node);
        bmc.server.port = freePort(bmc.server.address, SOCK_DGRAM);
        for (int observer : {1, 2})
            bmc.fromNode[observer]
                = {m_network + "." + std::to_string(20 + 20 * observer + node), ipmi};
        good = good && ipmi && bmc.server.port && portFree(bmc.published, SOCK_DGRAM);
    }
    return good && chooseGuestPorts();
}

// 127.x.y.100 for guest 100; what answers there is another address, which no client sees.
bool Site::chooseGuestPorts()
{
    m_guests.clear();
    const int port = freePort(m_network + ".100", SOCK_STREAM);
    bool good = port != 0;
    for (const Guest &guest : healthyWorld(m_network).guests) {
        GuestSite &site = m_guests[guest.vmid];
        site.published = {m_network + "." + std::to_string(guest.vmid), port};
        site.server.address = m_network + "." + std::to_string(guest.vmid + 100);
        site.server.port = freePort(site.server.address, SOCK_STREAM);
        for (const Endpoint &one : {site.published, site.server})
            good = good && one.port && portFree(one, SOCK_STREAM) && portFree(one, SOCK_DGRAM);
    }
    return good;
}

bool Site::rewriteBmc(const Bmc &access, int node) const
{
    const BmcSite &bmc = m_bmcs.at(node);
    return writeWhole(bmc.folder + "/lan.conf", ipmiConfig(bmc, access.password, access.level));
}

std::optional<std::string> Site::prepare(const std::string &commandProgram)
{
    if (::access(commandProgram.c_str(), X_OK) != 0)
        return failure("cannot run " + commandProgram);
    if (!makeFolders(m_folder, false))
        return failure("cannot make " + m_folder);
    ::chmod(m_folder.c_str(), 0700);
    if (!takeNetwork())
        return "no free network 127.x.y.0/24 for the laboratory";
    bool chosen = false;
    for (int tries = 0; tries < 20 && !chosen; ++tries)
        chosen = choosePorts();
    if (!chosen)
        return "no free port on " + m_network + ".0/24";
    for (int node : {1, 2})
        m_passwords[node] = randomWord(14);
    if (auto error = makeKeys())
        return error;
    for (auto &[name, machine] : m_machines) {
        if (auto error = makeMachine(machine))
            return error;
        if (auto error = linkCommands(machine, commandProgram))
            return error;
    }
    for (auto &[node, bmc] : m_bmcs) {
        bmc.folder = m_folder + "/bmc/node" + std::to_string(node);
        if (auto error = makeBmc(bmc))
            return error;
    }
    return writeProfile();
}

std::optional<std::string> Site::linkCommands(const MachineSite &machine,
                                              const std::string &commandProgram)
{
    const bool node = machine.kind == "node";
    std::vector<std::string> names = commandNames(node);
    names.emplace_back("lab-shell");
    if (node)
        names.insert(names.end(), {"fence_ipmilan", "ipmitool", "date"});
    const std::string bin = machine.folder + "/bin/";
    if (!makeFolders(bin, false))
        return failure("cannot make " + bin);
    for (const std::string &name : names) {
        const std::string link = bin + name;
        ::unlink(link.c_str());
        if (::symlink(commandProgram.c_str(), link.c_str()) != 0)
            return failure("cannot make " + link);
    }
    return std::nullopt;
}

std::optional<std::string> Site::makeKeys()
{
    const std::string keygen = findProgram("ssh-keygen");
    if (keygen.empty())
        return "ssh-keygen is not installed (package openssh-client)";
    std::vector<std::string> files{m_folder + "/id_ed25519"};
    for (auto &[name, machine] : m_machines) {
        machine.folder = m_folder + "/machines/" + name;
        machine.root = m_folder + "/nodes/" + name;
        if (!makeFolders(machine.folder, false) || !makeFolders(machine.root, false))
            return failure("cannot make " + machine.folder);
        files.push_back(machine.folder + "/host_ed25519");
    }
    for (const std::string &file : files) {
        Spawn make{{keygen, "-q", "-t", "ed25519", "-N", "", "-C", "binome-lab", "-f", file},
                   {},
                   {},
                   m_folder + "/keygen.log"};
        if (runToEnd(make).exit != 0)
            return "ssh-keygen failed for " + file;
    }
    return std::nullopt;
}

std::optional<std::string> Site::makeMachine(MachineSite &machine)
{
    const std::string key = readLine(machine.folder + "/host_ed25519.pub");
    machine.hostKey = key.substr(0, key.rfind(' '));
    if (!writeWhole(machine.folder + "/sshd_config", sshdConfig(m_folder, machine)))
        return failure("cannot write " + machine.folder);
    return std::nullopt;
}

std::optional<std::string> Site::makeBmc(const BmcSite &bmc)
{
    if (!makeFolders(bmc.folder + "/state", false))
        return failure("cannot make " + bmc.folder);
    const std::string chassis = bmc.folder + "/chassis";
    if (!writeWhole(chassis, chassisScript(m_folder, bmc.node), 0700)
        || !writeWhole(bmc.folder + "/lan.conf",
                       ipmiConfig(bmc, m_passwords.at(bmc.node), "operator"))
        || !writeWhole(bmc.folder + "/sim.emu", ipmiCommands()))
        return failure("cannot write " + bmc.folder);
    return std::nullopt;
}

std::optional<std::string> Site::writeProfile()
{
    std::string hosts;
    for (const auto &[name, machine] : m_machines)
        hosts += "[" + machine.published.address + "]:" + std::to_string(machine.published.port)
            + " " + machine.hostKey + "\n";
    if (!writeWhole(m_folder + "/known_hosts", hosts)
        || !writeWhole(m_folder + "/profile.json", profileJson(m_folder, m_machines)))
        return failure("cannot write in " + m_folder);
    return std::nullopt;
}

void Site::describe(World &world) const
{
    for (Node &node : world.nodes) {
        const BmcSite &bmc = m_bmcs.at(node.id);
        node.bmc.address = bmc.published.address;
        node.bmc.port = bmc.published.port;
        node.bmc.password = m_passwords.at(node.id);
    }
}

} // namespace Lab
