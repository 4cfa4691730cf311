// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <cstdlib>

namespace Lab
{

// The kernel's memory, oldest line first. -T turns the seconds since boot into dates of the
// node's clock, as util-linux 2.20 does.
Answer dmesg(const Call &call)
{
    const Node &self = call.self();
    Answer answer;
    for (const std::string &line : self.kernelRing) {
        if (!call.has("-T")) {
            answer.out += line + "\n";
            continue;
        }
        const Time since{std::atoll(line.c_str() + 1) * 1000};
        const std::time_t date = call.world().wallOn(self.id, self.upSince + since);
        answer.out += "[" + ctimeText(date) + line.substr(line.find(']')) + "\n";
    }
    return answer;
}

} // namespace Lab
