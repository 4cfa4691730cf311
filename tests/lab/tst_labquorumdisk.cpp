// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/recipes.h"
#include "tests/lab/ctlrun.h"
#include "tests/lab/quorumdisk.h"
#include "tests/testmain.h"

#include <QFile>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The fencing of the nodes, then the quorum disk, each activated from the command line on a cluster
// that answers as the real one.
class TstLabQuorumDisk : public QObject
{
    Q_OBJECT
private slots:
    void fencingThenTheDisk();

private:
    static Document committed(const OpenLab &lab);
    static CtlRun activate(const OpenLab &lab, const Expected<Recipe> &recipe);
};

Document TstLabQuorumDisk::committed(const OpenLab &lab)
{
    QFile file(lab.folder() + u"/nodes/node1/etc/pve/cluster.conf"_s);
    const auto document = Document::fromBytes(
        file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("<cluster/>"));
    return *document;
}

CtlRun TstLabQuorumDisk::activate(const OpenLab &lab, const Expected<Recipe> &recipe)
{
    const QString name = lab.folder() + u"/wanted.conf"_s;
    QFile file(name);
    if (!recipe)
        return {-1, {}, rendered(recipe.error().what).toUtf8()};
    if (!file.open(QIODevice::WriteOnly) || file.write(recipe->text) != recipe->text.size())
        return {};
    file.close();
    return ctl({u"conf"_s, u"activate"_s, lab.folder() + u"/profile.json"_s, name, u"--yes"_s,
                u"--reason"_s, u"the cluster is to survive a failure"_s, u"--lang"_s, u"en"_s},
               lab.folder() + u"/state"_s);
}

void TstLabQuorumDisk::fencingThenTheDisk()
{
    OpenLab lab;
    QVERIFY2(startedWithoutDisk(lab) && lab.open(), lab.said().constData());
    QVERIFY(lab.settled());
    const PowerStrip strip{u"pdu1"_s, u"fence_apc_snmp"_s, u"127.0.0.1"_s, {}, u"public"_s};
    const CtlRun fencing
        = activate(lab,
                   withSecondMethod(committed(lab), {strip},
                                    {{NodeName(u"node1"_s), {{u"pdu1"_s, u"1"_s}}},
                                     {NodeName(u"node2"_s), {{u"pdu1"_s, u"2"_s}}}}));
    QVERIFY2(fencing.exit == 0, fencing.told().constData());
    const CtlRun disk
        = activate(lab, withQuorumDisk(committed(lab), {labelOfTheDisk(), 54'000ms, true}));
    QVERIFY2(disk.exit == 0, disk.told().constData());
    QVERIFY(diskVotes(lab));
    QVERIFY(restartedMasterLast(lab));
    QVERIFY(clustatShowsTheDisk(lab));
    QVERIFY(!lab.machine(u"node1"_s).quorum.value->flags.contains(u"2node"_s));
}

BINOME_TEST(TstLabQuorumDisk)
#include "tst_labquorumdisk.moc"
