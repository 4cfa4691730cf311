// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mechanisms/eventqueue.h"

#include <optional>
#include <string>
#include <vector>

namespace Lab
{

// One thing to do. Times are those of the scenario, which begins at zero.
struct Step {
    enum class Kind { Event, Refused, At, Wait, Until, Command };
    Kind kind = Kind::Wait;
    std::vector<std::string> words; // the event, or the command
    std::string machine; // where the command is typed
    std::vector<std::string> input; // what is answered to its prompts
    std::string condition;
    Time time{0}; // when, how long, or how long at most
    int line = 0;
};

// A scenario as text; docs/lab.md describes the format.
struct Script {
    std::string title;
    std::vector<std::string> rules;
    bool live = false; // runs on the live driver, too
    bool endDiffers = false; // another seed may end otherwise
    std::vector<Step> steps;
    std::vector<std::string> ends; // conditions that hold at the end, whatever the seed
};

// A text is what is wrong, with its line.
std::optional<std::string> parseScript(const std::string &text, Script &script);
std::vector<std::string> wordsOf(const std::string &line);

} // namespace Lab
