// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/history.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cmath>
#include <cstdio>
#include <ctime>

// Thirty days of ten resources on two nodes and of three interfaces each, a value a second: what
// writing costs of a core, what it takes on the disk, how fast the panel's questions are answered.
// "bench_history 2" writes two days only; the share of a core and the query times of the finest
// tiers are the same then.
using namespace Core;

namespace
{
constexpr qint64 begin = 1'770'000'000;

QList<SeriesKey> keys()
{
    QList<SeriesKey> all;
    for (const char *node : {"node1", "node2"}) {
        const NodeName name(QString::fromLatin1(node));
        for (int resource = 0; resource < 10; ++resource) {
            for (int quantity = 0; quantity <= int(Quantity::ActivityLogWrites); ++quantity)
                all << SeriesKey{name, QStringLiteral("r%1").arg(resource), Quantity(quantity)};
        }
        for (const char *interface : {"eth0", "eth1", "eth4"}) {
            for (const Quantity quantity : {Quantity::InterfaceReceived, Quantity::InterfaceSent})
                all << SeriesKey{name, QString::fromLatin1(interface), quantity};
        }
    }
    return all;
}

// A busy cluster: rates that never rest, so that nothing compresses as an idle one would.
double valueAt(int series, qint64 second, quint32 &noise)
{
    noise = noise * 1'664'525 + 1'013'904'223;
    const double wave = std::sin(double(second) / (300 + series)) + 1.2;
    return wave * 5e6 * (1 + double(noise >> 8) / double(1 << 24));
}

template <typename T> T answered(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

double processorSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

qint64 onDisk(const QString &file)
{
    return QFileInfo(file).size() + QFileInfo(file + QStringLiteral("-wal")).size();
}

void write(History &history, const QList<SeriesKey> &series, qint64 seconds)
{
    quint32 noise = 1;
    QFuture<Expected<void>> last;
    for (qint64 second = 0; second < seconds; ++second) {
        QList<SeriesValue> values;
        values.reserve(series.size());
        for (int i = 0; i < series.size(); ++i)
            values << SeriesValue{series[i], valueAt(i, second, noise)};
        last = history.add(begin + second, values);
        if (second % 60 == 0)
            last.waitForFinished(); // the queue stays short
    }
    last.waitForFinished();
}

void measureQuery(History &history, const char *name, const QList<SeriesKey> &series, qint64 from,
                  qint64 to)
{
    QElapsedTimer timer;
    timer.start();
    const auto answer = answered(history.query({series, from, to, 1000}));
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    qsizetype points = 0;
    if (answer) {
        for (const HistoryCurve &curve : answer->curves)
            points += curve.points.size();
    }
    std::printf("query, %-34s %3lld series %8lld points %8.1f ms\n", name,
                static_cast<long long>(series.size()), static_cast<long long>(points), ms);
}
} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const qint64 seconds
        = qint64((argc > 1 ? QString::fromLocal8Bit(argv[1]).toDouble() : 30) * 86'400);
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("history.db"));
    const QList<SeriesKey> series = keys();
    const qint64 end = begin + seconds;
    {
        History history(file);
        if (!answered(history.open()))
            return 1;
        quint32 noise = 1;
        const double idle = processorSeconds();
        double sum = 0;
        for (qint64 second = 0; second < seconds / 100; ++second) {
            for (int i = 0; i < series.size(); ++i)
                sum += valueAt(i, second, noise);
        }
        const double making
            = (processorSeconds() - idle) * 100; // of the values, not of the history
        const double before = processorSeconds();
        write(history, series, seconds);
        const double used = processorSeconds() - before - making;
        std::printf("series %lld, seconds %lld%s\n", static_cast<long long>(series.size()),
                    static_cast<long long>(seconds), sum > 0 ? "" : " ");
        std::printf("writing: %.3f %% of a core at one value a second\n",
                    used / double(seconds) * 100);
        std::printf("file: %.1f MiB\n", double(onDisk(file)) / 1048576);
    }
    History history(file);
    if (!answered(history.open()) || !answered(history.add(end, {{series.first(), 1}})))
        return 1;
    const QList<SeriesKey> both{series.first(), series[series.size() / 2]};
    measureQuery(history, "30 days, everything", series, end - 30 * 86'400, end);
    measureQuery(history, "30 days, out of sync of ten", series.mid(0, 20), end - 30 * 86'400, end);
    measureQuery(history, "a day, one resource, both sides", both, end - 86'400, end);
    measureQuery(history, "an hour, one resource, both sides", both, end - 3600, end);
    measureQuery(history, "a minute, one resource", both, end - 60, end);
    return 0;
}
