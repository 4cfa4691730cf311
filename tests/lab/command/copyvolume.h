// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell.h"

#include <string>
#include <vector>

namespace Lab
{

// dd. Of a simulated volume it makes a file of the volume's size that holds its mark, and holes;
// anything else is the real program's. Returns the exit status.
int copyVolume(const Place &place, const std::vector<std::string> &words);

} // namespace Lab
