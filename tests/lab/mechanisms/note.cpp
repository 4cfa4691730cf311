// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "note.h"

#include <algorithm>

namespace Lab
{

void note(World &world, Time now, const std::string &line)
{
    constexpr std::size_t kept = 500;
    if (world.log.size() >= kept)
        world.log.erase(world.log.begin());
    const std::string tenths = std::to_string(now.count() % 1000 / 100);
    ++world.noted;
    world.log.push_back(std::to_string(now.count() / 1000) + "." + tenths + " " + line);
}

std::vector<std::pair<Time, std::string>> newsOf(const World &world, std::uint64_t seen)
{
    const std::uint64_t fresh = std::min<std::uint64_t>(world.noted - seen, world.log.size());
    std::vector<std::pair<Time, std::string>> news;
    for (std::size_t i = world.log.size() - fresh; i < world.log.size(); ++i) {
        const std::string &line = world.log[i];
        const std::size_t dot = line.find('.');
        const long long tenths = std::stoll(line.substr(0, dot)) * 10 + (line[dot + 1] - '0');
        news.emplace_back(Time{tenths * 100}, line.substr(dot + 3));
    }
    return news;
}

} // namespace Lab
