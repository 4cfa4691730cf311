// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/haplan.h"
#include "core/action/migrateplan.h"
#include "core/action/nodeplan.h"
#include "tests/lab/ctlrun.h"
#include "tests/lab/midway.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
Planner migrating(int vmid)
{
    Verb verb;
    verb.kind = VerbKind::Migrate;
    verb.vmid = vmid;
    return [verb](const ClusterSnapshot &now) { return planMigrate(verb, now); };
}

Planner relocating(int vmid)
{
    Verb verb;
    verb.kind = VerbKind::Relocate;
    verb.vmid = vmid;
    return [verb](const ClusterSnapshot &now) { return planService(verb, now); };
}
} // namespace

// What goes wrong in the middle, and what is told of it then.
class TstLabFault : public QObject
{
    Q_OBJECT
private slots:
    void calledBackInTime();
    void calledBackTooLate();
    void twoConsolesAtOnce();
    void theGuestStoppedSinceThePlan();
    void emptyingStopsBetweenTwoGuests();
    void maintenanceStopsBetweenTwoGuests();
    void theServiceWasDisabledSinceThePlan();
    void theLinkWasLostBefore();
    void theLinkIsLostOnTheWay();
    void theLinkIsLostBeforeItIsCalledBack();
    void theLinkOfAServiceComesBack();
};

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
    MidwayConsole first(lab, {u"fence"_s, u"node2"_s});
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

// What was moved stays moved; the node stays in the cluster.
void TstLabFault::maintenanceStopsBetweenTwoGuests()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    Verb verb;
    verb.kind = VerbKind::Maintenance;
    verb.node = NodeName(u"node2"_s);
    const Planner leaving = [verb](const ClusterSnapshot &now) { return planNode(verb, now); };
    const ActionPlan plan = leaving(*lab.snapshot());
    QVERIFY(!plan.blocked());
    const ActionRunPtr run = lab.session().actions().run(leaving, plan, {u"node2"_s, u"a test"_s});
    QVERIFY(OpenLab::within(120'000, [&] { return run->step() == 1; }));
    QVERIFY(run->cancellable());
    run->cancel();
    const Outcome outcome = outcomeOf(run);
    QVERIFY2(outcome.kind == OutcomeKind::Cancelled, whyOf(outcome).constData());
    QCOMPARE(outcome.step, 2);
    QVERIFY(lab.lab({u"status"_s}));
    QVERIFY2(lab.said().contains("102     running node1"), lab.said().constData());
    QVERIFY2(lab.said().contains("103     running node2"), lab.said().constData());
    const auto members = lab.machine(u"node1"_s).members;
    QVERIFY(members.known());
    for (const Member &member : *members.value)
        QVERIFY(member.state == MemberState::Member);
}

void TstLabFault::theServiceWasDisabledSinceThePlan()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const ActionPlan plan = relocating(100)(*lab.snapshot());
    QVERIFY(!plan.blocked());
    QVERIFY2(lab.lab({u"do"_s, u"service-disable"_s, u"100"_s}), lab.said().constData());
    const Outcome outcome
        = outcomeOf(lab.session().actions().run(relocating(100), plan, {u"100"_s, {}}));
    QCOMPARE(outcome.kind, OutcomeKind::Refused);
    QCOMPARE(outcome.error->kind, ErrorKind::Stale);
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

// Whether it was called back in time cannot be told then, and is not.
void TstLabFault::theLinkIsLostBeforeItIsCalledBack()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    QVERIFY2(lab.lab({u"set"_s, u"migration-rate"_s, u"200"_s}), lab.said().constData());
    const ActionPlan plan = migrating(103)(*lab.snapshot());
    QVERIFY(!plan.blocked());
    const ActionRunPtr run = lab.session().actions().run(migrating(103), plan, {});
    QVERIFY(OpenLab::within(120'000, [&] { return run->recallable(); }));
    QVERIFY2(lab.lab({u"cut"_s, u"ssh:node2"_s}), lab.said().constData()); // its source
    run->recall();
    const Outcome outcome = outcomeOf(run);
    QVERIFY2(outcome.kind == OutcomeKind::NotConfirmed, whyOf(outcome).constData());
    QVERIFY(lab.lab({u"status"_s}) && lab.said().contains("103     running"));
}

void TstLabFault::theLinkOfAServiceComesBack()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const Planner planner = relocating(100);
    const ActionPlan plan = planner(*lab.snapshot());
    QVERIFY(!plan.blocked());
    const ActionRunPtr run = lab.session().actions().run(planner, plan, {u"100"_s, {}});
    bool sent = false;
    connect(run.get(), &ActionRun::output, this,
            [&](int, const QString &line) { sent = sent || line.contains(u"clusvcadm -r"); });
    QVERIFY(OpenLab::within(120'000, [&] { return sent; }));
    QVERIFY2(lab.lab({u"cut"_s, u"ssh:node1"_s}), lab.said().constData()); // where it was sent
    QVERIFY(OpenLab::within(60'000,
                            [&] { return lab.contact(u"node1"_s) != ContactState::Connected; }));
    QVERIFY(!run->outcome());
    QVERIFY2(lab.lab({u"heal"_s, u"ssh:node1"_s}), lab.said().constData());
    const Outcome outcome = outcomeOf(run);
    QVERIFY2(outcome.kind == OutcomeKind::Done, whyOf(outcome).constData());
    QVERIFY(lab.lab({u"status"_s}));
    QVERIFY2(lab.said().contains(QByteArray("100     booting node2"))
                 || lab.said().contains(QByteArray("100     running node2")),
             lab.said().constData());
}

BINOME_TEST(TstLabFault)
#include "tst_labfault.moc"
