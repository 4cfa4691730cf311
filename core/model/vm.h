// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/names.h"

#include <QList>
#include <QMap>

#include <optional>

namespace Core
{
enum class GuestState : quint8 { Unknown, Stopped, Running, Paused, IoError };

// A guest as `qm list` of the machine that holds its configuration shows it. `qm list` says running
// for a paused guest too; only `qm status --verbose` tells them apart.
struct Vm {
    int id = 0;
    VmName name;
    GuestState state = GuestState::Unknown;
    Bytes memory;
    std::optional<Bytes> bootDisk;
    std::optional<int> pid;
    friend bool operator==(const Vm &, const Vm &) = default;
};

// What a node has for guests.
struct Capacity {
    Bytes freeMemory; // what the kernel can give away: free, and its caches
    QString processor; // "model name" of the first one; empty: not told
    friend bool operator==(const Capacity &, const Capacity &) = default;
};

// /etc/pve/.vmlist: which node's folder holds the configuration of which guest (QEMU or OpenVZ).
struct VmPlacement {
    int id = 0;
    NodeName node;
    bool container = false;
    friend bool operator==(const VmPlacement &, const VmPlacement &) = default;
};
using VmPlacements = QList<VmPlacement>;

// Guests of the whole cluster whose configuration in /etc/pve starts them with their node
// ("onboot: 1" of QEMU, "ONBOOT" of OpenVZ).
struct BootGuests {
    QList<int> ids; // ascending
    friend bool operator==(const BootGuests &, const BootGuests &) = default;
};

// Guests whose QEMU process lives on this machine (pid files checked against /proc): the quick
// proof.
struct RunningGuests {
    QList<int> ids; // ascending
    friend bool operator==(const RunningGuests &, const RunningGuests &) = default;
};
} // namespace Core
