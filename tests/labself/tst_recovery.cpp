// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// From a failure to the guests' return, as the article's cluster does it.
class TstRecovery : public QObject
{
    Q_OBJECT

private slots:
    void healthyStaysHealthy();
    void lostNodeIsRecoveredAfterFencing();
    void dyingOneAfterTheOtherEndsWithEverythingRunning();
    void anUnpluggedClusterNetworkMovesTheGuests();
    void withoutQuorumHaGuestsStopAndOthersGoOn();
    void guestsComeBackWithQuorum();
    void aGuestStoppedByHandIsStartedAgain();
    void stoppingRgmanagerMovesItsGuests();
    void aRebootedNodeStartsItsOwnGuestsOnly();
    void aBootWaitsForTheDrbdPeer();

private:
    static bool allRun(const Scenario &s)
    {
        for (const Guest &guest : s.world().guests) {
            if (!hostOf(guest))
                return false;
        }
        return true;
    }
};

void TstRecovery::healthyStaysHealthy()
{
    Scenario s;
    s.run(3600);
    QVERIFY(allRun(s));
    QCOMPARE(s.log(), QString());
}

void TstRecovery::lostNodeIsRecoveredAfterFencing()
{
    Scenario s;
    s.run(5);
    s.event("power-cut node1");
    const double back = s.when(
        [&] {
            return s.world().guest(100)->on.count(2)
                && s.world().guest(100)->on.at(2).state == GuestState::Running;
        },
        300);
    QVERIFY2(back > 0, qPrintable(s.log()));
    const double outage = back - 5;
    QVERIFY2(outage >= 70 && outage <= 120, qPrintable(QString::number(outage) + s.log()));
}

void TstRecovery::dyingOneAfterTheOtherEndsWithEverythingRunning()
{
    Scenario s;
    s.run(10);
    s.simulation().setPower(2, false);
    s.run(2);
    s.simulation().setPower(2, true);
    s.run(1);
    s.event("power-cut node1");
    s.run(20);
    s.event("boot node1");
    QVERIFY2(s.when([&] { return allRun(s); }, 600) > 0, qPrintable(s.log()));
}

// The article's own test: eth0 of the node that runs the guest is pulled.
void TstRecovery::anUnpluggedClusterNetworkMovesTheGuests()
{
    Scenario s;
    s.event("cut lan:node1");
    QVERIFY2(s.when([&] { return runsOn(*s.world().guest(100), 2); }, 120) > 56,
             qPrintable(s.log()));
    QVERIFY(!runsOn(*s.world().guest(100), 1));
}

void TstRecovery::withoutQuorumHaGuestsStopAndOthersGoOn()
{
    Scenario s;
    s.event("qdisk-loss");
    s.event("power-cut node1");
    s.run(60);
    QVERIFY(!s.node(2).view.quorate);
    QVERIFY2(!runsOn(*s.world().guest(102), 2), qPrintable(s.log()));
    QVERIFY(runsOn(*s.world().guest(103), 2));
    QVERIFY(!runsOn(*s.world().guest(100), 2));
}

void TstRecovery::guestsComeBackWithQuorum()
{
    Scenario s;
    s.event("qdisk-loss");
    s.event("power-cut node1");
    s.run(70);
    s.event("qdisk-return");
    QVERIFY2(s.when([&] { return runsOn(*s.world().guest(102), 2); }, 60) > 0, qPrintable(s.log()));
}

void TstRecovery::aGuestStoppedByHandIsStartedAgain()
{
    Scenario s;
    s.event("guest-stop 100");
    QVERIFY(s.when([&] { return runsOn(*s.world().guest(100), 1); }, 60) > 0);
    QCOMPARE(s.world().services.front().restarts, 1);
    s.event("guest-stop 103");
    s.run(300);
    QVERIFY(!runsOn(*s.world().guest(103), 2));
}

void TstRecovery::stoppingRgmanagerMovesItsGuests()
{
    Scenario s;
    s.event("rgmanager-stop node1");
    QVERIFY(!runsOn(*s.world().guest(101), 1));
    QVERIFY2(s.when([&] { return runsOn(*s.world().guest(101), 2); }, 30) > 0, qPrintable(s.log()));
}

void TstRecovery::aRebootedNodeStartsItsOwnGuestsOnly()
{
    Scenario s;
    s.event("power-cut node2");
    s.run(120);
    s.event("boot node2");
    s.run(200);
    QVERIFY2(runsOn(*s.world().guest(103), 2), qPrintable(s.log()));
    QVERIFY(runsOn(*s.world().guest(102), 1)); // no failback
    QCOMPARE(s.node(1).view.totalVotes, 3);
}

void TstRecovery::aBootWaitsForTheDrbdPeer()
{
    Scenario s;
    s.event("power-cut node2");
    s.event("power-cut node1");
    s.event("boot node1");
    s.run(600); // wfc-timeout 0: it was connected when it went down
    QVERIFY(s.node(1).stage == Stage::Up && !s.node(1).cman);
    s.event("boot node2");
    QVERIFY2(s.when([&] { return allRun(s); }, 200) > 0, qPrintable(s.log()));
}

BINOME_TEST(TstRecovery)
#include "tst_recovery.moc"
