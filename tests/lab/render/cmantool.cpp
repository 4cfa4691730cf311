// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"
#include "mechanisms/votes.h"

#include <cstdlib>

namespace Lab
{

namespace
{

Answer notRunning()
{
    return {1, {}, "cman_tool: Cannot open connection to cman, is it running ?\n"};
}

std::string multicast(const World &world)
{
    const int id = clusterId(world.settings.clusterName);
    return printed("239.192.%d.%d", id >> 8, id % 255);
}

std::string portsBound(const Node &node)
{
    std::string ports = "0 ";
    ports += node.rgmanager ? "177 " : "";
    ports += node.qdiskd ? "178 " : "";
    return ports;
}

Answer status(const Call &call)
{
    const Node &self = call.self();
    const ClusterView &view = self.view;
    const Settings &settings = self.conf;
    std::string text = "Version: 6.2.0\n";
    text += printed("Config Version: %d\n", view.configVersion);
    text += "Cluster Name: " + settings.clusterName + "\n";
    text += printed("Cluster Id: %d\n", clusterId(settings.clusterName));
    text += "Cluster Member: Yes\n";
    text += printed("Cluster Generation: %d\n", view.generation);
    text += "Membership state: Cluster-Member\n";
    text += printed("Nodes: %zu\n", view.members.size());
    text += printed("Expected votes: %d\n", view.expectedVotes);
    if (view.qdiskVote)
        text += printed("Quorum device votes: %d\n", self.qdiskConf.qdiskVotes);
    text += printed("Total votes: %d\nNode votes: %d\n", view.totalVotes,
                    settings.nodeVotes.at(static_cast<std::size_t>(self.id - 1)));
    text += printed("Quorum: %d %s\n", view.quorum, view.quorate ? " " : "Activity blocked");
    text += printed("Active subsystems: %d\n",
                    4 + (self.fenced ? 1 : 0) + (self.rgmanager ? 2 : 0) + (self.qdiskd ? 1 : 0));
    text += std::string("Flags: ") + (settings.twoNode ? "2node " : "") + "\n";
    text += "Ports Bound: " + portsBound(self) + " \n";
    text += "Node name: " + self.name + "\n";
    text += printed("Node ID: %d\n", self.id);
    text += "Multicast addresses: " + multicast(call.world()) + " \n";
    text += "Node addresses: " + self.address + " \n";
    return {0, text, {}};
}

struct Row {
    int id;
    bool member;
    int incarnation;
    std::string joined;
    std::string name;
    std::string address;
    int votes;
};

std::vector<Row> rows(const Call &call)
{
    const World &world = call.world();
    const Node &self = call.self();
    std::vector<Row> list;
    if (self.qdiskd || self.view.qdiskVote)
        list.push_back(
            {0, self.view.qdiskVote, 0,
             self.view.qdiskVote ? joinedText(world.wallOn(self.id, self.view.qdiskJoined)) : "",
             world.settings.qdiskDevice, "", world.settings.qdiskVotes});
    for (const Node &node : world.nodes) {
        const bool member = self.view.members.count(node.id) != 0;
        const auto record = self.view.records.find(node.id);
        const bool known = record != self.view.records.end();
        list.push_back(
            {node.id, member, known ? record->second.incarnation : 0,
             member && known ? joinedText(world.wallOn(self.id, record->second.joined)) : "",
             node.name, node.address, 1});
    }
    return list;
}

std::string fields(const Row &row, const std::string &wanted)
{
    std::string text;
    for (const std::string &field : splitAt(wanted, ',')) {
        if (field == "id")
            text += std::to_string(row.id);
        else if (field == "name")
            text += row.name;
        else if (field == "type")
            text += row.member ? 'M' : 'X';
        else if (field == "state")
            text += row.member ? "Member" : "Dead";
        else if (field == "votes" || field == "exp")
            text += std::to_string(row.votes);
        else if (field == "addr")
            text += row.address;
        text += ' ';
    }
    return text + "\n";
}

Answer nodes(const Call &call)
{
    const std::string wanted = valueOf(call.arguments, "-F");
    std::string text = wanted.empty() ? "Node  Sts   Inc   Joined               Name\n" : "";
    for (const Row &row : rows(call)) {
        if (!wanted.empty()) {
            text += fields(row, wanted);
            continue;
        }
        text += printed("%4u   %c  %5d   %-19s  %s\n", static_cast<unsigned>(row.id),
                        row.member ? 'M' : 'X', row.incarnation, row.joined.c_str(),
                        row.name.c_str());
        if (call.has("-a") && !row.address.empty())
            text += "       Addresses: " + row.address + " \n";
    }
    return {0, text, {}};
}

// Only what leaves a quorum between half of the votes and all of them. Source: cman 3.2.0,
// commands.c, do_cmd_set_expected.
Answer expected(const Call &call, const std::string &text)
{
    const int votes = std::atoi(text.c_str());
    const ClusterView &view = call.self().view;
    const int quorum = quorumOf(votes, view.totalVotes);
    if (votes <= 0 || quorum < view.totalVotes / 2 || quorum > view.totalVotes)
        return {1, {}, "cman_tool: can't set expected votes: Invalid argument\n"};
    for (int member : view.members) {
        Node &node = call.simulation.changeWorld().node(member);
        node.conf.expectedVotes = votes;
        node.view.quorum = 0;
    }
    call.simulation.settle();
    return {};
}

Answer version(const Call &call)
{
    if (!call.has("-r"))
        return {0, printed("6.2.0 config %d\n", call.self().view.configVersion), {}};
    switch (call.simulation.pmxcfs().reload(call.node)) {
    case Pmxcfs::Reload::Done:
        call.simulation.settle();
        return {};
    case Pmxcfs::Reload::NotNewer:
        return {
            1, {}, "cman_tool: Not reloading, config version older or equal the running config\n"};
    case Pmxcfs::Reload::NotReadable:
        break;
    }
    return {1,
            {},
            "cman_tool: Not reloading, generic error running ccs_config_validate\n"
            "Try re-running with -d options\n"};
}

// Who is still at work says no. Source: cman 3.2.0, commands.c and the daemons' answers.
Answer leave(const Call &call)
{
    const Node &self = call.self();
    const bool forced = call.has("force");
    if (!forced && (self.rgmanager || self.fence.joined || self.qdiskd))
        return {1, {}, "cman_tool: Error leaving cluster: Device or resource busy\n"};
    if (self.rgmanager || self.fence.joined) {
        call.simulation.machines().killCman(call.node);
    } else {
        call.simulation.machines().stopFenced(call.node);
        call.simulation.machines().leaveCluster(call.node, call.has("remove"));
    }
    call.simulation.settle();
    return {};
}

Answer kill(const Call &call)
{
    const std::string name = valueOf(call.arguments, "-n");
    if (name.empty())
        return {1, {}, "cman_tool: No node name specified\n\n"};
    const Node *victim = call.simulation.changeWorld().nodeNamed(name);
    if (!victim)
        return {0, {}, "Can't kill node " + name + " : No such file or directory\n"};
    if (!call.self().view.members.count(victim->id))
        return {0, {}, "kill node failed: Invalid argument\n"};
    if (victim->running() && (victim->id == call.node || clusterPath(call.world())))
        call.simulation.machines().killCman(victim->id);
    call.simulation.settle();
    return {};
}

Answer join(const Call &call)
{
    if (call.self().cman)
        return {1, {}, "cman_tool: Node is already active\n"};
    const std::string error = call.simulation.machines().startCman(call.node);
    call.simulation.settle();
    if (!error.empty())
        return {1, {}, error + "\ncman_tool: corosync daemon didn't start\n"};
    return {};
}

// -q for quorum, -t seconds at most.
Answer waitForCluster(const Call &call)
{
    const bool quorum = call.has("-q");
    const int seconds = std::atoi(valueOf(call.arguments, "-t").c_str());
    const Time end = call.now() + Time{seconds * 1000};
    const auto there
        = [call, quorum] { return call.self().cman && (!quorum || call.self().view.quorate); };
    return goOnWhen(
        [call, there, seconds, end] { return there() || (seconds > 0 && call.now() >= end); },
        [there] {
            return there() ? Answer{} : Answer{2, {}, "cman_tool: Timed-out waiting for cluster\n"};
        });
}

Answer unknownCommand(const char *program, const Call &call)
{
    return {1, {}, std::string(program) + ": Unknown option " + call.first() + "\n"};
}

} // namespace

int clusterId(const std::string &name)
{
    unsigned value = 0;
    for (unsigned char letter : name)
        value = (value << 1) + letter;
    return static_cast<int>(value & 0xffff);
}

Answer cmanTool(const Call &call)
{
    if (call.first() == "join")
        return join(call);
    if (call.first() == "wait")
        return waitForCluster(call);
    if (!call.self().cman)
        return notRunning();
    if (call.first() == "status")
        return status(call);
    if (call.first() == "nodes")
        return nodes(call);
    if (call.first() == "version")
        return version(call);
    if (call.first() == "expected")
        return expected(call, valueOf(call.arguments, "-e"));
    if (call.first() == "leave")
        return leave(call);
    if (call.first() == "kill")
        return kill(call);
    if (call.first() == "services")
        return fenceTool({call.simulation, call.node, {"ls"}});
    return unknownCommand("cman_tool", call);
}

Answer pvecm(const Call &call)
{
    if (call.first() != "status" && call.first() != "nodes" && call.first() != "expected")
        return {255, {}, "ERROR: unknown command '" + call.first() + "'\n"};
    if (!call.self().cman)
        return notRunning();
    if (call.first() == "expected")
        return expected(call, call.at(1));
    return cmanTool(call);
}

} // namespace Lab
