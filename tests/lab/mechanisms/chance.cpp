// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "chance.h"

namespace Lab
{

std::uint64_t Chance::next()
{
    m_state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t mixed = m_state;
    mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBULL;
    return mixed ^ (mixed >> 31);
}

Time Chance::below(Time span)
{
    return span <= Time{0}
        ? Time{0}
        : Time{static_cast<Time::rep>(next() % static_cast<std::uint64_t>(span.count()))};
}

} // namespace Lab
