// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "player.h"

#include <algorithm>
#include <charconv>
#include <sstream>

namespace Lab
{

namespace
{

const std::string margin = "          ";

std::string joined(const std::vector<std::string> &words)
{
    std::string text;
    for (const std::string &word : words)
        text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string tenths(Time time)
{
    return printed("%.1f", static_cast<double>(time.count() / 100) / 10);
}

std::string quoted(const std::string &text, const char *mark)
{
    std::istringstream stream(text);
    std::string all;
    for (std::string one; std::getline(stream, one);)
        all += margin + mark + one + "\n";
    return all;
}

} // namespace

Performance Player::play(const Script &script)
{
    m_origin = m_stage.now();
    m_stage.news();
    m_performance.log = script.title + "\n";
    for (const std::string &rule : script.rules)
        m_performance.log += "rule: " + rule + "\n";
    look();
    for (const Step &step : script.steps)
        take(step);
    finish(script);
    return m_performance;
}

void Player::line(Time when, const std::string &text)
{
    m_performance.log += printed("%8s  ", tenths(when).c_str()) + text + "\n";
}

void Player::fail(const Step &step, const std::string &why)
{
    m_performance.failures.push_back("line " + std::to_string(step.line) + ": " + why);
    line(now(), "NOT AS WANTED, " + m_performance.failures.back());
}

void Player::take(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Event:
    case Step::Kind::Refused:
        takeEvent(step);
        break;
    case Step::Kind::At:
        passUntil(m_origin + step.time);
        break;
    case Step::Kind::Wait:
        passUntil(m_stage.now() + step.time);
        break;
    case Step::Kind::Until:
        takeUntil(step);
        break;
    case Step::Kind::Command:
        takeCommand(step);
        break;
    }
}

void Player::takeEvent(const Step &step)
{
    const std::string event = joined(step.words);
    line(now(), "> " + event);
    m_said = event; // some events note themselves
    const auto refusal = m_stage.apply(step.words);
    if (refusal)
        m_performance.log += margin + "refused: " + *refusal + "\n";
    if (refusal.has_value() != (step.kind == Step::Kind::Refused))
        fail(step, refusal ? "was refused" : "was not refused");
    look();
}

void Player::takeUntil(const Step &step)
{
    const bool met = m_stage.pass(m_stage.now() + step.time + m_stage.patience(), [this, &step] {
        look();
        return holds(m_stage.facts(), step.condition);
    });
    line(now(), (met ? "- " : "- never ") + step.condition);
    if (!met)
        fail(step, "not within " + tenths(step.time) + " s");
}

void Player::takeCommand(const Step &step)
{
    line(now(),
         step.machine + "$ " + joined(step.words)
             + (step.input.empty() ? "" : " <<< " + joined(step.input)));
    const Time began = now();
    const Answer answer = m_stage.type(step.machine, {step.words, step.input}, [this] { look(); });
    look();
    if (now() > began + Time{200})
        line(now(), step.machine + "$ ended");
    m_performance.log += quoted(answer.out, "| ") + quoted(answer.err, "! ");
    if (answer.exit != 0)
        m_performance.log += margin + "exit " + std::to_string(answer.exit) + "\n";
    look();
}

void Player::passUntil(Time until)
{
    m_stage.pass(until, [this] {
        look();
        return false;
    });
}

void Player::look()
{
    for (const auto &[when, text] : m_stage.news()) {
        if (text != m_said)
            line(when - m_origin, text);
    }
    m_said.clear();
    const Time present = now();
    for (const std::string &fact : m_stage.facts()) {
        const std::vector<std::string> words = wordsOf(fact);
        if (words.front() == "ping")
            lookAtPing(words[1], words[2] == "answers", present);
    }
}

void Player::lookAtPing(const std::string &guest, bool answers, Time present)
{
    Ping &ping = m_pings[guest];
    if (answers == ping.answers)
        return;
    ping.answers = answers;
    if (!answers) {
        ping.silentSince = present;
        line(present, "ping " + guest + ": no answer");
        return;
    }
    const Time outage = present - ping.silentSince;
    ping.longest = std::max(ping.longest, outage);
    line(present, "ping " + guest + ": answers again after " + tenths(outage) + " s");
}

// "outage 100 70..120" (seconds, the longest one), "outage 100 none".
bool Player::outageAsWanted(const std::vector<std::string> &words)
{
    if (words.size() != 3)
        return false;
    const Ping &ping = m_pings[words[1]];
    if (words[2] == "none")
        return ping.answers && ping.longest == Time{0};
    long low = 0;
    long high = -1;
    const std::size_t dots = words[2].find("..");
    if (dots == std::string::npos)
        return false;
    std::from_chars(words[2].data(), words[2].data() + dots, low);
    std::from_chars(words[2].data() + dots + 2, words[2].data() + words[2].size(), high);
    if (m_stage.patience() > Time{0})
        return ping.answers;
    return ping.answers && ping.longest >= Time{low * 1000} && ping.longest <= Time{high * 1000};
}

bool Player::holdsAtEnd(const std::string &condition)
{
    const std::vector<std::string> words = wordsOf(condition);
    if (!words.empty() && words.front() == "outage")
        return outageAsWanted(words);
    return holds(m_performance.end, condition);
}

void Player::finish(const Script &script)
{
    if (m_stage.patience() > Time{0})
        m_stage.pass(m_stage.now() + m_stage.patience(), [this, &script] {
            look();
            m_performance.end = m_stage.facts();
            return std::all_of(script.ends.begin(), script.ends.end(),
                               [this](const auto &one) { return holdsAtEnd(one); });
        });
    m_performance.end = m_stage.facts();
    m_performance.lasted = now();
    m_performance.log += printed("%8s  end\n", tenths(now()).c_str());
    for (const std::string &fact : m_performance.end)
        m_performance.log += margin + fact + "\n";
    for (const std::string &condition : script.ends) {
        if (!holdsAtEnd(condition)) {
            m_performance.failures.push_back("end: " + condition);
            m_performance.log += "NOT AS WANTED, end: " + condition + "\n";
        }
    }
}

} // namespace Lab
