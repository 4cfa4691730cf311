// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/guestplan.h"
#include "core/model/storage.h"

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
// Locks, devices, processors and memory as the picture has them: in the way, or a warning, or room
// enough; and a note of what the picture does not tell. The step below asks again.
void checkRoom(ActionPlan &plan, const QList<Move> &moves, const ClusterSnapshot &snapshot);
bool usesHostProcessor(const GuestSettings &guest);
// One line of what told the fact; all of it when that line is not known.
template <typename T> EvidenceRef lineOf(const Observed<T> &fact, int line)
{
    return {fact.evidence.machine, fact.evidence.probe, line, line};
}
// qm.conf(5): of a guest whose file does not say.
inline constexpr Bytes defaultMemory{512LL << 20};
// Nothing is changed by it: the guests' files and the target are read, and it fails when a file is
// locked, a guest holds on to its node's devices or processor, or the target has too little memory.
Step roomStep(const QList<Move> &moves);
Step moveStep(const Move &move);
} // namespace Core
