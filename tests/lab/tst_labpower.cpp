// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"
#include "tests/lab/ctlrun.h"
#include "tests/lab/midway.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
CtlRun act(const OpenLab &lab, QStringList words)
{
    const int verbs = words.constFirst() == u"conf"_s ? 2 : 1;
    words.insert(verbs, lab.folder() + u"/profile.json"_s);
    words << u"--yes"_s << u"--reason"_s << u"a test"_s << u"--lang"_s << u"en"_s;
    return ctl(words, lab.folder() + u"/state"_s);
}

Planner fencing(const QString &node)
{
    Verb verb;
    verb.kind = VerbKind::Fence;
    verb.node = NodeName(node);
    return [verb](const ClusterSnapshot &now) { return planFence(verb, now); };
}

// The next version of cluster.conf: node2 is fenced by a switched socket before its BMC, and no
// agent for that socket is installed. One method: all of its devices have to obey.
QByteArray withDeadSocket(QByteArray conf)
{
    const qsizetype version = conf.indexOf("config_version=\"") + 16;
    const qsizetype end = conf.indexOf('"', version);
    conf.replace(version, end - version,
                 QByteArray::number(conf.mid(version, end - version).toInt() + 1));
    const qsizetype device = conf.indexOf("<fencedevice ");
    conf.insert(device,
                "<fencedevice agent=\"fence_apc\" name=\"socket\" ipaddr=\"192.0.2.9\" "
                "login=\"apc\" passwd=\"apc\"/>\n");
    const qsizetype node = conf.indexOf("<clusternode name=\"node2\"");
    const qsizetype use = conf.indexOf("<device ", node);
    conf.insert(use, "<device name=\"socket\" port=\"2\"/>\n");
    return conf;
}
} // namespace

// Power and fencing where something is in the way: a node that hangs, a link that is lost, an
// agent that fails.
class TstLabPower : public QObject
{
    Q_OBJECT
private slots:
    void theFenceIsSeenAlthoughTheLinkWasLost();
    void aBmcThatKnowsAnotherPasswordIsSaid();
    void aNodeThatHangsGetsNoOtherOrder();
    void aNodeThatHangsIsFenced();
    void aNodeThatHangsIsReset();
    void outOfTheClusterItIsSwitchedOffAndOn();
    void whatTheClusterCannotFenceIsSwitchedOffAndAcknowledged();
};

void TstLabPower::theFenceIsSeenAlthoughTheLinkWasLost()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const Planner planner = fencing(u"node2"_s);
    const ActionPlan plan = planner(*lab.snapshot());
    QVERIFY(!plan.blocked());
    const ActionRunPtr run = lab.session().actions().run(planner, plan, {u"node2"_s, u"a test"_s});
    bool sent = false;
    connect(run.get(), &ActionRun::output, this,
            [&](int, const QString &line) { sent = sent || line == u"node1# fence_node node2"; });
    QVERIFY(OpenLab::within(120'000, [&] { return sent; }));
    QVERIFY(!run->cancellable());
    QVERIFY2(lab.lab({u"cut"_s, u"ssh:node1"_s}), lab.said().constData()); // the teller
    QVERIFY(OpenLab::within(60'000,
                            [&] { return lab.contact(u"node1"_s) != ContactState::Connected; }));
    QVERIFY(!run->outcome()); // not known is no answer
    QVERIFY2(lab.lab({u"heal"_s, u"ssh:node1"_s}), lab.said().constData());
    const Outcome outcome = outcomeOf(run);
    QVERIFY2(outcome.kind == OutcomeKind::Done, whyOf(outcome).constData());
}

void TstLabPower::aBmcThatKnowsAnotherPasswordIsSaid()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"set"_s, u"fence-action"_s, u"off"_s}), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"power-off"_s, u"node2"_s}), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"bmc-password"_s, u"node2"_s, u"other"_s}), lab.said().constData());
    const CtlRun run = act(lab, {u"power"_s, u"node2"_s, u"on"_s});
    QVERIFY2(run.exit == 1, run.told().constData());
    QVERIFY2(run.out.contains("By ipmitool on node1"), run.out.constData()); // not from here either
    QVERIFY2(run.err.contains("refused the password"), run.err.constData());
    QVERIFY(lab.lab({u"status"_s}) && lab.said().contains("node2   off"));
}

// What would need an answer of it is not begun.
void TstLabPower::aNodeThatHangsGetsNoOtherOrder()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"hang-sshd"_s, u"node2"_s}), lab.said().constData());
    for (const QStringList &words :
         {QStringList{u"migrate"_s, u"103"_s}, QStringList{u"ha"_s, u"shutdown"_s, u"103"_s},
          QStringList{u"node"_s, u"maintenance"_s, u"node2"_s},
          QStringList{u"node"_s, u"shutdown"_s, u"node2"_s},
          QStringList{u"node"_s, u"stop-both"_s, u"node1"_s}}) {
        const CtlRun run = act(lab, words);
        QVERIFY2(run.exit == 77, run.told().constData());
    }
    QVERIFY(lab.lab({u"status"_s}));
    QVERIFY2(lab.said().contains("103     running node2"), lab.said().constData());
}

void TstLabPower::aNodeThatHangsIsFenced()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"hang-sshd"_s, u"node2"_s}), lab.said().constData());
    const CtlRun run = act(lab, {u"fence"_s, u"node2"_s});
    QVERIFY2(run.exit == 0, run.told().constData());
    QVERIFY2(run.out.contains("See node2 come back and join"), run.out.constData());
}

void TstLabPower::aNodeThatHangsIsReset()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"hang-sshd"_s, u"node2"_s}), lab.said().constData());
    const CtlRun run = act(lab, {u"power"_s, u"node2"_s, u"reset"_s});
    QVERIFY2(run.exit == 0, run.told().constData());
    QVERIFY2(run.out.contains("will take it for dead"), run.out.constData());
}

void TstLabPower::outOfTheClusterItIsSwitchedOffAndOn()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    for (const QStringList &words : {QStringList{u"node"_s, u"maintenance"_s, u"node2"_s},
                                     QStringList{u"power"_s, u"node2"_s, u"off"_s},
                                     QStringList{u"power"_s, u"node2"_s, u"cycle"_s}}) {
        const CtlRun run = act(lab, words);
        QVERIFY2(run.exit == 0, run.told().constData());
    }
    QVERIFY(lab.lab({u"status"_s}) && lab.said().contains("node2   up"));
}

// The device answers a person, and not the cluster: rgmanager starts nothing until somebody acts.
void TstLabPower::whatTheClusterCannotFenceIsSwitchedOffAndAcknowledged()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    QFile running(lab.folder() + u"/nodes/node1/etc/pve/cluster.conf"_s);
    QVERIFY(running.open(QIODevice::ReadOnly));
    QFile edited(lab.folder() + u"/edited.conf"_s);
    QVERIFY(edited.open(QIODevice::WriteOnly));
    edited.write(withDeadSocket(running.readAll()));
    edited.close();
    const CtlRun activated = act(lab, {u"conf"_s, u"activate"_s, edited.fileName()});
    QVERIFY2(activated.exit == 0, activated.told().constData());
    QVERIFY2(lab.lab({u"do"_s, u"hang"_s, u"node2"_s}), lab.said().constData());
    QVERIFY(OpenLab::within(120'000, [&] {
        const auto domain = lab.machine(u"node1"_s).fenceDomain;
        return domain.known() && domain.value->victimNow == 2;
    }));
    const CtlRun off = act(lab, {u"power"_s, u"node2"_s, u"off"_s});
    QVERIFY2(off.exit == 0, off.told().constData());
    QVERIFY2(off.out.contains("acknowledge the fencing by hand"), off.out.constData());
    QVERIFY(lab.lab({u"status"_s}) && lab.said().contains("node2   off"));
    const CtlRun told = act(lab, {u"fence"_s, u"node2"_s, u"--acknowledge"_s});
    QVERIFY2(told.exit == 0, told.told().constData());
    QVERIFY(OpenLab::within(120'000, [&] { // rgmanager goes on
        const auto guests = lab.machine(u"node1"_s).running;
        return guests.known() && guests.value->ids.contains(102);
    }));
}

BINOME_TEST(TstLabPower)
#include "tst_labpower.moc"
