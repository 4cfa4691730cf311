// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/haplan.h"
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
Verb of(VerbKind kind, int vmid, int target = 0)
{
    Verb verb;
    verb.kind = kind;
    verb.vmid = vmid;
    if (target)
        verb.target = node(target);
    return verb;
}

// rgmanager runs on both nodes; 103 is a guest of node2 outside HA.
ClusterSnapshot ready()
{
    ClusterSnapshot s = whole();
    for (const int by : {1, 2}) {
        for (const int id : {1, 2}) {
            ClustatNode one;
            one.name = node(id);
            one.online = one.rgmanager = true;
            s.machines[node(by)].ha.value->nodes << one;
        }
        *s.machines[node(by)].placements.value << VmPlacement{103, node(2), false};
    }
    s.machines[node(2)].running.value->ids << 103;
    return s;
}

void setService(ClusterSnapshot &s, int vmid, ServiceState state, int owner)
{
    for (const int by : {1, 2}) {
        for (HaService &service : s.machines[node(by)].ha.value->services) {
            if (vmidOf(service.name) != vmid)
                continue;
            service.state = state;
            service.owner = owner ? std::optional(node(owner)) : std::nullopt;
        }
    }
}

ClusterSnapshot failed100()
{
    ClusterSnapshot s = ready();
    setService(s, 100, ServiceState::Failed, 0);
    s.machines[node(1)].running.value->ids.removeAll(100);
    return s;
}

bool runs(const FakeShell &shell, int vmid, int id)
{
    return shell.picture.machines[node(id)].running.value->ids.contains(vmid);
}
} // namespace

class TstHaPlan : public QObject
{
    Q_OBJECT
private slots:
    void aPlainGuestIsStoppedAndStarted();
    void whatRgmanagerRunsIsNotStoppedBehindItsBack();
    void aResetIsAllowedUnderHaAndAsksWhy();
    void aServiceIsDisabledAndEnabled();
    void relocatingNamesTheOutage();
    void freezingIsSeenAndUndone();
    void failedIsProvenDisabledAndEnabled();
    void failedWithAProcessLeftIsBlocked();
    void whatRgmanagerGaveUpMayBeEndedByHand();
    void failedWithASilentNodeIsBlocked();
    void aProcessThatAppearsStopsTheRecovery();
    void refusals_data();
    void refusals();
    void refusalOfRgmanagerIsExplained();
};

void TstHaPlan::aPlainGuestIsStoppedAndStarted()
{
    FakeShell shell(ready());
    const ActionPlan stop = planGuest(of(VerbKind::StopGuest, 103), shell.picture);
    QVERIFY2(!stop.blocked(), words(stop).constData());
    QCOMPARE(stop.confirmation, (Confirmation{ConfirmationKind::TypeName, u"103"_s, true}));
    QCOMPARE(previews(stop), QStringList{u"qm stop 103"_s});
    QVERIFY(runPlan(stop, shell).done());
    QVERIFY(!runs(shell, 103, 2));
    const ActionPlan start = planGuest(of(VerbKind::StartGuest, 103), shell.picture);
    QVERIFY2(!start.blocked(), words(start).constData());
    QVERIFY(runPlan(start, shell).done());
    QVERIFY(runs(shell, 103, 2));
}

void TstHaPlan::whatRgmanagerRunsIsNotStoppedBehindItsBack()
{
    for (const VerbKind kind :
         {VerbKind::StartGuest, VerbKind::ShutdownGuest, VerbKind::StopGuest}) {
        const ActionPlan plan = planGuest(of(kind, 100), ready());
        QVERIFY(has(plan, Severity::Blocker, "guest.managed"));
        QVERIFY(plan.steps.empty());
    }
}

void TstHaPlan::aResetIsAllowedUnderHaAndAsksWhy()
{
    const ActionPlan plan = planGuest(of(VerbKind::ResetGuest, 100), ready());
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QVERIFY(plan.confirmation.reason);
    QCOMPARE(previews(plan), QStringList{u"qm reset 100"_s});
}

void TstHaPlan::aServiceIsDisabledAndEnabled()
{
    FakeShell shell(ready());
    const ActionPlan off = planService(of(VerbKind::DisableService, 100), shell.picture);
    QVERIFY2(!off.blocked(), words(off).constData());
    QVERIFY(has(off, Severity::Warning, "service.outage"));
    QVERIFY(runPlan(off, shell).done());
    QVERIFY(!runs(shell, 100, 1));
    const ActionPlan on = planService(of(VerbKind::EnableService, 100, 2), shell.picture);
    QVERIFY2(!on.blocked(), words(on).constData());
    QCOMPARE(previews(on), QStringList{u"clusvcadm -e pvevm:100 -m node2"_s});
    QVERIFY(runPlan(on, shell).done());
    QVERIFY(runs(shell, 100, 2));
}

void TstHaPlan::relocatingNamesTheOutage()
{
    FakeShell shell(ready());
    const ActionPlan plan = planService(of(VerbKind::Relocate, 100), shell.picture);
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QVERIFY(has(plan, Severity::Warning, "service.outage"));
    QCOMPARE(previews(plan), QStringList{u"clusvcadm -r pvevm:100 -m node2"_s});
    QVERIFY(runPlan(plan, shell).done());
    QVERIFY(runs(shell, 100, 2));
}

void TstHaPlan::freezingIsSeenAndUndone()
{
    FakeShell shell(ready());
    const ActionPlan freeze = planService(of(VerbKind::FreezeService, 101), shell.picture);
    QVERIFY(has(freeze, Severity::Warning, "service.unprotected"));
    QVERIFY(runPlan(freeze, shell).done());
    const ActionPlan disable = planService(of(VerbKind::DisableService, 101), shell.picture);
    QVERIFY(has(disable, Severity::Blocker, "service.frozen"));
    QVERIFY(runPlan(planService(of(VerbKind::ThawService, 101), shell.picture), shell).done());
    QVERIFY(!planService(of(VerbKind::DisableService, 101), shell.picture).blocked());
}

void TstHaPlan::failedIsProvenDisabledAndEnabled()
{
    FakeShell shell(failed100());
    const ActionPlan plan = planService(of(VerbKind::RecoverService, 100), shell.picture);
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QCOMPARE(previews(plan).mid(1),
             QStringList({u"clusvcadm -d pvevm:100"_s, u"clusvcadm -e pvevm:100 -m node1"_s}));
    QVERIFY(runPlan(plan, shell).done());
    QVERIFY(runs(shell, 100, 1));
}

void TstHaPlan::failedWithAProcessLeftIsBlocked()
{
    ClusterSnapshot s = failed100();
    s.machines[node(2)].running.value->ids << 100;
    const ActionPlan plan = planService(of(VerbKind::RecoverService, 100), s);
    QVERIFY(has(plan, Severity::Blocker, "guest.runs"));
    QVERIFY(plan.steps.empty());
}

void TstHaPlan::whatRgmanagerGaveUpMayBeEndedByHand()
{
    ClusterSnapshot s = failed100();
    s.machines[node(1)].running.value->ids << 100;
    QVERIFY(!planGuest(of(VerbKind::StopGuest, 100), s).blocked());
    QVERIFY(planGuest(of(VerbKind::StartGuest, 100), failed100()).blocked());
}

void TstHaPlan::failedWithASilentNodeIsBlocked()
{
    ClusterSnapshot s = failed100();
    silence(s, 2);
    QVERIFY(
        has(planService(of(VerbKind::RecoverService, 100), s), Severity::Blocker, "guest.unknown"));
}

void TstHaPlan::aProcessThatAppearsStopsTheRecovery()
{
    FakeShell shell(failed100());
    const ActionPlan plan = planService(of(VerbKind::RecoverService, 100), shell.picture);
    shell.picture.machines[node(2)].running.value->ids << 100;
    const FakeRun run = runPlan(plan, shell);
    QCOMPARE(run.step, 0);
    QVERIFY(shell.sent.isEmpty());
}

void TstHaPlan::refusals_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("vmid");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, VerbKind kind, int vmid, const char *finding) {
        QTest::newRow(name) << int(kind) << vmid << QString::fromLatin1(finding);
    };
    row("no such guest", VerbKind::DisableService, 999, "guest.none");
    row("not under HA", VerbKind::DisableService, 103, "service.none");
    row("enable what runs", VerbKind::EnableService, 100, "service.state");
    row("recover what is well", VerbKind::RecoverService, 100, "service.state");
    row("thaw what is not frozen", VerbKind::ThawService, 100, "service.frozen");
    row("start what runs", VerbKind::StartGuest, 103, "guest.runs");
}

void TstHaPlan::refusals()
{
    QFETCH(int, kind);
    QFETCH(int, vmid);
    QFETCH(QString, finding);
    const Verb verb = of(VerbKind(kind), vmid);
    const ActionPlan plan
        = verb.kind == VerbKind::StartGuest ? planGuest(verb, ready()) : planService(verb, ready());
    QVERIFY2(has(plan, Severity::Blocker, finding.toLatin1().constData()), words(plan).constData());
    QVERIFY(plan.steps.empty());
}

void TstHaPlan::refusalOfRgmanagerIsExplained()
{
    FakeShell shell(ready());
    CommandOutput refused;
    refused.exitCode = 245;
    shell.answers[u"clusvcadm -R pvevm:100"_s] = refused;
    const FakeRun run
        = runPlan(planService(of(VerbKind::RestartService, 100), shell.picture), shell);
    QCOMPARE(run.step, 0);
    QVERIFY(logText(run.error->what).contains(u"frozen"_s));
}

BINOME_TEST(TstHaPlan)
#include "tst_haplan.moc"
