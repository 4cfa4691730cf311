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

// `binomectl status` as a script sees it: keys, exit status, words on stderr.
class TstLabStatus : public QObject
{
    Q_OBJECT
private slots:
    void healthyClusterIsZeroAndEveryKeyIsThere();
    void tableIsForPeople();
    void silentNodeIsToldAndNotHealthy();
    void unreachableHostIs69();
    void unknownHostKeyIs77();
    void changedHostKeyIs77();
    void watchPrintsALineAChange();
    void wrongWordsAreToldApart_data();
    void wrongWordsAreToldApart();

private:
    static QString profileOf(const OpenLab &lab) { return lab.folder() + u"/profile.json"_s; }
    // The lab's profile, each machine changed.
    static QString changedProfile(const OpenLab &lab,
                                  const std::function<void(ProfileMachine &)> &change);
};

QString TstLabStatus::changedProfile(const OpenLab &lab,
                                     const std::function<void(ProfileMachine &)> &change)
{
    auto loaded = loadProfile(profileOf(lab));
    if (!loaded)
        return {};
    for (ProfileMachine &machine : loaded->profile.machines)
        change(machine);
    const QString path = lab.folder() + u"/changed.json"_s;
    return saveProfile(loaded->profile, path) ? path : QString();
}

void TstLabStatus::healthyClusterIsZeroAndEveryKeyIsThere()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const CtlRun run = ctl({u"status"_s, profileOf(lab), u"--json"_s});
    QVERIFY2(run.exit == 0, run.err.constData());
    const QJsonObject json = run.json();
    QCOMPARE(json[u"format"_s].toString(), u"status"_s);
    QVERIFY(QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODateWithMs).isValid());
    for (const QString &key : {u"service"_s, u"data"_s, u"nextFailure"_s}) {
        const QJsonObject verdict = json[u"verdicts"_s][key].toObject();
        QVERIFY2(verdict.contains(u"verdict"_s) && verdict.contains(u"reason"_s), qPrintable(key));
    }
    QCOMPARE(json[u"verdicts"_s][u"service"_s][u"verdict"_s].toString(), u"ok"_s);
    QCOMPARE(json[u"machines"_s].toArray().size(), 3);
    QCOMPARE(json[u"vms"_s].toArray().size(), 4);
    QVERIFY(!json[u"links"_s].toArray().isEmpty());
    QVERIFY(!json[u"services"_s].toArray().isEmpty());
    QVERIFY(json[u"findings"_s].isArray());
    const QJsonObject quorum = json[u"machines"_s][0][u"quorum"_s].toObject();
    QCOMPARE(quorum.keys(), QStringList({u"at"_s, u"error"_s, u"observer"_s, u"value"_s}));
    QCOMPARE(quorum[u"observer"_s].toString(), u"node1"_s);
    QCOMPARE(quorum[u"value"_s][u"totalVotes"_s].toInt(), 3);
    // What a quorum server does not have is unknown, never zero or empty.
    QVERIFY(json[u"machines"_s][2][u"quorum"_s][u"value"_s].isNull());
    QFile conf(lab.folder() + u"/nodes/node1/etc/pve/cluster.conf"_s);
    QVERIFY(conf.open(QIODevice::ReadOnly));
    const QByteArray text = conf.readAll();
    const qsizetype at = text.indexOf("passwd=\"") + 8;
    QVERIFY(at > 8);
    QVERIFY(!run.out.contains(text.mid(at, text.indexOf('"', at) - at)));
}

void TstLabStatus::tableIsForPeople()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const CtlRun run = ctl({u"status"_s, profileOf(lab), u"--lang"_s, u"en"_s});
    QCOMPARE(run.exit, 0);
    QVERIFY(run.out.contains("Service"));
    QVERIFY(run.out.contains("node1"));
    QVERIFY(run.out.contains("quorate, 3 of 3 votes"));
}

void TstLabStatus::silentNodeIsToldAndNotHealthy()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QVERIFY2(lab.lab({u"power-cut"_s, u"node2"_s}), lab.said().constData());
    const CtlRun run = ctl({u"status"_s, profileOf(lab), u"--json"_s});
    QVERIFY2(run.exit == 1 || run.exit == 69, QByteArray::number(run.exit).constData());
    const QJsonObject node2 = run.json()[u"machines"_s][1].toObject();
    QVERIFY(node2[u"contact"_s][u"value"_s].toString() != u"connected"_s);
    QVERIFY(node2[u"drbd"_s][u"value"_s].isNull());
}

void TstLabStatus::unreachableHostIs69()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QString path
        = changedProfile(lab, [](ProfileMachine &machine) { machine.port = 1; }); // nobody listens
    const CtlRun run = ctl({u"status"_s, path, u"--json"_s});
    QCOMPARE(run.exit, 69);
    QCOMPARE(run.json()[u"verdicts"_s][u"service"_s][u"verdict"_s].toString(), u"unknown"_s);
    QVERIFY(run.json()[u"machines"_s][0][u"contact"_s][u"error"_s].isObject());
}

void TstLabStatus::unknownHostKeyIs77()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    const QString path = changedProfile(lab, [&](ProfileMachine &machine) {
        machine.knownHostsFile = lab.folder() + u"/nobody_known"_s;
    });
    const CtlRun run = ctl({u"status"_s, path, u"--lang"_s, u"en"_s});
    QCOMPARE(run.exit, 77);
    QVERIFY2(run.err.contains("SHA256:"), run.err.constData());
}

void TstLabStatus::changedHostKeyIs77()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QFile known(lab.folder() + u"/known_hosts"_s);
    QVERIFY(known.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = known.readAll().trimmed().split('\n');
    QVERIFY(lines.size() >= 3);
    // Each host with the key of the next one.
    QByteArray swapped;
    for (int i = 0; i < lines.size(); ++i) {
        const QByteArray &next = lines.at((i + 1) % lines.size());
        swapped += lines.at(i).split(' ').first() + next.mid(next.indexOf(' ')) + '\n';
    }
    QFile other(lab.folder() + u"/swapped_hosts"_s);
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write(swapped);
    other.close();
    const QString path = changedProfile(
        lab, [&](ProfileMachine &machine) { machine.knownHostsFile = other.fileName(); });
    QCOMPARE(ctl({u"status"_s, path}).exit, 77);
}

void TstLabStatus::watchPrintsALineAChange()
{
    OpenLab lab;
    QVERIFY2(lab.up(), lab.said().constData());
    QProcess process;
    process.start(QStringLiteral(BINOME_BIN_DIR "/binomectl"),
                  {u"status"_s, profileOf(lab), u"--watch"_s});
    QByteArray out;
    const auto lineWith = [&](const QByteArray &words) {
        return OpenLab::within(40'000, [&] {
            out += process.readAllStandardOutput();
            return out.contains('\n') && out.contains(words);
        });
    };
    QVERIFY(lineWith("\"status\""));
    QVERIFY2(lab.lab({u"cut"_s, u"drbd"_s}), lab.said().constData());
    QVERIFY(lineWith("WFConnection"));
    process.kill();
    process.waitForFinished();
    for (const QByteArray &line : out.left(out.lastIndexOf('\n')).split('\n'))
        QVERIFY(QJsonDocument::fromJson(line).isObject());
}

void TstLabStatus::wrongWordsAreToldApart_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::newRow("no cluster") << QStringList{u"status"_s} << 64;
    QTest::newRow("two clusters") << QStringList{u"status"_s, u"a"_s, u"b"_s} << 64;
    QTest::newRow("unknown option") << QStringList{u"status"_s, u"a"_s, u"--xml"_s} << 64;
    QTest::newRow("unknown cluster") << QStringList{u"status"_s, u"no such"_s} << 64;
    QTest::newRow("no profile") << QStringList{u"status"_s,
                                               QStringLiteral(BINOME_TEST_SOURCE_DIR "/openlab.h")}
                                << 65;
    QTest::newRow("help") << QStringList{u"status"_s, u"--help"_s} << 0;
}

void TstLabStatus::wrongWordsAreToldApart()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    const CtlRun run = ctl(arguments);
    QCOMPARE(run.exit, exit);
    QCOMPARE(run.out.isEmpty(), exit != 0);
    QCOMPARE(run.err.isEmpty(), exit == 0);
}

BINOME_TEST(TstLabStatus)
#include "tst_labstatus.moc"
