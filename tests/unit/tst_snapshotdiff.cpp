// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/snapshotdiff.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;
using namespace Sample;

class TstSnapshotDiff : public QObject
{
    Q_OBJECT
private slots:
    void sameSnapshotGivesNoEvent();
    void countersGiveNoEvent();
    void silenceIsOneEventOfLostSight();
    void replicationLossNamesResourceAndStates();
    void guestMoveIsToldOnce();
    void quorumLossAndReturn();
    void memberLossIsToldByItsObserver();
    void fencingNamesTheVictim();
    void anErrorKeepsTheLastValueBesideIt();
    void resourcesGetTheirNamesFromTheMinors();
    void aPatchForAnUnknownMachineChangesNothing();
};

void TstSnapshotDiff::sameSnapshotGivesNoEvent()
{
    QVERIFY(diff(healthy(), healthy()).isEmpty());
}

void TstSnapshotDiff::countersGiveNoEvent()
{
    ClusterSnapshot after = healthy();
    drbd(after, 1, 1).counters.ns = 42;
    QVERIFY(after != healthy());
    QVERIFY(diff(healthy(), after).isEmpty());
}

void TstSnapshotDiff::silenceIsOneEventOfLostSight()
{
    ClusterSnapshot after = healthy();
    silence(after, 2);
    const QList<Event> events = diff(healthy(), after);
    QCOMPARE(events.first().kind, EventKind::Contact);
    QCOMPARE(events.first().severity, VerdictState::Unknown);
    QCOMPARE(events.first().machine, node(2));
}

void TstSnapshotDiff::replicationLossNamesResourceAndStates()
{
    ClusterSnapshot after = healthy();
    drbd(after, 1, 2).peers[0].connection = DrbdConnection::StandAlone;
    const QList<Event> events = diff(healthy(), after);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().subject, QStringLiteral("r2"));
    QCOMPARE(events.first().severity, VerdictState::Bad);
    QVERIFY(rendered(events.first().text).contains(QStringLiteral("StandAlone")));
}

void TstSnapshotDiff::guestMoveIsToldOnce()
{
    ClusterSnapshot after = healthy();
    after.machines[node(1)].running.value->ids = {101};
    after.machines[node(2)].running.value->ids = {100, 102};
    const QList<Event> events = diff(healthy(), after);
    QCOMPARE(events.size(), 1);
    QCOMPARE(rendered(events.first().text), QStringLiteral("guest 100 runs on node2"));
}

void TstSnapshotDiff::quorumLossAndReturn()
{
    ClusterSnapshot lost = healthy();
    lost.machines[node(1)].quorum.value->quorate = false;
    QCOMPARE(diff(healthy(), lost).value(0).severity, VerdictState::Bad);
    QCOMPARE(diff(lost, healthy()).value(0).severity, VerdictState::Ok);
}

void TstSnapshotDiff::memberLossIsToldByItsObserver()
{
    ClusterSnapshot after = healthy();
    (*after.machines[node(1)].members.value)[1].state = MemberState::Dead;
    const QList<Event> events = diff(healthy(), after);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().machine, node(1));
    QCOMPARE(events.first().subject, QStringLiteral("node2"));
}

void TstSnapshotDiff::fencingNamesTheVictim()
{
    ClusterSnapshot after = healthy();
    after.machines[node(1)].fenceDomain.value->victimNow = 2;
    const QList<Event> events = diff(healthy(), after);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events.first().kind, EventKind::Fencing);
    QVERIFY(rendered(events.first().text).contains(u'2'));
}

void TstSnapshotDiff::anErrorKeepsTheLastValueBesideIt()
{
    Observed<QuorumState> failed;
    failed.error = Error{ErrorKind::Timeout, message("late"), {}};
    const ClusterSnapshot after = applied(healthy(), Patch{node(1), node(1), {failed}});
    const Observed<QuorumState> &fact = after.machines[node(1)].quorum;
    QVERIFY(fact.value && fact.error && !fact.known());
}

void TstSnapshotDiff::resourcesGetTheirNamesFromTheMinors()
{
    ClusterSnapshot s = healthy();
    drbd(s, 1, 1).name = ResourceName();
    const DrbdNames names{{ResourceName(QStringLiteral("vm-data")), 1, QStringLiteral("10.0.1.1")}};
    s = applied(s, Patch{node(1), node(1), {told(node(1), "drbd-names", names)}});
    QCOMPARE(drbd(s, 1, 1).name, ResourceName(QStringLiteral("vm-data")));
    QCOMPARE(drbd(s, 1, 1).peers[0].node, node(2));
}

void TstSnapshotDiff::aPatchForAnUnknownMachineChangesNothing()
{
    const NodeName stranger(QStringLiteral("stranger"));
    const ClusterSnapshot s
        = applied(healthy(), Patch{stranger, stranger, {told(stranger, "uptime", Uptime{})}});
    QVERIFY(s == healthy());
}

BINOME_TEST(TstSnapshotDiff)
#include "tst_snapshotdiff.moc"
