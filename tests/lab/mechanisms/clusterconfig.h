// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"
#include "xmlread.h"

#include <optional>
#include <string>

namespace Lab
{

// cluster.conf as the article leaves it, its slips corrected, with these settings.
std::string clusterConf(const World &world);
// The file in /etc/pve, and the one of a node in /etc/cluster.
std::string committedConf(const World &world);
std::string localConf(const World &world, const Node &node);

// What cluster.conf says, with the daemons' own defaults for what it does not say; what it cannot
// say (times of the laboratory) stays as it is in `before`. Nothing when it is no XML with a
// <cluster> in it.
std::optional<Settings> readClusterConf(const std::string &text, const Settings &before);
// config_version as pmxcfs reads it: digits only; 0 for anything else.
unsigned long configVersionOf(const std::string &text);

// What xmllint says with cluster.rng: nothing when the file validates.
struct Verdict {
    int exit = 0; // xmllint's
    std::string text; // lines, without "Configuration fails to validate"
};
Verdict validateConf(const std::string &text, const std::string &file);
// Why cman does not start on that node with this file; empty when it does.
// Source: cman 3.2.0, cman-preconfig.c and cmanconfig.c.
std::string cmanRefuses(const std::string &text, const std::string &nodeName);

} // namespace Lab
