// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace Core
{
// The same element in two sequences: its index in each.
struct Match {
    int a = 0;
    int b = 0;
    friend bool operator==(const Match &, const Match &) = default;
};

// What two sequences have in common, in order: the longest, unless both are long and made of the
// same few elements. The library behind it takes time and memory with the product of both lengths,
// so it only ever sees short stretches.
std::vector<Match> commonSequence(const std::vector<int> &a, const std::vector<int> &b);
} // namespace Core
