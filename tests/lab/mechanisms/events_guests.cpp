// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventarguments.h"

namespace Lab
{

namespace
{

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

// `qm migrate ID NODE --online` on the node that has it.
Refusal migrateGuest(const Arguments &a)
{
    const Guest *guest = a.simulation.world().guest(a.number(1));
    const int target = a.node(2);
    if (!guest || !target || target == guest->configNode)
        return "needs a guest and another node: " + a.at(1) + " " + a.at(2);
    if (const Refusal refusal = notRunning(a, guest->configNode))
        return refusal;
    return answer(a.simulation.migrations().begin(guest->vmid, target, true),
                  "it is being migrated");
}

} // namespace

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
    table["guest-shutdown"]
        = onGuest("guest-shutdown ID [NODE]", [](Simulation &s, Guest &g, int n) -> Refusal {
              s.guests().shutDown(g.vmid, n);
              return std::nullopt;
          });
    table["guest-reset"]
        = onGuest("guest-reset ID [NODE]", [](Simulation &s, Guest &g, int n) -> Refusal {
              s.guests().restart(g.vmid, n);
              return std::nullopt;
          });
    table["guest-lock"] = {"guest-lock ID [REASON]", [](const Arguments &a) -> Refusal {
                               Guest *guest = a.simulation.changeWorld().guest(a.number(1));
                               if (!guest)
                                   return "no such guest: " + a.at(1);
                               guest->lock = a.at(2);
                               return std::nullopt;
                           }};
    table["guest-migrate"] = {"guest-migrate ID NODE", migrateGuest};
    table["guest-migrate-cancel"] = {"guest-migrate-cancel ID", [](const Arguments &a) -> Refusal {
                                         a.simulation.migrations().cancel(a.number(1));
                                         return std::nullopt;
                                     }};
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

} // namespace Lab
