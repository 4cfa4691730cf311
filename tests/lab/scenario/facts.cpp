// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "facts.h"

#include "mechanisms/guesthost.h"
#include "mechanisms/rgmanager.h"
#include "script.h"

#include <algorithm>

namespace Lab
{

namespace
{

std::string list(const World &world, const std::set<int> &nodes)
{
    std::string text;
    for (int node : nodes)
        text += (text.empty() ? "" : ",") + world.nameOf(node);
    return text;
}

std::string stageWords(Stage stage, bool hung)
{
    return std::string(word(stage)) + (stage == Stage::Up && hung ? " hung" : "");
}

std::string clusterWords(const World &world, const Node &node)
{
    if (!node.cman)
        return " without-cman";
    std::string text = node.view.quorate ? " quorate" : " inquorate";
    text += " votes " + std::to_string(node.view.totalVotes) + " of "
        + std::to_string(node.view.quorum) + " members " + list(world, node.view.members);
    text += " config " + std::to_string(node.view.configVersion);
    text += node.view.qdiskVote ? " qdisk" : "";
    text += node.fence.joined ? " domain" : "";
    if (!node.fence.victims.empty())
        text += " victims " + list(world, node.fence.victims);
    return text + (node.rgmanager ? " rgmanager" : "");
}

std::string nodeFact(const World &world, const Node &node)
{
    std::string text = node.name + " " + stageWords(node.stage, node.hung);
    if (node.stage == Stage::Up)
        text += clusterWords(world, node) + (node.waitsForPeer ? " waits-for-peer" : "");
    return text + (node.bmc.powered ? "" : " bmc-dead");
}

std::string sideFact(const Resource &resource, const Node &node)
{
    const DrbdSide &side = resource.side(node.id);
    std::string text = resource.name + " " + node.name + " " + word(side.connection);
    if (side.connection == Connection::Unconfigured)
        return text;
    text += std::string(" ") + word(side.role) + "/" + word(side.peerRole) + " " + word(side.disk)
        + "/" + word(side.peerDisk);
    return text + (side.outOfSyncKiB ? " out-of-sync" : "");
}

std::string guestFact(const World &world, const Guest &guest)
{
    std::string text;
    for (const Node &node : world.nodes) {
        if (runsOn(guest, node.id))
            text += std::string(" ") + word(guest.on.at(node.id).state) + " " + node.name;
    }
    return std::to_string(guest.vmid) + (text.empty() ? " stopped" : text);
}

// As somebody hears it who pings the guest from the cluster network.
bool answers(const World &world, const Guest &guest)
{
    return std::any_of(world.nodes.begin(), world.nodes.end(), [&](const Node &node) {
        const auto it = guest.on.find(node.id);
        return it != guest.on.end() && it->second.state == GuestState::Running && node.running()
            && linkUp(world, "lan:" + node.name);
    });
}

bool matches(const std::string &fact, const std::vector<std::string> &wanted)
{
    const std::vector<std::string> words = wordsOf(fact);
    if (wanted.empty() || words.front() != wanted.front())
        return false;
    auto from = words.begin();
    for (const std::string &one : wanted) {
        from = std::find(from, words.end(), one);
        if (from == words.end())
            return false;
        ++from;
    }
    return true;
}

bool holdsOne(const Facts &facts, std::vector<std::string> wanted)
{
    const bool no = !wanted.empty() && wanted.front() == "not";
    if (no)
        wanted.erase(wanted.begin());
    return no != std::any_of(facts.begin(), facts.end(), [&](const std::string &fact) {
               return matches(fact, wanted);
           });
}

} // namespace

Facts factsOf(const World &world)
{
    Facts facts;
    for (const Node &node : world.nodes)
        facts.push_back(nodeFact(world, node));
    facts.push_back("quorum " + stageWords(world.quorum.stage, world.quorum.hung)
                    + (world.quorum.tgtd ? "" : " without-target"));
    for (const Resource &resource : world.resources) {
        for (const Node &node : world.nodes)
            facts.push_back(sideFact(resource, node));
    }
    for (const Guest &guest : world.guests)
        facts.push_back(guestFact(world, guest));
    for (const Service &service : world.services)
        facts.push_back(service.name() + " " + Lab::word(service.state) + " "
                        + world.nameOf(service.owner) + (service.frozen ? " frozen" : ""));
    for (const Guest &guest : world.guests)
        facts.push_back("ping " + std::to_string(guest.vmid)
                        + (answers(world, guest) ? " answers" : " silent"));
    return facts;
}

bool holds(const Facts &facts, const std::string &condition)
{
    std::vector<std::string> one;
    for (const std::string &word : wordsOf(condition + " and")) {
        if (word != "and") {
            one.push_back(word);
            continue;
        }
        if (!holdsOne(facts, one))
            return false;
        one.clear();
    }
    return true;
}

} // namespace Lab
