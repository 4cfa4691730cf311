// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <functional>
#include <map>
#include <sstream>

namespace Lab
{

namespace
{

constexpr const char *versionText
    = "DRBDADM_BUILDTAG=GIT-hash:\\ 83ca112086600faacab2f157bc5a9324f7bd7f77\\ build\\ by\\ "
      "root@sighted,\\ 2012-10-09\\ 12:47:51\n"
      "DRBDADM_API_VERSION=88\nDRBD_KERNEL_VERSION_CODE=0x08030d\nDRBDADM_VERSION_CODE="
      "0x08030d\nDRBDADM_VERSION=8.3.13\n";

using Query = std::string (*)(const Resource &, const Node &);

std::string pair(const char *own, const char *peer)
{
    return std::string(own) + "/" + peer;
}

const std::map<std::string, Query> &queries()
{
    static const std::map<std::string, Query> table{
        {"sh-minor", [](const Resource &r, const Node &) { return std::to_string(r.minor); }},
        {"sh-dev",
         [](const Resource &r, const Node &) { return "/dev/drbd" + std::to_string(r.minor); }},
        {"sh-ll-dev", [](const Resource &r, const Node &) { return r.backingDisk; }},
        {"sh-md-dev", [](const Resource &r, const Node &) { return r.backingDisk; }},
        {"sh-ip", [](const Resource &, const Node &n) { return n.drbdAddress; }},
        {"cstate",
         [](const Resource &r, const Node &n) {
             return std::string(word(r.side(n.id).connection));
         }},
        {"role",
         [](const Resource &r, const Node &n) {
             return pair(word(r.side(n.id).role), word(r.side(n.id).peerRole));
         }},
        {"dstate",
         [](const Resource &r, const Node &n) {
             return pair(word(r.side(n.id).disk), word(r.side(n.id).peerDisk));
         }},
    };
    return table;
}

const std::map<std::string, std::string> &verbs()
{
    static const std::map<std::string, std::string> table{
        {"primary", "drbd-primary"},       {"secondary", "drbd-secondary"},
        {"disconnect", "drbd-disconnect"}, {"connect", "drbd-connect"},
        {"detach", "disk-detach"},         {"attach", "disk-attach"},
        {"invalidate", "drbd-invalidate"}, {"verify", "drbd-verify"},
        {"pause-sync", "drbd-pause"},      {"resume-sync", "drbd-resume"}};
    return table;
}

std::string names(const World &world)
{
    std::string text;
    for (const Resource &resource : world.resources)
        text += (text.empty() ? "" : " ") + resource.name;
    return text + "\n";
}

std::vector<const Resource *> chosen(const World &world, const std::string &name)
{
    std::vector<const Resource *> list;
    for (const Resource &resource : world.resources) {
        if (name == "all" || name == resource.name)
            list.push_back(&resource);
    }
    return list;
}

Answer change(const Call &call, const std::string &verb,
              const std::vector<const Resource *> &resources)
{
    const bool discard = verb == "connect" && call.has("--discard-my-data");
    const bool force
        = verb == "primary" && (call.has("--overwrite-data-of-peer") || call.has("--force"));
    const std::string event
        = discard ? "drbd-discard" : (force ? "drbd-force-primary" : verbs().at(verb));
    for (const Resource *resource : resources) {
        const auto refusal = call.simulation.apply({event, call.self().name, resource->name});
        if (!refusal)
            continue;
        const int status = exitStatusOf(*refusal);
        std::ostringstream errors;
        errors << resource->minor << ": " << *refusal << "\nCommand '/sbin/drbdsetup "
               << resource->minor << ' ' << verb << "' terminated with exit code " << status
               << '\n';
        return {status, {}, errors.str()};
    }
    return {};
}

// "drbdadm -- --discard-my-data connect r1": options for drbdsetup come after the first two dashes.
std::vector<std::string> plainWords(const std::vector<std::string> &words)
{
    std::vector<std::string> list;
    for (const std::string &word : words) {
        if (!word.starts_with('-'))
            list.push_back(word);
    }
    return list;
}

} // namespace

Answer drbdadm(const Call &call)
{
    if (call.has("-V") || call.has("--version"))
        return {0, versionText, {}};
    const std::vector<std::string> words = plainWords(call.arguments);
    const std::string verb = words.empty() ? std::string() : words.front();
    if (verb == "sh-resources")
        return {0, names(call.world()), {}};
    const auto query = queries().find(verb);
    if (query == queries().end() && !verbs().count(verb))
        return {1, {}, "drbdadm: Unknown command '" + verb + "'.\n"};
    const std::string name = words.size() > 1 ? words[1] : "";
    const auto resources = chosen(call.world(), name);
    if (resources.empty())
        return {10, {}, "'" + name + "' not defined in your config.\n"};
    if (query == queries().end())
        return change(call, verb, resources);
    std::string text;
    for (const Resource *resource : resources)
        text += query->second(*resource, call.self()) + "\n";
    return {0, text, {}};
}

} // namespace Lab
