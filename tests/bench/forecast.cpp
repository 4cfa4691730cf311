// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How wrong the forecast of a resync's end was, on a laboratory of its own in real time: once at a
// constant rate, once at a rate that doubles and halves every minute. What was said each second is
// compared with when the node's kernel says that it ended. Usage: bench_forecast [MIB-A-SECOND]
#include "core/collect/forecasts.h"
#include "core/session/session.h"
#include "tests/bench/benchlab.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
bool setRate(BenchLab &lab, double mebibytes)
{
    return lab.call({u"set"_s, u"resync-rate"_s, QString::number(qint64(mebibytes * 1024))});
}

// s since boot, of the newest line of the kernel log of node2 that has the words; none: no line.
std::optional<double> loggedAt(const BenchLab &lab, const QByteArray &words)
{
    QProcess log;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"BINOME_LAB_DIR"_s, lab.folder());
    environment.insert(u"BINOME_LAB_NODE"_s, u"node2"_s);
    log.setProcessEnvironment(environment);
    log.start(lab.folder() + u"/machines/node2/bin/dmesg"_s, QStringList());
    log.waitForFinished(10'000);
    std::optional<double> found;
    for (const QByteArray &line : log.readAllStandardOutput().split('\n')) {
        if (line.startsWith('[') && line.contains(words))
            found = line.mid(1, line.indexOf(']') - 1).trimmed().toDouble();
    }
    return found;
}

// When the resync of r1 ended on node2, by `clock`, s: a line that is written now tells the
// kernel's time. The console itself hears of it half a second later, as much as the error allowed.
double endOfResync(BenchLab &lab, const QElapsedTimer &clock)
{
    lab.call({u"do"_s, u"drbd-pause"_s, u"node2"_s, u"r2"_s});
    const double written = double(clock.elapsed()) / 1000;
    const auto now = loggedAt(lab, "drbd2: ");
    const auto end = loggedAt(lab, "drbd1: Resync done");
    lab.call({u"do"_s, u"drbd-resume"_s, u"node2"_s, u"r2"_s});
    return now && end ? written - (*now - *end) : written;
}

struct Said {
    double at; // s since the resync was first seen
    double remaining; // s
    bool inside(double truly) const { return truly >= earliest && truly <= latest; }
    double earliest, latest;
};

double seconds(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

// What was said until the resync of r1 ended; empty: it never did.
QList<Said> follow(Session &session, BenchLab &lab, const std::function<void(double)> &meanwhile,
                   double *end)
{
    const ResourceName resource(u"r1"_s);
    QList<Said> said;
    QElapsedTimer clock;
    const auto running = [&] { return session.forecasts().of(resource).has_value(); };
    if (!QTest::qWaitFor(running, 30'000))
        return {};
    clock.start();
    while (running() && clock.elapsed() < 1'800'000) {
        const auto now = session.forecasts().of(resource);
        const Forecast &forecast = now->forecast;
        if (forecast.remaining)
            said << Said{double(clock.elapsed()) / 1000, seconds(*forecast.remaining),
                         seconds(forecast.earliest.value_or(*forecast.remaining)),
                         seconds(forecast.latest.value_or(*forecast.remaining))};
        meanwhile(double(clock.elapsed()) / 1000);
        const auto ended = [&] {
            const auto told = session.forecasts().of(resource);
            return !told || told->forecast.state == ForecastState::Done;
        };
        if (QTest::qWaitFor(ended, 1000)) // its end to some milliseconds
            break;
    }
    *end = endOfResync(lab, clock);
    return said;
}

void report(const char *name, const QList<Said> &said, double end, double from, double allowed)
{
    double worst = 0;
    double worstAt = 0;
    double worstBefore = 0; // while a second is less than the error asked for
    double sum = 0;
    int counted = 0;
    int inside = 0;
    for (const Said &one : said) {
        const double truly = end - one.at;
        if (one.at < from || truly < 5)
            continue;
        const double error = std::abs(one.remaining - truly) / truly;
        if (error > worst) {
            worst = error;
            worstAt = one.at;
        }
        if (truly * allowed >= 1)
            worstBefore = std::max(worstBefore, error);
        sum += error;
        inside += one.inside(truly) ? 1 : 0;
        ++counted;
    }
    std::printf(
        "%-28s %5.0f s  error from %.0f s on: mean %.1f %%, worst %.1f %% (at %.0f s), up to "
        "%.0f s before the end %.1f %% (asked %.0f %%); in the range said: %d of %d\n",
        name, end, from, counted ? 100 * sum / counted : 0, 100 * worst, worstAt, 1 / allowed,
        100 * worstBefore, 100 * allowed, inside, counted);
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const double rate = argc > 1 ? atof(argv[1]) : 300;
    BenchLab lab;
    Session session(lab.profile());
    session.open();
    if (!QTest::qWaitFor([&] { return session.settled(); }, 30'000))
        return 1;
    const auto nothing = [](double) {};
    double end = 0;
    setRate(lab, rate);
    lab.call({u"do"_s, u"drbd-invalidate"_s, u"node2"_s, u"r1"_s});
    const QList<Said> constant = follow(session, lab, nothing, &end);
    report("constant rate", constant, end, 10, 0.05);

    QTest::qWait(3000);
    bool fast = false;
    setRate(lab, rate / 3);
    lab.call({u"do"_s, u"drbd-invalidate"_s, u"node2"_s, u"r1"_s});
    const auto swing = [&](double at) {
        const bool wanted = int(at / 60) % 2 == 1;
        if (wanted != fast)
            setRate(lab, wanted ? rate / 1.5 : rate / 3);
        fast = wanted;
    };
    const QList<Said> swinging = follow(session, lab, swing, &end);
    report("halved, doubled each minute", swinging, end, end / 2, 0.15);
    return 0;
}
