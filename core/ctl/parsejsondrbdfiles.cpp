// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/parsejson.h"

#include <array>

namespace Ctl
{
namespace
{
constexpr std::array logKinds{
    "splitBrain",    "splitBrainSolved", "unrelatedData",  "secretMismatch", "handshakeSelf",
    "handshakePeer", "disconnecting",    "connectionLost", "connected",      "resyncDone",
    "verifyDone",    "verifyFound",      "verifyBegan",    "outOfSync",      "verifyAborted"};
static_assert(logKinds.size() == size_t(Core::DrbdLogKind::VerifyAborted) + 1);

void writeHost(JsonWriter &json, const Core::DrbdHost &host)
{
    json.beginObject();
    json.member("node", host.node);
    json.member("volume", host.volume);
    json.memberOrNull("device", host.device);
    json.member("minor", host.minor < 0 ? std::nullopt : std::optional(host.minor));
    json.memberOrNull("disk", host.disk);
    json.memberOrNull("metaDisk", host.metaDisk);
    json.memberOrNull("address", host.address);
    json.endObject();
}

void writeResource(JsonWriter &json, const Core::DrbdResourceConfig &resource)
{
    json.beginObject();
    json.member("name", resource.name);
    json.member("sharedSecret", resource.sharedSecret);
    json.key("hosts");
    json.array(resource.hosts, writeHost);
    json.key("settings");
    json.beginArray();
    for (auto setting = resource.settings.begin(); setting != resource.settings.end(); ++setting) {
        json.beginObject();
        json.member("option", setting.key());
        json.member("value", setting->value);
        json.member("file", setting->file);
        json.member("line", setting->line);
        json.endObject();
    }
    json.endArray();
    json.endObject();
}

void writeGeneration(JsonWriter &json, const Core::DrbdGeneration &generation)
{
    json.beginObject();
    json.member("resource", generation.resource);
    json.member("volume", generation.volume);
    json.key("uuids");
    json.array(generation.uuids, [](JsonWriter &to, quint64 uuid) {
        to.value(QStringLiteral("%1").arg(uuid, 16, 16, QLatin1Char('0')).toUpper());
    });
    json.endObject();
}

void writeEntry(JsonWriter &json, const Core::DrbdLogEntry &entry)
{
    json.beginObject();
    json.member("kind", logKinds[size_t(entry.kind)]);
    json.memberOrNull("at", entry.at.isValid() ? entry.at.toString(Qt::ISODate) : QString());
    json.memberOrNull("resource", entry.resource.text());
    json.member("minor", entry.minor < 0 ? std::nullopt : std::optional(entry.minor));
    json.member("bits", entry.bits);
    if (entry.sector)
        json.member("sector", entry.sector);
    if (entry.sectors)
        json.member("sectors", entry.sectors);
    json.member("text", entry.text);
    json.member("line", entry.line);
    json.endObject();
}
} // namespace

void write(JsonWriter &json, const Core::DrbdConfig &config)
{
    json.member("files", config.files);
    json.member("missing", config.missing);
    json.key("resources");
    json.array(config.resources, writeResource);
}

void write(JsonWriter &json, const Core::DrbdGenerations &generations)
{
    json.key("generations");
    json.array(generations.list, writeGeneration);
}

void write(JsonWriter &json, const Core::DrbdLog &log)
{
    json.key("entries");
    json.array(log.entries, writeEntry);
}
} // namespace Ctl
