// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confcomparepage.h"
#include "gui/confdiffview.h"
#include "gui/confhistorypage.h"
#include "gui/confmeaning.h"
#include "tests/testmain.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
const QDateTime day(QDate(2014, 3, 1), QTime(2, 14, 5), Qt::UTC);

QString kindsOf(const DiffRows &rows)
{
    QString text;
    for (const DiffRow &row : rows) {
        for (const DiffCell &cell : row.cells)
            text += QStringLiteral("=-+~.…")[int(cell.kind)];
        text += row.conflict ? u"! "_s : u" "_s;
    }
    return text.trimmed();
}

QString lines(int from, int to)
{
    QString text;
    for (int i = from; i <= to; ++i)
        text += u"line %1\n"_s.arg(i);
    return text;
}

QByteArray conf(int version, const QByteArray &address = "10.9.0.1")
{
    return "<cluster name=\"pair\" config_version=\"" + QByteArray::number(version)
        + "\">\n <fencedevices>\n  <fencedevice name=\"bmc1\" agent=\"fence_ipmilan\" ipaddr=\""
        + address + "\" passwd=\"hunter2\"/>\n </fencedevices>\n <clusternodes/>\n</cluster>\n";
}

ConfSide sideOf(const QString &id, const QByteArray &text, bool masked = false)
{
    return {id, u"side "_s + id,
            [text] { return QtFuture::makeReadyFuture(Expected<QByteArray>(text)); }, masked};
}

bool done(ConfComparePage &page)
{
    return QTest::qWaitFor([&] { return !page.isBusy(); }, 20'000);
}

ConfVersion versionOf(qint64 id, quint32 number, bool wellFormed = true)
{
    ConfVersion version;
    version.id = id;
    version.number = number;
    version.wellFormed = wellFormed;
    version.kept = true;
    version.stays = {{NodeName(u"node1"_s), ConfPlace::Local, day.addSecs(id), {}}};
    return version;
}
} // namespace

// What differs in two files, or in three, on its page; and the list of versions.
class TstConfdiff : public QObject
{
    Q_OBJECT
private slots:
    void onlyLinesNearAChangeAreShown();
    void unifiedShowsWhatWasBeforeWhatIs();
    void passwordsAreInNoRow();
    void threeWaysTellsWhoChangedWhat();
    void threeWaysOfAnInsertion();
    void signsDoNotNeedAColour();
    void textOfEachFillCanBeRead();
    void pageComparesByMeaningWithEachEffect();
    void pageComparesBrokenTextByLine();
    void pageTellsWhatCannotBeRead();
    void pageMasksTheOtherSideOfAKeptVersion();
    void historyListsTheNewestFirstAndTellsWhy();
    void historyOffersWhatFitsTheSelection();
};

void TstConfdiff::onlyLinesNearAChangeAreShown()
{
    const QString before = lines(1, 20);
    QString after = before;
    after.replace(u"line 10\n"_s, u"line ten\n"_s).replace(u"line 20\n"_s, QString());
    QCOMPARE(kindsOf(sideBySide(before, after)), u"…… == == == ~~ == == == …… == == == -."_s);
    const DiffRows rows = sideBySide(before, after);
    QCOMPARE(rows[0].hidden, 6);
    QCOMPARE(rows[4].cells[1].text, u"line ten"_s);
    QCOMPARE(rows[4].cells[1].line, 9);
    QVERIFY(!rows[4].cells[1].marks.isEmpty());
    QVERIFY(sideBySide(before, before).size() <= 1);
}

void TstConfdiff::unifiedShowsWhatWasBeforeWhatIs()
{
    const DiffRows rows = unified(u"a\nb\nc\n"_s, u"a\nB\nc\n"_s);
    QCOMPARE(kindsOf(rows), u"= - + ="_s);
    QCOMPARE(rows[1].cells[0].line, 1);
    QCOMPARE(rows[1].otherLine, -1);
    QCOMPARE(rows[2].cells[0].line, -1);
    QCOMPARE(rows[2].otherLine, 1);
    QCOMPARE(rows[3].otherLine, 2);
}

void TstConfdiff::passwordsAreInNoRow()
{
    const QString before = u"<a passwd=\"hunter2\"/>\n"_s;
    const QString after = u"<a passwd=\"hunter3\"/>\n"_s;
    for (const DiffRows &rows :
         {sideBySide(before, after), unified(before, after), threeWays(before, after, before)}) {
        QVERIFY(kindsOf(rows) != u"=="_s);
        for (const DiffRow &row : rows) {
            for (const DiffCell &cell : row.cells)
                QVERIFY2(!cell.text.contains(u"hunter"), qPrintable(cell.text));
        }
    }
}

void TstConfdiff::threeWaysTellsWhoChangedWhat()
{
    const QString opened = lines(1, 12);
    QString mine = opened;
    QString theirs = opened;
    mine.replace(u"line 2\n"_s, u"mine 2\n"_s).replace(u"line 11\n"_s, u"both 11\n"_s);
    theirs.replace(u"line 11\n"_s, u"other 11\n"_s);
    // mine, as it was opened, theirs
    QCOMPARE(kindsOf(threeWays(opened, mine, theirs)),
             u"=== ~-= === === === ……… === === === ~-~! ==="_s);
    // Lines that touch are told apart.
    QCOMPARE(kindsOf(threeWays(u"a\nb\n"_s, u"A\nB\n"_s, u"a\nC\n"_s)), u"~-= ~-~!"_s);
    theirs.replace(u"other 11\n"_s, u"both 11\n"_s);
    QVERIFY(!kindsOf(threeWays(opened, mine, theirs)).contains(u'!'));
}

void TstConfdiff::threeWaysOfAnInsertion()
{
    const DiffRows rows = threeWays(u"a\nb\n"_s, u"a\nx\nb\n"_s, u"a\nb\ny\nz\n"_s);
    QCOMPARE(kindsOf(rows), u"=== +.. === ..+ ..+"_s);
    QCOMPARE(rows[1].cells[0].text, u"x"_s);
    QCOMPARE(rows[2].cells[0].line, 2);
    QCOMPARE(rows[2].cells[1].line, 1);
    QCOMPARE(rows[4].cells[2].text, u"z"_s);
}

void TstConfdiff::signsDoNotNeedAColour()
{
    ConfDiffModel model;
    model.setRows(sideBySide(u"a\nb\n"_s, u"a x\n"_s), {u"one"_s, u"other"_s});
    QSet<QChar> signs;
    for (const DiffKind kind : {DiffKind::Removed, DiffKind::Added, DiffKind::Changed})
        signs << diffSign(kind);
    QCOMPARE(signs.size(), 3);
    QCOMPARE(model.columnCount(), 4);
    for (int row = 0; row < model.rowCount(); ++row) {
        const DiffCell &cell = model.rows()[row].cells[0];
        if (cell.kind != DiffKind::Nothing)
            QVERIFY(model.index(row, 1).data().toString().startsWith(diffSign(cell.kind)));
    }
}

void TstConfdiff::textOfEachFillCanBeRead()
{
    for (const bool dark : {false, true}) {
        const Tokens &colors = tokens(dark);
        for (const QColor &fill :
             {colors.okFill, colors.badFill, colors.warningFill, colors.panel, colors.linkFill})
            QVERIFY(contrast(colors.text, fill) >= 4.5);
        QVERIFY(contrast(colors.ok, colors.okFill) >= 4.5);
        QVERIFY(contrast(colors.bad, colors.badFill) >= 4.5);
        QVERIFY(contrast(colors.warning, colors.warningFill) >= 4.5);
    }
}

void TstConfdiff::pageComparesByMeaningWithEachEffect()
{
    Theme theme;
    ConfComparePage page(theme);
    page.resize(900, 400);
    page.show();
    page.setSides({sideOf(u"a"_s, conf(7)), sideOf(u"b"_s, conf(8, "10.9.0.7"))});
    page.compare(u"a"_s, u"b"_s);
    page.setMode(ConfComparePage::Mode::Meaning);
    QVERIFY(done(page));
    bool found = false;
    for (int i = 0; i < page.meaning().topLevelItemCount(); ++i) {
        const QTreeWidgetItem *row = page.meaning().topLevelItem(i);
        if (!row->text(0).contains(u"10.9.0.7"_s))
            continue;
        found = true;
        QCOMPARE(row->text(1), rendered(effectText(Effect::Live)));
        QVERIFY(!row->icon(1).isNull()); // a sign, not a colour
    }
    QVERIFY(found && page.meaning().isVisible());
    page.setMode(ConfComparePage::Mode::SideBySide);
    QVERIFY(done(page));
    QVERIFY(page.lines().isVisible());
    QCOMPARE(kindsOf(page.lines().rows().rows()), u"~~ == ~~ == == =="_s);
    page.compare(u"b"_s, u"b"_s);
    QVERIFY(done(page));
    QCOMPARE(page.meaning().topLevelItemCount(), 0);
}

void TstConfdiff::pageComparesBrokenTextByLine()
{
    Theme theme;
    ConfComparePage page(theme);
    page.show();
    page.setSides({sideOf(u"a"_s, conf(7)), sideOf(u"b"_s, conf(7).replace("</cl", "</dl"))});
    page.compare(u"a"_s, u"b"_s);
    QVERIFY(done(page));
    QVERIFY2(page.summary().contains(u"not well-formed"_s), qPrintable(page.summary()));
    QVERIFY(page.lines().rows().rowCount() > 0);
}

void TstConfdiff::pageTellsWhatCannotBeRead()
{
    Theme theme;
    ConfComparePage page(theme);
    page.show();
    ConfSide lost = sideOf(u"b"_s, {});
    lost.text = [] {
        return QtFuture::makeReadyFuture(
            Expected<QByteArray>(failure(ErrorKind::Unreachable, message("node2 is silent"))));
    };
    page.setSides({sideOf(u"a"_s, conf(7)), lost});
    page.compare(u"a"_s, u"b"_s);
    QVERIFY(done(page));
    QCOMPARE(page.summary(), u"node2 is silent"_s);
    QCOMPARE(page.lines().rows().rowCount(), 0);
}

void TstConfdiff::pageMasksTheOtherSideOfAKeptVersion()
{
    Theme theme;
    ConfComparePage page(theme);
    page.show();
    page.setSides(
        {sideOf(u"a"_s, conf(7).replace("hunter2", "***"), true), sideOf(u"b"_s, conf(7))});
    page.compare(u"a"_s, u"b"_s);
    QVERIFY(done(page));
    QVERIFY2(page.summary().contains(u"the same"_s), qPrintable(page.summary()));
}

void TstConfdiff::historyListsTheNewestFirstAndTellsWhy()
{
    Theme theme;
    ConfHistoryPage page(theme);
    ConfVersion older = versionOf(1, 11);
    older.stays[0].until = day.addSecs(2);
    older.authors = {{u"ann"_s, u"desk"_s, u"the address was wrong"_s, day}};
    page.show(ConfVersions{versionOf(2, 12), older});
    QCOMPARE(page.list().topLevelItemCount(), 2);
    QCOMPARE(page.list().topLevelItem(0)->text(0), u"12"_s);
    QVERIFY(page.list().topLevelItem(0)->text(2).contains(u"node1"_s));
    QVERIFY(!page.list().topLevelItem(1)->text(2).contains(u"node1"_s));
    QVERIFY(page.list().topLevelItem(1)->text(3).contains(u"the address was wrong"_s));
}

void TstConfdiff::historyOffersWhatFitsTheSelection()
{
    Theme theme;
    ConfHistoryPage page(theme);
    page.setRollBackAllowed(true, {});
    page.show(ConfVersions{versionOf(3, 13, false), versionOf(2, 12), versionOf(1, 11)});
    QSignalSpy compared(&page, &ConfHistoryPage::compareWanted);
    QSignalSpy back(&page, &ConfHistoryPage::rollBackWanted);
    QVERIFY(!page.rollBackButton().isEnabled() && !page.compareButton().isEnabled());
    page.list().topLevelItem(2)->setSelected(true);
    QVERIFY(page.rollBackButton().isEnabled());
    page.rollBackButton().click();
    QCOMPARE(back.takeFirst().at(0).toLongLong(), 1);
    page.compareButton().click();
    QCOMPARE(compared.takeFirst(), (QVariantList{qint64(1), qint64(-1)}));
    page.list().topLevelItem(1)->setSelected(true);
    QVERIFY(!page.rollBackButton().isEnabled());
    page.compareButton().click();
    QCOMPARE(compared.takeFirst(), (QVariantList{qint64(1), qint64(2)}));
    page.list().clearSelection();
    page.list().topLevelItem(0)->setSelected(true);
    QVERIFY(!page.rollBackButton().isEnabled());
    QVERIFY(page.rollBackButton().toolTip().contains(u"not well-formed"_s));
    page.setRollBackAllowed(false, u"why"_s);
    page.list().clearSelection();
    page.list().topLevelItem(1)->setSelected(true);
    QCOMPARE(page.rollBackButton().toolTip(), u"why"_s);
}

BINOME_TEST(TstConfdiff)
#include "tst_confdiff.moc"
