// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "eventqueue.h"

#include <cstdint>

namespace Lab
{

// Everything that depends on when a daemon happened to wake up takes its number here, so that one
// seed gives one story. The generator is SplitMix64 (G. Steele et al., OOPSLA 2014).
class Chance
{
public:
    explicit Chance(std::uint64_t seed = 1) : m_state(seed) { }

    std::uint64_t next();
    // From nothing to just below the span.
    Time below(Time span);

private:
    std::uint64_t m_state;
};

} // namespace Lab
