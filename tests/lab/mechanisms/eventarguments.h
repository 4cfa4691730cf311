// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

// How events read their words; only the events_*.cpp files include it.
namespace Lab
{

using Words = std::vector<std::string>;
using Refusal = std::optional<std::string>;

// What an event works on, read from its words; a missing or wrong word is a refusal.
struct Arguments {
    Simulation &simulation;
    const Words &words;

    // Nothing beyond the last word.
    const std::string &at(std::size_t index) const;
    // The node's id; 0 when no node is called so.
    int node(std::size_t index) const;
    Resource *resource(std::size_t index) const;
    // -1 when it is none; "pvevm:100" is 100.
    int number(std::size_t index) const;
};

struct Event {
    const char *usage;
    std::function<Refusal(const Arguments &)> run;
};

using Table = std::map<std::string, Event>;

// A family of events a file.
void addMachines(Table &table);
void addDaemons(Table &table);
void addGuests(Table &table);
void addFaults(Table &table);
void addReplication(Table &table);

Refusal notRunning(const Arguments &a, int node);
Refusal answer(bool done, const char *refusal);

// What somebody types on the node: nobody does so on one that is off or hangs.
template <typename Action> Event onNode(const char *usage, Action action)
{
    return {usage, [action](const Arguments &a) -> Refusal {
                const int node = a.node(1);
                if (!node)
                    return "no such node: " + a.at(1);
                if (const Refusal refusal = notRunning(a, node))
                    return refusal;
                action(a, a.simulation.changeWorld().node(node));
                return std::nullopt;
            }};
}

} // namespace Lab
