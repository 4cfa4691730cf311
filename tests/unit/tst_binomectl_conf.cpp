// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
struct Outcome {
    int code = -1;
    QByteArray output;
    QByteArray errors;
    QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
};

const QByteArray conf = R"(<cluster name="pair" config_version="7">
  <cman two_node="1" expected_votes="1"/>
  <fence_daemon post_join_delay="60"/>
  <fencedevices>
    <fencedevice name="bmc1" agent="fence_ipmilan" ipaddr="10.0.0.1" lanplus="1" passwd="hunter2" delay="15"/>
    <fencedevice name="bmc2" agent="fence_ipmilan" ipaddr="10.0.0.2" lanplus="1" passwd="hunter2"/>
  </fencedevices>
  <clusternodes>
    <clusternode name="alpha" nodeid="1"><fence><method name="1"><device name="bmc1"/></method></fence></clusternode>
    <clusternode name="beta" nodeid="2"><fence><method name="1"><device name="bmc2"/></method></fence></clusternode>
  </clusternodes>
  <rm/>
</cluster>
)";
} // namespace

// binomectl lint and binomectl conf diff: exit codes, streams and keys that scripts rely on.
class TstBinomectlConf : public QObject
{
    Q_OBJECT
private slots:
    void lintOfAGoodFileSucceeds();
    void lintOfABadFileIsOne();
    void lintOfAMalformedFileSaysItsPlace();
    void lintAgainstTheRunningFile();
    void lintSpeaksFrench();
    void diffByLineAndByMeaning();
    void diffAsText();
    void diffNeverShowsAPassword();
    void diffOfAMalformedFileIsByLineOnly();
    void wrongUsageIsSixtyFour_data();
    void wrongUsageIsSixtyFour();
    void badInputIsSixtyFive();

private:
    Outcome run(const QStringList &arguments, const QByteArray &input = {},
                const QString &language = QStringLiteral("en")) const;
    QString fileWith(const QString &name, const QByteArray &text) const;
    QTemporaryDir m_folder;
};

Outcome TstBinomectlConf::run(const QStringList &arguments, const QByteArray &input,
                              const QString &language) const
{
    QProcess process;
    process.start(QStringLiteral(BINOME_BIN_DIR "/binomectl"),
                  QStringList{u"--lang="_s + language} + arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TstBinomectlConf::fileWith(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return written ? file.fileName() : QString();
}

void TstBinomectlConf::lintOfAGoodFileSucceeds()
{
    const Outcome outcome = run({u"lint"_s, u"-"_s, u"--json"_s}, conf);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.errors, QByteArray());
    const QJsonObject json = outcome.json();
    QCOMPARE(json[u"format"_s].toString(), u"lint"_s);
    QVERIFY(json[u"wellFormed"_s].toBool());
    QVERIFY(json[u"schemaValid"_s].toBool());
    QVERIFY(json[u"quorumTiming"_s].isNull());
    const QJsonObject first = json[u"findings"_s].toArray().first().toObject(); // C05
    for (const QString &key :
         {u"id"_s, u"severity"_s, u"line"_s, u"column"_s, u"message"_s, u"reason"_s, u"source"_s})
        QVERIFY2(first.contains(key), qPrintable(key));
    QCOMPARE(first[u"severity"_s].toString(), u"warning"_s);
    QVERIFY(!outcome.output.contains("hunter2"));
}

void TstBinomectlConf::lintOfABadFileIsOne()
{
    const Outcome outcome
        = run({u"lint"_s, u"--json"_s, u"-"_s},
              QByteArray(conf).replace("expected_votes=\"1\"", "expected_votes=\"3\""));
    QCOMPARE(outcome.code, 1);
    const QJsonObject first = outcome.json()[u"findings"_s].toArray().first().toObject();
    QCOMPARE(first[u"id"_s].toString(), u"C08"_s);
    QCOMPARE(first[u"severity"_s].toString(), u"error"_s);
    QCOMPARE(first[u"line"_s].toInt(), 2);
    QCOMPARE(first[u"column"_s].toInt(), 22);
    QCOMPARE(first[u"fix"_s].toString(), u"set expected_votes to 1"_s);
}

void TstBinomectlConf::lintOfAMalformedFileSaysItsPlace()
{
    const QString file = fileWith(u"bad"_s, "<cluster>\n  <cman x=1/>\n</cluster>\n");
    const Outcome outcome = run({u"lint"_s, file});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.output.startsWith(file.toUtf8()
                                       + ":2:11: error C01: “x” needs a value in quotes\n"),
             outcome.output.constData());
}

void TstBinomectlConf::lintAgainstTheRunningFile()
{
    const QString running = fileWith(u"running"_s, conf);
    const Outcome same = run({u"lint"_s, u"-"_s, u"--against"_s, running, u"--json"_s}, conf);
    QCOMPARE(same.code, 1);
    QCOMPARE(same.json()[u"findings"_s].toArray().first().toObject()[u"id"_s].toString(), u"C02"_s);
    const Outcome raised = run({u"lint"_s, u"-"_s, u"--against"_s, running},
                               QByteArray(conf).replace("\"7\"", "\"8\""));
    QCOMPARE(raised.code, 0);
    QVERIFY(raised.output.contains("note C16: cluster: version changed from 7 to 8\n"));
}

void TstBinomectlConf::lintSpeaksFrench()
{
    const Outcome outcome = run({u"lint"_s, u"-"_s}, conf, u"fr"_s);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains(": avertissement C05"), outcome.output.constData());
}

void TstBinomectlConf::diffByLineAndByMeaning()
{
    const QString a = fileWith(u"a"_s, conf);
    const QString b = fileWith(
        u"b"_s, QByteArray(conf).replace("10.0.0.2", "10.0.0.9").replace("  <rm/>\n", ""));
    const Outcome outcome = run({u"conf"_s, u"diff"_s, a, b, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = outcome.json();
    QCOMPARE(json[u"format"_s].toString(), u"conf-diff"_s);
    const QJsonArray hunks = json[u"hunks"_s].toArray();
    QCOMPARE(hunks.size(), 2);
    QCOMPARE(hunks[0].toObject()[u"before"_s].toInt(), 6);
    const QJsonArray meaning = json[u"meaning"_s].toArray();
    QCOMPARE(meaning.size(), 2);
    QCOMPARE(meaning[0].toObject()[u"message"_s].toString(),
             u"fence device bmc2: address changed from 10.0.0.2 to 10.0.0.9"_s);
    QCOMPARE(meaning[0].toObject()[u"effect"_s].toString(), u"live"_s);
    QVERIFY(meaning[1].toObject()[u"lineAfter"_s].isNull());
}

void TstBinomectlConf::diffAsText()
{
    const QString a = fileWith(u"a"_s, conf);
    const QString b = fileWith(u"b"_s, QByteArray(conf).replace("two_node=\"1\" ", ""));
    const Outcome outcome = run({u"conf"_s, u"diff"_s, a, b});
    QVERIFY2(
        outcome.output.contains("@@ -1,5 +1,5 @@\n <cluster name=\"pair\" config_version=\"7\">\n"
                                "-  <cman two_node=\"1\" expected_votes=\"1\"/>\n"
                                "+  <cman expected_votes=\"1\"/>\n"),
        outcome.output.constData());
    QVERIFY(outcome.output.endsWith(
        "* <cman>: two_node removed, it was 1 (needs a restart of cman on all nodes)\n"));
    QCOMPARE(run({u"conf"_s, u"diff"_s, a, a}).output, QByteArray("Both say the same.\n"));
}

void TstBinomectlConf::diffNeverShowsAPassword()
{
    const QString a = fileWith(u"a"_s, conf);
    const QString b = fileWith(
        u"b"_s, QByteArray(conf).replace("passwd=\"hunter2\" delay", "passwd=\"other99\" delay"));
    for (const QStringList &options : {QStringList(), QStringList{u"--json"_s}}) {
        const Outcome outcome = run(QStringList{u"conf"_s, u"diff"_s, a, b} + options);
        QVERIFY(outcome.output.contains("fence device bmc1: password changed"));
        QVERIFY(outcome.output.contains("passwd=") || outcome.output.contains("passwd=\\\""));
        QVERIFY(!outcome.output.contains("hunter2") && !outcome.output.contains("other99"));
    }
}

void TstBinomectlConf::diffOfAMalformedFileIsByLineOnly()
{
    const QString a = fileWith(u"a"_s, conf);
    const QString b = fileWith(u"b"_s, QByteArray(conf).replace("<rm/>", "<rm>"));
    const Outcome outcome = run({u"conf"_s, u"diff"_s, a, b, u"--json"_s});
    QCOMPARE(outcome.code, 65);
    QVERIFY(outcome.json()[u"meaning"_s].isNull());
    QCOMPARE(outcome.json()[u"hunks"_s].toArray().size(), 1);
    QVERIFY(outcome.errors.contains("line "));
}

void TstBinomectlConf::wrongUsageIsSixtyFour_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("lint of nothing") << QStringList{u"lint"_s};
    QTest::newRow("lint of two") << QStringList{u"lint"_s, u"a"_s, u"b"_s};
    QTest::newRow("lint, unknown option") << QStringList{u"lint"_s, u"--fix"_s, u"a"_s};
    QTest::newRow("lint of no file") << QStringList{u"lint"_s, u"/nowhere/cluster.conf"_s};
    QTest::newRow("conf of nothing") << QStringList{u"conf"_s};
    QTest::newRow("diff of one") << QStringList{u"conf"_s, u"diff"_s, u"a"_s};
    QTest::newRow("diff of no file")
        << QStringList{u"conf"_s, u"diff"_s, u"/nowhere/a"_s, u"/nowhere/b"_s};
}

void TstBinomectlConf::wrongUsageIsSixtyFour()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 64);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(outcome.errors.contains("--help"));
}

void TstBinomectlConf::badInputIsSixtyFive()
{
    const QString running = fileWith(u"running"_s, "no XML");
    QCOMPARE(run({u"lint"_s, u"-"_s, u"--against"_s, running}, conf).code, 65);
}

BINOME_TEST(TstBinomectlConf)
#include "tst_binomectl_conf.moc"
