// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

#include <optional>
#include <string>

namespace Lab
{

// `set KEY VALUE`: what a test or a trainer may change while everything runs; times in
// milliseconds. A text is the refusal.
std::optional<std::string> changeSetting(World &world, const std::string &key,
                                         const std::string &value);
std::string settingHelp();

} // namespace Lab
