// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// qdiskd's rules at start, its heuristics and evictions; cman's own start and stop.
class TstQuorumdisk : public QObject
{
    Q_OBJECT

private slots:
    void whatQdiskdRefusesAtStart_data();
    void whatQdiskdRefusesAtStart();
    void newTimingsCountAtItsNextStart();
    void theVoteLapsesAfterQuorumDevPoll();
    void aShortSilenceKeepsTheVote();
    void aStoppedQdiskdDeregistersAtOnce();
    void qdiskdTellsThatItIsNotEntitled();
    void aLostPingRebootsTheNode();
    void aProgramThatFailsIsWeighed();
    void withAllowKillTheMasterEvicts();
    void stoppingCmanIsRefusedWhileRgmanagerRuns();
    void reloadLeavesAndComesBack();
    void theSurvivorOfALeaveExpectsFewerVotes();
    void startWithoutQuorumStopsBeforeFenced();
    void leaveIsRefusedWhileDaemonsWork();
    void aKilledCmanIsFenced();
    void twoNodesRaceAndTheDelayedOneLives();
};

void TstQuorumdisk::whatQdiskdRefusesAtStart_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("says");
    QTest::newRow("token") << QStringLiteral("set token 9000")
                           << QStringLiteral("Token timeout 9000 is too fast to use with qdiskd!");
    QTest::newRow("timings") << QStringLiteral("set token 17000")
                             << QStringLiteral("please set token timeout to at least 18000ms");
    QTest::newRow("label") << QStringLiteral("qdisk-labels another")
                           << QStringLiteral("Unable to match label 'pve_quorum' to any device");
    QTest::newRow("twice") << QStringLiteral("qdisk-labels pve_quorum pve_quorum")
                           << QStringLiteral("Multiple partitions matching label 'pve_quorum'");
}

void TstQuorumdisk::whatQdiskdRefusesAtStart()
{
    QFETCH(QString, event);
    QFETCH(QString, says);
    Scenario s;
    s.event("qdiskd-stop node2");
    QCOMPARE(s.event(event.toStdString()), QString());
    s.event("qdiskd-start node2");
    s.run(20);
    QVERIFY(!s.node(2).qdiskd && !s.node(2).view.qdiskVote);
    QVERIFY2(s.log().contains(says), qPrintable(s.log()));
    s.event("set token 54000");
    s.event("qdisk-labels pve_quorum");
    s.event("qdiskd-start node2");
    s.run(20);
    QVERIFY(s.node(2).view.qdiskVote);
}

void TstQuorumdisk::newTimingsCountAtItsNextStart()
{
    Scenario s;
    QCOMPARE(s.event("conf-new node1 qdisk-tko 20"), QString());
    QCOMPARE(s.event("conf-activate node1"), QString());
    QCOMPARE(s.node(1).conf.qdiskTko, 20);
    QCOMPARE(s.node(1).qdiskConf.qdiskTko, 10);
    s.event("qdiskd-stop node1");
    s.event("qdiskd-start node1");
    QCOMPARE(s.node(1).qdiskConf.qdiskTko, 20);
}

void TstQuorumdisk::theVoteLapsesAfterQuorumDevPoll()
{
    Scenario s;
    QCOMPARE(s.event("set quorum-dev-poll 20000"), QString());
    s.event("cut iscsi:node1");
    s.run(18.9);
    QVERIFY(s.node(1).view.qdiskVote);
    s.run(1.2);
    QVERIFY(!s.node(1).view.qdiskVote && s.node(2).view.qdiskVote);
}

void TstQuorumdisk::aShortSilenceKeepsTheVote()
{
    Scenario s;
    s.event("cut iscsi:node1");
    s.run(40); // far beyond interval times tko
    s.event("heal iscsi:node1");
    s.run(60);
    QVERIFY(s.node(1).view.qdiskVote);
    QVERIFY2(!s.log().contains(QStringLiteral("quorum disk lost")), qPrintable(s.log()));
}

void TstQuorumdisk::aStoppedQdiskdDeregistersAtOnce()
{
    Scenario s;
    s.event("qdiskd-stop node1");
    s.run(0.1);
    QVERIFY(!s.node(1).view.qdiskVote);
}

void TstQuorumdisk::qdiskdTellsThatItIsNotEntitled()
{
    Scenario s;
    s.event("set master-wins 1");
    s.run(1.1); // an interval
    QVERIFY(s.node(1).view.qdiskVote != s.node(2).view.qdiskVote);
}

void TstQuorumdisk::aLostPingRebootsTheNode()
{
    Scenario s;
    QCOMPARE(s.event("set heuristic 2:3:1:ping_-c1_-w1_10.0.0.254"), QString());
    s.run(30);
    QCOMPARE(s.node(1).boots, 1);
    s.event("cut lan:node1");
    QVERIFY2(s.when([&] { return s.node(1).stage == Stage::Booting; }, 20) > 5,
             qPrintable(s.log()));
    QCOMPARE(s.node(2).boots, 1);
}

void TstQuorumdisk::aProgramThatFailsIsWeighed()
{
    Scenario s;
    s.event("set heuristic 2:1:1:/bin/a");
    s.event("set heuristic 2:1:2:/bin/b");
    s.event("heuristic-fail node1 /bin/a");
    s.run(60);
    QCOMPARE(s.node(1).boots, 1); // 2 of 3 are enough
    s.event("heuristic-heal node1");
    s.event("heuristic-fail node1 /bin/b");
    QVERIFY(s.when([&] { return s.node(1).boots > 1; }, 60) > 0);
}

void TstQuorumdisk::withAllowKillTheMasterEvicts()
{
    Scenario s;
    s.event("cut iscsi:node2");
    s.run(60);
    QVERIFY(s.node(2).cman);
    s.event("heal iscsi:node2");
    s.run(30);
    s.event("set allow-kill 1");
    s.event("cut iscsi:node2");
    QVERIFY2(s.when([&] { return !s.node(2).cman; }, 30) > 0, qPrintable(s.log()));
    QVERIFY(s.log().contains(QStringLiteral("node1: qdiskd: Writing eviction notice for node 2")));
}

void TstQuorumdisk::stoppingCmanIsRefusedWhileRgmanagerRuns()
{
    Scenario s;
    const Answer answer = s.command("node1", "service cman stop");
    QCOMPARE(answer.exit, 1);
    QVERIFY2(answer.out.find("   Leaving fence domain... found dlm lockspace "
                             "/sys/kernel/dlm/rgmanager\n")
                 != std::string::npos,
             answer.out.c_str());
    QVERIFY(s.node(1).cman && s.node(1).fence.joined);
}

void TstQuorumdisk::reloadLeavesAndComesBack()
{
    Scenario s;
    QCOMPARE(s.command("node1", "service rgmanager stop").exit, 0);
    const int starts = s.node(1).cmanStart;
    const Answer answer = s.command("node1", "service cman reload");
    QVERIFY2(answer.exit == 0, answer.out.c_str());
    QCOMPARE(s.node(1).cmanStart, starts + 1);
    QVERIFY(answer.out.find("Stopping cluster: \n") == 0);
    QVERIFY(answer.out.find("   Starting qdiskd... [  OK  ]\r\n") != std::string::npos);
    QVERIFY(answer.out.find("   Joining fence domain... [  OK  ]\r\n") != std::string::npos);
    QVERIFY2(s.node(1).fence.joined && s.node(1).view.quorate, qPrintable(s.log()));
    QCOMPARE(s.command("node1", "service cman status").out, std::string("cluster is running.\n"));
}

void TstQuorumdisk::theSurvivorOfALeaveExpectsFewerVotes()
{
    Scenario s;
    s.event("qdisk-loss");
    s.run(60);
    s.command("node1", "service rgmanager stop");
    QCOMPARE(s.command("node1", "service cman stop").exit, 0);
    s.run(5);
    QVERIFY(!s.node(2).view.quorate); // without remove the quorum stays
    Scenario other;
    other.event("qdisk-loss");
    other.run(60);
    other.command("node1", "service rgmanager stop");
    QCOMPARE(other.command("node1", "service cman stop remove").exit, 0);
    other.run(5);
    QVERIFY(other.node(2).view.quorate);
    QVERIFY(other.out("node2", "cman_tool status").contains(QStringLiteral("Expected votes: 1\n")));
}

void TstQuorumdisk::startWithoutQuorumStopsBeforeFenced()
{
    Scenario s;
    s.event("qdisk-loss");
    s.event("power-cut node2 --with-bmc");
    s.event("rgmanager-stop node1");
    s.event("cman-stop node1");
    const Answer answer = s.command("node1", "service cman start");
    QCOMPARE(answer.exit, 1);
    QVERIFY2(answer.out.find("   Waiting for quorum... cman_tool: Timed-out waiting for cluster\n"
                             "[FAILED]\r\n")
                 != std::string::npos,
             answer.out.c_str());
    QVERIFY(s.node(1).cman && !s.node(1).fenced);
}

void TstQuorumdisk::leaveIsRefusedWhileDaemonsWork()
{
    Scenario s;
    const Answer answer = s.command("node2", "cman_tool leave");
    QCOMPARE(answer.exit, 1);
    QCOMPARE(answer.err,
             std::string("cman_tool: Error leaving cluster: Device or resource busy\n"));
    s.event("rgmanager-stop node2");
    s.event("fence-leave node2");
    s.event("qdiskd-stop node2");
    QCOMPARE(s.command("node2", "cman_tool leave remove").exit, 0);
    QVERIFY(!s.node(2).cman && s.node(1).fence.victims.empty());
}

void TstQuorumdisk::aKilledCmanIsFenced()
{
    Scenario s;
    QCOMPARE(s.command("node1", "cman_tool kill -n node2").exit, 0);
    QVERIFY(!s.node(2).cman);
    QVERIFY2(s.when([&] { return s.node(2).boots > 1; }, 100) > 0, qPrintable(s.log()));
    QCOMPARE(s.command("node1", "cman_tool kill -n nobody").err,
             std::string("Can't kill node nobody : No such file or directory\n"));
}

void TstQuorumdisk::twoNodesRaceAndTheDelayedOneLives()
{
    Scenario s;
    s.event("set qdisk 0");
    s.event("set expected-votes 1");
    s.event("set two-node 1");
    FenceSetup setup = bmcFencing(s.world());
    setup.methods["node2"][0].devices[0].attributes = {{"delay", "15"}};
    for (Node &node : s.change().nodes)
        node.conf.fencing = setup;
    s.run(15);
    s.event("cut lan");
    s.run(75);
    QVERIFY2(s.node(1).boots > 1 && s.node(2).boots == 1, qPrintable(s.log()));
}

BINOME_TEST(TstQuorumdisk)
#include "tst_quorumdisk.moc"
