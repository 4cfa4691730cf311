// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands.h"

#include <algorithm>

namespace Lab
{

namespace
{

// Eighty columns when standard output is no terminal. Source: rgmanager 3.0.12, clustat.c.
constexpr int memberWidth = 40;
constexpr int serviceWidth = 30;
constexpr int ownerWidth = 30;
constexpr int stateWidth = 14;

struct Member {
    std::string name;
    int id;
    bool up;
    bool local;
    bool rgmanager;
    bool qdisk;
};

struct View {
    std::vector<Member> members;
    std::vector<Service> services;
    bool hasServices = false; // rgmanager answered with a list that is not empty
    std::string complaint;
};

View viewOf(const Call &call)
{
    const World &world = call.world();
    const Node &self = call.self();
    View view;
    const bool answers = self.rgmanager && self.view.quorate;
    view.hasServices = answers && !world.services.empty();
    if (self.rgmanager && !self.view.quorate)
        view.complaint = "Service states unavailable: Operation requires quorum\n";
    for (const Node &node : world.nodes) {
        const bool up = self.view.members.count(node.id) != 0;
        view.members.push_back({node.name, node.id, up, node.id == self.id,
                                view.hasServices && up && node.rgmanager, false});
    }
    // What is no node of cluster.conf is known as the disk, and -f does not read that file.
    if (self.qdiskd || self.view.qdiskVote)
        view.members.push_back(
            {world.settings.qdiskDevice, 0, self.view.qdiskVote, false, false, !call.has("-f")});
    if (view.hasServices)
        view.services = world.services;
    return view;
}

std::string memberText(const Member &member)
{
    std::string text
        = printed(" %-*.*s %4d ", memberWidth, memberWidth, member.name.c_str(), member.id);
    text += member.up ? "Online" : "Offline";
    text += member.local ? ", Local" : "";
    text += member.rgmanager ? ", rgmanager" : "";
    text += member.qdisk ? ", Quorum Disk" : "";
    return text + "\n";
}

std::string memberHeading()
{
    return printed(" %-*.*s%-4.4s %s\n", memberWidth, memberWidth, "Member Name", "ID", "Status")
        + printed(" %-*.*s%-4.4s %s\n", memberWidth, memberWidth, "------ ----", "----", "------");
}

std::string membersText(const View &view)
{
    std::string text = memberHeading();
    for (const Member &member : view.members)
        text += memberText(member);
    return text + "\n";
}

// Of one that is nobody's not even the heading, and no empty line below.
std::string oneMemberText(const View &view, const std::string &name)
{
    for (const Member &member : view.members) {
        if (member.name == name)
            return memberHeading() + memberText(member);
    }
    return {};
}

bool ownerIsLast(ServiceState state)
{
    return state == ServiceState::Stopped || state == ServiceState::Disabled
        || state == ServiceState::Recoverable || state == ServiceState::Failed;
}

std::string serviceText(const World &world, const Service &service)
{
    const std::string owner = ownerIsLast(service.state)
        ? "(" + world.nameOf(service.lastOwner).substr(0, ownerWidth - 2) + ")"
        : world.nameOf(service.owner);
    const char *flag = service.frozen ? "[Z]" : "";
    const int width = stateWidth - (service.frozen ? 3 : 0);
    return printed(" %-*.*s %-*.*s %-*.*s%s\n", serviceWidth, serviceWidth, service.name().c_str(),
                   ownerWidth, ownerWidth, owner.c_str(), width, width, word(service.state), flag);
}

std::string longText(const World &world, const Service &service)
{
    std::string text = "Service Name      : " + service.name() + "\n";
    text += printed("  Current State   : %s (%d)\n", word(service.state),
                    static_cast<int>(service.state));
    text += printed("  Flags           : %s (%d)\n", service.frozen ? "frozen" : "none",
                    service.frozen ? 1 : 0);
    text += "  Owner           : " + world.nameOf(service.owner) + "\n";
    text += "  Last Owner      : " + world.nameOf(service.lastOwner) + "\n";
    text += "  Last Transition : " + ctimeText(world.wall(service.transition)) + "\n\n";
    return text;
}

std::string serviceHeading()
{
    return printed(" %-*.*s %-*.*s %-*.*s\n", serviceWidth, serviceWidth, "Service Name",
                   ownerWidth, ownerWidth, "Owner (Last)", stateWidth, stateWidth, "State")
        + printed(" %-*.*s %-*.*s %-*.*s\n", serviceWidth, serviceWidth, "------- ----", ownerWidth,
                  ownerWidth, "----- ------", stateWidth, stateWidth, "-----");
}

// The heading comes once, but with one service asked for only if there is that one; then in the
// long format, too.
std::string servicesText(const Call &call, const View &view, const std::string &only)
{
    const bool inFull = call.has("-l");
    std::string text = inFull ? "Service Information\n------- -----------\n\n" : "";
    text += !inFull && only.empty() ? serviceHeading() : "";
    for (const Service &service : view.services) {
        if (!only.empty() && only != service.name())
            continue;
        text += only.empty() ? "" : serviceHeading();
        text += inFull ? longText(call.world(), service) : serviceText(call.world(), service);
    }
    return text;
}

// Running in some way: 0; otherwise the state's number; unknown: 255.
int serviceExit(const View &view, const std::string &name)
{
    for (const Service &service : view.services) {
        if (service.name() != name)
            continue;
        const bool good = service.state == ServiceState::Starting
            || service.state == ServiceState::Started || service.state == ServiceState::Stopping;
        return good ? 0 : static_cast<int>(service.state);
    }
    return 255;
}

int memberExit(const View &view, const std::string &name)
{
    for (const Member &member : view.members) {
        if (member.name == name)
            return member.up ? 0 : 1;
    }
    return 255;
}

Answer text(const Call &call, const View &view, const std::string &service,
            const std::string &member)
{
    const Node &self = call.self();
    Answer answer{0, view.complaint, {}};
    if (!member.empty()) {
        answer.out = oneMemberText(view, member);
        answer.exit = memberExit(view, member);
        return answer;
    }
    if (service.empty()) {
        answer.out += "Cluster Status for " + call.world().settings.clusterName + " @ "
            + ctimeText(call.world().wallOn(call.node, call.now())) + "\nMember Status: "
            + (self.view.quorate ? "Quorate" : "Inquorate") + "\n\n" + membersText(view);
    }
    if (view.hasServices)
        answer.out += servicesText(call, view, service);
    if (!service.empty() && view.hasServices)
        answer.exit = serviceExit(view, service);
    return answer;
}

std::string memberXml(const Member &member)
{
    return printed(
        "    <node name=\"%s\" state=\"%d\" local=\"%d\" estranged=\"0\" rgmanager=\"%d\" "
        "rgmanager_master=\"0\" qdisk=\"%d\" nodeid=\"0x%08x\"/>\n",
        member.name.c_str(), member.up, member.local, member.rgmanager, member.qdisk,
        static_cast<unsigned>(member.id));
}

std::string serviceXml(const World &world, const Service &service)
{
    const std::time_t wall
        = service.transition > Time{0} ? world.wall(service.transition) : world.wallStart;
    return printed(
        "    <group name=\"%s\" state=\"%d\" state_str=\"%s\" flags=\"%d\" flags_str=\"%s\" "
        "owner=\"%s\" "
        "last_owner=\"%s\" restarts=\"%d\" last_transition=\"%lld\" last_transition_str=\"%s\"/>\n",
        service.name().c_str(), static_cast<int>(service.state), word(service.state),
        service.frozen ? 1 : 0, service.frozen ? "frozen" : "", world.nameOf(service.owner).c_str(),
        world.nameOf(service.lastOwner).c_str(), service.restarts, static_cast<long long>(wall),
        ctimeText(wall).c_str());
}

// An inquorate node breaks the line inside the quorum tag, as the original does.
Answer xml(const Call &call, const View &view)
{
    const Node &self = call.self();
    std::string text = view.complaint + "<?xml version=\"1.0\"?>\n<clustat version=\"4.1.1\">\n";
    text += printed("  <cluster name=\"%s\" id=\"%d\" generation=\"%d\"/>\n",
                    call.world().settings.clusterName.c_str(),
                    clusterId(call.world().settings.clusterName), self.view.generation);
    text += std::string("  <quorum ") + (self.view.quorate ? "quorate=\"1\"" : "quorate=\"0\"\n");
    const bool member = self.view.quorate && view.hasServices;
    text += printed(" groupmember=\"%d\"/>\n  <nodes>\n", member);
    for (const Member &one : view.members)
        text += memberXml(one);
    text += "  </nodes>\n";
    if (view.hasServices) {
        text += "  <groups>\n";
        for (const Service &service : view.services)
            text += serviceXml(call.world(), service);
        text += "  </groups>\n";
    }
    return {0, text + "</clustat>\n", {}};
}

// getopt's view of the words: "-fx" is two options.
std::vector<std::string> unfolded(const std::vector<std::string> &words)
{
    std::vector<std::string> list;
    for (const std::string &word : words) {
        const bool cluster
            = word.size() > 2 && word[0] == '-' && word.find_first_of("smi") == std::string::npos;
        if (!cluster) {
            list.push_back(word);
            continue;
        }
        for (std::size_t i = 1; i < word.size(); ++i)
            list.push_back(std::string("-") + word[i]);
    }
    return list;
}

} // namespace

Answer clustat(const Call &original)
{
    const Call call{original.simulation, original.node, unfolded(original.arguments)};
    if (call.has("-x") && call.has("-i"))
        return {1, "Error: Options '-i' and '-x' are mutually exclusive\n", {}};
    if (!call.self().cman)
        return {1, {}, "Could not connect to CMAN: No such file or directory\n"};
    if (call.has("-Q"))
        return {call.self().view.quorate ? 0 : 1, {}, {}};
    if (call.has("-I"))
        return {0, printed("0x%08x\n", static_cast<unsigned>(call.node)), {}};
    std::string service = valueOf(call.arguments, "-s");
    if (!service.empty() && service.find(':') == std::string::npos)
        service = "service:" + service;
    const View view = viewOf(call);
    if (call.has("-x"))
        return xml(call, view);
    return text(call, view, service, valueOf(call.arguments, "-m"));
}

} // namespace Lab
