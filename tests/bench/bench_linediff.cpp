// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linediff.h"

#include <QRandomGenerator>
#include <QStringList>

#include <algorithm>
#include <benchmark/benchmark.h>

// Two files of 10,000 lines: what people compare, and what would take a plain algorithm minutes.
namespace
{
constexpr int lines = 10'000;
constexpr quint32 seed = 20'260'114;

QStringList textOf(int kinds)
{
    QRandomGenerator random(seed + quint32(kinds));
    QStringList text;
    for (int i = 0; i < lines; ++i)
        text << QStringLiteral("    <clusternode name=\"node%1\" votes=\"1\"/>")
                    .arg(random.bounded(kinds));
    return text;
}

void compare(benchmark::State &state, const QStringList &before, const QStringList &after)
{
    const QString left = before.join(u'\n');
    const QString right = after.join(u'\n');
    for (auto _ : state)
        benchmark::DoNotOptimize(Core::lineDiff(left, right));
    state.SetBytesProcessed(state.iterations() * (left.size() + right.size()));
}

void hundredChanges(benchmark::State &state)
{
    const QStringList before = textOf(1'000'000);
    QStringList after = before;
    for (int i = 0; i < lines; i += lines / 100)
        after[i].replace(u'1', u'2');
    compare(state, before, after);
}

void aWordOfEachLine(benchmark::State &state)
{
    const QStringList before = textOf(1'000'000);
    QStringList after = before;
    after.replaceInStrings(QStringLiteral("votes=\"1\""), QStringLiteral("votes=\"2\""));
    compare(state, before, after);
}

void nothingShared(benchmark::State &state)
{
    compare(state, textOf(1'000'000), textOf(2'000'000));
}

void shuffled(benchmark::State &state)
{
    const QStringList before = textOf(1'000'000);
    QStringList after = before;
    QRandomGenerator random(seed);
    std::shuffle(after.begin(), after.end(), random);
    compare(state, before, after);
}

void thirtyKindsOfLines(benchmark::State &state)
{
    QStringList other = textOf(30);
    std::reverse(other.begin(), other.end());
    compare(state, textOf(30), other);
}
} // namespace

BENCHMARK(hundredChanges)->Name("linediff/a hundred changes")->Unit(benchmark::kMillisecond);
BENCHMARK(aWordOfEachLine)->Name("linediff/a word of each line")->Unit(benchmark::kMillisecond);
BENCHMARK(nothingShared)->Name("linediff/nothing shared")->Unit(benchmark::kMillisecond);
BENCHMARK(shuffled)->Name("linediff/lines shuffled")->Unit(benchmark::kMillisecond);
BENCHMARK(thirtyKindsOfLines)
    ->Name("linediff/thirty kinds of lines")
    ->Unit(benchmark::kMillisecond);
