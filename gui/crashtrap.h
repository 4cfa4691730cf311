// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace Gui
{
// From now on a death of the program by a fault, an abort or an exception that nobody caught writes
// `heading`, its cause and the program's log (already without secrets) into `file`, which is made
// only then; after that the program ends as it would have. What the system itself kills without
// warning leaves nothing. Once, main thread.
void trapCrashes(const std::filesystem::path &file, std::string heading);
} // namespace Gui
