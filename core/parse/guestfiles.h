// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/base/names.h"

#include <QByteArrayView>
#include <QStringList>

#include <optional>

// What a migration asks of a guest and of the node that it goes to.
namespace Core
{
// What a guest's file says about moving it (qm.conf(5)).
struct GuestSettings {
    std::optional<Bytes> memory; // configured; none: not in the file
    QString cpu; // "host", "qemu64,flags=..."; empty: kvm64, which every processor can be
    QString lock; // "backup", "migrate", "snapshot"; empty: not locked
    QStringList devices; // of its node: "hostpci0", "usb1", "serial0", "parallel0"
    friend bool operator==(const GuestSettings &, const GuestSettings &) = default;
};
// `qm config ID`, or the file itself (Proxmox VE 3 to 9): its lines up to the first snapshot, whose
// copies do not count.
Expected<GuestSettings> parseGuestSettings(QByteArrayView text);

// What a node has for guests.
struct Capacity {
    Bytes freeMemory; // what the kernel can give away: free, and its caches
    QString processor; // "model name" of the first one; empty: not told
    friend bool operator==(const Capacity &, const Capacity &) = default;
};
// /proc/meminfo (kB are KiB; MemAvailable where the kernel tells it, else MemFree, Buffers and
// Cached), and /proc/cpuinfo behind it. ParseFailed without MemFree.
Expected<Capacity> parseCapacity(QByteArrayView text);
} // namespace Core
