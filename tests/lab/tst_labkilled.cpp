// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/midway.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// The program is killed with SIGKILL in the middle of an action; the next start looks up on the
// cluster what became of it.
class TstLabKilled : public QObject
{
    Q_OBJECT
private slots:
    void killedInTheMiddleOfAFence();
    void killedInTheMiddleOfAMigration();
    void killedInTheMiddleOfAnAcknowledgement();
    void killedInTheMiddleOfLoweringVotes();
    void killedInTheMiddle_data();
    void killedInTheMiddle();
};

void TstLabKilled::killedInTheMiddleOfAFence()
{
    OpenLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    QVERIFY2(lab.lab({u"set"_s, u"fence-action"_s, u"off"_s}), lab.said().constData());
    MidwayConsole console(lab, {u"fence"_s, u"node2"_s});
    QVERIFY2(console.says("\n1. Let node1 fence node2\n"), console.said().constData());
    QVERIFY(OpenLab::within(
        120'000, [&] { return lab.lab({u"status"_s}) && lab.said().contains("node2   off"); }));
    QVERIFY2(console.died(), console.said().constData());
    QVERIFY(lab.open());
    std::optional<MemberState> then; // as node1 told when it was looked up
    connect(&lab.session().actions(), &ActionRunner::lookedUp, this, [&] {
        for (const Member &member : lab.machine(u"node1"_s).members.value.value_or(Members())) {
            if (member.name.text() == u"node2"_s)
                then = member.state;
        }
    });
    const std::optional<JournalEntry> entry = lookedUp(lab);
    QVERIFY(entry);
    QCOMPARE(entry->outcome->kind, OutcomeKind::Unknown);
    QCOMPARE(entry->outcome->step, 0);
    const QString truth = logText(entry->lines.constLast().message);
    QVERIFY(then);
    QVERIFY2(truth.contains(*then == MemberState::Member ? u"node2 is a member since"_s
                                                         : u"node2 is no member"_s),
             qPrintable(truth));
}

void TstLabKilled::killedInTheMiddleOfAMigration()
{
    OpenLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    MidwayConsole console(lab, {u"migrate"_s, u"103"_s});
    QVERIFY2(console.says("\n2. Migrate"), console.said().constData());
    QVERIFY2(console.died(), console.said().constData());
    QVERIFY(lab.open());
    const std::optional<JournalEntry> entry = lookedUp(lab);
    QVERIFY(entry);
    QCOMPARE(entry->outcome->kind, OutcomeKind::Unknown);
    QCOMPARE(entry->outcome->step, 1);
    const QString truth = logText(entry->lines.constLast().message);
    QVERIFY2(truth.startsWith(u"guest 103 runs on node"_s), qPrintable(truth));
    // Wherever it is now, it runs once.
    QVERIFY(OpenLab::within(60'000, [&] {
        const auto one = lab.machine(u"node1"_s).running;
        const auto two = lab.machine(u"node2"_s).running;
        return one.known() && two.known()
            && one.value->ids.contains(103) != two.value->ids.contains(103);
    }));
}

void TstLabKilled::killedInTheMiddleOfAnAcknowledgement()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    // With its power the BMC dies too: fenced tries for ever, and listens between two attempts.
    QVERIFY2(lab.lab({u"power-cut"_s, u"node2"_s, u"--with-bmc"_s}), lab.said().constData());
    QVERIFY(OpenLab::within(120'000, [&] {
        const auto domain = lab.machine(u"node1"_s).fenceDomain;
        return domain.known() && domain.value->victimNow == 2;
    }));
    lab.close();
    MidwayConsole console(lab, {u"fence"_s, u"node2"_s, u"--acknowledge"_s});
    QVERIFY2(console.says("\n1. Tell fenced on node1"), console.said().constData());
    QVERIFY2(console.died(), console.said().constData());
    QVERIFY(lab.open());
    const std::optional<JournalEntry> entry = lookedUp(lab);
    QVERIFY(entry);
    QCOMPARE(entry->outcome->kind, OutcomeKind::Unknown);
    const QString truth = logText(entry->lines.constLast().message);
    QVERIFY2(truth.contains(u"nothing was acknowledged"_s)
                 || truth.contains(u"waits for no node"_s),
             qPrintable(truth));
}

void TstLabKilled::killedInTheMiddleOfLoweringVotes()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    QVERIFY2(lab.lab({u"power-cut"_s, u"quorum"_s}), lab.said().constData());
    QVERIFY2(lab.lab({u"power-cut"_s, u"node2"_s}), lab.said().constData());
    QVERIFY(OpenLab::within(120'000, [&] {
        const auto quorum = lab.machine(u"node1"_s).quorum;
        return quorum.known() && !quorum.value->quorate;
    }));
    lab.close();
    MidwayConsole console(lab, {u"node"_s, u"quorum-alone"_s, u"node1"_s});
    QVERIFY2(console.says("\n1. See twice"), console.said().constData());
    QVERIFY2(console.died(), console.said().constData());
    QVERIFY(lab.open());
    const std::optional<JournalEntry> entry = lookedUp(lab);
    QVERIFY(entry);
    QCOMPARE(entry->outcome->kind, OutcomeKind::Unknown);
    const QString truth = logText(entry->lines.constLast().message);
    QVERIFY2(truth.startsWith(u"node1 has"_s) && truth.contains(u"votes, and needs"_s),
             qPrintable(truth));
}

void TstLabKilled::killedInTheMiddle_data()
{
    QTest::addColumn<QStringList>("before"); // what happens to the laboratory, or nothing
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("line"); // that it says when it is killed
    QTest::addColumn<int>("step");
    QTest::addColumn<QStringList>("truth"); // all of it is told
    const QStringList nothing;
    QTest::newRow("relocate") << nothing << QStringList{u"ha"_s, u"relocate"_s, u"100"_s}
                              << QByteArray("\n1. Let rgmanager stop pvevm:100") << 0
                              << QStringList{u"guest 100 runs "_s, u"(HA service: "_s};
    QTest::newRow("disable") << nothing << QStringList{u"ha"_s, u"disable"_s, u"100"_s}
                             << QByteArray("\n1. Let rgmanager stop pvevm:100") << 0
                             << QStringList{u"guest 100 runs "_s, u"(HA service: "_s};
    QTest::newRow("guest") << nothing << QStringList{u"ha"_s, u"shutdown"_s, u"103"_s}
                           << QByteArray("\n1. Let 103") << 0 << QStringList{u"guest 103 runs "_s};
    QTest::newRow("maintenance") << nothing << QStringList{u"node"_s, u"maintenance"_s, u"node2"_s}
                                 << QByteArray("\n2. Migrate 102") << 1
                                 << QStringList{u"node2 is a member since"_s,
                                                u"on node2 there still run: "_s};
    QTest::newRow("shutdown") << nothing << QStringList{u"node"_s, u"shutdown"_s, u"node2"_s}
                              << QByteArray("\n2. Leave the fence domain on node2") << 1
                              << QStringList{u"the BMC of node2 says that it is on"_s};
    QTest::newRow("both") << nothing << QStringList{u"node"_s, u"stop-both"_s, u"node1"_s}
                          << QByteArray("\n1. Let ") << 0
                          << QStringList{u"the BMC of node1 says that it is on"_s,
                                         u"the BMC of node2 says that it is on"_s};
    QTest::newRow("power on") << QStringList{u"power-off"_s, u"node2"_s}
                              << QStringList{u"power"_s, u"node2"_s, u"on"_s}
                              << QByteArray("\n2. See node2 boot and join") << 1
                              << QStringList{u"the BMC of node2 says that it is on"_s};
    QTest::newRow("reset") << QStringList{u"hang-sshd"_s, u"node2"_s}
                           << QStringList{u"power"_s, u"node2"_s, u"reset"_s}
                           << QByteArray("\n2. See node2 boot and join") << 1
                           << QStringList{u"by the word of node1, node2 is "_s};
}

void TstLabKilled::killedInTheMiddle()
{
    QFETCH(const QStringList, before);
    QFETCH(const QStringList, words);
    QFETCH(const QByteArray, line);
    QFETCH(const int, step);
    QFETCH(const QStringList, truth);
    OpenLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    if (!before.isEmpty()) {
        QVERIFY2(lab.lab({u"set"_s, u"fence-action"_s, u"off"_s}), lab.said().constData());
        QVERIFY2(lab.lab(QStringList{u"do"_s} + before), lab.said().constData());
    }
    MidwayConsole console(lab, words);
    QVERIFY2(console.says(line), console.said().constData());
    QVERIFY2(console.died(), console.said().constData());
    QVERIFY(lab.open());
    const std::optional<JournalEntry> entry = lookedUp(lab);
    QVERIFY(entry);
    QCOMPARE(entry->outcome->kind, OutcomeKind::Unknown);
    QCOMPARE(entry->outcome->step, step);
    const QString told = logText(entry->lines.constLast().message);
    for (const QString &part : truth)
        QVERIFY2(told.contains(part), qPrintable(told));
    const auto one = lab.machine(u"node1"_s).running.value.value_or(RunningGuests());
    const auto two = lab.machine(u"node2"_s).running.value.value_or(RunningGuests());
    for (const int id : one.ids)
        QVERIFY(!two.ids.contains(id)); // wherever it is now, it runs once
}

BINOME_TEST(TstLabKilled)
#include "tst_labkilled.moc"
