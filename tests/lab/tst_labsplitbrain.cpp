// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"
#include "core/action/drbdplan.h"
#include "core/action/splitbrain.h"
#include "core/model/verifyrun.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const NodeName node2(u"node2"_s);
const ResourceName r1(u"r1"_s);
const ResourceName r2(u"r2"_s);
constexpr int patience = 150'000; // ms

Verb verb(VerbKind kind, const NodeName &node)
{
    Verb wish;
    wish.kind = kind;
    wish.node = node;
    wish.resource = r1;
    return wish;
}

QByteArray told(const ActionPlan &plan)
{
    QStringList lines;
    for (const Finding &finding : plan.findings)
        lines << finding.id + u": "_s + logText(finding.text);
    return lines.join(u'\n').toUtf8();
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
    // Nobody writes, so that a mark that changes is the repair's doing.
    static bool quiet(OpenLab &lab)
    {
        bool all = lab.up() && lab.settled();
        for (const QString &id : {u"100"_s, u"101"_s, u"102"_s, u"103"_s})
            all = all && lab.lab({u"do"_s, u"set"_s, u"guest-write-rate"_s, id + u":0"_s});
        return all;
    }
    static QJsonObject copy(OpenLab &lab, const ResourceName &resource, const NodeName &node)
    {
        static_cast<void>(lab.lab({u"status"_s, u"--json"_s}));
        const QJsonArray all = QJsonDocument::fromJson(lab.said())[u"replication"_s].toArray();
        for (const QJsonValue one : all) {
            if (one[u"resource"_s].toString() == resource.text()
                && one[u"node"_s].toString() == node.text())
                return one.toObject();
        }
        return {};
    }
    static QJsonArray marks(OpenLab &lab, const ResourceName &resource, const NodeName &node)
    {
        return copy(lab, resource, node)[u"volumes"_s].toArray();
    }
    static bool whole(OpenLab &lab, const ResourceName &resource)
    {
        bool good = true;
        for (const NodeName &node : {node1, node2}) {
            const QJsonObject side = copy(lab, resource, node);
            good = good && side[u"connection"_s].toString() == u"Connected"_s
                && side[u"role"_s].toString() == u"Primary"_s
                && side[u"disk"_s].toString() == u"UpToDate"_s
                && side[u"outOfSyncKiB"_s].toInt() == 0;
        }
        return good;
    }
    // The console proved the split brain by itself.
    static std::optional<SplitBrain> seen(OpenLab &lab, const ResourceName &resource)
    {
        std::optional<SplitBrain> brain;
        static_cast<void>(OpenLab::within(patience, [&] {
            lab.session().refresh();
            QTest::qWait(200);
            brain = splitBrainOf(*lab.snapshot(), resource);
            return brain && brain->apart.kind == ApartKind::SplitBrain && brain->sides.size() == 2
                && brain->sides[0].guests && brain->sides[1].guests && brain->sides[0].volumes
                && brain->sides[1].volumes && !isConnected(brain->sides[0].state.connection)
                && !isConnected(brain->sides[1].state.connection);
        }));
        return brain;
    }
    static ActionRunPtr begun(OpenLab &lab, const Planner &planner)
    {
        const ActionPlan shown = planner(*lab.snapshot());
        return lab.session().actions().run(planner, shown,
                                           {shown.confirmation.expected, u"test"_s});
    }
    static bool isStale(const std::optional<Outcome> &outcome)
    {
        return outcome && outcome->kind == OutcomeKind::Refused && outcome->error
            && outcome->error->kind == ErrorKind::Stale;
    }
    // As a person does: a plan that changed meanwhile is looked at and confirmed again.
    static ActionRunPtr underWay(OpenLab &lab, const Planner &planner)
    {
        ActionRunPtr run;
        for (int times = 0; times < 5; ++times) {
            run = begun(lab, planner);
            static_cast<void>(OpenLab::within(
                patience, [&] { return run->outcome().has_value() || run->step() >= 0; }));
            if (!isStale(run->outcome()))
                break;
        }
        return run;
    }
    static Outcome done(OpenLab &lab, const Planner &planner)
    {
        const ActionRunPtr run = underWay(lab, planner);
        static_cast<void>(OpenLab::within(patience, [&] { return run->outcome().has_value(); }));
        return run->outcome().value_or(Outcome());
    }
    static Planner repair(const SplitBrainWish &wish)
    {
        return [wish](const ClusterSnapshot &now) { return planSplitBrain(wish, now); };
    }
    static Planner drbd(const Verb &wish)
    {
        return [wish](const ClusterSnapshot &now) { return planDrbd(wish, now); };
    }
};

namespace
{
QByteArray why(const Outcome &outcome)
{
    QByteArray text = "outcome " + QByteArray::number(int(outcome.kind)) + " at step "
        + QByteArray::number(outcome.step);
    if (outcome.error)
        text += ' ' + logText(outcome.error->what).toUtf8() + ' ' + outcome.error->detail.toUtf8();
    return text;
}
} // namespace

#define DONE(outcome)                                                                              \
    do {                                                                                           \
        const Outcome ended = (outcome);                                                           \
        QVERIFY2(ended.kind == OutcomeKind::Done, why(ended).constData());                         \
    } while (false)

void TstLabSplitBrain::eachResourceIsRepairedFromItsOwnSide()
{
    OpenLab lab;
    QVERIFY2(quiet(lab), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"split-brain"_s, u"r1"_s, u"40960"_s, u"8192"_s}));
    QVERIFY(lab.lab({u"do"_s, u"split-brain"_s, u"r2"_s, u"4096"_s, u"20480"_s}));
    const auto first = seen(lab, r1);
    const auto second = seen(lab, r2);
    QVERIFY(first && second);
    QVERIFY2(first->proposed == node2, qPrintable(logText(first->why)));
    QVERIFY2(second->proposed == node1, qPrintable(logText(second->why)));
    QCOMPARE(first->sides[1].lost, std::optional(fromKiB(8192)));
    const QJsonArray kept1 = marks(lab, r1, node1);
    const QJsonArray kept2 = marks(lab, r2, node2);
    QVERIFY(!kept1.isEmpty() && marks(lab, r1, node2) != kept1);
    const ActionPlan plan = planSplitBrain({r1, node2, {}, {}}, *lab.snapshot());
    QVERIFY2(!plan.blocked(), told(plan).constData());
    DONE(done(lab, repair({r1, node2, {}, {}})));
    DONE(done(lab, repair({r2, node1, {}, {}})));
    QVERIFY2(whole(lab, r1) && whole(lab, r2), lab.said().constData());
    QCOMPARE(marks(lab, r1, node1), kept1);
    QCOMPARE(marks(lab, r1, node2), kept1);
    QCOMPARE(marks(lab, r2, node2), kept2);
    QCOMPARE(marks(lab, r2, node1), kept2);
}

void TstLabSplitBrain::aGuestOfTheVictimIsSavedAndComesBack()
{
    OpenLab lab;
    QVERIFY2(quiet(lab), lab.said().constData());
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
    const auto brain = seen(lab, r1);
    QVERIFY(brain);
    QVERIFY(!brain->proposed); // guests of both sides
    QVERIFY(planSplitBrain({r1, node2, {}, {}}, *lab.snapshot()).blocked());
    const QString folder = lab.folder() + u"/nodes/node2/var/saved"_s;
    QVERIFY(QDir().mkpath(folder));
    const QJsonArray kept = marks(lab, r1, node1);
    const QJsonArray lost = marks(lab, r1, node2);
    DONE(done(lab, repair({r1, node2, folder, {}})));
    QVERIFY2(whole(lab, r1), lab.said().constData());
    QCOMPARE(marks(lab, r1, node1), kept);
    QCOMPARE(marks(lab, r1, node2), kept);
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
    OpenLab lab;
    QVERIFY2(quiet(lab), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"split-brain"_s, u"r1"_s, u"8192000"_s, u"8192000"_s}));
    QVERIFY(seen(lab, r1));
    const ActionRunPtr run = underWay(lab, repair({r1, node2, {}, {}}));
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
    QVERIFY2(whole(lab, r1), lab.said().constData());
}

void TstLabSplitBrain::aVerificationFindsBlocksThatARepairCopies()
{
    OpenLab lab;
    QVERIFY2(quiet(lab), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"set"_s, u"resync-rate"_s, u"4194304"_s}));
    QVERIFY(lab.lab({u"do"_s, u"drbd-hidden"_s, u"r1"_s, u"128"_s}));
    DONE(done(lab, drbd(verb(VerbKind::Verify, node1))));
    const VerifyHistory found = verifyHistory(*lab.snapshot(), r1, 1);
    QVERIFY(found.last);
    QCOMPARE(sizeOf(found.last->ranges), fromKiB(128));
    QVERIFY(planDrbd(verb(VerbKind::Repair, node2), *lab.snapshot()).blocked()); // both Primary
    DONE(done(lab, drbd(verb(VerbKind::Secondary, node2))));
    DONE(done(lab, drbd(verb(VerbKind::Repair, node2))));
    DONE(done(lab, drbd(verb(VerbKind::Primary, node2))));
    QVERIFY2(whole(lab, r1), lab.said().constData());
}

BINOME_TEST(TstLabSplitBrain)
#include "tst_labsplitbrain.moc"
