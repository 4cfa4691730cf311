// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

namespace Lab
{

// The laboratory's own log of what happened, for `status` and for whoever debugs a scenario; the
// last 500 lines are kept.
void note(World &world, Time now, const std::string &line);
// What was noted since that many lines (World::noted), as far as it is kept: when, to a tenth of a
// second, and what.
std::vector<std::pair<Time, std::string>> newsOf(const World &world, std::uint64_t seen);

} // namespace Lab
