// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/virtualfence.h"
#include "stageport.h"

#include <cstdint>

namespace Lab
{

// The scenario driver: a healthy cluster on virtual time. The calendar begins on a fixed date, so
// that whatever prints one prints the same each time (in the process's time zone).
class VirtualStage : public StagePort
{
public:
    explicit VirtualStage(std::uint64_t seed);

    Time now() override { return m_simulation.queue().now(); }
    bool pass(Time until, const std::function<bool()> &enough) override;
    std::optional<std::string> apply(const std::vector<std::string> &event) override;
    Answer type(const std::string &machine, const Command &command,
                const std::function<void()> &look) override;
    Facts facts() override { return factsOf(m_simulation.world()); }
    std::vector<std::pair<Time, std::string>> news() override;

    const World &world() const { return m_simulation.world(); }

private:
    Answer toEnd(Answer answer, std::vector<std::string> input, const std::function<void()> &look);

    VirtualFence m_fence;
    Simulation m_simulation;
    std::uint64_t m_seen = 0;
};

} // namespace Lab
