// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "script.h"
#include "stageport.h"

#include <map>
#include <string>
#include <vector>

namespace Lab
{

// How a scenario went: its log, what was not as the text wants it, and the facts at the end.
struct Performance {
    std::string log;
    std::vector<std::string> failures;
    Facts end;
    Time lasted{0};
};

// Plays one script on one stage.
class Player
{
public:
    explicit Player(StagePort &stage) : m_stage(stage) { }
    Performance play(const Script &script);

private:
    struct Ping {
        bool answers = true;
        Time silentSince{0};
        Time longest{0};
    };

    void take(const Step &step);
    void takeEvent(const Step &step);
    void takeUntil(const Step &step);
    void takeCommand(const Step &step);
    void passUntil(Time until);
    void look(); // logs what has happened meanwhile
    void lookAtPing(const std::string &guest, bool answers, Time now);
    void finish(const Script &script);
    bool holdsAtEnd(const std::string &condition);
    bool outageAsWanted(const std::vector<std::string> &words);
    Time now() { return m_stage.now() - m_origin; }
    void line(Time when, const std::string &text);
    void fail(const Step &step, const std::string &why);

    StagePort &m_stage;
    Time m_origin{0};
    Performance m_performance;
    std::string m_said;
    std::map<std::string, Ping> m_pings;
};

} // namespace Lab
