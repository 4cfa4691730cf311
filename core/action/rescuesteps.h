// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/rescueplan.h"

// For the planner of rescues alone. The steps keep what they need.
namespace Core
{
struct RescueTarget {
    RescueWish wish;
    QList<NodeName> reached; // nodes that answer, the wish's own first
    QList<NodeName> off; // the others
    QByteArray openedSha256; // of /etc/pve/cluster.conf on the wish's node
    quint32 version = 0;
};
std::vector<Step> peersOffSteps(const RescueTarget &target);
std::vector<Step> localModeSteps(const RescueTarget &target);
} // namespace Core
