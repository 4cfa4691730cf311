// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

namespace
{

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
    const bool waitsForQuorum = !domain.victims.empty() && !self.view.quorate;
    const int now = waitsForQuorum || domain.victims.empty() ? 0 : *domain.victims.begin();
    std::string text = printed(
        "fence domain\nmember count  %zu\nvictim count  %zu\nvictim now    %d\n"
        "master nodeid %d\nwait state    %s\nmembers       ",
        domain.members.size(), domain.victims.size(), now, masterOf(domain), waitState(self));
    for (int member : domain.members)
        text += std::to_string(member) + " ";
    text += "\n\n";
    return {0, call.has("-n") ? text + allNodes(call) : text, {}};
}

} // namespace

Answer fenceTool(const Call &call)
{
    const std::string name = call.self().name;
    if (call.first() == "ls")
        return list(call);
    if (call.first() == "join")
        return {call.simulation.apply({"fence-join", name}) ? 1 : 0, {}, {}};
    if (call.first() == "leave")
        return {call.simulation.apply({"fence-leave", name}) ? 1 : 0, {}, {}};
    return {1, {}, "fence_tool: unknown option " + call.first() + "\n"};
}

} // namespace Lab
