// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/world.h"

#include <string>
#include <vector>

namespace Lab
{

// What is the case, a line a thing, in words that do not change with time alone; the first word
// names the thing: "node1 up quorate votes 3", "r1 node1 Connected Primary/Primary ...",
// "100 running node1", "pvevm:100 started node1", "ping 100 answers".
using Facts = std::vector<std::string>;
Facts factsOf(const World &world);

// "[not] WORDS [and [not] WORDS]...": a fact begins with the first word and has the others in
// this order.
bool holds(const Facts &facts, const std::string &condition);

} // namespace Lab
