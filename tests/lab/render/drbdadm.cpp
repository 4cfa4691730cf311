// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "drbdtexts.h"

#include <algorithm>
#include <map>

namespace Lab
{

namespace
{

constexpr const char *versionText
    = "DRBDADM_BUILDTAG=GIT-hash:\\ 83ca112086600faacab2f157bc5a9324f7bd7f77\\ build\\ by\\ "
      "root@sighted,\\ 2012-10-09\\ 12:47:51\n"
      "DRBDADM_API_VERSION=88\nDRBD_KERNEL_VERSION_CODE=0x08030d\nDRBDADM_VERSION_CODE="
      "0x08030d\nDRBDADM_VERSION=8.3.13\n";

constexpr const char *versionText84
    = "DRBDADM_BUILDTAG=GIT-hash:\\ 3c0ee2a9d4a1d6fca8be3adfbe1e9a4e1f7e63b8\\ build\\ by\\ "
      "root@sighted,\\ 2013-06-18\\ 14:21:07\n"
      "DRBDADM_API_VERSION=1\nDRBD_KERNEL_VERSION_CODE=0x080403\nDRBDADM_VERSION_CODE="
      "0x080403\nDRBDADM_VERSION=8.4.3\n";

using Query = std::string (*)(const Call &, const Resource &);

const DrbdSide &own(const Call &call, const Resource &resource)
{
    return resource.side(call.node);
}

const std::map<std::string, Query> &queries()
{
    static const std::map<std::string, Query> table{
        {"sh-resource", [](const Call &, const Resource &r) { return r.name + "\n"; }},
        {"sh-minor",
         [](const Call &, const Resource &r) { return std::to_string(r.minor) + "\n"; }},
        {"sh-dev",
         [](const Call &, const Resource &r) { return printed("/dev/drbd%d\n", r.minor); }},
        {"sh-udev",
         [](const Call &, const Resource &r) {
             return printed("DEVICE=drbd%d\nSYMLINK=drbd/by-res/%s\n", r.minor, r.name.c_str());
         }},
        {"sh-ll-dev", [](const Call &, const Resource &r) { return r.backingDisk + "\n"; }},
        {"sh-md-dev", [](const Call &, const Resource &r) { return r.backingDisk + "\n"; }},
        {"sh-md-idx", [](const Call &, const Resource &) { return std::string("internal\n"); }},
        {"sh-lr-of", [](const Call &, const Resource &r) { return r.name + "\n"; }},
        {"sh-b-pri", [](const Call &, const Resource &) { return std::string("primary\n"); }},
        {"sh-ip", [](const Call &c, const Resource &) { return c.self().drbdAddress + "\n"; }},
        {"cstate",
         [](const Call &c, const Resource &r) { return drbdConnection(own(c, r)) + "\n"; }},
        {"role", [](const Call &c, const Resource &r) { return drbdRole(own(c, r)) + "\n"; }},
        {"state", [](const Call &c, const Resource &r) { return drbdRole(own(c, r)) + "\n"; }},
        {"dstate", [](const Call &c, const Resource &r) { return drbdDisks(own(c, r)) + "\n"; }},
        {"sh-status",
         [](const Call &c, const Resource &r) { return drbdShellStatus(r, c.node, c.now()); }},
        {"dump", [](const Call &c, const Resource &r) { return drbdDump(c.world(), r, c.node); }}};
    return table;
}

const std::map<std::string, std::string> &verbs()
{
    static const std::map<std::string, std::string> table{
        {"primary", "drbd-primary"},
        {"secondary", "drbd-secondary"},
        {"disconnect", "drbd-disconnect"},
        {"connect", "drbd-connect"},
        {"detach", "disk-detach"},
        {"attach", "disk-attach"},
        {"invalidate", "drbd-invalidate"},
        {"invalidate-remote", "drbd-invalidate-remote"},
        {"verify", "drbd-verify"},
        {"pause-sync", "drbd-pause"},
        {"resume-sync", "drbd-resume"},
        {"outdate", "disk-outdate"},
        {"up", "drbd-up"},
        {"down", "drbd-down"},
        {"adjust", "drbd-adjust"},
        {"syncer", "drbd-syncer"},
        {"resume-io", "drbd-resume-io"}};
    return table;
}

std::vector<const Resource *> chosen(const World &world, const std::vector<std::string> &names)
{
    std::vector<const Resource *> list;
    for (const Resource &resource : world.resources) {
        const bool all = names.empty() || names.front() == "all";
        if (all || std::find(names.begin(), names.end(), resource.name) != names.end())
            list.push_back(&resource);
    }
    return list;
}

std::string eventFor(const Call &call, const std::string &verb)
{
    if (verb == "connect" && call.has("--discard-my-data"))
        return "drbd-discard";
    const bool force = call.has("--overwrite-data-of-peer") || call.has("--force") || call.has("-o")
        || call.has("-f");
    return verb == "primary" && force ? "drbd-force-primary" : verbs().at(verb);
}

std::string failed(const std::string &command, int status)
{
    return printed("Command '%s' terminated with exit code %d\n", command.c_str(), status);
}

// "-d": what would be run, and nothing is. A changed connection is taken down and made anew.
Answer wouldAdjust(const Call &call, const Resource &resource)
{
    const DrbdSide &side = resource.side(call.node);
    const DrbdOptions &file = resource.file(call.node);
    const std::string minor = std::to_string(resource.minor);
    const bool linked = side.connection > Connection::StandAlone;
    const bool changed = side.running.net != file.net;
    std::string text;
    if (side.running.syncer.rateKiBps != file.syncer.rateKiBps)
        text += "drbdsetup " + minor + " syncer\n";
    if (linked && changed)
        text += "drbdsetup " + minor + " disconnect\n";
    if (!linked || changed)
        text += "drbdsetup " + drbdsetupWords(call.world(), resource, call.node, "connect") + "\n";
    return {0, text, {}};
}

bool dryRun(const Call &call)
{
    return call.has("-d") || call.has("--dry-run");
}

Answer change(const Call &call, const std::string &verb, const Resource &resource)
{
    if (dryRun(call))
        return verb == "adjust"
            ? wouldAdjust(call, resource)
            : Answer{0,
                     "drbdsetup " + drbdsetupWords(call.world(), resource, call.node, verb) + "\n",
                     {}};
    const auto refusal
        = call.simulation.apply({eventFor(call, verb), call.self().name, resource.name});
    if (!refusal)
        return {};
    const int status = exitStatusOf(*refusal);
    const std::string words = drbdsetupWords(call.world(), resource, call.node, verb);
    return {status,
            {},
            std::to_string(resource.minor) + ": " + *refusal + "\n"
                + failed("/sbin/drbdsetup " + words, status)};
}

Answer createMetaData(const Call &call, const Resource &resource)
{
    const auto refusal = call.simulation.apply({"disk-create-md", call.self().name, resource.name});
    if (!refusal)
        return {0,
                "Writing meta data...\ninitializing activity log\n"
                "New drbd meta data block successfully created.\n",
                "NOT initialized bitmap\n"};
    const std::string words = printed("drbdmeta %d v08 %s internal create-md", resource.minor,
                                      resource.backingDisk.c_str());
    return {20, {}, *refusal + "\n" + failed(words, 20)};
}

Answer generations(const Call &call, const Resource &resource, bool explained)
{
    const std::string text = drbdGenerations(own(call, resource), explained);
    if (!text.empty())
        return {0, text, {}};
    return {1,
            {},
            "Reply payload did not carry an uuid-tag,\nProbably the device has no disk!\n"
                + failed(printed("/sbin/drbdsetup %d %s", resource.minor,
                                 explained ? "show-gi" : "get-gi"),
                         1)};
}

Answer oneResource(const Call &call, const std::string &verb, const Resource &resource)
{
    const auto query = queries().find(verb);
    if (query != queries().end())
        return {0, query->second(call, resource), {}};
    if (verb == "create-md")
        return createMetaData(call, resource);
    if (verb == "show-gi" || verb == "get-gi")
        return generations(call, resource, verb == "show-gi");
    return change(call, verb, resource);
}

bool known(const std::string &verb)
{
    return queries().count(verb) || verbs().count(verb) || verb == "create-md" || verb == "show-gi"
        || verb == "get-gi";
}

std::string statusXml(const Call &call)
{
    std::string text = "<drbd-status version=\"8.3.13\" api=\"88\">\n"
                       "<resources config_file=\"/etc/drbd.conf\">\n";
    for (const Resource &resource : call.world().resources)
        text += drbdStatusLine(resource, call.node, call.now());
    return text + "</resources>\n</drbd-status>\n";
}

std::string names(const World &world)
{
    std::string text;
    for (const Resource &resource : world.resources)
        text += (text.empty() ? "" : " ") + resource.name;
    return text + "\n";
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

// An option of drbdsetup that 8.3 does not know as its own: there it has to stand behind two dashes
// alone, before the verb. Source: drbdadm_main.c, 8.3; 8.4 takes it behind the verb, too.
std::string strangeOption(const Call &call)
{
    for (const std::string &word : call.arguments) {
        if (word == "--")
            return {};
        if (word.starts_with("--") && word != "--dry-run" && word != "--version")
            return word;
    }
    return {};
}

// Before a verb is even looked at.
std::optional<Answer> refused(const Call &call)
{
    const std::string strange = call.self().drbd84 ? std::string() : strangeOption(call);
    if (!strange.empty())
        return Answer{
            20, {}, "drbdadm: unrecognized option '" + strange + "'\ntry 'drbdadm help'\n"};
    if (call.self().drbdConfBroken)
        return Answer{10,
                      {},
                      "/etc/drbd.d/r1.res:3: Parse error: 'protocol | on | disk | net | syncer | "
                      "startup | handlers' expected,\n    but got 'protocoll' (TK 281)\n"};
    return std::nullopt;
}

Answer each(const Call &call, const std::string &verb, const std::vector<std::string> &named)
{
    Answer all;
    if (verb == "dump" && (named.empty() || named.front() == "all"))
        all.out = "# /etc/drbd.conf\n" + drbdDumpCommon();
    for (const Resource *resource : chosen(call.world(), named)) {
        const Answer one = oneResource(call, verb, *resource);
        all.exit = all.exit ? all.exit : one.exit;
        all.out += one.out;
        all.err += one.err;
    }
    return all;
}

} // namespace

Answer drbdadm(const Call &call)
{
    if (call.has("-V") || call.has("--version"))
        return {0, call.self().drbd84 ? versionText84 : versionText, {}};
    if (const auto refusal = refused(call))
        return *refusal;
    const std::vector<std::string> words = plainWords(call.arguments);
    const std::string verb = words.empty() ? std::string() : words.front();
    if (verb == "sh-resources")
        return {0, names(call.world()), {}};
    if (verb == "status")
        return {0, statusXml(call), {}};
    if (!known(verb))
        return {1, {}, "drbdadm: Unknown command '" + verb + "'.\n"};
    const std::vector<std::string> named(words.begin() + 1, words.end());
    if (named.empty() && verb != "dump" && verb != "sh-status")
        return {1, {}, "drbdadm: Required arguments missing.\n"};
    for (const std::string &name : named) {
        if (name != "all" && !call.world().resource(name))
            return {10, {}, "'" + name + "' not defined in your config.\n"};
    }
    return each(call, verb, named);
}

} // namespace Lab
