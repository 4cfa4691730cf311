// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace Lab
{

class Simulation;

// One event in words; a text is the refusal.
std::optional<std::string> applyEvent(Simulation &simulation,
                                      const std::vector<std::string> &words);
// Every event with its arguments, a line each.
std::string eventHelp();

} // namespace Lab
