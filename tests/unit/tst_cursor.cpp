// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/cursor.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;

class TstCursor : public QObject
{
    Q_OBJECT
private slots:
    void linesLoseTheirEndings();
    void lastLineNeedsNoEnding();
    void numbersAreWholeWords_data();
    void numbersAreWholeWords();
    void cursorPassesOnlyWhatStandsThere();
    void keyAndValueKnowTheirColumns();
    void failureNamesLineColumnAndExpectation();
    void excerptIsShortAndPrintable();
    void excerptShowsThePlace();
    void excerptHidesSecrets_data();
    void excerptHidesSecrets();
};

void TstCursor::linesLoseTheirEndings()
{
    Lines lines("\xEF\xBB\xBF"
                "a\r\n\nb\n");
    QList<QByteArray> seen;
    while (lines.next())
        seen << lines.line().toByteArray() + '@' + QByteArray::number(lines.number());
    QCOMPARE(seen, QList<QByteArray>({"a@1", "@2", "b@3"}));
    QVERIFY(!lines.next());
}

void TstCursor::lastLineNeedsNoEnding()
{
    Lines lines("one");
    QVERIFY(lines.next());
    QCOMPARE(lines.line(), QByteArrayView("one"));
    QVERIFY(!lines.next());
    QVERIFY(lines.line().isEmpty());
}

void TstCursor::numbersAreWholeWords_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<int>("value"); // -1: none
    QTest::newRow("zero") << QByteArray("0") << 0;
    QTest::newRow("plain") << QByteArray("2147483647") << 2147483647;
    QTest::newRow("out of range") << QByteArray("2147483648") << -1;
    QTest::newRow("empty") << QByteArray("") << -1;
    QTest::newRow("trailing text") << QByteArray("12x") << -1;
    QTest::newRow("leading blank") << QByteArray(" 12") << -1;
    QTest::newRow("plus") << QByteArray("+12") << -1;
    QTest::newRow("NUL") << QByteArray("1\0", 2) << -1;
}

void TstCursor::numbersAreWholeWords()
{
    QFETCH(QByteArray, word);
    QFETCH(int, value);
    QCOMPARE(number<int>(word).value_or(-1), value);
}

void TstCursor::cursorPassesOnlyWhatStandsThere()
{
    Cursor cursor("  cs:Up 12K", 7);
    QVERIFY(!cursor.skip("cs:"));
    cursor.skipBlanks();
    QCOMPARE(cursor.column(), 3);
    QVERIFY(cursor.skip("cs:"));
    QCOMPARE(cursor.word(), QByteArrayView("Up"));
    QVERIFY(cursor.word().isEmpty());
    cursor.skipBlanks();
    QCOMPARE(cursor.number<int>().value_or(-1), 12);
    QVERIFY(!cursor.number<int>());
    QVERIFY(cursor.skip('K'));
    QVERIFY(cursor.atEnd());
    QVERIFY(!cursor.skip('\0'));
    QCOMPARE(cursor.lineNumber(), 7);
}

void TstCursor::keyAndValueKnowTheirColumns()
{
    const auto pair = keyValue("  Node votes :  1 ");
    QVERIFY(pair);
    QCOMPARE(pair->key, QByteArrayView("Node votes"));
    QCOMPARE(pair->value, QByteArrayView("1"));
    QCOMPARE(pair->keyColumn, 3);
    QCOMPARE(pair->valueColumn, 17);
    QVERIFY(!keyValue("no separator"));
    QVERIFY(!keyValue(" : value"));
    QVERIFY(keyValue("empty:")->value.isEmpty());
}

void TstCursor::failureNamesLineColumnAndExpectation()
{
    const Error error
        = parseFailure(1024, 7, message("a number"), QByteArrayView("votes: many")).value();
    QCOMPARE(error.kind, ErrorKind::ParseFailed);
    QCOMPARE(rendered(error.what), QStringLiteral("line 1024, column 7: expected a number"));
    QCOMPARE(error.detail, QStringLiteral("votes: many"));
}

void TstCursor::excerptIsShortAndPrintable()
{
    const QByteArray binary("a\0\x1b[2J\xff\t", 8);
    QCOMPARE(excerpt(binary), QStringLiteral("a\\x00\\x1b[2J\\xff\\t"));
    QVERIFY(excerpt(QByteArray(100'000, '\x01')).size() <= 80);
    QVERIFY(excerpt(QByteArray(100'000, 'x'), 50'000).size() <= 80);
    QVERIFY(excerpt({}, 99).isEmpty());
}

void TstCursor::excerptShowsThePlace()
{
    const QByteArray line = QByteArray(5'000, 'a') + " wrong here " + QByteArray(5'000, 'b');
    QVERIFY(excerpt(line, 5'002).contains(QStringLiteral("wrong here")));
    QVERIFY(excerpt(line, 5'002).startsWith(QStringLiteral("...")));
}

void TstCursor::excerptHidesSecrets_data()
{
    QTest::addColumn<QByteArray>("line");
    const QByteArray text = "<fencedevice name=\"f\" passwd=\"hunter2hunter2\" agent=\"x\"/>";
    QTest::newRow("plain") << text;
    QTest::newRow("behind a long line") << QByteArray(QByteArray(4'000, 'z') + ' ' + text);
}

void TstCursor::excerptHidesSecrets()
{
    QFETCH(QByteArray, line);
    for (int column = 1; column <= line.size(); ++column)
        QVERIFY2(!excerpt(line, column).contains(QStringLiteral("unter2")),
                 qPrintable(excerpt(line, column)));
}

BINOME_TEST(TstCursor)
#include "tst_cursor.moc"
