// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/world.h"

#include <map>
#include <string>

namespace Lab
{

// What stands below a machine's root at this moment: path to content. Folders exist as long as
// they hold something. A machine that is off has only what is on its disk.
using Files = std::map<std::string, std::string>;

// What changes with time alone (uptime, byte counters) is rounded to whole seconds.
Files filesOf(const World &world, const std::string &machine, Time now);

} // namespace Lab
