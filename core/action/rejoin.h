// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

namespace Core
{
// After a node is back in the cluster: every resource that both nodes have is connected again, and
// the copies are the same or a resync runs. A resync is followed for two minutes: a long one must
// not keep other actions out. An error as soon as a side stands alone.
Step copiesStep(const NodeName &back, const NodeName &stayed);
} // namespace Core
