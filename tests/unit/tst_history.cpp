// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/counterrate.h"
#include "core/store/history.h"
#include "core/store/historytail.h"
#include "tests/testmain.h"
#include "tests/unit/fulldisk.h"

#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace Core;
using namespace std::chrono_literals;

namespace
{
constexpr qint64 noon = 1'772'400'000; // starts a chunk of no tier in particular

SeriesKey key(Quantity quantity = Quantity::OutOfSync, const char *subject = "reed")
{
    return {NodeName(QStringLiteral("alpha")), QString::fromLatin1(subject), quantity};
}

template <typename T> T answered(const QFuture<T> &future)
{
    QFuture<T> waited = future;
    waited.waitForFinished();
    return waited.result();
}

class Folder
{
public:
    QString file() const { return m_folder.filePath(QStringLiteral("a/history.db")); }

private:
    QTemporaryDir m_folder;
};

QList<HistoryPoint> points(History &history, qint64 from, qint64 to, int most = 1000)
{
    const auto answer = answered(history.query({{key()}, from, to, most}));
    return answer && answer->curves.size() == 1 ? answer->curves.first().points
                                                : QList<HistoryPoint>();
}

void fill(History &history, qint64 from, int seconds, double first = 0, double step = 1)
{
    for (int i = 0; i < seconds; ++i)
        QVERIFY(answered(history.add(from + i, {{key(), first + i * step}})));
}
} // namespace

class TstHistory : public QObject
{
    Q_OBJECT
private slots:
    void countersBecomeRates_data();
    void countersBecomeRates();
    void aChunkComesBackAsItWas();
    void whatIsNoChunkIsNone();
    void theTierFitsTheRange_data();
    void theTierFitsTheRange();
    void theNewestSecondIsThereAtOnce();
    void gapsStayGaps();
    void extremesAreKept();
    void thereAreNeverMorePointsThanAsked();
    void aRestartLosesNothing();
    void aClockSetBackLosesNothing();
    void whatIsNoNumberIsAGap();
    void seriesAreListed();
    void nothingIsAnsweredBeforeOpen();
    void aDamagedFileIsPutAside_data();
    void aDamagedFileIsPutAside();
    void aNewerFileStays();
    void aSecondConsoleGoesWithout();
    void aFullDiskIsToldOnce();
    void theFileIsBounded();
};

void TstHistory::countersBecomeRates_data()
{
    QTest::addColumn<quint64>("before");
    QTest::addColumn<quint64>("after");
    QTest::addColumn<int>("milliseconds");
    QTest::addColumn<quint64>("wrap");
    QTest::addColumn<double>("rate"); // negative: not known
    const quint64 wrap = kibCounterWrap;
    QTest::newRow("grown") << quint64(100) << quint64(600) << 500 << wrap << 1000.0;
    QTest::newRow("as it was") << quint64(100) << quint64(100) << 500 << wrap << 0.0;
    QTest::newRow("wrapped at 2 TiB") << wrap - 300 << quint64(200) << 1000 << wrap << 500.0;
    QTest::newRow("reset") << quint64(1'000'000) << quint64(5) << 1000 << wrap << -1.0;
    QTest::newRow("reset to nothing") << wrap / 2 << quint64(0) << 1000 << wrap << -1.0;
    QTest::newRow("never wraps") << quint64(10) << quint64(5) << 1000 << quint64(0) << -1.0;
    QTest::newRow("above its wrap") << wrap + 10 << quint64(5) << 1000 << wrap << -1.0;
    QTest::newRow("no time passed") << quint64(10) << quint64(15) << 0 << wrap << -1.0;
    QTest::newRow("time went back") << quint64(10) << quint64(15) << -500 << wrap << -1.0;
}

void TstHistory::countersBecomeRates()
{
    QFETCH(quint64, before);
    QFETCH(quint64, after);
    QFETCH(int, milliseconds);
    QFETCH(quint64, wrap);
    QFETCH(double, rate);
    const std::chrono::milliseconds later = 10s + std::chrono::milliseconds(milliseconds);
    const auto found = counterRate({10s, before}, {later, after}, wrap, 1e7);
    QCOMPARE(found.value_or(-1), rate);
}

void TstHistory::aChunkComesBackAsItWas()
{
    for (int tier = 0; tier < int(historyTiers.size()); ++tier) {
        const qint64 start = HistoryChunk::startOf(tier, noon);
        HistoryChunk chunk(tier, start);
        chunk.add(start, 5);
        chunk.add(chunk.end() - 1, -3.25F);
        chunk.add(chunk.end() - 1, 7.75F);
        const auto back = HistoryChunk::decoded(tier, start, chunk.encoded());
        QVERIFY(back);
        for (int slot = 0; slot < slotsPerChunk; ++slot) {
            const auto was = chunk.at(slot);
            QCOMPARE(back->at(slot).has_value(), was.has_value());
            if (was)
                QCOMPARE(back->at(slot)->mean, was->mean);
            if (was && tier > 0)
                QCOMPARE(*back->at(slot), *was);
        }
    }
}

void TstHistory::whatIsNoChunkIsNone()
{
    const HistoryChunk chunk(1, HistoryChunk::startOf(1, noon));
    QVERIFY(!HistoryChunk::decoded(0, chunk.start(), chunk.encoded())); // of another tier
    QVERIFY(!HistoryChunk::decoded(1, chunk.start(), chunk.encoded().chopped(9)));
    QVERIFY(!HistoryChunk::decoded(1, chunk.start(), QByteArray()));
    QVERIFY(!HistoryChunk::decoded(1, chunk.start(), QByteArray(40, 'x')));
}

void TstHistory::theTierFitsTheRange_data()
{
    QTest::addColumn<qint64>("ago"); // where the range begins, s before now
    QTest::addColumn<qint64>("span");
    QTest::addColumn<int>("tier");
    QTest::addColumn<int>("merged");
    QTest::newRow("a minute") << qint64(60) << qint64(60) << 0 << 1;
    QTest::newRow("an hour") << qint64(3600) << qint64(3600) << 0 << 4;
    QTest::newRow("a minute of yesterday") << qint64(86'400) << qint64(60) << 1 << 1;
    QTest::newRow("a day") << qint64(86'400) << qint64(86'400) << 2 << 2;
    QTest::newRow("a minute of last week") << qint64(7 * 86'400) << qint64(60) << 2 << 1;
    QTest::newRow("30 days") << qint64(30 * 86'400) << qint64(30 * 86'400) << 3 << 5;
}

void TstHistory::theTierFitsTheRange()
{
    QFETCH(qint64, ago);
    QFETCH(qint64, span);
    const TierChoice choice = tierFor({{}, noon - ago, noon - ago + span, 1000}, noon);
    QTEST(choice.tier, "tier");
    QTEST(choice.merged, "merged");
}

void TstHistory::theNewestSecondIsThereAtOnce()
{
    const Folder folder;
    History history(folder.file());
    QVERIFY(answered(history.open()));
    fill(history, noon, 3);
    const QList<HistoryPoint> expected{{noon, 0, 0, 0}, {noon + 1, 1, 1, 1}, {noon + 2, 2, 2, 2}};
    QCOMPARE(points(history, noon, noon + 3), expected);
}

void TstHistory::gapsStayGaps()
{
    const Folder folder;
    History history(folder.file());
    QVERIFY(answered(history.open()));
    fill(history, noon, 2);
    fill(history, noon + 50, 2);
    const QList<HistoryPoint> found = points(history, noon, noon + 60);
    QCOMPARE(found.size(), 4);
    QCOMPARE(found[1].at, noon + 1);
    QCOMPARE(found[2].at, noon + 50);
}

void TstHistory::extremesAreKept()
{
    const Folder folder;
    History history(folder.file());
    QVERIFY(answered(history.open()));
    fill(history, noon, 600, 10, 0);
    QVERIFY(answered(history.add(noon + 300, {{key(), 999}})));
    fill(history, noon + 86'400, 1); // so that the finest tiers know nothing of it any more
    const QList<HistoryPoint> found = points(history, noon, noon + 600);
    QVERIFY(!found.isEmpty());
    float highest = 0;
    for (const HistoryPoint &point : found) {
        highest = std::max(highest, point.maximum);
        QCOMPARE(point.minimum, 10.0F);
    }
    QCOMPARE(highest, 999.0F);
}

void TstHistory::thereAreNeverMorePointsThanAsked()
{
    const Folder folder;
    History history(folder.file());
    QVERIFY(answered(history.open()));
    fill(history, noon, 1000);
    for (const int most : {1, 7, 100, 999}) {
        const auto answer = answered(history.query({{key()}, noon, noon + 1000, most}));
        QVERIFY(answer);
        // Aligned points may begin before the range.
        QVERIFY(answer->curves.first().points.size() <= most + 1);
        QVERIFY(answer->step >= 1000 / most);
    }
}

void TstHistory::aRestartLosesNothing()
{
    const Folder folder;
    {
        History history(folder.file());
        QVERIFY(answered(history.open()));
        fill(history, noon, 400);
    }
    History history(folder.file());
    QVERIFY(answered(history.open()));
    fill(history, noon + 400, 5, 400);
    const QList<HistoryPoint> found = points(history, noon, noon + 405);
    QCOMPARE(found.size(), 405);
    for (int i = 0; i < found.size(); ++i)
        QCOMPARE(found[i].mean, float(i));
}

void TstHistory::aClockSetBackLosesNothing()
{
    const Folder folder;
    History history(folder.file());
    QVERIFY(answered(history.open()));
    fill(history, noon + 2000, 10);
    fill(history, noon, 10);
    fill(history, noon + 2010, 10);
    QCOMPARE(points(history, noon, noon + 2020, 3000).size(), 30);
}

void TstHistory::whatIsNoNumberIsAGap()
{
    const Folder folder;
    History history(folder.file());
    QVERIFY(answered(history.open()));
    QVERIFY(answered(history.add(noon, {{key(), std::nan("")}})));
    QVERIFY(answered(history.add(noon + 1, {{key(), 1.0 / 0.0}})));
    QCOMPARE(points(history, noon, noon + 10), QList<HistoryPoint>());
}

void TstHistory::seriesAreListed()
{
    const Folder folder;
    const QList<SeriesKey> both{key(), key(Quantity::Pending)};
    {
        History history(folder.file());
        QVERIFY(answered(history.open()));
        QVERIFY(answered(history.add(noon, {{both[1], 1}, {both[0], 1}})));
        QCOMPARE(answered(history.series()).value_or(QList<SeriesKey>()), both);
    }
    History history(folder.file());
    QVERIFY(answered(history.open()));
    QCOMPARE(answered(history.series()).value_or(QList<SeriesKey>()), both);
}

void TstHistory::nothingIsAnsweredBeforeOpen()
{
    const Folder folder;
    History history(folder.file());
    QCOMPARE(answered(history.query({{key()}, 0, 1, 1})).error().kind, ErrorKind::Storage);
    QCOMPARE(answered(history.add(noon, {})).error().kind, ErrorKind::Storage);
    QCOMPARE(answered(history.bytes()).error().kind, ErrorKind::Storage);
}

void TstHistory::aDamagedFileIsPutAside_data()
{
    QTest::addColumn<int>("at"); // first damaged byte
    QTest::newRow("no database at all") << 0;
    QTest::newRow("a damaged page") << 4096;
}

void TstHistory::aDamagedFileIsPutAside()
{
    QFETCH(int, at);
    const Folder folder;
    {
        History history(folder.file());
        QVERIFY(answered(history.open()));
        fill(history, noon, 400);
    }
    QFile file(folder.file());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(at));
    QVERIFY(file.write(QByteArray(3000, '\x5a')) == 3000);
    file.close();
    History history(folder.file());
    QSignalSpy aside(&history, &History::putAside);
    QVERIFY(answered(history.open()));
    QTRY_COMPARE(aside.size(), 1);
    QVERIFY(QFile::exists(aside.first().first().toString()));
    fill(history, noon, 5);
    QCOMPARE(points(history, noon, noon + 400).size(), 5);
}

void TstHistory::aNewerFileStays()
{
    const Folder folder;
    {
        History history(folder.file());
        QVERIFY(answered(history.open()));
    }
    QFile file(folder.file());
    QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(60)); // user_version
    QVERIFY(file.write(QByteArray("\0\0\0\x63", 4)) == 4);
    file.close();
    History history(folder.file());
    const Expected<void> opened = answered(history.open());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Storage);
    QVERIFY(!QFile::exists(folder.file() + QStringLiteral(".bad")));
}

void TstHistory::aSecondConsoleGoesWithout()
{
    const Folder folder;
    History first(folder.file());
    QVERIFY(answered(first.open()));
    History second(folder.file());
    const Expected<void> opened = answered(second.open());
    QVERIFY(!opened);
    QCOMPARE(logText(opened.error().what),
             QStringLiteral("Another console keeps the history of this cluster"));
    QVERIFY(!answered(second.add(noon, {{key(), 1}})));
    fill(first, noon, 3);
    QCOMPARE(points(first, noon, noon + 3).size(), 3);
}

void TstHistory::aFullDiskIsToldOnce()
{
    if (!FullDisk::possible)
        QSKIP("no such limit on this system");
    const Folder folder;
    History history(folder.file());
    QSignalSpy failed(&history, &History::failed);
    QVERIFY(answered(history.open()));
    fill(history, noon, 3);
    {
        const FullDisk full(4096);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(answered(history.add(noon + 10 + i, {{key(), 1}})));
            QVERIFY(!answered(history.flush()));
        }
    }
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(answered(history.add(noon + 20, {{key(), 1}})));
    QVERIFY(answered(history.flush()));
    QCOMPARE(points(history, noon + 20, noon + 21).size(), 1);
}

void TstHistory::theFileIsBounded()
{
    const Folder folder;
    constexpr qint64 limit = 200 * 1024;
    History history(folder.file(), {limit});
    QVERIFY(answered(history.open()));
    quint32 noise = 1;
    for (int i = 0; i < 15'000; ++i) {
        noise = noise * 1'664'525 + 1'013'904'223;
        history.add(noon + i * 10,
                    {{key(), double(noise)}, {key(Quantity::DiskRead), double(~noise)}});
    }
    QVERIFY(answered(history.flush()));
    QVERIFY(answered(history.add(noon + 150'600, {{key(), 1}}))); // time to look again
    const Expected<qint64> bytes = answered(history.bytes());
    QVERIFY(bytes);
    QVERIFY2(*bytes < limit + 100 * 1024, QByteArray::number(*bytes).constData());
    QVERIFY(!points(history, noon + 149'000, noon + 150'000).isEmpty());
}

BINOME_TEST(TstHistory)
#include "tst_history.moc"
