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
