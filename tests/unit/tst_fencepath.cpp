// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/fencepathwatch.h"
#include "core/collect/poweranswer.h"
#include "core/model/fencepath.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/fakecluster/faketransport.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;

namespace
{
const QByteArray secret = "p$w '\"x";

FenceLogin login()
{
    return {{QStringLiteral("10.1.0.2"), 6230, QStringLiteral("fence $(id)")},
            Password(secret),
            true,
            QStringLiteral("operator")};
}
Expected<PowerState> told(int exitCode, const QByteArray &out, const QByteArray &err)
{
    CommandOutput output;
    output.exitCode = exitCode;
    output.out = out;
    output.err = err;
    return ipmitoolPower(output, login());
}
QByteArray conf(const QByteArray &password = "one")
{
    return R"(<cluster name="c" config_version="1"><clusternodes>
<clusternode name="node1" nodeid="1"><fence><method name="1"><device name="a"/></method></fence></clusternode>
<clusternode name="node2" nodeid="2"><fence><method name="1"><device name="b"/></method></fence></clusternode>
</clusternodes><fencedevices>
<fencedevice name="a" agent="fence_ipmilan" ipaddr="10.1.0.1" login="u" passwd="one" lanplus="1"/>
<fencedevice name="b" agent="fence_ipmilan" ipaddr="10.1.0.2" login="u" passwd=")"
        + password + R"(" lanplus="1"/></fencedevices></cluster>)";
}
struct Answer {
    NodeName asker;
    NodeName node;
    Expected<PowerState> power;
};

// Both nodes are local shells with an `ipmitool` that answers what the test wants, and writes its
// words and its input into a file.
struct Bench {
    Bench()
    {
        QFile script(folder.filePath(QStringLiteral("ipmitool")));
        if (script.open(QIODevice::WriteOnly))
            script.write("#!/bin/sh\nd=" + folder.path().toUtf8()
                         + "\necho \"$*\" >>$d/words\nfor f; do last=$f; [ \"$p\" = -f ] && "
                           "cat \"$f\" >>$d/input; p=$f; done\ncat $d/answer\n");
        script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        says("Chassis Power is on\n");
        for (FakeTransport *one : {&first, &second}) {
            one->setPath(folder.path());
            one->open();
        }
        QObject::connect(
            &watch, &FencePathWatch::answered, &watch,
            [this](const NodeName &asker, const NodeName &node, const Expected<PowerState> &power) {
                answers << Answer{asker, node, power};
            });
    }
    void says(const QByteArray &text)
    {
        QFile answer(folder.filePath(QStringLiteral("answer")));
        if (answer.open(QIODevice::WriteOnly))
            answer.write(text);
    }
    QByteArray written(const char *name)
    {
        QFile file(folder.filePath(QString::fromLatin1(name)));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    // Time passes in small steps, and what is asked is answered.
    bool answered(int count, std::chrono::seconds within)
    {
        for (auto passed = 0s; passed < within && answers.size() < count; passed += 1s) {
            clock.advance(1s);
            watch.tick();
            const bool asked = first.alive() + second.alive() > 0;
            if (asked && !QTest::qWaitFor([this] { return first.alive() + second.alive() == 0; }))
                return false;
            QCoreApplication::processEvents();
        }
        return answers.size() >= count;
    }
    QTemporaryDir folder;
    FakeClock clock;
    FakeTransport first;
    FakeTransport second;
    QList<Answer> answers;
    FencePathWatch watch{[this](const NodeName &node) {
                             FakeTransport &way
                                 = node == NodeName(QStringLiteral("node1")) ? first : second;
                             return way.state() == TransportState::Ready
                                 ? std::optional(NodeShell{&way, false})
                                 : std::nullopt;
                         },
                         clock};
};
} // namespace

class TstFencePath : public QObject
{
    Q_OBJECT
private slots:
    void thePasswordIsNoWordOfTheCommand()
    {
        const QByteArray line = ipmitoolLine(login(), ipmitoolStatus);
        QVERIFY(!line.contains("p$w"));
        QVERIFY(line.contains("-U 'fence $(id)' -L OPERATOR -f /dev/stdin"));
        QCOMPARE(ipmitoolInput(login()), secret + '\n');
    }

    void anOrderNamesNoPasswordAndItsAnswerIsUnderstood()
    {
        const QByteArray line = ipmitoolLine(login(), ipmitoolWords(BmcOrder::Reset));
        QVERIFY(line.endsWith("-f /dev/stdin chassis power reset"));
        QVERIFY(!line.contains("p$w"));
        const auto answer = [](int exitCode, const QByteArray &err) {
            CommandOutput output;
            output.exitCode = exitCode;
            output.err = err;
            return ipmitoolAccepted(output, login());
        };
        QVERIFY(answer(0, {}));
        // Off when it is off: the state is read afterwards.
        QVERIFY(answer(1,
                       "Set Chassis Power Control to Down/Off failed: Command not supported in "
                       "present state\n"));
        const QByteArray low
            = "Set Chassis Power Control to Reset failed: Insufficient privilege level\n";
        QCOMPARE(answer(1, low).error().kind, ErrorKind::Refused);
        QCOMPARE(answer(1, "> RAKP 2 HMAC is invalid\n").error().kind, ErrorKind::AuthRefused);
        const QByteArray declined = "Set Chassis Power Control to Reset failed: Node busy\n";
        QCOMPARE(answer(1, declined).error().kind, ErrorKind::CommandFailed);
        QCOMPARE(answer(1, {}).error().kind, ErrorKind::Unreachable);
    }

    void whatIpmitoolSaysIsToldApart_data()
    {
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("err");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("password") << 1 << QByteArray("> RAKP 2 HMAC is invalid\n")
                                  << ErrorKind::AuthRefused;
        QTest::newRow("user") << 1
                              << QByteArray("RAKP 2 message indicates an error : unauthorized name")
                              << ErrorKind::AuthRefused;
        QTest::newRow("privilege")
            << 1 << QByteArray("Set Session Privilege Level to ADMINISTRATOR failed")
            << ErrorKind::Refused;
        QTest::newRow("sessions")
            << 1
            << QByteArray("Error in open session response message : insufficient resources for "
                          "session")
            << ErrorKind::Refused;
        QTest::newRow("silent") << 1
                                << QByteArray("Error: Unable to establish IPMI v2 / RMCP+ session")
                                << ErrorKind::Unreachable;
        QTest::newRow("not there")
            << 127 << QByteArray("sh: ipmitool: not found") << ErrorKind::CommandFailed;
        QTest::newRow("garbage") << 0 << QByteArray("\xff\x00\x01", 3) << ErrorKind::Unreachable;
    }
    void whatIpmitoolSaysIsToldApart()
    {
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, err);
        QFETCH(const ErrorKind, kind);
        const auto power = told(exitCode, "noise\n", err + "\npassword " + secret);
        QVERIFY(!power);
        QCOMPARE(power.error().kind, kind);
        QVERIFY(!power.error().detail.contains(QString::fromUtf8(secret)));
    }

    void aStateIsReadAmongOtherLines()
    {
        QCOMPARE(told(0, "Discovered IPMB address 0x20\nChassis Power is on\n", "").value(),
                 PowerState::On);
        QCOMPARE(told(0, "Chassis Power is off\n", "").value(), PowerState::Off);
    }

    void anOrderGoesByTheNodeNextToIt()
    {
        Bench bench;
        bench.watch.learn(conf("two"));
        const NodeName first(QStringLiteral("node1"));
        const NodeName second(QStringLiteral("node2"));
        QVERIFY(!bench.watch.bmc({first, first})); // no machine asks its own
        Bmc *const bmc = bench.watch.bmc({second, first});
        QVERIFY(bmc);
        QVERIFY(QTest::qWaitFor([&] { return bench.first.state() == TransportState::Ready; }));
        const auto power = bmc->power();
        QVERIFY(QTest::qWaitFor([&] { return power.isFinished(); }));
        QCOMPARE(power.result().value(), PowerState::On);
        bench.first.close();
        const auto lost = bmc->order(BmcOrder::Identify);
        QVERIFY(lost.isFinished());
        QCOMPARE(lost.result().error().kind, ErrorKind::Unreachable);
    }

    void eachNodeAsksTheBmcOfTheOther()
    {
        Bench bench;
        bench.watch.learn(conf("two"));
        QVERIFY(!bench.answered(1, 14s)); // the first picture comes first
        QVERIFY(bench.answered(2, 60s));
        QVERIFY(bench.answers[0].asker != bench.answers[1].asker); // in any order
        for (const Answer &answer : bench.answers) {
            QVERIFY(answer.asker != answer.node);
            QCOMPARE(answer.power.value(), PowerState::On);
        }
        QVERIFY(!bench.written("words").contains("two"));
        QList<QByteArray> inputs = bench.written("input").trimmed().split('\n');
        std::sort(inputs.begin(), inputs.end());
        QCOMPARE(inputs, (QList<QByteArray>{"one", "two"}));
    }

    void aPathIsAskedEveryFiveMinutesAndOneThatFailedSooner()
    {
        Bench bench;
        bench.watch.learn(conf());
        QVERIFY(bench.answered(2, 60s));
        QVERIFY(!bench.answered(3, 240s));
        bench.says("nothing of use\n");
        QVERIFY(bench.answered(4, 120s));
        QVERIFY(!bench.answers[2].power && !bench.answers[3].power);
        QVERIFY(bench.answered(6, 90s));
    }

    void aNodeThatSomethingHappenedToIsAskedSoon()
    {
        Bench bench;
        bench.watch.learn(conf());
        QVERIFY(bench.answered(2, 60s));
        bench.says("Chassis Power is off\n");
        bench.watch.hurry(NodeName(QStringLiteral("node2")));
        QVERIFY(!bench.answered(3, 4s));
        QVERIFY(bench.answered(3, 10s));
        QCOMPARE(bench.answers[2].node.text(), QStringLiteral("node2"));
        QCOMPARE(bench.answers[2].power.value(), PowerState::Off);
        QVERIFY(!bench.answered(4, 120s));
    }

    void nothingIsAskedWhilePausedOrUnreachable()
    {
        Bench bench;
        bench.watch.learn(conf());
        bench.watch.pause(true);
        QVERIFY(!bench.answered(1, 400s));
        bench.watch.pause(false);
        bench.second.drop();
        QVERIFY(bench.answered(1, 5s));
        QVERIFY(!bench.answered(2, 100s));
        QCOMPARE(bench.answers[0].asker.text(), QStringLiteral("node1"));
    }

    void aLostWayToTheAskerSaysNothingOfTheBmc()
    {
        Bench bench;
        bench.watch.learn(conf());
        QVERIFY(QTest::qWaitFor([&] { return bench.first.state() == TransportState::Ready; }));
        bench.first.setStalled(true);
        bench.second.drop();
        bench.clock.advance(60s);
        bench.watch.tick();
        QVERIFY(QTest::qWaitFor([&] { return bench.first.started > 0; }));
        bench.first.drop();
        QVERIFY(!bench.answered(1, 30s));
    }

    void anAnswerIsPlayedAgainAsItWasTold()
    {
        const NodeName one = Sample::node(1);
        const NodeName two = Sample::node(2);
        ClusterSnapshot s = Sample::healthy();
        s.machines[two].bmc.clear();
        const auto refused = told(1, "", "> RAKP 2 HMAC is invalid");
        s = applied(s,
                    {powerPatch(powerResult(Observer(one), two, PowerState::On)),
                     powerPatch(powerResult(Observer(Workstation()), two, PowerState::Off)),
                     powerPatch(powerResult(Observer(two), one, refused))});
        QCOMPARE(s.machines[two].bmc.value(one).value->power, PowerState::On);
        QCOMPARE(s.machines[two].bmc.value(Workstation()).value->power, PowerState::Off);
        QCOMPARE(s.machines[one].bmc.value(two).error->kind, ErrorKind::AuthRefused);
        QCOMPARE(s.machines[one].bmc.value(two).evidence.machine, two);
    }

    void aPathThatFailsIsAFinding()
    {
        ClusterSnapshot s = Sample::healthy();
        const NodeName one = Sample::node(1);
        const NodeName two = Sample::node(2);
        s.machines[two].bmc[one] = {BmcState{PowerState::On}, {}, {one, {}, 0, 0}};
        QVERIFY(fencePathFindings(s).isEmpty());
        s.machines[two].bmc[one].error = told(1, "", "> RAKP 2 HMAC is invalid").error();
        const QList<Finding> findings = fencePathFindings(s);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings[0].severity, Severity::Error);
        QCOMPARE(rendered(findings[0].text),
                 QStringLiteral("node1 could not fence node2 now: The BMC 10.1.0.2:6230 refused "
                                "the password."));
        s.machines[one].contact.state = ContactState::Lost;
        QVERIFY(fencePathFindings(s).isEmpty()); // what it said is old
    }
};

BINOME_TEST(TstFencePath)
#include "tst_fencepath.moc"
