// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"
#include "core/action/preflight.h"
#include "tests/fakecluster/fakeshell.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const NodeName node2(u"node2"_s);

ClusterConfig configuration(const QString &action)
{
    ClusterConfig conf;
    for (const NodeName &name : {node1, node2}) {
        ConfiguredNode node;
        node.name = name;
        node.methods = {{u"ipmi"_s, {{u"ipmi-"_s + name.text(), {}}}}};
        conf.nodes << node;
        FenceDevice device;
        device.name = u"ipmi-"_s + name.text();
        device.action = action;
        conf.fenceDevices << device;
    }
    return conf;
}

DrbdResource resource(DiskState here, DiskState there, DrbdConnection connection)
{
    DrbdResource side;
    side.name = ResourceName(u"r1"_s);
    side.minor = 1;
    side.role = Role::Primary;
    side.disk = here;
    DrbdPeer peer;
    peer.connection = connection;
    peer.role = Role::Primary;
    peer.disk = there;
    side.peers = {peer};
    return side;
}

Machine node(const NodeName &name)
{
    Machine machine;
    machine.name = name;
    machine.contact.state = ContactState::Connected;
    QuorumState quorum;
    quorum.quorate = true;
    quorum.totalVotes = 3;
    quorum.quorum = 2;
    quorum.nodeVotes = 1;
    machine.quorum.value = quorum;
    machine.members.value
        = Members{{node1, 1, MemberState::Member, 4, {}}, {node2, 2, MemberState::Member, 8, {}}};
    machine.fenceDomain.value = FenceDomain();
    machine.configuration.value = configuration({});
    DrbdStatus drbd;
    drbd.resources
        = {resource(DiskState::UpToDate, DiskState::UpToDate, DrbdConnection::Connected)};
    machine.drbd.value = drbd;
    machine.drbdNames.value = DrbdNames{{ResourceName(u"r1"_s), 1, {}}};
    return machine;
}

ClusterSnapshot healthy()
{
    ClusterSnapshot snapshot;
    snapshot.machines = {{node1, node(node1)}, {node2, node(node2)}};
    BmcState on;
    on.power = PowerState::On;
    for (Machine &machine : snapshot.machines)
        machine.bmc.insert(Workstation(), {on, std::nullopt, {}});
    return snapshot;
}

Verb verb(VerbKind kind)
{
    Verb verb;
    verb.kind = kind;
    verb.node = node2;
    return verb;
}

bool has(const ActionPlan &plan, const QString &id, Severity severity = Severity::Blocker)
{
    return std::any_of(plan.findings.cbegin(), plan.findings.cend(), [&](const Finding &finding) {
        return finding.id == id && finding.severity == severity;
    });
}

void part(ClusterSnapshot &snapshot, DiskState on1, DiskState on2, DrbdConnection connection)
{
    snapshot.machines[node1].drbd.value->resources = {resource(on1, on2, connection)};
    snapshot.machines[node2].drbd.value->resources = {resource(on2, on1, connection)};
}
} // namespace

class TstFencePlan : public QObject
{
    Q_OBJECT
private slots:
    void fencesFromTheNodeThatStays();
    void offDeviceIsPredictedAndSeenOff();
    void withoutQuorumAfterwardsItIsBlocked();
    void voteOfTheQuorumDiskCounts();
    void neverWhileAnotherIsFenced();
    void theVictimOfAFailingFenceIsSwitchedOffByItsBmc();
    void nobodyToTellIsBlocked();
    void onlyCopyIsBlockedUnlessItHangs();
    void sidesApartAreWarnedAbout();
    void noDeviceIsBlocked();
    void unknownNodeIsBlocked();
    void memberIsNeverSwitchedOff();
    void nodeThatLeftIsSwitchedOff();
    void nodeThatAnswersIsNotSwitchedOn();
    void switchingOnIsOneClick();
    void resetIsForANodeThatHangs();
    void resetIsVerifiedByTheBootThatFollows();
    void aLampIsNeverConfirmed();
    void theButtonIsSeenToSwitchItOff();
    void ordersGoThroughTheOtherNodeWhereTheyMust();
};

void TstFencePlan::fencesFromTheNodeThatStays()
{
    const ActionPlan plan = planFence(verb(VerbKind::Fence), healthy());
    QVERIFY(!plan.blocked());
    QCOMPARE(plan.touches, QList<NodeName>({node2, node1}));
    QCOMPARE(plan.confirmation, (Confirmation{ConfirmationKind::TypeName, u"node2"_s, true}));
    QCOMPARE(plan.steps.front().info.preview, u"fence_node node2"_s);
    QVERIFY(plan.steps.front().info.pointOfNoReturn);
    QVERIFY(has(plan, u"fence.reboots"_s, Severity::Note));
}

void TstFencePlan::offDeviceIsPredictedAndSeenOff()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node1].configuration.value = configuration(u"off"_s);
    const ActionPlan plan = planFence(verb(VerbKind::Fence), snapshot);
    QVERIFY(has(plan, u"fence.staysoff"_s, Severity::Note));
    QCOMPARE(plan.steps.back().info.preview, u"ipmi chassis power status"_s);
    QCOMPARE(plan.needs, UserRole::Operator);
}

void TstFencePlan::withoutQuorumAfterwardsItIsBlocked()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node1].quorum.value->totalVotes = 2; // the quorum disk is gone
    const ActionPlan plan = planFence(verb(VerbKind::Fence), snapshot);
    QVERIFY(has(plan, u"votes.lost"_s));
    QVERIFY(plan.steps.empty());
}

void TstFencePlan::voteOfTheQuorumDiskCounts()
{
    QCOMPARE(votesWithout(node2, healthy()), std::optional(VotesLeft{2, 2}));
    ClusterSnapshot snapshot = healthy(); // it left already: its vote is not taken twice
    (*snapshot.machines[node1].members.value)[1].state = MemberState::Dead;
    snapshot.machines[node1].quorum.value->totalVotes = 2;
    QCOMPARE(votesWithout(node2, snapshot), std::optional(VotesLeft{2, 2}));
}

void TstFencePlan::neverWhileAnotherIsFenced()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node1].fenceDomain.value->victimNow = 2;
    QVERIFY(has(planFence(verb(VerbKind::Fence), snapshot), u"fencing.now"_s));
    snapshot.machines[node1].fenceDomain = {};
    QVERIFY(
        has(planFence(verb(VerbKind::Fence), snapshot), u"fencing.unknown"_s, Severity::Warning));
}

void TstFencePlan::theVictimOfAFailingFenceIsSwitchedOffByItsBmc()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node2].contact.state = ContactState::Lost;
    (*snapshot.machines[node1].members.value)[1].state = MemberState::Dead;
    snapshot.machines[node1].quorum.value->totalVotes = 2;
    snapshot.machines[node1].fenceDomain.value->victimNow = 2;
    snapshot.machines[node1].fenceDomain.value->victimCount = 1;
    for (const VerbKind kind : {VerbKind::PowerReset, VerbKind::PowerOff}) { // reset before off
        const ActionPlan plan = planPower(verb(kind), snapshot);
        QVERIFY(!plan.blocked());
        QVERIFY(has(plan, u"fencing.victim"_s, Severity::Error));
        QCOMPARE(plan.needs, UserRole::Administrator);
        QVERIFY(plan.confirmation.reason);
    }
    // The cluster's own way stays shut meanwhile, and so does any while another is fenced.
    QVERIFY(planFence(verb(VerbKind::Fence), snapshot).blocked());
    snapshot.machines[node1].fenceDomain.value->victimNow = 3;
    QVERIFY(has(planPower(verb(VerbKind::PowerOff), snapshot), u"fencing.now"_s));
}

void TstFencePlan::nobodyToTellIsBlocked()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node1].quorum = {};
    QVERIFY(has(planFence(verb(VerbKind::Fence), snapshot), u"votes.unknown"_s));
    snapshot = healthy();
    snapshot.machines[node1].members.error = Error{ErrorKind::Timeout, message("late"), {}};
    QVERIFY(has(planFence(verb(VerbKind::Fence), snapshot), u"votes.unknown"_s));
}

void TstFencePlan::onlyCopyIsBlockedUnlessItHangs()
{
    ClusterSnapshot snapshot = healthy();
    part(snapshot, DiskState::Inconsistent, DiskState::UpToDate, DrbdConnection::SyncTarget);
    QVERIFY(has(planFence(verb(VerbKind::Fence), snapshot), u"copy.only"_s));
    snapshot.machines[node2].contact.state = ContactState::Silent;
    const ActionPlan hanging = planFence(verb(VerbKind::Fence), snapshot);
    QVERIFY(!hanging.blocked());
    QVERIFY(has(hanging, u"copy.only"_s, Severity::Error));
    QCOMPARE(hanging.needs, UserRole::Administrator);
    snapshot.machines[node1].configuration.value = configuration(u"off"_s);
    QVERIFY(has(planFence(verb(VerbKind::Fence), snapshot), u"copy.only"_s));
}

void TstFencePlan::sidesApartAreWarnedAbout()
{
    ClusterSnapshot snapshot = healthy();
    part(snapshot, DiskState::UpToDate, DiskState::UpToDate, DrbdConnection::StandAlone);
    const ActionPlan plan = planFence(verb(VerbKind::Fence), snapshot);
    QVERIFY(!plan.blocked());
    QVERIFY(has(plan, u"copy.apart"_s, Severity::Warning));
}

void TstFencePlan::noDeviceIsBlocked()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node1].configuration.value->nodes[1].methods.clear();
    QVERIFY(has(planFence(verb(VerbKind::Fence), snapshot), u"fence.device"_s));
}

void TstFencePlan::unknownNodeIsBlocked()
{
    Verb unknown = verb(VerbKind::Fence);
    unknown.node = NodeName(u"node3; reboot"_s);
    QVERIFY(has(planFence(unknown, healthy()), u"node.unknown"_s));
    QVERIFY(has(planPower(unknown, healthy()), u"node.unknown"_s));
}

void TstFencePlan::memberIsNeverSwitchedOff()
{
    QVERIFY(has(planPower(verb(VerbKind::PowerOff), healthy()), u"power.member"_s));
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node1].members = {};
    QVERIFY(has(planPower(verb(VerbKind::PowerOff), snapshot), u"power.member"_s));
}

void TstFencePlan::nodeThatLeftIsSwitchedOff()
{
    ClusterSnapshot snapshot = healthy();
    (*snapshot.machines[node1].members.value)[1].state = MemberState::NotInCluster;
    snapshot.machines[node1].quorum.value->totalVotes = 2;
    const ActionPlan plan = planPower(verb(VerbKind::PowerOff), snapshot);
    QVERIFY(!plan.blocked());
    QCOMPARE(plan.confirmation.expected, u"node2"_s);
    QVERIFY(plan.steps.front().info.pointOfNoReturn);
}

void TstFencePlan::nodeThatAnswersIsNotSwitchedOn()
{
    QVERIFY(has(planPower(verb(VerbKind::PowerOn), healthy()), u"power.on"_s));
}

void TstFencePlan::switchingOnIsOneClick()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node2].contact.state = ContactState::Lost;
    const ActionPlan plan = planPower(verb(VerbKind::PowerOn), snapshot);
    QVERIFY(!plan.blocked());
    QCOMPARE(plan.confirmation.kind, ConfirmationKind::OneClick);
}

void TstFencePlan::resetIsForANodeThatHangs()
{
    QVERIFY(has(planPower(verb(VerbKind::PowerReset), healthy()), u"power.answers"_s));
    ClusterSnapshot snapshot = healthy();
    part(snapshot, DiskState::Inconsistent, DiskState::UpToDate, DrbdConnection::SyncTarget);
    snapshot.machines[node2].contact.state = ContactState::Silent;
    const ActionPlan plan = planPower(verb(VerbKind::PowerReset), snapshot);
    QVERIFY(!plan.blocked());
    QVERIFY(has(plan, u"copy.only"_s, Severity::Error));
    QVERIFY(has(plan, u"power.fenced"_s, Severity::Warning));
    QCOMPARE(plan.needs, UserRole::Administrator);
    QVERIFY(plan.confirmation.reason);
    // Reset comes before off: that has no override.
    QVERIFY(has(planPower(verb(VerbKind::PowerOff), snapshot), u"copy.only"_s));
    snapshot.machines[node1].quorum.value->totalVotes = 2;
    QVERIFY(has(planPower(verb(VerbKind::PowerReset), snapshot), u"votes.lost"_s));
}

void TstFencePlan::resetIsVerifiedByTheBootThatFollows()
{
    ClusterSnapshot snapshot = healthy();
    snapshot.machines[node2].contact.state = ContactState::Silent;
    const ActionPlan plan = planPower(verb(VerbKind::PowerReset), snapshot);
    FakeShell shell(snapshot);
    QVERIFY(runPlan(plan, shell).done());
    QCOMPARE(shell.ordered, QStringList({u"node2 reset"_s}));
    FakeShell idle(snapshot); // the BMC accepts, and nothing happens
    idle.obeys = false;
    const FakeRun run = runPlan(plan, idle);
    QVERIFY(run.error);
    QCOMPARE(run.step, 1);
}

void TstFencePlan::aLampIsNeverConfirmed()
{
    const ActionPlan plan = planPower(verb(VerbKind::Identify), healthy());
    QVERIFY(!plan.blocked());
    QCOMPARE(plan.confirmation.kind, ConfirmationKind::OneClick);
    FakeShell shell(healthy());
    const FakeRun run = runPlan(plan, shell);
    QCOMPARE(shell.ordered, QStringList({u"node2 identify"_s}));
    QVERIFY(run.error);
    QCOMPARE(run.error->kind, ErrorKind::Stale);
}

void TstFencePlan::theButtonIsSeenToSwitchItOff()
{
    ClusterSnapshot snapshot = healthy();
    for (Machine &machine : snapshot.machines)
        machine.running.value = RunningGuests();
    const ActionPlan plan = planPower(verb(VerbKind::PowerSoft), snapshot);
    QVERIFY(!plan.blocked());
    QVERIFY(has(plan, u"power.acpi"_s, Severity::Warning));
    FakeShell shell(snapshot);
    QVERIFY(runPlan(plan, shell).done());
    FakeShell deaf(snapshot); // as a node with acpid off
    deaf.obeys = false;
    deaf.powers[node2] = PowerState::On;
    QVERIFY(runPlan(plan, deaf).error);
}

void TstFencePlan::ordersGoThroughTheOtherNodeWhereTheyMust()
{
    const auto lampOn = [](const ClusterSnapshot &snapshot) {
        FakeShell shell(snapshot);
        static_cast<void>(runPlan(planPower(verb(VerbKind::Identify), snapshot), shell));
        return shell.ordered.value(0);
    };
    ClusterSnapshot snapshot = healthy();
    Observed<BmcState> &own = snapshot.machines[node2].bmc[Workstation()];
    own.error = Error{ErrorKind::Refused, message("cipher refused"), {}};
    QCOMPARE(lampOn(snapshot), u"node2 identify through node1"_s);
    const ActionPlan plan = planPower(verb(VerbKind::Identify), snapshot);
    QVERIFY(has(plan, u"power.way"_s, Severity::Note));
    QCOMPARE(plan.steps.front().info.preview, u"node1# ipmitool chassis identify"_s);
    // That way failed, too: the own one is tried, with a warning.
    Observed<BmcState> other;
    other.error = own.error;
    snapshot.machines[node2].bmc.insert(node1, other);
    QCOMPARE(lampOn(snapshot), u"node2 identify"_s);
    QVERIFY(has(planPower(verb(VerbKind::Identify), snapshot), u"fence.path"_s, Severity::Warning));
    // A profile that keeps this workstation off the BMCs.
    snapshot.machines[node2].bmc.clear();
    QCOMPARE(lampOn(snapshot), u"node2 identify through node1"_s);
}

BINOME_TEST(TstFencePlan)
#include "tst_fenceplan.moc"
