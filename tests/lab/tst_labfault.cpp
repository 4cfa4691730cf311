// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"
#include "core/action/migrateplan.h"
#include "core/store/journal.h"
#include "tests/lab/ctlrun.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
// binomectl in the middle of an action, as another console.
class Console
{
public:
    Console(const OpenLab &lab, QStringList words)
    {
        words.insert(1, lab.folder() + u"/profile.json"_s);
        words << u"--yes"_s << u"--reason"_s << u"a test"_s << u"--lang"_s << u"en"_s;
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(BINOME_BIN_DIR "/binomectl"), words);
    }
    ~Console() { died(); }
    bool says(const QByteArray &line) // within a time
    {
        return OpenLab::within(120'000,
                               [&] {
                                   m_said += m_process.readAll();
                                   return m_said.contains(line)
                                       || m_process.state() == QProcess::NotRunning;
                               })
            && m_said.contains(line);
    }
    bool died() // of it, not at its end
    {
        m_process.kill(); // SIGKILL
        m_process.waitForFinished(30'000);
        return m_process.state() == QProcess::NotRunning
            && m_process.exitStatus() == QProcess::CrashExit;
    }
    const QByteArray &said() const { return m_said; }

private:
    QProcess m_process;
    QByteArray m_said;
};

Planner migrating(int vmid)
{
    Verb verb;
    verb.kind = VerbKind::Migrate;
    verb.vmid = vmid;
    return [verb](const ClusterSnapshot &now) { return planMigrate(verb, now); };
}

// The newest action of the journal, once it says what the cluster showed at this start.
std::optional<JournalEntry> lookedUp(OpenLab &lab)
{
    std::optional<JournalEntry> found;
    static_cast<void>(OpenLab::within(120'000, [&] {
        auto entries = lab.session().journal().entries();
        if (!OpenLab::within(10'000, [&] { return entries.isFinished(); }) || !entries.result()
            || entries.result()->isEmpty())
            return false;
        const JournalEntry newest = entries.result()->first();
        if (newest.foundAtStart && !newest.lines.isEmpty()
            && newest.lines.constLast().event == JournalEvent::Note)
            found = newest;
        return found.has_value();
    }));
    return found;
}

Outcome outcomeOf(const ActionRunPtr &run)
{
    static_cast<void>(OpenLab::within(300'000, [&] { return run->outcome().has_value(); }));
    return run->outcome().value_or(Outcome());
}
} // namespace

// What goes wrong in the middle, and what is told of it then.
class TstLabFault : public QObject
{
    Q_OBJECT
private slots:
    void killedInTheMiddleOfAFence();
    void killedInTheMiddleOfAMigration();
    void killedInTheMiddleOfAnAcknowledgement();
    void killedInTheMiddleOfLoweringVotes();
    void calledBackInTime();
    void calledBackTooLate();
    void twoConsolesAtOnce();
    void theGuestStoppedSinceThePlan();
    void emptyingStopsBetweenTwoGuests();
    void theLinkWasLostBefore();
    void theLinkIsLostOnTheWay();
};

void TstLabFault::killedInTheMiddleOfAFence()
{
    OpenLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    QVERIFY2(lab.lab({u"set"_s, u"fence-action"_s, u"off"_s}), lab.said().constData());
    Console console(lab, {u"fence"_s, u"node2"_s});
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

void TstLabFault::killedInTheMiddleOfAMigration()
{
    OpenLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    Console console(lab, {u"migrate"_s, u"103"_s});
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

void TstLabFault::killedInTheMiddleOfAnAcknowledgement()
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
    Console console(lab, {u"fence"_s, u"node2"_s, u"--acknowledge"_s});
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

void TstLabFault::killedInTheMiddleOfLoweringVotes()
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
    Console console(lab, {u"node"_s, u"quorum-alone"_s, u"node1"_s});
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

// The guest goes on where it was, in nobody's lock, and may be moved again.
void TstLabFault::calledBackInTime()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    QVERIFY2(lab.lab({u"set"_s, u"migration-rate"_s, u"2000"_s}), lab.said().constData());
    const ActionPlan plan = migrating(103)(*lab.snapshot());
    QVERIFY(!plan.blocked());
    const ActionRunPtr run = lab.session().actions().run(migrating(103), plan, {});
    QVERIFY(OpenLab::within(120'000, [&] { return run->recallable(); }));
    QVERIFY(!run->cancellable());
    run->recall(); // perhaps before QEMU copies: it waits for that
    const Outcome outcome = outcomeOf(run);
    QVERIFY2(outcome.kind == OutcomeKind::Cancelled,
             outcome.error ? qPrintable(logText(outcome.error->what)) : "it went through");
    QVERIFY(logText(outcome.error->what).contains(u"only there, and is not locked"_s));
    const auto one = lab.machine(u"node1"_s).running;
    const auto two = lab.machine(u"node2"_s).running;
    QVERIFY(one.known() && !one.value->ids.contains(103));
    QVERIFY(two.known() && two.value->ids.contains(103));
    QVERIFY(!migrating(103)(*lab.snapshot()).blocked());
}

void TstLabFault::calledBackTooLate()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const ActionPlan plan = migrating(103)(*lab.snapshot());
    QVERIFY(!plan.blocked());
    const ActionRunPtr run = lab.session().actions().run(migrating(103), plan, {});
    QString last;
    connect(run.get(), &ActionRun::progressed, this,
            [&](int, const StepProgress &now) { last = logText(now.text); });
    QVERIFY(OpenLab::within(120'000, [&] { // it answers there: QEMU has handed it over
        const auto there = lab.machine(u"node1"_s).running;
        const auto here = lab.machine(u"node2"_s).running;
        return lab.lab({u"status"_s}) && lab.said().contains("103     running node1")
            && there.known() && here.known();
    }));
    if (!run->recallable())
        QSKIP("qm had ended already");
    run->recall();
    const Outcome outcome = outcomeOf(run);
    QCOMPARE(outcome.kind, OutcomeKind::Done);
    QVERIFY2(last.contains(u"too late"_s), qPrintable(last));
}

void TstLabFault::twoConsolesAtOnce()
{
    OpenLab lab;
    QVERIFY2(lab.up(300), lab.said().constData()); // it boots for half a minute
    QVERIFY(lab.settled());
    Console first(lab, {u"fence"_s, u"node2"_s});
    QVERIFY2(first.says("\n1. Let node1 fence node2\n"), first.said().constData());
    const QStringList lamp{u"power"_s, lab.folder() + u"/profile.json"_s,
                           u"node1"_s, u"identify"_s,
                           u"--yes"_s, u"--lang"_s,
                           u"en"_s};
    const CtlRun beside = ctl(lamp);
    QVERIFY2(beside.exit == 77, beside.told().constData());
    QVERIFY2(beside.err.contains("Another Binôme acts on this cluster"), beside.err.constData());
    const CtlRun elsewhere = ctl(lamp, lab.folder() + u"/elsewhere"_s);
    QVERIFY2(elsewhere.exit == 77, elsewhere.told().constData());
    QVERIFY2(elsewhere.err.contains("acts on this cluster since"), elsewhere.err.constData());
}

void TstLabFault::theGuestStoppedSinceThePlan()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const ActionPlan plan = migrating(103)(*lab.snapshot());
    QVERIFY(!plan.blocked());
    QVERIFY2(lab.lab({u"do"_s, u"guest-stop"_s, u"103"_s}), lab.said().constData());
    const Outcome outcome = outcomeOf(lab.session().actions().run(migrating(103), plan, {}));
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QCOMPARE(outcome.error->kind, ErrorKind::Stale);
}

void TstLabFault::emptyingStopsBetweenTwoGuests()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    Verb verb;
    verb.kind = VerbKind::EmptyNode;
    verb.node = NodeName(u"node1"_s);
    const Planner emptying
        = [verb](const ClusterSnapshot &now) { return planEmptyNode(verb, now); };
    const ActionPlan plan = emptying(*lab.snapshot());
    QCOMPARE(int(plan.steps.size()), 3); // 100 and 101
    const ActionRunPtr run = lab.session().actions().run(emptying, plan, {});
    QVERIFY(OpenLab::within(120'000, [&] { return run->step() == 1; }));
    QVERIFY(run->cancellable());
    run->cancel();
    const Outcome outcome = outcomeOf(run);
    QCOMPARE(outcome.kind, OutcomeKind::Cancelled);
    QCOMPARE(outcome.step, 2);
    QVERIFY(lab.lab({u"status"_s}));
    QVERIFY2(lab.said().contains("100     running node2"), lab.said().constData());
    QVERIFY2(lab.said().contains("101     running node1"), lab.said().constData());
}

void TstLabFault::theLinkWasLostBefore()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const ActionPlan plan = migrating(103)(*lab.snapshot());
    QVERIFY(!plan.blocked());
    QVERIFY2(lab.lab({u"do"_s, u"hang-sshd"_s, u"node2"_s}), lab.said().constData());
    const Outcome outcome = outcomeOf(lab.session().actions().run(migrating(103), plan, {}));
    QCOMPARE(outcome.kind, OutcomeKind::Refused); // nothing was sent
    QVERIFY(lab.lab({u"status"_s}) && lab.said().contains("103     running node2"));
}

void TstLabFault::theLinkIsLostOnTheWay()
{
    OpenLab lab;
    QVERIFY2(lab.up(20, 1), lab.said().constData()); // slow enough to be in its middle
    QVERIFY(lab.settled());
    const ActionPlan plan = migrating(103)(*lab.snapshot());
    const ActionRunPtr run = lab.session().actions().run(migrating(103), plan, {});
    QVERIFY(OpenLab::within(120'000, [&] { return run->step() == 1; }));
    QVERIFY(!run->cancellable());
    QVERIFY2(lab.lab({u"power-cut"_s, u"node2"_s}), lab.said().constData()); // its source
    const Outcome outcome = outcomeOf(run);
    QVERIFY2(outcome.kind == OutcomeKind::NotConfirmed || outcome.kind == OutcomeKind::Failed,
             qPrintable(QString::number(int(outcome.kind))));
    QVERIFY(outcome.error.has_value());
}

BINOME_TEST(TstLabFault)
#include "tst_labfault.moc"
