// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "events.h"

#include "note.h"
#include "settingtable.h"
#include "simulation.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>

namespace Lab
{

namespace
{

using Words = std::vector<std::string>;
using Refusal = std::optional<std::string>;

// What an event works on, read from its words; a missing or wrong word is a refusal.
struct Arguments {
    Simulation &simulation;
    const Words &words;

    const std::string &at(std::size_t index) const
    {
        static const std::string none;
        return index < words.size() ? words[index] : none;
    }
    int node(std::size_t index) const
    {
        const Node *found = simulation.changeWorld().nodeNamed(at(index));
        return found ? found->id : 0;
    }
    Resource *resource(std::size_t index) const
    {
        return simulation.changeWorld().resource(at(index));
    }
    int number(std::size_t index) const
    {
        int value = -1;
        const std::string &text = at(index);
        const bool prefixed = text.rfind("pvevm:", 0) == 0;
        const char *begin = text.data() + (prefixed ? 6 : 0);
        std::from_chars(begin, text.data() + text.size(), value);
        return value;
    }
};

struct Event {
    const char *usage;
    std::function<Refusal(const Arguments &)> run;
};

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

Refusal notRunning(const Arguments &a, int node)
{
    if (a.simulation.world().node(node).running())
        return std::nullopt;
    return a.simulation.world().nameOf(node) + " is not running";
}

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

template <typename Action> Event onSide(const char *usage, Action action)
{
    return {usage, [action](const Arguments &a) -> Refusal {
                const int node = a.node(1);
                Resource *resource = a.resource(2);
                if (!node || !resource)
                    return "needs a node and a resource: " + a.at(1) + " " + a.at(2);
                if (const Refusal refusal = notRunning(a, node))
                    return refusal;
                return action(a.simulation.replication(), *resource, node);
            }};
}

template <typename Action> Event onGuest(const char *usage, Action action)
{
    return {usage, [action](const Arguments &a) -> Refusal {
                Guest *guest = a.simulation.changeWorld().guest(a.number(1));
                if (!guest)
                    return "no such guest: " + a.at(1);
                const int named = a.node(2);
                const int node
                    = named ? named : (hostOf(*guest) ? hostOf(*guest) : guest->configNode);
                if (const Refusal refusal = notRunning(a, node))
                    return refusal;
                return action(a.simulation, *guest, node);
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

Refusal answer(bool done, const char *refusal)
{
    if (done)
        return std::nullopt;
    return std::string(refusal);
}

using Table = std::map<std::string, Event>;

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
    table["cut"] = {"cut LINK", [](const Arguments &a) { return withLink(a, true); }};
    table["heal"] = {"heal LINK", [](const Arguments &a) { return withLink(a, false); }};
    table["delay"] = {"delay LINK MILLISECONDS", delayLink};
}

void addDaemons(Table &table)
{
    table["cman-stop"] = onNode("cman-stop NODE", [](const Arguments &a, Node &n) {
        a.simulation.machines().stopCluster(n.id);
    });
    table["cman-start"] = onNode("cman-start NODE", [](const Arguments &a, Node &n) {
        a.simulation.machines().startCluster(n.id);
    });
    table["rgmanager-stop"] = onNode("rgmanager-stop NODE", [](const Arguments &a, Node &n) {
        a.simulation.groups().stop(n.id);
    });
    table["rgmanager-start"] = onNode("rgmanager-start NODE", [](const Arguments &a, Node &n) {
        a.simulation.groups().start(n.id);
    });
    table["fence-leave"] = onNode("fence-leave NODE", [](const Arguments &a, Node &n) {
        a.simulation.fencing().leave(n.id);
    });
    table["fence-join"] = onNode(
        "fence-join NODE", [](const Arguments &a, Node &n) { a.simulation.fencing().join(n.id); });
    table["qdiskd-stop"]
        = onNode("qdiskd-stop NODE", [](const Arguments &, Node &n) { n.qdiskd = false; });
    table["qdiskd-start"]
        = onNode("qdiskd-start NODE", [](const Arguments &, Node &n) { n.qdiskd = n.cman; });
    table["qdisk-loss"] = {"qdisk-loss", [](const Arguments &a) -> Refusal {
                               a.simulation.changeWorld().quorum.tgtd = false;
                               return std::nullopt;
                           }};
    table["qdisk-return"] = {"qdisk-return", [](const Arguments &a) -> Refusal {
                                 a.simulation.changeWorld().quorum.tgtd = true;
                                 return std::nullopt;
                             }};
    table["set"] = {"set KEY VALUE", [](const Arguments &a) {
                        return changeSetting(a.simulation.changeWorld(), a.at(1), a.at(2));
                    }};
}

void addGuests(Table &table)
{
    table["guest-start"] = onGuest("guest-start ID [NODE]", [](Simulation &s, Guest &g, int n) {
        return answer(s.guests().start(g.vmid, n), "its storage cannot be opened there");
    });
    table["guest-stop"]
        = onGuest("guest-stop ID [NODE]", [](Simulation &s, Guest &g, int n) -> Refusal {
              s.guests().stop(g.vmid, n);
              return std::nullopt;
          });
    table["guest-pause"]
        = onGuest("guest-pause ID [NODE]", [](Simulation &s, Guest &g, int n) -> Refusal {
              s.guests().set(g.vmid, n, GuestState::Paused);
              return std::nullopt;
          });
    table["guest-resume"]
        = onGuest("guest-resume ID [NODE]", [](Simulation &s, Guest &g, int n) -> Refusal {
              s.guests().set(g.vmid, n, GuestState::Running);
              return std::nullopt;
          });
    table["guest-io-error"]
        = onGuest("guest-io-error ID [NODE]", [](Simulation &s, Guest &g, int n) -> Refusal {
              s.guests().set(g.vmid, n, GuestState::IoError);
              return std::nullopt;
          });
    table["service-disable"]
        = {"service-disable ID", [](const Arguments &a) {
               return answer(a.simulation.groups().disable(a.number(1)), "no such service");
           }};
    table["service-enable"]
        = {"service-enable ID [NODE]", [](const Arguments &a) {
               return answer(a.simulation.groups().enable(a.number(1), a.node(2)),
                             "cannot be enabled there");
           }};
    table["service-freeze"]
        = {"service-freeze ID", [](const Arguments &a) {
               return answer(a.simulation.groups().freeze(a.number(1), true), "no such service");
           }};
    table["service-unfreeze"]
        = {"service-unfreeze ID", [](const Arguments &a) {
               return answer(a.simulation.groups().freeze(a.number(1), false), "no such service");
           }};
    table["service-migrate"]
        = {"service-migrate ID NODE", [](const Arguments &a) {
               return answer(a.node(2) && a.simulation.groups().migrate(a.number(1), a.node(2)),
                             "cannot be migrated there");
           }};
}

void addReplication(Table &table)
{
    using Port = Replication;
    table["disk-detach"]
        = onSide("disk-detach NODE RESOURCE", [](Port &d, Resource &r, int n) -> Refusal {
              d.detach(r, n);
              return std::nullopt;
          });
    table["disk-attach"]
        = onSide("disk-attach NODE RESOURCE", [](Port &d, Resource &r, int n) -> Refusal {
              d.attach(r, n);
              return std::nullopt;
          });
    table["drbd-disconnect"]
        = onSide("drbd-disconnect NODE RESOURCE", [](Port &d, Resource &r, int n) -> Refusal {
              d.disconnect(r, n);
              return std::nullopt;
          });
    table["drbd-connect"] = onSide("drbd-connect NODE RESOURCE", [](Port &d, Resource &r, int n) {
        return d.connect(r, n, false);
    });
    table["drbd-discard"] = onSide("drbd-discard NODE RESOURCE", [](Port &d, Resource &r, int n) {
        return d.connect(r, n, true);
    });
    table["drbd-primary"] = onSide("drbd-primary NODE RESOURCE",
                                   [](Port &d, Resource &r, int n) { return d.makePrimary(r, n); });
    table["drbd-force-primary"]
        = onSide("drbd-force-primary NODE RESOURCE",
                 [](Port &d, Resource &r, int n) { return d.forcePrimary(r, n); });
    table["drbd-secondary"]
        = onSide("drbd-secondary NODE RESOURCE",
                 [](Port &d, Resource &r, int n) { return d.makeSecondary(r, n); });
    table["drbd-invalidate"]
        = onSide("drbd-invalidate NODE RESOURCE",
                 [](Port &d, Resource &r, int n) { return d.invalidate(r, n); });
    table["drbd-verify"] = onSide("drbd-verify NODE RESOURCE",
                                  [](Port &d, Resource &r, int n) { return d.verify(r, n); });
    table["drbd-pause"]
        = onSide("drbd-pause NODE RESOURCE", [](Port &d, Resource &r, int n) -> Refusal {
              d.pause(r, n, true);
              return std::nullopt;
          });
    table["drbd-resume"]
        = onSide("drbd-resume NODE RESOURCE", [](Port &d, Resource &r, int n) -> Refusal {
              d.pause(r, n, false);
              return std::nullopt;
          });
    table["drbd-hidden"] = {"drbd-hidden RESOURCE KIB", [](const Arguments &a) -> Refusal {
                                Resource *resource = a.resource(1);
                                if (!resource || a.number(2) < 0)
                                    return "needs a resource and KiB";
                                a.simulation.replication().setHiddenDifference(
                                    *resource, static_cast<std::uint64_t>(a.number(2)));
                                return std::nullopt;
                            }};
}

const Table &events()
{
    static const Table table = [] {
        Table all;
        addMachines(all);
        addDaemons(all);
        addGuests(all);
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
