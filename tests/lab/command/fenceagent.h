// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell.h"

#include <string>
#include <vector>

namespace Lab
{

// fence_ipmilan with its arguments on standard input: 0 done, 1 failed, 2 for status "off". The
// password travels in ipmitool's environment, never in an argument list.
int fenceAgent(const Place &place);
// The real ipmitool, its address followed over this machine's own wires.
int routedIpmitool(const Place &place, std::vector<std::string> words);

} // namespace Lab
