// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clusterconf/keptconf.h"
#include "core/store/confhistory.h"
#include "gui/confcomparepage.h"
#include "gui/confdiffview.h"
#include "gui/confhistorypage.h"
#include "gui/confmeaning.h"
#include "gui/confpages.h"
#include "gui/confpanel.h"
#include "gui/confpasswords.h"
#include "gui/mainwindow.h"
#include "tests/gui/confsource.h"
#include "tests/gui/fakeaction.h"
#include "tests/testmain.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
const QDateTime day(QDate(2014, 3, 1), QTime(2, 14, 5), Qt::UTC);

// A window whose cluster has a history: 10 and 11 before the 12 that is there.
struct Desk {
    explicit Desk(const QByteArray &file = ConfSample::fenced(12))
        : source(file), history(folder.filePath(u"conf.db"_s)), window(theme)
    {
        for (const int version : {10, 11, 12}) {
            QByteArray text = ConfSample::fenced(version);
            if (version == 10)
                text.replace("10.9.0.2", "10.9.0.9");
            history.saw({SampleCluster::node(1), ConfPlace::Committed, day.addSecs(version),
                         keptConf(text)});
        }
        history.wrote(keptConf(ConfSample::fenced(11)),
                      {u"ann"_s, u"desk"_s, u"the address was wrong"_s, day});
        source.reader().history = &history;
        source.reader().current = [this] { return QByteArrayList{source.committed}; };
        window.addCluster(u"pve-ha"_s, source, &actions);
        window.resize(1280, 800);
        window.show();
        window.showPanel(u"configuration"_s);
        pages = window.configuration()->findChild<ConfPages *>();
    }
    bool ready()
    {
        return QTest::qWaitFor(
            [this] {
                return panel().isOpen() && panel().isJudged()
                    && pages->history().versions().size() == 3;
            },
            20'000);
    }
    ConfPanel &panel() { return *window.configuration(); }
    bool compared()
    {
        return QTest::qWaitFor([this] { return !pages->compare().isBusy(); }, 20'000);
    }
    void select(const QList<int> &rows)
    {
        pages->history().list().clearSelection();
        for (const int row : rows)
            pages->history().list().topLevelItem(row)->setSelected(true);
    }

    QTemporaryDir folder;
    Theme theme;
    ConfSample::Source source;
    FakeAction::Source actions;
    ConfHistory history;
    MainWindow window;
    ConfPages *pages = nullptr;
};
} // namespace

// What two files differ in, and the way back to an earlier one.
class TstConfpages : public QObject
{
    Q_OBJECT
private slots:
    void comparedByMeaningWithItsEffect();
    void brokenTextIsComparedByLine();
    void keptVersionIsComparedWithoutPasswords();
    void concurrentEditIsShownThreeWays();
    void historyTellsWhoAndWhy();
    void twoVersionsAreCompared();
    void rollBackPutsTheTextUnderTheNextNumber();
    void missingPasswordIsAskedFor();
    void brokenVersionIsNoWayBack();
};

void TstConfpages::comparedByMeaningWithItsEffect()
{
    Desk desk;
    QVERIFY(desk.ready());
    desk.panel().setText(QByteArray(ConfSample::fenced(13)).replace("10.9.0.2", "10.9.0.7"));
    desk.pages->showCompare();
    desk.pages->compare().setMode(ConfComparePage::Mode::Meaning);
    QVERIFY(desk.compared());
    ConfMeaning &rows = desk.pages->compare().meaning();
    bool found = false;
    for (int i = 0; i < rows.topLevelItemCount(); ++i) {
        const QTreeWidgetItem *row = rows.topLevelItem(i);
        if (!row->text(0).contains(u"10.9.0.7"_s))
            continue;
        found = true;
        QCOMPARE(row->text(1), rendered(effectText(Effect::Live)));
        QVERIFY(!row->icon(1).isNull());
    }
    QVERIFY(found);
    QVERIFY(rows.isVisible());
}

void TstConfpages::brokenTextIsComparedByLine()
{
    Desk desk;
    QVERIFY(desk.ready());
    desk.panel().setText(QByteArray(ConfSample::fenced(13)).replace("</cluster>", "</clus"));
    desk.pages->showCompare();
    desk.pages->compare().setMode(ConfComparePage::Mode::SideBySide);
    QVERIFY(desk.compared());
    QVERIFY(desk.pages->compare().summary().contains(u"not well-formed"_s));
    QVERIFY(desk.pages->compare().lines().rows().rowCount() > 2);
}

void TstConfpages::keptVersionIsComparedWithoutPasswords()
{
    Desk desk;
    QVERIFY(desk.ready());
    desk.pages->showCompare();
    desk.pages->compare().compare(u"@2"_s, u"edited"_s);
    QVERIFY(desk.compared());
    QString all;
    for (const DiffRow &row : desk.pages->compare().lines().rows().rows()) {
        if (row.cells[0].kind != DiffKind::Same && row.cells[0].kind != DiffKind::Gap)
            all += row.cells[0].text;
    }
    QVERIFY2(all.contains(u"config_version=\"11\""_s) && !all.contains(u"passwd"_s),
             qPrintable(all));
}

void TstConfpages::concurrentEditIsShownThreeWays()
{
    Desk desk;
    QVERIFY(desk.ready());
    desk.panel().setText(QByteArray(ConfSample::fenced(13)).replace("10.9.0.2", "10.9.0.7"));
    desk.pages->showCompare();
    desk.source.hold(QByteArray(ConfSample::fenced(13)).replace("10.9.0.2", "10.9.0.8"), 13);
    QVERIFY(QTest::qWaitFor(
        [&] { return desk.pages->compare().mode() == ConfComparePage::Mode::ThreeWays; }, 20'000));
    QVERIFY(desk.compared());
    const DiffRows &rows = desk.pages->compare().lines().rows().rows();
    QVERIFY(std::any_of(rows.begin(), rows.end(), [](const DiffRow &row) {
        return row.conflict && row.cells.size() == 3 && row.cells[0].text.contains(u"10.9.0.7"_s)
            && row.cells[2].text.contains(u"10.9.0.8"_s);
    }));
}

void TstConfpages::historyTellsWhoAndWhy()
{
    Desk desk;
    QVERIFY(desk.ready());
    const QTreeWidget &list = desk.pages->history().list();
    QCOMPARE(list.topLevelItemCount(), 3);
    QCOMPARE(list.topLevelItem(0)->text(0), u"12"_s); // the newest first
    QVERIFY(list.topLevelItem(0)->text(2).contains(u"node1"_s));
    QVERIFY(list.topLevelItem(1)->text(3).contains(u"the address was wrong"_s));
    QVERIFY(list.topLevelItem(1)->text(3).contains(u"ann"_s));
}

void TstConfpages::twoVersionsAreCompared()
{
    Desk desk;
    QVERIFY(desk.ready());
    desk.pages->showHistory();
    desk.select({0, 2});
    desk.pages->history().compareButton().click();
    QVERIFY(desk.pages->compare().isVisible());
    QVERIFY(desk.compared());
    QVERIFY(desk.pages->compare().summary().contains(u"2 line(s) differ"_s));
}

void TstConfpages::rollBackPutsTheTextUnderTheNextNumber()
{
    Desk desk;
    QVERIFY(desk.ready());
    desk.pages->showHistory();
    QVERIFY(!desk.pages->history().rollBackButton().isEnabled());
    desk.select({2});
    QVERIFY(desk.pages->history().rollBackButton().isEnabled());
    desk.pages->history().rollBackButton().click();
    const QByteArray wanted = QByteArray(ConfSample::fenced(13)).replace("10.9.0.2", "10.9.0.9");
    QTRY_COMPARE_WITH_TIMEOUT(desk.panel().text(), wanted, 20'000); // passwords and all
    QVERIFY(desk.panel().isVisible() && desk.panel().isChanged());
    QCOMPARE(desk.source.committed, ConfSample::fenced(12)); // nothing was sent
}

void TstConfpages::missingPasswordIsAskedFor()
{
    Desk desk(QByteArray(ConfSample::fenced(12))
                  .replace("name=\"ipmi2\"", "name=\"ipmi3\"")
                  .replace("s3cret", "n3w"));
    QVERIFY(desk.ready());
    desk.pages->rollBack(1);
    ConfPasswords *dialog = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((dialog = desk.window.findChild<ConfPasswords *>()) != nullptr,
                             20'000);
    dialog->field(0).setText(u"typed"_s);
    QCOMPARE(dialog->field(0).echoMode(), QLineEdit::Password);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(desk.panel().text().contains("passwd=\"typed\""), 20'000);
    QVERIFY(desk.panel().text().contains("passwd=\"n3w\""));
}

void TstConfpages::brokenVersionIsNoWayBack()
{
    Desk desk;
    desk.history.saw({SampleCluster::node(1), ConfPlace::Committed, day.addSecs(99),
                      keptConf("<cluster config_version=\"12\"")});
    QVERIFY(QTest::qWaitFor([&] { return desk.pages->history().versions().size() == 4; }, 20'000));
    desk.select({0});
    QVERIFY(!desk.pages->history().rollBackButton().isEnabled());
    QVERIFY(desk.pages->history().rollBackButton().toolTip().contains(u"not well-formed"_s));
}

BINOME_TEST(TstConfpages)
#include "tst_confpages.moc"
