// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events.h"

#include "eventarguments.h"
#include "settingtable.h"

#include <charconv>

namespace Lab
{

const std::string &Arguments::at(std::size_t index) const
{
    static const std::string none;
    return index < words.size() ? words[index] : none;
}

int Arguments::node(std::size_t index) const
{
    const Node *found = simulation.changeWorld().nodeNamed(at(index));
    return found ? found->id : 0;
}

Resource *Arguments::resource(std::size_t index) const
{
    return simulation.changeWorld().resource(at(index));
}

int Arguments::number(std::size_t index) const
{
    int value = -1;
    const std::string &text = at(index);
    const bool prefixed = text.rfind("pvevm:", 0) == 0;
    const char *begin = text.data() + (prefixed ? 6 : 0);
    std::from_chars(begin, text.data() + text.size(), value);
    return value;
}

Refusal notRunning(const Arguments &a, int node)
{
    if (a.simulation.world().node(node).running())
        return std::nullopt;
    return a.simulation.world().nameOf(node) + " is not running";
}

Refusal answer(bool done, const char *refusal)
{
    if (done)
        return std::nullopt;
    return std::string(refusal);
}

namespace
{

const Table &events()
{
    static const Table table = [] {
        Table all;
        addMachines(all);
        addDaemons(all);
        addGuests(all);
        addFaults(all);
        addReplication(all);
        return all;
    }();
    return table;
}

} // namespace

Refusal applyEvent(Simulation &simulation, const Words &words)
{
    if (words.empty())
        return "no event given";
    const auto it = events().find(words.front());
    if (it == events().end())
        return "no such event: " + words.front();
    return it->second.run({simulation, words});
}

std::string eventHelp()
{
    std::string text;
    for (const auto &[name, event] : events())
        text += std::string("  ") + event.usage + "\n";
    return text + settingHelp();
}

} // namespace Lab
