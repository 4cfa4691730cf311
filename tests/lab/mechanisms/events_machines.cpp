// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventarguments.h"

#include "note.h"

namespace Lab
{

namespace
{

template <typename Action> Event onBoard(const char *usage, Action action)
{
    return {usage, [action](const Arguments &a) -> Refusal {
                const int node = a.node(1);
                if (!node)
                    return "no such node: " + a.at(1);
                action(a, a.simulation.changeWorld().node(node));
                return std::nullopt;
            }};
}

template <typename Action>
Event onMachine(const char *usage, Action node, void (*quorum)(Simulation &))
{
    return {usage, [node, quorum](const Arguments &a) -> Refusal {
                if (a.at(1) == "quorum")
                    quorum(a.simulation);
                else if (const int id = a.node(1))
                    node(a, id);
                else
                    return "no such machine: " + a.at(1);
                return std::nullopt;
            }};
}

// A person at the BMC: only power, no fence.
Event onPower(const char *usage, bool on)
{
    return {usage, [on](const Arguments &a) -> Refusal {
                const int node = a.node(1);
                if (!node)
                    return "no such node: " + a.at(1);
                if (!a.simulation.world().node(node).bmc.powered)
                    return "the BMC of " + a.at(1) + " does not answer";
                a.simulation.setPower(node, on);
                return std::nullopt;
            }};
}

Refusal withLink(const Arguments &a, bool cut)
{
    if (!isLink(a.at(1)))
        return "no such link: " + a.at(1);
    World &world = a.simulation.changeWorld();
    if (cut)
        world.cut.insert(a.at(1));
    else
        world.cut.erase(a.at(1));
    note(world, a.simulation.queue().now(), (cut ? "cut " : "heal ") + a.at(1));
    return std::nullopt;
}

Refusal delayLink(const Arguments &a)
{
    if (!isLink(a.at(1)) || a.number(2) < 0)
        return "needs a link and milliseconds: " + a.at(1) + " " + a.at(2);
    a.simulation.changeWorld().linkDelay[a.at(1)] = Time{a.number(2)};
    return std::nullopt;
}

} // namespace

void addMachines(Table &table)
{
    table["kill"] = onMachine(
        "kill MACHINE", [](const Arguments &a, int n) { a.simulation.machines().reset(n); },
        [](Simulation &s) { s.machines().resetQuorum(); });
    table["power-cut"] = onMachine(
        "power-cut MACHINE [--with-bmc]",
        [](const Arguments &a, int n) {
            a.simulation.machines().cutMains(n, a.at(2) == "--with-bmc");
        },
        [](Simulation &s) { s.machines().cutQuorumMains(); });
    table["boot"] = onMachine(
        "boot MACHINE", [](const Arguments &a, int n) { a.simulation.machines().restoreMains(n); },
        [](Simulation &s) { s.machines().bootQuorum(); });
    table["hang"] = onMachine(
        "hang MACHINE",
        [](const Arguments &a, int n) {
            a.simulation.changeWorld().node(n).hung
                = a.simulation.world().node(n).stage == Stage::Up;
        },
        [](Simulation &s) { s.changeWorld().quorum.hung = true; });
    table["unhang"] = onMachine(
        "unhang MACHINE",
        [](const Arguments &a, int n) { a.simulation.changeWorld().node(n).hung = false; },
        [](Simulation &s) { s.changeWorld().quorum.hung = false; });
    table["hang-sshd"] = onMachine(
        "hang-sshd MACHINE",
        [](const Arguments &a, int n) { a.simulation.changeWorld().node(n).sshdHung = true; },
        [](Simulation &s) { s.changeWorld().quorum.sshdHung = true; });
    table["unhang-sshd"] = onMachine(
        "unhang-sshd MACHINE",
        [](const Arguments &a, int n) { a.simulation.changeWorld().node(n).sshdHung = false; },
        [](Simulation &s) { s.changeWorld().quorum.sshdHung = false; });
    table["shutdown"] = onNode("shutdown NODE", [](const Arguments &a, Node &n) {
        a.simulation.machines().shutDown(n.id);
    });
    table["skip-wait"] = onNode("skip-wait NODE", [](const Arguments &a, Node &n) {
        a.simulation.machines().skipWait(n.id);
    });
    table["bmc-cut"]
        = onBoard("bmc-cut NODE", [](const Arguments &, Node &n) { n.bmc.powered = false; });
    table["bmc-heal"]
        = onBoard("bmc-heal NODE", [](const Arguments &, Node &n) { n.bmc.powered = true; });
    table["power-off"] = onPower("power-off NODE", false);
    table["power-on"] = onPower("power-on NODE", true);
    table["cut"] = {"cut LINK", [](const Arguments &a) { return withLink(a, true); }};
    table["heal"] = {"heal LINK", [](const Arguments &a) { return withLink(a, false); }};
    table["delay"] = {"delay LINK MILLISECONDS", delayLink};
}

} // namespace Lab
