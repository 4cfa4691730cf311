// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/machine.h"

#include <QByteArrayView>

// Readers of what the kernel tells of a machine's interfaces and of its age.
namespace Core
{
// The answer of NetProvider's probe: for each folder of /sys/class/net a line
//     if NAME CARRIER SPEED RXBYTES TXBYTES
// with "-" where the kernel refuses to tell; behind that of a bond
//     bond NAME MODE BRIDGE...
// then the output of `ip -o addr` when there is an `ip`.
Expected<NetInterfaces> parseNet(QByteArrayView text);

// /proc/uptime: seconds with two decimals, then the idle time.
Expected<Uptime> parseUptime(QByteArrayView text);
} // namespace Core
