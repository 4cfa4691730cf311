// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/parsejson.h"

namespace Ctl
{
namespace
{
void writeInterface(JsonWriter &json, const Core::NetInterface &interface)
{
    json.beginObject();
    json.member("name", interface.name);
    json.member("carrier", interface.carrier);
    json.member("addresses", interface.addresses);
    json.member("speedMbit", interface.speedMbit);
    json.member("rxBytes", interface.rxBytes);
    json.member("txBytes", interface.txBytes);
    json.memberOrNull("bondMode", interface.bondMode);
    json.member("bridges", interface.bridges);
    json.endObject();
}

void writeName(JsonWriter &json, const Core::DrbdName &name)
{
    json.beginObject();
    json.member("name", name.name);
    json.member("minor", name.minor);
    json.memberOrNull("address", name.address);
    json.endObject();
}

void writeGroup(JsonWriter &json, const Core::VolumeGroup &group)
{
    json.beginObject();
    json.member("name", group.name);
    json.member("sizeBytes", group.size.value);
    json.member("freeBytes", group.free.value);
    json.member("attributes", group.attributes);
    json.member("seqno", group.seqno);
    json.endObject();
}

void writeVolume(JsonWriter &json, const Core::PhysicalVolume &volume)
{
    json.beginObject();
    json.member("device", volume.device);
    json.memberOrNull("group", volume.group);
    json.member("sizeBytes", volume.size.value);
    json.member("freeBytes", volume.free.value);
    json.member("attributes", volume.attributes);
    json.endObject();
}

void writeLogical(JsonWriter &json, const Core::LogicalVolume &volume)
{
    json.beginObject();
    json.member("name", volume.name);
    json.member("group", volume.group);
    json.member("sizeBytes", volume.size.value);
    json.member("attributes", volume.attributes);
    json.endObject();
}

void writeStorage(JsonWriter &json, const Core::Storage &storage)
{
    json.beginObject();
    json.member("id", storage.id);
    json.member("type", storage.type);
    json.memberOrNull("group", storage.volumeGroup);
    json.member("shared", storage.shared);
    json.endObject();
}

void writeSettings(JsonWriter &json, int vmid, const Core::GuestSettings &guest)
{
    json.beginObject();
    json.member("vmid", vmid);
    json.key("memoryBytes");
    if (guest.memory)
        json.value(guest.memory->value);
    else
        json.null();
    json.memberOrNull("cpu", guest.cpu);
    json.memberOrNull("lock", guest.lock);
    json.member("devices", guest.devices);
    json.endObject();
}

void writeDisk(JsonWriter &json, const Core::GuestDisk &disk)
{
    json.beginObject();
    json.member("vmid", disk.guest);
    json.member("slot", disk.slot);
    json.memberOrNull("storage", disk.storage);
    json.member("volume", disk.volume);
    json.endObject();
}

void writeSession(JsonWriter &json, const Core::IscsiSession &session)
{
    json.beginObject();
    json.member("transport", session.transport);
    json.member("id", session.id);
    json.member("portal", session.portal);
    json.member("group", session.group);
    json.member("target", session.target);
    json.endObject();
}

void writeTarget(JsonWriter &json, const Core::IscsiTarget &target)
{
    json.beginObject();
    json.member("id", target.id);
    json.member("name", target.name);
    json.memberOrNull("state", target.state);
    json.member("backingStores", target.backingStores);
    json.member("initiators", target.initiators);
    json.member("acl", target.acl);
    json.endObject();
}
} // namespace

void write(JsonWriter &json, const Core::FenceDomain &domain)
{
    json.member("memberCount", domain.memberCount);
    json.member("victimCount", domain.victimCount);
    json.member("victimNow", domain.victimNow);
    json.member("masterId", domain.masterId);
    json.memberOrNull(
        "waitState", domain.wait == Core::FenceWait::Unknown ? QString() : Core::word(domain.wait));
    json.key("members");
    json.array(domain.members, [](JsonWriter &to, int id) { to.value(id); });
}

void write(JsonWriter &json, const Core::NetInterfaces &interfaces)
{
    json.key("interfaces");
    json.array(interfaces, writeInterface);
}

void write(JsonWriter &json, const Core::Uptime &uptime)
{
    json.member("upSeconds", qint64(uptime.up.count()));
}

void write(JsonWriter &json, const Core::DrbdNames &names)
{
    json.key("volumes");
    json.array(names, writeName);
}

void write(JsonWriter &json, const Core::VolumeGroups &groups)
{
    json.key("groups");
    json.array(groups, writeGroup);
}

void write(JsonWriter &json, const Core::PhysicalVolumes &volumes)
{
    json.key("volumes");
    json.array(volumes, writeVolume);
}

void write(JsonWriter &json, const Core::LogicalVolumes &volumes)
{
    json.key("volumes");
    json.array(volumes, writeLogical);
}

void write(JsonWriter &json, const Core::GuestStorage &storage)
{
    json.key("storages");
    json.array(storage.storages, writeStorage);
    json.key("disks");
    json.array(storage.disks, writeDisk);
    json.key("settings");
    json.beginArray();
    for (auto one = storage.settings.cbegin(); one != storage.settings.cend(); ++one)
        writeSettings(json, one.key(), *one);
    json.endArray();
}

void write(JsonWriter &json, const Core::Capacity &capacity)
{
    json.member("freeBytes", capacity.freeMemory.value);
    json.memberOrNull("processor", capacity.processor);
}

void write(JsonWriter &json, const Core::IscsiSessions &sessions)
{
    json.key("sessions");
    json.array(sessions, writeSession);
}

void write(JsonWriter &json, const Core::IscsiTargets &targets)
{
    json.key("targets");
    json.array(targets, writeTarget);
}
} // namespace Ctl
