// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "mechanisms/drbdhandshake.h"
#include "mechanisms/drbdrefusal.h"
#include "mechanisms/syncrun.h"
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// DRBD's rules one by one, and what follows from them on the simulated pair.
class TstDrbdrules : public QObject
{
    Q_OBJECT

private slots:
    void generationsDecide_data();
    void generationsDecide();
    void policiesDecide_data();
    void policiesDecide();
    void anotherSecretIsRefused();
    void unrelatedDataIsNoSplitBrain();
    void otherPoliciesOnTheOtherSideAreIncompatible();
    void bothSidesMayNotDiscard();
    void chosenDivergenceOnBothSides();
    void fencingOutdatesThePeer();
    void fencingWithoutHandlerSuspendsIo();
    void aLoneSideUnderFencingIsConsistentOnly();
    void statesPassInTheirOrder();
    void aFailedDiskGoesOnOverTheNetwork();
    void aNewDiskIsCopiedWhole();
    void withoutAnyDataGuestsGetErrors();
    void refusalsNameTheirReason_data();
    void refusalsNameTheirReason();
    void oneResourceWaitsForTheOther();
    void busyDisksAreSparedByTheMinimumRate();
    void aSlowDiskSlowsTheResync();
    void aRateChangesOnTheFly();
    void speedsComeFromMarks();
    void adjustReconnectsWhenTheNetworkPartChanged();
    void theKernelTellsItsStory();
    void otherReleasesHaveOtherPrefixes_data();
    void otherReleasesHaveOtherPrefixes();

private:
    static const DrbdSide &side(const Scenario &s, int node, const char *resource = "r1")
    {
        return s.world().resource(resource)->side(node);
    }
    static bool both(const Scenario &s, Connection connection)
    {
        return side(s, 1).connection == connection && side(s, 2).connection == connection;
    }
    static void splitAndMeet(Scenario &s)
    {
        s.event("cut drbd");
        s.run(20);
        s.event("heal drbd");
        s.run(5);
    }
};

void TstDrbdrules::generationsDecide_data()
{
    using G = Generations;
    QTest::addColumn<G>("self");
    QTest::addColumn<G>("peer");
    QTest::addColumn<int>("outcome");
    QTest::addColumn<int>("rule");
    const auto row = [](const char *name, const G &self, const G &peer, int outcome, int rule) {
        QTest::newRow(name) << self << peer << outcome << rule;
    };
    row("both new", {4, 0, {}}, {4, 0, {}}, 0, 10);
    row("self new", {4, 0, {}}, {0x10, 0, {}}, -2, 20);
    row("peer new", {0x11, 0, {}}, {4, 0, {}}, 2, 30);
    row("same", {0x11, 0, {}}, {0x10, 0, {}}, 0, 40);
    row("self lacks the peer's last", {0x10, 0, {}}, {0x20, 0x10, {}}, -1, 50);
    row("self is in the peer's past", {0x10, 0, {}}, {0x30, 0x20, {0x10, 0}}, -2, 60);
    row("peer lacks the last", {0x20, 0x11, {}}, {0x10, 0, {}}, 1, 70);
    row("peer is in the past", {0x30, 0x20, {0, 0x10}}, {0x11, 0, {}}, 2, 80);
    row("both went on", {0x21, 0x11, {}}, {0x31, 0x11, {}}, 100, 90);
    row("both went on long ago", {0x20, 0, {0x10, 8}}, {0x30, 0, {0x10, 0}}, -100, 100);
    row("nothing in common", {0x20, 0, {0x10, 8}}, {0x30, 0, {0x40, 0x50}}, -1000, 100);
}

void TstDrbdrules::generationsDecide()
{
    QFETCH(Generations, self);
    QFETCH(Generations, peer);
    DrbdSide a;
    DrbdSide b;
    a.generations = self;
    b.generations = peer;
    const Comparison found = compareGenerations(a, b);
    QTEST(found.outcome, "outcome");
    QTEST(found.rule, "rule");
}

void TstDrbdrules::policiesDecide_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("policy");
    QTest::addColumn<int>("primaries"); // node 2 loses its role first
    QTest::addColumn<int>("kib1");
    QTest::addColumn<int>("kib2");
    QTest::addColumn<int>("source"); // 0: unresolved
    const auto row = [](const char *name, const char *option, const char *policy, int primaries,
                        int kib1, int kib2, int source) {
        QTest::newRow(name) << QString::fromLatin1(option) << QString::fromLatin1(policy)
                            << primaries << kib1 << kib2 << source;
    };
    row("0 disconnect", "after-sb-0pri", "disconnect", 0, 8, 0, 0);
    row("0 zero changes", "after-sb-0pri", "discard-zero-changes", 0, 0, 8, 2);
    row("0 zero, both wrote", "after-sb-0pri", "discard-zero-changes", 0, 8, 8, 0);
    row("0 least changes", "after-sb-0pri", "discard-least-changes", 0, 400, 8, 1);
    row("0 least, the other", "after-sb-0pri", "discard-least-changes", 0, 8, 400, 2);
    row("1 disconnect", "after-sb-1pri", "disconnect", 1, 8, 8, 0);
    row("1 discard secondary", "after-sb-1pri", "discard-secondary", 1, 0, 400, 1);
    row("1 consensus", "after-sb-1pri", "consensus", 1, 8, 0, 1);
    row("1 no consensus", "after-sb-1pri", "consensus", 1, 0, 8, 0);
    row("1 violently, but primary", "after-sb-1pri", "violently-as0p", 1, 0, 8, 0);
    row("1 give up in use", "after-sb-1pri", "call-pri-lost-after-sb", 1, 0, 8, 2);
    row("2 disconnect", "after-sb-2pri", "disconnect", 2, 8, 0, 0);
    row("2 give up", "after-sb-2pri", "call-pri-lost-after-sb", 2, 8, 0, 1);
}

void TstDrbdrules::policiesDecide()
{
    QFETCH(QString, option);
    QFETCH(QString, policy);
    QFETCH(int, primaries);
    QFETCH(int, kib1);
    QFETCH(int, kib2);
    QFETCH(int, source);
    Scenario s;
    for (const char *guest : {"100", "101"}) {
        s.event(std::string("service-disable ") + guest);
        s.event(std::string("set guest-write-rate ") + guest + ":0");
    }
    s.run(1);
    s.command("node1", "vgchange -an drbd1vg");
    const auto words = QStringLiteral("drbd-option r1 %1 %2").arg(option, policy).toStdString();
    QCOMPARE(s.event(words), QString());
    // Primary on neither while the options are taken, or that alone would split them.
    s.event("drbd-secondary node1 r1");
    s.event("drbd-secondary node2 r1");
    s.event("drbd-adjust node1 r1");
    s.event("drbd-adjust node2 r1");
    QVERIFY(s.when([&] { return both(s, Connection::Connected); }, 20) > 0);
    if (primaries > 0)
        s.event("drbd-primary node1 r1");
    if (primaries > 1)
        s.event("drbd-primary node2 r1");
    QCOMPARE(s.event(QStringLiteral("split-brain r1 %1 %2").arg(kib1).arg(kib2).toStdString()),
             QString());
    s.run(10);
    if (source == 0) {
        QVERIFY2(both(s, Connection::StandAlone), qPrintable(s.file("node1", "proc/drbd")));
        return;
    }
    QVERIFY2(both(s, Connection::Connected), qPrintable(s.log()));
    QVERIFY(s.file("node1", "var/log/kern.log")
                .contains(QStringLiteral("Split-Brain detected, %1 primaries, automatically "
                                         "solved. Sync from %2 node")
                              .arg(primaries)
                              .arg(source == 1 ? QStringLiteral("this") : QStringLiteral("peer"))));
}

void TstDrbdrules::anotherSecretIsRefused()
{
    Scenario s;
    s.event("drbd-secondary node2 r1");
    QCOMPARE(s.event("drbd-option r1 shared-secret something-else node2"), QString());
    QCOMPARE(s.event("drbd-adjust node2 r1"), QString());
    s.run(5);
    QVERIFY(both(s, Connection::StandAlone));
    const QString log = s.file("node1", "var/log/kern.log");
    QVERIFY2(log.contains(QStringLiteral("block drbd1: Authentication of peer failed")),
             qPrintable(log));
    QVERIFY(!log.contains(QStringLiteral("Split-Brain")));
}

void TstDrbdrules::unrelatedDataIsNoSplitBrain()
{
    Scenario s;
    s.event("drbd-secondary node2 r1");
    s.event("drbd-disconnect node2 r1");
    s.event("drbd-unrelated node2 r1");
    s.event("drbd-connect node2 r1");
    s.run(5);
    QVERIFY(both(s, Connection::StandAlone));
    const QString log = s.file("node2", "var/log/kern.log");
    QVERIFY(log.contains(QStringLiteral("uuid_compare()=-1000 by rule 100")));
    QVERIFY(log.contains(QStringLiteral("block drbd1: Unrelated data, aborting!")));
    QVERIFY(!log.contains(QStringLiteral("Split-Brain")));
}

void TstDrbdrules::otherPoliciesOnTheOtherSideAreIncompatible()
{
    Scenario s;
    s.event("drbd-secondary node2 r1");
    s.event("drbd-option r1 after-sb-1pri consensus node2");
    s.event("drbd-adjust node2 r1");
    s.run(5);
    QVERIFY(both(s, Connection::StandAlone));
    QVERIFY(s.file("node1", "var/log/kern.log")
                .contains(QStringLiteral("incompatible after-sb-1pri settings")));
}

void TstDrbdrules::bothSidesMayNotDiscard()
{
    Scenario s;
    s.event("service-disable 100");
    s.event("service-disable 101");
    splitAndMeet(s);
    s.command("node1", "vgchange -an drbd1vg");
    for (const char *node : {"node1", "node2"}) {
        QCOMPARE(s.event(std::string("drbd-secondary ") + node + " r1"), QString());
        QCOMPARE(s.event(std::string("drbd-discard ") + node + " r1"), QString());
    }
    s.run(5);
    QVERIFY(both(s, Connection::StandAlone));
    QVERIFY(s.file("node2", "var/log/kern.log")
                .contains(QStringLiteral("both sides have the 'want_lose' flag set")));
}

void TstDrbdrules::chosenDivergenceOnBothSides()
{
    Scenario s;
    QCOMPARE(s.event("split-brain r1 71590684 33818816"), QString());
    s.run(1);
    QVERIFY(both(s, Connection::StandAlone));
    const QString first = s.file("node1", "proc/drbd");
    QVERIFY2(first.contains(QStringLiteral("oos:71590")), qPrintable(first));
    QVERIFY(s.file("node2", "proc/drbd").contains(QStringLiteral("oos:33818816")));
    const QString log = s.file("node1", "var/log/kern.log");
    QVERIFY2(log.contains(QStringLiteral("uuid_compare()=100 by rule 90")), qPrintable(log));
    QVERIFY(log.contains(QStringLiteral("bits:17897671 flags:0")));
    QVERIFY(log.contains(QStringLiteral("bits:8454704 flags:0")));
}

void TstDrbdrules::fencingOutdatesThePeer()
{
    Scenario s;
    s.event("drbd-secondary node2 r1");
    for (const char *line :
         {"drbd-option r1 fencing resource-only", "drbd-option r1 fence-peer outdate",
          "drbd-adjust node1 r1", "drbd-adjust node2 r1"})
        QCOMPARE(s.event(line), QString());
    s.event("cut drbd");
    s.run(12);
    QVERIFY(side(s, 2).disk == Disk::Outdated);
    QVERIFY(side(s, 1).peerDisk == Disk::Outdated);
    QVERIFY(s.event("drbd-primary node2 r1").contains(QStringLiteral("(-2)")));
    s.event("heal drbd");
    QVERIFY(s.when([&] { return both(s, Connection::Connected); }, 10) > 0);
    QVERIFY(side(s, 2).disk == Disk::UpToDate);
}

void TstDrbdrules::fencingWithoutHandlerSuspendsIo()
{
    Scenario s;
    s.event("drbd-secondary node2 r1");
    s.event("drbd-option r1 fencing resource-and-stonith");
    s.event("drbd-adjust node1 r1");
    s.event("cut drbd");
    s.run(12);
    QVERIFY(s.file("node1", "proc/drbd").contains(QStringLiteral("ds:UpToDate/DUnknown C s-----")));
    const auto written = side(s, 1).counters.dw;
    s.run(60);
    QCOMPARE(side(s, 1).counters.dw, written);
    QCOMPARE(s.event("drbd-resume-io node1 r1"), QString());
    s.run(10);
    QVERIFY(side(s, 1).counters.dw > written);
}

void TstDrbdrules::aLoneSideUnderFencingIsConsistentOnly()
{
    Scenario s;
    for (const char *line :
         {"drbd-secondary node2 r1", "drbd-option r1 fencing resource-only",
          "drbd-disconnect node2 r1", "drbd-down node2 r1", "cut drbd", "drbd-up node2 r1"})
        QCOMPARE(s.event(line), QString());
    s.run(1);
    QVERIFY(side(s, 2).disk == Disk::Consistent);
    QVERIFY(s.event("drbd-primary node2 r1").contains(QStringLiteral("(-2)")));
}

void TstDrbdrules::statesPassInTheirOrder()
{
    Scenario s;
    s.event("service-disable 100");
    s.event("service-disable 101");
    s.run(1);
    s.command("node1", "vgchange -an drbd1vg");
    s.event("drbd-secondary node1 r1");
    QStringList seen;
    const auto watch = [&](double seconds) {
        for (double at = 0; at < seconds; at += 0.005) {
            s.run(0.005);
            const QString now = QString::fromLatin1(word(side(s, 1).connection)) + QLatin1Char(' ')
                + QString::fromLatin1(word(side(s, 1).disk));
            if (seen.isEmpty() || seen.last() != now)
                seen += now;
        }
    };
    s.event("cut drbd");
    watch(11);
    s.event("set resync-rate 4096");
    s.event("drbd-primary node2 r1");
    s.event("set guest-write-rate 100:64");
    s.change().resource("r1")->side(2).outOfSyncKiB = 8192;
    s.event("heal drbd");
    watch(6);
    QCOMPARE(seen.join(QLatin1String(", ")),
             QStringLiteral("Connected UpToDate, NetworkFailure UpToDate, WFConnection UpToDate, "
                            "WFReportParams UpToDate, WFBitMapT Outdated, SyncTarget "
                            "Inconsistent, Connected UpToDate"));
}

void TstDrbdrules::aFailedDiskGoesOnOverTheNetwork()
{
    Scenario s;
    s.event("drbd-option r1 on-io-error detach");
    s.event("drbd-adjust node1 r1");
    s.event("disk-fail node1 r1");
    s.run(5);
    QVERIFY(s.file("node1", "proc/drbd")
                .contains(QStringLiteral("cs:Connected ro:Primary/Primary ds:Diskless/UpToDate")));
    const auto sent = side(s, 1).counters.ns;
    s.run(10);
    QVERIFY(side(s, 1).counters.ns > sent);
    QVERIFY(side(s, 2).outOfSyncKiB > 0); // what the broken disk lacks
    QVERIFY(s.event("disk-attach node1 r1").contains(QStringLiteral("(118)")));
}

void TstDrbdrules::aNewDiskIsCopiedWhole()
{
    Scenario s;
    s.event("drbd-option r1 on-io-error detach");
    s.event("drbd-adjust node2 r1");
    s.event("disk-fail node2 r1");
    s.event("disk-replace node2 r1");
    s.run(1);
    QVERIFY(s.event("disk-attach node2 r1").contains(QStringLiteral("(119)")));
    QCOMPARE(s.command("node2", "drbdadm create-md r1").exit, 0);
    QCOMPARE(s.command("node2", "drbdadm attach r1").exit, 0);
    s.run(2);
    QVERIFY(side(s, 2).connection == Connection::SyncTarget);
    QCOMPARE(side(s, 2).sync.totalKiB, s.world().resource("r1")->sizeKiB);
    s.run(3000);
    QVERIFY(side(s, 2).disk == Disk::UpToDate);
    QVERIFY(side(s, 1).generations.history == side(s, 2).generations.history);
}

void TstDrbdrules::withoutAnyDataGuestsGetErrors()
{
    Scenario s;
    s.event("drbd-option r1 on-io-error detach");
    s.event("drbd-adjust node1 r1");
    s.event("disk-fail node1 r1");
    s.run(1);
    s.event("cut drbd");
    s.run(12);
    QVERIFY(s.world().guest(100)->on.at(1).state == GuestState::IoError);
    QVERIFY(s.world().guest(102)->on.at(2).state == GuestState::Running);
}

void TstDrbdrules::refusalsNameTheirReason_data()
{
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const QStringList &events, const char *command, int exit,
                        const char *error) {
        QTest::newRow(name) << events << QString::fromLatin1(command) << exit
                            << QString::fromLatin1(error);
    };
    const QString apart = QStringLiteral("drbd-disconnect node1 r1");
    row("in use", {}, "drbdadm secondary r1", 11,
        "1: State change failed: (-12) Device is held open by someone\n"
        "Command '/sbin/drbdsetup 1 secondary' terminated with exit code 11\n");
    row("last disk", {apart}, "drbdadm detach r1", 17, "(-2) Need access to UpToDate data\n");
    row("verify alone", {apart}, "drbdadm verify r1", 11,
        "(-15) Need a connection to start verify or resync\n");
    row("twice", {QStringLiteral("drbd-verify node1 r1")}, "drbdadm verify r1", 11,
        "(-8) Can not start OV/resync since it is already active\n");
    row("connected", {}, "drbdadm connect r1", 10,
        "1: Failure: (125) Device has a net-config (use disconnect first)\nCommand "
        "'/sbin/drbdsetup 1 net ipv4:192.168.99.1:7788 ipv4:192.168.99.2:7788 C --set-defaults ");
    row("discard as primary", {apart}, "drbdadm -- --discard-my-data connect r1", 10,
        "(123) --discard-my-data not allowed when primary.\n");
    row("outdate connected", {}, "drbdadm outdate r1", 11,
        "(-6) Refusing to be Outdated while Connected\n");
    row("attached", {}, "drbdadm attach r1", 10,
        "(124) Device is attached to a disk (use detach first)\n");
    row("paused twice", {QStringLiteral("drbd-pause node1 r1")}, "drbdadm pause-sync r1", 10,
        "(134) Sync-pause flag is already set\n");
    row("not paused", {}, "drbdadm resume-sync r1", 10,
        "(135) Sync-pause flag is already cleared\n");
    row("peer diskless", {QStringLiteral("disk-detach node2 r1")}, "drbdadm verify r1", 11,
        "(-10) State change was refused by peer node\n");
    row("unknown", {}, "drbdadm role r9", 10, "'r9' not defined in your config.\n");
    row("by minor", {}, "drbdsetup /dev/drbd1 secondary", 11,
        "/dev/drbd1: State change failed: (-12) Device is held open by someone\n");
}

void TstDrbdrules::refusalsNameTheirReason()
{
    QFETCH(QStringList, events);
    QFETCH(QString, command);
    QFETCH(int, exit);
    QFETCH(QString, error);
    Scenario s;
    s.run(1);
    for (const QString &event : events)
        QCOMPARE(s.event(event.toStdString()), QString());
    const Answer answer = s.command("node1", command.toStdString());
    QCOMPARE(answer.exit, exit);
    QVERIFY2(QString::fromStdString(answer.err).contains(error), answer.err.c_str());
}

void TstDrbdrules::oneResourceWaitsForTheOther()
{
    Scenario s;
    s.event("drbd-option r2 after r1");
    s.event("drbd-syncer node1 r2");
    s.event("drbd-syncer node2 r2");
    s.event("drbd-invalidate node2 r1");
    s.event("drbd-invalidate node1 r2");
    s.run(3);
    QVERIFY(side(s, 1, "r1").connection == Connection::SyncSource);
    const QString text = s.file("node1", "proc/drbd");
    QVERIFY2(text.contains(QStringLiteral(
                 " 2: cs:PausedSyncT ro:Primary/Primary ds:Inconsistent/UpToDate C rap---")),
             qPrintable(text));
    QVERIFY(QString::fromStdString(s.command("node1", "drbdadm resume-sync r2").err)
                .contains(QStringLiteral("Resync pause caused by a local sync-after dependency.")));
    s.run(3000);
    QVERIFY(side(s, 1, "r2").connection == Connection::SyncTarget);
}

void TstDrbdrules::busyDisksAreSparedByTheMinimumRate()
{
    Scenario s;
    s.event("drbd-invalidate node2 r1");
    s.run(10);
    const auto before = side(s, 2).sync.leftKiB;
    s.event("set guest-write-rate 100:2000");
    s.run(10);
    QCOMPARE(before - side(s, 2).sync.leftKiB, std::uint64_t{40960});
    s.event("drbd-option r1 c-min-rate 0");
    s.event("drbd-syncer node2 r1");
    const auto later = side(s, 2).sync.leftKiB;
    s.run(10);
    QCOMPARE(later - side(s, 2).sync.leftKiB, std::uint64_t{307200});
}

void TstDrbdrules::aSlowDiskSlowsTheResync()
{
    Scenario s;
    QCOMPARE(s.event("disk-slow node1 r1 5M"), QString());
    s.event("drbd-invalidate node2 r1");
    s.run(30.3);
    const QString text = s.file("node2", "proc/drbd");
    QVERIFY2(text.contains(QStringLiteral("speed: 5,120 (5,120) want: 30,720 K/sec")),
             qPrintable(text));
}

void TstDrbdrules::aRateChangesOnTheFly()
{
    Scenario s;
    s.event("drbd-invalidate node2 r1");
    s.run(30.3);
    QCOMPARE(s.command("node2", "drbdsetup 1 syncer -r 60M").exit, 0);
    s.run(30);
    const QString text = s.file("node2", "proc/drbd");
    QVERIFY2(text.contains(QStringLiteral("speed: 61,440 (")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral(") want: 61,440 K/sec")));
    QVERIFY(
        s.out("node2", "drbdsetup 1 show").contains(QStringLiteral("\trate            \t61440k;")));
    QCOMPARE(s.command("node2", "drbdadm adjust r1").exit, 0);
    QVERIFY(s.file("node2", "proc/drbd").contains(QStringLiteral("want: 30,720 K/sec")));
}

void TstDrbdrules::speedsComeFromMarks()
{
    SyncRun run = startedRun(1024000, Time{0});
    const auto moved = [&](Time from, Time to, std::uint64_t kib) {
        const std::uint64_t before = run.leftKiB;
        run.leftKiB -= kib;
        setMarks(run, {from, to, before, run.leftKiB});
    };
    moved(Time{0}, Time{30000}, 30000 / 10 * 40); // 4000 KiB a second
    QCOMPARE(figuresOf(run, Time{30000}).speed, std::uint64_t{4000});
    QCOMPARE(figuresOf(run, Time{30000}).average, std::uint64_t{4000});
    moved(Time{30000}, Time{60000}, 8000 * 30);
    QCOMPARE(figuresOf(run, Time{60000}).speed, std::uint64_t{8000});
    QCOMPARE(figuresOf(run, Time{60000}).average, std::uint64_t{6000});
    QVERIFY(!figuresOf(run, Time{60000}).stalled);
    QVERIFY(figuresOf(run, Time{300000}).stalled);
}

// 8.3 cannot change a connection's options: with two Primaries "adjust" splits them.
void TstDrbdrules::adjustReconnectsWhenTheNetworkPartChanged()
{
    Scenario s;
    s.event("drbd-option r1 after-sb-2pri violently-as0p");
    QCOMPARE(s.command("node1", "drbdadm adjust r1").exit, 0);
    s.run(5);
    QVERIFY(both(s, Connection::StandAlone));
    QVERIFY(s.file("node1", "etc/drbd.d/r1.res")
                .contains(QStringLiteral("        after-sb-2pri    violently-as0p;\n")));
}

void TstDrbdrules::theKernelTellsItsStory()
{
    Scenario s;
    s.run(1);
    splitAndMeet(s);
    const QString log = s.file("node1", "var/log/kern.log");
    qsizetype at = 0;
    for (const char *line :
         {"block drbd1: PingAck did not arrive in time.",
          "block drbd1: peer( Primary -> Unknown ) conn( Connected -> NetworkFailure ) pdsk( "
          "UpToDate -> DUnknown ) ",
          "block drbd1: conn( NetworkFailure -> Unconnected ) ",
          "block drbd1: conn( Unconnected -> WFConnection ) ",
          "block drbd1: Handshake successful: Agreed network protocol version 96",
          "block drbd1: conn( WFConnection -> WFReportParams ) ",
          "block drbd1: drbd_sync_handshake:", "block drbd1: self ", "block drbd1: peer ",
          "block drbd1: uuid_compare()=100 by rule 90",
          "block drbd1: helper command: /sbin/drbdadm initial-split-brain minor-1",
          "block drbd1: Split-Brain detected but unresolved, dropping connection!",
          "block drbd1: helper command: /sbin/drbdadm split-brain minor-1 exit code 0 (0x0)",
          "block drbd1: conn( Disconnecting -> StandAlone ) "}) {
        const qsizetype found = log.indexOf(QString::fromLatin1(line), at);
        QVERIFY2(found >= 0, qPrintable(QString::fromLatin1(line) + QLatin1Char('\n') + log));
        at = found;
    }
}

void TstDrbdrules::otherReleasesHaveOtherPrefixes_data()
{
    QTest::addColumn<QString>("release");
    QTest::addColumn<QString>("prefix");
    QTest::newRow("8.2") << QStringLiteral("80") << QStringLiteral("] drbd1: ");
    QTest::newRow("8.3") << QStringLiteral("83") << QStringLiteral("] block drbd1: ");
    QTest::newRow("8.4") << QStringLiteral("84") << QStringLiteral("] drbd r1/0 drbd1: ");
    QTest::newRow("9") << QStringLiteral("90") << QStringLiteral("] drbd r1/0 drbd1 node2: ");
}

void TstDrbdrules::otherReleasesHaveOtherPrefixes()
{
    QFETCH(QString, release);
    QFETCH(QString, prefix);
    Scenario s;
    s.event("set drbd-prefix " + release.toStdString());
    s.event("split-brain r1 4 4");
    const QString log = s.file("node1", "var/log/kern.log");
    QVERIFY2(log.contains(prefix + QStringLiteral("Handshake successful")), qPrintable(log));
}

Q_DECLARE_METATYPE(Lab::Generations)

BINOME_TEST(TstDrbdrules)
#include "tst_drbdrules.moc"
