// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventarguments.h"

#include "clusterconfig.h"
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

// The slip of the article: <clusternode .../> followed by its <fence>.
void breakConf(const Arguments &a, Node &n)
{
    std::string text = localConf(a.simulation.world(), n);
    const auto at = text.find("votes=\"1\">\n      <fence>");
    if (at != std::string::npos)
        text.insert(at + 9, "/");
    a.simulation.pmxcfs().editLocal(n.id, text);
}

// cluster.conf.new: the committed file with these settings, its version one higher unless named.
Refusal proposeConf(const Arguments &a)
{
    const int node = a.node(1);
    if (!node)
        return "no such node: " + a.at(1);
    World next = a.simulation.world();
    next.committed.clear();
    ++next.settings.configVersion;
    for (std::size_t i = 2; i + 1 < a.words.size(); i += 2) {
        if (auto refusal = changeSetting(next, a.at(i), a.at(i + 1)))
            return refusal;
    }
    if (!a.simulation.pmxcfs().writePending(node, clusterConf(next)))
        return "/etc/pve/cluster.conf.new: Permission denied";
    return std::nullopt;
}

// An editor on cluster.conf.new: "conf-replace NODE OLD NEW".
Refusal replaceInConf(const Arguments &a)
{
    const int node = a.node(1);
    const auto &pending = a.simulation.world().pending;
    const auto at = pending && !a.at(2).empty() ? pending->find(a.at(2)) : std::string::npos;
    if (!node || at == std::string::npos)
        return "needs a node and a text of its cluster.conf.new: " + a.at(1) + " " + a.at(2);
    std::string text = *pending;
    text.replace(at, a.at(2).size(), a.at(3));
    if (!a.simulation.pmxcfs().writePending(node, text))
        return "/etc/pve/cluster.conf.new: Permission denied";
    return std::nullopt;
}

Refusal activateConf(const Arguments &a)
{
    const int node = a.node(1);
    if (!node)
        return "no such node: " + a.at(1);
    if (const Refusal refusal = notRunning(a, node))
        return refusal;
    const std::string error = a.simulation.pmxcfs().activate(node);
    return answer(error.empty(), error.c_str());
}

// The words of its program from the third on.
void failHeuristic(const Arguments &a, Node &n)
{
    std::string program = a.at(2);
    for (std::size_t i = 3; i < a.words.size(); ++i)
        program += " " + a.at(i);
    n.failing.insert(program);
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
    table["conf-break"] = onNode("conf-break NODE", breakConf);
    table["conf-restore"]
        = onNode("conf-restore NODE", [](const Arguments &, Node &n) { n.localConf.reset(); });
    table["conf-new"] = {"conf-new NODE [KEY VALUE]...", proposeConf};
    table["conf-replace"] = {"conf-replace NODE OLD NEW", replaceInConf};
    table["conf-activate"] = {"conf-activate NODE", activateConf};
    table["fence-node"] = onNode("fence-node NODE VICTIM", fenceNode);
    table["fence-ack"] = onNode("fence-ack NODE VICTIM", acknowledge);
    table["qdiskd-stop"]
        = onNode("qdiskd-stop NODE", [](const Arguments &, Node &n) { n.qdiskd = false; });
    table["qdiskd-start"] = onNode("qdiskd-start NODE", [](const Arguments &a, Node &n) {
        a.simulation.machines().startQdiskd(n.id);
    });
    table["heuristic-fail"] = onNode("heuristic-fail NODE PROGRAM", failHeuristic);
    table["heuristic-heal"]
        = onNode("heuristic-heal NODE", [](const Arguments &, Node &n) { n.failing.clear(); });
    table["qdisk-labels"]
        = {"qdisk-labels [LABEL]...", [](const Arguments &a) -> Refusal {
               a.simulation.changeWorld().diskLabels = {a.words.begin() + 1, a.words.end()};
               return std::nullopt;
           }};
    table["service-stop-fails"] = {"service-stop-fails ID", [](const Arguments &a) {
                                       Service *service
                                           = a.simulation.changeWorld().service(a.number(1));
                                       if (service)
                                           service->stopFails = true;
                                       return answer(service != nullptr, "no such service");
                                   }};
    table["cman-kill"] = onNode("cman-kill NODE", [](const Arguments &a, Node &n) {
        a.simulation.machines().killCman(n.id);
    });
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
