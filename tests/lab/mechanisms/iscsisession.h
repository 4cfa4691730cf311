// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

namespace Lab
{

// What the initiator's kernel makes of its session. A silent path is noticed by the fifth second's
// ping, which is given five more; the session is then in recovery, and given up after the
// replacement timeout. Times of open-iscsi's defaults.
enum class SessionPhase { None, LoggedIn, Recovery, GivenUp };
constexpr Time noopNotices{10000};
constexpr Time replacementTimeout{120000};

SessionPhase sessionPhase(const Node &node, Time now);
// The portal could be reached, whether somebody is logged in or not.
bool iscsiReachable(const World &world, int node);
// Notes since when each path is cut, and logs in again at a node's start.
void reviewSessions(World &world, Time now);

} // namespace Lab
