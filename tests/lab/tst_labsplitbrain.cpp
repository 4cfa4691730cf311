// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/verifyrun.h"
#include "tests/lab/splitlab.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
constexpr int patience = labPatience;

Verb verb(VerbKind kind, const NodeName &node)
{
    Verb wish;
    wish.kind = kind;
    wish.node = node;
    wish.resource = r1;
    return wish;
}
} // namespace

// DRBD's actions and the split-brain assistant through real sshd on the simulated cluster; what was
// lost and what was kept is told by the laboratory, not by the nodes.
class TstLabSplitBrain : public QObject
{
    Q_OBJECT
private slots:
    void eachResourceIsRepairedFromItsOwnSide();
    void aGuestOfTheVictimIsSavedAndComesBack();
    void aLinkCutDuringTheResyncIsWaitedFor();
    void aVerificationFindsBlocksThatARepairCopies();

private:
    static Planner drbd(const Verb &wish)
    {
        return [wish](const ClusterSnapshot &now) { return planDrbd(wish, now); };
    }
};

void TstLabSplitBrain::eachResourceIsRepairedFromItsOwnSide()
{
    SplitLab lab;
    QVERIFY2(lab.quiet(), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"split-brain"_s, u"r1"_s, u"40960"_s, u"8192"_s}));
    QVERIFY(lab.lab({u"do"_s, u"split-brain"_s, u"r2"_s, u"4096"_s, u"20480"_s}));
    const auto first = lab.seen(r1);
    const auto second = lab.seen(r2);
    QVERIFY(first && second);
    QVERIFY2(first->proposed == node2, qPrintable(logText(first->why)));
    QVERIFY2(second->proposed == node1, qPrintable(logText(second->why)));
    QCOMPARE(first->sides[1].lost, std::optional(fromKiB(8192)));
    const QJsonArray kept1 = lab.marks(r1, node1);
    const QJsonArray kept2 = lab.marks(r2, node2);
    QVERIFY(!kept1.isEmpty() && lab.marks(r1, node2) != kept1);
    const ActionPlan plan = planSplitBrain({r1, node2, {}, {}}, *lab.snapshot());
    QVERIFY2(!plan.blocked(), told(plan).constData());
    DONE(lab.done(SplitLab::repair({r1, node2, {}, {}})));
    DONE(lab.done(SplitLab::repair({r2, node1, {}, {}})));
    QVERIFY2(lab.whole(r1) && lab.whole(r2), lab.said().constData());
    QCOMPARE(lab.marks(r1, node1), kept1);
    QCOMPARE(lab.marks(r1, node2), kept1);
    QCOMPARE(lab.marks(r2, node2), kept2);
    QCOMPARE(lab.marks(r2, node1), kept2);
}

void TstLabSplitBrain::aGuestOfTheVictimIsSavedAndComesBack()
{
    SplitLab lab;
    QVERIFY2(lab.quiet(), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"service-migrate"_s, u"101"_s, u"node2"_s}));
    QVERIFY(OpenLab::within(patience, [&] {
        const auto running = lab.machine(u"node2"_s).running.value.value_or(RunningGuests());
        return running.ids.contains(101);
    }));
    QVERIFY(OpenLab::within(patience, [&] {
        const auto running = lab.machine(u"node1"_s).running.value.value_or(RunningGuests());
        return !running.ids.contains(101);
    }));
    QVERIFY(lab.lab({u"do"_s, u"split-brain"_s, u"r1"_s, u"40960"_s, u"8192"_s}));
    const auto brain = lab.seen(r1);
    QVERIFY(brain);
    QVERIFY(!brain->proposed); // guests of both sides
    QVERIFY(planSplitBrain({r1, node2, {}, {}}, *lab.snapshot()).blocked());
    const QString folder = lab.folder() + u"/nodes/node2/var/saved"_s;
    QVERIFY(QDir().mkpath(folder));
    const QJsonArray kept = lab.marks(r1, node1);
    const QJsonArray lost = lab.marks(r1, node2);
    DONE(lab.done(SplitLab::repair({r1, node2, folder, {}})));
    QVERIFY2(lab.whole(r1), lab.said().constData());
    QCOMPARE(lab.marks(r1, node1), kept);
    QCOMPARE(lab.marks(r1, node2), kept);
    QVERIFY(lab.machine(u"node2"_s).running.value->ids.contains(101));
    const QString saved
        = folder + u"/r1-node2-"_s + brain->use.groups.first() + u"-vm-101-disk-1.raw"_s;
    QFile file(saved);
    QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(saved));
    const QByteArray line = file.readLine();
    for (const QJsonValue one : lost) {
        if (one[u"name"_s].toString() == u"vm-101-disk-1"_s)
            QVERIFY(line.contains(one[u"mark"_s].toString().toUtf8()));
    }
}

void TstLabSplitBrain::aLinkCutDuringTheResyncIsWaitedFor()
{
    SplitLab lab;
    QVERIFY2(lab.quiet(), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"split-brain"_s, u"r1"_s, u"8192000"_s, u"8192000"_s}));
    QVERIFY(lab.seen(r1));
    const ActionRunPtr run = lab.underWay(SplitLab::repair({r1, node2, {}, {}}));
    QVERIFY(OpenLab::within(patience, [&] {
        return run->outcome() || lab.replication(u"node2"_s) == DrbdConnection::SyncTarget;
    }));
    if (run->outcome())
        DONE(*run->outcome()); // says why it ended too early
    QVERIFY(lab.lab({u"cut"_s, u"drbd"_s}));
    QVERIFY(OpenLab::within(
        patience, [&] { return lab.replication(u"node2"_s) == DrbdConnection::WFConnection; }));
    QVERIFY(!run->outcome());
    QVERIFY(!run->cancellable());
    QVERIFY(lab.lab({u"do"_s, u"set"_s, u"resync-rate"_s, u"1048576"_s}));
    QVERIFY(lab.lab({u"heal"_s, u"drbd"_s}));
    QVERIFY(OpenLab::within(patience, [&] { return run->outcome().has_value(); }));
    DONE(*run->outcome());
    QVERIFY2(lab.whole(r1), lab.said().constData());
}

void TstLabSplitBrain::aVerificationFindsBlocksThatARepairCopies()
{
    SplitLab lab;
    QVERIFY2(lab.quiet(), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"set"_s, u"resync-rate"_s, u"4194304"_s}));
    QVERIFY(lab.lab({u"do"_s, u"drbd-hidden"_s, u"r1"_s, u"128"_s}));
    DONE(lab.done(drbd(verb(VerbKind::Verify, node1))));
    const VerifyHistory found = verifyHistory(*lab.snapshot(), r1, 1);
    QVERIFY(found.last);
    QCOMPARE(sizeOf(found.last->ranges), fromKiB(128));
    QVERIFY(planDrbd(verb(VerbKind::Repair, node2), *lab.snapshot()).blocked()); // both Primary
    DONE(lab.done(drbd(verb(VerbKind::Secondary, node2))));
    DONE(lab.done(drbd(verb(VerbKind::Repair, node2))));
    DONE(lab.done(drbd(verb(VerbKind::Primary, node2))));
    QVERIFY2(lab.whole(r1), lab.said().constData());
}

BINOME_TEST(TstLabSplitBrain)
#include "tst_labsplitbrain.moc"
