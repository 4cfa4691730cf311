// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace Lab
{

// `binome-lab scenarios`: each name with its title.
int listScenarios();

// `binome-lab run NAME`: a scenario of the catalogue, or a file that ends in ".scenario". Prints
// its log. 0 when it went as its text wants it, 1 when not, 64 when there is no such scenario.
int runVirtually(const std::string &name, std::uint64_t seed);
int runLive(const std::string &name, const std::string &folder);
// `binome-lab facts`: what conditions are compared with.
int printFacts(const std::string &folder);

} // namespace Lab
