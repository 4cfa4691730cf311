// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "votes.h"

#include <algorithm>

namespace Lab
{

int quorumOf(int expectedVotes, int totalVotes, bool twoNode)
{
    if (twoNode)
        return 1;
    return std::max((expectedVotes + 2) / 2, (totalVotes + 2) / 2);
}

} // namespace Lab
