// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/drbdlog.h"

#include <QByteArrayView>

namespace Core
{
// A first line "now EPOCH OFFSET UPTIME" (`date '+%s %z'`, seconds of /proc/uptime), which gives
// the stamps their year, zone and start, then lines of the kernel log or of dmesg. Lines that are
// not DRBD's, or tell nothing that DrbdLogKind names, are passed over; the four prefixes of DRBD
// are "drbd0: " (8.0), "block drbd0: " (8.3), "drbd RES/VOL drbd0: " (8.4) and that with a peer
// (9), for a whole connection "drbd RES: ". ParseFailed without the first line.
Expected<DrbdLog> parseDrbdLog(QByteArrayView text);

// A line "RESOURCE GENERATIONS" a volume, as `drbdadm get-gi` prints them: four numbers of 64 bits
// in hexadecimal and flags, between colons.
Expected<DrbdGenerations> parseDrbdGenerations(QByteArrayView text);
} // namespace Core
