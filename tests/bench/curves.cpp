// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty days of ten resources on two nodes: how soon the curves stand after the panel is opened,
// and what a frame of zooming and panning costs the main thread. The file is filled at once, with a
// value of every second that its tiers keep. Usage: bench_curves
#include "core/store/historytail.h"
#include "gui/curvepanel.h"
#include "gui/theme.h"
#include "tests/gui/samplecluster.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Core;
using namespace Gui;

namespace
{
constexpr qint64 month = 30 * 86'400;

class Source : public SampleCluster::Source
{
public:
    explicit Source(const QString &file)
        : SampleCluster::Source(SampleCluster::healthy()), m_history(file)
    {
        QElapsedTimer timer;
        timer.start();
        const Expected<void> opened = m_history.open().result();
        if (opened)
            std::printf("%-44s %6.1f ms\n", "open: the file, checked for damage",
                        double(timer.nsecsElapsed()) / 1e6);
        else
            std::fprintf(stderr, "bench_curves: %s\n", qPrintable(rendered(opened.error().what)));
    }
    History *history() const override { return &m_history; }

private:
    mutable History m_history;
};

// Every second of every tier, as ten resources on two nodes leave it behind after a month.
HistoryChunk chunkOf(int tier, qint64 start, const SeriesKey &key, double phase)
{
    HistoryChunk chunk(tier, start);
    const qint64 step = historyTiers[size_t(tier)].step;
    for (qint64 at = start; at < start + HistoryChunk::length(tier); at += step) {
        const double turn = double(at) / (400 + 37 * phase + int(key.quantity)) + phase;
        const double value = 5e8 * (1.2 + std::sin(turn) + 0.2 * std::sin(17 * turn));
        for (const double share : {0.9, 1.0, 1.15})
            chunk.add(at, float(value * share));
    }
    return chunk;
}

HistoryChunks chunksOf(const SeriesKey &key, double phase, qint64 now)
{
    HistoryChunks chunks;
    for (int tier = 0; tier < int(historyTiers.size()); ++tier) {
        const qint64 kept = std::min(historyTiers[size_t(tier)].kept, month);
        for (qint64 start = HistoryChunk::startOf(tier, now - kept); start <= now;
             start += HistoryChunk::length(tier))
            chunks << std::pair(key, chunkOf(tier, start, key, phase));
    }
    return chunks;
}

bool fill(const QString &path, qint64 now)
{
    HistoryFile file(path);
    if (!file.open(HistoryFile::Access::Write))
        return false;
    for (const int node : {1, 2}) {
        for (int resource = 0; resource < 10; ++resource) {
            for (int quantity = 0; quantity <= int(Quantity::ActivityLogWrites); ++quantity) {
                const SeriesKey key{SampleCluster::node(node), QStringLiteral("r%1").arg(resource),
                                    Quantity(quantity)};
                if (!file.write(chunksOf(key, 10 * node + resource, now)))
                    return false;
            }
        }
    }
    return true;
}

void tell(const char *what, QList<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[std::min(values.size() - 1, qsizetype(share * double(values.size())))];
    };
    std::printf("%-44s median %6.1f ms, 95 %% %6.1f ms, worst %6.1f ms (%lld)\n", what, at(0.5),
                at(0.95), values.last(), static_cast<long long>(values.size()));
}

double elapsed(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

// From the page's first showing to curves that are painted.
bool open(const Source &source, const Theme &theme, int range, const char *what)
{
    QList<double> taken;
    for (int i = 0; i < 10; ++i) {
        CurvePanel panel(theme);
        panel.resize(1650, 420);
        panel.showRange(range);
        bool loaded = false;
        QObject::connect(&panel, &CurvePanel::loaded, [&] { loaded = true; });
        QElapsedTimer timer;
        timer.start();
        panel.setSource(&source, nullptr);
        panel.show();
        if (!QTest::qWaitFor([&] { return loaded; }, 30'000))
            return false;
        panel.plot().replot(QCustomPlot::rpImmediateRefresh);
        taken << elapsed(timer);
    }
    tell(what, taken);
    return true;
}

// One frame: the axis moves, everything is drawn again.
bool frames(const Source &source, const Theme &theme, const QString &subject, const char *what)
{
    CurvePanel panel(theme);
    panel.resize(1650, 420);
    panel.showRange(int(CurvePanel::ranges().size()) - 1);
    panel.setSource(&source, nullptr);
    panel.show();
    const auto drawn = [&] { return !panel.plot().curves().isEmpty() && !panel.isLoading(); };
    if (!QTest::qWaitFor(drawn, 30'000))
        return false;
    panel.showSubject(subject);
    if (!QTest::qWaitFor(drawn, 30'000))
        return false;
    QTest::qWait(200);
    QList<double> pans;
    QList<double> zooms;
    QCPAxis *axis = panel.plot().xAxis;
    const auto frame = [&](QList<double> &times, auto change) {
        QElapsedTimer timer;
        timer.start();
        change();
        panel.plot().replot(QCustomPlot::rpImmediateRefresh);
        times << elapsed(timer);
        QCoreApplication::processEvents();
    };
    for (int i = 0; i < 120; ++i)
        frame(pans, [&] { axis->moveRange((i % 2 ? 1 : -1) * axis->range().size() / 50); });
    for (int i = 0; i < 120; ++i)
        frame(zooms, [&] { axis->scaleRange(i % 40 < 20 ? 0.95 : 1 / 0.95); });
    std::printf("%s\n", what);
    tell("  a frame while panning", pans);
    tell("  a frame while zooming", zooms);
    return true;
}
} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    const QTemporaryDir folder;
    Theme theme;
    theme.applyTo(*qApp);
    const QString file = folder.filePath(QStringLiteral("history.db"));
    if (!fill(file, SampleCluster::now().toSecsSinceEpoch())) {
        std::fprintf(stderr, "bench_curves: the history cannot be filled\n");
        return 1;
    }
    const double size
        = double(QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size());
    std::printf("%-44s %.0f MiB\n", "ten resources, both sides, every tier full", size / (1 << 20));
    Source source(file);
    if (!open(source, theme, 6, "open: ten resources, both sides, 30 days")
        || !open(source, theme, 4, "open: ten resources, both sides, 24 hours"))
        return 1;
    const bool drawn = frames(source, theme, QString(), "30 days, ten resources, both sides")
        && frames(source, theme, QStringLiteral("r1"),
                  "30 days, one resource, both sides, with bands");
    return drawn ? 0 : 1;
}
