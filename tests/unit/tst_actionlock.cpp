// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"
#include "core/action/clusterlock.h"
#include "core/store/journal.h"
#include "tests/fakecluster/fakereach.h"
#include "tests/testmain.h"

#include <QLockFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const NodeName node2(u"node2"_s);
constexpr int patience = 20'000; // ms; for a test that would hang

// Two nodes that are folders; any number of consoles act on them.
struct Nodes {
    Nodes()
    {
        reach.roots[node1] = folder.filePath(u"the node's 1"_s);
        reach.roots[node2] = folder.filePath(u"node 2"_s);
    }
    QString lease(const NodeName &node) { return leasePath(reach.context(node)); }
    void setLease(const NodeName &node, const QByteArray &text)
    {
        QDir().mkpath(QFileInfo(lease(node)).path());
        QFile file(lease(node));
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
    }
    QByteArray leaseText(const NodeName &node)
    {
        QFile file(lease(node));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static qint64 uptime()
    {
        QFile file(u"/proc/uptime"_s);
        return file.open(QIODevice::ReadOnly) ? qint64(file.readAll().split(' ').first().toDouble())
                                              : 0;
    }
    // What is given back may still be on its way when the outcome is told.
    bool gone(const NodeName &node)
    {
        return QTest::qWaitFor([&] { return !QFile::exists(lease(node)); }, patience);
    }
    QByteArray heldUntil(qint64 end) const
    {
        return "other\n" + QByteArray::number(end) + "\n1393640045\nbob@office\n";
    }

    QTemporaryDir folder;
    FakeReach reach{{node1, node2}};
};

struct Console {
    Console(Nodes &where, const QString &user, Journal *journal = nullptr)
        : runner(where.reach, setup(where, user, journal))
    {
        plan.title = message("do it");
        plan.touches = {node1};
        plan.confirmation.kind = ConfirmationKind::OneClick;
        Step one;
        one.info.preview = u"true"_s;
        one.execute = [this](Shell &shell) {
            executed = true;
            return during ? during(shell) : Expected<void>();
        };
        one.verify = [](Shell &) { return Expected<void>(); };
        plan.steps = {one};
    }
    static ActionSetup setup(const Nodes &nodes, const QString &user, Journal *journal)
    {
        ActionSetup setup;
        setup.cluster = u"a/b c"_s;
        setup.user = user;
        setup.host = u"desk"_s;
        setup.lockFolder = nodes.folder.filePath(user); // each its own workstation
        setup.leases = true;
        setup.journal = journal;
        return setup;
    }
    ActionRunPtr start()
    {
        const ActionRunPtr run
            = runner.run([this](const ClusterSnapshot &) { return plan; }, plan, {});
        QObject::connect(run.get(), &ActionRun::noted, &runner,
                         [this](const Finding &note) { notes << note.id; });
        return run;
    }
    Outcome done()
    {
        const ActionRunPtr run = start();
        static_cast<void>(QTest::qWaitFor([&] { return run->outcome().has_value(); }, patience));
        return run->outcome().value_or(Outcome());
    }

    ActionPlan plan;
    std::function<Expected<void>(Shell &)> during;
    std::atomic<bool> executed = false;
    QStringList notes;
    ActionRunner runner;
};

template <typename T> T waited(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}
} // namespace

class TstActionLock : public QObject
{
    Q_OBJECT
private slots:
    void leaseIsThereWhileItRunsAndGoneAfter();
    void leaseOfItsOwnLastActionIsTakenOver();
    void otherWorkstationIsRefusedWithTheOwner();
    void otherWorkstationsLeaseOnOneNodeIsEnough();
    void expiredLeaseIsTakenOver();
    void leaseFromBeforeARebootIsTakenOver();
    void damagedLeaseIsTakenOver();
    void leaseOfTwoConsolesAtOnceIsGivenToOneAtMost();
    void unreachableNodeIsPassedOverAndNoted();
    void refreshMovesTheEnd();
    void refreshAfterTheEndBringsNothingBack();
    void otherProgramIsRefused();
    void deadProgramsLockIsTakenOver();
    void storyIsInTheJournal();
    void refusedActionIsNoIntention();
    void unwritableJournalSendsNothing();
    void cancelledActionIsConcluded();
    void programThatEndsLeavesItOpenAndTheNextStartFindsIt();
    void runningActionOfAnotherProgramIsNotConcluded();
    void onlookerChangesNothing();
    void overrideNeedsAnAdministrator();
};

void TstActionLock::leaseIsThereWhileItRunsAndGoneAfter()
{
    Nodes nodes;
    Console console(nodes, u"ann"_s);
    QByteArray meanwhile;
    console.during = [&](Shell &) {
        meanwhile = nodes.leaseText(node1) + nodes.leaseText(node2);
        return Expected<void>();
    };
    QCOMPARE(console.done().kind, OutcomeKind::Done);
    QCOMPARE(meanwhile.count("ann@desk\n"), 2);
    QVERIFY(nodes.gone(node1));
    QVERIFY(nodes.gone(node2));
    QVERIFY(console.notes.isEmpty());
}

// On its way back still when the next action begins, on a slow connection.
void TstActionLock::leaseOfItsOwnLastActionIsTakenOver()
{
    Nodes nodes;
    Console ann(nodes, u"ann"_s), bob(nodes, u"bob"_s);
    QByteArray meanwhile;
    ann.during = [&](Shell &) {
        meanwhile = nodes.leaseText(node1);
        return Expected<void>();
    };
    QCOMPARE(ann.done().kind, OutcomeKind::Done);
    QVERIFY(nodes.gone(node1) && nodes.gone(node2));
    nodes.setLease(node1, meanwhile);
    QCOMPARE(bob.done().kind, OutcomeKind::Refused);
    QCOMPARE(nodes.leaseText(node1), meanwhile);
    QCOMPARE(ann.done().kind, OutcomeKind::Done);
    QVERIFY(nodes.gone(node1));
}

void TstActionLock::otherWorkstationIsRefusedWithTheOwner()
{
    Nodes nodes;
    Console ann(nodes, u"ann"_s), bob(nodes, u"bob"_s);
    std::optional<Outcome> second;
    ann.during = [&](Shell &shell) {
        while (!second) {
            if (!shell.sleepFor(10ms))
                return Expected<void>(failure(ErrorKind::Timeout, message("waited too long")));
        }
        return Expected<void>();
    };
    const ActionRunPtr first = ann.start();
    QVERIFY(QTest::qWaitFor([&] { return first->step() == 0; }, patience));
    const Outcome refused = bob.done();
    QCOMPARE(refused.kind, OutcomeKind::Refused);
    QVERIFY(logText(refused.error->what).contains(u"ann@desk"_s));
    QVERIFY(!bob.executed);
    second = refused;
    QVERIFY(QTest::qWaitFor([&] { return first->outcome().has_value(); }, patience));
    QCOMPARE(first->outcome()->kind, OutcomeKind::Done);
    QCOMPARE(bob.done().kind, OutcomeKind::Done);
}

void TstActionLock::otherWorkstationsLeaseOnOneNodeIsEnough()
{
    Nodes nodes;
    nodes.setLease(node2, nodes.heldUntil(Nodes::uptime() + 50));
    Console console(nodes, u"ann"_s);
    const Outcome outcome = console.done();
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QVERIFY(logText(outcome.error->what).contains(u"bob@office"_s));
    QVERIFY(!console.executed);
    QVERIFY(nodes.gone(node1)); // what was taken is given back
    QCOMPARE(nodes.leaseText(node2).count("bob@office"), 1);
}

void TstActionLock::expiredLeaseIsTakenOver()
{
    Nodes nodes;
    nodes.setLease(node1, nodes.heldUntil(Nodes::uptime() - 1));
    Console console(nodes, u"ann"_s);
    QCOMPARE(console.done().kind, OutcomeKind::Done);
    QVERIFY(nodes.gone(node1));
}

void TstActionLock::leaseFromBeforeARebootIsTakenOver()
{
    Nodes nodes;
    nodes.setLease(node1, nodes.heldUntil(Nodes::uptime() + 100'000));
    QCOMPARE(Console(nodes, u"ann"_s).done().kind, OutcomeKind::Done);
}

void TstActionLock::damagedLeaseIsTakenOver()
{
    for (const QByteArray &text :
         {QByteArray(), QByteArray("x\n$(touch y)\n"), QByteArray("x"), QByteArray(10'000, '\n')}) {
        Nodes nodes;
        nodes.setLease(node1, text);
        QCOMPARE(Console(nodes, u"ann"_s).done().kind, OutcomeKind::Done);
    }
}

void TstActionLock::leaseOfTwoConsolesAtOnceIsGivenToOneAtMost()
{
    for (int round = 0; round < 5; ++round) {
        Nodes nodes;
        std::atomic<int> inside = 0, most = 0;
        const auto count = [&](Shell &shell) {
            most = std::max(most.load(), ++inside);
            shell.sleepFor(20ms);
            --inside;
            return Expected<void>();
        };
        Console ann(nodes, u"ann"_s), bob(nodes, u"bob"_s);
        ann.during = bob.during = count;
        const ActionRunPtr a = ann.start(), b = bob.start();
        QVERIFY(QTest::qWaitFor([&] { return a->outcome() && b->outcome(); }, patience));
        QVERIFY(most <= 1);
    }
}

void TstActionLock::unreachableNodeIsPassedOverAndNoted()
{
    Nodes nodes;
    nodes.reach.transport(node2)->close();
    Console console(nodes, u"ann"_s);
    QCOMPARE(console.done().kind, OutcomeKind::Done);
    QCOMPARE(console.notes, QStringList({u"action.notLocked"_s}));
}

void TstActionLock::refreshMovesTheEnd()
{
    Nodes nodes;
    ClusterLock lock({{}, {{node1, nodes.lease(node1)}}, u"ann@desk"_s});
    QObject main;
    std::atomic<bool> acquired = false;
    std::thread worker([&] {
        ActionShell shell(main, nodes.reach, {}, {});
        acquired = lock.acquire(shell).has_value();
    });
    QVERIFY(QTest::qWaitFor([&] { return QFile::exists(nodes.lease(node1)); }, patience));
    QVERIFY(QTest::qWaitFor([&] { return acquired.load(); }, patience));
    worker.join();
    // As if most of it had passed.
    QList<QByteArray> lines = nodes.leaseText(node1).split('\n');
    lines[1] = QByteArray::number(Nodes::uptime() + 1);
    nodes.setLease(node1, lines.join('\n'));
    lock.refresh(nodes.reach);
    QVERIFY(QTest::qWaitFor(
        [&] {
            return nodes.leaseText(node1).split('\n').value(1).toLongLong() > Nodes::uptime() + 30;
        },
        patience));
}

void TstActionLock::refreshAfterTheEndBringsNothingBack()
{
    Nodes nodes;
    ClusterLock lock({{}, {{node1, nodes.lease(node1)}}, u"ann@desk"_s});
    QObject main;
    std::atomic<bool> acquired = false;
    std::thread worker([&] {
        ActionShell shell(main, nodes.reach, {}, {});
        acquired = lock.acquire(shell).has_value();
    });
    QVERIFY(QTest::qWaitFor([&] { return acquired.load(); }, patience));
    worker.join();
    QVERIFY(QFile::remove(nodes.lease(node1)));
    lock.refresh(nodes.reach);
    QCOMPARE(nodes.reach.transport(node1)->started, 2);
    QVERIFY(QTest::qWaitFor([&] { return nodes.reach.transport(node1)->alive() == 0; }, patience));
    QVERIFY(nodes.gone(node1));
}

void TstActionLock::otherProgramIsRefused()
{
    Nodes nodes;
    Console console(nodes, u"ann"_s);
    const QString path = lockFileOf(nodes.folder.filePath(u"ann"_s), u"a/b c"_s);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QLockFile other(path);
    QVERIFY(other.tryLock());
    const Outcome outcome = console.done();
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QVERIFY(!console.executed);
    QVERIFY(nodes.gone(node1));
    other.unlock();
    QCOMPARE(console.done().kind, OutcomeKind::Done);
}

void TstActionLock::deadProgramsLockIsTakenOver()
{
    Nodes nodes;
    Console console(nodes, u"ann"_s);
    const QString path = lockFileOf(nodes.folder.filePath(u"ann"_s), u"a/b c"_s);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path); // process number, program, host, as QLockFile writes them
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("4194999\nbinome\n" + QSysInfo::machineHostName().toLocal8Bit() + '\n');
    file.close();
    QCOMPARE(console.done().kind, OutcomeKind::Done);
}

void TstActionLock::storyIsInTheJournal()
{
    Nodes nodes;
    nodes.reach.transport(node2)->close();
    Journal journal(nodes.folder.filePath(u"journal.db"_s));
    Console console(nodes, u"ann"_s, &journal);
    QList<JournalEntry> before;
    console.during = [&](Shell &shell) {
        before = waited(journal.entries()).value_or(QList<JournalEntry>());
        Command command;
        command.program = u"echo"_s;
        command.arguments = QStringList{u"shared-secret \"geheim\";"_s, u"it's done"_s};
        static_cast<void>(shell.run(node1, command));
        shell.tell({message("half of it"), 0.5});
        return Expected<void>();
    };
    QCOMPARE(console.done().kind, OutcomeKind::Done);
    QCOMPARE(before.size(), 1); // on the disk before the step began
    QVERIFY(!before.first().outcome);
    QCOMPARE(before.first().lines.last().event, JournalEvent::StepBegan);
    const auto entries = waited(journal.entries());
    QVERIFY(entries);
    QCOMPARE(entries->size(), 1);
    const JournalEntry entry = entries->first();
    QCOMPARE(entry.user + u'@' + entry.host, u"ann@desk"_s);
    QCOMPARE(entry.cluster, u"a/b c"_s);
    QCOMPARE(entry.outcome->kind, OutcomeKind::Done);
    QList<JournalEvent> events;
    QString printed;
    for (const JournalLine &line : entry.lines) {
        events << line.event;
        printed += line.text;
    }
    QCOMPARE(events,
             QList<JournalEvent>({JournalEvent::Note, JournalEvent::StepBegan, JournalEvent::Output,
                                  JournalEvent::Progress, JournalEvent::StepEnded}));
    QVERIFY(printed.contains(u"it's done"_s));
    QVERIFY(!printed.contains(u"geheim"_s));
}

void TstActionLock::refusedActionIsNoIntention()
{
    Nodes nodes;
    nodes.setLease(node2, nodes.heldUntil(Nodes::uptime() + 50));
    Journal journal(nodes.folder.filePath(u"journal.db"_s));
    QCOMPARE(Console(nodes, u"ann"_s, &journal).done().kind, OutcomeKind::Refused);
    QVERIFY(waited(journal.entries())->isEmpty());
}

void TstActionLock::unwritableJournalSendsNothing()
{
    Nodes nodes;
    QFile file(nodes.folder.filePath(u"no"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    Journal journal(nodes.folder.filePath(u"no/journal.db"_s));
    Console console(nodes, u"ann"_s, &journal);
    const Outcome outcome = console.done();
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QCOMPARE(outcome.error->kind, ErrorKind::Storage);
    QVERIFY(!console.executed);
    QVERIFY(nodes.gone(node1));
}

void TstActionLock::cancelledActionIsConcluded()
{
    Nodes nodes;
    Journal journal(nodes.folder.filePath(u"journal.db"_s));
    Console console(nodes, u"ann"_s, &journal);
    console.plan.steps[0].info.timeout = 10'000s;
    console.during = [](Shell &shell) -> Expected<void> {
        while (shell.sleepFor(1s)) { }
        return failure(ErrorKind::Cancelled, message("stopped"));
    };
    const ActionRunPtr run = console.start();
    QVERIFY(QTest::qWaitFor([&] { return run->step() == 0; }, patience));
    run->cancel();
    QVERIFY(QTest::qWaitFor([&] { return run->outcome().has_value(); }, patience));
    QCOMPARE(waited(journal.entries())->first().outcome->kind, OutcomeKind::Cancelled);
    QVERIFY(nodes.gone(node1)); // given back although it was stopped
}

void TstActionLock::programThatEndsLeavesItOpenAndTheNextStartFindsIt()
{
    Nodes nodes;
    Journal journal(nodes.folder.filePath(u"journal.db"_s));
    {
        Console console(nodes, u"ann"_s, &journal);
        console.plan.steps[0].info.pointOfNoReturn = true;
        console.plan.steps[0].info.timeout = 10'000s;
        console.during = [](Shell &shell) -> Expected<void> {
            while (shell.sleepFor(1s)) { }
            return failure(ErrorKind::Cancelled, message("stopped"));
        };
        const ActionRunPtr run = console.start();
        QVERIFY(QTest::qWaitFor([&] { return run->step() == 0; }, patience));
    }
    QVERIFY(!waited(journal.entries())->first().outcome);
    Console next(nodes, u"ann"_s, &journal);
    QSignalSpy found(&next.runner, &ActionRunner::unfinishedFound);
    next.runner.concludeUnfinished();
    QTRY_COMPARE_WITH_TIMEOUT(found.size(), 1, patience);
    const JournalEntry entry = waited(journal.entries())->first();
    QCOMPARE(entry.outcome->kind, OutcomeKind::Unknown);
    QCOMPARE(entry.outcome->step, 0);
    QVERIFY(entry.foundAtStart);
    next.runner.concludeUnfinished();
    QVERIFY(waited(journal.unfinished(u"a/b c"_s))->isEmpty());
}

void TstActionLock::runningActionOfAnotherProgramIsNotConcluded()
{
    Nodes nodes;
    Journal journal(nodes.folder.filePath(u"journal.db"_s));
    Console running(nodes, u"ann"_s, &journal);
    std::atomic<bool> go = false;
    running.during = [&](Shell &shell) {
        while (!go && shell.sleepFor(10ms)) { }
        return Expected<void>();
    };
    const ActionRunPtr run = running.start();
    QVERIFY(QTest::qWaitFor([&] { return run->step() == 0; }, patience));
    Console second(nodes, u"ann"_s, &journal);
    second.runner.concludeUnfinished();
    QVERIFY(!waited(journal.entries())->first().outcome);
    go = true;
    QVERIFY(QTest::qWaitFor([&] { return run->outcome().has_value(); }, patience));
    QCOMPARE(waited(journal.entries())->first().outcome->kind, OutcomeKind::Done);
}

void TstActionLock::onlookerChangesNothing()
{
    Nodes nodes;
    Console console(nodes, u"ann"_s);
    console.runner.setRole(UserRole::Onlooker);
    QCOMPARE(console.done().kind, OutcomeKind::Refused);
    QVERIFY(!console.executed);
    QCOMPARE(nodes.reach.transport(node1)->started, 0);
}

void TstActionLock::overrideNeedsAnAdministrator()
{
    Nodes nodes;
    Console console(nodes, u"ann"_s);
    console.plan.needs = UserRole::Administrator;
    console.runner.setRole(UserRole::Operator);
    QCOMPARE(console.done().kind, OutcomeKind::Refused);
    console.runner.setRole(UserRole::Administrator);
    QCOMPARE(console.done().kind, OutcomeKind::Done);
}

BINOME_TEST(TstActionLock)
#include "tst_actionlock.moc"
