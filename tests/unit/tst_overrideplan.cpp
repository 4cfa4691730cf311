// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/overrideplan.h"
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
const Observer byWorkstation{Workstation()};

void tellPower(ClusterSnapshot &s, PowerState power, const Observer &by = byWorkstation)
{
    s.machines[node(2)].bmc.insert(by, {BmcState{power}, std::nullopt, {}});
}

// node2 is silent, its BMC too; node1 tries to fence it.
ClusterSnapshot fencing()
{
    ClusterSnapshot s = whole();
    silence(s, 2);
    (*s.machines[node(1)].members.value)[1].state = MemberState::Dead;
    s.machines[node(1)].fenceDomain.value
        = FenceDomain{1, 1, 2, 1, FenceWait::Fencing, QList<int>{1}};
    part(s, 1, DrbdConnection::WFConnection, DrbdConnection::Unknown);
    part(s, 2, DrbdConnection::WFConnection, DrbdConnection::Unknown);
    return s;
}

// node2 is off, the quorum disk is gone: node1 is alone without quorum.
ClusterSnapshot alone()
{
    ClusterSnapshot s = fencing();
    s.machines[node(1)].quorum.value->quorate = false;
    s.machines[node(1)].quorum.value->totalVotes = 1;
    tellPower(s, PowerState::Off);
    return s;
}

ActionPlan ack(const ClusterSnapshot &s)
{
    return planAckFence(verb(VerbKind::Fence, 2), s);
}

ActionPlan lower(const ClusterSnapshot &s)
{
    return planLowerVotes(verb(VerbKind::StartCman, 1), s);
}
} // namespace

class TstOverridePlan : public QObject
{
    Q_OBJECT
private slots:
    void aDeadBmcNeedsTheWordOfAnAdministrator();
    void aBmcThatSaysOffIsReadTwiceFirst();
    void whatSpeaksAgainstTheAcknowledgement_data();
    void whatSpeaksAgainstTheAcknowledgement();
    void anOldWordOfADeadNodeProvesNothing();
    void staleCopiesAreSaid();
    void fencedThatDoesNotListenIsAFailure();
    void aNodeThatIsOnAfterAllEndsIt();
    void acknowledgedIsSeenByTheDomain();
    void oneHasQuorumAlone();
    void whatSpeaksAgainstLoweringTheVotes_data();
    void whatSpeaksAgainstLoweringTheVotes();
};

void TstOverridePlan::aDeadBmcNeedsTheWordOfAnAdministrator()
{
    const ActionPlan plan = ack(fencing());
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QVERIFY(has(plan, Severity::Error, "dead.attested"));
    QCOMPARE(plan.needs, UserRole::Administrator);
    QCOMPARE(plan.confirmation,
             (Confirmation{ConfirmationKind::TypeName, u"absolutely node2"_s, true}));
    QCOMPARE(previews(plan),
             QStringList{u"echo absolutely | timeout 120 fence_ack_manual node2"_s});
    QVERIFY(plan.steps.front().info.pointOfNoReturn);
    QCOMPARE(plan.touches, QList<NodeName>{node(1)});
}

void TstOverridePlan::aBmcThatSaysOffIsReadTwiceFirst()
{
    ClusterSnapshot s = fencing();
    tellPower(s, PowerState::Off);
    const ActionPlan plan = ack(s);
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QVERIFY(has(plan, Severity::Note, "dead.off"));
    QCOMPARE(plan.needs, UserRole::Administrator);
    QCOMPARE(plan.confirmation.expected, u"node2"_s);
    QCOMPARE(previews(plan).constFirst(), u"ipmi chassis power status"_s);
    QVERIFY(!plan.steps.front().info.pointOfNoReturn);
}

void TstOverridePlan::whatSpeaksAgainstTheAcknowledgement_data()
{
    using Change = std::function<void(ClusterSnapshot &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *finding, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(finding);
    };
    row("nobody fences it", "ack.victim",
        [](ClusterSnapshot &s) { s.machines[node(1)].fenceDomain.value->victimNow = 0; });
    row("another one is fenced", "ack.victim",
        [](ClusterSnapshot &s) { s.machines[node(1)].fenceDomain.value->victimNow = 1; });
    row("domain not told", "ack.victim",
        [](ClusterSnapshot &s) { s.machines[node(1)].fenceDomain = {}; });
    row("fenced waits for quorum", "ack.quorum", [](ClusterSnapshot &s) {
        s.machines[node(1)].fenceDomain.value->wait = FenceWait::Quorum;
    });
    row("its BMC says on", "dead.on", [](ClusterSnapshot &s) { tellPower(s, PowerState::On); });
    row("one says off, one on", "dead.on", [](ClusterSnapshot &s) {
        tellPower(s, PowerState::Off);
        tellPower(s, PowerState::On, node(1));
    });
    row("it answers", "dead.answers",
        [](ClusterSnapshot &s) { s.machines[node(2)].contact.state = ContactState::Connected; });
}

void TstOverridePlan::whatSpeaksAgainstTheAcknowledgement()
{
    QFETCH(std::function<void(ClusterSnapshot &)>, change);
    QFETCH(QString, finding);
    ClusterSnapshot s = fencing();
    change(s);
    const ActionPlan plan = ack(s);
    QVERIFY2(has(plan, Severity::Blocker, finding.toLatin1().constData()), words(plan).constData());
    QVERIFY(plan.steps.empty());
    QCOMPARE(plan.needs, UserRole::Administrator);
}

void TstOverridePlan::anOldWordOfADeadNodeProvesNothing()
{
    ClusterSnapshot s = fencing();
    tellPower(s, PowerState::Off, node(2));
    QVERIFY(has(ack(s), Severity::Error, "dead.attested"));
    s.machines[node(2)].bmc[byWorkstation]
        = {BmcState{PowerState::Off}, Error{ErrorKind::Timeout, message("late"), {}}, {}};
    QVERIFY(has(ack(s), Severity::Error, "dead.attested"));
}

void TstOverridePlan::staleCopiesAreSaid()
{
    QVERIFY(has(ack(fencing()), Severity::Warning, "copy.apart"));
    ClusterSnapshot s = fencing();
    drbd(s, 1, 1).disk = DiskState::Outdated;
    QVERIFY(has(ack(s), Severity::Error, "copy.only"));
}

void TstOverridePlan::fencedThatDoesNotListenIsAFailure()
{
    FakeShell shell(fencing());
    CommandOutput late;
    late.exitCode = 124;
    shell.answers[u"timeout 120 fence_ack_manual node2"_s] = late;
    const FakeRun run = runPlan(ack(fencing()), shell);
    QVERIFY(!run.done());
    QVERIFY2(logText(run.error->what).contains(u"did not listen"_s),
             qPrintable(logText(run.error->what)));
}

void TstOverridePlan::aNodeThatIsOnAfterAllEndsIt()
{
    ClusterSnapshot s = fencing();
    tellPower(s, PowerState::Off);
    FakeShell shell(s);
    shell.powers[node(2)] = PowerState::On;
    const FakeRun run = runPlan(ack(s), shell);
    QCOMPARE(run.step, 0);
    QVERIFY(shell.sent.isEmpty());
}

void TstOverridePlan::acknowledgedIsSeenByTheDomain()
{
    ClusterSnapshot s = fencing();
    tellPower(s, PowerState::Off);
    FakeShell shell(s);
    shell.powers[node(2)] = PowerState::Off;
    shell.answers[u"timeout 120 fence_ack_manual node2"_s] = CommandOutput{0, "Done\n", {}, {}};
    QVERIFY2(!runPlan(ack(s), shell).done(), "it is still a victim");
    shell.beforeLook
        = [](FakeShell &to) { to.picture.machines[node(1)].fenceDomain.value->victimNow = 0; };
    shell.patience *= 2; // of the second run
    QVERIFY(runPlan(ack(s), shell).done());
    QVERIFY(shell.sent.contains(u"node1# timeout 120 fence_ack_manual node2"_s));
}

void TstOverridePlan::oneHasQuorumAlone()
{
    const ActionPlan plan = lower(alone());
    QVERIFY2(!plan.blocked(), words(plan).constData());
    QCOMPARE(plan.needs, UserRole::Administrator);
    QCOMPARE(previews(plan), QStringList({u"ipmi chassis power status"_s, u"pvecm expected 1"_s}));
    FakeShell shell(alone());
    shell.powers[node(2)] = PowerState::Off;
    shell.answers[u"pvecm expected 1"_s] = CommandOutput{0, {}, {}, {}};
    shell.beforeCommand = [](FakeShell &to, const QString &) {
        to.picture.machines[node(1)].quorum.value->quorate = true;
    };
    QVERIFY(runPlan(plan, shell).done());
    ClusterSnapshot silentBmc = alone();
    silentBmc.machines[node(2)].bmc.clear();
    QCOMPARE(lower(silentBmc).confirmation.expected, u"absolutely node2"_s);
    QCOMPARE(previews(lower(silentBmc)), QStringList{u"pvecm expected 1"_s});
}

void TstOverridePlan::whatSpeaksAgainstLoweringTheVotes_data()
{
    using Change = std::function<void(ClusterSnapshot &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *finding, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(finding);
    };
    row("it has quorum", "votes.quorate",
        [](ClusterSnapshot &s) { s.machines[node(1)].quorum.value->quorate = true; });
    row("cman does not run", "votes.cman",
        [](ClusterSnapshot &s) { s.machines[node(1)].quorum = {}; });
    row("it is silent itself", "votes.cman", [](ClusterSnapshot &s) { silence(s, 1); });
    row("the other is on", "dead.on", [](ClusterSnapshot &s) { tellPower(s, PowerState::On); });
    row("the other answers", "dead.answers",
        [](ClusterSnapshot &s) { s.machines[node(2)].contact.state = ContactState::Connected; });
}

void TstOverridePlan::whatSpeaksAgainstLoweringTheVotes()
{
    QFETCH(std::function<void(ClusterSnapshot &)>, change);
    QFETCH(QString, finding);
    ClusterSnapshot s = alone();
    change(s);
    const ActionPlan plan = lower(s);
    QVERIFY2(has(plan, Severity::Blocker, finding.toLatin1().constData()), words(plan).constData());
    QVERIFY(plan.steps.empty());
}

BINOME_TEST(TstOverridePlan)
#include "tst_overrideplan.moc"
