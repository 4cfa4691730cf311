// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventarguments.h"

#include "settingtable.h"

namespace Lab
{

namespace
{

void fenceNode(const Arguments &a, Node &n)
{
    if (a.node(2))
        a.simulation.fencing().byHand(n.id, a.node(2), [](FenceOutcome, const auto &) {});
}

// fence_ack_manual has been answered and waits for the pipe.
void acknowledge(const Arguments &a, Node &n)
{
    if (!a.simulation.fencing().override(n.id, a.at(2)))
        n.fence.typed = a.at(2);
}

} // namespace

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
    table["fence-node"] = onNode("fence-node NODE VICTIM", fenceNode);
    table["fence-ack"] = onNode("fence-ack NODE VICTIM", acknowledge);
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

} // namespace Lab
