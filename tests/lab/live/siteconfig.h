// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "site.h"

#include <map>
#include <string>

namespace Lab
{

// Texts of the configuration files that the real servers read.
std::string sshdConfig(const std::string &folder, const MachineSite &machine);
std::string ipmiConfig(const BmcSite &bmc, const std::string &password, const std::string &level);
std::string ipmiCommands();
std::string chassisScript(const std::string &folder, int node);
std::string profileJson(const std::string &folder,
                        const std::map<std::string, MachineSite> &machines);

} // namespace Lab
