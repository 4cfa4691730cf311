// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/forecast.h"
#include "tests/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <functional>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
constexpr double MiB = 1024 * 1024;
using RateAt = std::function<double(double)>; // bytes a second at a second

// What is left at each step until nothing is.
QList<SyncSample> series(double total, const RateAt &rate, double step = 1, double limit = 1e6)
{
    QList<SyncSample> samples;
    double left = total;
    double at = 0;
    constexpr double fine = 0.05; // s
    double next = 0;
    while (left > 0 && at < limit) {
        if (at >= next - 1e-9) {
            // DRBD counts in blocks of 4 KiB.
            samples << SyncSample{std::chrono::milliseconds(std::llround(at * 1000)),
                                  Bytes{qint64(std::ceil(left / 4096)) * 4096}};
            next += step;
        }
        left -= rate(at) * fine;
        at += fine;
    }
    samples << SyncSample{std::chrono::milliseconds(std::llround(at * 1000)), Bytes{0}};
    return samples;
}

SyncConditions syncing()
{
    SyncConditions conditions;
    conditions.connection = DrbdConnection::SyncTarget;
    conditions.flags = QStringLiteral("r-----");
    return conditions;
}

// As a console sees it: each answer comes up to 0.4 s late, and one in nine 0.8 s.
QList<SyncSample> late(QList<SyncSample> samples, quint32 seed)
{
    QRandomGenerator random(seed);
    for (qsizetype i = 0; i + 1 < samples.size(); ++i) {
        const int delay = random.bounded(9) == 0 ? 800 : random.bounded(400);
        samples[i].at += std::chrono::milliseconds(delay);
        if (i > 0)
            samples[i].at = std::max(samples[i].at, samples[i - 1].at + 1ms);
    }
    return samples;
}

struct Error {
    double worst = 0; // share of the true remaining time
    double at = 0; // s
};

// The worst error of forecasts made every third second from second `from` on, up to some seconds
// before the end, where a second more or less is nothing to anybody.
Error worstError(const QList<SyncSample> &samples, double from, double upTo = 5)
{
    Error error;
    const double end = double(samples.last().at.count()) / 1000;
    for (qsizetype i = 1; i < samples.size(); i += 3) {
        const double at = double(samples[i].at.count()) / 1000;
        if (at < from || end - at < upTo)
            continue;
        const Forecast said = forecast(samples.first(i + 1), syncing());
        const double remaining = said.remaining ? double(said.remaining->count()) / 1000 : 1e9;
        const double share = std::abs(remaining - (end - at)) / (end - at);
        if (share > error.worst)
            error = {share, at};
    }
    return error;
}

QByteArray words(const Error &error)
{
    return QByteArray::number(error.worst * 100) + " % at " + QByteArray::number(error.at) + " s";
}
} // namespace

class TstForecast : public QObject
{
    Q_OBJECT
private slots:
    void constantRateIsWithinFivePercent_data();
    void constantRateIsWithinFivePercent();
    void lateAnswersSpoilNoConstantRate();
    void lateAnswersSpoilNoAlternation_data();
    void lateAnswersSpoilNoAlternation();
    void halvingAndDoublingIsWithinFifteenPercentFromHalfWay_data();
    void halvingAndDoublingIsWithinFifteenPercentFromHalfWay();
    void theTruthIsInTheRange();
    void aSteadyRateHasARangeToo();
    void nothingIsNegative();
    void moreToCopyIsTold();
    void aLaterEndIsTold();
    void asItWasIsNotTold();
    void aStallHasItsBeginning();
    void aShortPauseIsNoStall();
    void stallsHaveTheirCause_data();
    void stallsHaveTheirCause();
    void slownessHasItsCause();
    void nothingLeftIsDone();
    void oneSampleIsNotEnough();
    void anotherRateIsShownBefore();
    void aHopefulRateIsBounded();
};

void TstForecast::constantRateIsWithinFivePercent_data()
{
    QTest::addColumn<double>("total");
    QTest::addColumn<double>("rate");
    QTest::addColumn<double>("step");
    QTest::newRow("10 min") << 600 * 40 * MiB << 40 * MiB << 1.0;
    QTest::newRow("slow") << 300 * 0.25 * MiB << 0.25 * MiB << 1.0;
    QTest::newRow("asked twice a second") << 90 * 11.3 * MiB << 11.3 * MiB << 0.5;
    QTest::newRow("asked every third second") << 120 * 100 * MiB << 100 * MiB << 3.0;
}

void TstForecast::constantRateIsWithinFivePercent()
{
    QFETCH(double, total);
    QFETCH(double, rate);
    QFETCH(double, step);
    const Error error = worstError(series(
                                       total, [rate](double) { return rate; }, step),
                                   10);
    QVERIFY2(error.worst < 0.05, words(error).constData());
}

void TstForecast::halvingAndDoublingIsWithinFifteenPercentFromHalfWay_data()
{
    QTest::addColumn<double>("minutes"); // at the mean rate
    QTest::addColumn<double>("offset"); // s into the first minute
    QTest::addColumn<bool>("upwards"); // doubles first
    for (const double minutes : {4.6, 5.0, 6.0, 8.0, 13.5}) {
        for (const double offset : {0.0, 23.0}) {
            for (const bool upwards : {false, true}) {
                QTest::addRow("%g min, %g s, %s", minutes, offset, upwards ? "up" : "down")
                    << minutes << offset << upwards;
            }
        }
    }
}

void TstForecast::halvingAndDoublingIsWithinFifteenPercentFromHalfWay()
{
    QFETCH(double, minutes);
    QFETCH(double, offset);
    QFETCH(bool, upwards);
    const auto rate = [offset, upwards](double at) {
        const bool odd = int(std::floor((at + offset) / 60)) % 2 == 1;
        return (odd == upwards ? 40 : 20) * MiB;
    };
    const QList<SyncSample> samples = series(minutes * 60 * 30 * MiB, rate);
    const double end = double(samples.last().at.count()) / 1000;
    const Error error = worstError(samples, end / 2);
    QVERIFY2(error.worst < 0.15, words(error).constData());
}

// From 10 s on a second of delay may be a tenth; what counts is the whole run.
void TstForecast::lateAnswersSpoilNoConstantRate()
{
    for (quint32 seed = 1; seed <= 5; ++seed) {
        const auto rate = [](double) { return 300 * MiB; };
        const Error error = worstError(late(series(140 * 300 * MiB, rate), seed), 20, 30);
        QVERIFY2(error.worst < 0.05, words(error).constData());
    }
}

void TstForecast::lateAnswersSpoilNoAlternation_data()
{
    QTest::addColumn<double>("minutes"); // at the mean rate
    QTest::addColumn<bool>("upwards"); // doubles first
    for (const double minutes : {4.5, 4.8, 6.0, 9.0}) {
        for (const bool upwards : {false, true})
            QTest::addRow("%g min, %s", minutes, upwards ? "up" : "down") << minutes << upwards;
    }
}

void TstForecast::lateAnswersSpoilNoAlternation()
{
    QFETCH(double, minutes);
    QFETCH(bool, upwards);
    const auto rate = [upwards](double at) {
        const bool odd = int(std::floor(at / 60)) % 2 == 1;
        return (odd == upwards ? 200 : 100) * MiB;
    };
    for (quint32 seed = 1; seed <= 5; ++seed) {
        const QList<SyncSample> samples = late(series(minutes * 60 * 150 * MiB, rate), seed);
        const Error error = worstError(samples, double(samples.last().at.count()) / 2000, 12);
        QVERIFY2(error.worst < 0.15, words(error).constData());
    }
}

void TstForecast::theTruthIsInTheRange()
{
    const auto rate = [](double at) { return (30 + 10 * std::sin(at / 7)) * MiB; };
    const QList<SyncSample> samples = series(200 * 32 * MiB, rate);
    const Forecast said = forecast(samples.first(80), syncing());
    const std::chrono::milliseconds truth = samples.last().at - said.at;
    QVERIFY(said.earliest && said.latest && said.remaining);
    QVERIFY(*said.earliest <= truth && truth <= *said.latest);
    QVERIFY(*said.earliest <= *said.remaining && *said.remaining <= *said.latest);
}

// A range of nothing would be wrong by the moment of each answer.
void TstForecast::aSteadyRateHasARangeToo()
{
    const QList<SyncSample> samples = series(200 * 30 * MiB, [](double) { return 30 * MiB; });
    const Forecast said = forecast(samples.first(80), syncing());
    QVERIFY(said.remaining && said.earliest && said.latest);
    QVERIFY(*said.remaining - *said.earliest >= 1s);
    QVERIFY(*said.latest - *said.remaining >= 1s);
    QVERIFY2(*said.latest - *said.earliest < *said.remaining / 10, "but no wide one");
}

void TstForecast::nothingIsNegative()
{
    QRandomGenerator random(7);
    QList<SyncSample> samples;
    for (int i = 0; i < 300; ++i) {
        samples << SyncSample{std::chrono::milliseconds(i * 700),
                              Bytes{qint64(random.bounded(1'000'000)) - 1000}};
        const Forecast said = forecast(samples, syncing());
        QVERIFY(said.left.value >= 0);
        QVERIFY(said.rate.bytesPerSecond >= 0);
        QVERIFY(!said.remaining || *said.remaining >= 0ms);
        QVERIFY(!said.earliest || (*said.earliest >= 0ms && *said.earliest <= *said.remaining));
        QVERIFY(!said.latest || *said.latest >= *said.remaining);
    }
}

void TstForecast::moreToCopyIsTold()
{
    QList<SyncSample> samples = series(
        100 * MiB, [](double) { return MiB; }, 1, 30);
    samples.removeLast();
    const Forecast before = forecast(samples, syncing());
    samples << SyncSample{samples.last().at + 1s, Bytes{samples.last().left.value + 5 * 1024}};
    const Forecast now = forecast(samples, syncing(), before);
    QCOMPARE(logText(now.notice), QStringLiteral("5.0 KiB more to copy: new writes were added"));
}

void TstForecast::aLaterEndIsTold()
{
    const auto rate = [](double at) { return (at < 60 ? 40 : 4) * MiB; };
    const QList<SyncSample> samples = series(9000 * MiB, rate, 1, 90);
    const Forecast before = forecast(samples.first(59), syncing());
    const Forecast now = forecast(samples.first(80), syncing(), before);
    QVERIFY2(logText(now.notice).startsWith(QStringLiteral("later than said by ")),
             qPrintable(logText(now.notice)));
}

void TstForecast::asItWasIsNotTold()
{
    const QList<SyncSample> samples = series(
        9000 * MiB, [](double) { return 40 * MiB; }, 1, 90);
    const Forecast before = forecast(samples.first(40), syncing());
    QVERIFY(forecast(samples.first(60), syncing(), before).notice.isEmpty());
}

void TstForecast::aStallHasItsBeginning()
{
    const auto rate = [](double at) { return at < 30 ? MiB : 0; };
    QList<SyncSample> samples = series(900 * MiB, rate, 1, 50);
    samples.removeLast();
    const Forecast said = forecast(samples, syncing());
    QCOMPARE(said.state, ForecastState::Stalled);
    QCOMPARE(said.stalledSince, std::optional<std::chrono::milliseconds>(30s));
    QVERIFY(!said.remaining);
    QCOMPARE(said.cause, StallCause::NotKnown);
}

void TstForecast::aShortPauseIsNoStall()
{
    const auto rate = [](double at) { return at < 30 ? MiB : 0; };
    QList<SyncSample> samples = series(900 * MiB, rate, 1, 36);
    samples.removeLast();
    QCOMPARE(forecast(samples, syncing()).state, ForecastState::Running);
}

void TstForecast::stallsHaveTheirCause_data()
{
    QTest::addColumn<QString>("flags");
    QTest::addColumn<int>("connection");
    QTest::addColumn<int>("cause");
    const auto row = [](const char *flags, DrbdConnection connection, StallCause cause) {
        QTest::addRow("%s %d", flags, int(connection))
            << QString::fromLatin1(flags) << int(connection) << int(cause);
    };
    row("r-----", DrbdConnection::WFConnection, StallCause::NetworkDown);
    row("r--u--", DrbdConnection::PausedSyncT, StallCause::PausedHere);
    row("r-p---", DrbdConnection::PausedSyncS, StallCause::PausedByPeer);
    row("ra----", DrbdConnection::PausedSyncT, StallCause::Dependency);
    row("s-----", DrbdConnection::SyncTarget, StallCause::InputOutputFrozen);
    row("r---n-", DrbdConnection::SyncTarget, StallCause::NetworkCongested);
    row("r---b-", DrbdConnection::SyncTarget, StallCause::DiskCongested);
    row("r----", DrbdConnection::SyncTarget, StallCause::NotKnown);
    row("", DrbdConnection::SyncTarget, StallCause::NotKnown);
}

void TstForecast::stallsHaveTheirCause()
{
    QFETCH(QString, flags);
    QFETCH(int, connection);
    QFETCH(int, cause);
    QList<SyncSample> samples = series(
        900 * MiB, [](double at) { return at < 20 ? MiB : 0; }, 1, 40);
    samples.removeLast();
    SyncConditions conditions;
    conditions.flags = flags;
    conditions.connection = DrbdConnection(connection);
    const Forecast said = forecast(samples, conditions);
    QCOMPARE(said.state, ForecastState::Stalled);
    QCOMPARE(int(said.cause), cause);
    QVERIFY(!causeText(said.cause).isEmpty());
}

void TstForecast::slownessHasItsCause()
{
    QList<SyncSample> samples = series(
        9000 * MiB, [](double) { return 4 * MiB; }, 1, 40);
    samples.removeLast();
    SyncConditions conditions = syncing();
    QCOMPARE(forecast(samples, conditions).cause, StallCause::None);
    conditions.minimum = Rate{4 * MiB};
    QCOMPARE(forecast(samples, conditions).cause, StallCause::None);
    conditions.application = Rate{MiB};
    QCOMPARE(forecast(samples, conditions).cause, StallCause::Throttled);
}

void TstForecast::nothingLeftIsDone()
{
    const Forecast said = forecast({{0ms, Bytes{10}}, {1s, Bytes{0}}}, syncing());
    QCOMPARE(said.state, ForecastState::Done);
    QCOMPARE(said.remaining, std::optional<std::chrono::milliseconds>(0ms));
}

void TstForecast::oneSampleIsNotEnough()
{
    QCOMPARE(forecast({}, syncing()).state, ForecastState::Unknown);
    QCOMPARE(forecast({{5s, Bytes{10}}}, syncing()).state, ForecastState::Unknown);
}

void TstForecast::anotherRateIsShownBefore()
{
    QList<SyncSample> samples = series(
        1000 * MiB, [](double) { return 10 * MiB; }, 1, 50);
    samples.removeLast();
    const Forecast now = forecast(samples, syncing());
    const Forecast then = atRate(now, Rate{20 * MiB}, std::nullopt);
    QVERIFY(std::abs(double(then.remaining->count()) * 2 - double(now.remaining->count())) < 1000);
    QCOMPARE(then.left, now.left);
    QVERIFY(!atRate(now, Rate{0}, std::nullopt).remaining);
}

void TstForecast::aHopefulRateIsBounded()
{
    QList<SyncSample> samples = series(
        1000 * MiB, [](double) { return 10 * MiB; }, 1, 50);
    samples.removeLast();
    const Forecast then = atRate(forecast(samples, syncing()), Rate{100 * MiB}, Rate{20 * MiB});
    QCOMPARE(then.latest->count() / 1000, then.remaining->count() * 5 / 1000);
}

BINOME_TEST(TstForecast)
#include "tst_forecast.moc"
