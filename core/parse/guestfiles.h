// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/storage.h"
#include "core/model/vm.h"
#include "core/parse/cursor.h"

#include <QByteArrayView>

// What a migration asks of a guest and of the node that it goes to.
namespace Core
{
// One "KEY: VALUE" of a guest's file; what says nothing about moving it, and what PVE could not
// read either, changes nothing. line: of the answer, from 1; 0: none is kept.
void takeSetting(GuestSettings &guest, const KeyValue &pair, int line);
// `qm config ID`, or the file itself (Proxmox VE 3 to 9): its lines up to the first snapshot, whose
// copies do not count.
Expected<GuestSettings> parseGuestSettings(QByteArrayView text);

// /proc/meminfo (kB are KiB; MemAvailable where the kernel tells it, else MemFree, Buffers and
// Cached), and /proc/cpuinfo behind it. ParseFailed without MemFree.
Expected<Capacity> parseCapacity(QByteArrayView text);
} // namespace Core
