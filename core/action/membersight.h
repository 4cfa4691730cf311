// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/steps.h"

// A node's coming and going, by the word of another one.
namespace Core
{
// As the observer lists it now. NotInCluster: it does not; none: it does not tell.
std::optional<Member> memberOf(const ClusterSnapshot &snapshot, const NodeName &observer,
                               const NodeName &node);

// `before`: as it was listed when the action began.
Sight seesGone(const NodeName &observer, const Member &before);
Sight seesBack(const NodeName &observer, const Member &before);
Sight seesJoined(const NodeName &observer, const NodeName &node);
// The node is in the observer's fence domain, and nobody waits to be fenced; or has left it.
Sight seesInDomain(const NodeName &observer, const NodeName &node, bool in);

// Nothing is sent: it is waited until that is seen.
Step sightStep(Message title, const char *preview, std::chrono::seconds time, Sight sight);
} // namespace Core
