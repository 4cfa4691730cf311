// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "script.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <sstream>

namespace Lab
{

namespace
{

std::string joined(const std::vector<std::string> &words, std::size_t from, std::size_t to)
{
    std::string text;
    for (std::size_t i = from; i < to; ++i)
        text += (text.empty() ? "" : " ") + words[i];
    return text;
}

bool seconds(const std::string &word, Time &time)
{
    double value = -1;
    const auto end = word.data() + word.size();
    const auto result = std::from_chars(word.data(), end, value);
    time = Time{static_cast<Time::rep>(value * 1000 + 0.5)};
    return result.ec == std::errc() && result.ptr == end && value >= 0;
}

std::string after(const std::string &line, const std::string &key)
{
    const auto begin = line.find_first_not_of(' ', key.size());
    return begin == std::string::npos ? std::string() : line.substr(begin);
}

// "until CONDITION limit SECONDS"
bool readUntil(const std::vector<std::string> &words, Step &step)
{
    const std::size_t count = words.size();
    if (count < 4 || words[count - 2] != "limit")
        return false;
    step.kind = Step::Kind::Until;
    step.condition = joined(words, 1, count - 2);
    return seconds(words[count - 1], step.time);
}

// "MACHINE$ COMMAND [<<< ANSWER...]"
bool readCommand(const std::vector<std::string> &words, Step &step)
{
    step.kind = Step::Kind::Command;
    step.machine = words.front().substr(0, words.front().size() - 1);
    const auto answer = std::find(words.begin(), words.end(), "<<<");
    step.words = {words.begin() + 1, answer};
    if (answer != words.end())
        step.input = {answer + 1, words.end()};
    return !step.words.empty();
}

// What stands on a line, or after "at N" and "after N" on it.
bool readStep(std::vector<std::string> words, Script &script, int line)
{
    Step step;
    step.line = line;
    if ((words.front() == "at" || words.front() == "after") && words.size() > 2) {
        step.kind = words.front() == "at" ? Step::Kind::At : Step::Kind::Wait;
        if (!seconds(words[1], step.time))
            return false;
        script.steps.push_back(step);
        words.erase(words.begin(), words.begin() + 2);
        step = {};
        step.line = line;
    }
    bool good = true;
    if (words.front() == "wait")
        good = words.size() == 2 && seconds(words[1], step.time);
    else if (words.front() == "until")
        good = readUntil(words, step);
    else if (words.front().back() == '$')
        good = readCommand(words, step);
    else if (words.front() == "refused") {
        step.kind = Step::Kind::Refused;
        step.words = {words.begin() + 1, words.end()};
    } else {
        step.kind = Step::Kind::Event;
        step.words = words;
    }
    script.steps.push_back(step);
    return good;
}

// As wordsOf, but 'what stands so' is one word.
std::vector<std::string> quotedWordsOf(const std::string &line)
{
    std::vector<std::string> words;
    bool quoted = false;
    bool open = false;
    for (const char c : line) {
        const bool blank = c == ' ' && !quoted;
        if (c == '\'') {
            quoted = !quoted;
            if (!open)
                words.emplace_back();
            open = true;
        } else if (blank) {
            open = false;
        } else {
            if (!open)
                words.emplace_back();
            open = true;
            words.back() += c;
        }
    }
    return words;
}

bool readLine(const std::string &line, Script &script, int number)
{
    const std::vector<std::string> words = wordsOf(line);
    if (words.empty() || line.front() == '#')
        return true;
    if (words.front() == "title:")
        script.title = after(line, "title:");
    else if (words.front() == "rule:")
        script.rules.push_back(after(line, "rule:"));
    else if (line == "live")
        script.live = true;
    else if (line == "end-differs")
        script.endDiffers = true;
    else if (words.front() == "end")
        script.ends.push_back(joined(words, 1, words.size()));
    else
        return readStep(quotedWordsOf(line), script, number);
    return true;
}

} // namespace

std::vector<std::string> wordsOf(const std::string &line)
{
    std::istringstream stream(line);
    return {std::istream_iterator<std::string>(stream), {}};
}

std::optional<std::string> parseScript(const std::string &text, Script &script)
{
    std::istringstream stream(text);
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
        if (!readLine(line, script, ++number))
            return "line " + std::to_string(number) + ": " + line;
    }
    if (script.title.empty() || script.rules.empty())
        return std::string("a scenario has a title and a rule");
    if (script.ends.empty())
        return std::string("a scenario says how it ends");
    return std::nullopt;
}

} // namespace Lab
