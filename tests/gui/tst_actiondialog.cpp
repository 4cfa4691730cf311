// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actiondialog.h"
#include "gui/actionnotice.h"
#include "gui/actionsteps.h"
#include "gui/actiontext.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/gui/fakeaction.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTranslator>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
struct Open {
    explicit Open(const ActionPlan &plan, ClusterSource *facts = nullptr)
        : dialog(theme, plan, facts), confirmed(&dialog, &ActionDialog::confirmed)
    {
        dialog.show();
    }
    template <typename T> T *child(const char *name)
    {
        return dialog.findChild<T *>(QString::fromLatin1(name));
    }
    QPushButton *button(const char *name) { return child<QPushButton>(name); }
    QString why() { return child<QLabel>("whyNot")->text(); }
    ActionNotice *notice() { return dialog.findChild<ActionNotice *>(); }
    // Confirms and follows; gives the feed to drive the run with.
    FakeAction::Feed *run()
    {
        record = std::make_unique<ActionRecord>(u"pve-ha"_s, dialog.plan(), clock);
        auto made = std::make_unique<FakeAction::Feed>();
        FakeAction::Feed *feed = made.get();
        record->follow(std::move(made));
        dialog.follow(*record);
        return feed;
    }
    QString allText()
    {
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            texts << label->text();
        for (const QPushButton *one : dialog.findChildren<QPushButton *>())
            texts << one->text() << one->toolTip();
        texts << dialog.findChild<QPlainTextEdit *>()->toPlainText() << dialog.windowTitle();
        return texts.join(u'\n');
    }
    Theme theme;
    Testing::FakeClock clock;
    std::unique_ptr<ActionRecord> record;
    ActionDialog dialog;
    QSignalSpy confirmed;
};

StepProgress progress(double fraction)
{
    return {message("%1 of %2, %3", {Bytes{12 << 20}, Bytes{64 << 20}, Rate{3.0 * (1 << 20)}}),
            fraction};
}
} // namespace

class TstActionDialog : public QObject
{
    Q_OBJECT
private slots:
    void thePlanShowsItsStepsAndTheirExactCommands();
    void findingsStandWorstFirstWithTheirEvidence();
    void theLineOfNoReturnStandsBeforeItsStep();
    void thePlanIsCopiedAsText();
    void aSafePlanIsConfirmedByOneClick();
    void enterInAHurryClosesASafePlan();
    void aBlockedPlanIsNotConfirmedByAnyWay();
    void theNameMustBeTypedAsItIs_data();
    void theNameMustBeTypedAsItIs();
    void enterConfirmsWhatWasTyped();
    void whereNothingMayRunTheReasonIsSaid();
    void aPlanOvertakenByThePictureIsLookedAtFirst();
    void stepsTellHowFarTheyAre();
    void progressIsShownWhileAStepRuns();
    void cancelIsOfferedUpToThePointOfNoReturn();
    void whatRunsIsCalledBackOnce();
    void whyNothingCallsItBackIsSaid();
    void closingLeavesTheActionRunning();
    void aDialogOpenedLateShowsWhatWasTold();
    void theEndIsTold_data();
    void theEndIsTold();
    void aPlanThatChangedIsAskedAgain();
    void aRunIsConfirmedOnlyOnce();
    void anotherLanguageTranslatesWhatIsOpen();
    void whatARunPrintsNeverShowsASecret();
    void machineWordsAreNeverMarkup();
};

void TstActionDialog::thePlanShowsItsStepsAndTheirExactCommands()
{
    Open open(FakeAction::destructive());
    const QString text = open.allText();
    for (const Step &step : open.dialog.plan().steps)
        QVERIFY2(text.contains(step.info.preview), qPrintable(step.info.preview));
    QCOMPARE(open.button("confirm")->text(), u"Discard r1 on node2"_s);
    QVERIFY(text.contains(u"Touches node1, node2, in 3"_s));
}

void TstActionDialog::findingsStandWorstFirstWithTheirEvidence()
{
    SampleCluster::Source source(SampleCluster::healthy());
    ActionPlan plan = FakeAction::blocked();
    plan.findings.last().evidence = {{NodeName(u"node2"_s), ProbeId(u"drbd"_s), 4, 4}};
    Open open(plan, &source);
    const QString text = open.allText();
    const auto blocker = text.indexOf(u"blocker: Both sides of r1 are Primary"_s);
    const auto warning = text.indexOf(u"warning: Writes of node2 are lost"_s);
    const auto note = text.indexOf(u"note: r1 is 2 GiB large"_s);
    QVERIFY(blocker >= 0 && blocker < warning && warning < note);
    QVERIFY(text.contains(u" 1: cs:SyncTarget ro:Primary/Primary"_s));
    QVERIFY(text.contains(u"/proc/drbd on node2, "_s));
}

void TstActionDialog::theLineOfNoReturnStandsBeforeItsStep()
{
    Open open(FakeAction::destructive());
    const auto *steps = open.dialog.findChild<ActionSteps *>();
    const auto *line = steps->findChild<NoReturnLine *>();
    QVERIFY(line);
    QCOMPARE(steps->layout()->indexOf(steps->rows()[1]),
             steps->layout()->indexOf(const_cast<NoReturnLine *>(line)) + 1);
    Open harmless(FakeAction::safe());
    QVERIFY(!harmless.dialog.findChild<NoReturnLine *>());
}

void TstActionDialog::thePlanIsCopiedAsText()
{
    Open open(FakeAction::destructive());
    open.button("copy")->click();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(u"Discard r1 on node2\nTouches node1, node2"_s), qPrintable(text));
    QVERIFY(text.contains(u"* [warning] Writes of node2 are lost"_s));
    QVERIFY(text.indexOf(u"--- Point of no return"_s) < text.indexOf(u"2. Discard"_s));
    QVERIFY(text.contains(u"     node2# drbdadm -- --discard-my-data connect r1"_s));
}

void TstActionDialog::aSafePlanIsConfirmedByOneClick()
{
    Open open(FakeAction::safe());
    QVERIFY(!open.child<QLineEdit>("typedName")->isVisible());
    open.button("confirm")->click();
    QCOMPARE(open.confirmed.size(), 1);
}

void TstActionDialog::enterInAHurryClosesASafePlan()
{
    Open open(FakeAction::safe());
    QTest::keyClick(&open.dialog, Qt::Key_Return);
    QCOMPARE(open.confirmed.size(), 0);
    QVERIFY(!open.dialog.isVisible());
}

void TstActionDialog::aBlockedPlanIsNotConfirmedByAnyWay()
{
    Open open(FakeAction::blocked());
    open.child<QLineEdit>("typedName")->setText(u"node2"_s);
    open.child<QLineEdit>("reason")->setText(u"because"_s);
    QVERIFY(!open.button("confirm")->isEnabled());
    QCOMPARE(open.button("confirm")->toolTip(), u"Blocked: Both sides of r1 are Primary"_s);
    open.button("confirm")->click();
    QTest::mouseClick(open.button("confirm"), Qt::LeftButton);
    QTest::keyClick(&open.dialog, Qt::Key_Return);
    QTest::keyClick(open.child<QLineEdit>("reason"), Qt::Key_Return);
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), 0);
}

void TstActionDialog::theNameMustBeTypedAsItIs_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("may");
    QTest::newRow("nothing") << u""_s << u"a reason"_s << false;
    QTest::newRow("another name") << u"node1"_s << u"a reason"_s << false;
    QTest::newRow("other case") << u"Node2"_s << u"a reason"_s << false;
    QTest::newRow("a part") << u"node"_s << u"a reason"_s << false;
    QTest::newRow("with a blank") << u"node2 "_s << u"a reason"_s << false;
    QTest::newRow("no reason") << u"node2"_s << u""_s << false;
    QTest::newRow("a blank reason") << u"node2"_s << u"   "_s << false;
    QTest::newRow("right") << u"node2"_s << u"a reason"_s << true;
}

void TstActionDialog::theNameMustBeTypedAsItIs()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, reason);
    QFETCH(const bool, may);
    Open open(FakeAction::destructive());
    open.child<QLineEdit>("typedName")->setText(typed);
    open.child<QLineEdit>("reason")->setText(reason);
    QCOMPARE(open.button("confirm")->isEnabled(), may);
    QCOMPARE(open.why().isEmpty(), may);
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), may ? 1 : 0);
}

void TstActionDialog::enterConfirmsWhatWasTyped()
{
    Open open(FakeAction::destructive());
    QTest::keyClicks(open.child<QLineEdit>("typedName"), u"node2"_s);
    QTest::keyClick(open.child<QLineEdit>("typedName"), Qt::Key_Return);
    QCOMPARE(open.confirmed.size(), 0); // no reason yet
    QVERIFY(open.dialog.isVisible());
    QTest::keyClicks(open.child<QLineEdit>("reason"), u"its guest never ran"_s);
    QTest::keyClick(open.child<QLineEdit>("reason"), Qt::Key_Return);
    QCOMPARE(open.confirmed.size(), 1);
    const auto approval = open.confirmed.first().at(1).value<Approval>();
    QCOMPARE(approval.typed, u"node2"_s);
    QCOMPARE(approval.reason, u"its guest never ran"_s);
}

void TstActionDialog::whereNothingMayRunTheReasonIsSaid()
{
    Open open(FakeAction::safe());
    open.dialog.setWhyNever(u"This is a recording."_s);
    open.button("confirm")->click();
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), 0);
    QCOMPARE(open.why(), u"This is a recording."_s);
}

void TstActionDialog::aPlanOvertakenByThePictureIsLookedAtFirst()
{
    Open open(FakeAction::safe());
    ActionPlan now = FakeAction::safe();
    now.steps.push_back(FakeAction::step("Look at both", "node1# cat /proc/drbd"));
    open.dialog.offer(now);
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), 0);
    QVERIFY(open.notice()->isVisible());
    open.dialog.offer(FakeAction::safe()); // as it was
    QVERIFY(open.button("confirm")->isEnabled());
    open.dialog.offer(now);
    open.button("again")->click();
    QVERIFY(open.allText().contains(u"new or changed"_s));
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), 1);
    QCOMPARE(open.confirmed.first().first().value<ActionPlan>().steps.size(), size_t(3));
}

void TstActionDialog::stepsTellHowFarTheyAre()
{
    Open open(FakeAction::destructive());
    FakeAction::Feed *feed = open.run();
    const QList<StepRow *> rows = open.dialog.findChild<ActionSteps *>()->rows();
    QCOMPARE(rows[0]->stateText(), u"waiting"_s);
    emit feed->stepBegan(0);
    open.clock.advance(3s);
    emit feed->stepEnded(0);
    emit feed->stepBegan(1);
    open.clock.advance(12s);
    emit feed->output(1, u"connecting"_s);
    emit feed->progressed(1, {});
    QCOMPARE(rows[0]->stateText(), u"done · 3.0 s"_s);
    QCOMPARE(rows[1]->stateText(), u"running · 12 s of at most 30 s"_s);
    QCOMPARE(rows[2]->stateText(), u"waiting"_s);
    const QString output = open.dialog.findChild<QPlainTextEdit *>()->toPlainText();
    QCOMPARE(output, u"# 2. Discard\nconnecting"_s);
}

void TstActionDialog::progressIsShownWhileAStepRuns()
{
    Open open(FakeAction::destructive());
    FakeAction::Feed *feed = open.run();
    emit feed->stepBegan(2);
    emit feed->progressed(2, progress(0.25));
    auto *bar = open.dialog.findChild<ActionSteps *>()->rows()[2]->findChild<QProgressBar *>();
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 250);
    QVERIFY(open.allText().contains(u"12.0 MiB of 64.0 MiB, 3.0 MiB/s"_s));
    emit feed->stepEnded(2);
    QVERIFY(!bar->isVisible());
}

void TstActionDialog::cancelIsOfferedUpToThePointOfNoReturn()
{
    Open open(FakeAction::destructive());
    FakeAction::Feed *feed = open.run();
    emit feed->stepBegan(0);
    QVERIFY(open.button("stop")->isEnabled());
    feed->mayCancel = false;
    emit feed->stepBegan(1);
    QVERIFY(!open.button("stop")->isEnabled());
    QVERIFY(open.button("stop")->toolTip().contains(u"point of no return"_s));
    open.button("stop")->click();
    open.record->cancel();
    QCOMPARE(feed->cancelled, 0);

    Open early(FakeAction::destructive());
    FakeAction::Feed *running = early.run();
    emit running->stepBegan(0);
    early.button("stop")->click();
    QCOMPARE(running->cancelled, 1);
    QVERIFY(!early.button("stop")->isEnabled()); // once
    QVERIFY(early.why().contains(u"being cancelled"_s));
}

void TstActionDialog::whatRunsIsCalledBackOnce()
{
    Core::ActionPlan plan = FakeAction::safe();
    plan.steps[1].info.recall = u"echo migrate_cancel | qm monitor 103"_s;
    Open open(plan);
    FakeAction::Feed *feed = open.run();
    emit feed->stepBegan(0);
    QVERIFY(open.button("recall")->isHidden());
    feed->mayRecall = true;
    feed->mayCancel = false;
    emit feed->stepBegan(1);
    QVERIFY(!open.button("recall")->isHidden());
    QCOMPARE(open.button("recall")->toolTip(), plan.steps[1].info.recall);
    open.button("recall")->click();
    QCOMPARE(feed->recalled, 1);
    QVERIFY(!open.button("recall")->isEnabled());
    open.record->recall();
    QCOMPARE(feed->recalled, 1);
    QVERIFY(open.why().contains(u"called back"_s));
    feed->end(Core::OutcomeKind::Cancelled, 1);
    QVERIFY(open.button("recall")->isHidden());
}

void TstActionDialog::whyNothingCallsItBackIsSaid()
{
    Core::ActionPlan plan = FakeAction::safe();
    plan.steps[0].info.noRecall = Core::message("rgmanager runs it");
    Open open(plan);
    FakeAction::Feed *feed = open.run();
    emit feed->stepBegan(0);
    QVERIFY(open.button("recall")->isHidden());
    QVERIFY2(open.why().contains(u"cannot be called back: rgmanager runs it"_s),
             qPrintable(open.why()));
}

void TstActionDialog::closingLeavesTheActionRunning()
{
    Open open(FakeAction::destructive());
    const FakeAction::Feed *feed = open.run();
    QVERIFY(open.why().contains(u"the action goes on"_s));
    QTest::keyClick(&open.dialog, Qt::Key_Escape);
    QVERIFY(!open.dialog.isVisible());
    QVERIFY(open.record->running());
    QCOMPARE(feed->cancelled, 0);
}

void TstActionDialog::aDialogOpenedLateShowsWhatWasTold()
{
    Open open(FakeAction::destructive());
    FakeAction::Feed *feed = open.run();
    emit feed->stepBegan(0);
    emit feed->output(0, u"first line"_s);
    emit feed->stepEnded(0);
    Open late(open.record->plan());
    late.dialog.follow(*open.record);
    QCOMPARE(late.dialog.findChild<ActionSteps *>()->rows()[0]->stateText().left(4), u"done"_s);
    QVERIFY(late.allText().contains(u"first line"_s));
    feed->end(OutcomeKind::Done);
    QCOMPARE(late.notice()->tone(), Tone::Ok);
}

void TstActionDialog::theEndIsTold_data()
{
    QTest::addColumn<OutcomeKind>("kind");
    QTest::addColumn<Tone>("tone");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<bool>("again");
    QTest::newRow("done") << OutcomeKind::Done << Tone::Ok << u"Done, and seen to be so"_s << false;
    QTest::newRow("not confirmed") << OutcomeKind::NotConfirmed << Tone::Warning
                                   << u"Not confirmed: step 2, Discard"_s << true;
    QTest::newRow("failed") << OutcomeKind::Failed << Tone::Bad << u"Failed: step 2, Discard"_s
                            << true;
    QTest::newRow("cancelled") << OutcomeKind::Cancelled << Tone::Neutral
                               << u"Cancelled before the point of no return"_s << true;
    QTest::newRow("refused") << OutcomeKind::Refused << Tone::Warning
                             << u"Refused: nothing was sent"_s << true;
    QTest::newRow("unknown") << OutcomeKind::Unknown << Tone::Unknown
                             << u"How it ended is not known"_s << true;
}

void TstActionDialog::theEndIsTold()
{
    QFETCH(const OutcomeKind, kind);
    QFETCH(const Tone, tone);
    QFETCH(const QString, headline);
    QFETCH(const bool, again);
    Open open(FakeAction::destructive());
    FakeAction::Feed *feed = open.run();
    emit feed->stepBegan(1);
    const Error error{ErrorKind::Refused, message("node9 holds the lock"), {}};
    feed->end(kind, 1, kind == OutcomeKind::Done ? std::nullopt : std::optional(error));
    QVERIFY(open.notice()->isVisible());
    QCOMPARE(open.notice()->tone(), tone);
    QCOMPARE(open.notice()->headline(), headline);
    QCOMPARE(open.button("again")->isVisible(), again);
    QVERIFY(!open.button("stop")->isVisible());
    QVERIFY(!open.button("confirm")->isVisible());
    if (kind == OutcomeKind::Refused || kind == OutcomeKind::NotConfirmed)
        QVERIFY(open.notice()->sentence().startsWith(u"node9 holds the lock."_s));
    if (kind == OutcomeKind::NotConfirmed)
        QVERIFY(
            open.notice()->sentence().contains(u"Look at the output below and at node1, node2"_s));
}

void TstActionDialog::aPlanThatChangedIsAskedAgain()
{
    Open open(FakeAction::destructive());
    open.child<QLineEdit>("typedName")->setText(u"node2"_s);
    FakeAction::Feed *feed = open.run();
    ActionPlan now = FakeAction::destructive();
    now.findings[1].text = message("Writes of node2 and of guest 101 are lost");
    now.steps.erase(now.steps.begin());
    emit feed->changed(now);
    feed->end(OutcomeKind::Refused, -1, Error{ErrorKind::Stale, message("it changed"), {}});
    QVERIFY(open.dialog.asking());
    QCOMPARE(open.notice()->headline(), u"The plan changed in between: nothing was sent"_s);
    const QString text = open.allText();
    QVERIFY(text.contains(u"new or changed"_s));
    QVERIFY(text.contains(u"No longer: Writes of node2 are lost"_s));
    QVERIFY(text.contains(u"No longer: Disconnect"_s));
    QVERIFY(open.child<QLineEdit>("typedName")->text().isEmpty()); // meant for the other plan
    QVERIFY(!open.button("confirm")->isEnabled());
    open.child<QLineEdit>("typedName")->setText(u"node2"_s);
    open.child<QLineEdit>("reason")->setText(u"still"_s);
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), 1);
    QVERIFY(open.confirmed.first().first().value<ActionPlan>().sameAs(now));
}

void TstActionDialog::aRunIsConfirmedOnlyOnce()
{
    Open open(FakeAction::safe());
    open.run();
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), 0);
    open.record.reset(); // its cluster was closed
    open.dialog.confirm();
    QCOMPARE(open.confirmed.size(), 0);
}

void TstActionDialog::anotherLanguageTranslatesWhatIsOpen()
{
    QTranslator french;
    QVERIFY(french.load(u":/i18n/fr.qm"_s));
    Open open(FakeAction::destructive());
    open.child<QLineEdit>("typedName")->setText(u"node2"_s);
    qApp->installTranslator(&french);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    QVERIFY(open.allText().contains(u"Fermer"_s));
    QVERIFY(!open.allText().contains(u"warning:"_s));
    QCOMPARE(open.child<QLineEdit>("typedName")->text(), u"node2"_s); // the plan is the same
    qApp->removeTranslator(&french);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    QVERIFY(open.allText().contains(u"warning:"_s));
}

void TstActionDialog::whatARunPrintsNeverShowsASecret()
{
    Open open(FakeAction::destructive());
    FakeAction::Feed *feed = open.run();
    emit feed->stepBegan(0);
    emit feed->output(0, u"fence_ipmilan passwd=s3cret ok"_s);
    emit feed->output(0, u"  shared-secret \"s3cret\";"_s);
    QVERIFY(!open.allText().contains(u"s3cret"_s));
    QVERIFY(open.allText().contains(u"passwd=***"_s));
}

void TstActionDialog::machineWordsAreNeverMarkup()
{
    ActionPlan plan = FakeAction::destructive();
    plan.title = message("Discard %1", {u"<b>r1</b>"_s});
    Open open(plan);
    for (const QLabel *label : open.dialog.findChildren<QLabel *>()) {
        if (!label->text().isEmpty())
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    }
}

BINOME_TEST(TstActionDialog)
#include "tst_actiondialog.moc"
