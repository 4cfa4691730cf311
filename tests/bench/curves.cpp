// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Thirty days of ten resources on two nodes: how soon the curves stand after the panel is opened,
// and what a frame of zooming and panning costs the main thread. The file is filled at once, a
// value every ten minutes for the month, every minute for the last day. Usage: bench_curves
#include "gui/curvepanel.h"
#include "gui/theme.h"
#include "tests/gui/samplecluster.h"

#include <QApplication>
#include <QElapsedTimer>
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
        m_history.open();
    }
    History *history() const override { return &m_history; }

private:
    mutable History m_history;
};

QList<SeriesValue> valuesAt(qint64 second)
{
    QList<SeriesValue> values;
    for (const int node : {1, 2}) {
        for (int resource = 0; resource < 10; ++resource) {
            const QString name = QStringLiteral("r%1").arg(resource);
            for (int quantity = 0; quantity <= int(Quantity::ActivityLogWrites); ++quantity) {
                const double phase = double(second) / (400 + 37 * resource + quantity) + node;
                values << SeriesValue{{SampleCluster::node(node), name, Quantity(quantity)},
                                      5e8 * (1.2 + std::sin(phase) + 0.2 * std::sin(17 * phase))};
            }
        }
    }
    return values;
}

void fill(History &history, qint64 now)
{
    QFuture<Expected<void>> last;
    const auto add = [&](qint64 second) {
        last = history.add(second, valuesAt(second));
        if (second % 3000 == 0)
            last.waitForFinished(); // the queue stays short
    };
    for (qint64 second = now - month; second < now - 86'400; second += 600)
        add(second);
    for (qint64 second = now - 86'400; second <= now; second += 60)
        add(second);
    history.flush().waitForFinished();
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
    const QTemporaryDir folder;
    Theme theme;
    theme.applyTo(*qApp);
    Source source(folder.filePath(QStringLiteral("history.db")));
    fill(*source.history(), SampleCluster::now().toSecsSinceEpoch());
    if (!open(source, theme, 6, "open: ten resources, both sides, 30 days")
        || !open(source, theme, 4, "open: ten resources, both sides, 24 hours"))
        return 1;
    const bool drawn = frames(source, theme, QString(), "30 days, ten resources, both sides")
        && frames(source, theme, QStringLiteral("r1"),
                  "30 days, one resource, both sides, with bands");
    return drawn ? 0 : 1;
}
