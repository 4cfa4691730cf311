// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/ctlrun.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// What a person does in the cluster's place, on a cluster that answers as the real one.
class TstLabOverride : public QObject
{
    Q_OBJECT
private slots:
    void aFenceThatFailsIsAcknowledged();
    void oneNodeHasQuorumAlone();

private:
    static CtlRun act(const OpenLab &lab, const QStringList &words);
};

CtlRun TstLabOverride::act(const OpenLab &lab, const QStringList &words)
{
    QStringList all = words;
    all.insert(1, lab.folder() + u"/profile.json"_s);
    all << u"--yes"_s << u"--reason"_s << u"seen unplugged"_s << u"--lang"_s << u"en"_s;
    return ctl(all, lab.folder() + u"/state"_s);
}

void TstLabOverride::aFenceThatFailsIsAcknowledged()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const CtlRun early = act(lab, {u"fence"_s, u"node2"_s, u"--acknowledge"_s});
    QVERIFY2(early.exit == 77, early.told().constData());
    QVERIFY2(early.out.contains("there is nothing to acknowledge"), early.out.constData());
    // With its power the BMC dies too: fenced tries for ever.
    QVERIFY2(lab.lab({u"power-cut"_s, u"node2"_s, u"--with-bmc"_s}), lab.said().constData());
    QVERIFY(OpenLab::within(120'000, [&] {
        const auto domain = lab.machine(u"node1"_s).fenceDomain;
        return domain.known() && domain.value->victimNow == 2;
    }));
    const CtlRun run = act(lab, {u"fence"_s, u"node2"_s, u"--acknowledge"_s});
    QVERIFY2(run.exit == 0, run.told().constData());
    QVERIFY2(run.out.contains("you vouch for having seen it off"), run.out.constData());
    QVERIFY(OpenLab::within(120'000, [&] { // rgmanager goes on
        const auto running = lab.machine(u"node1"_s).running;
        return running.known() && running.value->ids.contains(102);
    }));
    const auto domain = lab.machine(u"node1"_s).fenceDomain;
    QVERIFY(domain.known() && domain.value->victimNow == 0);
}

void TstLabOverride::oneNodeHasQuorumAlone()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY(lab.settled());
    const CtlRun early = act(lab, {u"node"_s, u"quorum-alone"_s, u"node1"_s});
    QVERIFY2(early.exit == 77, early.told().constData());
    QVERIFY2(early.out.contains("node1 has quorum"), early.out.constData());
    QVERIFY2(lab.lab({u"power-cut"_s, u"quorum"_s}), lab.said().constData());
    QVERIFY2(lab.lab({u"power-cut"_s, u"node2"_s}), lab.said().constData());
    QVERIFY(OpenLab::within(120'000, [&] {
        const auto quorum = lab.machine(u"node1"_s).quorum;
        return quorum.known() && !quorum.value->quorate;
    }));
    const CtlRun run = act(lab, {u"node"_s, u"quorum-alone"_s, u"node1"_s});
    QVERIFY2(run.exit == 0, run.told().constData());
    QVERIFY2(run.out.contains("See twice that node2 is off"), run.out.constData());
    QVERIFY2(run.out.contains("pvecm expected 1"), run.out.constData());
    QVERIFY(OpenLab::within(60'000, [&] {
        const auto quorum = lab.machine(u"node1"_s).quorum;
        return quorum.known() && quorum.value->quorate;
    }));
}

BINOME_TEST(TstLabOverride)
#include "tst_laboverride.moc"
