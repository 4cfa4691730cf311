// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// Guests started and stopped, and the services of rgmanager that run them. Pure; any thread.
namespace Core
{
// StartGuest, ShutdownGuest, StopGuest, ResetGuest of `vmid`, by qm on its node. What rgmanager
// runs is started and stopped through its service, or rgmanager would undo it.
ActionPlan planGuest(const Verb &verb, const ClusterSnapshot &snapshot);

// EnableService (on `target`, or where its configuration is), DisableService, Relocate (to
// `target`, or the other node), RestartService, FreezeService, ThawService, RecoverService of the
// service of guest `vmid`. Out of `failed` only after every node told that no process of the guest
// is left: two of them would destroy its disk (pain point P22).
ActionPlan planService(const Verb &verb, const ClusterSnapshot &snapshot);
} // namespace Core
