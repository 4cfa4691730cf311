// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventarguments.h"
#include "note.h"

#include <cstdlib>

namespace Lab
{

namespace
{

// What happens to a machine whether or not somebody could type on it.
template <typename Action> Event onHardware(const char *usage, Action action)
{
    return {usage, [action](const Arguments &a) -> Refusal {
                const int node = a.node(1);
                if (!node)
                    return "no such node: " + a.at(1);
                if (const Refusal refusal = action(a, a.simulation.changeWorld().node(node)))
                    return refusal;
                note(a.simulation.changeWorld(), a.simulation.queue().now(),
                     a.at(0) + " " + a.at(1));
                return std::nullopt;
            }};
}

// "-3600" too.
std::optional<long> signedNumber(const std::string &text)
{
    char *end = nullptr;
    const long value = std::strtol(text.c_str(), &end, 10);
    if (text.empty() || *end != '\0')
        return std::nullopt;
    return value;
}

Refusal setClock(const Arguments &a, Node &node)
{
    const auto seconds = signedNumber(a.at(2));
    if (!seconds)
        return "needs seconds: " + a.at(2);
    node.clockSkew = Time{*seconds * 1000};
    return std::nullopt;
}

Refusal setDiskDelay(const Arguments &a, Node &node)
{
    if (a.number(2) < 0)
        return "needs milliseconds: " + a.at(2);
    node.diskDelay = Time{a.number(2)};
    return std::nullopt;
}

Refusal setMemory(const Arguments &a, Node &node)
{
    if (a.number(2) < 0)
        return "needs MiB: " + a.at(2);
    node.memoryMiB = a.number(2);
    return std::nullopt;
}

Event switchEvent(const char *usage, bool cut)
{
    return {usage, [cut](const Arguments &a) -> Refusal {
                World &world = a.simulation.changeWorld();
                for (const char *link : {"lan:node1", "lan:node2", "lan:quorum"}) {
                    if (cut)
                        world.cut.insert(link);
                    else
                        world.cut.erase(link);
                }
                note(world, a.simulation.queue().now(), a.at(0));
                return std::nullopt;
            }};
}

// cluster.conf and whoever has read it keep the password that is written there.
void keepConfiguredPasswords(World &world)
{
    const FenceSetup written = bmcFencing(world);
    if (!world.settings.fencing)
        world.settings.fencing = written;
    for (Node &node : world.nodes) {
        if (!node.conf.fencing)
            node.conf.fencing = written;
    }
}

void addBoards(Table &table)
{
    table["bmc-password"]
        = onHardware("bmc-password NODE PASSWORD", [](const Arguments &a, Node &n) -> Refusal {
              if (a.at(2).empty() || a.at(2).size() > 20)
                  return "needs a password of 1 to 20 letters";
              keepConfiguredPasswords(a.simulation.changeWorld());
              n.bmc.password = a.at(2);
              return std::nullopt;
          });
    table["bmc-refuse"] = onHardware("bmc-refuse NODE", [](const Arguments &, Node &n) -> Refusal {
        n.bmc.level = "user";
        return std::nullopt;
    });
    table["bmc-obey"] = onHardware("bmc-obey NODE", [](const Arguments &, Node &n) -> Refusal {
        n.bmc.level = "operator";
        return std::nullopt;
    });
}

} // namespace

void addFaults(Table &table)
{
    table["switch-loss"] = switchEvent("switch-loss", true);
    table["switch-return"] = switchEvent("switch-return", false);
    table["clock"] = onHardware("clock NODE SECONDS", setClock);
    table["slow-disk"] = onHardware("slow-disk NODE MILLISECONDS", setDiskDelay);
    table["memory"] = onHardware("memory NODE MIB", setMemory);
    table["full-disk"] = onHardware("full-disk NODE", [](const Arguments &, Node &n) -> Refusal {
        n.rootFull = true;
        return std::nullopt;
    });
    table["free-disk"] = onHardware("free-disk NODE", [](const Arguments &, Node &n) -> Refusal {
        n.rootFull = false;
        return std::nullopt;
    });
    addBoards(table);
}

} // namespace Lab
