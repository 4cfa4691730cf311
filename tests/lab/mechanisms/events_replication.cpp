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

} // namespace

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

} // namespace Lab
