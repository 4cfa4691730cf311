// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/dumptext.h"
#include "core/model/link.h"
#include "core/model/machine.h"

// The rows of one value each, for textdump.cpp alone.
namespace Core
{
void dump(DumpText::Rows &rows, int depth, const QuorumState &state);
void dump(DumpText::Rows &rows, int depth, const Members &members);
void dump(DumpText::Rows &rows, int depth, const HaStatus &status);
void dump(DumpText::Rows &rows, int depth, const FenceDomain &domain);
void dump(DumpText::Rows &rows, int depth, const ConfigFile &file);
void dump(DumpText::Rows &rows, int depth, const ClusterConfig &config);
void dump(DumpText::Rows &rows, int depth, const DrbdStatus &status);
void dump(DumpText::Rows &rows, int depth, const DrbdNames &names);
void dump(DumpText::Rows &rows, int depth, const DrbdConfig &config);
void dump(DumpText::Rows &rows, int depth, const DrbdGenerations &generations);
void dump(DumpText::Rows &rows, int depth, const DrbdLog &log);
void dump(DumpText::Rows &rows, int depth, const QList<Vm> &guests);
void dump(DumpText::Rows &rows, int depth, const VmPlacements &placements);
void dump(DumpText::Rows &rows, int depth, const BootGuests &guests);
void dump(DumpText::Rows &rows, int depth, const RunningGuests &guests);
void dump(DumpText::Rows &rows, int depth, const NetInterfaces &interfaces);
void dump(DumpText::Rows &rows, int depth, const Uptime &uptime);
void dump(DumpText::Rows &rows, int depth, const VolumeGroups &groups);
void dump(DumpText::Rows &rows, int depth, const PhysicalVolumes &volumes);
void dump(DumpText::Rows &rows, int depth, const LogicalVolumes &volumes);
void dump(DumpText::Rows &rows, int depth, const GuestStorage &storage);
void dump(DumpText::Rows &rows, int depth, const Capacity &capacity);
void dump(DumpText::Rows &rows, int depth, const IscsiSessions &sessions);
void dump(DumpText::Rows &rows, int depth, const IscsiTargets &targets);
void dump(DumpText::Rows &rows, int depth, const BmcState &state);
void dump(DumpText::Rows &rows, int depth, const LinkEnd &end);
} // namespace Core
