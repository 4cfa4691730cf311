// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

namespace Lab
{

// A line in the logs of a node, as rsyslog and the cluster's log threads write it:
// "Nov 24 12:26:41 node1 fenced[1234]: TEXT" in /var/log/syslog, and by the program also in
//   kernel                               /var/log/kern.log and dmesg, "kernel: [  526.249739] TEXT"
//   corosync fenced qdiskd rgmanager     /var/log/cluster/NAME.log, "Nov 24 12:26:41 fenced TEXT"
// Stamps are the wall clock of that node. A file is moved to NAME.1 at 64 KiB. Nothing is written
// on a node that is off or whose root is full; on one that hangs only the kernel's memory grows.
// Source of the layouts: rsyslog's traditional file format, liblogthread of cluster 3.
// TEXT carries the subsystem where the program prints one: "[TOTEM ] ...", "[pvevm] ...".
void logLine(World &world, int node, Time now, const std::string &program, const std::string &text);
// The kernel starts: its memory is empty, processes get new numbers, the files stay.
void logBoot(World &world, int node, Time now);
// The number under which that program logs on that node; a new one after processEnded.
int processId(World &world, int node, const std::string &program);
void processEnded(World &world, int node, const std::string &program);

} // namespace Lab
