// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/sessionreach.h"

#include <algorithm>

namespace Core
{
namespace
{
ProfileMachine machineOf(const ClusterProfile &profile, const NodeName &name)
{
    const auto found
        = std::find_if(profile.machines.cbegin(), profile.machines.cend(),
                       [&](const ProfileMachine &machine) { return machine.name == name; });
    return found == profile.machines.cend() ? ProfileMachine() : *found;
}
} // namespace

MachineKind kindOf(const ProfileMachine &machine)
{
    return machine.kind == ProfileMachineKind::Node ? MachineKind::Node : MachineKind::QuorumServer;
}

SessionReach::SessionReach(const ClusterProfile &profile, Collector &collector)
    : m_profile(profile), m_collector(collector)
{
}

QList<NodeName> SessionReach::machines() const
{
    QList<NodeName> names;
    for (const ProfileMachine &machine : m_profile.machines)
        names << machine.name;
    return names;
}

MachineContext SessionReach::context(const NodeName &of) const
{
    const ProfileMachine machine = machineOf(m_profile, of);
    return {of, kindOf(machine), machine.rootPrefix};
}

bool SessionReach::sudo(const NodeName &of) const
{
    return machineOf(m_profile, of).elevation == Elevation::Sudo;
}
} // namespace Core
