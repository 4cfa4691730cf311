// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/clustersnapshot.h"
#include "core/model/finding.h"

namespace Core
{
// The BMCs that the node which would have to cut them could not ask, and those whose login was
// refused: the incident before the night it is needed (rule 9). Nothing of a node that does not
// answer now: what it said is old, and no proof either way.
QList<Finding> fencePathFindings(const ClusterSnapshot &snapshot);
} // namespace Core
