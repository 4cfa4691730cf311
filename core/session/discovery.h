// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/config/clusterprofile.h"
#include "core/model/clusterconfig.h"
#include "core/model/machine.h"

#include <QHash>

// What one node knows of the rest of its cluster, to be looked over before anything else is
// reached.
namespace Core
{
// A node's answer, read: cluster.conf, the addresses of /etc/pve/.members, the iSCSI sessions.
struct NodeKnowledge {
    ClusterConfig configuration;
    NodeName self; // `uname -n`, as far as cluster.conf has it
    QHash<NodeName, QString> addresses;
    IscsiSessions iscsiSessions;
};

struct Discovery {
    ClusterProfile profile;
    QList<Message> notes; // what a person should know before saying yes
    friend bool operator==(const Discovery &, const Discovery &) = default;
};

// One command for everything, read-only; `rootPrefix` as in the profile.
Command discoveryCommand(const ProfileMachine &first);
// Reads what that command printed. ParseFailed when cluster.conf cannot be read, Refused when the
// machine has none: it is no member of a cluster of this kind.
Expected<NodeKnowledge> readDiscovery(const CommandOutput &output);

// The profile to propose. The other machines are taken to be reached as the first one is (login,
// key, port, jump host); who has no address keeps its name, which may resolve.
Discovery proposedDiscovery(const ProfileMachine &first, const NodeKnowledge &knowledge);
} // namespace Core
