// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recording of a day, made here with the recorder's own writer, and opened as --replay does: how
// long until its facts and its curves are there, how much memory that takes, and whether the curves
// show the whole of it. Usage: bench_replay [HOURS [FILE]]; with FILE the recording is kept there.
#include "core/session/replaysession.h"
#include "tests/fakecluster/simulatedday.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <ctime>

using namespace Core;
using namespace Testing;

namespace
{
double cpuSeconds()
{
    return double(std::clock()) / CLOCKS_PER_SEC;
}

double memoryMiB()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ').value(1).toDouble() / 1024;
    }
    return 0;
}

struct Watch {
    QElapsedTimer wall;
    double cpu = cpuSeconds();
    Watch() { wall.start(); }
    void tell(const char *what) const
    {
        std::printf("%-36s %7.2f s, %7.2f s of CPU, memory so far %5.0f MiB\n", what,
                    double(wall.elapsed()) / 1000, cpuSeconds() - cpu, memoryMiB());
    }
};

// From the first to the last point of a curve of the whole recording, and its longest hole.
void tellCurve(History &history, const SeriesKey &key, qint64 seconds)
{
    const qint64 from = simulatedStart().toSecsSinceEpoch();
    const Watch watch;
    QFuture<Expected<HistoryAnswer>> asked = history.query({{key}, from, from + seconds, 1000});
    asked.waitForFinished();
    if (!asked.result() || asked.result()->curves.first().points.isEmpty()) {
        std::printf("%s: no curve\n", word(key.quantity));
        return;
    }
    const HistoryAnswer answer = *asked.result();
    const QList<HistoryPoint> &points = answer.curves.first().points;
    qint64 hole = 0;
    for (qsizetype i = 1; i < points.size(); ++i)
        hole = std::max(hole, points[i].at - points[i - 1].at);
    std::printf("  %-16s %lld points, %.2f of %.2f h, longest step %lld s (a point: %lld s), asked "
                "in %lld ms\n",
                word(key.quantity), static_cast<long long>(points.size()),
                double(points.last().at + answer.step - points.first().at) / 3600,
                double(seconds) / 3600, static_cast<long long>(hole),
                static_cast<long long>(answer.step), static_cast<long long>(watch.wall.elapsed()));
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const double hours = argc > 1 ? atof(argv[1]) : 24;
    const auto seconds = qint64(hours * 3600);
    const QTemporaryDir folder;
    const QString name = argc > 2 ? QString::fromLocal8Bit(argv[2])
                                  : folder.filePath(QStringLiteral("day.binrec"));
    {
        QFile file(name);
        const Watch watch;
        if (!file.open(QIODevice::WriteOnly)
            || !writeSimulatedRecording(file, std::chrono::seconds(seconds)))
            return 1;
        watch.tell("written");
        std::printf("  %.1f h in %.1f MiB\n", hours, double(file.size()) / (1 << 20));
    }
    ReplaySession session(name);
    const Watch watch;
    QObject::connect(&session, &ReplaySession::failed, &app, [] { QCoreApplication::exit(1); });
    QObject::connect(&session, &ReplaySession::opened, &app, [&] { watch.tell("opened"); });
    QObject::connect(&session, &ReplaySession::curvesFailed, &app,
                     [] { QCoreApplication::exit(2); });
    QObject::connect(&session, &ReplaySession::curvesReady, &app, [&] {
        watch.tell("its curves are there");
        for (const Quantity quantity :
             {Quantity::OutOfSync, Quantity::ResyncRate, Quantity::DiskWritten})
            tellCurve(*session.history(), {simulatedNode(1), QStringLiteral("drbd1"), quantity},
                      seconds);
        const Watch seeking;
        session.replay()->seek(session.replay()->duration() / 2);
        seeking.tell("a seek to its middle");
        QCoreApplication::exit(0);
    });
    session.open();
    return QCoreApplication::exec();
}
