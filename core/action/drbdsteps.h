// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/drbdpair.h"
#include "core/action/steps.h"

// Steps that several of DRBD's plans are made of. Each is verified on pictures asked for after its
// command.
namespace Core
{
// Until both sides are Connected, UpToDate and without a difference; tells how far it is. An error
// as soon as a side drops the connection.
Step syncStep(Message title, const ResourceName &resource, const NodeName &a, const NodeName &b);

Sight sees(const NodeName &node, const ResourceName &resource, const Message &wanted,
           const std::function<bool(const DrbdResource &)> &is);
Sight seesRole(const NodeName &node, const ResourceName &resource, Role role);
Sight seesStandAlone(const NodeName &node, const ResourceName &resource);
Sight seesConnecting(const NodeName &node, const ResourceName &resource); // anything but StandAlone
Sight seesTogether(const NodeName &a, const NodeName &b, const ResourceName &resource);

DrbdConnection connectionOf(const DrbdResource &side);
// The resync or verification as the side that tells the most sees it.
StepProgress progressOf(const SyncProgress &sync);
} // namespace Core
