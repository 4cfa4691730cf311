// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// Token, votes, quorum disk.
class TstMembership : public QObject
{
    Q_OBJECT

private slots:
    void aDeadNodeStaysAMemberForTheToken();
    void aShortCutIsNotNoticed();
    void leavingInOrderIsSeenAtOnceAndFencesNobody();
    void losingTheDiskTakesItsVotesAfterTheToken();
    void aNodeCutFromTheNetworkLosesQuorum();
    void withMasterWinsOnlyTheMasterKeepsTheDisk();
    void aNodeThatKeptItsStateMayNotRejoin();
};

void TstMembership::aDeadNodeStaysAMemberForTheToken()
{
    Scenario s;
    s.run(10);
    s.event("kill node2");
    s.run(55.9); // token 54 s, consensus 2 s
    QVERIFY(s.node(1).view.members.count(2));
    s.run(0.2);
    QVERIFY(!s.node(1).view.members.count(2));
    QVERIFY(s.node(1).view.quorate);
}

void TstMembership::aShortCutIsNotNoticed()
{
    Scenario s;
    s.event("cut lan");
    s.run(50);
    s.event("heal lan");
    s.run(100);
    QVERIFY(s.node(1).view.members.count(2) && s.node(2).view.members.count(1));
    QVERIFY(s.node(1).fence.victims.empty());
}

void TstMembership::leavingInOrderIsSeenAtOnceAndFencesNobody()
{
    Scenario s;
    s.event("cman-stop node2");
    QVERIFY(!s.node(1).view.members.count(2));
    s.run(120);
    QVERIFY2(s.node(2).stage == Stage::Up, qPrintable(s.log()));
    QVERIFY(!s.log().contains(QStringLiteral("fencing")));
}

void TstMembership::losingTheDiskTakesItsVotesAfterTheToken()
{
    Scenario s;
    s.event("qdisk-loss");
    s.run(52.9);
    QCOMPARE(s.node(1).view.totalVotes, 3);
    s.run(1.2);
    QCOMPARE(s.node(1).view.totalVotes, 2);
    QVERIFY(s.node(1).view.quorate);
    s.event("qdisk-return");
    s.run(4.1);
    QCOMPARE(s.node(1).view.totalVotes, 3);
}

void TstMembership::aNodeCutFromTheNetworkLosesQuorum()
{
    Scenario s;
    s.event("bmc-cut node1"); // so that nobody ends the picture by fencing
    s.event("cut lan:node1");
    s.run(60);
    QVERIFY(!s.node(1).view.quorate);
    QVERIFY(s.node(2).view.quorate);
    QCOMPARE(s.node(1).view.totalVotes, 1);
    QCOMPARE(s.node(2).view.totalVotes, 2);
}

void TstMembership::withMasterWinsOnlyTheMasterKeepsTheDisk()
{
    Scenario s;
    s.event("set master-wins 1");
    s.event("bmc-cut node1");
    s.event("bmc-cut node2");
    s.event("cut lan");
    s.run(60);
    QVERIFY(s.node(1).view.quorate);
    QVERIFY(!s.node(2).view.quorate);
}

void TstMembership::aNodeThatKeptItsStateMayNotRejoin()
{
    Scenario s;
    s.event("bmc-cut node1");
    s.event("cut lan:node1");
    s.run(70);
    s.event("heal lan:node1");
    s.run(10);
    QVERIFY2(!s.node(1).cman, qPrintable(s.log()));
    QVERIFY(s.node(2).view.quorate);
}

BINOME_TEST(TstMembership)
#include "tst_membership.moc"
