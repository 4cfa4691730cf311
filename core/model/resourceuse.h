// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"

namespace Core
{
// Who lives on a DRBD resource: volume groups by the physical volumes, guests by their disks.
struct ResourceUse {
    bool groupsKnown = false; // a node that can read the device told its physical volumes
    QStringList groups;
    bool guestsKnown = false; // also the guests' files and every storage they name
    QList<GuestDisk> disks;
    QList<int> guests; // ascending
    QList<EvidenceRef> evidence;
    friend bool operator==(const ResourceUse &, const ResourceUse &) = default;
};
ResourceUse useOf(const ClusterSnapshot &snapshot, const ResourceName &resource, int minor);

// The guests of `use` that run on the machine; none when that is not known.
std::optional<QList<int>> runningOn(const Machine &machine, const ResourceUse &use);
// The logical volumes of `use` as that machine last read them; none when it did not tell.
std::optional<LogicalVolumes> volumesOn(const Machine &machine, const ResourceUse &use);
// The volume group's number of changes there.
std::optional<quint64> seqnoOn(const Machine &machine, const QString &group);
} // namespace Core
