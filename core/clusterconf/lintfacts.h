// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clusterconf/lint.h"
#include "core/model/clustersnapshot.h"

namespace Core
{
// What a picture of the cluster tells the checks: the versions that run or are committed (C02), who
// holds guests (C07), the time between the joins of both nodes (C14), the bond that carries the
// cluster's network (C25) and the device of the quorum disk (C26). What is not known is left out.
// The text that runs and the other node's file (C15, C16) are no facts of a picture: ConfFeed has
// them. Pure; any thread.
LintContext lintFacts(const ClusterSnapshot &snapshot);
} // namespace Core
