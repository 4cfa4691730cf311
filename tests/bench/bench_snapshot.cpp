// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/patch.h"
#include "core/model/snapshotdiff.h"
#include "core/model/textdump.h"

#include <benchmark/benchmark.h>

// What one answer of a machine costs in the main thread: merging it into the snapshot and telling
// what changed, with 1,000 DRBD resources on each of two nodes, of which one changes its state.
namespace
{
using namespace Core;

constexpr int resources = 1'000;
const NodeName nodes[] = {NodeName(QStringLiteral("alpha")), NodeName(QStringLiteral("beta"))};

DrbdStatus status(DrbdConnection last)
{
    DrbdStatus result{QStringLiteral("8.3.13"), false, {}};
    for (int minor = 0; minor < resources; ++minor) {
        DrbdResource one;
        one.minor = minor;
        one.role = Role::Primary;
        one.disk = DiskState::UpToDate;
        one.counters.ns = quint64(minor);
        one.counters.outOfSync = Bytes{0};
        const bool changed = minor == resources - 1;
        one.peers << DrbdPeer{{},
                              changed ? last : DrbdConnection::Connected,
                              Role::Secondary,
                              DiskState::UpToDate,
                              {}};
        result.resources << one;
    }
    return result;
}

DrbdNames names()
{
    DrbdNames result;
    for (int minor = 0; minor < resources; ++minor)
        result << DrbdName{ResourceName(QStringLiteral("r%1").arg(minor)), minor,
                           QStringLiteral("192.168.7.1")};
    return result;
}

template <typename T> Patch patch(const NodeName &node, T value)
{
    Observed<T> fact;
    fact.value = std::move(value);
    fact.evidence = {node, ProbeId(QStringLiteral("proc-drbd")), 0, 0};
    return {node, node, {fact}};
}

ClusterSnapshot healthy()
{
    ClusterSnapshot snapshot;
    QList<Patch> patches;
    for (const NodeName &node : nodes) {
        snapshot.machines[node].name = node;
        patches << patch(node, names()) << patch(node, status(DrbdConnection::Connected));
    }
    return applied(snapshot, patches);
}

void merge(benchmark::State &state)
{
    const ClusterSnapshot before = healthy();
    const Patch change = patch(nodes[0], status(DrbdConnection::StandAlone));
    for (auto _ : state)
        benchmark::DoNotOptimize(applied(before, change));
}
BENCHMARK(merge)->Name("snapshot/merge 1000 resources")->Unit(benchmark::kMillisecond);

void tellChanges(benchmark::State &state)
{
    const ClusterSnapshot before = healthy();
    const ClusterSnapshot after
        = applied(before, patch(nodes[0], status(DrbdConnection::StandAlone)));
    for (auto _ : state) {
        if (diff(before, after).isEmpty())
            state.SkipWithError("no change told");
    }
}
BENCHMARK(tellChanges)->Name("snapshot/diff 1000 resources")->Unit(benchmark::kMillisecond);

void dumpText(benchmark::State &state)
{
    const ClusterSnapshot snapshot = healthy();
    for (auto _ : state)
        benchmark::DoNotOptimize(textDump(snapshot));
}
BENCHMARK(dumpText)->Name("snapshot/text 1000 resources")->Unit(benchmark::kMillisecond);
} // namespace
