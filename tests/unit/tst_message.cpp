// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/message.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

class TstMessage : public QObject
{
    Q_OBJECT
private slots:
    void argumentsAreNeverReplacedTwice();
    void aMissingArgumentLeavesItsPlace();
    void sizesAndRatesUseBinaryUnits_data();
    void sizesAndRatesUseBinaryUnits();
    void durationsStayShort_data();
    void durationsStayShort();
    void numbersFollowTheLocale();
    void theLogGetsAWholeSentence();
    void equalityLooksAtTheText();
};

void TstMessage::argumentsAreNeverReplacedTwice()
{
    const Message hostile = message("%1 on %2", {QStringLiteral("%2 %1"), QStringLiteral("node1")});
    QCOMPARE(rendered(hostile), QStringLiteral("%2 %1 on node1"));
}

void TstMessage::aMissingArgumentLeavesItsPlace()
{
    QCOMPARE(rendered(message("%1 and %2", {QStringLiteral("a")})), QStringLiteral("a and %2"));
    QCOMPARE(rendered(message("100 %")), QStringLiteral("100 %"));
}

void TstMessage::sizesAndRatesUseBinaryUnits_data()
{
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<QString>("text");
    QTest::newRow("zero") << qint64(0) << QStringLiteral("0 B");
    QTest::newRow("bytes") << qint64(1023) << QStringLiteral("1023 B");
    QTest::newRow("KiB") << qint64(1024) << QStringLiteral("1.0 KiB");
    QTest::newRow("three figures") << qint64(500) * 1024 * 1024 << QStringLiteral("500 MiB");
    QTest::newRow("GiB") << qint64(13314398618) << QStringLiteral("12.4 GiB");
    QTest::newRow("no unit above TiB") << (qint64(5000) << 40) << QStringLiteral("5000 TiB");
}

void TstMessage::sizesAndRatesUseBinaryUnits()
{
    QFETCH(qint64, bytes);
    QFETCH(QString, text);
    QLocale locale = QLocale::c();
    QCOMPARE(sizeText({bytes}, locale), text);
    QCOMPARE(rateText({double(bytes)}, locale), text + QStringLiteral("/s"));
}

void TstMessage::durationsStayShort_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("ms") << 350 << QStringLiteral("350 ms");
    QTest::newRow("tenths") << 2500 << QStringLiteral("2.5 s");
    QTest::newRow("seconds") << 101'000 << QStringLiteral("101 s");
    QTest::newRow("minutes") << 300'000 << QStringLiteral("5 min");
    QTest::newRow("hours") << 3 * 3'600'000 << QStringLiteral("3 h");
}

void TstMessage::durationsStayShort()
{
    QFETCH(int, ms);
    QFETCH(QString, text);
    QCOMPARE(durationText(std::chrono::milliseconds(ms), QLocale::c()), text);
}

void TstMessage::numbersFollowTheLocale()
{
    const QLocale french(QLocale::French, QLocale::France);
    QCOMPARE(rendered(message("%1", {Bytes{13314398618}}), french), QStringLiteral("12,4 GiB"));
    QCOMPARE(rendered(message("%1", {2.5}), french), QStringLiteral("2,5"));
}

void TstMessage::theLogGetsAWholeSentence()
{
    const Message text
        = message("No answer from %1, port %2", {QStringLiteral("node2"), qint64(22)});
    QCOMPARE(logText(text), QStringLiteral("No answer from node2, port 22"));
}

void TstMessage::equalityLooksAtTheText()
{
    const QByteArray sameText("same"); // another address, as two translation units have
    QVERIFY(message("same") == message(sameText.constData()));
    QVERIFY(!(message("same", {qint64(1)}) == message("same", {qint64(2)})));
}

BINOME_TEST(TstMessage)
#include "tst_message.moc"
