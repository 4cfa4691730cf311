// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lint.h"
#include "core/clusterconf/meaning.h"
#include "core/clusterconf/schema.h"

#include <benchmark/benchmark.h>

// A typical cluster.conf of two nodes, and one of about a mebibyte.
namespace
{
QByteArray conf(int nodes, int guests)
{
    QByteArray text
        = "<?xml version=\"1.0\"?>\n<cluster name=\"pair\" config_version=\"14\">\n"
          "  <cman expected_votes=\"3\" keyfile=\"/var/lib/pve-cluster/corosync.authkey\"/>\n"
          "  <totem token=\"54000\"/>\n"
          "  <quorumd label=\"ballot\" interval=\"1\" tko=\"10\" votes=\"1\"/>\n  <fencedevices>\n";
    for (int i = 1; i <= nodes; ++i)
        text += "    <fencedevice agent=\"fence_ipmilan\" name=\"bmc" + QByteArray::number(i)
            + "\" ipaddr=\"10.0.0." + QByteArray::number(i)
            + "\" login=\"fence\" passwd=\"x\" lanplus=\"1\" power_wait=\"10\"/>\n";
    text += "  </fencedevices>\n  <clusternodes>\n";
    for (int i = 1; i <= nodes; ++i)
        text += "    <clusternode name=\"node" + QByteArray::number(i) + "\" nodeid=\""
            + QByteArray::number(i)
            + "\" votes=\"1\">\n      <fence>\n        <method name=\"1\">\n          <device "
              "name=\"bmc"
            + QByteArray::number(i)
            + "\"/>\n        </method>\n      </fence>\n    </clusternode>\n";
    text += "  </clusternodes>\n  <rm>\n";
    for (int i = 0; i < guests; ++i)
        text += "    <pvevm autostart=\"1\" vmid=\"" + QByteArray::number(100 + i) + "\"/>\n";
    return text + "  </rm>\n</cluster>\n";
}

void lintOf(benchmark::State &state, const QByteArray &text)
{
    Core::lint(text); // the schema is compiled once
    for (auto _ : state) {
        if (!Core::lint(text).schemaValid)
            state.SkipWithError("not valid");
    }
    state.SetBytesProcessed(state.iterations() * text.size());
}

void lintTypical(benchmark::State &state)
{
    lintOf(state, conf(2, 20));
}

void lintMebibyte(benchmark::State &state)
{
    lintOf(state, conf(2'200, 9'000));
}

void schemaOfAMebibyte(benchmark::State &state)
{
    const auto document = Core::Document::fromBytes(conf(2'200, 9'000));
    for (auto _ : state)
        benchmark::DoNotOptimize(Core::schemaVerdict(*document));
}

void readMebibyte(benchmark::State &state)
{
    const QByteArray text = conf(2'200, 9'000);
    for (auto _ : state)
        benchmark::DoNotOptimize(Core::Document::fromBytes(text));
}

void meaningOfAMebibyte(benchmark::State &state)
{
    const QByteArray text = conf(2'200, 9'000);
    const auto before = Core::Document::fromBytes(text);
    const auto after = Core::Document::fromBytes(
        QByteArray(text).replace("54000", "30000").replace("bmc77\"", "bmc78\""));
    for (auto _ : state)
        benchmark::DoNotOptimize(Core::changesOf(*before, *after));
}
} // namespace

BENCHMARK(lintTypical)->Name("conf/lint of a typical file")->Unit(benchmark::kMillisecond);
BENCHMARK(lintMebibyte)->Name("conf/lint of 1 MiB")->Unit(benchmark::kMillisecond);
BENCHMARK(readMebibyte)->Name("conf/reading of 1 MiB, in it")->Unit(benchmark::kMillisecond);
BENCHMARK(schemaOfAMebibyte)->Name("conf/schema of 1 MiB, in it")->Unit(benchmark::kMillisecond);
BENCHMARK(meaningOfAMebibyte)->Name("conf/meaning of 1 MiB")->Unit(benchmark::kMillisecond);
