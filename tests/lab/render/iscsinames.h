// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/world.h"

#include <string>

namespace Lab
{

// The one target of the quorum server, and who logs in to it.
constexpr const char *targetName = "iqn.2013-10.local.quorum:pve_quorum";
std::string initiator(const Node &node);

} // namespace Lab
