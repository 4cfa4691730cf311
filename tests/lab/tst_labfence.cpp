// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/ctlrun.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QJsonArray>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// Fencing and power on a cluster that answers as the real one, with a real IPMI session.
class TstLabFence : public QObject
{
    Q_OBJECT
private slots:
    void fencedNodeLeavesAndComesBack();
    void fencedNodeStaysOffAndIsSwitchedOn();
    void deadBmcIsAFailureAndTheNodeStays();
    void lastQuorumIsKept();
    void memberIsNotSwitchedOff();
    void powerIsToldByBothWays();

private:
    static CtlRun act(const OpenLab &lab, const QStringList &words);
};

CtlRun TstLabFence::act(const OpenLab &lab, const QStringList &words)
{
    QStringList all = words;
    all.insert(1, lab.folder() + u"/profile.json"_s);
    all << u"--yes"_s << u"--reason"_s << u"a test"_s << u"--lang"_s << u"en"_s;
    return ctl(all, lab.folder() + u"/state"_s);
}

void TstLabFence::fencedNodeLeavesAndComesBack()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const CtlRun run = act(lab, {u"fence"_s, u"node2"_s});
    QVERIFY2(run.exit == 0, run.told().constData());
    QVERIFY(run.out.contains("See node2 come back and join"));
}

void TstLabFence::fencedNodeStaysOffAndIsSwitchedOn()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"set"_s, u"fence-action"_s, u"off"_s}), lab.said().constData());
    const CtlRun fenced = act(lab, {u"fence"_s, u"node2"_s});
    QVERIFY2(fenced.exit == 0, fenced.told().constData());
    QVERIFY(fenced.out.contains("is off"));
    const CtlRun on = act(lab, {u"power"_s, u"node2"_s, u"on"_s});
    QVERIFY2(on.exit == 0, on.told().constData());
}

void TstLabFence::deadBmcIsAFailureAndTheNodeStays()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"bmc-cut"_s, u"node2"_s}), lab.said().constData());
    const CtlRun run = act(lab, {u"fence"_s, u"node2"_s});
    QVERIFY2(run.exit == 1, run.told().constData());
    QVERIFY2(run.err.contains("fence node2 failed"), run.err.constData());
}

void TstLabFence::lastQuorumIsKept()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"power-cut"_s, u"quorum"_s}), lab.said().constData());
    QVERIFY(lab.settled());
    QVERIFY(OpenLab::within(60'000, [&] {
        const auto &quorum = lab.machine(u"node1"_s).quorum;
        return quorum.value && quorum.value->totalVotes == 2;
    }));
    const CtlRun run = act(lab, {u"fence"_s, u"node2"_s});
    QVERIFY2(run.exit == 77, run.told().constData());
    QVERIFY2(run.out.contains("would lose its quorum"), run.out.constData());
}

void TstLabFence::memberIsNotSwitchedOff()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const CtlRun run = act(lab, {u"power"_s, u"node2"_s, u"off"_s});
    QVERIFY2(run.exit == 77, run.told().constData());
    QVERIFY2(run.out.contains("is a member of the cluster"), run.out.constData());
}

void TstLabFence::powerIsToldByBothWays()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QStringList status{u"power"_s, lab.folder() + u"/profile.json"_s, u"node2"_s,
                             u"status"_s};
    const CtlRun both = ctl(status + QStringList{u"--lang"_s, u"en"_s});
    QVERIFY2(both.exit == 0, both.told().constData());
    QCOMPARE(both.out, QByteArray("this computer: power on\nnode1: power on\n"));
    QVERIFY2(lab.lab({u"do"_s, u"bmc-password"_s, u"node2"_s, u"other"_s}), lab.said().constData());
    const CtlRun refused = ctl(status + QStringList{u"--json"_s});
    QVERIFY2(refused.exit == 77, refused.told().constData());
    QVERIFY2(lab.lab({u"do"_s, u"bmc-cut"_s, u"node2"_s}), lab.said().constData());
    const CtlRun dead = ctl(status + QStringList{u"--json"_s});
    QVERIFY2(dead.exit == 69, dead.told().constData());
    const QJsonArray views = dead.json()[u"power"_s].toArray();
    QCOMPARE(views.size(), 2);
    for (const QJsonValue view : views) {
        QVERIFY(view[u"value"_s].isNull());
        QVERIFY(view[u"error"_s].isObject());
    }
}

BINOME_TEST(TstLabFence)
#include "tst_labfence.moc"
