// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/ctlrun.h"
#include "tests/lab/openlab.h"
#include "tests/testmain.h"

#include <QFile>
#include <QJsonArray>

using namespace Core;
using namespace Testing;
using namespace Qt::StringLiterals;

// The way back to an earlier cluster.conf, from what was kept of it, on a cluster that answers as
// the real one.
class TstLabRollback : public QObject
{
    Q_OBJECT
private slots:
    void earlierVersionRunsAgainUnderTheNextNumber();
    void brokenFileIsReplaced();
    void rescueLowersTheVotesOfTheNodeThatIsLeft();

private:
    static QByteArray fileOf(const OpenLab &lab, const QString &node, const QString &name);
    static CtlRun conf(const OpenLab &lab, const QStringList &words);
    static int versionIn(const QByteArray &text);
};

const QStringList confirmed{u"--yes"_s, u"--reason"_s, u"it was better before"_s};
const QString committed = u"/etc/pve/cluster.conf"_s;
const QString local = u"/etc/cluster/cluster.conf"_s;

QByteArray TstLabRollback::fileOf(const OpenLab &lab, const QString &node, const QString &name)
{
    QFile file(lab.folder() + u"/nodes/"_s + node + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

CtlRun TstLabRollback::conf(const OpenLab &lab, const QStringList &words)
{
    QStringList all{u"conf"_s, words.constFirst(), lab.folder() + u"/profile.json"_s};
    return ctl(all + words.mid(1) + QStringList{u"--lang"_s, u"en"_s}, lab.folder() + u"/state"_s);
}

int TstLabRollback::versionIn(const QByteArray &text)
{
    const qsizetype at = text.indexOf("config_version=\"") + 16;
    return text.mid(at, text.indexOf('"', at) - at).toInt();
}

void TstLabRollback::earlierVersionRunsAgainUnderTheNextNumber()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QByteArray before = fileOf(lab, u"node1"_s, committed);
    const int first = versionIn(before);
    const CtlRun seen = conf(lab, {u"history"_s, u"--json"_s});
    QVERIFY2(seen.exit == 0, seen.err.constData());
    const QJsonArray versions = seen.json()[u"versions"_s].toArray();
    QCOMPARE(versions.size(), 1);
    QCOMPARE(versions[0][u"configVersion"_s].toInt(), first);
    QVERIFY(versions[0][u"committed"_s].toBool() && versions[0][u"local"_s].toBool());
    QCOMPARE(versions[0][u"seen"_s].toArray().size(), 4); // two places of two nodes

    const QString file = lab.folder() + u"/wanted.conf"_s;
    QByteArray wanted = before;
    wanted.replace("config_version=\"" + QByteArray::number(first),
                   "config_version=\"" + QByteArray::number(first + 1));
    wanted.replace("expected_votes=\"3\"", "expected_votes='3'");
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(wanted) == wanted.size());
    out.close();
    const CtlRun activated = conf(lab, QStringList{u"activate"_s, file} + confirmed);
    QVERIFY2(activated.exit == 0, activated.told().constData());

    const CtlRun back = conf(lab, QStringList{u"rollback"_s, QString::number(first)} + confirmed);
    QVERIFY2(back.exit == 0, back.told().constData());
    QByteArray restored = before;
    restored.replace("config_version=\"" + QByteArray::number(first),
                     "config_version=\"" + QByteArray::number(first + 2));
    QCOMPARE(fileOf(lab, u"node1"_s, committed), restored); // passwords and all
    QCOMPARE(fileOf(lab, u"node2"_s, local), restored);

    const CtlRun history = conf(lab, {u"history"_s, u"--json"_s});
    const QJsonArray all = history.json()[u"versions"_s].toArray();
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0][u"activated"_s][0][u"reason"_s].toString(), u"it was better before"_s);
    const CtlRun same = conf(lab, {u"diff"_s, QString::number(first), u"node2:local"_s});
    QVERIFY2(same.exit == 0, same.err.constData());
    QVERIFY2(same.out.contains("version changed"), same.out.constData());
    const qsizetype secret = before.indexOf("passwd=\"") + 8;
    const QByteArray password = before.mid(secret, before.indexOf('"', secret) - secret);
    QVERIFY(secret > 8 && !password.isEmpty());
    for (const CtlRun &run : {seen, activated, back, history, same})
        QVERIFY(!(run.out + run.err).contains(password));
}

void TstLabRollback::brokenFileIsReplaced()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QByteArray before = fileOf(lab, u"node1"_s, committed);
    QVERIFY(conf(lab, {u"history"_s}).exit == 0);
    QByteArray broken = before;
    broken.replace("</fencedevices>", "</fencedevice");
    QFile file(lab.folder() + u"/nodes/node1"_s + committed);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(broken) == broken.size());
    file.close();
    QVERIFY(OpenLab::within(30'000, [&] { return fileOf(lab, u"node2"_s, committed) == broken; }));
    const CtlRun back
        = conf(lab, QStringList{u"rollback"_s, QString::number(versionIn(before))} + confirmed);
    QVERIFY2(back.exit == 0, back.told().constData());
    QByteArray restored = before;
    restored.replace("config_version=\"" + QByteArray::number(versionIn(before)),
                     "config_version=\"" + QByteArray::number(versionIn(before) + 1));
    for (const QString &node : {u"node1"_s, u"node2"_s}) {
        QCOMPARE(fileOf(lab, node, committed), restored);
        QCOMPARE(fileOf(lab, node, local), restored);
    }
}

// The quorum server and a node are gone: activation is refused, the rescue goes on alone.
void TstLabRollback::rescueLowersTheVotesOfTheNodeThatIsLeft()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QByteArray wanted = fileOf(lab, u"node1"_s, committed);
    const int first = versionIn(wanted);
    wanted.replace("config_version=\"" + QByteArray::number(first),
                   "config_version=\"" + QByteArray::number(first + 1));
    QFile file(lab.folder() + u"/wanted.conf"_s);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(wanted) == wanted.size());
    file.close();
    QVERIFY(lab.settled());
    QVERIFY2(lab.lab({u"do"_s, u"power-cut"_s, u"quorum"_s}), lab.said().constData());
    QVERIFY2(lab.lab({u"do"_s, u"power-cut"_s, u"node2"_s}), lab.said().constData());
    QVERIFY(OpenLab::within(60'000, [&] {
        const auto &quorum = lab.machine(u"node1"_s).quorum;
        return quorum.value && !quorum.value->quorate;
    }));
    const CtlRun refused = conf(lab, QStringList{u"activate"_s, file.fileName()} + confirmed);
    QCOMPARE(refused.exit, 77);
    const CtlRun rescue = conf(lab, QStringList{u"rescue"_s, file.fileName()} + confirmed);
    QVERIFY2(rescue.exit == 0, rescue.told().constData());
    QCOMPARE(fileOf(lab, u"node1"_s, committed), wanted);
    QCOMPARE(fileOf(lab, u"node1"_s, local), wanted);
}

BINOME_TEST(TstLabRollback)
#include "tst_labrollback.moc"
