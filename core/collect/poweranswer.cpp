// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/poweranswer.h"

namespace Core
{
using namespace std::chrono_literals;

namespace
{
constexpr auto fromHere = 60s; // periods of BmcWatch and FencePathWatch
constexpr auto throughNode = 300s;

constexpr std::pair<PowerState, const char *> words[] = {
    {PowerState::Off, "off"},
    {PowerState::On, "on"},
    {PowerState::Cycling, "cycling"},
};

QByteArray wordOf(PowerState power)
{
    for (const auto &[state, word] : words) {
        if (state == power)
            return word;
    }
    return "unknown";
}

PowerState stateOf(const QByteArray &text)
{
    for (const auto &[state, word] : words) {
        if (text == word)
            return state;
    }
    return PowerState::Unknown;
}
} // namespace

ProbeResult powerResult(const Observer &asker, const NodeName &node,
                        const Expected<PowerState> &power)
{
    const NodeName *through = std::get_if<NodeName>(&asker);
    ProbeResult result;
    result.machine = through ? *through : node;
    result.probe = through ? powerProbe(node) : powerProbe();
    if (power)
        result.output = wordOf(*power);
    else
        result.error = power.error();
    return result;
}

bool isPower(const ProbeResult &result)
{
    return result.probe == powerProbe() || powerProbeOf(result.probe);
}

Patch powerPatch(const ProbeResult &result)
{
    BmcFact fact;
    fact.state.evidence = {result.machine, result.probe, 0, 0};
    if (result.error)
        fact.state.error = result.error;
    else
        fact.state.value = BmcState{stateOf(result.output)};
    if (const std::optional<NodeName> other = powerProbeOf(result.probe))
        return {*other, Observer(result.machine), {fact}};
    return {result.machine, Observer(Workstation()), {fact}};
}

LastSeen powerSeen(const ProbeResult &result)
{
    const bool far = powerProbeOf(result.probe).has_value();
    return {result.at, result.duration, far ? throughNode : fromHere, result.error.has_value()};
}
} // namespace Core
