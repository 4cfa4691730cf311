// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/linediff.h"
#include "core/base/sequencediff.h"
#include "tests/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Core;

namespace
{
// What the hunks make of `before`: the texts of the other side put in their places.
QString patched(const QString &before, const QString &after, const QList<LineHunk> &hunks)
{
    const auto whole = [](const QString &text) {
        QStringList lines;
        for (qsizetype from = 0; from < text.size();) {
            const qsizetype end = text.indexOf(u'\n', from);
            const qsizetype next = end < 0 ? text.size() : end + 1;
            lines << text.sliced(from, next - from);
            from = next;
        }
        return lines;
    };
    const QStringList from = whole(before);
    const QStringList to = whole(after);
    QString result;
    int at = 0;
    for (const LineHunk &hunk : hunks) {
        for (; at < hunk.before; ++at)
            result += from.at(at);
        for (int i = 0; i < hunk.afterCount; ++i)
            result += to.at(hunk.after + i);
        at += hunk.beforeCount;
    }
    for (; at < from.size(); ++at)
        result += from.at(at);
    return result;
}

// Empty: each line of each hunk stands in exactly one row, in order.
QString faultOfRows(const QList<LineHunk> &hunks)
{
    for (const LineHunk &hunk : hunks) {
        int before = hunk.before;
        int after = hunk.after;
        for (const LineRow &row : hunk.rows) {
            if (row.before >= 0 && row.before != before++)
                return QStringLiteral("a line before is missing or out of order");
            if (row.after >= 0 && row.after != after++)
                return QStringLiteral("a line after is missing or out of order");
        }
        if (before != hunk.before + hunk.beforeCount || after != hunk.after + hunk.afterCount)
            return QStringLiteral("not every line has a row");
    }
    return {};
}

QString randomText(QRandomGenerator &random, int lines, int kinds)
{
    QString text;
    for (int i = 0; i < lines; ++i)
        text += QStringLiteral("<line kind=\"%1\"/>\n").arg(random.bounded(kinds));
    return text;
}

QString marked(const QString &line, const QList<LinePart> &marks)
{
    QStringList words;
    for (const LinePart &mark : marks)
        words << line.mid(mark.start, mark.size);
    return words.join(u'|');
}

// The length of the longest common subsequence, by the plain table.
int longestCommon(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<std::vector<int>> best(a.size() + 1, std::vector<int>(b.size() + 1));
    for (size_t i = a.size(); i-- > 0;) {
        for (size_t j = b.size(); j-- > 0;)
            best[i][j]
                = a[i] == b[j] ? 1 + best[i + 1][j + 1] : std::max(best[i + 1][j], best[i][j + 1]);
    }
    return best[0][0];
}

std::vector<int> randomNumbers(QRandomGenerator &random, int count, int kinds)
{
    std::vector<int> numbers;
    for (int i = 0; i < count; ++i)
        numbers.push_back(int(random.bounded(kinds)));
    return numbers;
}
} // namespace

class TstLinediff : public QObject
{
    Q_OBJECT
private slots:
    void equalTextsHaveNoHunks();
    void hunksSayWhereAndHowMany_data();
    void hunksSayWhereAndHowMany();
    void changedWordsAreMarked_data();
    void changedWordsAreMarked();
    void linesThatResembleShareARow();
    void anyTwoTextsPatchIntoEachOther_data();
    void anyTwoTextsPatchIntoEachOther();
    void shortSequencesKeepAllTheyShare();
    void longTextsOfUniqueLinesKeepAllTheyShare();
};

void TstLinediff::equalTextsHaveNoHunks()
{
    QVERIFY(lineDiff(u"", u"").isEmpty());
    QVERIFY(lineDiff(u"a\nb\n", u"a\nb\n").isEmpty());
}

void TstLinediff::hunksSayWhereAndHowMany_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("wanted");
    const auto row
        = [](const char *name, const char *before, const char *after, const char *wanted) {
              QTest::newRow(name) << QString::fromLatin1(before) << QString::fromLatin1(after)
                                  << QString::fromLatin1(wanted);
          };
    row("changed", "a\nb\nc\n", "a\nx\nc\n", "1+1 1+1");
    row("added at the end", "a\n", "a\nb\n", "1+0 1+1");
    row("removed at the start", "a\nb\n", "b\n", "0+1 0+0");
    row("from nothing", "", "a\nb\n", "0+0 0+2");
    row("a carriage return", "a\r\nb\n", "a\nb\n", "0+1 0+1");
    row("no line end at the end", "a\nb\n", "a\nb", "1+1 1+1");
    row("two places", "a\nb\nc\nd\n", "x\nb\nc\n", "0+1 0+1; 3+1 3+0");
}

void TstLinediff::hunksSayWhereAndHowMany()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, wanted);
    QStringList found;
    for (const LineHunk &hunk : lineDiff(before, after))
        found << QStringLiteral("%1+%2 %3+%4")
                     .arg(hunk.before)
                     .arg(hunk.beforeCount)
                     .arg(hunk.after)
                     .arg(hunk.afterCount);
    QCOMPARE(found.join(QStringLiteral("; ")), wanted);
}

void TstLinediff::changedWordsAreMarked_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("wanted");
    const auto row
        = [](const char *name, const char *before, const char *after, const char *wanted) {
              QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after)
                                  << QString::fromUtf8(wanted);
          };
    row("a value", "<totem token=\"10000\"/>", "<totem token=\"54000\"/>", "10000 -> 54000");
    row("an attribute more", "<a x=\"1\"/>", "<a x=\"1\" y=\"2\"/>", " ->  y=\"2\"");
    row("an attribute less", "<cman two_node=\"1\" expected_votes=\"1\"/>",
        "<cman expected_votes=\"3\"/>", "two_node=\"1\" |1 -> 3");
    row("nothing in common", "alpha beta", "gamma delta", " -> ");
    row("a carriage return", "<a x=\"1\"/>\r", "<a x=\"1\"/>", "\r -> ");
    row("beyond 16 bits", "<a n=\"one two \xF0\x9F\x8E\xBA\"/>",
        "<a n=\"one two \xF0\x9F\x8E\xBB\"/>", "\xF0\x9F\x8E\xBA -> \xF0\x9F\x8E\xBB");
}

void TstLinediff::changedWordsAreMarked()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QFETCH(QString, wanted);
    const QList<LineHunk> hunks = lineDiff(before, after);
    QCOMPARE(hunks.size(), 1);
    const LineRow row = hunks.first().rows.first();
    QCOMPARE(marked(before, row.marksBefore) + QStringLiteral(" -> ")
                 + marked(after, row.marksAfter),
             wanted);
}

void TstLinediff::linesThatResembleShareARow()
{
    const QList<LineHunk> hunks
        = lineDiff(u"<node name=\"alpha\" id=\"1\"/>\n",
                   u"<!-- the first of two -->\n<node name=\"alpha\" id=\"7\"/>\n");
    QCOMPARE(hunks.size(), 1);
    const QList<LineRow> &rows = hunks.first().rows;
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.at(0) == LineRow({-1, 0}));
    QCOMPARE(rows.at(1).before, 0);
    QCOMPARE(rows.at(1).after, 1);
}

void TstLinediff::anyTwoTextsPatchIntoEachOther_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<int>("kinds");
    QTest::newRow("short") << 12 << 4;
    QTest::newRow("few kinds of lines") << 1'500 << 3;
    QTest::newRow("half of them shared") << 1'500 << 1'500;
    QTest::newRow("hardly any shared") << 1'500 << 1'000'000;
}

void TstLinediff::anyTwoTextsPatchIntoEachOther()
{
    QFETCH(int, lines);
    QFETCH(int, kinds);
    QRandomGenerator random(20'260'114);
    for (int round = 0; round < 8; ++round) {
        const QString before = randomText(random, int(random.bounded(lines)), kinds);
        QString after = randomText(random, int(random.bounded(lines)), kinds);
        after.truncate(after.size() - round % 2);
        const QList<LineHunk> hunks = lineDiff(before, after);
        QCOMPARE(patched(before, after, hunks), after);
        QCOMPARE(faultOfRows(hunks), QString());
    }
}

void TstLinediff::shortSequencesKeepAllTheyShare()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        const std::vector<int> a = randomNumbers(random, int(random.bounded(60)), 8);
        const std::vector<int> b = randomNumbers(random, int(random.bounded(60)), 8);
        const std::vector<Match> matches = commonSequence(a, b);
        QCOMPARE(int(matches.size()), longestCommon(a, b));
        for (const Match &match : matches)
            QCOMPARE(a[size_t(match.a)], b[size_t(match.b)]);
    }
}

void TstLinediff::longTextsOfUniqueLinesKeepAllTheyShare()
{
    std::vector<int> a(3'000);
    for (size_t i = 0; i < a.size(); ++i)
        a[i] = int(i);
    std::vector<int> b = a;
    b.erase(b.begin() + 700, b.begin() + 1'900); // more than a window
    b.insert(b.begin() + 100, 40, -1);
    QCOMPARE(int(commonSequence(a, b).size()), 1'800);
}

BINOME_TEST(TstLinediff)
#include "tst_linediff.moc"
