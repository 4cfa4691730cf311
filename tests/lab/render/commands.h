// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/simulation.h"
#include "text.h"

#include <string>
#include <vector>

namespace Lab
{

// One call of a node's command: where, when, with which words (without the program's own name).
struct Call {
    Simulation &simulation;
    int node; // 0: the quorum server
    std::vector<std::string> arguments;

    const World &world() const { return simulation.world(); }
    const Node &self() const { return simulation.world().node(node); }
    Time now() const { return simulation.queue().now(); }
    bool has(const std::string &option) const { return Lab::has(arguments, option); }
    std::string first() const { return arguments.empty() ? std::string() : arguments.front(); }
    std::string at(std::size_t index) const
    {
        return index < arguments.size() ? arguments[index] : std::string();
    }
};

// Runs a command of that machine on the simulated state; 127 for one it does not have.
Answer runCommand(Simulation &simulation, const std::string &machine,
                  const std::vector<std::string> &argv);
// As runCommand, and drives virtual time in tenths of a second until the command has ended; each
// prompt gets the next line of the input. A command that has not ended by the limit is left: its
// `next` is still set, and out and err hold what it has said.
Answer runToEnd(Simulation &simulation, const std::string &machine,
                const std::vector<std::string> &argv, Time limit,
                std::vector<std::string> input = {});
// The commands that are installed on a node, or on the quorum server: what a console finds by
// looking decides what it asks.
std::vector<std::string> commandNames(bool onNode);

// One family a file.
Answer cmanTool(const Call &call);
Answer pvecm(const Call &call);
Answer clustat(const Call &call);
Answer clusvcadm(const Call &call);
Answer fenceTool(const Call &call);
Answer fenceNode(const Call &call);
Answer fenceAckManual(const Call &call);
Answer pvesh(const Call &call);
Answer service(const Call &call);
Answer ccsConfigValidate(const Call &call);
Answer ccsTool(const Call &call);
Answer drbdadm(const Call &call);
Answer drbdsetup(const Call &call);
Answer qm(const Call &call);
Answer pvs(const Call &call);
Answer vgs(const Call &call);
Answer lvs(const Call &call);
Answer dd(const Call &call);
Answer df(const Call &call);
Answer vgchange(const Call &call);
Answer lvchange(const Call &call);
Answer vgscan(const Call &call);
Answer lvcreate(const Call &call);
Answer lvremove(const Call &call);
Answer tgtadm(const Call &call);
Answer tgtAdmin(const Call &call);
Answer iscsiadm(const Call &call);
Answer mkqdisk(const Call &call);
Answer ip(const Call &call);
Answer ping(const Call &call);
Answer uname(const Call &call);
Answer hostname(const Call &call);
Answer dmesg(const Call &call);
Answer shutdown(const Call &call);

// Text that other families share.
std::string procDrbd(const World &world, int node, Time now);
std::string guestConfig(const Guest &guest);
std::string clusterIdText(const World &world);
int clusterId(const std::string &name);

} // namespace Lab
