// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/lint.h"
#include "core/clusterconf/meaning.h"
#include "core/clusterconf/schema.h"
#include "tests/bench/conftexts.h"

#include <benchmark/benchmark.h>

// A typical cluster.conf of two nodes, and one of about a mebibyte.
namespace
{
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
    lintOf(state, BenchText::typicalConf());
}

void lintMebibyte(benchmark::State &state)
{
    lintOf(state, BenchText::mebibyteConf());
}

void schemaOfAMebibyte(benchmark::State &state)
{
    const auto document = Core::Document::fromBytes(BenchText::mebibyteConf());
    for (auto _ : state)
        benchmark::DoNotOptimize(Core::schemaVerdict(*document));
}

void readMebibyte(benchmark::State &state)
{
    const QByteArray text = BenchText::mebibyteConf();
    for (auto _ : state)
        benchmark::DoNotOptimize(Core::Document::fromBytes(text));
}

void meaningOfAMebibyte(benchmark::State &state)
{
    const QByteArray text = BenchText::mebibyteConf();
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
