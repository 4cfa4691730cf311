// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/frameparser.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace std::chrono_literals;

class TstFrameParser : public QObject
{
    Q_OBJECT
private slots:
    void parserRefuses_data();
    void parserRefuses();
    void parserTakesFramesByteByByte();
    void endlessNoiseIsGivenUp();
};

void TstFrameParser::parserRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("words") << QByteArray("hello world\n");
    QTest::newRow("unknown probe") << QByteArray("7 0 0 1 0\nx\n");
    QTest::newRow("negative index") << QByteArray("-1 0 0 1 0\nx\n");
    QTest::newRow("huge count") << QByteArray("0 0 0 99999999999 0\n");
    QTest::newRow("count overflows") << QByteArray("0 0 0 99999999999999999999999999 0\n");
    QTest::newRow("huge stderr") << QByteArray("0 0 0 1 5000\n");
    QTest::newRow("no end mark") << QByteArray("0 0 0 1 0\nxy");
    QTest::newRow("endless header") << QByteArray(100, '1');
    QTest::newRow("too few words") << QByteArray("0 0 0\n");
    QTest::newRow("binary") << QByteArray("\0\1\2\n", 4);
    QTest::newRow("empty line") << QByteArray("\n");
}

void TstFrameParser::parserRefuses()
{
    QFETCH(QByteArray, bytes);
    FrameParser parser("abc", {100});
    QVERIFY(parser.feed("abc 1 ok\n"));
    const auto frames = parser.feed(bytes);
    QVERIFY(!frames);
    QCOMPARE(frames.error().kind, ErrorKind::ParseFailed);
}

void TstFrameParser::parserTakesFramesByteByByte()
{
    FrameParser parser("abc", {100, 100});
    const QByteArray all = "noise abc 1 ok\n!\n1 2 30 3 2\nxy\nzz\n0 0 1 =\n0 0 1 !\n";
    QList<Frame> frames;
    for (const char byte : all) {
        const auto some = parser.feed(QByteArray(1, byte));
        QVERIFY(some);
        frames << *some;
    }
    QCOMPARE(frames.size(), 5);
    QCOMPARE(frames.at(2).output, QByteArray("xy\n"));
    QCOMPARE(frames.at(2).errors, QByteArray("zz"));
    QCOMPARE(frames.at(2).status, 2);
    QCOMPARE(frames.at(2).duration, 300ms);
    QCOMPARE(frames.at(3).kind, FrameKind::Same);
    QCOMPARE(frames.at(4).kind, FrameKind::TooMuch);
}

void TstFrameParser::endlessNoiseIsGivenUp()
{
    FrameParser parser("abc", {});
    bool refused = false;
    for (int i = 0; i < 200 && !refused; ++i)
        refused = !parser.feed(QByteArray(1024, 'x'));
    QVERIFY(refused);
}

BINOME_TEST(TstFrameParser)
#include "tst_frameparser.moc"
