// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/parsejson.h"

#include <cmath>

namespace Ctl
{
namespace
{
// The words of qm and QEMU; the word of an unknown state is not known either.
QString word(Core::GuestState state)
{
    switch (state) {
    case Core::GuestState::Unknown:
        return {};
    case Core::GuestState::Stopped:
        return QStringLiteral("stopped");
    case Core::GuestState::Running:
        return QStringLiteral("running");
    case Core::GuestState::Paused:
        return QStringLiteral("paused");
    case Core::GuestState::IoError:
        return QStringLiteral("io-error");
    }
    return {};
}

// qm prints two decimals of a GiB.
std::optional<double> gib(const std::optional<Core::Bytes> &bytes)
{
    if (!bytes)
        return std::nullopt;
    return std::round(double(bytes->value) / (1024.0 * 1024 * 1024) * 100) / 100;
}

void writeGuest(JsonWriter &json, const Core::Vm &vm)
{
    json.beginObject();
    json.member("vmid", vm.id);
    json.memberOrNull("name", vm.name.text());
    json.memberOrNull("status", word(vm.state));
    json.member("memMiB", vm.memory.value / (1024 * 1024));
    json.member("bootDiskGiB", gib(vm.bootDisk));
    json.member("pid", vm.pid);
    json.endObject();
}

void writePlacement(JsonWriter &json, const Core::VmPlacement &placement)
{
    json.beginObject();
    json.member("vmid", placement.id);
    json.member("node", placement.node);
    json.member("container", placement.container);
    json.endObject();
}

template <typename Duration> std::optional<qint64> count(const std::optional<Duration> &time)
{
    return time ? std::optional<qint64>(time->count()) : std::nullopt;
}

const char *word(Core::MigrationResult result)
{
    switch (result) {
    case Core::MigrationResult::Unknown:
        return "unknown";
    case Core::MigrationResult::Ok:
        return "ok";
    case Core::MigrationResult::Aborted:
        return "aborted";
    case Core::MigrationResult::Problems:
        return "problems";
    }
    return "unknown";
}

void writeProgress(JsonWriter &json, const Core::MigrationProgress &progress)
{
    json.beginObject();
    json.member("percent", progress.percent());
    json.member("transferredBytes", progress.transferred.value);
    json.key("remainingBytes");
    if (progress.remaining)
        json.value(progress.remaining->value);
    else
        json.null();
    json.member("totalBytes", progress.total.value);
    json.endObject();
}
} // namespace

void write(JsonWriter &json, const QList<Core::Vm> &guests)
{
    json.key("vms");
    json.array(guests, writeGuest);
}

void write(JsonWriter &json, const Core::QmStatus &status)
{
    json.memberOrNull("status", status.word);
    json.memberOrNull("name", status.name);
    json.member("ha", status.highlyAvailable);
    json.member("pid", status.pid);
    json.member("uptimeSeconds", count(status.uptime));
}

void write(JsonWriter &json, const Core::VmPlacements &placements)
{
    json.key("vms");
    json.array(placements, writePlacement);
}

void write(JsonWriter &json, const Core::BootGuests &guests)
{
    json.key("vmids");
    json.array(guests.ids, [](JsonWriter &to, int id) { to.value(id); });
}

void write(JsonWriter &json, const Core::RunningGuests &guests)
{
    json.key("vmids");
    json.array(guests.ids, [](JsonWriter &to, int id) { to.value(id); });
}

void write(JsonWriter &json, const Core::Migration &migration)
{
    json.member("result", word(migration.result));
    json.memberOrNull("reason", migration.reason);
    json.member("durationSeconds", count(migration.duration));
    json.member("downtimeMs", count(migration.downtime));
    json.key("progress");
    json.array(migration.progress, writeProgress);
}
} // namespace Ctl
