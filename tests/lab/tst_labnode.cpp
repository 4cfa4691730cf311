// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"
#include "core/action/nodeplan.h"
#include "tests/lab/ctlrun.h"
#include "tests/lab/guestping.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// A node out of the cluster and back, down and up, on machines whose daemons behave.
class TstLabNode : public QObject
{
    Q_OBJECT
private slots:
    void maintenanceAndBackWithTheGuestsAlive();
    void shutDownAndRebootFromWithin();
    void theWholeClusterDownAndUp();
    void refusals();
    void theBmcIsReachedThroughTheOtherNode();

private:
    static CtlRun act(const OpenLab &lab, const QStringList &words);
};

CtlRun TstLabNode::act(const OpenLab &lab, const QStringList &words)
{
    QStringList all = words;
    all.insert(1, lab.folder() + u"/profile.json"_s);
    all << u"--yes"_s << u"--reason"_s << u"a test"_s << u"--lang"_s << u"en"_s;
    return ctl(all, lab.folder() + u"/state"_s);
}

// One call, whose words are the failure's.
#define ENDED(run, code)                                                                           \
    do {                                                                                           \
        const CtlRun ended = run;                                                                  \
        QVERIFY2(ended.exit == (code), ended.told().constData());                                  \
    } while (false)

void TstLabNode::maintenanceAndBackWithTheGuestsAlive()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    GuestPing ping(lab, 102); // at home on node2
    QVERIFY(ping.answers());
    const CtlRun out = act(lab, {u"node"_s, u"maintenance"_s, u"node2"_s});
    ENDED(out, 0);
    QVERIFY2(out.out.contains("service cman stop"), out.out.constData());
    QVERIFY(lab.settled());
    QVERIFY(OpenLab::within(10'000, [&] {
        const auto members = lab.machine(u"node1"_s).members.value.value_or(Members());
        const auto gone = std::find_if(members.cbegin(), members.cend(),
                                       [](const Member &m) { return m.name.text() == u"node2"_s; });
        return gone != members.cend() && gone->state != MemberState::Member
            && lab.machine(u"node1"_s).running.value->ids == QList<int>({100, 101, 102, 103});
    }));
    QCOMPARE(lab.machine(u"node1"_s).fenceDomain.value->victimCount, 0); // nobody takes it for dead
    ENDED(act(lab, {u"node"_s, u"maintenance"_s, u"node2"_s}), 77);
    ENDED(act(lab, {u"node"_s, u"end-maintenance"_s, u"node2"_s}), 0);
    ENDED(act(lab, {u"migrate"_s, u"102"_s, u"node2"_s}), 0);
    QVERIFY(ping.answers());
    qInfo("longest silence of guest 102 as seen from outside: %lld ms", ping.longestSilence());
    QVERIFY(ping.longestSilence() < 2000);
}

void TstLabNode::shutDownAndRebootFromWithin()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    ENDED(act(lab, {u"node"_s, u"reboot"_s, u"node2"_s}), 0);
    ENDED(act(lab, {u"node"_s, u"stop-rgmanager"_s, u"node2"_s}), 0);
    ENDED(act(lab, {u"node"_s, u"leave"_s, u"node2"_s}), 0);
    ENDED(act(lab, {u"node"_s, u"join"_s, u"node2"_s}), 0);
    ENDED(act(lab, {u"node"_s, u"start-rgmanager"_s, u"node2"_s}), 0);
    ENDED(act(lab, {u"node"_s, u"shutdown"_s, u"node2"_s}), 0);
    ENDED(act(lab, {u"node"_s, u"end-maintenance"_s, u"node2"_s}), 77); // it is off
    ENDED(act(lab, {u"power"_s, u"node2"_s, u"on"_s}), 0);
}

void TstLabNode::theWholeClusterDownAndUp()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    ENDED(act(lab, {u"node"_s, u"cold-start"_s, u"node2"_s}), 77); // it runs
    ENDED(act(lab, {u"node"_s, u"stop-both"_s, u"node1"_s}), 0);
    // A console that comes now finds no cluster.conf, where the logins of the BMCs are.
    ENDED(act(lab, {u"node"_s, u"cold-start"_s, u"node2"_s}), 77);
    Verb verb;
    verb.kind = VerbKind::ColdStart;
    verb.node = NodeName(u"node2"_s);
    const Planner planner = [verb](const ClusterSnapshot &now) { return planBothNodes(verb, now); };
    QVERIFY(OpenLab::within(120'000, [&] { return !planner(*lab.snapshot()).blocked(); }));
    const ActionRunPtr run
        = lab.session().actions().run(planner, planner(*lab.snapshot()), {u"node2"_s, u"a test"_s});
    QVERIFY(OpenLab::within(300'000, [&] { return run->outcome().has_value(); }));
    const Outcome outcome = *run->outcome();
    QVERIFY2(outcome.kind == OutcomeKind::Done,
             qPrintable(outcome.error ? logText(outcome.error->what) : QString()));
}

void TstLabNode::refusals()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.lab({u"do"_s, u"guest-lock"_s, u"103"_s, u"backup"_s}));
    const CtlRun locked = act(lab, {u"node"_s, u"maintenance"_s, u"node2"_s}); // 103 is there
    QVERIFY2(locked.exit == 77, locked.told().constData());
    QVERIFY2(locked.out.contains("is locked: backup"), locked.out.constData());
    QVERIFY(lab.lab({u"do"_s, u"guest-lock"_s, u"103"_s}));
    const CtlRun reset = act(lab, {u"power"_s, u"node2"_s, u"reset"_s});
    QVERIFY2(reset.exit == 77, reset.told().constData());
    QVERIFY2(reset.out.contains("reboot it from within"), reset.out.constData());
    QVERIFY2(lab.lab({u"do"_s, u"power-cut"_s, u"quorum"_s}), lab.said().constData());
    QVERIFY(lab.settled());
    QVERIFY(OpenLab::within(60'000, [&] {
        const auto &quorum = lab.machine(u"node1"_s).quorum;
        return quorum.value && quorum.value->totalVotes == 2;
    }));
    for (const QString &action : {u"maintenance"_s, u"leave"_s, u"reboot"_s, u"shutdown"_s}) {
        const CtlRun run = act(lab, {u"node"_s, action, u"node2"_s});
        QVERIFY2(run.exit == 77, run.told().constData());
        QVERIFY2(run.out.contains("would lose its quorum"), run.out.constData());
    }
}

void TstLabNode::theBmcIsReachedThroughTheOtherNode()
{
    OpenLab lab;
    QVERIFY2(lab.started(), lab.said().constData());
    QFile file(lab.folder() + u"/profile.json"_s);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray profile = file.readAll();
    profile.replace("\"formatVersion\": 1,",
                    "\"formatVersion\": 1, \"ipmiFromWorkstation\": false,");
    file.resize(0);
    file.seek(0);
    file.write(profile);
    file.close();
    const CtlRun lamp = act(lab, {u"power"_s, u"node2"_s, u"identify"_s});
    QVERIFY2(lamp.exit == 1, lamp.told().constData()); // accepted, and seen by nobody
    QVERIFY2(lamp.err.contains("The BMC accepted it"), lamp.err.constData());
    const CtlRun down = act(lab, {u"node"_s, u"shutdown"_s, u"node2"_s});
    ENDED(down, 0);
    const CtlRun on = act(lab, {u"power"_s, u"node2"_s, u"on"_s});
    ENDED(on, 0);
    QVERIFY2(on.out.contains("node1# ipmitool chassis power on"), on.out.constData());
}

BINOME_TEST(TstLabNode)
#include "tst_labnode.moc"
