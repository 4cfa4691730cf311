// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/provider/clusterconffile.h"

#include "core/clusterconf/reader.h"
#include "core/parse/cursor.h"
#include "core/provider/answers.h"

#include <algorithm>

namespace Core
{
namespace
{
const ProbeId sumProbe(QStringLiteral("clusterconf-sum"));
const ProbeId fileProbe(QStringLiteral("clusterconf"));
const ProbeId localProbe(QStringLiteral("clusterconf-local"));
const ProbeId pendingProbe(QStringLiteral("clusterconf-pending"));
const QString committed = QStringLiteral("/etc/pve/cluster.conf");
const QString local = QStringLiteral("/etc/cluster/cluster.conf");
const QString pending = QStringLiteral("/etc/pve/cluster.conf.new");

// "HEX  PATH"; a backslash in front tells that the path was escaped (coreutils).
Expected<ConfigFile> parseSum(QByteArrayView text)
{
    constexpr qsizetype hexDigits = 64;
    Lines lines(text);
    lines.next();
    Cursor cursor = lines.cursor();
    cursor.skip('\\');
    const QByteArrayView sum = cursor.word();
    const bool hex = std::all_of(sum.begin(), sum.end(),
                                 [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
    if (sum.size() != hexDigits || !hex)
        return lines.failure(1, message(QT_TRANSLATE_NOOP("Core", "a SHA-256 checksum")));
    return ConfigFile{sum.toByteArray()};
}

Message noFile(const ProbeResult &result)
{
    return message(QT_TRANSLATE_NOOP("Core", "cluster.conf of %1 cannot be read"), named(result));
}
} // namespace

QStringList ClusterConfFileProvider::wantedPaths() const
{
    return {committed, local};
}

// The local copy tells that there is one even while pmxcfs is not mounted.
bool ClusterConfFileProvider::detect(const MachineFacts &facts) const
{
    return facts.paths.contains(committed) || facts.paths.contains(local);
}

QList<Probe> ClusterConfFileProvider::probes(const MachineContext &context) const
{
    if (context.kind != MachineKind::Node)
        return {};
    Probe sum;
    sum.id = sumProbe;
    sum.script = "sha256sum " + rooted(context, committed);
    sum.period = std::chrono::seconds(2);
    sum.channel = ProbeChannel::Slow;
    Probe file = sum;
    file.id = fileProbe;
    file.script = "cat " + rooted(context, committed);
    file.period = std::chrono::seconds(10);
    Probe copy = file;
    copy.id = localProbe;
    copy.script = "cat " + rooted(context, local);
    Probe waiting = file;
    waiting.id = pendingProbe;
    const QByteArray path = rooted(context, pending);
    waiting.script = "[ ! -e " + path + " ] || cat " + path;
    return {sum, file, copy, waiting};
}

Patch ClusterConfFileProvider::read(const ProbeResult &result) const
{
    if (result.probe == sumProbe)
        return patchOf(result, reworded(result, observedBy(result, parseSum), noFile(result)));
    if (result.probe == fileProbe)
        return patchOf(result,
                       reworded(result, observedBy(result, readClusterConfig), noFile(result)));
    return noFacts(result);
}

std::optional<ConfPlace> confPlaceOf(const ProbeId &probe)
{
    if (probe == fileProbe)
        return ConfPlace::Committed;
    if (probe == localProbe)
        return ConfPlace::Local;
    if (probe == pendingProbe)
        return ConfPlace::Pending;
    return std::nullopt;
}
} // namespace Core
