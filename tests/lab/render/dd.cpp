// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

namespace Lab
{

// What a copy of a volume holds: its size in bytes and a line with the mark of its content. The
// program called dd makes the file of it.
Answer dd(const Call &call)
{
    const std::string path = call.first();
    const std::size_t slash = path.find('/', 5);
    for (const Resource &resource : call.world().resources) {
        if (slash == std::string::npos || path.substr(5, slash - 5) != resource.volumeGroup)
            continue;
        const DrbdSide &side = resource.side(call.node);
        const LogicalVolume *volume = side.group.find(path.substr(slash + 1));
        if (volume && side.active.count(volume->name))
            return {0,
                    printed("%llu %s %016llx\n",
                            static_cast<unsigned long long>(volume->sizeKiB) * 1024,
                            volume->name.c_str(), static_cast<unsigned long long>(volume->mark)),
                    {}};
    }
    return {1, {}, "dd: opening `" + path + "': No such file or directory\n"};
}

// Everything lies on the root file system, as PVE's installer makes it: "df -P -k".
Answer df(const Call &call)
{
    constexpr long long size = 99083868;
    const long long free = call.self().rootFull ? 0 : size / 2;
    return {0,
            printed("Filesystem           1024-blocks      Used Available Capacity Mounted on\n"
                    "/dev/mapper/pve-root %11lld %9lld %9lld %7lld%% /\n",
                    size, size - free, free, (size - free) * 100 / size),
            {}};
}

} // namespace Lab
