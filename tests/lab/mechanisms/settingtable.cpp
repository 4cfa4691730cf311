// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingtable.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <sstream>
#include <vector>

namespace Lab
{

namespace
{

using Setter = std::function<bool(World &, const std::string &)>;

bool number(const std::string &text, int &value)
{
    const auto end = text.data() + text.size();
    const auto result = std::from_chars(text.data(), end, value);
    return result.ec == std::errc() && result.ptr == end && value >= 0;
}

template <typename Field> Setter setting(Field Settings::*field)
{
    return [field](World &world, const std::string &text) {
        int value = 0;
        if (!number(text, value))
            return false;
        world.settings.*field = Field(value);
        return true;
    };
}

Setter text(std::string Settings::*field)
{
    return [field](World &world, const std::string &value) {
        world.settings.*field = value;
        return true;
    };
}

template <typename Change> Setter onGuest(Change change)
{
    return [change](World &world, const std::string &words) {
        const auto colon = words.find(':');
        int vmid = 0;
        int value = 0;
        if (colon == std::string::npos || !number(words.substr(0, colon), vmid)
            || !number(words.substr(colon + 1), value) || !world.guest(vmid))
            return false;
        change(*world.guest(vmid), value);
        return true;
    };
}

bool running(World &world, const std::string &text)
{
    int value = 0;
    if (!number(text, value))
        return false;
    for (Node &node : world.nodes)
        node.view.configVersion = value;
    world.settings.configVersion = value;
    return true;
}

bool resyncRate(World &world, const std::string &text)
{
    int value = 0;
    if (!number(text, value) || value == 0)
        return false;
    for (Resource &resource : world.resources) {
        for (const int node : {1, 2})
            resource.file(node).syncer.rateKiBps = resource.side(node).running.syncer.rateKiBps
                = value;
    }
    return true;
}

std::vector<std::string> splitWords(const std::string &text, char separator)
{
    std::vector<std::string> words;
    std::istringstream stream(text);
    for (std::string word; std::getline(stream, word, separator);)
        words.push_back(word);
    return words;
}

// "100:relocate"
template <typename Change> Setter onService(Change change)
{
    return [change](World &world, const std::string &text) {
        const auto words = splitWords(text, ':');
        int vmid = 0;
        if (words.size() != 2 || !number(words[0], vmid))
            return false;
        for (ServiceConf &one : world.settings.services) {
            if (one.vmid == vmid)
                return change(one, words[1]);
        }
        return false;
    };
}

Setter serviceNumber(int ServiceConf::*field)
{
    return onService(
        [field](ServiceConf &one, const std::string &text) { return number(text, one.*field); });
}

Setter serviceFlag(bool ServiceConf::*field)
{
    return onService([field](ServiceConf &one, const std::string &text) {
        one.*field = text == "1";
        return text == "0" || text == "1";
    });
}

bool recovery(ServiceConf &one, const std::string &text)
{
    one.recovery = text;
    return text == "restart" || text == "relocate" || text == "disable";
}

bool restartExpiry(ServiceConf &one, const std::string &text)
{
    int milliseconds = 0;
    const bool good = number(text, milliseconds);
    one.restartExpire = Time{milliseconds};
    return good;
}

// "NAME:ordered,restricted:node1=1,node2=2"
bool failoverDomain(World &world, const std::string &text)
{
    const auto words = splitWords(text, ':');
    if (words.size() != 3)
        return false;
    FailoverDomain domain;
    domain.name = words[0];
    domain.ordered = words[1].find("ordered") != std::string::npos;
    domain.restricted = words[1].find("restricted") != std::string::npos;
    domain.nofailback = words[1].find("nofailback") != std::string::npos;
    for (const std::string &node : splitWords(words[2], ',')) {
        const auto parts = splitWords(node, '=');
        int priority = 0;
        if (parts.empty() || (parts.size() == 2 && !number(parts[1], priority)))
            return false;
        domain.nodes[parts[0]] = priority;
    }
    world.settings.domains.push_back(domain);
    return true;
}

bool nodeVotes(World &world, const std::string &text)
{
    const auto words = splitWords(text, ':');
    int id = 0;
    int votes = 0;
    if (words.size() != 2 || !number(words[0], id) || !number(words[1], votes) || id < 1 || id > 2)
        return false;
    world.settings.nodeVotes.at(static_cast<std::size_t>(id - 1)) = votes;
    return true;
}

// "INTERVAL-SECONDS:TKO:SCORE:PROGRAM", with "_" for each blank.
bool heuristic(World &world, const std::string &text)
{
    auto words = splitWords(text, ':');
    int seconds = 0;
    Heuristic one;
    if (words.size() != 4 || !number(words[0], seconds) || !number(words[1], one.tko)
        || !number(words[2], one.score))
        return false;
    std::replace(words[3].begin(), words[3].end(), '_', ' ');
    one.interval = Time{seconds * 1000};
    one.program = words[3];
    world.settings.heuristics.push_back(one);
    return true;
}

const std::map<std::string, Setter> &setters()
{
    static const std::map<std::string, Setter> table{
        {"token", setting(&Settings::token)},
        {"expected-votes", setting(&Settings::expectedVotes)},
        {"two-node", setting(&Settings::twoNode)},
        {"master-wins", setting(&Settings::masterWins)},
        {"quorum-dev-poll", setting(&Settings::quorumDevPoll)},
        {"qdisk-tko", setting(&Settings::qdiskTko)},
        {"qdisk-interval", setting(&Settings::qdiskInterval)},
        {"qdisk-votes", setting(&Settings::qdiskVotes)},
        {"post-join-delay", setting(&Settings::postJoinDelay)},
        {"boot-time", setting(&Settings::bootTime)},
        {"guest-boot-time", setting(&Settings::guestBootTime)},
        {"guest-shutdown-time", setting(&Settings::guestShutdownTime)},
        {"migration-rate", setting(&Settings::migrationKiBps)},
        {"file-version", setting(&Settings::configVersion)},
        {"config-version", running},
        {"post-fail-delay", setting(&Settings::postFailDelay)},
        {"qdisk", setting(&Settings::qdisk)},
        {"qdisk-label", text(&Settings::qdiskLabel)},
        {"allow-kill", setting(&Settings::allowKill)},
        {"min-score", setting(&Settings::minScore)},
        {"heuristic", heuristic},
        {"node-votes", nodeVotes},
        {"failover-domain", failoverDomain},
        {"service-recovery", onService(recovery)},
        {"service-max-restarts", serviceNumber(&ServiceConf::maxRestarts)},
        {"service-restart-expire", onService(restartExpiry)},
        {"service-exclusive", serviceFlag(&ServiceConf::exclusive)},
        {"service-autostart", serviceFlag(&ServiceConf::autostart)},
        {"service-domain", onService([](ServiceConf &one, const std::string &name) {
             one.domain = name;
             return true;
         })},
        {"fence-action", text(&Settings::fenceAction)},
        {"resync-rate", resyncRate},
        {"lvm-filter", setting(&Settings::lvmFilter)},
        {"drbd-prefix", setting(&Settings::drbdPrefix)},
        {"guest-write-rate", onGuest([](Guest &guest, int kib) { guest.writeKiBps = kib; })},
        {"guest-dirty-rate", onGuest([](Guest &guest, int kib) { guest.dirtyKiBps = kib; })},
        {"guest-onboot", onGuest([](Guest &guest, int on) { guest.onboot = on != 0; })},
    };
    return table;
}

// As if the cluster had been configured so from the beginning; a file written by hand is no more.
void spread(World &world)
{
    world.committed.clear();
    for (Node &node : world.nodes) {
        const int version = node.view.configVersion;
        node.conf = node.qdiskConf = world.settings;
        node.view.configVersion = version;
        node.view.quorum = 0;
        node.qdiskd = node.qdiskd && node.conf.qdisk;
    }
}

} // namespace

std::optional<std::string> changeSetting(World &world, const std::string &key,
                                         const std::string &value)
{
    const auto it = setters().find(key);
    if (it == setters().end())
        return "no such setting: " + key;
    if (!it->second(world, value))
        return "not a value for " + key + ": " + value;
    if (key == "qdisk-tko") { // what follows from it when cluster.conf does not say
        world.settings.qdiskTkoUp = std::max(2, world.settings.qdiskTko / 3);
        world.settings.masterWait
            = std::max(world.settings.qdiskTko / 2, world.settings.qdiskTkoUp + 1);
    }
    if (key != "file-version")
        spread(world);
    return std::nullopt;
}

std::string settingHelp()
{
    std::string keys = "  settings:";
    for (const auto &[name, setter] : setters())
        keys += " " + name;
    return keys + "\n";
}

} // namespace Lab
