// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <algorithm>
#include <cstdlib>
#include <map>

namespace Lab
{

namespace
{

// In rgmanager's own spelling. Source: rgmanager/src/clulib/rg_strings.c.
const char *errorText(int code)
{
    switch (code) {
    case GroupError::success:
        return "Success";
    case GroupError::onOriginalOwner:
        return "Failed; service running on original owner";
    case GroupError::exclusive:
        return "Service not runnable: cannot run exclusive";
    case GroupError::domain:
        return "Service not runnable";
    case GroupError::deadNode:
        return "Target node dead / nonexistent";
    case GroupError::frozen:
        return "Failure: Service is frozen";
    case GroupError::alreadyRunning:
        return "Service is already running";
    case GroupError::quorum:
        return "Operation requires quorum";
    case GroupError::invalid:
        return "Invalid operation for resource";
    case GroupError::dependency:
        return "Operation violates dependency rule";
    case GroupError::tryAgain:
        return "Temporary failure; try again";
    case GroupError::noService:
        return "Service does not exist";
    case GroupError::aborted:
        return "Aborted; service failed";
    default:
        return "Failure";
    }
}

struct Request {
    Call call;
    char option = 0;
    std::string name; // with its type
    int vmid = 0;
    std::string nodeName;
    int target = 0;

    Service *service() const { return call.simulation.changeWorld().service(vmid); }
};

// The exit status is the error as a byte; already running counts as good.
Answer ended(const Request &request, int code)
{
    std::string out = std::string(errorText(code)) + "\n";
    const bool starts = request.option == 'e' || request.option == 'r';
    const Service *service = request.service();
    if (code == 0 && starts && service) {
        const bool other = request.target && service->owner != request.target;
        out += std::string(other ? "Warning: " : "") + request.name + " is now running on "
            + request.call.world().nameOf(service->owner) + "\n";
    }
    return {code == GroupError::alreadyRunning ? 0 : code & 0xff, out, {}};
}

bool busy(const Service &service)
{
    return service.state == ServiceState::Starting || service.state == ServiceState::Recovering
        || service.state == ServiceState::Migrating || service.state == ServiceState::Stopping;
}

// There is no time-out: a start may take minutes, and one that waits for a fencing waits with it.
Answer whenSettled(const Request &request, std::function<int(const Service &)> codeOf)
{
    return goOnWhen([request] { return !request.service() || !busy(*request.service()); },
                    [request, codeOf] {
                        const Service *service = request.service();
                        return ended(request, service ? codeOf(*service) : GroupError::noService);
                    });
}

int startedCode(const Service &service)
{
    return service.state == ServiceState::Started ? GroupError::success : GroupError::failure;
}

Answer enable(const Request &request)
{
    const Service &service = *request.service();
    ResourceGroups &groups = request.call.simulation.groups();
    if (const auto refusal = groups.mayStartOn(request.vmid, request.target))
        return ended(request, *refusal);
    if (service.state == ServiceState::Started && !request.target)
        return ended(request, GroupError::alreadyRunning);
    if (request.call.self().groupsLocked)
        return ended(request, GroupError::tryAgain);
    if (service.state == ServiceState::Started)
        return ended(request, GroupError::alreadyRunning);
    if (request.call.simulation.apply({"service-enable", std::to_string(request.vmid),
                                       request.target ? request.nodeName : std::string()}))
        return ended(request, GroupError::failure);
    return whenSettled(request, startedCode);
}

Answer disable(const Request &request)
{
    if (request.service()->frozen)
        return ended(request, GroupError::frozen);
    const bool done
        = !request.call.simulation.apply({"service-disable", std::to_string(request.vmid)});
    return ended(request, done ? GroupError::success : GroupError::failure);
}

Answer stop(const Request &request)
{
    const Service &service = *request.service();
    if (service.frozen)
        return ended(request, GroupError::frozen);
    if (service.state == ServiceState::Failed)
        return ended(request, GroupError::failure);
    const bool done = request.call.simulation.groups().stopUntilTransition(request.vmid);
    request.call.simulation.settle();
    return ended(request, done ? GroupError::success : GroupError::failure);
}

// A service that is not running cannot be restarted in place or sent elsewhere.
Answer move(const Request &request)
{
    const Service &service = *request.service();
    ResourceGroups &groups = request.call.simulation.groups();
    if (const auto refusal = groups.mayStartOn(request.vmid, request.target))
        return ended(request, *refusal);
    if (service.state == ServiceState::Disabled)
        return ended(request, GroupError::invalid);
    const int before = service.owner;
    const bool relocates = request.option == 'r';
    const bool begun
        = relocates ? groups.relocate(request.vmid, request.target) : groups.restart(request.vmid);
    request.call.simulation.settle();
    if (!begun)
        return ended(request, GroupError::failure);
    return whenSettled(request, [before, relocates](const Service &now) {
        if (now.state != ServiceState::Started)
            return GroupError::failure;
        return relocates && now.owner == before ? GroupError::onOriginalOwner : GroupError::success;
    });
}

Answer migrate(const Request &request)
{
    const Service &service = *request.service();
    ResourceGroups &groups = request.call.simulation.groups();
    if (service.frozen)
        return ended(request, GroupError::frozen);
    if (busy(service))
        return ended(request, GroupError::tryAgain);
    if (service.state != ServiceState::Started)
        return ended(request, GroupError::failure);
    if (service.owner == request.target)
        return ended(request, GroupError::success);
    const auto refusal = groups.mayStartOn(request.vmid, request.target);
    if (refusal)
        return ended(request, GroupError::dependency);
    const bool begun = groups.migrate(request.vmid, request.target);
    request.call.simulation.settle();
    if (!begun)
        return ended(request, GroupError::onOriginalOwner);
    return whenSettled(request, [target = request.target](const Service &now) {
        return now.owner == target && now.state == ServiceState::Started
            ? GroupError::success
            : GroupError::onOriginalOwner;
    });
}

Answer freeze(const Request &request)
{
    const char *event = request.option == 'Z' ? "service-freeze" : "service-unfreeze";
    const bool done = !request.call.simulation.apply({event, std::to_string(request.vmid)});
    return ended(request, done ? GroupError::success : GroupError::noService);
}

Answer convalesce(const Request &request)
{
    return ended(request, startedCode(*request.service()));
}

Answer perform(const Request &request)
{
    if (!request.call.self().view.quorate)
        return ended(request, GroupError::quorum);
    if (!request.service() || request.name.rfind("pvevm:", 0) != 0)
        return ended(request, GroupError::noService);
    switch (request.option) {
    case 'e':
        return enable(request);
    case 'd':
        return disable(request);
    case 's':
        return stop(request);
    case 'r':
    case 'R':
        return move(request);
    case 'M':
        return migrate(request);
    case 'c':
        return convalesce(request);
    default:
        return freeze(request);
    }
}

std::string announcement(const Request &request)
{
    static const std::map<char, const char *> words{
        {'e', "trying to enable"},  {'d', "disabling"}, {'s', "stopping"},
        {'R', "trying to restart"}, {'Z', "freezing"},  {'U', "unfreezing"},
        {'c', "convalescing"},      {'r', "relocate"},  {'M', "migrate"}};
    const std::string what = words.at(request.option);
    if (request.option == 'r' || request.option == 'M')
        return "Trying to " + what + " " + request.name
            + (request.target ? " to " + request.nodeName : std::string()) + "...";
    if (request.target)
        return "Member " + request.nodeName + " " + what + " " + request.name + "...";
    return "Local machine " + what + " " + request.name + "...";
}

Answer usage()
{
    return {1,
            "usage: clusvcadm [command]\n\nResource Group Control Commands:\n"
            "  -v                     Display version and exit\n"
            "  -d <group>             Disable <group>\n"
            "  -e <group>             Enable <group>\n"
            "  -M <group> -m <member> Migrate <group> to <member>\n"
            "  -r <group> -m <member> Relocate <group> [to <member>]\n"
            "  -R <group>             Restart a group in place.\n"
            "  -s <group>             Stop <group>\n"
            "  -Z <group>             Freeze resource group\n"
            "  -U <group>             Unfreeze (thaw) resource group\n"
            "  -c <group>             Convalesce (repair, fix) resource group.\n"
            "  -l, -S, -u             Lock, show the lock of, unlock resource group managers.\n",
            {}};
}

Answer lock(const Call &call, char option)
{
    Node &self = call.simulation.changeWorld().node(call.node);
    if (!self.rgmanager)
        return {1,
                std::string("Could not connect to resource group manager\n")
                    + (option == 'l'       ? "Lock operation failed\n"
                           : option == 'u' ? "Unlock operation failed\n"
                                           : "Query operation failed\n"),
                {}};
    if (option != 'S')
        self.groupsLocked = option == 'l';
    call.simulation.settle();
    return {0, self.groupsLocked ? "Resource groups locked\n" : "Resource groups unlocked\n", {}};
}

std::size_t alike(const std::string &a, const std::string &b)
{
    const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<std::size_t>(ends.first - a.begin());
}

// A name that is nobody's is told, and replaced by the most similar one; two alike are too many.
int resolve(const Call &call, std::string &name, std::string &said)
{
    const World &world = call.world();
    for (const Node &node : world.nodes) {
        if (node.name == name)
            return node.id;
    }
    said += "'" + name + "' not in membership list\n";
    const std::size_t first = alike(world.nodes[0].name, name);
    const std::size_t second = alike(world.nodes[1].name, name);
    if (first == 0 && second == 0) {
        said += "No matches for '" + name + "' found\n";
        return 0;
    }
    if (first == second) {
        said += "More than one possible match for '" + name + "' found\n";
        return 0;
    }
    const Node &closest = world.nodes[first > second ? 0 : 1];
    said += "Closest match: '" + closest.name + "'\n";
    name = closest.name;
    return closest.id;
}

bool readWords(const Call &call, Request &request)
{
    static const std::string withName = "edsrRMZUc";
    for (std::size_t i = 0; i < call.arguments.size(); ++i) {
        const std::string &word = call.arguments[i];
        if (word == "-q" || word == "-F")
            continue;
        if (word.size() != 2 || word[0] != '-' || i + 1 >= call.arguments.size())
            return false;
        const std::string &value = call.arguments[++i];
        if (word[1] == 'm' || word[1] == 'n')
            request.nodeName = value;
        else if (withName.find(word[1]) == std::string::npos)
            return false;
        else {
            request.option = word[1];
            request.name = value.find(':') == std::string::npos ? "service:" + value : value;
        }
    }
    return request.option != 0;
}

// What has been printed before the answer stays in front of it.
Answer after(const std::string &said, Answer answer)
{
    answer.out = said + answer.out;
    return answer;
}

} // namespace

Answer clusvcadm(const Call &call)
{
    if (call.has("-v"))
        return {0, "3.2.0\n", {}};
    for (const char *option : {"-l", "-u", "-S"}) {
        if (call.first() == option)
            return lock(call, option[1]);
    }
    Request request{call};
    if (!readWords(call, request))
        return usage();
    if (request.option == 'M' && request.nodeName.empty())
        return {1, "Migration requires a target cluster member\n", {}};
    if (!call.self().cman)
        return {1, "Could not connect to cluster service\n", {}};
    std::string said;
    if (!request.nodeName.empty()) {
        request.target = resolve(call, request.nodeName, said);
        if (!request.target)
            return {1, said, {}};
    }
    if (request.option == 'M' && !call.self().view.members.count(request.target))
        return {1, said + "'" + request.nodeName + "' is offline\n", {}};
    request.vmid = std::atoi(request.name.substr(request.name.find(':') + 1).c_str());
    said += announcement(request);
    if (!call.self().rgmanager)
        return {1, said + "Could not connect to resource group manager\n", {}};
    return after(said, perform(request));
}

} // namespace Lab
