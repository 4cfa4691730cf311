// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "drbdtexts.h"

#include <map>

namespace Lab
{

namespace
{

// "1", "/dev/drbd1", "/dev/drbd/by-res/r1".
const Resource *device(const World &world, const std::string &text)
{
    const std::string last = text.substr(text.rfind('/') + 1);
    for (const Resource &resource : world.resources) {
        const std::string minor = std::to_string(resource.minor);
        if (text == minor || last == "drbd" + minor || last == resource.name)
            return &resource;
    }
    return nullptr;
}

const std::map<std::string, std::string> &events()
{
    static const std::map<std::string, std::string> table{
        {"primary", "drbd-primary"},
        {"secondary", "drbd-secondary"},
        {"disconnect", "drbd-disconnect"},
        {"detach", "disk-detach"},
        {"invalidate", "drbd-invalidate"},
        {"invalidate-remote", "drbd-invalidate-remote"},
        {"verify", "drbd-verify"},
        {"pause-sync", "drbd-pause"},
        {"resume-sync", "drbd-resume"},
        {"outdate", "disk-outdate"},
        {"down", "drbd-down"},
        {"resume-io", "drbd-resume-io"}};
    return table;
}

std::string asked(const Call &call, const Resource &resource, const std::string &verb)
{
    const DrbdSide &side = resource.side(call.node);
    if (verb == "role" || verb == "state")
        return drbdRole(side) + "\n";
    if (verb == "cstate")
        return drbdConnection(side) + "\n";
    if (verb == "dstate")
        return drbdDisks(side) + "\n";
    if (verb == "show-gi" || verb == "get-gi")
        return drbdGenerations(side, verb == "show-gi");
    if (verb == "sh-status")
        return drbdShellStatus(resource, call.node, call.now());
    if (verb == "status")
        return drbdStatusLine(resource, call.node, call.now());
    return verb == "show" ? drbdShow(call.world(), resource, call.node) : std::string();
}

// Each option has a short name too. Source: drbdsetup.c, 8.3.
std::string longName(const std::string &option)
{
    static const std::map<std::string, std::string> table{{"-r", "rate"},
                                                          {"-v", "verify-alg"},
                                                          {"-p", "c-plan-ahead"},
                                                          {"-M", "c-max-rate"},
                                                          {"-m", "c-min-rate"}};
    const auto it = table.find(option);
    return it != table.end() ? it->second : option.substr(option.starts_with("--") ? 2 : 0);
}

// The running options change at once; the files do not know.
Answer syncer(const Call &call, const Resource &resource)
{
    for (std::size_t i = 2; i < call.arguments.size(); ++i) {
        std::string name = call.arguments[i];
        const auto equals = name.find('=');
        std::string value = equals == std::string::npos ? call.at(++i) : name.substr(equals + 1);
        name = longName(name.substr(0, equals));
        const auto refusal
            = call.simulation.apply({"drbd-running", call.self().name, resource.name, name, value});
        if (refusal)
            return {20, {}, "drbdsetup: " + *refusal + "\n"};
    }
    return {};
}

Answer change(const Call &call, const Resource &resource, const std::string &verb)
{
    const bool force = verb == "primary"
        && (call.has("-o") || call.has("-f") || call.has("--force")
            || call.has("--overwrite-data-of-peer"));
    const auto refusal = call.simulation.apply(
        {force ? "drbd-force-primary" : events().at(verb), call.self().name, resource.name});
    if (!refusal)
        return {};
    return {exitStatusOf(*refusal), {}, call.first() + ": " + *refusal + "\n"};
}

} // namespace

Answer drbdsetup(const Call &call)
{
    const Resource *resource = device(call.world(), call.first());
    const std::string verb = call.at(1);
    if (!resource)
        return {20, {}, "Cannot determine minor device number of device '" + call.first() + "'\n"};
    if (!call.self().drbdLoaded)
        return {20, {}, "Could not connect to 'drbd' module, is it loaded?\n"};
    if (verb == "syncer")
        return syncer(call, *resource);
    if (events().count(verb))
        return change(call, *resource, verb);
    const std::string text = asked(call, *resource, verb);
    if (text.empty() && verb.ends_with("-gi"))
        return {
            1, {}, "Reply payload did not carry an uuid-tag,\nProbably the device has no disk!\n"};
    return text.empty() && verb != "show"
        ? Answer{20, {}, "'" + verb + "' is not a valid command\n"}
        : Answer{0, text, {}};
}

} // namespace Lab
