// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingtable.h"

#include <charconv>
#include <functional>
#include <map>

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

const std::map<std::string, Setter> &setters()
{
    static const std::map<std::string, Setter> table{
        {"token", setting(&Settings::token)},
        {"expected-votes", setting(&Settings::expectedVotes)},
        {"two-node", setting(&Settings::twoNode)},
        {"master-wins", setting(&Settings::masterWins)},
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
