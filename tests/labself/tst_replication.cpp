// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

class TstReplication : public QObject
{
    Q_OBJECT

private slots:
    void aCutIsNoticedAfterPingInterval();
    void writesHangUntilItIsNoticed();
    void twoPrimariesApartAreASplitBrain();
    void aSecondarySplitFromItsPeerFollowsAlone();
    void aRebootedNodeCopiesOnlyWhatChanged();
    void outOfSyncGrowsWithTheGuestsWrites();
    void resyncRunsAtTheRateAndEnds();
    void aCutDuringResyncKeepsTheTargetInconsistent();
    void detachedDiskIsCopiedWhenItReturns();
    void verificationFindsWhatIsHidden();
    void aPausedResyncStandsStill();
    void repairAfterSplitBrainByDiscard();
    void disconnectingInDualPrimaryMakesTheSplitBrain();

private:
    static const DrbdSide &r1(const Scenario &s, int node)
    {
        return s.world().resource("r1")->side(node);
    }
};

void TstReplication::aCutIsNoticedAfterPingInterval()
{
    Scenario s;
    s.run(7);
    s.event("cut drbd");
    s.run(10.4);
    QVERIFY(s.file("node1", "proc/drbd")
                .contains(QStringLiteral(
                    " 1: cs:Connected ro:Primary/Primary ds:UpToDate/UpToDate C r-----")));
    s.run(0.2);
    QVERIFY(s.file("node1", "proc/drbd")
                .contains(QStringLiteral(
                    " 1: cs:WFConnection ro:Primary/Unknown ds:UpToDate/DUnknown C r-----")));
    QVERIFY(r1(s, 2).connection == Connection::WFConnection);
}

void TstReplication::writesHangUntilItIsNoticed()
{
    Scenario s;
    s.run(7);
    s.event("cut drbd");
    const auto written = r1(s, 1).counters.dw;
    s.run(10);
    QCOMPARE(r1(s, 1).counters.dw, written);
    QCOMPARE(r1(s, 1).counters.ap, 2); // two guests write to r1
    s.run(5);
    QVERIFY(r1(s, 1).counters.dw > written);
    QCOMPARE(r1(s, 1).counters.ap, 0);
}

void TstReplication::twoPrimariesApartAreASplitBrain()
{
    Scenario s;
    s.event("cut drbd");
    s.run(20);
    s.event("heal drbd");
    s.run(5);
    QVERIFY(r1(s, 1).connection == Connection::StandAlone
            && r1(s, 2).connection == Connection::StandAlone);
    // No network configuration, so no protocol letter.
    QVERIFY(s.file("node2", "proc/drbd")
                .contains(QStringLiteral(
                    "cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----")));
    QVERIFY(s.log().contains(QStringLiteral("Split-Brain detected but unresolved")));
}

void TstReplication::aSecondarySplitFromItsPeerFollowsAlone()
{
    Scenario s;
    s.event("drbd-secondary node2 r1");
    s.event("cut drbd");
    s.run(30);
    s.event("heal drbd");
    QVERIFY2(s.when([&] { return r1(s, 1).connection == Connection::Connected; }, 20) > 0,
             qPrintable(s.log()));
    QVERIFY(r1(s, 2).disk == Disk::UpToDate);
}

void TstReplication::aRebootedNodeCopiesOnlyWhatChanged()
{
    Scenario s;
    s.run(5);
    s.event("kill node2");
    QVERIFY2(s.when([&] { return r1(s, 2).connection == Connection::SyncTarget; }, 150) > 0,
             qPrintable(s.log()));
    QVERIFY(r1(s, 2).sync.totalKiB < 100 * 1024);
    QVERIFY(r1(s, 2).sync.totalKiB > 4096);
    QVERIFY(
        s.when([&] { return r1(s, 2).disk == Disk::UpToDate && r1(s, 2).role == Role::Primary; },
               30)
        > 0);
}

void TstReplication::outOfSyncGrowsWithTheGuestsWrites()
{
    Scenario s;
    s.event("set guest-write-rate 100:1000");
    s.event("set guest-write-rate 101:0");
    s.event("cut drbd");
    s.run(11);
    const auto before = r1(s, 1).outOfSyncKiB;
    s.run(10);
    QCOMPARE(r1(s, 1).outOfSyncKiB - before, std::uint64_t{10000});
    QCOMPARE(r1(s, 2).outOfSyncKiB, std::uint64_t{0});
    QVERIFY(s.file("node1", "proc/drbd")
                .contains(QStringLiteral("oos:%1\n").arg(r1(s, 1).outOfSyncKiB)));
}

void TstReplication::resyncRunsAtTheRateAndEnds()
{
    Scenario s;
    s.event("guest-stop 102");
    s.event("guest-stop 103");
    s.run(1);
    s.command("node2", "vgchange -an drbd2vg");
    s.event("drbd-secondary node2 r2");
    QCOMPARE(s.event("drbd-invalidate node2 r2"), QString());
    const Resource &r2 = *s.world().resource("r2");
    QVERIFY(s.when([&] { return r2.side(2).connection == Connection::SyncTarget; }, 2) > 0);
    s.run(100 - s.now() + r2.side(2).sync.started.count() / 1000.0);
    QCOMPARE(r2.side(2).sync.leftKiB, r2.sizeKiB - 100 * 30720);
    const QString text = s.file("node2", "proc/drbd");
    QVERIFY2(text.contains(QStringLiteral("sync'ed:  3.5% (82828/85828)M\n\tfinish: 0:45:59 speed: "
                                          "30,720 (30,720) want: 30,720 K/sec")),
             qPrintable(text));
    s.event("service-disable 102");
    const double rest = static_cast<double>(r2.sizeKiB) / 30720 - 100;
    s.run(rest - 1);
    QVERIFY(r2.side(2).disk == Disk::Inconsistent);
    s.run(2);
    QVERIFY(r2.side(2).disk == Disk::UpToDate && r2.side(2).connection == Connection::Connected);
}

void TstReplication::aCutDuringResyncKeepsTheTargetInconsistent()
{
    Scenario s;
    QCOMPARE(s.event("drbd-invalidate node2 r1"), QString());
    s.run(10);
    s.event("cut drbd");
    s.run(15);
    QVERIFY(r1(s, 2).connection == Connection::WFConnection && r1(s, 2).disk == Disk::Inconsistent);
    s.event("heal drbd");
    s.run(3);
    QVERIFY2(r1(s, 2).connection == Connection::SyncTarget, qPrintable(s.log()));
}

void TstReplication::detachedDiskIsCopiedWhenItReturns()
{
    Scenario s;
    s.event("disk-detach node2 r1");
    QVERIFY(s.file("node1", "proc/drbd").contains(QStringLiteral("ds:UpToDate/Diskless")));
    s.run(20);
    QVERIFY(r1(s, 1).outOfSyncKiB > 0);
    s.event("disk-attach node2 r1");
    QVERIFY(r1(s, 2).disk == Disk::Attaching);
    QVERIFY(s.when([&] { return r1(s, 2).connection == Connection::WFBitMapT; }, 2) > 0);
    s.run(5);
    QVERIFY(r1(s, 2).disk == Disk::UpToDate);
}

void TstReplication::verificationFindsWhatIsHidden()
{
    Scenario s;
    s.event("drbd-hidden r1 3072");
    s.event("drbd-verify node1 r1");
    s.run(60);
    QVERIFY(s.file("node1", "proc/drbd").contains(QStringLiteral("cs:VerifyS")));
    QVERIFY2(s.file("node2", "proc/drbd").contains(QStringLiteral("verified:  2.2%")),
             qPrintable(s.file("node2", "proc/drbd")));
    s.run(3000);
    QVERIFY(r1(s, 1).connection == Connection::Connected);
    QCOMPARE(r1(s, 1).outOfSyncKiB, std::uint64_t{3072});
}

void TstReplication::aPausedResyncStandsStill()
{
    Scenario s;
    s.event("drbd-invalidate node2 r1");
    s.run(10);
    s.event("drbd-pause node1 r1");
    const auto left = r1(s, 1).sync.leftKiB;
    s.run(10);
    QCOMPARE(r1(s, 1).sync.leftKiB, left);
    QVERIFY(s.file("node1", "proc/drbd")
                .contains(QStringLiteral(
                    "cs:PausedSyncS ro:Primary/Primary ds:UpToDate/Inconsistent C r--u--")));
    QVERIFY(s.file("node2", "proc/drbd")
                .contains(QStringLiteral(
                    "cs:PausedSyncT ro:Primary/Primary ds:Inconsistent/UpToDate C r-p---")));
    s.event("drbd-resume node1 r1");
    s.run(10);
    QVERIFY(r1(s, 1).sync.leftKiB < left);
}

void TstReplication::repairAfterSplitBrainByDiscard()
{
    Scenario s;
    s.event("cut drbd");
    s.run(20);
    s.event("heal drbd");
    s.run(5);
    QCOMPARE(s.event("drbd-secondary node2 r1"), QString());
    QCOMPARE(s.event("drbd-discard node2 r1"), QString());
    QCOMPARE(s.event("drbd-connect node1 r1"), QString());
    QVERIFY(s.when([&] { return r1(s, 1).connection == Connection::Connected; }, 20) > 0);
    QVERIFY(r1(s, 2).disk == Disk::UpToDate);
    QCOMPARE(r1(s, 1).outOfSyncKiB, std::uint64_t{0});
}

void TstReplication::disconnectingInDualPrimaryMakesTheSplitBrain()
{
    Scenario s;
    s.event("drbd-disconnect node2 r1");
    QVERIFY(r1(s, 1).connection == Connection::TearDown);
    s.run(0.1);
    QVERIFY(r1(s, 1).connection == Connection::WFConnection);
    QVERIFY(r1(s, 2).connection == Connection::StandAlone);
    s.event("drbd-connect node2 r1");
    s.run(5);
    QVERIFY(r1(s, 1).connection == Connection::StandAlone
            && r1(s, 2).connection == Connection::StandAlone);
}

BINOME_TEST(TstReplication)
#include "tst_replication.moc"
