// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/ctlrun.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QFile>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// A new cluster.conf on a cluster that answers as the real one: written, validated, activated and
// seen on both nodes; or refused with everything as it was.
class TstLabActivate : public QObject
{
    Q_OBJECT
private slots:
    void newVersionRunsOnBothNodes();
    void planAloneChangesNothing();
    void sameVersionIsRefused();
    void fileThatBreaksTheSchemaIsNotWritten();
    void someoneElsesPendingFileStops();
    void withoutQuorumNothingIsWritten();

private:
    static QByteArray fileOf(const OpenLab &lab, const QString &node, const QString &name);
    // The committed file with that replaced, and its version raised when wished, in a file.
    static QString changed(const OpenLab &lab, const QByteArray &from, const QByteArray &to,
                           bool raised = true);
    static CtlRun activate(const OpenLab &lab, const QString &file, const QStringList &more);
};

QByteArray TstLabActivate::fileOf(const OpenLab &lab, const QString &node, const QString &name)
{
    QFile file(lab.folder() + u"/nodes/"_s + node + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString TstLabActivate::changed(const OpenLab &lab, const QByteArray &from, const QByteArray &to,
                                bool raised)
{
    QByteArray text = fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf"_s);
    const QByteArray key = "config_version=\"";
    const qsizetype at = text.indexOf(key) + key.size();
    const qsizetype size = text.indexOf('"', at) - at;
    const int version = text.mid(at, size).toInt();
    if (raised)
        text.replace(at, size, QByteArray::number(version + 1));
    if (!from.isEmpty() && !text.contains(from))
        return {};
    text.replace(from, to);
    QFile file(lab.folder() + u"/wanted.conf"_s);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName()
                                                                              : QString();
}

CtlRun TstLabActivate::activate(const OpenLab &lab, const QString &file, const QStringList &more)
{
    const QStringList words{u"conf"_s, u"activate"_s, lab.folder() + u"/profile.json"_s,
                            file,      u"--lang"_s,   u"en"_s};
    return ctl(words + more, lab.folder() + u"/state"_s);
}

const QStringList confirmed{u"--yes"_s, u"--reason"_s, u"a longer delay"_s};

void TstLabActivate::newVersionRunsOnBothNodes()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QString file = changed(lab, "expected_votes=\"3\"", "expected_votes='3'");
    QVERIFY(!file.isEmpty());
    const CtlRun run = activate(lab, file, confirmed);
    QVERIFY2(run.exit == 0, run.told().constData());
    QFile wanted(file);
    QVERIFY(wanted.open(QIODevice::ReadOnly));
    const QByteArray text = wanted.readAll();
    for (const QString &node : {u"node1"_s, u"node2"_s}) {
        QCOMPARE(fileOf(lab, node, u"/etc/pve/cluster.conf"_s), text);
        QCOMPARE(fileOf(lab, node, u"/etc/cluster/cluster.conf"_s), text);
    }
    QVERIFY(run.out.contains("Done, and seen to be so."));
    const qsizetype at = text.indexOf("passwd=\"") + 8;
    QVERIFY(at > 8);
    QVERIFY(!(run.out + run.err).contains(text.mid(at, text.indexOf('"', at) - at)));
}

void TstLabActivate::planAloneChangesNothing()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QByteArray before = fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf"_s);
    const CtlRun run = activate(lab, changed(lab, {}, {}), {u"--plan"_s});
    QVERIFY2(run.exit == 0, run.told().constData());
    QVERIFY(run.out.contains("pvesh create /cluster/ha/changes"));
    QVERIFY(run.out.contains("no way back from here"));
    QCOMPARE(fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf"_s), before);
    QVERIFY(fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf.new"_s).isEmpty());
}

void TstLabActivate::sameVersionIsRefused()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QString file = changed(lab, "expected_votes=\"3\"", "expected_votes='3'", false);
    const CtlRun run = activate(lab, file, confirmed);
    QCOMPARE(run.exit, 77);
    QVERIFY2(run.out.contains("config_version"), run.out.constData());
    QVERIFY(fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf.new"_s).isEmpty());
}

void TstLabActivate::fileThatBreaksTheSchemaIsNotWritten()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QByteArray before = fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf"_s);
    const CtlRun run
        = activate(lab, changed(lab, "<fencedevices>", "<fencedevices surprise=\"1\">"), confirmed);
    QVERIFY2(run.exit == 77, run.told().constData());
    QVERIFY2(run.out.contains("surprise"), run.out.constData());
    QCOMPARE(fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf"_s), before);
    QVERIFY(fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf.new"_s).isEmpty());
}

void TstLabActivate::someoneElsesPendingFileStops()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"conf-new"_s, u"node1"_s, u"post-join-delay"_s, u"30000"_s}),
             lab.said().constData());
    const QByteArray pending = fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf.new"_s);
    QVERIFY(!pending.isEmpty());
    const CtlRun run
        = activate(lab, changed(lab, "expected_votes=\"3\"", "expected_votes='3'"), confirmed);
    QVERIFY2(run.exit == 1, run.told().constData());
    QVERIFY2(run.err.contains("somebody else's change"), run.err.constData());
    QCOMPARE(fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf.new"_s), pending);
}

void TstLabActivate::withoutQuorumNothingIsWritten()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QString file = changed(lab, {}, {});
    QVERIFY2(lab.lab({u"do"_s, u"power-cut"_s, u"quorum"_s}), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"power-cut"_s, u"node2"_s}), lab.said().constData());
    QVERIFY(lab.settled());
    QVERIFY(OpenLab::within(60'000, [&] {
        const auto &quorum = lab.machine(u"node1"_s).quorum;
        return quorum.value && !quorum.value->quorate;
    }));
    const CtlRun run = activate(lab, file, confirmed);
    QCOMPARE(run.exit, 77);
    QVERIFY2(run.out.contains("read-only without quorum"), run.out.constData());
    QVERIFY(fileOf(lab, u"node1"_s, u"/etc/pve/cluster.conf.new"_s).isEmpty());
}

BINOME_TEST(TstLabActivate)
#include "tst_labactivate.moc"
