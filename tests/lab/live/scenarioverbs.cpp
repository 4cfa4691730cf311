// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenarioverbs.h"

#include "livestage.h"
#include "scenario/catalog.h"
#include "scenario/player.h"
#include "scenario/virtualstage.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <time.h>

namespace Lab
{

namespace
{

constexpr int unknownScenario = 64;

int fail(const std::string &why, int exit)
{
    std::fprintf(stderr, "binome-lab: %s\n", why.c_str());
    return exit;
}

std::optional<std::string> textOf(const std::string &name)
{
    if (const ScenarioText *known = scenarioNamed(name))
        return known->text;
    if (!name.ends_with(".scenario"))
        return std::nullopt;
    std::ifstream file(name);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return file ? std::optional(bytes.str()) : std::nullopt;
}

// The script, or why there is none.
std::optional<std::string> find(const std::string &name, Script &script)
{
    const auto text = textOf(name);
    if (!text)
        return "no such scenario: " + name;
    return parseScript(*text, script);
}

int show(const Performance &performance)
{
    std::fputs(performance.log.c_str(), stdout);
    for (const std::string &failure : performance.failures)
        fail("not as wanted: " + failure, 0);
    return performance.failures.empty() ? 0 : 1;
}

} // namespace

int listScenarios()
{
    for (const ScenarioText &one : scenarioTexts()) {
        Script script;
        parseScript(one.text, script);
        std::printf("%-32s %s%s\n", one.name, script.title.c_str(), script.live ? " (live)" : "");
    }
    return 0;
}

int runVirtually(const std::string &name, std::uint64_t seed)
{
    ::setenv("TZ", "UTC", 1); // the same log everywhere
    ::tzset();
    Script script;
    if (const auto wrong = find(name, script))
        return fail(*wrong, unknownScenario);
    VirtualStage stage(seed);
    return show(Player(stage).play(script));
}

int runLive(const std::string &name, const std::string &folder)
{
    Script script;
    if (const auto wrong = find(name, script))
        return fail(*wrong, unknownScenario);
    LiveStage stage(folder);
    if (!stage.answers())
        return fail("no laboratory runs in " + folder, 1);
    const int exit = show(Player(stage).play(script));
    return stage.answers() ? exit : fail("the laboratory ended meanwhile", 1);
}

int printFacts(const std::string &folder)
{
    LiveStage stage(folder);
    if (!stage.answers())
        return fail("no laboratory runs in " + folder, 1);
    for (const std::string &fact : stage.facts())
        std::printf("%s\n", fact.c_str());
    return 0;
}

} // namespace Lab
