// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livestage.h"

#include "common/process.h"
#include "common/wire.h"
#include "mechanisms/note.h"

#include <algorithm>
#include <chrono>
#include <fstream>
#include <sstream>
#include <thread>

namespace Lab
{

namespace
{

constexpr Time pause{20}; // between two looks, in real time

std::string contentOf(const std::string &path)
{
    std::ifstream file(path);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}

} // namespace

LiveStage::LiveStage(std::string folder) : m_folder(std::move(folder))
{
    if (const auto reply = ask(m_folder, {"speed"}))
        m_speed = std::max(1, std::atoi(reply->out.c_str()));
    look();
}

void LiveStage::look()
{
    const auto reply = ask(m_folder, {"facts", std::to_string(m_seen)});
    m_answers = reply && reply->exit == 0;
    if (!m_answers)
        return;
    std::istringstream lines(reply->out);
    long long now = 0;
    lines >> now >> m_seen;
    m_now = Time{now};
    m_facts.clear();
    for (std::string line; std::getline(lines, line);) {
        if (line.rfind("f ", 0) == 0)
            m_facts.push_back(line.substr(2));
        if (line.rfind("n ", 0) != 0)
            continue;
        const std::size_t blank = line.find(' ', 2);
        m_news.emplace_back(Time{std::stoll(line.substr(2, blank - 2))}, line.substr(blank + 1));
    }
}

bool LiveStage::pass(Time until, const std::function<bool()> &enough)
{
    while (look(), !enough()) {
        if (m_now >= until || !m_answers)
            return false;
        const Time left = (until - m_now) / m_speed + Time{1};
        std::this_thread::sleep_for(std::min(left, pause));
    }
    return true;
}

std::optional<std::string> LiveStage::apply(const std::vector<std::string> &event)
{
    std::vector<std::string> words{"event"};
    words.insert(words.end(), event.begin(), event.end());
    const auto reply = ask(m_folder, words);
    look();
    if (!reply)
        return "no laboratory answers";
    if (reply->exit == 0)
        return std::nullopt;
    return reply->err.substr(0, reply->err.find('\n'));
}

// Nobody looks while it runs: what happens meanwhile carries its own time.
Answer LiveStage::type(const std::string &machine, const Command &command,
                       const std::function<void()> &)
{
    if (!holds(m_facts, machine + " up and not " + machine + " hung"))
        return {255, {}, machine + " does not answer\n"};
    if (command.words.size() == 2 && command.words.front() == "cat")
        return {0, contentOf(m_folder + "/nodes/" + machine + command.words.back()), {}};
    std::string line;
    for (const std::string &answer : command.input)
        line += "echo " + answer + "; ";
    line = line.empty() ? line : "{ " + line + "} | ";
    for (const std::string &word : command.words)
        line += (word.find_first_of(" <>\"") == std::string::npos ? word : "'" + word + "'") + " ";
    const std::string errors = m_folder + "/typed.log";
    const Finished end = runToEnd({{m_folder + "/machines/" + machine + "/bin/lab-shell"},
                                   {},
                                   {{"BINOME_LAB_DIR", m_folder},
                                    {"BINOME_LAB_CHILD", m_folder},
                                    {"BINOME_LAB_NODE", machine},
                                    {"SSH_ORIGINAL_COMMAND", line}},
                                   errors});
    const std::string said = contentOf(errors);
    std::remove(errors.c_str());
    look();
    return {end.exit, end.out, said};
}

std::vector<std::pair<Time, std::string>> LiveStage::news()
{
    std::vector<std::pair<Time, std::string>> fresh;
    fresh.swap(m_news);
    return fresh;
}

std::string factReport(const World &world, Time now, std::uint64_t seen)
{
    std::ostringstream text;
    text << now.count() << ' ' << world.noted << '\n';
    for (const std::string &fact : factsOf(world))
        text << "f " << fact << '\n';
    for (const auto &[when, line] : newsOf(world, std::min(seen, world.noted)))
        text << "n " << when.count() << ' ' << line << '\n';
    return text.str();
}

} // namespace Lab
