// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

class TstFencing : public QObject
{
    Q_OBJECT

private slots:
    void theVictimIsRebootedByDefault();
    void actionOffLeavesTheVictimOff();
    void aDeadBmcIsTriedForEver();
    void nothingIsFencedWithoutQuorum();
    void ofTwoHalvesTheDiskMastersIsFirst();
    void aNodeThatStartsAloneFencesTheAbsentOne();
    void fencingByHandIsRemembered();
};

void TstFencing::theVictimIsRebootedByDefault()
{
    Scenario s;
    s.event("hang node2");
    QVERIFY(s.when([&] { return s.node(2).stage == Stage::Booting; }, 90) > 56);
    QVERIFY2(s.when([&] { return s.node(2).view.quorate && s.node(2).fence.joined; }, 200) > 0,
             qPrintable(s.log()));
    QVERIFY(s.node(1).fence.victims.empty());
    QCOMPARE(s.node(1).fence.last.at(2).how, std::string("agent"));
}

void TstFencing::actionOffLeavesTheVictimOff()
{
    Scenario s;
    s.event("set fence-action off");
    s.event("hang node2");
    s.run(400);
    QVERIFY(s.node(2).stage == Stage::Off);
}

void TstFencing::aDeadBmcIsTriedForEver()
{
    Scenario s;
    s.event("power-cut node2 --with-bmc");
    s.run(300);
    QVERIFY(s.node(1).fence.victims.count(2));
    QVERIFY(s.log().count(QStringLiteral("fence node2 failed")) >= 5);
    QVERIFY(!runsOn(*s.world().guest(102), 1));
    s.event("bmc-heal node2");
    s.run(40);
    QVERIFY2(s.node(1).fence.victims.empty(), qPrintable(s.log()));
    QVERIFY(runsOn(*s.world().guest(102), 1));
}

void TstFencing::nothingIsFencedWithoutQuorum()
{
    Scenario s;
    s.event("qdisk-loss");
    s.event("power-cut node2");
    s.run(200);
    QVERIFY(!s.node(1).view.quorate);
    QVERIFY(!s.log().contains(QStringLiteral("fencing node node2")));
    QVERIFY(s.out("node1", "fence_tool ls").contains(QStringLiteral("wait state    quorum")));
}

void TstFencing::ofTwoHalvesTheDiskMastersIsFirst()
{
    Scenario s;
    s.event("cut lan");
    s.run(70);
    QVERIFY2(s.node(1).stage == Stage::Up, qPrintable(s.log()));
    QVERIFY(s.node(2).boots > 1);
}

void TstFencing::aNodeThatStartsAloneFencesTheAbsentOne()
{
    Scenario s;
    s.event("power-cut node1");
    s.event("power-cut node2 --with-bmc");
    s.event("set boot-time 1000");
    s.event("boot node1");
    s.run(3);
    s.event("skip-wait node1");
    QVERIFY2(s.when([&] { return s.node(1).fence.victims.count(2) != 0; }, 60) > 0,
             qPrintable(s.log()));
}

// fence_node tells fenced, which then averts its own fencing.
void TstFencing::fencingByHandIsRemembered()
{
    Scenario s;
    s.event("set fence-action off");
    s.event("fence-node node1 node2");
    QVERIFY(s.when([&] { return s.node(2).stage == Stage::Off; }, 10) > 0);
    QVERIFY(s.when([&] { return !s.node(1).view.members.count(2); }, 70) > 0);
    s.run(2);
    QVERIFY2(s.out("node1", "fence_tool ls -n")
                 .contains(
                     QStringLiteral("nodeid 2 member 0 victim 0 last fence master 1 how external")),
             qPrintable(s.log()));
    QCOMPARE(s.log().count(QStringLiteral("fencing node node2")), 0);
}

BINOME_TEST(TstFencing)
#include "tst_fencing.moc"
