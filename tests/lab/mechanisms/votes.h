// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Lab
{

// Votes a partition needs: the larger half plus one of what is expected and of what is there, in
// integer arithmetic; one when two_node is set and at most two nodes are members.
// Source: cman 3.2.0, commands.c, calculate_quorum.
int quorumOf(int expectedVotes, int totalVotes, bool twoNode = false);

} // namespace Lab
