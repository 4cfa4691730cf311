// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/parsejson.h"

namespace Ctl
{
namespace
{
template <typename T> std::optional<T> knownUnless(T unknown, T value)
{
    return value == unknown ? std::nullopt : std::optional<T>(value);
}

void writeClustatNode(JsonWriter &json, const Core::ClustatNode &node)
{
    json.beginObject();
    json.member("name", node.name);
    json.member("id", knownUnless(-1, node.id)); // RHCS 4 prints none
    json.member("online", node.online);
    json.member("local", node.local);
    json.member("estranged", node.estranged);
    json.member("rgmanager", node.rgmanager);
    json.member("quorumDisk", node.quorumDisk);
    json.endObject();
}

void writeService(JsonWriter &json, const Core::HaService &service)
{
    QStringList flags;
    if (service.frozen)
        flags << QStringLiteral("frozen");
    if (service.partial)
        flags << QStringLiteral("partial");
    json.beginObject();
    json.member("name", service.name);
    json.memberOrNull("state",
                      service.state == Core::ServiceState::Unknown ? QString()
                                                                   : Core::word(service.state));
    json.member("owner", service.owner);
    json.member("lastOwner", service.lastOwner);
    json.member("flags", flags);
    json.endObject();
}

// cman_tool's letter; a node that joins or leaves now is a member for it, or not, by the letter.
QString letter(Core::MemberState state)
{
    switch (state) {
    case Core::MemberState::Member:
        return QStringLiteral("M");
    case Core::MemberState::NotInCluster:
    case Core::MemberState::Dead:
        return QStringLiteral("X");
    case Core::MemberState::Disallowed:
        return QStringLiteral("d");
    case Core::MemberState::Joining:
        return QStringLiteral("J");
    case Core::MemberState::Leaving:
        return QStringLiteral("L");
    case Core::MemberState::Unknown:
        return {};
    }
    return {};
}

void writeMember(JsonWriter &json, const Core::Member &member)
{
    json.beginObject();
    json.member("id", member.id);
    json.memberOrNull("status", letter(member.state));
    json.member("incarnation", member.incarnation);
    json.memberOrNull("joined", member.joined);
    json.member("name", member.name);
    json.endObject();
}
} // namespace

void write(JsonWriter &json, const Core::HaStatus &status)
{
    json.memberOrNull("cluster", status.cluster);
    json.member("quorate", status.quorate);
    json.key("nodes");
    json.array(status.nodes, writeClustatNode);
    // Beside the contract: an empty list of a silent rgmanager is not "no services".
    json.member("rgmanagerAnswers", status.rgmanagerAnswers);
    json.key("services");
    json.array(status.services, writeService);
}

void write(JsonWriter &json, const Core::QuorumState &state)
{
    json.memberOrNull("clusterName", state.clusterName);
    json.member("configVersion", state.configVersion);
    json.memberOrNull(
        "membership",
        state.membership == Core::MemberState::Unknown ? QString() : Core::word(state.membership));
    json.member("nodes", state.memberCount);
    json.member("expectedVotes", state.expectedVotes);
    json.member("quorumDeviceVotes", state.quorumDeviceVotes);
    json.member("totalVotes", state.totalVotes);
    json.member("nodeVotes", state.nodeVotes);
    json.member("quorum", state.quorum);
    json.member("blocked", !state.quorate);
    json.member("flags", state.flags);
    json.memberOrNull("nodeName", state.nodeName.text());
    json.member("nodeId", knownUnless(0, state.nodeId));
}

void write(JsonWriter &json, const Core::Members &members)
{
    json.key("nodes");
    json.array(members, writeMember);
}
} // namespace Ctl
