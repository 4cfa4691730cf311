// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualstage.h"

#include "mechanisms/note.h"
#include "render/commands.h"
#include "render/files.h"

#include <algorithm>

namespace Lab
{

namespace
{

constexpr Time pingInterval{10000};
constexpr Time tick{100};
constexpr Time patienceOfATypist{600000};
constexpr std::time_t calendar = 1382434519; // 22 October 2013, the article's own clustat

World seeded(std::uint64_t seed)
{
    World world = healthyWorld("127.99.1");
    world.wallStart = calendar;
    world.chance = Chance(seed);
    // How long ago each end of an idle replication connection was last heard.
    for (Resource &resource : world.resources) {
        for (DrbdSide &side : resource.sides)
            side.connectedSince = Time{0} - world.chance.below(pingInterval);
    }
    return world;
}

bool isUp(const World &world, const std::string &machine)
{
    for (const Node &node : world.nodes) {
        if (node.name == machine)
            return node.running();
    }
    return machine == world.quorum.name && world.quorum.running();
}

Answer printFile(const World &world, const std::string &machine, const std::string &path, Time now)
{
    const Files files = filesOf(world, machine, now);
    const auto it = files.find(path.substr(path.find_first_not_of('/')));
    if (it == files.end())
        return {1, {}, "cat: " + path + ": No such file or directory\n"};
    return {0, it->second, {}};
}

} // namespace

VirtualStage::VirtualStage(std::uint64_t seed) : m_simulation(seeded(seed), m_fence)
{
    m_fence.bind(m_simulation);
}

bool VirtualStage::pass(Time until, const std::function<bool()> &enough)
{
    while (!enough()) {
        if (now() >= until)
            return false;
        const auto next = m_simulation.queue().next();
        m_simulation.runUntil(next ? std::min(*next, until) : until);
    }
    return true;
}

std::optional<std::string> VirtualStage::apply(const std::vector<std::string> &event)
{
    return m_simulation.apply(event);
}

Answer VirtualStage::type(const std::string &machine, const Command &command,
                          const std::function<void()> &look)
{
    if (!isUp(world(), machine))
        return {255, {}, machine + " does not answer\n"};
    if (command.words.size() == 2 && command.words.front() == "cat")
        return printFile(world(), machine, command.words.back(), now());
    return toEnd(runCommand(m_simulation, machine, command.words), command.input, look);
}

// What waits for something is asked ten times a second; a prompt is answered at once.
Answer VirtualStage::toEnd(Answer answer, std::vector<std::string> input,
                           const std::function<void()> &look)
{
    Answer whole;
    const Time limit = now() + patienceOfATypist;
    while (answer.next && now() < limit) {
        whole.out += answer.out;
        whole.err += answer.err;
        std::string line;
        if (!answer.prompt.empty() && !input.empty()) {
            line = input.front();
            input.erase(input.begin());
        } else {
            m_simulation.runUntil(now() + tick);
            look();
        }
        answer = answer.next(line);
    }
    m_simulation.settle();
    whole.exit = answer.exit;
    whole.out += answer.out;
    whole.err += answer.err;
    return whole;
}

std::vector<std::pair<Time, std::string>> VirtualStage::news()
{
    auto fresh = newsOf(world(), m_seen);
    m_seen = world().noted;
    return fresh;
}

} // namespace Lab
