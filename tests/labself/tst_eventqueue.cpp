// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mechanisms/eventqueue.h"
#include "mechanisms/votes.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

class TstEventqueue : public QObject
{
    Q_OBJECT

private slots:
    void runsInOrderOfTimeThenOfAsking();
    void runsWhatIsDueAndNoMore();
    void anEventInThePastRunsNow();
    void anAlarmIsForgottenWhenCleared();
    void aRunningAlarmKeepsItsDelay();
    void quorum_data();
    void quorum();
};

void TstEventqueue::runsInOrderOfTimeThenOfAsking()
{
    EventQueue queue;
    QByteArray order;
    queue.at(Time{20}, [&] { order += 'c'; });
    queue.at(Time{10}, [&] { order += 'a'; });
    queue.at(Time{10}, [&] { order += 'b'; });
    queue.runUntil(Time{30});
    QCOMPARE(order, QByteArray("abc"));
}

void TstEventqueue::runsWhatIsDueAndNoMore()
{
    EventQueue queue;
    int runs = 0;
    queue.at(Time{10}, [&] { ++runs; });
    queue.at(Time{11}, [&] { ++runs; });
    queue.runUntil(Time{10});
    QCOMPARE(runs, 1);
    QCOMPARE(queue.now().count(), 10);
}

void TstEventqueue::anEventInThePastRunsNow()
{
    EventQueue queue;
    queue.runUntil(Time{100});
    Time seen{0};
    queue.at(Time{5}, [&] { seen = queue.now(); });
    queue.runUntil(Time{100});
    QCOMPARE(seen.count(), 100);
}

void TstEventqueue::anAlarmIsForgottenWhenCleared()
{
    EventQueue queue;
    bool rang = false;
    Alarm alarm(queue);
    alarm.setAfter(Time{10}, [&] { rang = true; });
    alarm.clear();
    queue.runUntil(Time{20});
    QVERIFY(!rang);
}

void TstEventqueue::aRunningAlarmKeepsItsDelay()
{
    EventQueue queue;
    Time rang{0};
    Alarm alarm(queue);
    alarm.ensureAfter(Time{10}, [&] { rang = queue.now(); });
    queue.runUntil(Time{5});
    alarm.ensureAfter(Time{10}, [&] { rang = queue.now(); });
    queue.runUntil(Time{50});
    QCOMPARE(rang.count(), 10);
}

void TstEventqueue::quorum_data()
{
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("total");
    QTest::addColumn<bool>("twoNode");
    QTest::addColumn<int>("needed");
    QTest::newRow("two nodes and a disk") << 3 << 3 << false << 2;
    QTest::newRow("one of three left") << 3 << 1 << false << 2;
    QTest::newRow("two without a disk") << 2 << 2 << false << 2;
    QTest::newRow("two_node") << 1 << 2 << true << 1;
    QTest::newRow("more there than expected") << 1 << 3 << false << 2;
    QTest::newRow("five") << 5 << 5 << false << 3;
}

void TstEventqueue::quorum()
{
    QFETCH(int, expected);
    QFETCH(int, total);
    QFETCH(bool, twoNode);
    QTEST(quorumOf(expected, total, twoNode), "needed");
}

BINOME_TEST(TstEventqueue)
#include "tst_eventqueue.moc"
