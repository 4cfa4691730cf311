// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "siteconfig.h"

#include "render/text.h"

#include <pwd.h>
#include <shadow.h>
#include <unistd.h>

namespace Lab
{

namespace
{

std::string shellQuoted(const std::string &text)
{
    std::string quoted = "'";
    for (char letter : text)
        quoted += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return quoted + "'";
}

std::string userName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? entry->pw_name : std::to_string(::geteuid());
}

// sshd without PAM refuses an account whose password is locked, as root's is on many systems. Only
// root can read that, and only root's sshd looks.
bool passwordLocked()
{
    const spwd *entry = ::geteuid() == 0 ? ::getspnam(userName().c_str()) : nullptr;
    return entry && entry->sp_pwdp && entry->sp_pwdp[0] == '!';
}

} // namespace

std::string jsonText(const std::string &text)
{
    std::string quoted = "\"";
    for (char letter : text) {
        if (letter == '"' || letter == '\\')
            quoted += '\\';
        if (static_cast<unsigned char>(letter) < 0x20)
            quoted += printed("\\u%04x", static_cast<unsigned>(static_cast<unsigned char>(letter)));
        else
            quoted += letter;
    }
    return quoted + "\"";
}

// SHLVL and ZDOTDIR keep the login shell, which sshd always starts, from reading the user's own
// start-up files: bash does so below level two, zsh in the folder it is told.
std::string sshdConfig(const std::string &folder, const MachineSite &machine)
{
    std::string text = printed("Port %d\nListenAddress %s\n", machine.server.port,
                               machine.server.address.c_str());
    text += "HostKey \"" + machine.folder + "/host_ed25519\"\n";
    text += "PidFile \"" + machine.folder + "/sshd.pid\"\n";
    text += "AuthorizedKeysFile \"" + folder + "/id_ed25519.pub\"\n";
    text += "StrictModes no\nPasswordAuthentication no\nKbdInteractiveAuthentication no\n"
            "PermitRootLogin prohibit-password\nX11Forwarding no\nPrintMotd no\nPrintLastLog no\n"
            "UseDNS no\nMaxStartups 100\nLogLevel ERROR\nPermitTTY yes\n";
    text += std::string("UsePAM ") + (passwordLocked() ? "yes\n" : "no\n");
    text += "SetEnv \"BINOME_LAB_DIR=" + folder + "\" BINOME_LAB_NODE=" + machine.name
        + " \"HOME=" + machine.root + "\" \"ZDOTDIR=" + machine.root
        + "\" SHLVL=7 LC_ALL=C \"BINOME_LAB_CHILD=" + folder + "\"\n";
    text += "ForceCommand exec " + shellQuoted(machine.folder + "/bin/lab-shell") + "\n";
    return text;
}

// The user that the cluster fences with has OPERATOR; "monitor" may only look, "admin" all.
std::string ipmiConfig(const BmcSite &bmc, const std::string &password, const std::string &level)
{
    std::string text = printed(
        "name \"bmc%d\"\nset_working_mc 0x20\n  startlan 1\n    addr %s %d\n    priv_limit admin\n",
        bmc.node, bmc.server.address.c_str(), bmc.server.port);
    for (const char *one : {"callback", "user", "operator", "admin"})
        text += printed("    allowed_auths_%s none md2 md5 straight\n", one);
    text += printed(
        "    guid a123456789abcdefa123456789abcd%02d\n  endlan\n  chassis_control \"./chassis\"\n",
        bmc.node);
    text += "  user 1 false \"\" \"" + password + "\" user 10 none md2 md5 straight\n";
    text
        += "  user 2 true \"binome\" \"" + password + "\" " + level + " 10 none md2 md5 straight\n";
    text += "  user 3 true \"monitor\" \"" + password + "\" user 10 none md2 md5 straight\n";
    text += "  user 4 true \"admin\" \"" + password + "\" admin 10 none md2 md5 straight\n";
    return text;
}

// One sensor: the air of the room at the front of the machine, 22 °C, which is there whether the
// machine is on or not; a full record (IPMI 2.0, table 43-1), one degree a step. What the
// simulation does not model (fans, supplies) the BMC does not claim to measure.
std::string ipmiCommands()
{
    return "mc_setbmc 0x20\nmc_add 0x20 0 no-device-sdrs 0x23 9 8 0x9f 0x1291 0xf02\n"
           "sel_enable 0x20 1000 0x0a\n"
           "main_sdr_add 0x20 0x00 0x00 0x51 0x01 0x35 0x20 0x00 0x01 0x07 0x01 0x7f 0x68 0x01 "
           "0x01 "
           "0x00 0x00 0x00 0x00 0x3f 0x3f 0x00 0x01 0x00 0x00 0x01 0x00 0x00 0x00 0x00 0x00 0x00 "
           "0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0x00 0xca "
           "0x49 0x6e 0x6c 0x65 0x74 0x20 0x54 0x65 0x6d 0x70\n"
           "sensor_add 0x20 0 1 0x01 0x01\nsensor_set_value 0x20 0 1 22 0\n"
           "sensor_set_event_support 0x20 0 1 enable scanning per-state 000111111000000 "
           "000111111000000 000111111000000 000111111000000\n"
           "mc_enable 0x20\n";
}

std::string chassisScript(const std::string &folder, int node)
{
    return "#!/bin/sh\nexec env BINOME_LAB_DIR=" + shellQuoted(folder)
        + printed(" BINOME_LAB_BMC=node%d ", node) + "BINOME_LAB_COMMAND=chassis "
        + shellQuoted(folder + printed("/machines/node%d/bin/lab-shell", node)) + " \"$@\"\n";
}

std::string profileJson(const std::string &folder,
                        const std::map<std::string, MachineSite> &machines)
{
    std::string text = "{\n  \"formatVersion\": 1,\n  \"name\": \"lab\",\n  "
                       "\"role\": \"administrator\",\n  \"machines\": [";
    const char *separator = "\n";
    for (const auto &[name, machine] : machines) {
        text += std::string(separator) + "    {\"name\": " + jsonText(name) + ", \"kind\": "
            + jsonText(machine.kind) + ", \"address\": " + jsonText(machine.published.address)
            + printed(", \"port\": %d", machine.published.port) + ", \"user\": "
            + jsonText(userName()) + ", \"identityFile\": " + jsonText(folder + "/id_ed25519")
            + ", \"knownHostsFile\": " + jsonText(folder + "/known_hosts")
            + ", \"rootPrefix\": " + jsonText(machine.root) + ", \"elevation\": \"none\"}";
        separator = ",\n";
    }
    return text + "\n  ]\n}\n";
}

} // namespace Lab
