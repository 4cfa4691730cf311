// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/verifyrun.h"
#include "core/parse/drbdlog.h"
#include "core/parse/drbdshow.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;

namespace
{
DrbdLog logOf(const QByteArray &lines)
{
    QByteArray text = "now 1772400000 +0000 5000.00\n";
    int second = 100;
    for (const QByteArray &line : lines.split('\n'))
        text += "[  " + QByteArray::number(second++) + ".000000] block drbd3: " + line + '\n';
    return parseDrbdLog(text).value_or(DrbdLog());
}
QList<VerifyRun> runsOf(const QByteArray &lines)
{
    return verifyRuns(logOf(lines), ResourceName(QStringLiteral("r1")), 3);
}
const QByteArray first = "Starting Online Verify from sector 0\n"
                         "Out of sync: start=102400, size=6144 (sectors)\n"
                         "Online verify done (total 82 sec; paused 0 sec; 6392 K/sec)\n"
                         "Online verify found 768 4k block out of sync!\n";
VerifyRun runWith(const BlockRanges &ranges)
{
    VerifyRun run;
    run.ranges = ranges;
    run.complete = true;
    return run;
}
QString wordsOf(const QByteArray &lines)
{
    ClusterSnapshot s = Sample::healthy();
    s.machines[Sample::node(1)].drbdLog = Sample::told(Sample::node(1), "drbd-log", logOf(lines));
    return logText(verifyWords(verifyHistory(s, ResourceName(QStringLiteral("r1")), 3)));
}
} // namespace

class TstVerifyRun : public QObject
{
    Q_OBJECT
private slots:
    void aRunIsReadOffTheLog()
    {
        const QList<VerifyRun> runs = runsOf(first);
        QCOMPARE(runs.size(), 1);
        QVERIFY(runs[0].complete);
        QCOMPARE(runs[0].ranges, (BlockRanges{{102400, 6144}}));
        QCOMPARE(sizeOf(runs[0].ranges), fromKiB(3072));
        QCOMPARE(runs[0].began, QDateTime::fromSecsSinceEpoch(1'772'400'000 - 4900, Qt::UTC));
        QCOMPARE(runs[0].lastLine, 4);
    }
    void the84SpellingEndsARun()
    {
        QVERIFY(runsOf("Starting Online Verify from sector 0\n"
                       "Online verify  done (total 1 sec; paused 0 sec; 1 K/sec)")
                    .first()
                    .complete);
    }
    void whatWasAbortedOrCutIsNotComplete_data()
    {
        QTest::addColumn<QByteArray>("end");
        QTest::newRow("runs") << QByteArray("Out of sync: start=8, size=8 (sectors)");
        QTest::newRow("aborted") << QByteArray("Online-verify aborted.");
        QTest::newRow("link lost")
            << QByteArray("peer( Secondary -> Unknown ) conn( VerifyS -> NetworkFailure )");
    }
    void whatWasAbortedOrCutIsNotComplete()
    {
        QFETCH(QByteArray, end);
        const QList<VerifyRun> runs = runsOf("Starting Online Verify from sector 0\n" + end);
        QCOMPARE(runs.size(), 1);
        QVERIFY(!runs[0].complete);
    }
    void linesWithoutABeginningAreNoRun()
    {
        QVERIFY(runsOf("Out of sync: start=8, size=8 (sectors)\nOnline verify done (x)").isEmpty());
    }
    void brokenLinesAreNotRead_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *line : {"Out of sync: start=x, size=8 (sectors)", "Out of sync: start=8",
                                 "Out of sync: start=-8, size=8", "Out of sync: start=8, size="})
            QTest::newRow(line) << QByteArray(line);
    }
    void brokenLinesAreNotRead()
    {
        QFETCH(QByteArray, line);
        const QList<VerifyRun> runs = runsOf("Starting Online Verify from sector 0\n" + line);
        QVERIFY(runs[0].ranges.isEmpty());
    }
    void anotherMinorIsAnotherRun()
    {
        QVERIFY(verifyRuns(logOf(first), ResourceName(QStringLiteral("r1")), 4).isEmpty());
    }
    void overlapsAreMergedAndHugeOnesStop()
    {
        const QList<VerifyRun> runs
            = runsOf("Starting Online Verify from sector 0\n"
                     "Out of sync: start=16, size=8 (sectors)\nOut of sync: start=8, size=8 "
                     "(sectors)\nOut of sync: start=18446744073709551615, size=9 (sectors)");
        QCOMPARE(runs[0].ranges.first(), (BlockRange{8, 16}));
        QVERIFY(sizeOf(runs[0].ranges).value > 0);
    }
    void runsAreCompared()
    {
        const VerifyComparison c = compared(runWith({{0, 8}, {100, 50}}), runWith({{120, 60}}));
        QCOMPARE(c.again, (BlockRanges{{120, 30}}));
        QCOMPARE(c.fresh, (BlockRanges{{150, 30}}));
        QCOMPARE(c.gone, (BlockRanges{{0, 8}, {100, 20}}));
    }
    void theWordsSayWhatItMeans()
    {
        const QByteArray clean = "Starting Online Verify from sector 0\nOnline verify done (x)\n";
        QByteArray other = first;
        other.replace("102400", "999424");
        QCOMPARE(wordsOf(clean), QStringLiteral("no block differs"));
        QVERIFY(
            wordsOf(first).startsWith(QStringLiteral("3.0 MiB differ between the copies, in ")));
        QVERIFY(wordsOf(first + first).contains(QStringLiteral("suspect the storage")));
        QVERIFY(wordsOf(first + other).contains(QStringLiteral("buffers")));
        QCOMPARE(wordsOf({}), QStringLiteral("no complete verification is known"));
    }
    void theRunningRateIsRead_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<double>("rate"); // below 0: none
        QTest::newRow("8.3") << QByteArray(
            "syncer {\n\trate            \t307200k; # bytes/second\n")
                             << 307200.0 * 1024;
        QTest::newRow("8.4") << QByteArray("  disk {\n   resync-rate     \t20480k; # bytes\n")
                             << 20480.0 * 1024;
        QTest::newRow("none") << QByteArray("net {\n}\n") << -1.0;
        QTest::newRow("garbage") << QByteArray("rate lots;\n") << -1.0;
    }
    void theRunningRateIsRead()
    {
        QFETCH(QByteArray, text);
        QFETCH(double, rate);
        QCOMPARE(runningRate(text).value_or(Rate{-1}).bytesPerSecond, rate);
    }
};

BINOME_TEST(TstVerifyRun)
#include "tst_verifyrun.moc"
