// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

namespace
{
struct Outcome {
    int code = -1;
    QByteArray output;
    QByteArray errors;
};

const QByteArray drbd = "version: 8.3.13 (api:88/proto:86-96)\n"
                        "GIT-hash: 0011223344556677 build by x@y, 2013-01-02 03:04:05\n\n"
                        " 1: cs:StandAlone ro:Primary/Unknown ds:UpToDate/DUnknown   r-----\n"
                        "    ns:1 nr:2 dw:3 dr:4 al:5 bm:6 lo:7 pe:8 ua:9 ap:10 ep:11 wo:f oos:12\n"
                        " 2: cs:Unconfigured\n";
} // namespace

// The program itself: exit codes, streams and keys that scripts rely on.
class TstBinomectlParse : public QObject
{
    Q_OBJECT
private slots:
    void readsStandardInput_data();
    void readsStandardInput();
    void readsAFile();
    void unknownFactsAreNull();
    void keysAreThoseOfTheManual();
    void badInputSaysFileLineColumnAndExpectation();
    void wrongUsageIsSixtyFour_data();
    void wrongUsageIsSixtyFour();
    void helpAndVersionSucceed_data();
    void helpAndVersionSucceed();
    void languageOptionStandsAnywhere();
    void speaksTheLanguageAskedFor();
    void endlessInputIsRefused();

private:
    Outcome run(const QStringList &arguments, const QByteArray &input = {}) const;
    QString fileWith(const QByteArray &text);
    QTemporaryDir m_folder;
};

Outcome TstBinomectlParse::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    process.start(QStringLiteral(BINOME_BIN_DIR "/binomectl"), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {-1, {}, process.errorString().toUtf8()};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString TstBinomectlParse::fileWith(const QByteArray &text)
{
    QFile file(m_folder.filePath(QStringLiteral("input")));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return written ? file.fileName() : QString();
}

void TstBinomectlParse::readsStandardInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no file") << QStringList{QStringLiteral("parse"), QStringLiteral("proc-drbd")};
    QTest::newRow("dash") << QStringList{QStringLiteral("parse"), QStringLiteral("proc-drbd"),
                                         QStringLiteral("-")};
}

void TstBinomectlParse::readsStandardInput()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments, drbd);
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.errors, QByteArray());
    const QJsonObject json = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(json[QStringLiteral("devices")].toArray().size(), 2);
}

void TstBinomectlParse::readsAFile()
{
    const Outcome outcome
        = run({QStringLiteral("parse"), QStringLiteral("proc-drbd"), fileWith(drbd)});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = QJsonDocument::fromJson(outcome.output).object();
    QCOMPARE(json[QStringLiteral("format")].toString(), QStringLiteral("proc-drbd"));
    QCOMPARE(json[QStringLiteral("version")].toString(), QStringLiteral("8.3.13"));
    QCOMPARE(json[QStringLiteral("api")].toInt(), 88);
}

void TstBinomectlParse::unknownFactsAreNull()
{
    const Outcome outcome = run({QStringLiteral("parse"), QStringLiteral("proc-drbd")}, drbd);
    const QJsonArray devices
        = QJsonDocument::fromJson(outcome.output).object()[QStringLiteral("devices")].toArray();
    QVERIFY(devices[0].toObject()[QStringLiteral("protocol")].isNull());
    const QJsonObject unconfigured = devices[1].toObject();
    for (auto it = unconfigured.begin(); it != unconfigured.end(); ++it) {
        const bool told
            = it.key() == QStringLiteral("minor") || it.key() == QStringLiteral("connection");
        QCOMPARE(it.value().isNull(), !told);
    }
}

void TstBinomectlParse::keysAreThoseOfTheManual()
{
    const Outcome outcome = run({QStringLiteral("parse"), QStringLiteral("proc-drbd")}, drbd);
    const QJsonArray devices
        = QJsonDocument::fromJson(outcome.output).object()[QStringLiteral("devices")].toArray();
    QStringList keys = devices[0].toObject().keys();
    keys.sort();
    QCOMPARE(keys.join(u' '),
             QStringLiteral("al ap bm connection dr dw ep flags lo localDisk localRole minor nr ns "
                            "oosKiB pe peerDisk peerRole progress protocol ua wo"));
}

void TstBinomectlParse::badInputSaysFileLineColumnAndExpectation()
{
    const QString file = fileWith(drbd + "noise\n");
    const Outcome outcome = run({QStringLiteral("parse"), QStringLiteral("proc-drbd"), file});
    QCOMPARE(outcome.code, 65);
    QCOMPARE(outcome.output, QByteArray());
    const QByteArray place = file.toUtf8() + ": line 7, column 1: expected ";
    QVERIFY2(outcome.errors.contains(place), outcome.errors.constData());
    QVERIFY2(outcome.errors.contains("noise"), outcome.errors.constData());
}

void TstBinomectlParse::wrongUsageIsSixtyFour_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString parse = QStringLiteral("parse");
    const QString format = QStringLiteral("proc-drbd");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("unknown command") << QStringList{QStringLiteral("prase")};
    QTest::newRow("no format") << QStringList{parse};
    QTest::newRow("unknown format") << QStringList{parse, QStringLiteral("proc-rdbd")};
    QTest::newRow("unknown option") << QStringList{parse, format, QStringLiteral("--pretty")};
    QTest::newRow("two files") << QStringList{parse, format, QStringLiteral("a"),
                                              QStringLiteral("b")};
    QTest::newRow("missing file") << QStringList{parse, format, QStringLiteral("no/such/file")};
    QTest::newRow("unknown language")
        << QStringList{QStringLiteral("--lang"), QStringLiteral("xx"), parse, format};
    QTest::newRow("no language") << QStringList{parse, format, QStringLiteral("--lang")};
}

void TstBinomectlParse::wrongUsageIsSixtyFour()
{
    QFETCH(QStringList, arguments);
    const Outcome outcome = run(arguments, drbd);
    QCOMPARE(outcome.code, 64);
    QCOMPARE(outcome.output, QByteArray());
    QVERIFY(!outcome.errors.isEmpty());
}

void TstBinomectlParse::helpAndVersionSucceed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    const QString help = QStringLiteral("--help");
    QTest::newRow("program") << QStringList{help} << QByteArray("parse");
    QTest::newRow("command") << QStringList{QStringLiteral("parse"), help} << QByteArray("qm-list");
    QTest::newRow("version") << QStringList{QStringLiteral("--version")} << QByteArray("binomectl");
}

void TstBinomectlParse::helpAndVersionSucceed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, word);
    const Outcome outcome = run(arguments);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.output.contains(word), outcome.output.constData());
    QCOMPARE(outcome.errors, QByteArray());
}

void TstBinomectlParse::languageOptionStandsAnywhere()
{
    const QStringList words{QStringLiteral("parse"), QStringLiteral("proc-drbd")};
    QCOMPARE(run(QStringList{QStringLiteral("--lang=en")} + words, drbd).code, 0);
    QCOMPARE(run(words + QStringList{QStringLiteral("--lang"), QStringLiteral("fr")}, drbd).code,
             0);
}

void TstBinomectlParse::speaksTheLanguageAskedFor()
{
    const QStringList words{QStringLiteral("parse"), QStringLiteral("proc-drbd")};
    const Outcome french = run(words + QStringList{QStringLiteral("--lang=fr")}, "version: x");
    QVERIFY2(french.errors.contains("ligne 1, colonne 11"), french.errors.constData());
    const Outcome english = run(words + QStringList{QStringLiteral("--lang=en")}, "version: x");
    QVERIFY2(english.errors.contains("line 1, column 11"), english.errors.constData());
}

void TstBinomectlParse::endlessInputIsRefused()
{
    const QByteArray much(130 * 1024 * 1024, '\n');
    QCOMPARE(run({QStringLiteral("parse"), QStringLiteral("proc-drbd")}, much).code, 65);
}

BINOME_TEST(TstBinomectlParse)
#include "tst_binomectl_parse.moc"
