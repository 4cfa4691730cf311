// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

namespace Core
{
// The plan of any verb of one DRBD resource (Connect to SetRate) on verb.node. Pure: no I/O, no
// clock, any thread. What is not known blocks, since DRBD's own refusal may come too late. SetRate
// with a rate of 0 returns to the configured one. Another kind of verb gives a blocked plan.
ActionPlan planDrbd(const Verb &verb, const ClusterSnapshot &snapshot);
} // namespace Core
