// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/aftermath.h"
#include "core/action/rejoin.h"
#include "tests/fakecluster/fakeshell.h"
#include "tests/testmain.h"
#include "tests/unit/drbdsample.h"

#include <QTest>

using namespace Core;
using namespace Sample;
using namespace Testing;
using namespace Qt::StringLiterals;

// What is seen of the cluster after an action: a node that is back, and what one that was cut short
// left behind.
class TstRejoin : public QObject
{
    Q_OBJECT
private slots:
    void waitsUntilTheCopiesAreConnected();
    void aSideThatStandsAloneIsAnError();
    void copiesThatNeverConnectAreNamed();
    void aWishSurvivesTheJournal();
    void whatAGuestBecameIsLookedUp();
    void whatAFenceBecameIsLookedUp();
    void whatAnOverrideBecameIsLookedUp();
    void whatChangesSeveralThingsIsToldOfAll();
    void nothingIsClaimedOfASilentNode();
};

namespace
{
ClusterSnapshot apart(DrbdConnection how)
{
    ClusterSnapshot s = whole();
    part(s, 1, how, how);
    return s;
}

Verb migrating(int vmid)
{
    Verb verb;
    verb.kind = VerbKind::Migrate;
    verb.vmid = vmid;
    verb.target = node(2);
    return verb;
}
} // namespace

void TstRejoin::waitsUntilTheCopiesAreConnected()
{
    FakeShell shell(apart(DrbdConnection::WFConnection));
    shell.beforeLook = [](FakeShell &to) {
        if (to.looks == 3)
            to.picture = whole();
    };
    const Expected<void> seen = copiesStep(node(2), node(1)).verify(shell);
    QVERIFY2(seen, seen ? "" : qPrintable(logText(seen.error().what)));
    QCOMPARE(shell.looks, 3);
}

void TstRejoin::aSideThatStandsAloneIsAnError()
{
    FakeShell shell(apart(DrbdConnection::StandAlone));
    const Expected<void> seen = copiesStep(node(2), node(1)).verify(shell);
    QVERIFY(!seen);
    QVERIFY(logText(seen.error().what).contains(u"StandAlone"_s));
    QCOMPARE(shell.looks, 1);
}

void TstRejoin::copiesThatNeverConnectAreNamed()
{
    FakeShell shell(apart(DrbdConnection::WFConnection));
    shell.patience = 3;
    const Expected<void> seen = copiesStep(node(2), node(1)).verify(shell);
    QVERIFY(!seen);
    QVERIFY(logText(seen.error().what).contains(u"r1"_s));
}

void TstRejoin::aWishSurvivesTheJournal()
{
    QCOMPARE(wishFrom(wishJson(migrating(100))), std::optional(migrating(100)));
    Verb connect;
    connect.kind = VerbKind::Connect;
    QVERIFY(wishJson(connect).isEmpty());
    QVERIFY(!wishFrom({{u"verb"_s, u"abolish"_s}}));
}

void TstRejoin::whatAGuestBecameIsLookedUp()
{
    QCOMPARE(logText(aftermath(migrating(100), whole())),
             u"guest 100 runs on node1 (HA service: started)"_s);
    ClusterSnapshot s = whole();
    stopGuests(s, 1);
    QCOMPARE(logText(aftermath(migrating(100), s)),
             u"guest 100 runs nowhere (HA service: started)"_s);
}

void TstRejoin::whatAFenceBecameIsLookedUp()
{
    Verb fence;
    fence.kind = VerbKind::Fence;
    fence.node = node(2);
    QVERIFY(logText(aftermath(fence, whole())).contains(u"node2 is a member since"_s));
    ClusterSnapshot s = whole();
    (*s.machines[node(1)].members.value)[1].state = MemberState::Dead;
    QVERIFY(logText(aftermath(fence, s)).contains(u"node2 is no member"_s));
}

void TstRejoin::whatAnOverrideBecameIsLookedUp()
{
    Verb verb;
    verb.kind = VerbKind::AckFence;
    verb.node = node(2);
    QCOMPARE(wishFrom(wishJson(verb)), std::optional(verb));
    QVERIFY(logText(aftermath(verb, whole())).contains(u"node1 waits for no node"_s));
    ClusterSnapshot s = whole();
    s.machines[node(1)].fenceDomain.value->victimNow = 2;
    QVERIFY(logText(aftermath(verb, s)).contains(u"nothing was acknowledged"_s));
    silence(s, 1);
    QVERIFY(logText(aftermath(verb, s)).startsWith(u"no node tells"_s));
    verb.kind = VerbKind::LowerVotes;
    QCOMPARE(wishFrom(wishJson(verb)), std::optional(verb));
    s = whole();
    QVERIFY(logText(aftermath(verb, s)).contains(u"node2 has quorum"_s));
    s.machines[node(2)].quorum.value->quorate = false;
    QVERIFY(logText(aftermath(verb, s)).contains(u"node2 has no quorum"_s));
    silence(s, 2);
    QVERIFY(logText(aftermath(verb, s)).contains(u"does not tell"_s));
}

void TstRejoin::whatChangesSeveralThingsIsToldOfAll()
{
    Verb verb;
    verb.kind = VerbKind::Maintenance;
    verb.node = node(2);
    QString told = logText(aftermath(verb, whole()));
    QVERIFY2(told.contains(u"node2 is a member since"_s) && told.contains(u"on node2"_s),
             qPrintable(told));
    verb.kind = VerbKind::EndMaintenance;
    told = logText(aftermath(verb, whole()));
    QVERIFY2(told.contains(u"node2 is a member since"_s) && told.contains(u"rgmanager"_s),
             qPrintable(told));
    verb.kind = VerbKind::StopBoth;
    told = logText(aftermath(verb, whole()));
    QVERIFY2(told.contains(u"the BMC of node1"_s) && told.contains(u"the BMC of node2"_s),
             qPrintable(told));
}

void TstRejoin::nothingIsClaimedOfASilentNode()
{
    ClusterSnapshot s = whole();
    silence(s, 1);
    QVERIFY(logText(aftermath(migrating(100), s)).startsWith(u"not known"_s));
}

BINOME_TEST(TstRejoin)
#include "tst_rejoin.moc"
