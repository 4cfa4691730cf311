// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs.h"

namespace Lab
{

namespace
{

constexpr auto patience = std::chrono::seconds(10); // it asks twenty times a second

} // namespace

Reply Jobs::begin(const Answer &answer)
{
    forgetTheDead();
    return part(std::to_string(++m_serial), answer);
}

Reply Jobs::goOn(const std::string &job, const std::string &line)
{
    const auto it = m_jobs.find(job);
    if (it == m_jobs.end())
        return {126, {}, {}};
    const Answer answer = it->second.answer.next(line);
    m_jobs.erase(job);
    return part(job, answer);
}

Reply Jobs::part(const std::string &name, const Answer &answer)
{
    Reply reply{answer.exit, answer.out, answer.err};
    if (!answer.next)
        return reply;
    reply.job = name;
    reply.prompt = answer.prompt;
    m_jobs[name] = {answer, Clock::now()};
    return reply;
}

// A prompt may stand for as long as its terminal does.
void Jobs::forgetTheDead()
{
    const auto limit = Clock::now() - patience;
    for (auto it = m_jobs.begin(); it != m_jobs.end();) {
        const bool dead = it->second.asked < limit && it->second.answer.prompt.empty();
        it = dead ? m_jobs.erase(it) : std::next(it);
    }
}

} // namespace Lab
