// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// Guests moved while they run (pain points P28 and P29). Pure; any thread.
namespace Core
{
// `vmid` to `target` (empty: the other node of two): by rgmanager when it runs the guest, else by
// qm. Its log is followed; then the guest is seen on the target and only there.
ActionPlan planMigrate(const Verb &verb, const ClusterSnapshot &snapshot);

// Every guest that runs on `node` to the other one, a step each. Blocked as a whole when one of
// them cannot go.
ActionPlan planEmptyNode(const Verb &verb, const ClusterSnapshot &snapshot);
} // namespace Core
