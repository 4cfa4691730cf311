// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/health.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;
using namespace Sample;

class TstHealth : public QObject
{
    Q_OBJECT
private slots:
    void healthyClusterIsGreenWithEvidence();
    void nextFailureIsNotPretended();
    void nobodyAnsweringIsUnknownNotDown();
    void stoppedHaGuestIsBad();
    void disabledHaGuestNeedsNotRun();
    void guestOfASilentOwnerIsUnknown();
    void guestOutsideHaOnASilentNodeIsNoGreen();
    void severalGuestsOfASilentNodeAreAllNamed();
    void severalStoppedGuestsAreAllNamed();
    void stoppedGuestThatStartsAtBootIsBad();
    void stoppedGuestOutsideHaIsSomebodysWish();
    void bootSettingCountsFromNodesThatAnswerOnly();
    void guestOnBothNodesOutranksEverything();
    void migratingGuestMayHaveTwoProcesses();
    void frozenGuestIsAWarning();
    void lostQuorumIsBad();
    void resyncNamesTheSideBehind();
    void bothSidesWroteIsDiverged();
    void dualPrimaryApartIsBadEvenWithoutWrites();
    void provenSplitBrainStaysBadWhenTheOtherSideIsSilent();
    void aLoneSideWithoutProofIsAWarning();
    void secondaryApartIsBehind();
    void standAloneBesideUpToDateIsNeverGreen_data();
    void standAloneBesideUpToDateIsNeverGreen();
    void disklessIsBad();
    void sidesThatDisagreeAreTold();
    void halfSeenReplicationIsUnknown();
    void differingConfigurationIsAFinding();
    void lampsTellUnknownFromDown();
    void bmcSeenOffMakesTheLampBad();
    void iscsiIsJudgedByTheVote();
    void closedBmcNetworkIsNotRed();
};

void TstHealth::healthyClusterIsGreenWithEvidence()
{
    const Health health = healthOf(healthy());
    QCOMPARE(health.service.state, VerdictState::Ok);
    QCOMPARE(rendered(health.service.headline), QStringLiteral("3 of 3 guest(s) run"));
    QVERIFY(!health.service.evidence.isEmpty());
    QCOMPARE(health.data.state, VerdictState::Ok);
    QVERIFY(!health.data.evidence.isEmpty());
}

void TstHealth::nextFailureIsNotPretended()
{
    QCOMPARE(healthOf(healthy()).nextFailure.state, VerdictState::Unknown);
}

void TstHealth::nobodyAnsweringIsUnknownNotDown()
{
    ClusterSnapshot s = healthy();
    silence(s, 1);
    silence(s, 2);
    const Health health = healthOf(s);
    QCOMPARE(health.service.state, VerdictState::Unknown);
    QCOMPARE(health.data.state, VerdictState::Unknown);
}

void TstHealth::stoppedHaGuestIsBad()
{
    ClusterSnapshot s = healthy();
    s.machines[node(1)].running.value->ids = {100};
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Bad);
    QVERIFY(rendered(verdict.headline).contains(QStringLiteral("101")));
}

void TstHealth::disabledHaGuestNeedsNotRun()
{
    ClusterSnapshot s = healthy();
    s.machines[node(1)].running.value->ids = {100};
    for (const int id : {1, 2})
        s.machines[node(id)].ha.value->services[1].state = ServiceState::Disabled;
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Ok);
    QCOMPARE(rendered(verdict.headline), QStringLiteral("2 of 2 guest(s) run"));
}

void TstHealth::guestOfASilentOwnerIsUnknown()
{
    ClusterSnapshot s = healthy();
    silence(s, 2); // clustat on node1 still says started on node2 until fencing ends
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Unknown);
    QVERIFY(rendered(verdict.reason).contains(QStringLiteral("owner lost")));
}

void TstHealth::guestOutsideHaOnASilentNodeIsNoGreen()
{
    ClusterSnapshot s = healthy();
    for (const int id : {1, 2}) { // everything under HA has moved to node1
        s.machines[node(id)].ha.value->services[2].owner = node(1);
        s.machines[node(id)].placements.value->append({103, node(2), false});
    }
    s.machines[node(1)].running.value->ids = {100, 101, 102};
    silence(s, 2);
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Unknown);
    QVERIFY(rendered(verdict.headline).contains(QStringLiteral("103")));
}

void TstHealth::severalGuestsOfASilentNodeAreAllNamed()
{
    ClusterSnapshot s = healthy();
    for (const int id : {1, 2})
        s.machines[node(id)].placements.value->append({103, node(2), false});
    silence(s, 2);
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Unknown);
    QCOMPARE(rendered(verdict.headline), QStringLiteral("Not known whether 2 guest(s) run"));
    QCOMPARE(rendered(verdict.reason), QStringLiteral("102, 103"));
}

void TstHealth::severalStoppedGuestsAreAllNamed()
{
    ClusterSnapshot s = healthy();
    s.machines[node(1)].running.value->ids = {};
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Bad);
    QCOMPARE(rendered(verdict.headline), QStringLiteral("2 guest(s) do not run"));
    QCOMPARE(rendered(verdict.reason), QStringLiteral("100, 101"));
}

// A guest outside HA that has no process anywhere.
static ClusterSnapshot withStopped103()
{
    ClusterSnapshot s = healthy();
    for (const int id : {1, 2})
        s.machines[node(id)].placements.value->append({103, node(2), false});
    return s;
}

void TstHealth::stoppedGuestThatStartsAtBootIsBad()
{
    ClusterSnapshot s = withStopped103();
    s.machines[node(1)].bootGuests = told(node(1), "boot-guests", BootGuests{{103}});
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Bad);
    QVERIFY(rendered(verdict.headline).contains(QStringLiteral("103")));
}

void TstHealth::stoppedGuestOutsideHaIsSomebodysWish()
{
    ClusterSnapshot s = withStopped103();
    s.machines[node(1)].bootGuests = told(node(1), "boot-guests", BootGuests{{}});
    QCOMPARE(healthOf(s).service.state, VerdictState::Ok);
}

void TstHealth::bootSettingCountsFromNodesThatAnswerOnly()
{
    ClusterSnapshot s = withStopped103();
    s.machines[node(2)].bootGuests = told(node(2), "boot-guests", BootGuests{{103}});
    QVERIFY(shouldRun(guestsOf(s).last()));
    silence(s, 2);
    QVERIFY(!shouldRun(guestsOf(s).last()));
}

void TstHealth::guestOnBothNodesOutranksEverything()
{
    ClusterSnapshot s = healthy();
    s.machines[node(2)].running.value->ids = {100, 102};
    s.machines[node(1)].running.value->ids = {100}; // 101 is down as well
    const Verdict verdict = healthOf(s).service;
    QCOMPARE(verdict.state, VerdictState::Bad);
    QVERIFY(rendered(verdict.headline).contains(QStringLiteral("both nodes")));
}

void TstHealth::migratingGuestMayHaveTwoProcesses()
{
    ClusterSnapshot s = healthy();
    s.machines[node(2)].running.value->ids = {100, 102};
    for (const int id : {1, 2})
        s.machines[node(id)].ha.value->services[0].state = ServiceState::Migrating;
    QCOMPARE(healthOf(s).service.state, VerdictState::Ok);
}

void TstHealth::frozenGuestIsAWarning()
{
    ClusterSnapshot s = healthy();
    for (const int id : {1, 2})
        s.machines[node(id)].ha.value->services[0].frozen = true;
    QCOMPARE(healthOf(s).service.state, VerdictState::Warning);
}

void TstHealth::lostQuorumIsBad()
{
    ClusterSnapshot s = healthy();
    s.machines[node(1)].quorum.value->quorate = false;
    QCOMPARE(healthOf(s).service.state, VerdictState::Bad);
}

void TstHealth::resyncNamesTheSideBehind()
{
    ClusterSnapshot s = healthy();
    const SyncProgress progress{SyncKind::Resync,          85.2,
                                Bytes{13'314'398'618},     Bytes{90'000'000'000},
                                std::chrono::seconds(300), Bytes{44'000'000}};
    drbd(s, 1, 1).peers[0]
        = {node(2), DrbdConnection::SyncSource, Role::Primary, DiskState::Inconsistent, progress};
    drbd(s, 2, 1).peers[0]
        = {node(1), DrbdConnection::SyncTarget, Role::Primary, DiskState::UpToDate, progress};
    drbd(s, 2, 1).disk = DiskState::Inconsistent;
    const Verdict verdict = healthOf(s).data;
    QCOMPARE(verdict.state, VerdictState::Warning);
    QCOMPARE(rendered(verdict.headline, QLocale::c()),
             QStringLiteral("r1: node2 is 12.4 GiB behind"));
    const ReplicationView view = replicationOf(s).first();
    QCOMPARE(view.source, std::optional(node(1)));
    QCOMPARE(view.target, std::optional(node(2)));
}

static void part(ClusterSnapshot &s, DrbdConnection connection, qint64 oos1, qint64 oos2)
{
    for (const int id : {1, 2}) {
        DrbdResource &side = drbd(s, id, 2);
        side.peers[0].connection = connection;
        side.peers[0].role = Role::Unknown;
        side.peers[0].disk = DiskState::DUnknown;
        side.counters.outOfSync = Bytes{id == 1 ? oos1 : oos2};
    }
}

void TstHealth::bothSidesWroteIsDiverged()
{
    ClusterSnapshot s = healthy();
    part(s, DrbdConnection::StandAlone, 1024 * 1024, 2048);
    const Verdict verdict = healthOf(s).data;
    QCOMPARE(verdict.state, VerdictState::Bad);
    QCOMPARE(rendered(verdict.headline, QLocale::c()),
             QStringLiteral("r2: diverged: 1.0 MiB only on node1, 2.0 KiB only on node2"));
}

void TstHealth::dualPrimaryApartIsBadEvenWithoutWrites()
{
    ClusterSnapshot s = healthy();
    part(s, DrbdConnection::WFConnection, 0, 4096);
    const Verdict verdict = healthOf(s).data;
    QCOMPARE(verdict.state, VerdictState::Bad);
    QVERIFY(!rendered(verdict.headline).contains(QStringLiteral("behind")));
}

void TstHealth::provenSplitBrainStaysBadWhenTheOtherSideIsSilent()
{
    ClusterSnapshot s = healthy();
    part(s, DrbdConnection::StandAlone, 4096, 8192);
    DrbdLogEntry line;
    line.kind = DrbdLogKind::SplitBrain;
    line.minor = 2;
    s.machines[node(1)].drbdLog = told(node(1), "drbd-log", DrbdLog{{line}});
    silence(s, 2);
    const Verdict verdict = healthOf(s).data;
    QCOMPARE(verdict.state, VerdictState::Bad);
    QCOMPARE(rendered(verdict.headline, QLocale::c()),
             QStringLiteral("r2: split brain: 4.0 KiB only on node1, node2 does not answer"));
}

void TstHealth::aLoneSideWithoutProofIsAWarning()
{
    ClusterSnapshot s = healthy();
    part(s, DrbdConnection::StandAlone, 0, 8192);
    silence(s, 2);
    const Verdict verdict = healthOf(s).data;
    QCOMPARE(verdict.state, VerdictState::Warning);
    QCOMPARE(rendered(verdict.headline, QLocale::c()),
             QStringLiteral("r2: not replicating, node2 does not answer"));
}

void TstHealth::secondaryApartIsBehind()
{
    ClusterSnapshot s = healthy();
    part(s, DrbdConnection::WFConnection, 4096, 0);
    drbd(s, 2, 2).role = Role::Secondary;
    const Verdict verdict = healthOf(s).data;
    QCOMPARE(verdict.state, VerdictState::Warning);
    QVERIFY(rendered(verdict.headline).contains(QStringLiteral("node2 is 4.0 KiB behind")));
}

void TstHealth::standAloneBesideUpToDateIsNeverGreen_data()
{
    QTest::addColumn<int>("connection");
    QTest::newRow("StandAlone") << int(DrbdConnection::StandAlone);
    QTest::newRow("WFConnection") << int(DrbdConnection::WFConnection);
    QTest::newRow("WFReportParams") << int(DrbdConnection::WFReportParams);
    QTest::newRow("a word of no release") << int(DrbdConnection::Unknown);
}

void TstHealth::standAloneBesideUpToDateIsNeverGreen()
{
    QFETCH(int, connection);
    ClusterSnapshot s = healthy();
    part(s, DrbdConnection(connection), 0, 0);
    QVERIFY(healthOf(s).data.state != VerdictState::Ok);
}

void TstHealth::disklessIsBad()
{
    ClusterSnapshot s = healthy();
    drbd(s, 1, 1).disk = DiskState::Diskless;
    QCOMPARE(healthOf(s).data.state, VerdictState::Bad);
}

void TstHealth::sidesThatDisagreeAreTold()
{
    ClusterSnapshot s = healthy();
    drbd(s, 1, 1).peers[0].connection = DrbdConnection::WFConnection;
    const Verdict verdict = healthOf(s).data;
    QCOMPARE(verdict.state, VerdictState::Warning);
    QVERIFY(rendered(verdict.headline).contains(QStringLiteral("disagree")));
}

void TstHealth::halfSeenReplicationIsUnknown()
{
    ClusterSnapshot s = healthy();
    silence(s, 2); // DRBD says Connected for 3 to 11 s after a cut
    QCOMPARE(healthOf(s).data.state, VerdictState::Unknown);
}

void TstHealth::differingConfigurationIsAFinding()
{
    ClusterSnapshot s = healthy();
    s.machines[node(1)].configFile = told(node(1), "sum", ConfigFile{"aa"});
    s.machines[node(2)].configFile = told(node(2), "sum", ConfigFile{"bb"});
    const QList<Finding> findings = healthOf(s).findings;
    QVERIFY(!findings.isEmpty());
    QCOMPARE(findings.first().id, QStringLiteral("C15"));
}

void TstHealth::lampsTellUnknownFromDown()
{
    ClusterSnapshot s = healthy();
    QCOMPARE(stateOf(s.machines[node(2)], s), VerdictState::Ok);
    silence(s, 2);
    QCOMPARE(stateOf(s.machines[node(2)], s), VerdictState::Unknown);
}

void TstHealth::bmcSeenOffMakesTheLampBad()
{
    ClusterSnapshot s = healthy();
    silence(s, 2);
    s = applied(s, Patch{node(2), Workstation{}, {BmcFact{{BmcState{PowerState::Off}, {}, {}}}}});
    QCOMPARE(stateOf(s.machines[node(2)], s), VerdictState::Bad);
}

void TstHealth::iscsiIsJudgedByTheVote()
{
    ClusterSnapshot s = healthy();
    const auto iscsi = [&s] {
        for (const Link &link : s.links) {
            if (link.kind == LinkKind::Iscsi && link.a == node(1))
                return link;
        }
        return Link();
    };
    QCOMPARE(stateOf(iscsi(), s), VerdictState::Ok);
    s.machines[node(1)].quorum.value->quorumDeviceVotes.reset();
    s = applied(s, QList<Patch>());
    QCOMPARE(stateOf(iscsi(), s), VerdictState::Bad);
}

void TstHealth::closedBmcNetworkIsNotRed()
{
    const Error unreachable{ErrorKind::Unreachable, message("no answer"), {}};
    ClusterSnapshot s
        = applied(healthy(), Patch{node(1), Workstation{}, {BmcFact{{{}, unreachable, {}}}}});
    const auto ipmi = [&s] {
        for (const Link &link : s.links) {
            if (link.kind == LinkKind::Ipmi)
                return link;
        }
        return Link();
    };
    QCOMPARE(stateOf(ipmi(), s), VerdictState::Unknown);
    s = applied(s, Patch{node(1), Workstation{}, {BmcFact{{BmcState{PowerState::On}, {}, {}}}}});
    s = applied(s, Patch{node(1), Workstation{}, {BmcFact{{{}, unreachable, {}}}}});
    QCOMPARE(stateOf(ipmi(), s), VerdictState::Bad); // it worked before
}

BINOME_TEST(TstHealth)
#include "tst_health.moc"
