// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/clustersnapshot.h"

// The serial console of a node, which its BMC carries over the network (serial over LAN, chapter 15
// of the IPMI 2.0 specification), by ipmitool in a terminal on another node: a host does not reach
// its own BMC, and UDP port 623 does not pass SSH.
namespace Core
{
// Of the BMCs that fence a node, by cluster.conf, those whose agent speaks IPMI and which have an
// address.
QList<FenceDevice> ipmiBmcs(const NodeName &node, const ClusterSnapshot &snapshot);

// The node to ask a BMC of another from: the first of the others that answers us. Unreachable: none
// does; Refused: there is no other node.
Expected<NodeName> serialAsker(const NodeName &node, const ClusterSnapshot &snapshot);

// What the terminal shows beside the console itself, in the person's language.
struct SerialHints {
    QString before; // how to leave
    QString failed; // before the command that frees a console which somebody else holds
    QString wait; // the terminal stays until Enter
};

// The line for that node's shell, whatever shell it is; it needs a terminal. ipmitool asks there
// for the password of the BMC's user: it is on no command line. Always IPMI 2.0, as the older
// protocol carries no console; port, user and privilege as cluster.conf has them. Refused: the
// address or the user could be read as something else.
Expected<QString> serialConsoleLine(const FenceDevice &bmc, const SerialHints &hints);
} // namespace Core
