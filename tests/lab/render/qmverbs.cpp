// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "qmverbs.h"

#include <map>

namespace Lab
{

namespace
{

constexpr Time startTakes{2000};
constexpr Time stopTakes{1000};
constexpr Time shutdownLimit{60000};

Answer died(const std::string &why)
{
    return {255, {}, why + "\n"};
}

Answer after(Simulation &simulation, Time delay, const Answer &last)
{
    const Time end = simulation.queue().now() + delay;
    return goOnWhen([&simulation, end] { return simulation.queue().now() >= end; },
                    [last] { return last; });
}

// Says something first; whoever runs the command inside is told when it has failed.
Answer wrapped(const std::string &before, const std::string &command, Answer inner)
{
    inner.out = before + inner.out;
    if (inner.next) {
        inner.next = [command, next = inner.next](const std::string &line) {
            return wrapped({}, command, next(line));
        };
    } else if (inner.exit != 0) {
        inner.err
            += "command '" + command + "' failed: exit code " + std::to_string(inner.exit) + "\n";
        inner.exit = 255;
    }
    return inner;
}

// What is in rgmanager's hands is done by rgmanager.
Answer throughCluster(const Call &call, const std::string &title,
                      const std::vector<std::string> &argv)
{
    std::string line;
    for (const std::string &word : argv)
        line += (line.empty() ? "" : " ") + word;
    return wrapped(title + "\n", line, runCommand(call.simulation, call.self().name, argv));
}

bool managed(const Call &call, const Guest &guest)
{
    for (const Service &service : call.world().services) {
        if (service.vmid == guest.vmid)
            return true;
    }
    return false;
}

std::string service(const Guest &guest)
{
    return "pvevm:" + std::to_string(guest.vmid);
}

std::string vm(const Guest &guest)
{
    return "VM " + std::to_string(guest.vmid);
}

bool apply(const Call &call, const char *event, const Guest &guest)
{
    return !call.simulation.apply({event, std::to_string(guest.vmid), call.self().name});
}

Answer start(const Call &call, const Guest &guest)
{
    if (managed(call, guest))
        return throughCluster(call, "Executing HA start for " + vm(guest),
                              {"clusvcadm", "-e", service(guest), "-m", call.self().name});
    if (!call.self().view.quorate)
        return died("cluster not ready - no quorum?");
    if (!guest.lock.empty() && !call.has("--skiplock"))
        return died("VM is locked (" + guest.lock + ")");
    if (runsOn(guest, call.node))
        return died(vm(guest) + " already running");
    const std::string why = call.simulation.guests().startRefusal(guest, call.node);
    if (!why.empty())
        return died(why);
    apply(call, "guest-start", guest);
    return after(call.simulation, startTakes, {});
}

// rgmanager is not told: its next status check starts an HA guest again.
Answer stop(const Call &call, const Guest &guest)
{
    if (!guest.lock.empty() && !call.has("--skiplock"))
        return died("VM is locked (" + guest.lock + ")");
    apply(call, "guest-stop", guest);
    return after(call.simulation, stopTakes, {});
}

Answer shutdown(const Call &call, const Guest &guest)
{
    if (!guest.lock.empty() && !call.has("--skiplock"))
        return died("VM is locked (" + guest.lock + ")");
    apply(call, "guest-shutdown", guest);
    Simulation &simulation = call.simulation;
    const Time end = simulation.queue().now() + shutdownLimit;
    const auto gone = [&simulation, vmid = guest.vmid, node = call.node] {
        return !runsOn(*simulation.world().guest(vmid), node);
    };
    return goOnWhen(
        [&simulation, end, gone] { return gone() || simulation.queue().now() >= end; },
        [gone] { return gone() ? Answer{} : died("VM quit/powerdown failed - got timeout"); });
}

Answer monitor(const Call &call, const Guest &guest, const char *event)
{
    if (!runsOn(guest, call.node))
        return died(vm(guest) + " not running");
    apply(call, event, guest);
    return {};
}

Answer suspend(const Call &call, const Guest &guest)
{
    return monitor(call, guest, "guest-pause");
}

Answer resume(const Call &call, const Guest &guest)
{
    return monitor(call, guest, "guest-resume");
}

Answer reset(const Call &call, const Guest &guest)
{
    return monitor(call, guest, "guest-reset");
}

// The few words of QEMU's monitor that somebody types in a migration's bad hour.
std::string monitorSays(const Call &call, int vmid, const std::string &line)
{
    if (line == "migrate_cancel") {
        call.simulation.migrations().cancelCopy(vmid);
        return {};
    }
    if (line == "info status")
        return std::string("VM status: ")
            + (call.world().guest(vmid)->on.at(call.node).state == GuestState::Paused
                   ? "paused\n"
                   : "running\n");
    return "unknown command: '" + line + "'\n";
}

// Line by line until its input ends, or "quit". Source: PVE/CLI of qemu-server 3, qm monitor.
Answer converse(const Call &call, int vmid, const std::string &said)
{
    Answer answer{0, said, {}};
    answer.prompt = "qm> ";
    answer.next = [call, vmid](const std::string &line) {
        if (line.empty() || line == "quit" || line == "q")
            return Answer{};
        if (!runsOn(*call.world().guest(vmid), call.node))
            return converse(call, vmid, "ERROR: VM " + std::to_string(vmid) + " not running\n");
        return converse(call, vmid, monitorSays(call, vmid, line));
    };
    return answer;
}

Answer humanMonitor(const Call &call, const Guest &guest)
{
    return converse(call, guest.vmid,
                    "Entering Qemu Monitor for VM " + std::to_string(guest.vmid)
                        + " - type 'help' for help\n");
}

Answer unlock(const Call &call, const Guest &guest)
{
    if (!call.self().view.quorate)
        return died("unable to open file '/etc/pve/nodes/" + call.self().name + "/qemu-server/"
                    + std::to_string(guest.vmid) + ".conf.tmp."
                    + std::to_string(call.world().nextPid) + "' - Permission denied");
    call.simulation.apply({"guest-lock", std::to_string(guest.vmid)});
    return {};
}

std::string logFrom(const Migration &task, std::size_t line)
{
    std::string text;
    for (; line < task.log.size(); ++line)
        text += task.log[line] + "\n";
    return text;
}

// The worker runs in the foreground; its lines come as it writes them.
Answer follow(Simulation &simulation, int vmid, std::size_t seen)
{
    const Migration &task = simulation.world().migrations.at(vmid);
    Answer answer{0, logFrom(task, seen), {}};
    if (task.end == MigrationEnd::Running) {
        answer.next = [&simulation, vmid, seen = task.log.size()](const std::string &) {
            return follow(simulation, vmid, seen);
        };
    } else if (task.end != MigrationEnd::Moved) {
        answer.exit = 255;
        answer.err
            = task.end == MigrationEnd::Aborted ? "migration aborted\n" : "migration problems\n";
    }
    return answer;
}

std::string migrationRefusal(const Call &call, const Guest &guest, const Node *target)
{
    if (!call.self().view.quorate)
        return "cluster not ready - no quorum?";
    if (!target)
        return "no such cluster node '" + call.at(2) + "'";
    if (!guest.lock.empty())
        return "VM is locked (" + guest.lock + ")";
    if (runsOn(guest, call.node) && !call.has("--online") && !call.has("-online"))
        return "cant migrate running VM without --online";
    return {};
}

Answer migrate(const Call &call, const Guest &guest)
{
    const Node *target = call.simulation.changeWorld().nodeNamed(call.at(2));
    if (call.at(2).empty() || call.at(2) == call.self().name)
        return died(std::string("400 Parameter verification failed.\n")
                    + (call.at(2).empty() ? "target: property is missing and it is not optional"
                                          : "target: target is local node.")
                    + "\nqm migrate <vmid> <target> [OPTIONS]");
    if (const std::string why = migrationRefusal(call, guest, target); !why.empty())
        return died(why);
    if (managed(call, guest))
        return throughCluster(call,
                              "Executing HA migrate for " + vm(guest) + " to node " + target->name,
                              {"clusvcadm", "-M", service(guest), "-m", target->name});
    const int vmid = guest.vmid;
    call.simulation.apply({"guest-migrate", std::to_string(vmid), target->name});
    return follow(call.simulation, vmid, 0);
}

} // namespace

std::optional<Answer> qmVerb(const Call &call, const Guest &guest)
{
    using Verb = Answer (*)(const Call &, const Guest &);
    static const std::map<std::string, Verb> verbs{
        {"start", start},     {"stop", stop},       {"shutdown", shutdown},
        {"suspend", suspend}, {"resume", resume},   {"reset", reset},
        {"unlock", unlock},   {"migrate", migrate}, {"monitor", humanMonitor},
    };
    const auto it = verbs.find(call.first());
    if (it == verbs.end())
        return std::nullopt;
    return it->second(call, guest);
}

} // namespace Lab
