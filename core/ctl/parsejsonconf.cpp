// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/parsejson.h"

namespace Ctl
{
namespace
{
void writeQuorumDisk(JsonWriter &json, const Core::QuorumDisk &disk)
{
    json.beginObject();
    json.memberOrNull("label", disk.label);
    json.memberOrNull("device", disk.device);
    json.member("interval", disk.interval);
    json.member("tko", disk.tko);
    json.member("votes", disk.votes);
    json.member("allowKill", disk.allowKill);
    json.member("masterWins", disk.masterWins);
    json.member("heuristics", disk.heuristics);
    json.endObject();
}

void writeMethod(JsonWriter &json, const Core::FenceMethod &method)
{
    json.beginObject();
    json.memberOrNull("name", method.name);
    json.key("devices");
    json.array(method.devices,
               [](JsonWriter &to, const Core::FenceDeviceUse &use) { to.textOrNull(use.name); });
    json.endObject();
}

void writeNode(JsonWriter &json, const Core::ConfiguredNode &node)
{
    json.beginObject();
    json.memberOrNull("name", node.name.text());
    json.key("id"); // 0: the file gives none
    if (node.id > 0)
        json.value(node.id);
    else
        json.null();
    json.member("votes", node.votes);
    json.key("methods");
    json.array(node.methods, writeMethod);
    json.endObject();
}

// Never the login's password; the reader does not keep it either.
void writeFenceDevice(JsonWriter &json, const Core::FenceDevice &device)
{
    json.beginObject();
    json.memberOrNull("name", device.name);
    json.memberOrNull("agent", device.agent);
    json.memberOrNull("address", device.address);
    json.endObject();
}

void writeGuest(JsonWriter &json, const Core::HaGuest &guest)
{
    json.beginObject();
    json.member("vmid", guest.vmid);
    json.member("autostart", guest.autostart);
    json.endObject();
}
} // namespace

void write(JsonWriter &json, const Core::ClusterConfig &config)
{
    json.memberOrNull("name", config.name);
    json.member("configVersion", config.version);
    json.member("twoNode", config.twoNode);
    json.member("expectedVotes", config.expectedVotes);
    json.key("totemTokenMs");
    if (config.totemToken)
        json.value(qint64(config.totemToken->count()));
    else
        json.null();
    json.key("quorumd");
    if (config.quorumDisk)
        writeQuorumDisk(json, *config.quorumDisk);
    else
        json.null();
    json.key("nodes");
    json.array(config.nodes, writeNode);
    json.key("fenceDevices");
    json.array(config.fenceDevices, writeFenceDevice);
    json.key("haVms");
    json.array(config.haGuests, writeGuest);
}
} // namespace Ctl
