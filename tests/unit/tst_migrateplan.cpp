// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/migrateplan.h"
#include "core/action/migrationwatch.h"
#include "core/parse/guestfiles.h"
#include "tests/fakecluster/fakeshell.h"
#include "tests/testmain.h"
#include "tests/unit/drbdsample.h"

#include <QTest>

using namespace Core;
using namespace Sample;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
Verb migrating(int vmid, int target = 0)
{
    Verb verb;
    verb.kind = VerbKind::Migrate;
    verb.vmid = vmid;
    if (target)
        verb.target = node(target);
    return verb;
}

ClusterSnapshot ready() // rgmanager runs on both nodes
{
    ClusterSnapshot s = whole();
    for (const int id : {1, 2}) {
        ClustatNode one;
        one.name = node(id);
        one.online = one.rgmanager = true;
        for (const int by : {1, 2})
            s.machines[node(by)].ha.value->nodes << one;
    }
    return s;
}

// As ready(), with guest 102 outside HA.
ClusterSnapshot mixed()
{
    ClusterSnapshot s = ready();
    for (const int id : {1, 2})
        s.machines[node(id)].ha.value->services.removeLast();
    s.machines[node(1)].configuration.value->haGuests.removeLast();
    return applied(s, QList<Patch>());
}

// As mixed(), where the files and both kernels have told all that a migration depends on.
ClusterSnapshot told()
{
    ClusterSnapshot s = mixed();
    for (const int id : {1, 2}) {
        for (const int guest : {100, 101, 102})
            s.machines[node(id)].guestStorage.value->settings[guest]
                = {Bytes{1LL << 30}, {}, {}, {}};
        s.machines[node(id)].capacity
            = Sample::told(node(id), "capacity", Capacity{Bytes{4LL << 30}, u"A"_s});
    }
    return s;
}

GuestSettings &settings(ClusterSnapshot &s, int guest)
{
    return s.machines[node(2)].guestStorage.value->settings[guest];
}

const QByteArray taskLog
    = "Oct 22 02:15:00 starting migration of VM 102 to node 'node1' (10.0.0.1)\n"
      "Oct 22 02:15:02 migration status: active (transferred 100000000, remaining "
      "900000000), total 1000000000)\n"
      "Oct 22 02:15:09 migration speed: 64.00 MB/s - downtime 54 ms\n"
      "Oct 22 02:15:09 migration status: completed\n"
      "Oct 22 02:15:12 migration finished successfuly (duration 00:00:12)\n";
} // namespace

class TstMigratePlan : public QObject
{
    Q_OBJECT
private slots:
    void rgmanagerMovesWhatItRuns();
    void qmMovesTheOthers();
    void theLogIsFollowedAndSummedUp();
    void whatStandsInTheWay_data();
    void whatStandsInTheWay();
    void whatTheFilesTellIsSaidBefore_data();
    void whatTheFilesTellIsSaidBefore();
    void roomIsToldWithItsFigures();
    void emptyingNeedsRoomForAll();
    void aSharedFolderIsNotLocal();
    void calledBackItStaysWhereItWas();
    void calledBackTooLateItIsSaid();
    void calledBackAndNotSeenIsNotConfirmed();
    void rgmanagerIsNotCalledBack();
    void whatOnlyTheNodesKnowIsAskedFirst_data();
    void whatOnlyTheNodesKnowIsAskedFirst();
    void refusalOfRgmanagerIsExplained();
    void aGuestSeenElsewhereIsNotMigrated();
    void problemsAfterTheMoveAreNoFailure();
    void aNodeIsEmptiedGuestByGuest();
    void oneThatCannotGoBlocksTheWhole();
    void dirtyRateIsSaidWhenItDoesNotConverge();
    void progressHasRateAndRest();
    void settingsStopAtTheFirstSnapshot();
    void capacityPrefersWhatTheKernelTells();
};

void TstMigratePlan::rgmanagerMovesWhatItRuns()
{
    const ActionPlan plan = planMigrate(migrating(100), ready());
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QCOMPARE(plan.touches, QList<NodeName>({node(1), node(2)}));
    QCOMPARE(plan.confirmation.kind, ConfirmationKind::OneClick);
    QCOMPARE(plan.steps.back().info.preview, u"clusvcadm -M pvevm:100 -m node2"_s);
    QVERIFY(plan.steps.back().info.pointOfNoReturn);
    QVERIFY(!plan.steps.front().info.pointOfNoReturn);
    QVERIFY(has(plan, Severity::Note, "migrate.nocancel")); // said before it is confirmed
    QVERIFY(has(plan, Severity::Note, "migrate.asked")); // and what is not known yet
    QVERIFY(!has(plan, Severity::Note, "migrate.between")); // there is one guest
    FakeShell shell(ready());
    const FakeRun run = runPlan(plan, shell);
    QVERIFY2(run.done(), run.error ? qPrintable(logText(run.error->what)) : "");
    QVERIFY(shell.picture.machines[node(2)].running.value->ids.contains(100));
}

void TstMigratePlan::qmMovesTheOthers()
{
    const ActionPlan plan = planMigrate(migrating(102, 1), mixed());
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QCOMPARE(plan.steps.back().info.preview, u"qm migrate 102 node1 --online"_s);
    FakeShell shell(mixed());
    QVERIFY(runPlan(plan, shell).done());
    QVERIFY(shell.picture.machines[node(1)].running.value->ids.contains(102));
    QVERIFY(shell.sent.constLast().startsWith(u"node2# qm migrate"_s));
}

void TstMigratePlan::theLogIsFollowedAndSummedUp()
{
    FakeShell shell(mixed());
    shell.migrationLog = taskLog;
    QVERIFY(runPlan(planMigrate(migrating(102), mixed()), shell).done());
    QCOMPARE(shell.told.size(), 2);
    QVERIFY(logText(shell.told.first().text).contains(u"left"_s));
    QVERIFY(logText(shell.told.last().text).contains(u"54 ms"_s));
    QCOMPARE(shell.told.last().fraction, std::optional(1.0));
}

void TstMigratePlan::whatStandsInTheWay_data()
{
    using Change = std::function<void(ClusterSnapshot &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *finding, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(finding);
    };
    row("target silent", "node.unsound", [](ClusterSnapshot &s) { silence(s, 2); });
    row("target without quorum", "node.unsound",
        [](ClusterSnapshot &s) { s.machines[node(2)].quorum.value->quorate = false; });
    row("somebody is fenced", "fencing.now",
        [](ClusterSnapshot &s) { s.machines[node(1)].fenceDomain.value->victimNow = 2; });
    row("does not run", "guest.stopped", [](ClusterSnapshot &s) { stopGuests(s, 1); });
    row("runs twice", "guest.twice",
        [](ClusterSnapshot &s) { s.machines[node(2)].running.value->ids << 100; });
    row("service not started", "migrate.service", [](ClusterSnapshot &s) {
        for (const int id : {1, 2})
            s.machines[node(id)].ha.value->services[0].state = ServiceState::Stopping;
    });
    row("frozen", "migrate.frozen", [](ClusterSnapshot &s) {
        for (const int id : {1, 2})
            s.machines[node(id)].ha.value->services[0].frozen = true;
    });
    row("no rgmanager there", "migrate.rgmanager", [](ClusterSnapshot &s) {
        for (const int id : {1, 2})
            s.machines[node(id)].ha.value->nodes.clear();
    });
    row("not connected", "migrate.connected", [](ClusterSnapshot &s) {
        part(s, 1, DrbdConnection::WFConnection, DrbdConnection::WFConnection);
    });
    row("not up to date", "migrate.disk",
        [](ClusterSnapshot &s) { setDisks(s, 1, DiskState::UpToDate, DiskState::Inconsistent); });
    row("one Secondary", "migrate.primary",
        [](ClusterSnapshot &s) { setRoles(s, 1, Role::Primary, Role::Secondary); });
    row("protocol A", "migrate.protocol", [](ClusterSnapshot &s) { drbd(s, 1, 1).protocol = 'A'; });
    row("local disk", "migrate.local", [](ClusterSnapshot &s) {
        s.machines[node(1)].guestStorage.value->disks
            << GuestDisk{100, u"virtio1"_s, u"local"_s, u"100/vm-100-disk-2.raw"_s};
    });
    row("ISO in the drive", "migrate.local", [](ClusterSnapshot &s) {
        s.machines[node(1)].guestStorage.value->disks
            << GuestDisk{100, u"ide2"_s, u"local"_s, u"iso/debian.iso"_s};
    });
    row("disks not known", "migrate.disks",
        [](ClusterSnapshot &s) { s.machines[node(1)].guestStorage = {}; });
}

void TstMigratePlan::whatStandsInTheWay()
{
    QFETCH(std::function<void(ClusterSnapshot &)>, change);
    QFETCH(QString, finding);
    ClusterSnapshot s = ready();
    change(s);
    const ActionPlan plan = planMigrate(migrating(100, 2), s);
    QVERIFY2(has(plan, Severity::Blocker, finding.toLatin1().constData()), words(plan).constData());
    QVERIFY(plan.steps.empty());
}

void TstMigratePlan::whatTheFilesTellIsSaidBefore_data()
{
    using Change = std::function<void(ClusterSnapshot &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Severity>("severity");
    QTest::addColumn<QString>("finding");
    QTest::addColumn<QString>("words"); // the way out, or why
    const auto row = [](const char *name, Severity severity, const char *finding, const char *words,
                        const Change &change) {
        QTest::newRow(name) << change << severity << QString::fromLatin1(finding)
                            << QString::fromLatin1(words);
    };
    row("locked", Severity::Blocker, "migrate.locked", "qm unlock 102",
        [](ClusterSnapshot &s) { settings(s, 102).lock = u"backup"_s; });
    row("devices", Severity::Blocker, "migrate.devices", "hostpci0, usb1", [](ClusterSnapshot &s) {
        settings(s, 102).devices = {u"hostpci0"_s, u"usb1"_s};
    });
    row("processor as it is", Severity::Blocker, "migrate.processor", "kvm64",
        [](ClusterSnapshot &s) {
            settings(s, 102).cpu = u"host,flags=+aes"_s;
            s.machines[node(1)].capacity.value->processor = u"B"_s;
        });
    row("processor of a type", Severity::Warning, "migrate.processor", "SandyBridge",
        [](ClusterSnapshot &s) {
            settings(s, 102).cpu = u"SandyBridge"_s;
            s.machines[node(1)].capacity.value->processor = u"B"_s;
        });
    row("memory", Severity::Blocker, "migrate.memory", "512 MiB", [](ClusterSnapshot &s) {
        s.machines[node(1)].capacity.value->freeMemory = Bytes{512LL << 20};
    });
    row("memory by default", Severity::Blocker, "migrate.memory", "512 MiB are needed",
        [](ClusterSnapshot &s) {
            settings(s, 102).memory.reset();
            s.machines[node(1)].capacity.value->freeMemory = Bytes{511LL << 20};
        });
}

void TstMigratePlan::whatTheFilesTellIsSaidBefore()
{
    QFETCH(std::function<void(ClusterSnapshot &)>, change);
    QFETCH(Severity, severity);
    QFETCH(QString, finding);
    QFETCH(QString, words);
    ClusterSnapshot s = ::told();
    change(s);
    const ActionPlan plan = planMigrate(migrating(102, 1), s);
    QVERIFY2(has(plan, severity, finding.toLatin1().constData()), ::words(plan).constData());
    QCOMPARE(plan.steps.empty(), severity == Severity::Blocker);
    for (const Finding &one : plan.findings) {
        if (one.id != finding)
            continue;
        QVERIFY2(logText(one.text).contains(words), qPrintable(logText(one.text)));
        QVERIFY(!one.evidence.isEmpty() && !one.evidence.first().machine.isEmpty());
    }
}

void TstMigratePlan::roomIsToldWithItsFigures()
{
    ClusterSnapshot s = ::told();
    settings(s, 102).cpu = u"host"_s; // and both processors are one
    const ActionPlan plan = planMigrate(migrating(102, 1), s);
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QVERIFY(has(plan, Severity::Note, "migrate.memory"));
    QVERIFY(!has(plan, Severity::Blocker, "migrate.processor"));
    for (const Finding &one : plan.findings)
        QVERIFY2(!logText(one.text).startsWith(u"Not known"_s), qPrintable(logText(one.text)));
    // Memory moves all the time: what was approved still stands.
    s.machines[node(1)].capacity.value->freeMemory = Bytes{3LL << 30};
    QVERIFY(planMigrate(migrating(102, 1), s).sameAs(plan));
    FakeShell shell(s);
    QVERIFY(runPlan(plan, shell).done());
    QVERIFY(shell.sent.contains(u"node2# qm config 102"_s)); // asked once more all the same
}

void TstMigratePlan::emptyingNeedsRoomForAll()
{
    ClusterSnapshot s = ::told();
    s.machines[node(2)].capacity.value->freeMemory = Bytes{1536LL << 20}; // for one of two
    Verb verb;
    verb.kind = VerbKind::EmptyNode;
    verb.node = node(1);
    QVERIFY(has(planEmptyNode(verb, s), Severity::Blocker, "migrate.memory"));
}

void TstMigratePlan::aSharedFolderIsNotLocal()
{
    ClusterSnapshot s = ::told();
    GuestStorage &files = *s.machines[node(2)].guestStorage.value;
    files.storages << Storage{u"mounted"_s, u"dir"_s, {}, true};
    files.disks << GuestDisk{102, u"ide2"_s, u"mounted"_s, u"iso/debian.iso"_s, 7};
    const ActionPlan shared = planMigrate(migrating(102, 1), s);
    QVERIFY2(!shared.blocked(), words(shared).constData());
    files.storages.last().shared = false;
    const ActionPlan local = planMigrate(migrating(102, 1), s);
    QVERIFY(has(local, Severity::Blocker, "migrate.local"));
    QCOMPARE(local.findings.first().evidence.first().firstLine, 7);
}

void TstMigratePlan::calledBackItStaysWhereItWas()
{
    const ActionPlan plan = planMigrate(migrating(102, 1), ::told());
    QVERIFY(has(plan, Severity::Note, "migrate.recall"));
    QCOMPARE(plan.steps.back().info.recall, u"echo migrate_cancel | qm monitor 102"_s);
    FakeShell shell(::told());
    shell.recalled = true;
    shell.beforeCommand = [](FakeShell &to, const QString &line) {
        if (!line.contains(u"qm migrate"_s))
            return;
        to.answers[line] = CommandOutput{
            255, taskLog.first(taskLog.indexOf("Oct 22 02:15:09")), "migration problems\n", {}};
    };
    const FakeRun run = runPlan(plan, shell);
    QVERIFY(!run.done());
    QCOMPARE(run.error->kind, ErrorKind::Cancelled);
    QVERIFY2(logText(run.error->what).contains(u"runs on node2 and only there"_s),
             qPrintable(logText(run.error->what)));
    QCOMPARE(shell.sent.count(u"node2# qm monitor 102"_s), 1);
}

void TstMigratePlan::calledBackTooLateItIsSaid()
{
    FakeShell shell(::told());
    shell.recalled = true;
    shell.migrationLog = taskLog;
    QVERIFY(runPlan(planMigrate(migrating(102, 1), ::told()), shell).done());
    QVERIFY2(logText(shell.told.last().text).contains(u"too late"_s),
             qPrintable(logText(shell.told.last().text)));
}

void TstMigratePlan::calledBackAndNotSeenIsNotConfirmed()
{
    FakeShell shell(::told());
    shell.recalled = true;
    shell.patience = 3;
    shell.beforeCommand = [](FakeShell &to, const QString &line) {
        if (!line.contains(u"qm migrate"_s))
            return;
        to.answers[line] = CommandOutput{255, taskLog, {}, {}};
        settings(to.picture, 102).lock = u"migrate"_s; // qm died and left it
    };
    const FakeRun run = runPlan(planMigrate(migrating(102, 1), ::told()), shell);
    QVERIFY(!run.done());
    QCOMPARE(run.error->kind, ErrorKind::Timeout);
    QVERIFY2(logText(run.error->what).contains(u"locked: migrate"_s),
             qPrintable(logText(run.error->what)));
}

void TstMigratePlan::rgmanagerIsNotCalledBack()
{
    FakeShell shell(ready());
    shell.recalled = true;
    shell.migrationLog = taskLog;
    const ActionPlan plan = planMigrate(migrating(100), ready());
    QVERIFY(plan.steps.back().info.recall.isEmpty());
    QVERIFY(logText(plan.steps.back().info.noRecall).contains(u"clusvcadm"_s));
    QVERIFY(runPlan(plan, shell).done());
    QVERIFY(!shell.sent.join(u'\n').contains(u"qm monitor"_s));
}

void TstMigratePlan::whatOnlyTheNodesKnowIsAskedFirst_data()
{
    QTest::addColumn<QByteArray>("config");
    QTest::addColumn<QByteArray>("capacity");
    QTest::addColumn<QString>("reason");
    const QByteArray room = "MemTotal: 9000000 kB\nMemFree: 8000000 kB\nmodel name : B\n";
    QTest::newRow("locked") << QByteArray("lock: backup\nmemory: 512\n") << room << u"locked"_s;
    QTest::newRow("device") << QByteArray("hostpci0: 01:00.0\n") << room << u"devices"_s;
    QTest::newRow("processor") << QByteArray("cpu: host\n") << room << u"processor"_s;
    QTest::newRow("memory") << QByteArray("memory: 4096\n")
                            << QByteArray("MemTotal: 2000000 kB\nMemFree: 100000 kB\n")
                            << u"memory free"_s;
}

void TstMigratePlan::whatOnlyTheNodesKnowIsAskedFirst()
{
    QFETCH(QByteArray, config);
    QFETCH(QByteArray, capacity);
    QFETCH(QString, reason);
    FakeShell shell(ready());
    shell.configs[100] = config;
    shell.capacities[node(2)] = capacity;
    const FakeRun run = runPlan(planMigrate(migrating(100), ready()), shell);
    QCOMPARE(run.step, 0);
    QVERIFY2(logText(run.error->what).contains(reason), qPrintable(logText(run.error->what)));
    for (const QString &line : std::as_const(shell.sent))
        QVERIFY2(!line.contains(u"clusvcadm"_s), qPrintable(line));
}

void TstMigratePlan::refusalOfRgmanagerIsExplained()
{
    FakeShell shell(ready());
    const ActionPlan plan = planMigrate(migrating(100), ready());
    CommandOutput refused;
    refused.exitCode = 239;
    shell.beforeCommand = [&](FakeShell &to, const QString &line) {
        if (line.contains(u"clusvcadm"_s))
            to.answers[line] = refused;
    };
    const FakeRun run = runPlan(plan, shell);
    QCOMPARE(run.step, 1);
    QVERIFY2(logText(run.error->what).contains(u"it runs where it was"_s),
             qPrintable(logText(run.error->what)));
}

void TstMigratePlan::aGuestSeenElsewhereIsNotMigrated()
{
    FakeShell shell(ready());
    shell.obeys = false; // says 0 and moves nothing
    const ActionPlan plan = planMigrate(migrating(100), ready());
    const Step &step = plan.steps.back();
    QVERIFY(step.execute(shell));
    const Expected<void> seen = step.verify(shell);
    QVERIFY(!seen);
    QVERIFY(logText(seen.error().what).contains(u"runs on node1"_s));
}

void TstMigratePlan::problemsAfterTheMoveAreNoFailure()
{
    FakeShell shell(mixed());
    const ActionPlan plan = planMigrate(migrating(102), mixed());
    CommandOutput problems;
    problems.exitCode = 255;
    problems.err = "migration problems\n";
    shell.beforeCommand = [&](FakeShell &to, const QString &line) {
        if (!line.contains(u"migrate"_s))
            return;
        to.answers[line] = problems;
        to.picture.machines[node(2)].running.value->ids.removeAll(102);
        to.picture.machines[node(1)].running.value->ids << 102;
    };
    QVERIFY(runPlan(plan, shell).done());
}

void TstMigratePlan::aNodeIsEmptiedGuestByGuest()
{
    Verb verb;
    verb.kind = VerbKind::EmptyNode;
    verb.node = node(1);
    const ActionPlan plan = planEmptyNode(verb, ready());
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QVERIFY(has(plan, Severity::Note, "migrate.between"));
    QCOMPARE(
        previews(plan).mid(1),
        QStringList({u"clusvcadm -M pvevm:100 -m node2"_s, u"clusvcadm -M pvevm:101 -m node2"_s}));
    FakeShell shell(ready());
    QVERIFY(runPlan(plan, shell).done());
    QVERIFY(shell.picture.machines[node(1)].running.value->ids.isEmpty());
}

void TstMigratePlan::oneThatCannotGoBlocksTheWhole()
{
    Verb verb;
    verb.kind = VerbKind::EmptyNode;
    verb.node = node(1);
    ClusterSnapshot s = ready();
    s.machines[node(1)].guestStorage.value->disks
        << GuestDisk{101, u"ide2"_s, u"local"_s, u"iso/debian.iso"_s};
    const ActionPlan plan = planEmptyNode(verb, s);
    QVERIFY(has(plan, Severity::Blocker, "migrate.local"));
    QVERIFY(plan.steps.empty());
}

void TstMigratePlan::dirtyRateIsSaidWhenItDoesNotConverge()
{
    MigrationWatch watch;
    std::optional<StepProgress> last;
    for (int i = 1; i <= 8; ++i)
        last
            = watch.take(QStringLiteral("Oct 22 02:15:%1 migration status: active (transferred %2, "
                                        "remaining 500000000), total 1000000000)\n")
                             .arg(10 + i)
                             .arg(100'000'000LL * i)
                             .toUtf8(),
                         std::chrono::seconds(2 * i));
    QVERIFY(last);
    QVERIFY2(logText(last->text).startsWith(u"Does not converge"_s),
             qPrintable(logText(last->text)));
    QVERIFY(logText(last->text).contains(u"47.7 MiB/s"_s)); // 100 MB in 2 s, written and sent alike
}

void TstMigratePlan::progressHasRateAndRest()
{
    MigrationWatch watch;
    const auto report = [](qint64 sent, qint64 left) {
        return QStringLiteral("Oct 22 02:15:10 migration status: active (transferred %1, remaining "
                              "%2), total 1073741824)\n")
            .arg(sent)
            .arg(left)
            .toUtf8();
    };
    const QByteArray first = report(0, 1LL << 30);
    QVERIFY(!watch.take(first.left(40), std::chrono::seconds(0))); // cut in the middle of a line
    QVERIFY(watch.take(first.mid(40), std::chrono::seconds(0)));
    const auto told = watch.take(report(512LL << 20, 512LL << 20), std::chrono::seconds(8));
    QVERIFY(told);
    QCOMPARE(told->fraction, std::optional(0.5));
    QVERIFY2(logText(told->text).contains(u"64.0 MiB/s"_s), qPrintable(logText(told->text)));
    QVERIFY(logText(told->text).contains(u"9.0 s"_s));
}

void TstMigratePlan::settingsStopAtTheFirstSnapshot()
{
    const auto guest = parseGuestSettings("name: web\nmemory: 2048\ncpu: host,flags=+aes\n"
                                          "usb0: host=1:2\nusbfoo: 1\n\n[before]\nlock: backup\n");
    QVERIFY(guest);
    QCOMPARE(*guest, (GuestSettings{Bytes{2LL << 30}, u"host,flags=+aes"_s, {}, {u"usb0"_s}}));
    QVERIFY(!parseGuestSettings("no colon here\n"));
}

void TstMigratePlan::capacityPrefersWhatTheKernelTells()
{
    const auto old = parseCapacity("MemTotal: 4096 kB\nMemFree: 1024 kB\nBuffers: 8 kB\n"
                                   "Cached: 16 kB\n\nmodel name\t: Some  CPU @ 2.00GHz\n");
    QVERIFY(old);
    QCOMPARE(*old, (Capacity{fromKiB(1048), u"Some CPU @ 2.00GHz"_s}));
    const auto recent = parseCapacity("MemFree: 1024 kB\nMemAvailable: 3000 kB\nCached: 9 kB\n");
    QVERIFY(recent);
    QCOMPARE(recent->freeMemory, fromKiB(3000));
    QVERIFY(!parseCapacity("MemFree: lots\n"));
}

BINOME_TEST(TstMigratePlan)
#include "tst_migrateplan.moc"
