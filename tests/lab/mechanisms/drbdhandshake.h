// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drbdstate.h"

namespace Lab
{

// What two sides find out about each other when they meet. All functions are pure, and told from
// the first side's point of view. Source: drbd_receiver.c, 8.3 (protocol 96).

// drbd_uuid_compare(): positive, this side is the source; negative, the target; 1 by the bitmap, 2
// a full one; 0 nothing to do; 100 split brain, policies may solve it; -100 only a person may;
// -1000 no common ancestor.
struct Comparison {
    int outcome = 0;
    int rule = 0;
};
Comparison compareGenerations(const DrbdSide &self, const DrbdSide &peer);

constexpr int splitBrain = -100;
constexpr int unrelatedData = -1000;

// What after-sb-0pri, -1pri or -2pri make of a split brain: 1 or -1, or splitBrain. loserGivesUp:
// the policy wants the losing side's Primary to become Secondary first, or nothing is solved.
struct Recovery {
    int outcome = splitBrain;
    bool loserGivesUp = false;
};
Recovery recovered(const DrbdSide &self, const DrbdSide &peer);

// Why the two may not even compare their data: "incompatible after-sb-0pri settings"; empty when
// they may.
std::string incompatible(const DrbdSide &self, const DrbdSide &peer);

// Never written to since its meta data were created.
constexpr std::uint64_t justCreated = 4;

} // namespace Lab
