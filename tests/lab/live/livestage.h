// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/stageport.h"

#include <cstdint>

namespace Lab
{

// A laboratory that runs, as a stage: events and questions go over its control socket, commands
// through its nodes' own shell.
class LiveStage : public StagePort
{
public:
    explicit LiveStage(std::string folder);

    // False when no laboratory answers (any more).
    bool answers() const { return m_answers; }

    Time now() override { return m_now; }
    bool pass(Time until, const std::function<bool()> &enough) override;
    std::optional<std::string> apply(const std::vector<std::string> &event) override;
    Answer type(const std::string &machine, const Command &command,
                const std::function<void()> &look) override;
    Facts facts() override { return m_facts; }
    std::vector<std::pair<Time, std::string>> news() override;
    // The fence agent is a real program, and real seconds are many virtual ones.
    Time patience() const override { return Time{90000}; }

private:
    void look();

    std::string m_folder;
    int m_speed = 1;
    bool m_answers = false;
    Time m_now{0};
    std::uint64_t m_seen = 0;
    Facts m_facts;
    std::vector<std::pair<Time, std::string>> m_news;
};

// What the supervisor answers to "facts SEEN": milliseconds and lines noted so far, then the facts
// ("f "), then what was noted since that many lines ("n MILLISECONDS ").
std::string factReport(const World &world, Time now, std::uint64_t seen);

} // namespace Lab
