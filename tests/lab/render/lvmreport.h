// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands.h"

#include <map>
#include <string>
#include <vector>

namespace Lab
{

// What the LVM commands of 2.02.95 have in common.
using LvmRow = std::map<std::string, std::string>;
using LvmRows = std::vector<LvmRow>;

// The rows as a report: columns by -o, a separator or widths, headings or none. 3 for a field that
// LVM does not know.
Answer lvmReport(const Call &call, const std::string &normal, const LvmRows &rows);
// LVM opens the device; DRBD lets only a Primary do so.
bool lvmReadable(const Resource &resource, int node);
// What cannot be opened, and what is seen twice; on standard error.
std::string lvmWarnings(const Call &call);
// The answer comes when the command has read its devices, which it holds open meanwhile.
Answer whileReading(const Call &call, Answer answer);
std::string physicalVolumeId(const Resource &resource);

} // namespace Lab
