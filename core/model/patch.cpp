// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/patch.h"

#include <type_traits>

namespace Core
{
namespace
{
// An error says why the fact could not be read again; what was known stays, visibly old.
template <typename T> void replace(Observed<T> &target, const Observed<T> &fact)
{
    if (fact.value || !fact.error)
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
    void operator()(const Observed<QList<Vm>> &fact) const { replace(machine.vms, fact); }
    void operator()(const Observed<VmPlacements> &fact) const { replace(machine.placements, fact); }
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

void nameResources(ClusterSnapshot &snapshot)
{
    for (Machine &machine : snapshot.machines) {
        if (!machine.drbd.value)
            continue;
        const NodeName peer = peerOf(snapshot, machine.name);
        for (DrbdResource &resource : machine.drbd.value->resources) {
            for (const DrbdName &name : machine.drbdNames.value.value_or(DrbdNames())) {
                if (name.minor == resource.minor)
                    resource.name = name.name;
            }
            if (resource.peers.size() == 1 && resource.peers.first().node.isEmpty())
                resource.peers.first().node = peer;
        }
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
