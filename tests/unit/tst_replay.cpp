// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/recordedhistory.h"
#include "core/collect/replay.h"
#include "core/model/textdump.h"
#include "core/session/replaysession.h"
#include "tests/fakecluster/simulatedday.h"
#include "tests/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Core;
using namespace std::chrono_literals;
using Milliseconds = std::chrono::milliseconds;

namespace
{
const NodeName alpha(QStringLiteral("alpha"));
const QDateTime started = QDateTime::fromSecsSinceEpoch(1'772'400'000, Qt::UTC);

QByteArray procDrbd(qint64 sentKiB, qint64 outOfSyncKiB)
{
    return "version: 8.3.13 (api:88/proto:86-96)\n"
           " 1: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----\n"
           "    ns:"
        + QByteArray::number(sentKiB)
        + " nr:0 dw:0 dr:0 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:b oos:"
        + QByteArray::number(outOfSyncKiB) + "\n";
}

Record answer(Milliseconds at, const char *probe, const QByteArray &output, int exitCode = 0)
{
    ProbeResult result;
    result.machine = alpha;
    result.probe = ProbeId(QString::fromLatin1(probe));
    result.output = output;
    result.exitCode = exitCode;
    result.at = started.addMSecs(at.count());
    return {at, result};
}

Record lost(Milliseconds at, const char *probe)
{
    Record record = answer(at, probe, {});
    std::get<ProbeResult>(record.what).error
        = Error{ErrorKind::Timeout, message("no answer within %1"), {}};
    return record;
}

Record contact(Milliseconds at, ContactState state)
{
    return {at, RecordedContact{alpha, Contact{state, started.addMSecs(at.count()), {}}}};
}

// A minute of a node that sends 1 MiB a second, whose probe is late in second 20, and whose BMC
// answers once.
std::shared_ptr<const Recording> minute()
{
    auto recording = std::make_shared<Recording>();
    recording->header = {QStringLiteral("pair"), started, {{alpha, MachineKind::Node, {}}}};
    recording->records << contact(0ms, ContactState::Connecting)
                       << contact(100ms, ContactState::Connected);
    for (int half = 1; half < 120; ++half) {
        const Milliseconds at(half * 500);
        recording->records << (half == 40 ? lost(at, "drbd")
                                          : answer(at, "drbd", procDrbd(half * 512, half)));
        if (half == 10)
            recording->records << answer(at, "bmc.power", "on");
    }
    recording->complete = true;
    return recording;
}

bool writeMinute(const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const std::shared_ptr<const Recording> recording = minute();
    RecordingWriter writer(file, recording->header);
    for (const Record &record : recording->records) {
        if (!writer.add(record))
            return false;
    }
    return writer.finish().has_value();
}

std::optional<qint64> outOfSync(Replay &replay)
{
    const auto &status = replay.store().current()->machines[alpha].drbd.value;
    return status ? std::optional(status->resources.first().counters.outOfSync->value / 1024)
                  : std::nullopt;
}

template <typename T> T answered(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}
} // namespace

class TstReplay : public QObject
{
    Q_OBJECT
private slots:
    void nothingIsKnownBefore()
    {
        Replay replay(minute());
        QCOMPARE(replay.store().current()->clusterName, QStringLiteral("pair"));
        QCOMPARE(outOfSync(replay), std::nullopt);
        QCOMPARE(replay.duration(), Milliseconds(59'500));
    }

    void timeBringsFacts()
    {
        Replay replay(minute());
        replay.advance(10s);
        QCOMPARE(outOfSync(replay), std::optional<qint64>(20));
        QCOMPARE(replay.clock().now(), started.addSecs(10));
        QCOMPARE(replay.store().age({alpha, ProbeId(QStringLiteral("drbd")), 0, 0}),
                 std::optional(Milliseconds(0)));
        const Machine &machine = replay.store().current()->machines[alpha];
        QCOMPARE(machine.bmc.value(Observer(Workstation())).value,
                 std::optional(BmcState{PowerState::On}));
        QCOMPARE(machine.providers, QStringList{QStringLiteral("drbd8")});
    }

    void everyStepIsPublished()
    {
        Replay replay(minute());
        QSignalSpy published(&replay.store(), &SnapshotStore::published);
        replay.advance(5s);
        QVERIFY(published.size() >= 10);
    }

    void aLateAnswerIsLateAgain()
    {
        Replay replay(minute());
        replay.advance(20s);
        QVERIFY(!replay.store().current()->machines[alpha].drbd.known());
        QCOMPARE(outOfSync(replay), std::optional<qint64>(39));
        QVERIFY(replay.store().lastSeen(alpha, ProbeId(QStringLiteral("drbd")))->overdue);
        replay.advance(500ms);
        QVERIFY(replay.store().current()->machines[alpha].drbd.known());
    }

    void aSeekIsAsIfItHadPlayed_data()
    {
        QTest::addColumn<int>("ms");
        for (const int ms : {0, 50, 100, 4999, 5000, 20'000, 20'400, 59'500})
            QTest::addRow("%d ms", ms) << ms;
    }
    void aSeekIsAsIfItHadPlayed()
    {
        QFETCH(int, ms);
        Replay played(minute());
        played.advance(Milliseconds(ms));
        Replay sought(minute());
        sought.advance(33s);
        sought.seek(Milliseconds(ms));
        QCOMPARE(textDump(*sought.store().current()), textDump(*played.store().current()));
        QCOMPARE(sought.clock().now(), played.clock().now());
        played.advance(3s);
        sought.advance(3s);
        QCOMPARE(textDump(*sought.store().current()), textDump(*played.store().current()));
    }

    void positionsAreKeptWithin()
    {
        Replay replay(minute());
        replay.seek(-5s);
        QCOMPARE(replay.position(), Milliseconds(0));
        replay.seek(1h);
        QCOMPARE(replay.position(), replay.duration());
        replay.advance(1h);
        QCOMPARE(replay.position(), replay.duration());
    }

    void speedsAreKeptWithin()
    {
        Replay replay(minute());
        replay.setSpeed(1e9);
        QCOMPARE(replay.speed(), Replay::quickest);
        replay.setSpeed(-1);
        QCOMPARE(replay.speed(), Replay::slowest);
        replay.setSpeed(std::nan(""));
        QCOMPARE(replay.speed(), Replay::slowest);
    }

    void itPlaysToItsEnd()
    {
        Replay replay(minute());
        QSignalSpy playing(&replay, &Replay::playingChanged);
        replay.setSpeed(Replay::quickest);
        replay.play();
        QVERIFY(replay.playing());
        QTRY_VERIFY_WITH_TIMEOUT(!replay.playing(), 30'000);
        QCOMPARE(replay.position(), replay.duration());
        QCOMPARE(playing.size(), 2);
        replay.play(); // from the beginning
        QVERIFY(replay.position() < replay.duration());
    }

    void anEmptyRecordingIsNoTrouble()
    {
        auto recording = std::make_shared<Recording>();
        recording->header.started = started;
        Replay replay(recording);
        replay.play();
        replay.advance(10s);
        replay.seek(10s);
        QCOMPARE(replay.position(), Milliseconds(0));
    }

    void aFileIsOpenedWithItsCurves()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("a.binrec"));
        QVERIFY(writeMinute(name));
        ReplaySession session(name);
        QSignalSpy opened(&session, &ReplaySession::opened);
        QSignalSpy ready(&session, &ReplaySession::curvesReady);
        session.open();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 30'000);
        QCOMPARE(opened.size(), 1);
        QVERIFY(opened.first().first().toBool());
        session.replay()->seek(10s);
        QCOMPARE(outOfSync(*session.replay()), std::optional<qint64>(20));
        const auto keys = answered(session.history()->series());
        QVERIFY(keys && !keys->isEmpty());
    }

    void whatIsNoRecordingIsRefused_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("not there") << QByteArray();
        QTest::newRow("something else") << QByteArray("a photo of a cat");
    }
    void whatIsNoRecordingIsRefused()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("a.binrec"));
        QFile file(name);
        if (!content.isEmpty()) {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
        }
        ReplaySession session(name);
        QSignalSpy failed(&session, &ReplaySession::failed);
        session.open();
        QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30'000);
        QVERIFY(!session.replay());
    }

    void aSessionMayEndWhileItsCurvesAreMade()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("a.binrec"));
        QVERIFY(writeMinute(name));
        ReplaySession session(name);
        QSignalSpy opened(&session, &ReplaySession::opened);
        session.open();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 30'000);
    }

    void aRecordThatIsYearsLaterIsNoHang()
    {
        auto recording = std::make_shared<Recording>(*minute());
        recording->records << answer(std::chrono::hours(24 * 3650), "drbd", procDrbd(1, 1));
        const QTemporaryDir folder;
        History history(folder.filePath(QStringLiteral("history.db")));
        QVERIFY(answered(history.open()));
        QVERIFY(recordHistory(*recording, history));
    }

    // The same at 24 h: bench_replay.
    void aLongFileShowsTheWholeOfItsCurves()
    {
        constexpr qint64 length = 5400; // s
        const QTemporaryDir folder;
        const QString name = folder.filePath(QStringLiteral("long.binrec"));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(Testing::writeSimulatedRecording(file, std::chrono::seconds(length)));
        file.close();
        ReplaySession session(name);
        QSignalSpy ready(&session, &ReplaySession::curvesReady);
        session.open();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 60'000);
        const qint64 from = Testing::simulatedStart().toSecsSinceEpoch();
        const SeriesKey behind{Testing::simulatedNode(1), QStringLiteral("drbd1"),
                               Quantity::OutOfSync};
        const auto answer
            = answered(session.history()->query({{behind}, from, from + length, 500}));
        QVERIFY(answer);
        const QList<HistoryPoint> &points = answer->curves.first().points;
        QVERIFY(!points.isEmpty());
        QVERIFY(points.first().at - from <= answer->step);
        QVERIFY(from + length - points.last().at <= 2 * answer->step);
        for (qsizetype i = 1; i < points.size(); ++i)
            QCOMPARE(points[i].at - points[i - 1].at, answer->step); // no hole
        for (const HistoryPoint &point : points) {
            // KiB at the middle of the point; 10 MiB of it go in each second.
            const auto truly = double(
                Testing::simulatedOutOfSync(double(point.at - from) + double(answer->step) / 2));
            const double near = 10.0 * 1024 * 1024 * double(answer->step + 2);
            QVERIFY(std::abs(double(point.mean) - truly * 1024) <= near);
        }
    }

    void curvesOfTheWholeRecording()
    {
        const QTemporaryDir folder;
        History history(folder.filePath(QStringLiteral("history.db")));
        QVERIFY(answered(history.open()));
        QVERIFY(recordHistory(*minute(), history));
        const SeriesKey sent{alpha, QStringLiteral("drbd1"), Quantity::NetworkSent};
        const qint64 from = started.toSecsSinceEpoch();
        const auto answer = answered(history.query({{sent}, from, from + 60, 1000}));
        QVERIFY(answer);
        const QList<HistoryPoint> &points = answer->curves.first().points;
        // Its name is never told: ten seconds are waited for it. No rate before the second answer,
        // none in the second without an answer.
        QVERIFY2(points.size() >= 46 && points.size() <= 49,
                 QByteArray::number(points.size()).constData());
        for (const HistoryPoint &point : points)
            QCOMPARE(point.mean, 1048576.0F);
    }
};

BINOME_TEST(TstReplay)
#include "tst_replay.moc"
