// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/textdumpfacts.h"

#include <array>

namespace Core
{
using namespace DumpText;

namespace
{
QString name(const char *text)
{
    return QString::fromLatin1(text);
}

constexpr std::array logKinds{
    "split-brain",    "split-brain-solved", "unrelated-data",  "secret-mismatch", "handshake-self",
    "handshake-peer", "disconnecting",      "connection-lost", "connected",       "resync-done",
    "verify-done",    "verify-found",       "verify-began",    "out-of-sync",     "verify-aborted"};
static_assert(logKinds.size() == size_t(DrbdLogKind::VerifyAborted) + 1);

void dumpConfigured(Rows &rows, int depth, const DrbdResourceConfig &resource)
{
    rows.row(depth, name("resource"))
        .word(text(resource.name))
        .pair("shared-secret", resource.sharedSecret);
    for (const DrbdHost &host : resource.hosts)
        rows.row(depth + 1, name("host"))
            .word(text(host.node))
            .pair("volume", host.volume)
            .pair("device", host.device)
            .pair("minor", host.minor)
            .pair("disk", host.disk)
            .pair("meta-disk", host.metaDisk)
            .pair("address", host.address);
    for (auto setting = resource.settings.begin(); setting != resource.settings.end(); ++setting)
        rows.row(depth + 1, name("setting"))
            .word(text(setting.key()))
            .word(text(setting->value))
            .pair("file", setting->file)
            .pair("line", setting->line);
}
} // namespace

void dump(Rows &rows, int depth, const DrbdConfig &config)
{
    rows.row(depth, name("config")).pair("files", config.files).pair("missing", config.missing);
    for (const DrbdResourceConfig &resource : config.resources)
        dumpConfigured(rows, depth, resource);
}

void dump(Rows &rows, int depth, const DrbdGenerations &generations)
{
    for (const DrbdGeneration &one : generations.list) {
        QStringList uuids;
        for (const quint64 uuid : one.uuids)
            uuids << QString::number(uuid, 16);
        rows.row(depth, name("generation"))
            .word(text(one.resource))
            .pair("volume", one.volume)
            .pair("uuids", uuids);
    }
}

void dump(Rows &rows, int depth, const DrbdLog &log)
{
    for (const DrbdLogEntry &entry : log.entries) {
        rows.row(depth, name(logKinds[size_t(entry.kind)])).pair("minor", entry.minor);
        if (!entry.resource.isEmpty())
            rows.pair("resource", entry.resource);
        if (entry.at.isValid())
            rows.pair("at", entry.at);
        if (entry.bits)
            rows.pair("bits", entry.bits);
        if (entry.sector)
            rows.pair("sector", entry.sector);
        if (entry.sectors)
            rows.pair("sectors", entry.sectors);
    }
}
} // namespace Core
