// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/journal.h"
#include "gui/actionnotice.h"
#include "gui/journalnotice.h"
#include "gui/journalpanel.h"
#include "gui/journaltext.h"
#include "gui/mainwindow.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
JournalEntry entry(const QString &resource)
{
    JournalEntry made;
    made.user = u"alice"_s;
    made.host = u"desk7"_s;
    made.cluster = u"pve-ha"_s;
    made.at = QDateTime(QDate(2026, 3, 1), QTime(2, 14), Qt::UTC);
    made.title = message("Discard %1 on node2", {resource});
    made.touches = {NodeName(u"node2"_s)};
    made.findings = {{u"w"_s, Severity::Warning, message("Writes of node2 are lost"), {}, {}, {}}};
    made.steps = {{message("Disconnect"), u"node2# drbdadm disconnect r1"_s, false},
                  {message("Discard"), u"node2# drbdadm connect r1"_s, true}};
    made.reason = u"its guest never ran"_s;
    return made;
}

JournalLine line(JournalEvent event, int step, const QString &text = {})
{
    JournalLine made;
    made.event = event;
    made.at = QDateTime(QDate(2026, 3, 1), QTime(2, 14, 5 + step), Qt::UTC);
    made.step = step;
    made.machine = text.isEmpty() ? NodeName() : NodeName(u"node2"_s);
    made.text = text;
    return made;
}

struct Open {
    Open() : journal(path()), panel(theme) { panel.setJournal(&journal); }
    QString path() const { return folder.filePath(u"journal.db"_s); }
    qint64 write(const QString &resource)
    {
        const auto id = journal.intend(entry(resource)).result();
        journal.add(id.value_or(0), line(JournalEvent::StepBegan, 0));
        journal.add(id.value_or(0), line(JournalEvent::Output, 0, u"disconnected\nbye"_s));
        journal.add(id.value_or(0), line(JournalEvent::StepEnded, 0));
        return id.value_or(0);
    }
    void end(qint64 id, OutcomeKind kind)
    {
        journal.conclude(id, {kind, 1, {}}, QDateTime(QDate(2026, 3, 1), QTime(2, 20), Qt::UTC))
            .waitForFinished();
    }
    QString cell(int row, int column) { return panel.model().index(row, column).data().toString(); }
    QTemporaryDir folder;
    Theme theme;
    Journal journal;
    JournalPanel panel;
};
} // namespace

class TstJournalPanel : public QObject
{
    Q_OBJECT
private slots:
    void theModelKeepsTheContract();
    void anEntryIsARowWithItsOutcome();
    void theStoryTellsEverything();
    void theNewestIsShownFirst();
    void aChangedLineIsSaid();
    void anotherLanguageTellsTheSameStory();
    void whatWasLeftBehindIsSaidUntilItWasRead();
};

void TstJournalPanel::theModelKeepsTheContract()
{
    JournalModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    JournalEntry first = entry(u"r1"_s);
    first.id = 1;
    JournalEntry second = entry(u"r2"_s);
    second.id = 5;
    model.setEntries({first});
    model.setEntries({second, first});
    first.outcome = Outcome{OutcomeKind::Done, 1, {}};
    const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setEntries({second, first});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(model.rowCount(), 2);
    model.setEntries({});
    QCOMPARE(model.rowCount(), 0);
}

void TstJournalPanel::anEntryIsARowWithItsOutcome()
{
    Open open;
    const qint64 id = open.write(u"r1"_s);
    QTRY_COMPARE(open.panel.model().rowCount(), 1);
    QCOMPARE(open.cell(0, JournalModel::Title), u"Discard r1 on node2"_s);
    QCOMPARE(open.cell(0, JournalModel::Who), u"alice"_s);
    QCOMPARE(open.cell(0, JournalModel::From), u"desk7"_s);
    QCOMPARE(open.cell(0, JournalModel::Cluster), u"pve-ha"_s);
    QCOMPARE(open.cell(0, JournalModel::Result), u"not concluded"_s);
    open.end(id, OutcomeKind::NotConfirmed);
    QTRY_COMPARE(open.cell(0, JournalModel::Result), u"not confirmed"_s);
}

void TstJournalPanel::theStoryTellsEverything()
{
    Open open;
    open.end(open.write(u"r1"_s), OutcomeKind::Done);
    QTRY_VERIFY(open.panel.story().contains(u"Outcome: done"_s));
    const QString story = open.panel.story();
    for (const QString &part :
         {u"Discard r1 on node2"_s, u"alice from desk7"_s, u"cluster pve-ha"_s,
          u"Reason: its guest never ran"_s, u"* [warning] Writes of node2 are lost"_s,
          u"     node2# drbdadm disconnect r1"_s, u"--- Point of no return"_s,
          u"node2 | disconnected"_s, u"bye"_s, u"verified"_s})
        QVERIFY2(story.contains(part), qPrintable(part + u'\n' + story));
}

void TstJournalPanel::theNewestIsShownFirst()
{
    Open open;
    const qint64 first = open.write(u"r1"_s);
    open.write(u"r2"_s);
    QTRY_COMPARE(open.panel.model().rowCount(), 2);
    QCOMPARE(open.cell(0, JournalModel::Title), u"Discard r2 on node2"_s);
    open.panel.showEntry(first);
    QTRY_VERIFY(open.panel.story().startsWith(u"Discard r1 on node2"_s));
}

void TstJournalPanel::aChangedLineIsSaid()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"journal.db"_s);
    {
        Journal journal(path);
        journal.intend(entry(u"r1"_s)).waitForFinished();
        journal.intend(entry(u"r2"_s)).waitForFinished();
    }
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(path);
        QVERIFY(raw.open());
        QSqlQuery query(raw);
        QStringList triggers;
        QVERIFY(query.exec(u"select name from sqlite_master where type = 'trigger'"_s));
        while (query.next())
            triggers << query.value(0).toString();
        for (const QString &trigger : triggers)
            QVERIFY(query.exec(u"drop trigger "_s + trigger));
        QVERIFY(query.exec(u"update line set body = replace(body, 'alice', 'mallory')"_s));
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    Journal journal(path);
    const Theme theme;
    JournalPanel panel(theme);
    QSignalSpy checked(&panel, &JournalPanel::checked);
    panel.setJournal(&journal);
    QTRY_COMPARE(checked.size(), 1);
    QCOMPARE(checked.first().at(1).toBool(), false);
    QVERIFY2(panel.checkText().startsWith(u"Line 1 is not as it was written"_s),
             qPrintable(panel.checkText()));
}

void TstJournalPanel::anotherLanguageTellsTheSameStory()
{
    QTranslator french;
    QVERIFY(french.load(u":/i18n/fr.qm"_s));
    Open open;
    open.end(open.write(u"r1"_s), OutcomeKind::Done);
    QTRY_VERIFY(open.panel.story().contains(u"Outcome: done"_s));
    qApp->installTranslator(&french);
    open.panel.retranslate();
    QVERIFY2(!open.panel.story().contains(u"Outcome:"_s), qPrintable(open.panel.story()));
    QVERIFY(open.panel.story().contains(u"node2# drbdadm disconnect r1"_s));
    qApp->removeTranslator(&french);
}

void TstJournalPanel::whatWasLeftBehindIsSaidUntilItWasRead()
{
    Theme theme;
    SampleCluster::Source facts(SampleCluster::healthy());
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, facts);
    window.show();
    const auto *notice = window.findChild<JournalNotice *>();
    QVERIFY(!notice->isVisible());
    JournalEntry left = entry(u"r1"_s);
    left.id = 4;
    left.lines = {line(JournalEvent::StepBegan, 1)};
    left.outcome = Outcome{OutcomeKind::Unknown, 1, {}};
    window.tellLeftBehind({left});
    QVERIFY(notice->isVisible());
    QVERIFY(notice->notice().sentence().contains(u"ended in “2. Discard”"_s));
    QVERIFY(notice->notice().sentence().contains(u"look at node2"_s));
    notice->findChildren<QPushButton *>().first()->click();
    QVERIFY(!notice->isVisible());
    QCOMPARE(window.currentPanel(), u"journal"_s);
}

BINOME_TEST(TstJournalPanel)
#include "tst_journalpanel.moc"
