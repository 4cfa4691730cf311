// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/textdumpfacts.h"

#include <array>

namespace Core
{
using namespace DumpText;

namespace
{
QString name(const char *text)
{
    return QString::fromLatin1(text);
}

constexpr std::array powers{"unknown", "off", "on", "cycling"};
constexpr std::array guestStates{"unknown", "stopped", "running", "paused", "io-error"};

QStringList numbers(const QList<int> &list)
{
    QStringList words;
    for (const int number : list)
        words << QString::number(number);
    return words;
}

void dumpNode(Rows &rows, int depth, const ConfiguredNode &node)
{
    rows.row(depth, name("node"))
        .word(text(node.name))
        .pair("id", node.id)
        .pair("votes", node.votes);
    for (const FenceMethod &method : node.methods) {
        rows.row(depth + 1, name("method")).word(text(method.name));
        for (const FenceDeviceUse &use : method.devices)
            rows.pair("device", use.name).pair("action", use.action);
    }
}

void dumpFenceDevice(Rows &rows, int depth, const FenceDevice &device)
{
    rows.row(depth, name("fence-device"))
        .word(text(device.name))
        .pair("agent", device.agent)
        .pair("address", device.address)
        .pair("port", device.port)
        .pair("login", device.login)
        .pair("lanplus", device.lanplus)
        .pair("privilege", device.privilege)
        .pair("delay", device.delay)
        .pair("method", device.method)
        .pair("action", device.action);
}

void dumpQuorumDisk(Rows &rows, int depth, const QuorumDisk &disk)
{
    rows.row(depth, name("quorum-disk"))
        .pair("label", disk.label)
        .pair("device", disk.device)
        .pair("interval", disk.interval)
        .pair("tko", disk.tko)
        .pair("votes", disk.votes)
        .pair("allow-kill", disk.allowKill)
        .pair("master-wins", disk.masterWins)
        .pair("heuristics", disk.heuristics);
}

void dumpCounters(Rows &rows, int depth, const DrbdCounters &counters)
{
    rows.row(depth, name("counters"))
        .pair("ns", counters.ns)
        .pair("nr", counters.nr)
        .pair("dw", counters.dw)
        .pair("dr", counters.dr)
        .pair("al", counters.al)
        .pair("bm", counters.bm)
        .pair("lo", counters.lo)
        .pair("pe", counters.pe)
        .pair("ua", counters.ua)
        .pair("ap", counters.ap)
        .pair("ep", counters.ep)
        .pair("wo", counters.writeOrder)
        .pair("oos", counters.outOfSync);
}

void dumpProgress(Rows &rows, int depth, const SyncProgress &progress)
{
    rows.row(depth, progress.kind == SyncKind::Verify ? name("verify") : name("resync"))
        .pair("percent", progress.percent)
        .pair("left", progress.left)
        .pair("total", progress.total)
        .pair("finish", progress.finish)
        .pair("speed", progress.speed)
        .pair("average", progress.average)
        .pair("wanted", progress.wanted)
        .pair("stalled", progress.stalled);
}

void dumpResource(Rows &rows, int depth, const DrbdResource &resource)
{
    rows.row(depth, name("resource"))
        .word(text(resource.name))
        .pair("volume", resource.volume)
        .pair("minor", resource.minor)
        .pair("role", word(resource.role))
        .pair("disk", word(resource.disk))
        .pair("protocol", resource.protocol)
        .pair("flags", resource.flags);
    dumpCounters(rows, depth + 1, resource.counters);
    for (const DrbdPeer &peer : resource.peers) {
        rows.row(depth + 1, name("peer"))
            .word(text(peer.node))
            .pair("connection", word(peer.connection))
            .pair("role", word(peer.role))
            .pair("disk", word(peer.disk));
        if (peer.sync)
            dumpProgress(rows, depth + 2, *peer.sync);
    }
}

void dumpClustatNode(Rows &rows, int depth, const ClustatNode &node)
{
    rows.row(depth, name("node"))
        .word(text(node.name))
        .pair("id", node.id)
        .pair("online", node.online)
        .pair("local", node.local)
        .pair("estranged", node.estranged)
        .pair("rgmanager", node.rgmanager)
        .pair("quorum-disk", node.quorumDisk);
}

void dumpService(Rows &rows, int depth, const HaService &service)
{
    rows.row(depth, name("service"))
        .word(text(service.name))
        .pair("state", word(service.state))
        .pair("owner", service.owner)
        .pair("last-owner", service.lastOwner)
        .pair("frozen", service.frozen)
        .pair("partial", service.partial)
        .pair("since", service.since);
}
} // namespace

void dump(Rows &rows, int depth, const QuorumState &state)
{
    rows.row(depth, name("state"))
        .pair("cluster", state.clusterName)
        .pair("membership", word(state.membership))
        .pair("node-id", state.nodeId)
        .pair("node-name", state.nodeName)
        .pair("quorate", state.quorate)
        .pair("members", state.memberCount)
        .pair("expected", state.expectedVotes)
        .pair("total", state.totalVotes)
        .pair("quorum", state.quorum)
        .pair("node-votes", state.nodeVotes)
        .pair("device-votes", state.quorumDeviceVotes)
        .pair("config", state.configVersion)
        .pair("flags", state.flags)
        .pair("addresses", state.nodeAddresses);
}

void dump(Rows &rows, int depth, const Members &members)
{
    for (const Member &member : members) {
        rows.row(depth, name("member"))
            .word(text(member.name))
            .pair("id", member.id)
            .pair("state", word(member.state))
            .pair("incarnation", member.incarnation)
            .pair("joined", member.joined);
    }
}

void dump(Rows &rows, int depth, const HaStatus &status)
{
    rows.row(depth, name("status"))
        .pair("cluster", status.cluster)
        .pair("quorate", status.quorate)
        .pair("rgmanager-answers", status.rgmanagerAnswers);
    for (const ClustatNode &node : status.nodes)
        dumpClustatNode(rows, depth, node);
    for (const HaService &service : status.services)
        dumpService(rows, depth, service);
}

void dump(Rows &rows, int depth, const FenceDomain &domain)
{
    rows.row(depth, name("domain"))
        .pair("members", domain.memberCount)
        .pair("victims", domain.victimCount)
        .pair("victim-now", domain.victimNow)
        .pair("master", domain.masterId)
        .pair("wait", word(domain.wait))
        .pair("ids", numbers(domain.members));
}

void dump(Rows &rows, int depth, const ConfigFile &file)
{
    rows.row(depth, name("file")).pair("sha256", QString::fromLatin1(file.sha256));
}

void dump(Rows &rows, int depth, const ClusterConfig &config)
{
    rows.row(depth, name("config"))
        .pair("name", config.name)
        .pair("version", config.version)
        .pair("two-node", config.twoNode)
        .pair("expected", config.expectedVotes);
    if (config.totemToken)
        rows.pair("token-ms", int(config.totemToken->count()));
    if (config.quorumDisk)
        dumpQuorumDisk(rows, depth, *config.quorumDisk);
    for (const ConfiguredNode &node : config.nodes)
        dumpNode(rows, depth, node);
    for (const FenceDevice &device : config.fenceDevices)
        dumpFenceDevice(rows, depth, device);
    for (const HaGuest &guest : config.haGuests)
        rows.row(depth, name("ha-guest"))
            .word(QString::number(guest.vmid))
            .pair("autostart", guest.autostart);
}

void dump(Rows &rows, int depth, const DrbdStatus &status)
{
    rows.row(depth, name("module")).pair("version", status.version).pair("stub", status.stub);
    for (const DrbdResource &resource : status.resources)
        dumpResource(rows, depth, resource);
}

void dump(Rows &rows, int depth, const DrbdNames &names)
{
    for (const DrbdName &one : names)
        rows.row(depth, name("resource"))
            .word(text(one.name))
            .pair("minor", one.minor)
            .pair("address", one.address);
}

void dump(Rows &rows, int depth, const QList<Vm> &guests)
{
    for (const Vm &guest : guests)
        rows.row(depth, name("guest"))
            .word(QString::number(guest.id))
            .pair("name", guest.name)
            .pair("state", name(guestStates[size_t(guest.state)]))
            .pair("memory", guest.memory)
            .pair("boot-disk", guest.bootDisk)
            .pair("pid", guest.pid);
}

void dump(Rows &rows, int depth, const VmPlacements &placements)
{
    for (const VmPlacement &placement : placements)
        rows.row(depth, placement.container ? name("container") : name("guest"))
            .word(QString::number(placement.id))
            .pair("node", placement.node);
}

void dump(Rows &rows, int depth, const BootGuests &guests)
{
    rows.row(depth, name("guests")).word(text(numbers(guests.ids)));
}

void dump(Rows &rows, int depth, const RunningGuests &guests)
{
    rows.row(depth, name("guests")).word(text(numbers(guests.ids)));
}

void dump(Rows &rows, int depth, const NetInterfaces &interfaces)
{
    for (const NetInterface &interface : interfaces) {
        auto &&row = rows.row(depth, name("interface"))
                         .word(text(interface.name))
                         .pair("carrier", interface.carrier)
                         .pair("addresses", interface.addresses)
                         .pair("speed", interface.speedMbit)
                         .pair("rx", interface.rxBytes)
                         .pair("tx", interface.txBytes);
        if (!interface.bondMode.isEmpty())
            row.pair("bond", interface.bondMode).pair("bridges", interface.bridges);
    }
}

void dump(Rows &rows, int depth, const Uptime &uptime)
{
    rows.row(depth, name("up")).word(text(uptime.up));
}

void dump(Rows &rows, int depth, const VolumeGroups &groups)
{
    for (const VolumeGroup &group : groups)
        rows.row(depth, name("group"))
            .word(text(group.name))
            .pair("size", group.size)
            .pair("free", group.free)
            .pair("attributes", group.attributes)
            .pair("seqno", group.seqno);
}

void dump(Rows &rows, int depth, const PhysicalVolumes &volumes)
{
    for (const PhysicalVolume &volume : volumes)
        rows.row(depth, name("volume"))
            .word(text(volume.device))
            .pair("group", volume.group)
            .pair("size", volume.size)
            .pair("free", volume.free)
            .pair("attributes", volume.attributes);
}

void dump(Rows &rows, int depth, const LogicalVolumes &volumes)
{
    for (const LogicalVolume &volume : volumes)
        rows.row(depth, name("volume"))
            .word(text(volume.name))
            .pair("group", volume.group)
            .pair("size", volume.size)
            .pair("attributes", volume.attributes);
}

void dump(Rows &rows, int depth, const GuestStorage &storage)
{
    for (const Storage &one : storage.storages)
        rows.row(depth, name("storage"))
            .word(text(one.id))
            .pair("type", one.type)
            .pair("group", one.volumeGroup)
            .pair("shared", one.shared);
    for (const GuestDisk &disk : storage.disks)
        rows.row(depth, name("disk"))
            .pair("guest", disk.guest)
            .pair("slot", disk.slot)
            .pair("storage", disk.storage)
            .pair("volume", disk.volume);
    for (auto one = storage.settings.cbegin(); one != storage.settings.cend(); ++one)
        rows.row(depth, name("settings"))
            .pair("guest", one.key())
            .pair("memory", one->memory)
            .pair("cpu", one->cpu)
            .pair("lock", one->lock)
            .pair("devices", one->devices);
}

void dump(Rows &rows, int depth, const Capacity &capacity)
{
    rows.row(depth, name("capacity"))
        .pair("free", capacity.freeMemory)
        .pair("processor", capacity.processor);
}

void dump(Rows &rows, int depth, const IscsiSessions &sessions)
{
    for (const IscsiSession &session : sessions)
        rows.row(depth, name("session"))
            .pair("transport", session.transport)
            .pair("id", session.id)
            .pair("portal", session.portal)
            .pair("group", session.group)
            .pair("target", session.target);
}

void dump(Rows &rows, int depth, const IscsiTargets &targets)
{
    for (const IscsiTarget &target : targets)
        rows.row(depth, name("target"))
            .word(text(target.name))
            .pair("id", target.id)
            .pair("state", target.state)
            .pair("backing", target.backingStores)
            .pair("initiators", target.initiators)
            .pair("acl", target.acl);
}

void dump(Rows &rows, int depth, const BmcState &state)
{
    rows.row(depth, name("power")).word(name(powers[size_t(state.power)]));
}

void dump(Rows &rows, int depth, const LinkEnd &end)
{
    rows.row(depth, name("end"))
        .pair("up", end.up)
        .pair("carrier", end.carrier)
        .pair("interface", end.interface)
        .pair("address", end.address)
        .pair("speed", end.speedMbit);
}
} // namespace Core
