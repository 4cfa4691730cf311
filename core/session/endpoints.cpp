// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/endpoints.h"

#include <algorithm>

namespace Core
{
namespace
{
SshEndpoint directEndpoint(const ProfileMachine &machine)
{
    SshEndpoint endpoint;
    endpoint.machine = machine.name;
    endpoint.host = machine.address;
    endpoint.port = machine.port;
    endpoint.user = machine.user;
    endpoint.identityFile = machine.identityFile;
    endpoint.knownHostsFile = machine.knownHostsFile;
    endpoint.legacyAlgorithms = machine.legacyAlgorithms;
    return endpoint;
}

// "root@[fe80::1]:2222", "gate:2222", "gate"
SshEndpoint writtenEndpoint(const QString &text, const ProfileMachine &behind)
{
    ProfileMachine host = behind;
    const QString address = text.section(u'@', -1);
    if (text.contains(u'@'))
        host.user = text.section(u'@', 0, -2);
    const qsizetype bracket = address.indexOf(u']');
    const qsizetype colon = address.lastIndexOf(u':');
    const bool bareIpv6 = bracket < 0 && address.count(u':') > 1;
    const bool hasPort = colon > bracket && !bareIpv6;
    host.port = hasPort ? address.mid(colon + 1).toInt() : 22;
    host.address = hasPort ? address.left(colon) : address;
    host.address.remove(u'[').remove(u']');
    host.name = NodeName(host.address);
    return directEndpoint(host);
}

SshEndpoint chained(const ProfileMachine &machine, const ClusterProfile &profile, int depth)
{
    SshEndpoint endpoint = directEndpoint(machine);
    if (machine.jumpHost.isEmpty() || depth >= profile.machines.size())
        return endpoint;
    const auto named = std::find_if(
        profile.machines.cbegin(), profile.machines.cend(),
        [&](const ProfileMachine &other) { return other.name.text() == machine.jumpHost; });
    const SshEndpoint jump = named == profile.machines.cend()
        ? writtenEndpoint(machine.jumpHost, machine)
        : chained(*named, profile, depth + 1);
    endpoint.jump = std::make_shared<const SshEndpoint>(jump);
    return endpoint;
}
} // namespace

SshEndpoint endpointOf(const ProfileMachine &machine, const ClusterProfile &profile)
{
    return chained(machine, profile, 0);
}
} // namespace Core
