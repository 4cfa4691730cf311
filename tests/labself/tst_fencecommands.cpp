// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// What a person types when fencing fails, or is wanted now.
class TstFencecommands : public QObject
{
    Q_OBJECT

private slots:
    void fenceNodeRebootsAndSaysSoOnStandardError();
    void fenceNodeFailsWhenTheBmcIsDead();
    void fenceNodeOfAStrangerIsUndefined();
    void fenceNodeNeedsCman();
    void fenceNodeAsksForThePower();
    void theOverrideReleasesTheVictim();
    void theOverrideIsRefusedWithoutTheWord();
    void theOverrideWaitsForThatVictim();
    void theOverrideOfAnotherNameReleasesNobody();
    void secondMethodIsTriedAfterTheFirst();
    void oneFailingDeviceEndsItsMethod();
    void twoMethodsOfOneNameAreTheFirstOneTwice();
    void aVictimWithoutMethodIsNeverFenced();
    void aWrongPasswordFencesNobody();
    void leavingTheDomainIsRefusedWhileRgmanagerRuns();
    void joiningWaitsForQuorumAsLongAsAsked();
    void dumpTellsOfTheAttempts();

private:
    static void useMethods(Scenario &s, std::vector<FenceMethod> methods)
    {
        FenceSetup setup = bmcFencing(s.world());
        setup.devices.push_back(
            {"broken", {{"agent", "fence_ipmilan"}, {"ipaddr", "127.99.1.99"}}});
        setup.methods["node2"] = std::move(methods);
        for (Node &node : s.change().nodes)
            node.conf.fencing = setup;
    }
};

void TstFencecommands::fenceNodeRebootsAndSaysSoOnStandardError()
{
    Scenario s;
    const Answer answer = s.command("node1", "fence_node node2 -v");
    QCOMPARE(answer.exit, 0);
    QCOMPARE(QString::fromStdString(answer.out), QString());
    QCOMPARE(QString::fromStdString(answer.err),
             QStringLiteral("fence node2 dev 0.0 agent fence_ipmilan result: success\n"
                            "fence node2 success\n"));
    QVERIFY(s.node(2).stage == Stage::Booting);
    QVERIFY(s.now() > 3);
}

void TstFencecommands::fenceNodeFailsWhenTheBmcIsDead()
{
    Scenario s;
    s.event("bmc-cut node2");
    const Answer answer = s.command("node1", "fence_node node2");
    QCOMPARE(answer.exit, 1);
    QCOMPARE(QString::fromStdString(answer.err), QStringLiteral("fence node2 failed\n"));
    QVERIFY(s.now() > 20);
}

void TstFencecommands::fenceNodeOfAStrangerIsUndefined()
{
    Scenario s;
    const Answer answer = s.command("node1", "fence_node node7");
    QCOMPARE(answer.exit, 2);
    QCOMPARE(QString::fromStdString(answer.err), QStringLiteral("fence node7 undefined\n"));
}

void TstFencecommands::fenceNodeNeedsCman()
{
    Scenario s;
    s.event("cman-stop node1");
    const Answer answer = s.command("node1", "fence_node node2");
    QCOMPARE(answer.exit, 1);
    QCOMPARE(QString::fromStdString(answer.err),
             QStringLiteral("fence_node: cannot connect to cman\n"));
}

void TstFencecommands::fenceNodeAsksForThePower()
{
    Scenario s;
    QCOMPARE(s.command("node1", "fence_node -S node2").err,
             std::string("status node2 success on\n"));
    s.simulation().setPower(2, false);
    const Answer off = s.command("node1", "fence_node -S node2");
    QCOMPARE(off.err, std::string("status node2 success off\n"));
    QCOMPARE(off.exit, 0);
    QVERIFY(s.node(2).stage == Stage::Off);
}

void TstFencecommands::theOverrideReleasesTheVictim()
{
    Scenario s;
    s.event("power-cut node2 --with-bmc");
    s.run(120);
    QVERIFY(s.out("node1", "fence_tool ls").contains(QStringLiteral("victim now    2\n")));
    const Answer answer = s.command("node1", "fence_ack_manual node2", {"absolutely"});
    QCOMPARE(QString::fromStdString(answer.out),
             QStringLiteral("About to override fencing for node2.\n"
                            "Improper use of this command can cause severe file system damage.\n\n"
                            "Done\n"));
    QCOMPARE(answer.exit, 0);
    const QString list = s.out("node1", "fence_tool ls -n");
    QVERIFY2(list.contains(QStringLiteral("victim count  0\nvictim now    0\n")), qPrintable(list));
    QVERIFY2(list.contains(
                 QStringLiteral("nodeid 2 member 0 victim 0 last fence master 1 how override")),
             qPrintable(list));
    QVERIFY2(s.when([&] { return runsOn(*s.world().guest(102), 1); }, 20) > 0, qPrintable(s.log()));
}

void TstFencecommands::theOverrideIsRefusedWithoutTheWord()
{
    Scenario s;
    s.event("power-cut node2 --with-bmc");
    s.run(120);
    const Answer answer = s.command("node1", "fence_ack_manual -n node2", {"yes"});
    QCOMPARE(answer.exit, 1);
    QVERIFY(answer.out.find("\n\nAborted.\n") != std::string::npos);
    s.run(60);
    QVERIFY(s.node(1).fence.victims.count(2));
}

// fenced opens its pipe only between two attempts: before the node is lost nobody reads it.
void TstFencecommands::theOverrideWaitsForThatVictim()
{
    Scenario s;
    s.event("power-cut node2 --with-bmc");
    const Answer answer = runToEnd(s.simulation(), "node1", {"fence_ack_manual", "node2"},
                                   Time{40000}, {"absolutely"});
    QVERIFY(answer.next != nullptr);
    QVERIFY(answer.out.find("Done") == std::string::npos);
    QCOMPARE(s.command("node1", "fence_ack_manual node2", {"absolutely"}).exit, 0);
    QVERIFY(s.now() > 56);
}

void TstFencecommands::theOverrideOfAnotherNameReleasesNobody()
{
    Scenario s;
    s.event("power-cut node2 --with-bmc");
    s.run(120);
    QCOMPARE(s.command("node1", "fence_ack_manual nodo2", {"absolutely"}).exit, 0);
    s.run(60);
    QVERIFY(s.node(1).fence.victims.count(2));
}

void TstFencecommands::secondMethodIsTriedAfterTheFirst()
{
    Scenario s;
    useMethods(s, {{"first", {{"broken", {}}}}, {"second", {{"ipminode2", {}}}}});
    const Answer answer = s.command("node1", "fence_node -v node2");
    QCOMPARE(QString::fromStdString(answer.err),
             QStringLiteral("fence node2 dev 0.0 agent fence_ipmilan result: error from agent\n"
                            "fence node2 dev 1.0 agent fence_ipmilan result: success\n"
                            "fence node2 success\n"));
}

void TstFencecommands::oneFailingDeviceEndsItsMethod()
{
    Scenario s;
    useMethods(s, {{"one", {{"ipminode2", {{"action", "off"}}}, {"broken", {}}, {"nowhere", {}}}}});
    const Answer answer = s.command("node1", "fence_node -v node2");
    QCOMPARE(answer.exit, 1);
    QCOMPARE(QString::fromStdString(answer.err),
             QStringLiteral("fence node2 dev 0.0 agent fence_ipmilan result: success\n"
                            "fence node2 dev 0.1 agent fence_ipmilan result: error from agent\n"
                            "fence node2 failed\n"));
}

void TstFencecommands::twoMethodsOfOneNameAreTheFirstOneTwice()
{
    Scenario s;
    useMethods(s, {{"1", {{"broken", {}}}}, {"1", {{"ipminode2", {}}}}});
    QCOMPARE(s.command("node1", "fence_node node2").exit, 1);
    QVERIFY(s.node(2).stage == Stage::Up);
}

void TstFencecommands::aVictimWithoutMethodIsNeverFenced()
{
    Scenario s;
    useMethods(s, {});
    QCOMPARE(s.command("node1", "fence_node node2").exit, 2);
    s.event("hang node2");
    s.run(120);
    QVERIFY(s.node(1).fence.victims.count(2));
    QVERIFY(
        s.log().contains(QStringLiteral("fence node2 dev 0.0 agent none result: error no method")));
    QCOMPARE(s.command("node1", "fence_ack_manual node2", {"absolutely"}).exit, 0);
}

void TstFencecommands::aWrongPasswordFencesNobody()
{
    Scenario s;
    FenceSetup setup = bmcFencing(s.world());
    for (auto &[key, value] : setup.devices[1].second)
        value = key == "passwd" ? "wrong" : value;
    for (Node &node : s.change().nodes)
        node.conf.fencing = setup;
    QCOMPARE(s.command("node1", "fence_node node2").exit, 1);
    QCOMPARE(s.command("node2", "fence_node node1").exit, 0);
}

void TstFencecommands::leavingTheDomainIsRefusedWhileRgmanagerRuns()
{
    Scenario s;
    const Answer refused = s.command("node2", "fence_tool leave");
    QCOMPARE(refused.exit, 1);
    QCOMPARE(QString::fromStdString(refused.err),
             QStringLiteral("found dlm lockspace /sys/kernel/dlm/rgmanager\n"
                            "fence_tool: cannot leave due to active systems\n"));
    QVERIFY(s.node(2).fence.joined);
    s.event("rgmanager-stop node2");
    QCOMPARE(s.command("node2", "fence_tool leave").exit, 0);
    QVERIFY(!s.node(2).fence.joined);
    QVERIFY(!s.node(1).fence.members.count(2));
}

void TstFencecommands::joiningWaitsForQuorumAsLongAsAsked()
{
    Scenario s;
    s.event("fence-leave node2");
    s.event("qdisk-loss");
    s.event("power-cut node1 --with-bmc");
    s.run(70);
    const Answer answer = s.command("node2", "fence_tool join -w 20");
    QCOMPARE(answer.exit, 0);
    QCOMPARE(answer.err, std::string("fence_tool: join not complete\n"));
    s.event("qdisk-return");
    QCOMPARE(s.command("node2", "fence_tool join -w 20").err, std::string());
    QVERIFY(s.node(2).fence.joined);
}

void TstFencecommands::dumpTellsOfTheAttempts()
{
    Scenario s;
    s.event("power-cut node2 --with-bmc");
    s.run(120);
    const QString dump = s.out("node1", "fence_tool dump");
    QVERIFY2(dump.contains(QStringLiteral(" fencing node node2\n")), qPrintable(dump));
    QVERIFY2(dump.contains(QStringLiteral(" fence node2 failed\n")), qPrintable(dump));
    QCOMPARE(s.command("node1", "fence_tool stop").exit, 1);
}

BINOME_TEST(TstFencecommands)
#include "tst_fencecommands.moc"
