// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventarguments.h"

namespace Lab
{

namespace
{

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

using Verb = Replication::Refusal (Replication::*)(Resource &, int);

Event verb(const char *usage, Verb action)
{
    return onSide(usage,
                  [action](Replication &d, Resource &r, int n) { return (d.*action)(r, n); });
}

// What befalls the hardware asks nobody whether the node runs.
Event onBacking(const char *usage, void (*action)(const Arguments &, Resource &, int))
{
    return {usage, [action](const Arguments &a) -> Refusal {
                Resource *resource = a.resource(2);
                if (!a.node(1) || !resource)
                    return "needs a node and a resource: " + a.at(1) + " " + a.at(2);
                action(a, *resource, a.node(1));
                return std::nullopt;
            }};
}

Refusal splitBrain(const Arguments &a)
{
    Resource *resource = a.resource(1);
    if (!resource || a.number(2) < 0 || a.number(3) < 0)
        return "needs a resource and KiB written on each side";
    for (const Node &node : a.simulation.world().nodes) {
        if (notRunning(a, node.id) || resource->side(node.id).connection <= Connection::StandAlone)
            return "needs both sides up and connecting";
        if (resource->side(node.id).disk != Disk::UpToDate)
            return "needs good data on both sides";
    }
    a.simulation.replication().divergeBy(*resource, static_cast<std::uint64_t>(a.number(2)),
                                         static_cast<std::uint64_t>(a.number(3)));
    return std::nullopt;
}

// As if somebody edited the resource's file, on one node or on both.
Refusal editFile(const Arguments &a)
{
    Resource *resource = a.resource(1);
    if (!resource || (!a.at(4).empty() && !a.node(4)))
        return "needs a resource, an option, its value and perhaps a node";
    for (const Node &node : a.simulation.world().nodes) {
        if (a.node(4) && a.node(4) != node.id)
            continue;
        if (!setDrbdOption(resource->file(node.id), a.at(2), a.at(3)))
            return "no such option or value: " + a.at(2) + " " + a.at(3);
    }
    return std::nullopt;
}

// drbdsetup changes what runs, not the file.
Refusal changeRunning(const Arguments &a)
{
    Resource *resource = a.resource(2);
    if (!a.node(1) || !resource)
        return "needs a node, a resource, an option and its value";
    if (const Refusal refusal = notRunning(a, a.node(1)))
        return refusal;
    if (!setDrbdOption(resource->side(a.node(1)).running, a.at(3), a.at(4)))
        return "no such option or value: " + a.at(3) + " " + a.at(4);
    return std::nullopt;
}

Refusal hiddenDifference(const Arguments &a)
{
    Resource *resource = a.resource(1);
    if (!resource || a.number(2) < 0)
        return "needs a resource and KiB";
    a.simulation.replication().setHiddenDifference(*resource,
                                                   static_cast<std::uint64_t>(a.number(2)));
    return std::nullopt;
}

// As if so much had gone through before: what /proc/drbd prints of it wraps at 2 TiB.
Refusal countFrom(const Arguments &a)
{
    Resource *resource = a.resource(2);
    const auto kib = rateIn(a.at(3));
    if (!a.node(1) || !resource || !kib)
        return "needs a node, a resource and KiB";
    DrbdCounters &counters = resource->side(a.node(1)).counters;
    counters.ns = counters.nr = counters.dw = counters.dr = static_cast<std::uint64_t>(*kib);
    return std::nullopt;
}

Refusal slowDisk(const Arguments &a)
{
    Resource *resource = a.resource(2);
    const auto rate = rateIn(a.at(3));
    if (!a.node(1) || !resource || !rate || *rate == 0)
        return "needs a node, a resource and KiB a second";
    resource->side(a.node(1)).diskKiBps = *rate;
    return std::nullopt;
}

void addRoles(Table &table)
{
    using R = Replication;
    table["drbd-primary"] = verb("drbd-primary NODE RESOURCE", &R::makePrimary);
    table["drbd-force-primary"] = verb("drbd-force-primary NODE RESOURCE", &R::forcePrimary);
    table["drbd-secondary"] = verb("drbd-secondary NODE RESOURCE", &R::makeSecondary);
    table["drbd-disconnect"] = verb("drbd-disconnect NODE RESOURCE", &R::disconnect);
    table["drbd-connect"] = onSide("drbd-connect NODE RESOURCE",
                                   [](R &d, Resource &r, int n) { return d.connect(r, n, false); });
    table["drbd-discard"] = onSide("drbd-discard NODE RESOURCE",
                                   [](R &d, Resource &r, int n) { return d.connect(r, n, true); });
    table["drbd-up"] = verb("drbd-up NODE RESOURCE", &R::takeUp);
    table["drbd-down"] = verb("drbd-down NODE RESOURCE", &R::takeDown);
    table["drbd-adjust"] = verb("drbd-adjust NODE RESOURCE", &R::adjust);
    table["drbd-resume-io"] = verb("drbd-resume-io NODE RESOURCE", &R::resumeIo);
}

void addSync(Table &table)
{
    using R = Replication;
    table["drbd-invalidate"] = verb("drbd-invalidate NODE RESOURCE", &R::invalidate);
    table["drbd-invalidate-remote"]
        = verb("drbd-invalidate-remote NODE RESOURCE", &R::invalidateRemote);
    table["drbd-verify"] = verb("drbd-verify NODE RESOURCE", &R::verify);
    table["drbd-pause"] = onSide("drbd-pause NODE RESOURCE",
                                 [](R &d, Resource &r, int n) { return d.pause(r, n, true); });
    table["drbd-resume"] = onSide("drbd-resume NODE RESOURCE",
                                  [](R &d, Resource &r, int n) { return d.pause(r, n, false); });
    table["drbd-syncer"]
        = onSide("drbd-syncer NODE RESOURCE", [](R &d, Resource &r, int n) -> Refusal {
              d.takeSyncer(r, n);
              return std::nullopt;
          });
}

void addDisks(Table &table)
{
    using R = Replication;
    table["disk-detach"] = verb("disk-detach NODE RESOURCE", &R::detach);
    table["disk-attach"] = verb("disk-attach NODE RESOURCE", &R::attach);
    table["disk-create-md"] = verb("disk-create-md NODE RESOURCE", &R::createMetaData);
    table["disk-outdate"] = verb("disk-outdate NODE RESOURCE", &R::outdate);
    table["disk-fail"]
        = onBacking("disk-fail NODE RESOURCE", [](const Arguments &a, Resource &r, int n) {
              a.simulation.replication().failDisk(r, n);
          });
    table["disk-replace"]
        = onBacking("disk-replace NODE RESOURCE", [](const Arguments &a, Resource &r, int n) {
              a.simulation.replication().replaceDisk(r, n);
          });
    table["disk-slow"] = {"disk-slow NODE RESOURCE KIB-PER-SECOND", slowDisk};
}

void addTools(Table &table)
{
    table["drbd-release"] = onNode("drbd-release NODE 83|84", [](const Arguments &a, Node &node) {
        node.drbd84 = a.number(2) == 84;
    });
    table["drbd-conf-break"] = onNode(
        "drbd-conf-break NODE", [](const Arguments &, Node &node) { node.drbdConfBroken = true; });
    table["drbd-conf-mend"] = onNode(
        "drbd-conf-mend NODE", [](const Arguments &, Node &node) { node.drbdConfBroken = false; });
    table["drbd-counters"] = {"drbd-counters NODE RESOURCE KIB", countFrom};
}

} // namespace

void addReplication(Table &table)
{
    addRoles(table);
    addSync(table);
    addDisks(table);
    addTools(table);
    table["drbd-hidden"] = {"drbd-hidden RESOURCE KIB", hiddenDifference};
    table["drbd-unrelated"]
        = onBacking("drbd-unrelated NODE RESOURCE", [](const Arguments &a, Resource &r, int n) {
              a.simulation.replication().makeUnrelated(r, n);
          });
    table["drbd-option"] = {"drbd-option RESOURCE OPTION VALUE [NODE]", editFile};
    table["drbd-running"] = {"drbd-running NODE RESOURCE OPTION VALUE", changeRunning};
    table["split-brain"] = {"split-brain RESOURCE KIB1 KIB2", splitBrain};
}

} // namespace Lab
