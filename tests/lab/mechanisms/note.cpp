// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "note.h"

namespace Lab
{

void note(World &world, Time now, const std::string &line)
{
    constexpr std::size_t kept = 500;
    if (world.log.size() >= kept)
        world.log.erase(world.log.begin());
    const std::string tenths = std::to_string(now.count() % 1000 / 100);
    world.log.push_back(std::to_string(now.count() / 1000) + "." + tenths + " " + line);
}

} // namespace Lab
