// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ctl/formats.h"
#include "core/parse/cursor.h"
#include "core/parse/procdrbd.h"
#include "tests/golden/inputs.h"

#include <benchmark/benchmark.h>

// How fast each reader takes what its tool prints: bytes a second of the largest golden input, and
// of a /proc/drbd with many devices. "lines" only finds the lines of that file, as a measure.
namespace
{
QByteArray largeProcDrbd()
{
    QByteArray text
        = "version: 8.4.11 (api:1/proto:86-101)\nsrcversion: 0123456789ABCDEF0123456 \n";
    for (int minor = 0; minor < 2'000; ++minor) {
        text += QByteArray::number(minor).rightJustified(2)
            + ": cs:SyncTarget ro:Secondary/Primary ds:Inconsistent/UpToDate C r-----\n"
              "    ns:0 nr:6291456 dw:6289408 dr:0 al:8 bm:0 lo:12 pe:7 ua:12 ap:0 ep:1 wo:f "
              "oos:4194304\n\t[===========>........] sync'ed: 60.0% (4096/10240)M\n"
              "\tfinish: 0:00:40 speed: 104,860 (103,404) want: 112,640 K/sec\n";
    }
    return text;
}

QByteArray largestInput(const Ctl::Format &format)
{
    QByteArray largest;
    for (const QString &file : Golden::inputs(format.name)) {
        const QByteArray text = Golden::contents(file);
        if (text.size() > largest.size() && !format.check(text))
            largest = text;
    }
    return largest;
}

void countBytes(benchmark::State &state, const QByteArray &text)
{
    state.SetBytesProcessed(state.iterations() * text.size());
}

void readLines(benchmark::State &state)
{
    const QByteArray text = largeProcDrbd();
    for (auto _ : state) {
        qsizetype size = 0;
        for (Core::Lines lines(text); lines.next();)
            size += lines.line().size();
        benchmark::DoNotOptimize(size);
    }
    countBytes(state, text);
}

void readLargeProcDrbd(benchmark::State &state)
{
    const QByteArray text = largeProcDrbd();
    for (auto _ : state) {
        const Core::Expected<Core::ProcDrbd> file = Core::parseProcDrbd(text);
        if (!file || file->devices.size() != 2'000)
            state.SkipWithError("not read");
    }
    countBytes(state, text);
}

void readGoldenInput(benchmark::State &state, const Ctl::Format &format)
{
    const QByteArray text = largestInput(format);
    for (auto _ : state) {
        const std::optional<Core::Error> error = format.check(text);
        if (error)
            state.SkipWithError("not read");
    }
    countBytes(state, text);
}

bool registerAll()
{
    benchmark::RegisterBenchmark("parse/lines", readLines);
    benchmark::RegisterBenchmark("parse/proc-drbd of 2000 devices", readLargeProcDrbd);
    for (const Ctl::Format &format : Ctl::formats()) {
        const std::string name = std::string("parse/") + format.name;
        benchmark::RegisterBenchmark(
            name.c_str(), [&format](benchmark::State &state) { readGoldenInput(state, format); });
    }
    return true;
}
const bool registered = registerAll();
} // namespace
