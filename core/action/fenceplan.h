// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

// A node taken out by the cluster itself, and a machine's power switched through its BMC.
namespace Core
{
// What the victim does after a fence, by the action of its first method's devices.
enum class AfterFence : quint8 { NotKnown, Reboots, StaysOff };
AfterFence afterFence(const NodeName &node, const ClusterSnapshot &snapshot);

// `fence_node` on the node that stays; then the victim is seen to leave, and to come back or to
// stay off. Pure; any thread.
ActionPlan planFence(const Verb &verb, const ClusterSnapshot &snapshot);

// PowerOn, PowerOff, PowerCycle, PowerReset, PowerSoft, Identify: by this workstation's own session
// with the BMC, or by ipmitool on the other node. Off and cycle are only for a machine that is no
// member of the cluster (rule 6: a member powered off by hand is fenced, and turned on again);
// reset is for one that hangs. States are read twice; a reset is verified by the boot that follows,
// and a lamp by nobody: its outcome is "not confirmed".
ActionPlan planPower(const Verb &verb, const ClusterSnapshot &snapshot);
} // namespace Core
