// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include "mechanisms/nodelog.h"

namespace Lab
{

namespace
{

// Words and order: cman 3.2.0 and rgmanager 3.2.0, init scripts; Proxmox VE leaves cman running
// when a later step fails.
const std::string good = "[  OK  ]\r\n";
const std::string bad = "[FAILED]\r\n";

Answer wait(const Call &call, Time delay, std::function<Answer()> then, std::string said = {})
{
    const Time end = call.now() + delay;
    return goOnWhen([call, end] { return call.now() >= end; }, std::move(then), std::move(said));
}

std::string step(const char *what)
{
    return std::string("   ") + what + "... ";
}

Answer before(const std::string &said, Answer answer)
{
    answer.out = said + answer.out;
    return answer;
}

// Until it is so, the limit at most.
Answer await(const Call &call, std::function<bool()> so, Time limit,
             std::function<Answer(bool)> then, std::string said = {})
{
    const Time end = call.now() + limit;
    return goOnWhen([call, so, end] { return so() || call.now() >= end; },
                    [so, then] { return then(so()); }, std::move(said));
}

Answer joinDomain(const Call &call)
{
    call.simulation.machines().startFenced(call.node);
    call.simulation.settle();
    const std::string said = step("Starting fenced") + good + step("Starting dlm_controld") + good
        + step("Unfencing self") + good + step("Joining fence domain");
    return await(
        call, [call] { return call.self().fence.joined; }, Time{20000},
        [](bool joined) {
            return joined ? Answer{0, good, {}}
                          : Answer{1, "fence_tool: join not complete\n" + bad, {}};
        },
        said);
}

Answer awaitQuorum(const Call &call)
{
    return await(
        call, [call] { return call.self().view.quorate; }, Time{20000},
        [call](bool quorate) {
            return quorate ? before(good, joinDomain(call))
                           : Answer{1, "cman_tool: Timed-out waiting for cluster\n" + bad, {}};
        },
        step("Waiting for quorum"));
}

// At most ten looks at two seconds; it goes on without the votes.
Answer startDisk(const Call &call)
{
    if (!call.self().conf.qdisk)
        return awaitQuorum(call);
    call.simulation.machines().startQdiskd(call.node);
    call.simulation.settle();
    const std::string said = step("Starting qdiskd");
    if (!call.self().qdiskError.empty())
        return {1, said + bad, {}};
    return await(
        call, [call] { return call.self().view.qdiskVote; }, Time{20000},
        [call](bool) { return before(good, awaitQuorum(call)); }, said);
}

Answer startCman(const Call &call)
{
    const std::string said = "Starting cluster: \n" + step("Checking Network Manager") + good
        + step("Global setup") + good + step("Loading kernel modules") + good
        + step("Mounting configfs") + good + step("Starting cman");
    const std::string error = call.simulation.machines().startCman(call.node);
    call.simulation.settle();
    if (!error.empty())
        return {1,
                said + error
                    + "\ncman_tool: corosync daemon didn't start Check cluster logs for details\n"
                    + bad,
                {}};
    return wait(
        call, Time{2000}, [call] { return before(good, startDisk(call)); }, said);
}

Answer leaveCluster(const Call &call, bool removed)
{
    call.simulation.machines().leaveCluster(call.node, removed);
    call.simulation.settle();
    return wait(call, Time{2000}, [] {
        return Answer{0,
                      ".." + good + step("Unloading kernel modules") + good
                          + step("Unmounting configfs") + good,
                      {}};
    });
}

Answer stopCman(const Call &call, bool removed)
{
    std::string said = "Stopping cluster: \n" + step("Leaving fence domain");
    if (!call.self().cman)
        return {0, said + good + step("Stopping cman") + good, {}};
    if (call.self().rgmanager)
        return {1,
                said
                    + "found dlm lockspace /sys/kernel/dlm/rgmanager\n"
                      "fence_tool: cannot leave due to active systems\n"
                    + bad,
                {}};
    call.simulation.machines().stopFenced(call.node);
    call.simulation.settle();
    said += good + step("Stopping dlm_controld") + good + step("Stopping fenced") + good;
    said += call.self().conf.qdisk ? step("Stopping qdiskd") + good : std::string();
    said += step("Stopping cman");
    return wait(
        call, Time{1000},
        [call, removed] {
            return before(good + "   Waiting for corosync to shutdown:",
                          leaveCluster(call, removed));
        },
        said);
}

// `then` only after a success.
Answer followed(Answer answer, const std::function<Answer()> &then)
{
    if (!answer.next)
        return answer.exit == 0 ? before(answer.out, then()) : answer;
    answer.next = [inner = answer.next, then](const std::string &line) {
        return followed(inner(line), then);
    };
    return answer;
}

// The words that a person takes for "read the file again": it leaves with remove, stops, starts.
Answer restartCman(const Call &call)
{
    return followed(stopCman(call, true), [call] { return startCman(call); });
}

Answer cmanStatus(const Call &call)
{
    const Node &self = call.self();
    if (!self.cman)
        return {3, "cman is not running\n", {}};
    if (self.conf.qdisk && !self.qdiskd)
        return {1, "qdiskd is stopped\n", {}};
    if (!self.fenced)
        return {1, "fenced is stopped\n", {}};
    return {0, "cluster is running.\n", {}};
}

Answer cman(const Call &call, const std::string &action)
{
    if (action == "start")
        return startCman(call);
    if (action == "stop")
        return stopCman(call, call.at(2) == "remove");
    if (action == "restart" || action == "reload" || action == "force-reload")
        return restartCman(call);
    if (action == "status")
        return cmanStatus(call);
    return {2,
            "Usage: /etc/init.d/cman "
            "{start|stop|restart|reload|force-reload|condrestart|try-restart|status}\n",
            {}};
}

Answer startGroups(const Call &call)
{
    const std::string said = "Starting Cluster Service Manager: ";
    if (!call.self().cman)
        return {1, said + bad, {}};
    call.simulation.machines().startGroups(call.node);
    call.simulation.settle();
    return {0, said + good, {}};
}

// Its services are stopped first, one after the other.
Answer stopGroups(const Call &call)
{
    const std::string said = "Stopping Cluster Service Manager: ";
    if (!call.self().rgmanager)
        return {0, said + good, {}};
    call.simulation.groups().stop(call.node);
    call.simulation.settle();
    return wait(
        call, Time{2000},
        [] {
            return Answer{0, good, {}};
        },
        said);
}

// The daemon and the parent that watches it.
Answer groupsStatus(const Call &call)
{
    if (!call.self().rgmanager)
        return {1, "rgmanager is stopped\n", {}};
    const int daemon = processId(call.simulation.changeWorld(), call.node, "rgmanager");
    return {0, printed("rgmanager (pid %d %d) is running...\n", daemon, daemon - 1), {}};
}

Answer groups(const Call &call, const std::string &action)
{
    if (action == "start")
        return startGroups(call);
    if (action == "stop")
        return stopGroups(call);
    if (action == "restart")
        return followed(stopGroups(call), [call] { return startGroups(call); });
    if (action == "reload" || action == "force-reload")
        return {3, {}, {}};
    if (action == "status")
        return groupsStatus(call);
    return {1,
            "usage: /etc/init.d/rgmanager "
            "{start|stop|restart|condrestart|try-restart|reload|force-reload|status}\n",
            {}};
}

} // namespace

Answer service(const Call &call)
{
    if (call.first() == "cman")
        return cman(call, call.at(1));
    if (call.first() == "rgmanager")
        return groups(call, call.at(1));
    return {1, {}, call.first() + ": unrecognized service\n"};
}

} // namespace Lab
