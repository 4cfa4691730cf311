// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "facts.h"
#include "mechanisms/eventqueue.h"
#include "render/text.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace Lab
{

struct Command {
    std::vector<std::string> words;
    std::vector<std::string> input; // lines
};

// Where a scenario is played: on virtual time in this process, or on a laboratory that runs.
class StagePort
{
public:
    virtual ~StagePort() = default;

    virtual Time now() = 0;
    // Lets time pass until then, or until `enough`, which is asked whenever something may have
    // changed and at the end. True when it was enough.
    virtual bool pass(Time until, const std::function<bool()> &enough) = 0;
    // The refusal.
    virtual std::optional<std::string> apply(const std::vector<std::string> &event) = 0;
    // A command on a machine's console, until it has ended (ten minutes at most); each of its
    // prompts gets a line of the input. `look` is called while time passes.
    virtual Answer type(const std::string &machine, const Command &command,
                        const std::function<void()> &look)
        = 0;
    virtual Facts facts() = 0;
    // What the mechanisms noted since the last call: when, and what.
    virtual std::vector<std::pair<Time, std::string>> news() = 0;
    // How much longer than written things may take here. With any, outages are not judged.
    virtual Time patience() const { return Time{0}; }
};

} // namespace Lab
