// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/world.h"

#include <string>
#include <vector>

namespace Lab
{

// What drbdadm and drbdsetup of 8.3.13 print about a resource, seen from one node.
// Source of the layouts: drbdsetup.c, drbdadm_main.c and drbdtool_common.c, 8.3.

// Nothing is attached and nothing connected, as the tools decide it.
bool unconfigured(const DrbdSide &side);
std::string drbdRole(const DrbdSide &side);
std::string drbdConnection(const DrbdSide &side);
std::string drbdDisks(const DrbdSide &side);

// show-gi and get-gi; nothing for a side without a disk.
std::string drbdGenerations(const DrbdSide &side, bool explained);
// A line of drbdadm status, and the lines of sh-status.
std::string drbdStatusLine(const Resource &resource, int node, Time now);
std::string drbdShellStatus(const Resource &resource, int node, Time now);
// What the kernel was told: drbdsetup MINOR show.
std::string drbdShow(const World &world, const Resource &resource, int node);

// The files below /etc, and how drbdadm dump prints them.
std::string drbdMainFile();
std::string drbdCommonFile();
std::string drbdResourceFile(const World &world, const Resource &resource, int node);
std::string drbdDumpCommon();
std::string drbdDump(const World &world, const Resource &resource, int node);

// The words of the drbdsetup call that drbdadm makes for a verb: "1 secondary".
std::string drbdsetupWords(const World &world, const Resource &resource, int node,
                           const std::string &verb);

} // namespace Lab
