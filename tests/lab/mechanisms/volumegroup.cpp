// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "volumegroup.h"

#include "drbdstate.h"

#include <algorithm>

namespace Lab
{

LogicalVolume *VolumeGroup::find(const std::string &name)
{
    const auto it = std::find_if(volumes.begin(), volumes.end(),
                                 [&](const LogicalVolume &v) { return v.name == name; });
    return it == volumes.end() ? nullptr : &*it;
}

const LogicalVolume *VolumeGroup::find(const std::string &name) const
{
    const auto it = std::find_if(volumes.begin(), volumes.end(),
                                 [&](const LogicalVolume &v) { return v.name == name; });
    return it == volumes.end() ? nullptr : &*it;
}

std::string volumeOf(int vmid)
{
    return "vm-" + std::to_string(vmid) + "-disk-1";
}

void writeTo(LogicalVolume &volume, std::uint64_t kib, std::uint64_t salt)
{
    volume.writtenKiB += kib;
    volume.mark = (volume.mark ^ (kib + salt)) * 0x9E3779B97F4A7C15ULL + 1;
}

const VolumeGroup &groupSeen(const Resource &resource, int node)
{
    const DrbdSide &side = resource.side(node);
    const DrbdSide &peer = resource.side(3 - node);
    const bool fromPeer = side.disk < Disk::Outdated && connected(side.connection)
        && connected(peer.connection) && peer.disk == Disk::UpToDate;
    return fromPeer ? peer.group : side.group;
}

} // namespace Lab
