// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "statusreport.h"

#include "render/text.h"

namespace Lab
{

namespace
{

const char *guestWord(const Guest &guest)
{
    const int host = hostOf(guest);
    return word(host ? guest.on.at(host).state : GuestState::Stopped);
}

std::string joined(const std::vector<std::string> &items)
{
    std::string text;
    for (const std::string &item : items)
        text += (text.empty() ? "" : ",") + item;
    return "[" + text + "]";
}

const char *truth(bool value)
{
    return value ? "true" : "false";
}

std::string machineJson(const Site &site, const Node &node)
{
    const MachineSite &place = site.machines().at(node.name);
    std::vector<std::string> members;
    for (int member : node.view.members)
        members.push_back(std::to_string(member));
    std::vector<std::string> victims;
    for (int victim : node.fence.victims)
        victims.push_back(std::to_string(victim));
    return printed("{\"name\":\"%s\",\"kind\":\"node\",\"stage\":\"%s\",\"hung\":%s,\"address\":\"%"
                   "s\",\"port\":%d,\"cman\":%s,"
                   "\"quorate\":%s,\"votes\":%d,\"members\":%s,\"quorumDisk\":%s,\"victims\":%s,"
                   "\"bmc\":{\"address\":\"%s\","
                   "\"port\":%d,\"powered\":%s}}",
                   node.name.c_str(), word(node.stage), truth(node.hung),
                   place.published.address.c_str(), place.published.port, truth(node.cman),
                   truth(node.view.quorate), node.view.totalVotes, joined(members).c_str(),
                   truth(node.view.qdiskVote), joined(victims).c_str(), node.bmc.address.c_str(),
                   node.bmc.port, truth(node.bmc.powered));
}

std::string quorumJson(const Site &site, const QuorumServer &server)
{
    const MachineSite &place = site.machines().at(server.name);
    return printed("{\"name\":\"%s\",\"kind\":\"quorumServer\",\"stage\":\"%s\",\"hung\":%s,"
                   "\"address\":\"%s\",\"port\":%d,\"tgtd\":%s}",
                   server.name.c_str(), word(server.stage), truth(server.hung),
                   place.published.address.c_str(), place.published.port, truth(server.tgtd));
}

// Two copies of a volume with the same mark hold the same bytes.
std::string volumesJson(const DrbdSide &side)
{
    std::vector<std::string> volumes;
    for (const LogicalVolume &volume : side.group.volumes)
        volumes.push_back(printed("{\"name\":\"%s\",\"mark\":\"%016llx\"}", volume.name.c_str(),
                                  static_cast<unsigned long long>(volume.mark)));
    return joined(volumes);
}

std::string drbdJson(const Resource &resource, const Node &node)
{
    const DrbdSide &side = resource.side(node.id);
    return printed("{\"resource\":\"%s\",\"node\":\"%s\",\"connection\":\"%s\",\"role\":\"%s\","
                   "\"disk\":\"%s\",\"outOfSyncKiB\":%llu,\"volumes\":%s}",
                   resource.name.c_str(), node.name.c_str(), word(side.connection), word(side.role),
                   word(side.disk), static_cast<unsigned long long>(side.outOfSyncKiB),
                   volumesJson(side).c_str());
}

std::string guestJson(const Site &site, const Guest &guest, const World &world)
{
    const Endpoint &there = site.guests().at(guest.vmid).published;
    return printed("{\"vmid\":%d,\"state\":\"%s\",\"node\":\"%s\",\"address\":\"%s\",\"port\":%d}",
                   guest.vmid, guestWord(guest), world.nameOf(hostOf(guest)).c_str(),
                   there.address.c_str(), there.port);
}

std::string serviceJson(const Service &service, const World &world)
{
    return printed("{\"name\":\"%s\",\"state\":\"%s\",\"owner\":\"%s\"}", service.name().c_str(),
                   word(service.state), world.nameOf(service.owner).c_str());
}

std::string json(Simulation &simulation, const Site &site)
{
    const World &world = simulation.world();
    std::vector<std::string> machines;
    std::vector<std::string> drbd;
    for (const Node &node : world.nodes) {
        machines.push_back(machineJson(site, node));
        for (const Resource &resource : world.resources)
            drbd.push_back(drbdJson(resource, node));
    }
    machines.push_back(quorumJson(site, world.quorum));
    std::vector<std::string> cut;
    for (const std::string &link : world.cut)
        cut.push_back(jsonText(link));
    std::vector<std::string> guests;
    for (const Guest &guest : world.guests)
        guests.push_back(guestJson(site, guest, world));
    std::vector<std::string> services;
    for (const Service &service : world.services)
        services.push_back(serviceJson(service, world));
    std::vector<std::string> log;
    for (const std::string &line : world.log)
        log.push_back(jsonText(line));
    return "{\"formatVersion\":1,\"dir\":" + jsonText(site.folder()) + ",\"profile\":"
        + jsonText(site.folder() + "/profile.json") + ",\"network\":" + jsonText(site.network())
        + printed(",\"speed\":%d,\"milliseconds\":%lld", world.speed,
                  static_cast<long long>(simulation.queue().now().count()))
        + ",\"machines\":" + joined(machines) + ",\"cut\":" + joined(cut)
        + ",\"replication\":" + joined(drbd) + ",\"guests\":" + joined(guests)
        + ",\"services\":" + joined(services) + ",\"log\":" + joined(log) + "}\n";
}

std::string words(Simulation &simulation, const Site &site)
{
    const World &world = simulation.world();
    std::string text = "laboratory " + site.folder() + " on " + site.network() + ".0/24"
        + printed(", speed %d, %lld s\n", world.speed,
                  static_cast<long long>(simulation.queue().now().count() / 1000));
    for (const Node &node : world.nodes) {
        text += printed("%-7s %-8s%s %s votes %d%s\n", node.name.c_str(), word(node.stage),
                        node.hung ? " hung" : "", node.view.quorate ? "quorate" : "inquorate",
                        node.view.totalVotes, node.bmc.powered ? "" : ", BMC dead");
        for (const Resource &resource : world.resources) {
            const DrbdSide &side = resource.side(node.id);
            text += printed("        %s %s %s %s\n", resource.name.c_str(), word(side.connection),
                            word(side.role), word(side.disk));
        }
    }
    text += printed("%-7s %s\n", world.quorum.name.c_str(), word(world.quorum.stage));
    for (const Guest &guest : world.guests)
        text += printed("%-7d %s %s\n", guest.vmid, guestWord(guest),
                        world.nameOf(hostOf(guest)).c_str());
    for (const std::string &link : world.cut)
        text += "cut     " + link + "\n";
    return text;
}

} // namespace

std::string statusReport(Simulation &simulation, const Site &site, bool asJson)
{
    return asJson ? json(simulation, site) : words(simulation, site);
}

} // namespace Lab
