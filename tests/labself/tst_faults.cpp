// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livelab.h"
#include "scenario.h"
#include "tests/testmain.h"

#include <QDateTime>
#include <QTest>

using namespace Lab;

// Faults of the machines themselves, on virtual time and with real servers.
class TstFaults : public QObject
{
    Q_OBJECT

private slots:
    void aWrongClockShowsOnThatNodeOnly();
    void aSlowDiskHoldsCommandsUp();
    void aSlowDiskSlowsDrbdDown();
    void aSlowPeerDelaysItsWriter();
    void aLostSwitchTakesBothNodesTheirDisk();
    void eachEndOfTheCableCutsIt();
    void aBmcWithAnotherPasswordFencesNobody();
    void aBmcThatRefusesFencesNobody();
    void withoutMemoryNothingStarts();
    void wrongFaultsAreRefused();
    void theRealBmcTakesTheNewPasswordOnly();
    void theRealClockIsWrongThere();
};

namespace
{

bool fenced(Scenario &lab)
{
    lab.event("set token 10000");
    lab.event("hang node2");
    return lab.when([&] { return lab.node(2).stage == Stage::Booting; }, 120) > 0;
}

} // namespace

void TstFaults::aWrongClockShowsOnThatNodeOnly()
{
    Scenario lab;
    const auto when = [&lab](const char *node) {
        return lab.out(node, "clustat")
            .section(QLatin1Char('@'), 1)
            .section(QLatin1Char('\n'), 0, 0);
    };
    QCOMPARE(when("node1"), when("node2"));
    QCOMPARE(lab.event("clock node1 -7200"), QString());
    QVERIFY(when("node1") != when("node2"));
    QVERIFY(lab.file("node1", "proc/uptime") == lab.file("node2", "proc/uptime"));
}

void TstFaults::aSlowDiskHoldsCommandsUp()
{
    Scenario lab;
    QCOMPARE(lab.event("slow-disk node1 8000"), QString());
    const double before = lab.now();
    const QString slow = lab.out("node1", "qm list");
    QVERIFY(lab.now() - before >= 8);
    QVERIFY(slow.contains(QStringLiteral("intranet")));
    const double after = lab.now();
    lab.out("node2", "qm list");
    QCOMPARE(lab.now(), after);
}

void TstFaults::aSlowDiskSlowsDrbdDown()
{
    Scenario lab;
    lab.event("drbd-invalidate node2 r1");
    lab.run(1);
    lab.event("slow-disk node2 8000");
    const auto left = lab.world().resource("r1")->side(2).sync.leftKiB;
    lab.run(10);
    QCOMPARE(left - lab.world().resource("r1")->side(2).sync.leftKiB, std::uint64_t{10240});
}

void TstFaults::aSlowPeerDelaysItsWriter()
{
    Scenario lab;
    lab.event("set guest-write-rate 102:4096");
    lab.event("slow-disk node1 8000");
    const Resource &resource = *lab.world().resource(lab.world().guest(102)->resource);
    const auto before = resource.side(2).counters.ns;
    lab.run(10);
    const auto sent = resource.side(2).counters.ns - before;
    QVERIFY(sent > 0 && sent <= 2 * 10240);
}

void TstFaults::aLostSwitchTakesBothNodesTheirDisk()
{
    Scenario lab;
    lab.event("set token 10000");
    QCOMPARE(lab.event("switch-loss"), QString());
    lab.run(40);
    QVERIFY(!lab.node(1).view.quorate && !lab.node(2).view.quorate);
    QVERIFY(!runsOn(*lab.world().guest(100), 1));
    QVERIFY(runsOn(*lab.world().guest(103), 2));
    QCOMPARE(lab.event("switch-return"), QString());
    QVERIFY(lab.world().cut.empty());
}

void TstFaults::eachEndOfTheCableCutsIt()
{
    for (const char *link : {"drbd:node1", "drbd:node2"}) {
        Scenario lab;
        QCOMPARE(lab.event(std::string("cut ") + link), QString());
        lab.run(15);
        QVERIFY(lab.file("node1", "proc/drbd").contains(QStringLiteral("WFConnection")));
        QCOMPARE(lab.file("node2", "sys/class/net/eth4/carrier"), QStringLiteral("0\n"));
    }
}

void TstFaults::aBmcWithAnotherPasswordFencesNobody()
{
    Scenario good;
    QVERIFY(fenced(good));
    Scenario lab;
    QCOMPARE(lab.event("bmc-password node2 another"), QString());
    QVERIFY(!fenced(lab));
    QCOMPARE(lab.node(1).fence.victims, std::set<int>{2});
}

void TstFaults::aBmcThatRefusesFencesNobody()
{
    Scenario lab;
    QCOMPARE(lab.event("bmc-refuse node2"), QString());
    QVERIFY(!fenced(lab));
    QCOMPARE(lab.event("bmc-obey node2"), QString());
    QVERIFY(lab.when([&] { return lab.node(2).stage == Stage::Booting; }, 60) > 0);
}

void TstFaults::withoutMemoryNothingStarts()
{
    Scenario lab;
    lab.event("guest-stop 103");
    QCOMPARE(lab.event("memory node2 2200"), QString());
    const Answer answer = lab.command("node2", "qm start 103");
    QCOMPARE(answer.exit, 255);
    QVERIFY(answer.err.find("Cannot allocate memory") != std::string::npos);
    lab.event("memory node2 8192");
    QCOMPARE(lab.command("node2", "qm start 103").exit, 0);
}

void TstFaults::wrongFaultsAreRefused()
{
    Scenario lab;
    for (const char *line : {"clock node1 soon", "clock node9 5", "slow-disk node1 x",
                             "bmc-password node1", "memory node1 lots"})
        QVERIFY2(!lab.event(line).isEmpty(), line);
}

void TstFaults::theRealBmcTakesTheNewPasswordOnly()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QCOMPARE(lab.run({QStringLiteral("do"), QStringLiteral("bmc-password"), QStringLiteral("node2"),
                      QStringLiteral("another")}),
             0);
    QString bmc;
    int port = 0;
    for (const QJsonValue &machine : lab.status()[QStringLiteral("machines")].toArray()) {
        if (machine[QStringLiteral("name")].toString() == QStringLiteral("node2")) {
            bmc = machine[QStringLiteral("bmc")][QStringLiteral("address")].toString();
            port = machine[QStringLiteral("bmc")][QStringLiteral("port")].toInt();
        }
    }
    const QString ask = QStringLiteral("ipmitool -I lanplus -C 3 -R 1 -N 2 -L OPERATOR -U binome "
                                       "-P another -H %1 -p %2 chassis power status")
                            .arg(bmc)
                            .arg(port);
    QVERIFY2(LiveLab::eventually([&] {
                 return lab.ssh(QStringLiteral("node1"), ask, 20).contains("Chassis Power is on");
             }),
             lab.said().constData());
    lab.ssh(QStringLiteral("node1"), QStringLiteral("fence_node node2"), 60);
    QCOMPARE(lab.exit(), 1);
}

void TstFaults::theRealClockIsWrongThere()
{
    LiveLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QCOMPARE(lab.run({QStringLiteral("do"), QStringLiteral("clock"), QStringLiteral("node1"),
                      QStringLiteral("-5000")}),
             0);
    const auto ahead = [&lab](const QString &node) {
        return lab.ssh(node, QStringLiteral("date +%s.%N")).trimmed().toDouble()
            - static_cast<double>(QDateTime::currentSecsSinceEpoch());
    };
    QVERIFY(qAbs(ahead(QStringLiteral("node1")) + 5000) < 60);
    QVERIFY(qAbs(ahead(QStringLiteral("node2"))) < 60);
}

BINOME_TEST(TstFaults)
#include "tst_faults.moc"
