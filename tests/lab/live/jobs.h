// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/wire.h"
#include "render/text.h"

#include <chrono>
#include <map>
#include <string>

namespace Lab
{

// Commands that have not ended: the process that was called asks again and again until its
// command has. One that is not asked for any more has been killed, and its job goes with it.
class Jobs
{
public:
    Reply begin(const Answer &answer);
    // The next part; 126 for a job that is not there.
    Reply goOn(const std::string &job, const std::string &line);

private:
    using Clock = std::chrono::steady_clock;
    struct Job {
        Answer answer;
        Clock::time_point asked;
    };
    Reply part(const std::string &name, const Answer &answer);
    void forgetTheDead();

    std::map<std::string, Job> m_jobs;
    int m_serial = 0;
};

} // namespace Lab
