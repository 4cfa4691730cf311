// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace Lab
{

struct Resource;

// A logical volume as one side's disk has it. Its content is a mark, a new one with each write:
// two sides with the same mark hold the same bytes.
struct LogicalVolume {
    std::string name;
    std::uint64_t sizeKiB = 0;
    std::string tag;
    std::uint64_t writtenKiB = 0; // by anybody, since the laboratory began
    std::uint64_t mark = 0;
    std::uint64_t aloneKiB = 0; // written while the other side did not get it

    friend bool operator==(const LogicalVolume &, const LogicalVolume &) = default;
};

// LVM's meta data lie on the replicated device: each side has a copy of its own.
struct VolumeGroup {
    int seqno = 7;
    std::vector<LogicalVolume> volumes;

    LogicalVolume *find(const std::string &name);
    const LogicalVolume *find(const std::string &name) const;
};

// "vm-100-disk-1", the volume of a guest.
std::string volumeOf(int vmid);
// Changes the content: written twice the same way from the same content, it is the same again.
void writeTo(LogicalVolume &volume, std::uint64_t kib, std::uint64_t salt);
// The copy that a node reads: its own, or its peer's while its disk is not good.
const VolumeGroup &groupSeen(const Resource &resource, int node);

} // namespace Lab
