// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <algorithm>
#include <memory>

namespace Lab
{

namespace
{

Answer died(const std::string &why)
{
    return {1, {}, "fence_node: " + why + "\n"};
}

int verbosity(const Call &call)
{
    int level = 0;
    for (const std::string &word : call.arguments)
        level += word == "-vv" ? 2 : (word == "-v" ? 1 : 0);
    return level;
}

std::string report(const std::string &victim, const std::vector<FenceResult> &results, int level)
{
    std::string text;
    for (const FenceResult &one : results) {
        if (level > 0)
            text += printed("fence %s dev %d.%d agent %s result: %s\n", victim.c_str(), one.method,
                            one.device, one.agent.c_str(), one.text.c_str());
        std::string arguments = one.input;
        std::replace(arguments.begin(), arguments.end(), '\n', ' ');
        if (level > 1)
            text += "agent args: " + arguments + "\n";
    }
    return text;
}

Answer ended(const std::string &victim, FenceOutcome outcome,
             const std::vector<FenceResult> &results, int level)
{
    const char *word = outcome == FenceOutcome::Success ? "success"
        : outcome == FenceOutcome::Undefined            ? "undefined"
                                                        : "failed";
    const int exit
        = outcome == FenceOutcome::Success ? 0 : (outcome == FenceOutcome::Undefined ? 2 : 1);
    return {exit, {}, report(victim, results, level) + "fence " + victim + " " + word + "\n"};
}

// The agents' answer is awaited; it is set by whoever drives them.
Answer awaited(const std::shared_ptr<std::optional<Answer>> &answer)
{
    return goOnWhen([answer] { return answer->has_value(); }, [answer] { return **answer; });
}

Answer fence(const Call &call, const std::string &name, int victim)
{
    const auto answer = std::make_shared<std::optional<Answer>>();
    call.simulation.fencing().byHand(
        call.node, victim,
        [answer, name, level = verbosity(call)](FenceOutcome outcome, const auto &results) {
            *answer = ended(name, outcome, results, level);
        });
    return *answer ? **answer : awaited(answer);
}

Answer powerStatus(const Call &call, const std::string &name, int victim)
{
    const auto answer = std::make_shared<std::optional<Answer>>();
    call.simulation.fencing().powerStatus(call.node, victim, [answer, name](int exit) {
        if (exit == -1)
            *answer = {2, {}, "status " + name + " undefined\n"};
        else if (exit == 0 || exit == 2)
            *answer = {0, {}, "status " + name + " success " + (exit == 0 ? "on" : "off") + "\n"};
        else
            *answer = {1, {}, "status " + name + " failed " + std::to_string(exit) + "\n"};
    });
    return *answer ? **answer : awaited(answer);
}

} // namespace

// Everything goes to standard error. Source: fence/fence_node/fence_node.c.
Answer fenceNode(const Call &call)
{
    std::string name;
    for (const std::string &word : call.arguments) {
        if (word[0] == '-')
            continue;
        if (!name.empty())
            return died("unknown option " + word);
        name = word;
    }
    if (name.empty() && !call.has("-U"))
        return died("no node name specified");
    if (!call.self().cman)
        return died("cannot connect to cman");
    if (call.has("-U")) // no <unfence> section is written here
        return {2, {}, "unfence " + (name.empty() ? call.self().name : name) + " undefined\n"};
    const bool onlyStatus = call.has("-S");
    const Node *victim = call.simulation.changeWorld().nodeNamed(name);
    if (!victim)
        return {2, {}, (onlyStatus ? "status " : "fence ") + name + " undefined\n"};
    return onlyStatus ? powerStatus(call, name, victim->id) : fence(call, name, victim->id);
}

} // namespace Lab
