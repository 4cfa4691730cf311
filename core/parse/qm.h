// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/model/vm.h"

#include <QByteArrayView>

#include <chrono>

// Readers of `qm` and of what pmxcfs tells of guests (qemu-server of Proxmox VE 3 to 9).
namespace Core
{
// `qm list`; an empty text is an empty list, for qm prints no header then.
Expected<QList<Vm>> parseQmList(QByteArrayView text);

// `qm status ID --verbose`. qm list says "running" of a guest that stands still; this tells.
struct QmStatus {
    GuestState state = GuestState::Unknown;
    QString word; // of QEMU itself (qmpstatus) where told, else of qm
    QString name; // empty: not told
    std::optional<bool> highlyAvailable;
    std::optional<int> pid;
    std::optional<std::chrono::seconds> uptime;
    friend bool operator==(const QmStatus &, const QmStatus &) = default;
};
Expected<QmStatus> parseQmStatus(QByteArrayView text);

// /etc/pve/.vmlist, JSON made by pmxcfs; by ascending id.
Expected<VmPlacements> parseVmlist(QByteArrayView text);

// The answer of QmProvider's probe: lines "FILE:LINE" as grep prints them of the guests' files, of
// the "onboot" setting and of the headings of snapshots, whose copies of the setting do not count.
Expected<BootGuests> parseBootGuests(QByteArrayView text);

// Ids of guests, one a line, in any order; ascending and each once in the result.
Expected<RunningGuests> parseRunningGuests(QByteArrayView text);
} // namespace Core
