// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/parsejson.h"

namespace Ctl
{
namespace
{
std::optional<qint64> kib(const std::optional<Core::Bytes> &bytes)
{
    return bytes ? std::optional<qint64>(bytes->value / 1024) : std::nullopt;
}

QString text(const Core::DrbdWord &word)
{
    return QString::fromLatin1(word.view());
}

void writeProgress(JsonWriter &json, const Core::SyncProgress &progress)
{
    json.beginObject();
    json.member("kind", progress.kind == Core::SyncKind::Verify ? "verify" : "resync");
    json.member("percent", progress.percent);
    json.member("leftKiB", kib(progress.left));
    json.member("totalKiB", kib(progress.total));
    json.key("finishSeconds");
    if (progress.finish)
        json.value(qint64(progress.finish->count()));
    else
        json.null();
    json.member("speedKiBps", kib(progress.speed));
    json.member("averageKiBps", kib(progress.average));
    json.member("wantKiBps", kib(progress.wanted));
    json.member("stalled", progress.stalled);
    json.endObject();
}

void writeCounters(JsonWriter &json, const Core::DrbdCounters &counters)
{
    json.member("ns", counters.ns);
    json.member("nr", counters.nr);
    json.member("dw", counters.dw);
    json.member("dr", counters.dr);
    json.member("al", counters.al);
    json.member("bm", counters.bm);
    json.member("lo", counters.lo);
    json.member("pe", counters.pe);
    json.member("ua", counters.ua);
    json.member("ap", counters.ap);
    json.member("ep", counters.ep);
    json.memberOrNull("wo",
                      counters.writeOrder ? QString(QLatin1Char(*counters.writeOrder)) : QString());
    json.member("oosKiB", kib(counters.outOfSync));
}

void writeDevice(JsonWriter &json, const Core::ProcDrbdDevice &device)
{
    json.beginObject();
    json.member("minor", device.minor);
    json.memberOrNull("connection", text(device.connection));
    json.memberOrNull("localRole", text(device.localRole));
    json.memberOrNull("peerRole", text(device.peerRole));
    json.memberOrNull("localDisk", text(device.localDisk));
    json.memberOrNull("peerDisk", text(device.peerDisk));
    json.memberOrNull("protocol",
                      device.protocol ? QString(QLatin1Char(*device.protocol)) : QString());
    json.memberOrNull("flags", text(device.flags));
    writeCounters(json, device.counters);
    json.key("progress");
    if (device.progress)
        writeProgress(json, *device.progress);
    else
        json.null();
    json.endObject();
}
} // namespace

void write(JsonWriter &json, const Core::ProcDrbd &file)
{
    json.memberOrNull("version", file.version);
    json.member("api", file.api);
    json.member("protoMin", file.protoMin);
    json.member("protoMax", file.protoMax);
    json.member("stub", file.stub);
    json.key("devices");
    json.array(file.devices, writeDevice);
}
} // namespace Ctl
