// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionlist.h"
#include "gui/mainwindow.h"
#include "tests/gui/fakeaction.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
const QString cluster = u"pve-ha"_s;

Planner always(const ActionPlan &plan)
{
    return [plan](const ClusterSnapshot &) { return plan; };
}

struct Desk {
    explicit Desk(bool engine = true) : facts(SampleCluster::splitBrain()), window(theme)
    {
        window.addCluster(cluster, facts, engine ? &actions : nullptr);
        window.show();
    }
    ActionCenter &center() { return window.actionCenter(); }
    ActionDialog *ask(const ActionPlan &plan) { return center().ask(cluster, always(plan)); }
    QToolButton *button()
    {
        for (auto *one : window.findChildren<QToolButton *>()) {
            if (one->text().contains(u"action("_s))
                return one;
        }
        return nullptr;
    }
    Theme theme;
    SampleCluster::Source facts;
    FakeAction::Source actions;
    MainWindow window;
};
} // namespace

class TstActionCenter : public QObject
{
    Q_OBJECT
private slots:
    void aPlanIsMadeOnWhatIsTrueNow();
    void whatIsConfirmedIsStartedWithWhatWasTyped();
    void withoutAnEngineTheReasonIsSaid();
    void aClosedDialogComesBackFromTheList();
    void theStatusBarCountsWhatRuns();
    void theListTellsHowItEnded();
    void aPictureThatMovedIsOffered();
    void aPlanThatChangedCanBeConfirmedAgain();
    void closingTheClusterClosesItsDialogs();
};

void TstActionCenter::aPlanIsMadeOnWhatIsTrueNow()
{
    Desk desk;
    quint64 seen = 0;
    desk.facts.publish(SampleCluster::splitBrain());
    desk.center().ask(cluster, [&](const ClusterSnapshot &snapshot) {
        seen = snapshot.revision;
        return FakeAction::safe();
    });
    QCOMPARE(seen, desk.facts.snapshot()->revision);
    QVERIFY(!desk.center().ask(u"another"_s, always(FakeAction::safe())));
}

void TstActionCenter::whatIsConfirmedIsStartedWithWhatWasTyped()
{
    Desk desk;
    ActionDialog *dialog = desk.ask(FakeAction::destructive());
    dialog->findChild<QLineEdit *>(u"typedName"_s)->setText(u"node2"_s);
    dialog->findChild<QLineEdit *>(u"reason"_s)->setText(u" old copy "_s);
    dialog->findChild<QPushButton *>(u"confirm"_s)->click();
    QCOMPARE(desk.actions.plans.size(), 1);
    QVERIFY(desk.actions.plans.first().sameAs(FakeAction::destructive()));
    QCOMPARE(desk.actions.approvals.first().typed, u"node2"_s);
    QCOMPARE(desk.actions.approvals.first().reason, u"old copy"_s);
    dialog->confirm(); // it runs already
    QCOMPARE(desk.actions.plans.size(), 1);
}

void TstActionCenter::withoutAnEngineTheReasonIsSaid()
{
    Desk desk(false);
    ActionDialog *dialog = desk.ask(FakeAction::safe());
    QVERIFY(!dialog->findChild<QPushButton *>(u"confirm"_s)->isEnabled());
    dialog->confirm();
    QVERIFY(dialog->whyNot().contains(u"not live"_s));
    QCOMPARE(desk.center().records().size(), 0);
}

void TstActionCenter::aClosedDialogComesBackFromTheList()
{
    Desk desk;
    QPointer<ActionDialog> dialog = desk.ask(FakeAction::safe());
    dialog->confirm();
    dialog->close();
    QTRY_VERIFY(!dialog);
    QVERIFY(desk.actions.feed); // it goes on
    emit desk.actions.feed->stepBegan(0);
    ActionList list(desk.theme, desk.center());
    auto *rows = list.findChild<QListWidget *>();
    QCOMPARE(rows->count(), 1);
    QVERIFY2(rows->item(0)->text().contains(u"running, step 1 of 2"_s),
             qPrintable(rows->item(0)->text()));
    list.show();
    rows->setCurrentRow(0);
    QTest::keyClick(rows, Qt::Key_Return);
    const auto again = desk.window.findChild<ActionDialog *>();
    QVERIFY(again);
    QCOMPARE(again->record(), desk.center().records().first());
    QCOMPARE(desk.center().open(*again->record()), again); // not a second one
}

void TstActionCenter::theStatusBarCountsWhatRuns()
{
    Desk desk;
    QVERIFY(!desk.button()->isVisible());
    desk.ask(FakeAction::safe())->confirm();
    QVERIFY(desk.button()->isVisible());
    QCOMPARE(desk.button()->text(), u"1 action(s) running"_s);
    desk.actions.feed->end(OutcomeKind::Done);
    QCOMPARE(desk.button()->text(), u"1 action(s)"_s);
}

void TstActionCenter::theListTellsHowItEnded()
{
    Desk desk;
    desk.ask(FakeAction::safe())->confirm();
    desk.actions.feed->end(OutcomeKind::NotConfirmed, 1);
    desk.ask(FakeAction::destructive());
    const ActionList list(desk.theme, desk.center());
    const auto *rows = list.findChild<QListWidget *>();
    QCOMPARE(rows->count(), 1); // what was only asked is no action yet
    QVERIFY(rows->item(0)->text().startsWith(u"Pause the resync of r1\npve-ha"_s));
    QVERIFY(rows->item(0)->text().endsWith(u"not confirmed"_s));
}

void TstActionCenter::aPictureThatMovedIsOffered()
{
    Desk desk;
    bool moved = false;
    ActionDialog *dialog = desk.center().ask(cluster, [&](const ClusterSnapshot &) {
        return moved ? FakeAction::blocked() : FakeAction::safe();
    });
    QVERIFY(dialog->whyNot().isEmpty());
    moved = true;
    desk.facts.publish(SampleCluster::healthy());
    QVERIFY(!dialog->whyNot().isEmpty());
    dialog->confirm();
    QCOMPARE(desk.actions.plans.size(), 0);
    moved = false;
    desk.facts.publish(SampleCluster::splitBrain());
    QVERIFY(dialog->whyNot().isEmpty());
}

void TstActionCenter::aPlanThatChangedCanBeConfirmedAgain()
{
    Desk desk;
    ActionDialog *dialog = desk.ask(FakeAction::safe());
    dialog->confirm();
    ActionPlan now = FakeAction::safe();
    now.steps.pop_back();
    emit desk.actions.feed->changed(now);
    desk.actions.feed->end(OutcomeKind::Refused);
    QVERIFY(dialog->asking());
    dialog->confirm();
    QCOMPARE(desk.actions.plans.size(), 2);
    QVERIFY(desk.actions.plans.last().sameAs(now));
    QCOMPARE(desk.center().records().size(), 2);
    QCOMPARE(desk.center().running(), 1);
}

void TstActionCenter::closingTheClusterClosesItsDialogs()
{
    Desk desk;
    QPointer<ActionDialog> asking = desk.ask(FakeAction::destructive());
    QPointer<ActionDialog> running = desk.ask(FakeAction::safe());
    running->confirm();
    desk.window.removeCluster(cluster);
    QTRY_VERIFY(!asking && !running);
    QCOMPARE(desk.center().records().size(), 0);
    QVERIFY(!desk.actions.feed);
}

BINOME_TEST(TstActionCenter)
#include "tst_actioncenter.moc"
