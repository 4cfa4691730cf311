// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/patch.h"

#include <QHash>

#include <type_traits>

namespace Core
{
namespace
{
// An error says why the fact could not be read again; what was known stays, visibly old.
template <typename T> void replace(Observed<T> &target, const Observed<T> &fact)
{
    if (fact.value || !fact.error || !target.value)
        target = fact;
    else
        target.error = fact.error;
}

struct FactInto {
    Machine &machine;
    const Observer &observer;

    void operator()(const ContactFact &fact) const { machine.contact = fact.contact; }
    void operator()(const ProvidersFact &fact) const { machine.providers = fact.providers; }
    void operator()(const BmcFact &fact) const { replace(machine.bmc[observer], fact.state); }
    void operator()(const Observed<QuorumState> &fact) const { replace(machine.quorum, fact); }
    void operator()(const Observed<Members> &fact) const { replace(machine.members, fact); }
    void operator()(const Observed<HaStatus> &fact) const { replace(machine.ha, fact); }
    void operator()(const Observed<FenceDomain> &fact) const { replace(machine.fenceDomain, fact); }
    void operator()(const Observed<ConfigFile> &fact) const { replace(machine.configFile, fact); }
    void operator()(const Observed<ClusterConfig> &fact) const
    {
        replace(machine.configuration, fact);
    }
    void operator()(const Observed<DrbdStatus> &fact) const { replace(machine.drbd, fact); }
    void operator()(const Observed<DrbdNames> &fact) const { replace(machine.drbdNames, fact); }
    void operator()(const Observed<DrbdConfig> &fact) const { replace(machine.drbdConfig, fact); }
    void operator()(const Observed<DrbdGenerations> &fact) const
    {
        replace(machine.drbdGenerations, fact);
    }
    void operator()(const Observed<DrbdLog> &fact) const { replace(machine.drbdLog, fact); }
    void operator()(const Observed<QList<Vm>> &fact) const { replace(machine.vms, fact); }
    void operator()(const Observed<VmPlacements> &fact) const { replace(machine.placements, fact); }
    void operator()(const Observed<BootGuests> &fact) const { replace(machine.bootGuests, fact); }
    void operator()(const Observed<RunningGuests> &fact) const { replace(machine.running, fact); }
    void operator()(const Observed<NetInterfaces> &fact) const
    {
        replace(machine.interfaces, fact);
    }
    void operator()(const Observed<Uptime> &fact) const { replace(machine.uptime, fact); }
    void operator()(const Observed<VolumeGroups> &fact) const
    {
        replace(machine.volumeGroups, fact);
    }
    void operator()(const Observed<PhysicalVolumes> &fact) const
    {
        replace(machine.physicalVolumes, fact);
    }
    void operator()(const Observed<LogicalVolumes> &fact) const
    {
        replace(machine.logicalVolumes, fact);
    }
    void operator()(const Observed<GuestStorage> &fact) const
    {
        replace(machine.guestStorage, fact);
    }
    void operator()(const Observed<Capacity> &fact) const { replace(machine.capacity, fact); }
    void operator()(const Observed<IscsiSessions> &fact) const
    {
        replace(machine.iscsiSessions, fact);
    }
    void operator()(const Observed<IscsiTargets> &fact) const
    {
        replace(machine.iscsiTargets, fact);
    }
};

void applyFacts(ClusterSnapshot &snapshot, const Patch &patch)
{
    const auto machine = snapshot.machines.find(patch.machine);
    if (machine == snapshot.machines.end())
        return;
    for (const Fact &fact : patch.facts)
        std::visit(FactInto{*machine, patch.observer}, fact);
}

struct Volume {
    ResourceName name;
    int number = 0;
};

// drbdadm tells the minors of a resource in the order of its volumes.
QHash<int, Volume> volumesOf(const Machine &machine)
{
    QHash<int, Volume> volumes;
    QHash<ResourceName, int> next;
    for (const DrbdName &name : machine.drbdNames.value.value_or(DrbdNames()))
        volumes.insert(name.minor, {name.name, next[name.name]++});
    return volumes;
}

// Whether the name is already there is looked up first: writing copies a list that another snapshot
// shares.
void nameResourcesOf(Machine &machine, const NodeName &peer)
{
    const QHash<int, Volume> volumes = volumesOf(machine);
    QList<DrbdResource> &resources = machine.drbd.value->resources;
    for (qsizetype i = 0; i < resources.size(); ++i) {
        const DrbdResource &resource = std::as_const(resources)[i];
        const auto told = volumes.constFind(resource.minor);
        if (told != volumes.constEnd()
            && (told->name != resource.name || told->number != resource.volume)) {
            resources[i].name = told->name;
            resources[i].volume = told->number;
        }
        const QList<DrbdPeer> &peers = std::as_const(resources)[i].peers;
        if (peers.size() == 1 && peers.first().node.isEmpty() && !peer.isEmpty())
            resources[i].peers.first().node = peer;
    }
}

void nameResources(ClusterSnapshot &snapshot)
{
    for (Machine &machine : snapshot.machines) {
        if (machine.drbd.value)
            nameResourcesOf(machine, peerOf(snapshot, machine.name));
    }
}

void chooseConfiguration(ClusterSnapshot &snapshot)
{
    snapshot.configuration.reset();
    for (const Machine &machine : std::as_const(snapshot.machines)) {
        const auto &told = machine.configuration.value;
        if (told && (!snapshot.configuration || told->version > snapshot.configuration->version))
            snapshot.configuration = told;
    }
    if (snapshot.configuration && !snapshot.configuration->name.isEmpty())
        snapshot.clusterName = snapshot.configuration->name;
}
} // namespace

ClusterSnapshot applied(ClusterSnapshot before, const QList<Patch> &patches)
{
    for (const Patch &patch : patches)
        applyFacts(before, patch);
    nameResources(before);
    chooseConfiguration(before);
    before.links = linksOf(before);
    return before;
}

ClusterSnapshot applied(ClusterSnapshot before, const Patch &patch)
{
    return applied(std::move(before), QList<Patch>{patch});
}
} // namespace Core
