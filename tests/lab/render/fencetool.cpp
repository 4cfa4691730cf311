// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <cstdlib>

namespace Lab
{

namespace
{

Answer died(const std::string &why)
{
    return {1, {}, "fence_tool: " + why + "\n"};
}

const char *waitState(const Node &node)
{
    if (node.fence.victims.empty())
        return "none";
    return node.view.quorate ? "fencing" : "quorum";
}

int masterOf(const FenceDomain &domain)
{
    return domain.members.empty() ? 0 : *domain.members.begin();
}

std::string allNodes(const Call &call)
{
    const FenceDomain &domain = call.self().fence;
    std::string text = "all nodes\n";
    for (const Node &node : call.world().nodes) {
        const auto last = domain.last.find(node.id);
        const bool fenced = last != domain.last.end();
        text += printed("nodeid %d member %d victim %d last fence master %d how %s\n", node.id,
                        static_cast<int>(domain.members.count(node.id)),
                        static_cast<int>(domain.victims.count(node.id)),
                        fenced ? last->second.master : 0,
                        fenced ? last->second.how.c_str() : "none");
    }
    return text + "\n";
}

Answer list(const Call &call)
{
    const Node &self = call.self();
    if (!self.fenced || !self.fence.joined)
        return {1, {}, {}};
    const FenceDomain &domain = self.fence;
    std::string text
        = printed("fence domain\nmember count  %zu\nvictim count  %zu\nvictim now    %d\n"
                  "master nodeid %d\nwait state    %s\nmembers       ",
                  domain.members.size(), domain.victims.size(), domain.victimNow, masterOf(domain),
                  waitState(self));
    for (int member : domain.members)
        text += std::to_string(member) + " ";
    text += "\n\n";
    return {0, call.has("-n") ? text + allNodes(call) : text, {}};
}

// With -w it waits until the domain has agreed; without, it returns at once.
Answer awaitDomain(const Call &call, bool joining)
{
    const int seconds = std::atoi(valueOf(call.arguments, "-w").c_str());
    if (seconds == 0)
        return {};
    const Time end = call.now() + Time{seconds * 1000};
    const auto reached = [call, joining] { return call.self().fence.joined == joining; };
    return goOnWhen(
        [call, reached, seconds, end] { return reached() || (seconds > 0 && call.now() >= end); },
        [reached, joining] {
            const std::string what = joining ? "join" : "leave";
            return reached() ? Answer{} : Answer{0, {}, "fence_tool: " + what + " not complete\n"};
        });
}

Answer join(const Call &call)
{
    if (!call.self().cman)
        return died("can't connect to cman");
    if (!call.self().fenced)
        return died("fenced not running, no lockfile");
    call.simulation.fencing().join(call.node);
    call.simulation.settle();
    return awaitDomain(call, true);
}

// A lock space in the kernel, as rgmanager has one, must go first.
Answer leave(const Call &call)
{
    if (call.self().rgmanager) {
        Answer answer = died("cannot leave due to active systems");
        answer.err = "found dlm lockspace /sys/kernel/dlm/rgmanager\n" + answer.err;
        return answer;
    }
    if (!call.self().fenced)
        return died("leave: can't communicate with fenced");
    call.simulation.fencing().leave(call.node);
    call.simulation.settle();
    return awaitDomain(call, false);
}

Answer dump(const Call &call)
{
    if (!call.self().fenced)
        return died("dump: can't communicate with fenced");
    std::string text;
    for (const auto &[when, line] : call.self().fence.dump)
        text += printed("%lld %s\n", static_cast<long long>(call.world().wall(when)), line.c_str());
    return {0, text, {}};
}

bool takesValue(const std::string &word)
{
    return word == "-t" || word == "-q" || word == "-m" || word == "-w";
}

} // namespace

// Source of the words: fence/fence_tool/fence_tool.c.
Answer fenceTool(const Call &call)
{
    std::string verb;
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const std::string &word = call.arguments[i];
        if (word[0] == '-') {
            i += takesValue(word) ? 1 : 0;
            continue;
        }
        if (word != "join" && word != "leave" && word != "dump" && word != "ls")
            return died("unknown option " + word + "\n");
        verb = word;
    }
    if (verb.empty())
        return died("no operation specified\n");
    if (verb == "ls")
        return list(call);
    if (verb == "dump")
        return dump(call);
    return verb == "join" ? join(call) : leave(call);
}

} // namespace Lab
