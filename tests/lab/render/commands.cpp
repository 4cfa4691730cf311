// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <map>

namespace Lab
{

namespace
{

using Run = Answer (*)(const Call &);
enum class Where { Node, Quorum, Both };

struct Entry {
    Run run;
    Where where;
};

const std::map<std::string, Entry> &commands()
{
    static const std::map<std::string, Entry> table{
        {"cman_tool", {cmanTool, Where::Node}},
        {"pvecm", {pvecm, Where::Node}},
        {"clustat", {clustat, Where::Node}},
        {"clusvcadm", {clusvcadm, Where::Node}},
        {"fence_tool", {fenceTool, Where::Node}},
        {"fence_node", {fenceNode, Where::Node}},
        {"fence_ack_manual", {fenceAckManual, Where::Node}},
        {"pvesh", {pvesh, Where::Node}},
        {"service", {service, Where::Node}},
        {"invoke-rc.d", {service, Where::Node}},
        {"ccs_config_validate", {ccsConfigValidate, Where::Node}},
        {"ccs_tool", {ccsTool, Where::Node}},
        {"drbdadm", {drbdadm, Where::Node}},
        {"drbdsetup", {drbdsetup, Where::Node}},
        {"qm", {qm, Where::Node}},
        {"pvs", {pvs, Where::Node}},
        {"vgs", {vgs, Where::Node}},
        {"lvs", {lvs, Where::Node}},
        {"vgchange", {vgchange, Where::Node}},
        {"lvchange", {lvchange, Where::Node}},
        {"vgscan", {vgscan, Where::Node}},
        {"lvcreate", {lvcreate, Where::Node}},
        {"lvremove", {lvremove, Where::Node}},
        {"tgtadm", {tgtadm, Where::Quorum}},
        {"tgt-admin", {tgtAdmin, Where::Quorum}},
        {"iscsiadm", {iscsiadm, Where::Node}},
        {"mkqdisk", {mkqdisk, Where::Node}},
        {"dd", {dd, Where::Node}},
        {"df", {df, Where::Node}},
        {"ip", {ip, Where::Both}},
        {"ping", {ping, Where::Both}},
        {"uname", {uname, Where::Both}},
        {"hostname", {hostname, Where::Both}},
        {"dmesg", {dmesg, Where::Node}},
        {"shutdown", {shutdown, Where::Node}},
    };
    return table;
}

bool installed(const Entry &entry, int node)
{
    return entry.where == Where::Both || (entry.where == Where::Node) == (node != 0);
}

} // namespace

Answer runCommand(Simulation &simulation, const std::string &machine,
                  const std::vector<std::string> &argv)
{
    const auto it = argv.empty() ? commands().end() : commands().find(argv.front());
    Node *node = simulation.changeWorld().nodeNamed(machine);
    const int id = node ? node->id : 0;
    if (it == commands().end() || !installed(it->second, id))
        return {127, {}, "sh: " + (argv.empty() ? std::string() : argv.front()) + ": not found\n"};
    const Call call{simulation, id, {argv.begin() + 1, argv.end()}};
    const Time slow = node ? node->diskDelay : Time{0};
    if (slow == Time{0})
        return it->second.run(call);
    // The program itself has to be read first.
    return goOnWhen(
        [&simulation, end = call.now() + slow] { return simulation.queue().now() >= end; },
        [call, run = it->second.run] { return run(call); });
}

Answer runToEnd(Simulation &simulation, const std::string &machine,
                const std::vector<std::string> &argv, Time limit, std::vector<std::string> input)
{
    constexpr Time step{100};
    Answer answer = runCommand(simulation, machine, argv);
    const Time end = simulation.queue().now() + limit;
    auto line = input.begin();
    while (answer.next) {
        const bool asked = !answer.prompt.empty();
        if (!asked && simulation.queue().now() >= end)
            break;
        if (!asked)
            simulation.runUntil(simulation.queue().now() + step);
        Answer more = answer.next(asked && line != input.end() ? *line++ : std::string());
        more.out = answer.out + more.out;
        more.err = answer.err + more.err;
        answer = std::move(more);
    }
    return answer;
}

std::vector<std::string> commandNames(bool onNode)
{
    std::vector<std::string> names;
    for (const auto &[name, entry] : commands()) {
        if (installed(entry, onNode ? 1 : 0))
            names.push_back(name);
    }
    return names;
}

} // namespace Lab
