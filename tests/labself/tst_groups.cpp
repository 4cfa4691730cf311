// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// rgmanager's policies and what clusvcadm answers.
class TstGroups : public QObject
{
    Q_OBJECT

private slots:
    void aFailedStatusFollowsTheRecoveryPolicy_data();
    void aFailedStatusFollowsTheRecoveryPolicy();
    void tooManyRestartsRelocate();
    void restartsFarApartDoNotCount();
    void aRestrictedDomainIsAWall();
    void aBetterNodeTakesItsServiceBack();
    void withNofailbackItStays();
    void anExclusiveServiceSharesNoNode();
    void aFailedStopNeedsDisable();
    void aStartThatFailsIsTriedOnTheOtherNode();
    void whatClusvcadmAnswers_data();
    void whatClusvcadmAnswers();
    void relocateSaysWhereItRuns();
    void restartKeepsTheNode();
    void aStoppedServiceWaitsForATransition();
    void lockedManagersStartNothing();
    void migrateTakesItsTime();
    void theClosestNameIsTaken();
    void withoutQuorumNothingIsDone();

private:
    static Service &service(Scenario &s, int vmid) { return *s.change().service(vmid); }
};

void TstGroups::aFailedStatusFollowsTheRecoveryPolicy_data()
{
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("owner");
    QTest::addColumn<int>("state");
    QTest::newRow("restart") << QStringLiteral("restart") << 1 << int(ServiceState::Started);
    QTest::newRow("relocate") << QStringLiteral("relocate") << 2 << int(ServiceState::Started);
    QTest::newRow("disable") << QStringLiteral("disable") << 0 << int(ServiceState::Disabled);
}

void TstGroups::aFailedStatusFollowsTheRecoveryPolicy()
{
    QFETCH(QString, policy);
    Scenario s;
    QCOMPARE(s.event("set service-recovery 100:" + policy.toStdString()), QString());
    s.event("guest-stop 100");
    s.run(60);
    QTEST(service(s, 100).owner, "owner");
    QTEST(int(service(s, 100).state), "state");
}

void TstGroups::tooManyRestartsRelocate()
{
    Scenario s;
    s.event("set service-max-restarts 100:2");
    s.event("set service-restart-expire 100:600000");
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(service(s, 100).owner, 1);
        s.event("guest-stop 100");
        s.run(60);
    }
    QVERIFY2(service(s, 100).owner == 2, qPrintable(s.log()));
}

void TstGroups::restartsFarApartDoNotCount()
{
    Scenario s;
    s.event("set service-max-restarts 100:2");
    s.event("set service-restart-expire 100:100000");
    for (int i = 0; i < 5; ++i) {
        s.event("guest-stop 100");
        s.run(120);
    }
    QCOMPARE(service(s, 100).owner, 1);
    QCOMPARE(service(s, 100).restarts, 5);
}

void TstGroups::aRestrictedDomainIsAWall()
{
    Scenario s;
    s.event("set failover-domain only1:restricted:node1");
    s.event("set service-domain 100:only1");
    const Answer refused = s.command("node1", "clusvcadm -r pvevm:100 -m node2");
    QCOMPARE(refused.exit, 241);
    QCOMPARE(refused.out,
             std::string("Trying to relocate pvevm:100 to node2...Service not runnable\n"));
    s.event("power-cut node1");
    s.run(200);
    QVERIFY(!runsOn(*s.world().guest(100), 2));
    QVERIFY(runsOn(*s.world().guest(101), 2));
    QCOMPARE(int(service(s, 100).state), int(ServiceState::Stopped));
    s.event("boot node1");
    QVERIFY2(s.when([&] { return runsOn(*s.world().guest(100), 1); }, 200) > 0,
             qPrintable(s.log()));
}

void TstGroups::aBetterNodeTakesItsServiceBack()
{
    Scenario s;
    s.event("set failover-domain prefer1:ordered:node1=1,node2=2");
    s.event("set service-domain 100:prefer1");
    s.event("power-cut node1");
    s.run(150);
    QVERIFY(runsOn(*s.world().guest(100), 2));
    s.event("boot node1");
    QVERIFY2(s.when([&] { return service(s, 100).owner == 1; }, 400) > 0, qPrintable(s.log()));
    QVERIFY(s.log().contains(QStringLiteral("migrating pvevm:100 to better node node1")));
    QCOMPARE(service(s, 101).owner, 2);
}

void TstGroups::withNofailbackItStays()
{
    Scenario s;
    s.event("set failover-domain prefer1:ordered,nofailback:node1=1,node2=2");
    s.event("set service-domain 100:prefer1");
    s.event("power-cut node1");
    s.run(150);
    s.event("boot node1");
    s.run(400);
    QCOMPARE(service(s, 100).owner, 2);
}

void TstGroups::anExclusiveServiceSharesNoNode()
{
    Scenario s;
    s.event("set service-exclusive 102:1");
    const Answer refused = s.command("node1", "clusvcadm -r pvevm:100 -m node2");
    QCOMPARE(refused.exit, 240);
    QVERIFY(refused.out.find("...Service not runnable: cannot run exclusive\n")
            != std::string::npos);
    QCOMPARE(s.command("node1", "clusvcadm -M pvevm:100 -m node2").exit, 249);
}

void TstGroups::aFailedStopNeedsDisable()
{
    Scenario s;
    s.event("service-stop-fails 100");
    QCOMPARE(s.command("node1", "clusvcadm -r pvevm:100 -m node2").exit, 255);
    QVERIFY(s.out("node1", "clustat")
                .contains(QStringLiteral("(node1)                        failed")));
    s.run(60);
    QCOMPARE(s.command("node1", "clusvcadm -e pvevm:100").exit, 255);
    QCOMPARE(s.command("node1", "clusvcadm -d pvevm:100").exit, 0);
    const Answer enabled = s.command("node1", "clusvcadm -e pvevm:100");
    QCOMPARE(enabled.exit, 0);
    QCOMPARE(enabled.out,
             std::string("Local machine trying to enable pvevm:100...Success\n"
                         "pvevm:100 is now running on node1\n"));
}

void TstGroups::aStartThatFailsIsTriedOnTheOtherNode()
{
    Scenario s;
    s.event("service-disable 100");
    s.event("service-disable 101");
    s.command("node1", "vgchange -an drbd1vg");
    QCOMPARE(s.event("drbd-secondary node1 r1"), QString());
    const Answer answer = s.command("node1", "clusvcadm -e pvevm:100 -m node1");
    QCOMPARE(answer.exit, 0);
    QVERIFY2(answer.out.find("Warning: pvevm:100 is now running on node2\n") != std::string::npos,
             answer.out.c_str());
}

void TstGroups::whatClusvcadmAnswers_data()
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QByteArray>("command");
    QTest::addColumn<QByteArray>("out");
    QTest::addColumn<int>("exit");
    const auto row = [](const char *event, const char *command, const char *out, int exit) {
        QTest::newRow(command) << QByteArray(event) << QByteArray(command) << QByteArray(out)
                               << exit;
    };
    row("", "clusvcadm -d pvevm:100", "Local machine disabling pvevm:100...Success\n", 0);
    row("", "clusvcadm -d pvevm:999",
        "Local machine disabling pvevm:999...Service does not exist\n", 252);
    row("", "clusvcadm -d 100", "Local machine disabling service:100...Service does not exist\n",
        252);
    row("", "clusvcadm -e pvevm:101",
        "Local machine trying to enable pvevm:101...Service is already running\n", 0);
    row("service-freeze 100", "clusvcadm -d pvevm:100",
        "Local machine disabling pvevm:100...Failure: Service is frozen\n", 245);
    row("", "clusvcadm -Z pvevm:100", "Local machine freezing pvevm:100...Success\n", 0);
    row("", "clusvcadm -U pvevm:100", "Local machine unfreezing pvevm:100...Success\n", 0);
    row("", "clusvcadm -M pvevm:100", "Migration requires a target cluster member\n", 1);
    row("cman-stop node2", "clusvcadm -M pvevm:100 -m node2", "'node2' is offline\n", 1);
    row("service-disable 100", "clusvcadm -r pvevm:100 -m node2",
        "Trying to relocate pvevm:100 to node2...Invalid operation for resource\n", 248);
    row("rgmanager-stop node1", "clusvcadm -s pvevm:102",
        "Local machine stopping pvevm:102...Could not connect to resource group manager\n", 1);
    row("cman-stop node1", "clusvcadm -d pvevm:100", "Could not connect to cluster service\n", 1);
    row("", "clusvcadm -S", "Resource groups unlocked\n", 0);
    row("", "clusvcadm -v", "3.2.0\n", 0);
}

void TstGroups::whatClusvcadmAnswers()
{
    QFETCH(QByteArray, event);
    QFETCH(QByteArray, command);
    Scenario s;
    if (!event.isEmpty())
        QCOMPARE(s.event(event.toStdString()), QString());
    const Answer answer = s.command("node1", command.toStdString());
    QTEST(QByteArray::fromStdString(answer.out), "out");
    QTEST(answer.exit, "exit");
}

void TstGroups::relocateSaysWhereItRuns()
{
    Scenario s;
    const Answer answer = s.command("node1", "clusvcadm -r pvevm:100 -m node2");
    QCOMPARE(answer.out,
             std::string("Trying to relocate pvevm:100 to node2...Success\n"
                         "pvevm:100 is now running on node2\n"));
    QVERIFY(s.now() >= 3);
    QVERIFY(runsOn(*s.world().guest(100), 2) && !runsOn(*s.world().guest(100), 1));
}

void TstGroups::restartKeepsTheNode()
{
    Scenario s;
    const int pid = s.world().guest(100)->on.at(1).pid;
    QCOMPARE(s.command("node2", "clusvcadm -R pvevm:100").out,
             std::string("Local machine trying to restart pvevm:100...Success\n"));
    QVERIFY(runsOn(*s.world().guest(100), 1));
    QVERIFY(s.world().guest(100)->on.at(1).pid != pid);
}

void TstGroups::aStoppedServiceWaitsForATransition()
{
    Scenario s;
    QCOMPARE(s.command("node1", "clusvcadm -s pvevm:100").exit, 0);
    s.run(120);
    QVERIFY(!hostOf(*s.world().guest(100)));
    s.event("cman-stop node2");
    s.run(20);
    QVERIFY(runsOn(*s.world().guest(100), 1));
}

void TstGroups::lockedManagersStartNothing()
{
    Scenario s;
    s.event("service-disable 100");
    QCOMPARE(s.command("node1", "clusvcadm -l").out, std::string("Resource groups locked\n"));
    const Answer refused = s.command("node1", "clusvcadm -e pvevm:100");
    QCOMPARE(refused.exit, 250);
    QVERIFY(refused.out.find("...Temporary failure; try again\n") != std::string::npos);
    QCOMPARE(s.command("node1", "clusvcadm -u").out, std::string("Resource groups unlocked\n"));
    QCOMPARE(s.command("node1", "clusvcadm -e pvevm:100").exit, 0);
}

void TstGroups::migrateTakesItsTime()
{
    Scenario s;
    const Answer answer = s.command("node1", "clusvcadm -M pvevm:100 -m node2");
    QCOMPARE(answer.out, std::string("Trying to migrate pvevm:100 to node2...Success\n"));
    QVERIFY(s.now() > 5);
    QCOMPARE(service(s, 100).owner, 2);
}

void TstGroups::theClosestNameIsTaken()
{
    Scenario s;
    s.change().nodes[1].name = "other";
    const Answer answer = s.command("node1", "clusvcadm -r pvevm:100 -m othr");
    QVERIFY2(answer.out.find("'othr' not in membership list\nClosest match: 'other'\n"
                             "Trying to relocate pvevm:100 to other...")
                 == 0,
             answer.out.c_str());
    QCOMPARE(s.command("node1", "clusvcadm -r pvevm:100 -m zzz").exit, 1);
}

void TstGroups::withoutQuorumNothingIsDone()
{
    Scenario s;
    s.event("bmc-cut node1");
    s.event("cut lan:node1");
    s.run(60);
    const Answer answer = s.command("node1", "clusvcadm -d pvevm:100");
    QCOMPARE(answer.exit, 247);
    QCOMPARE(answer.out,
             std::string("Local machine disabling pvevm:100...Operation requires quorum\n"));
}

BINOME_TEST(TstGroups)
#include "tst_groups.moc"
