// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/forecasts.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
const ResourceName r1(QStringLiteral("r1"));
constexpr qint64 mebi = 1024 * 1024;

// A node that copies r1 to its peer, and answers once a second.
class Copying
{
public:
    Copying() : store(clock), forecasts(store, clock)
    {
        Machine machine;
        machine.name = Sample::node(1);
        machine.contact.state = ContactState::Connected;
        Machine peer;
        peer.name = Sample::node(2);
        store.reset(QStringLiteral("pair"), {machine, peer});
    }

    // `seconds` answers, each with `step` bytes less to copy.
    void run(int seconds, qint64 step, DrbdConnection connection = DrbdConnection::SyncSource)
    {
        for (int i = 0; i < seconds; ++i) {
            clock.advance(1s);
            left = std::max<qint64>(0, left - step);
            answer(connection);
            forecasts.sample();
        }
    }

    void answer(DrbdConnection connection)
    {
        DrbdResource resource;
        resource.name = r1;
        resource.minor = 1;
        resource.disk = DiskState::UpToDate;
        resource.flags = QStringLiteral("r-----");
        resource.counters.outOfSync = Bytes{left};
        DrbdPeer to;
        to.connection = connection;
        if (connection == DrbdConnection::SyncSource)
            to.sync = SyncProgress{SyncKind::Resync, 10, Bytes{left}, Bytes{1000 * mebi}};
        resource.peers << to;
        const EvidenceRef evidence{Sample::node(1), ProbeId(QStringLiteral("drbd")), 0, 0};
        Patch patch;
        patch.machine = Sample::node(1);
        patch.facts << Fact(Observed<DrbdStatus>{DrbdStatus{{}, false, {resource}}, {}, evidence});
        LastSeen seen;
        seen.at = clock.now();
        store.seenAgain(Sample::node(1), evidence.probe, seen);
        store.apply({patch});
    }

    Testing::FakeClock clock;
    SnapshotStore store;
    Forecasts forecasts;
    qint64 left = 1000 * mebi;
};
} // namespace

class TstForecasts : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsToldOfWhatIsNotCopied()
    {
        Copying r;
        r.run(5, 0, DrbdConnection::Connected);
        QVERIFY(!r.forecasts.of(r1));
    }

    void aSteadyResyncEndsWhenItsRateSays()
    {
        Copying r;
        r.run(30, 10 * mebi);
        const auto told = r.forecasts.of(r1);
        QVERIFY(told);
        QCOMPARE(told->forecast.state, ForecastState::Running);
        QCOMPARE(told->forecast.remaining, std::optional(std::chrono::milliseconds(70s)));
    }

    void aResyncThatStopsIsStalledSinceItsLastByte()
    {
        Copying r;
        r.run(20, 10 * mebi);
        const QDateTime last = r.clock.now();
        r.run(15, 0);
        const auto told = r.forecasts.of(r1);
        QVERIFY(told);
        QCOMPARE(told->forecast.state, ForecastState::Stalled);
        QCOMPARE(told->stalledSince, last);
    }

    void aPausedResyncIsNotForgotten()
    {
        Copying r;
        r.run(20, 10 * mebi);
        r.run(3, 0, DrbdConnection::PausedSyncS);
        QCOMPARE(r.forecasts.of(r1).value_or(RunForecast()).forecast.state, ForecastState::Stalled);
        QCOMPARE(r.forecasts.of(r1)->forecast.left, Bytes{800 * mebi});
    }

    void aResyncWhoseLinkBrokeWaitsForIt()
    {
        Copying r;
        r.run(20, 10 * mebi);
        r.run(3, 0, DrbdConnection::WFConnection);
        const auto told = r.forecasts.of(r1);
        QVERIFY(told);
        QCOMPARE(told->forecast.state, ForecastState::Stalled);
        QCOMPARE(told->forecast.cause, StallCause::NetworkDown);
    }

    void whatEndedIsForgotten()
    {
        Copying r;
        r.run(20, 10 * mebi);
        r.left = 0;
        r.run(2, 0, DrbdConnection::Connected);
        QVERIFY(!r.forecasts.of(r1));
    }

    void aSilentNodeLeavesWhatItSaidLast()
    {
        Copying r;
        r.run(20, 10 * mebi);
        r.clock.advance(3s);
        const auto before = r.forecasts.of(r1);
        r.clock.advance(60s);
        r.forecasts.sample();
        QCOMPARE(r.forecasts.of(r1), before);
        QCOMPARE(before->forecast.left, Bytes{800 * mebi});
    }

    void theEndComesNearerBetweenAnswers()
    {
        Copying r;
        r.run(30, 10 * mebi);
        r.clock.advance(600ms);
        const Forecast told = r.forecasts.of(r1)->forecast;
        QCOMPARE(told.remaining, std::optional(std::chrono::milliseconds(69'400)));
        QVERIFY(*told.earliest <= *told.remaining && *told.remaining <= *told.latest);
    }

    void aNoticeStaysLongEnoughToBeRead()
    {
        Copying r;
        r.run(20, 10 * mebi);
        r.left += 300 * mebi;
        r.run(1, 0);
        QVERIFY(!r.forecasts.of(r1)->forecast.notice.isEmpty());
        r.run(5, 10 * mebi);
        QVERIFY(!r.forecasts.of(r1)->forecast.notice.isEmpty());
    }

    void aJumpOfTheClockForgetsEverything()
    {
        Copying r;
        r.run(20, 10 * mebi);
        r.forecasts.jumped();
        QVERIFY(!r.forecasts.of(r1));
    }
};

BINOME_TEST(TstForecasts)
#include "tst_forecasts.moc"
