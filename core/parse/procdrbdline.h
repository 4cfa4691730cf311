// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/cursor.h"
#include "core/parse/procdrbd.h"

// The single lines of /proc/drbd, for procdrbd.cpp alone. The cursor stands behind what told the
// kind of line.
namespace Core::ProcDrbdLine
{
using Failed = std::optional<tl::unexpected<Error>>; // none: understood

Failed readDevice(Cursor &cursor, ProcDrbdDevice &device); // behind "0: cs:"
bool startsCounters(const Cursor &cursor);
// A line of counters, or a part of one: mail programs break it. `complete`: it ends as the line of
// some release does.
Failed readCounters(Cursor &cursor, DrbdCounters &counters, bool &complete);
Failed readProgress(Cursor &cursor, std::optional<SyncProgress> &progress); // at "["
Failed readFinishLine(Cursor &cursor, SyncProgress &progress); // behind "finish:"
// Nothing but blanks follows.
Failed expectEnd(Cursor &cursor);
} // namespace Core::ProcDrbdLine
