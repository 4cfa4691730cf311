// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/guestplan.h"

// One guest on its way, for the planners of migrations alone.
namespace Core
{
struct Move {
    int vmid = 0;
    QString name; // as people see it
    NodeName source;
    NodeName target;
    bool byRgmanager = false;
};

// What stands in the way, into the plan.
void checkMove(ActionPlan &plan, const Move &move, const GuestView &guest,
               const ClusterSnapshot &snapshot);
// Nothing is changed by it: the guests' files and the target are read, and it fails when a file is
// locked, a guest holds on to its node's devices or processor, or the target has too little memory.
Step roomStep(const QList<Move> &moves);
Step moveStep(const Move &move);
} // namespace Core
