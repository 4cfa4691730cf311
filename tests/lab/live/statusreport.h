// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/simulation.h"
#include "site.h"

#include <string>

namespace Lab
{

// What is really the case, as the laboratory knows it; for people, or one JSON document whose keys
// docs/lab.md names.
std::string statusReport(Simulation &simulation, const Site &site, bool json);

} // namespace Lab
