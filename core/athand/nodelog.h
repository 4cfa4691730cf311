// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/command.h"
#include "core/base/message.h"

// The logs of a machine that a person reads while something goes wrong. Pure.
namespace Core
{
enum class NodeLog : quint8 {
    Cluster, // every *.log of /var/log/cluster, where corosync, fenced, qdiskd and rgmanager write
    System, // syslog, or what stands for it
    Kernel, // kern.log, or the kernel's own memory
};
inline constexpr NodeLog allNodeLogs[] = {NodeLog::Cluster, NodeLog::System, NodeLog::Kernel};

// The last lines of the log, then every new one as it is written, without an end. What follows is
// found by looking: a readable file by `tail -F`, else `journalctl -f`, else `dmesg -w`; where
// dmesg cannot follow (util-linux before 2.22) its lines are printed and that is the end. It needs
// its standard input open: when that ends, or the process is ended, nothing is left running there.
// rootPrefix as in the profile.
Command followCommand(NodeLog log, const QString &rootPrefix);

Message logTitle(NodeLog log, const NodeName &of); // "Cluster log of node1"
} // namespace Core
