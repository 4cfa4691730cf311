// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/collect/snapshotstore.h"
#include "core/model/patch.h"
#include "core/model/powerprobe.h"

// An answer of a BMC as it is kept, recorded and played again.
namespace Core
{
// What `asker` (this workstation, or a node) was told of the power of `node`.
ProbeResult powerResult(const Observer &asker, const NodeName &node,
                        const Expected<PowerState> &power);
bool isPower(const ProbeResult &result); // made by powerResult()
Patch powerPatch(const ProbeResult &result);
LastSeen powerSeen(const ProbeResult &result);
} // namespace Core
