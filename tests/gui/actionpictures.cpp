// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/actionpictures.h"

#include "core/store/journal.h"
#include "gui/actiondialog.h"
#include "gui/journalpanel.h"
#include "gui/mainwindow.h"
#include "gui/splitbraindialog.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/gui/fakeaction.h"
#include "tests/gui/samplecluster.h"

#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
using Drive = std::function<void(FakeAction::Feed &, Testing::FakeClock &)>;

void begin(FakeAction::Feed &feed, Testing::FakeClock &clock)
{
    emit feed.stepBegan(0);
    emit feed.output(0, u"node2# drbdadm disconnect r1"_s);
    clock.advance(2s);
    emit feed.stepEnded(0);
    feed.mayCancel = false;
    emit feed.stepBegan(1);
    clock.advance(1s);
    emit feed.stepEnded(1);
    emit feed.stepBegan(2);
    emit feed.output(2, u" 1: cs:SyncTarget ro:Secondary/Primary ds:Inconsistent/UpToDate"_s);
    clock.advance(12s);
    emit feed.progressed(2, {Core::message("%1 done", {Core::Bytes{48 << 20}}), 0.62});
}

// A guest on its way that QEMU can still call back.
Core::ActionPlan moving()
{
    Core::ActionPlan plan = FakeAction::safe();
    plan.title = Core::message("Migrate %1 from %2 to %3", {u"103 mail"_s, u"node2"_s, u"node1"_s});
    plan.steps
        = {FakeAction::step("See again that 103 mail can move", "cat 103.conf"),
           FakeAction::step("Migrate 103 mail", "node2# qm migrate 103 node1 --online", true)};
    plan.steps.back().info.recall = u"echo migrate_cancel | qm monitor 103"_s;
    return plan;
}

void move(FakeAction::Feed &feed, Testing::FakeClock &clock)
{
    emit feed.stepBegan(0);
    emit feed.stepEnded(0);
    feed.mayCancel = false;
    feed.mayRecall = true;
    emit feed.stepBegan(1);
    emit feed.output(1, u"migration status: active (transferred 402MB, remaining 610MB), total"_s);
    clock.advance(7s);
    emit feed.progressed(1, {Core::message("%1 done", {Core::Bytes{402 << 20}}), 0.4});
}

Core::ActionPlan withEvidence(Core::ActionPlan plan)
{
    for (Core::Finding &finding : plan.findings)
        finding.evidence = {{SampleCluster::node(2), Core::ProbeId(u"drbd"_s), 4, 4}};
    return plan;
}

void paint(const Theme &theme, const QString &file, const Core::ActionPlan &plan,
           const Drive &drive = {})
{
    SampleCluster::Source source(SampleCluster::splitBrain());
    Testing::FakeClock clock;
    ActionDialog dialog(theme, plan, &source);
    ActionRecord record(u"pve-ha"_s, plan, clock);
    auto feed = std::make_unique<FakeAction::Feed>();
    FakeAction::Feed &driven = *feed;
    if (drive) {
        record.follow(std::move(feed));
        dialog.follow(record);
        drive(driven, clock);
    }
    dialog.show();
    QTest::qWait(50);
    dialog.grab().save(file);
}

void paintAssistant(const Theme &theme, const QString &file, SplitBrainDialog::Page page)
{
    const SampleCluster::Source source(SampleCluster::provenSplit());
    SplitBrainDialog dialog(theme, source);
    dialog.show();
    dialog.showPage(SplitBrainDialog::Choice);
    if (page == SplitBrainDialog::Repair)
        dialog.findChild<QRadioButton *>(u"discard/r1/node2"_s)->click();
    dialog.showPage(page);
    QTest::qWait(50);
    dialog.grab().save(file);
}

Core::JournalEntry entry(const Core::ActionPlan &plan)
{
    Core::JournalEntry made;
    made.user = u"alice"_s;
    made.host = u"desk7"_s;
    made.cluster = u"pve-ha"_s;
    made.at = SampleCluster::now();
    made.title = plan.title;
    made.touches = plan.touches;
    made.findings = plan.findings;
    for (const Core::Step &step : plan.steps)
        made.steps << Core::JournalStep{step.info.title, step.info.preview,
                                        step.info.pointOfNoReturn};
    made.reason = u"the guest of node2 never ran there"_s;
    return made;
}

void paintJournal(Theme &theme, const QString &file)
{
    const QTemporaryDir folder;
    Core::Journal journal(folder.filePath(u"journal.db"_s));
    const auto first = journal.intend(entry(FakeAction::safe())).result();
    journal.conclude(first.value_or(0), {Core::OutcomeKind::Cancelled, 0, {}},
                     SampleCluster::now());
    const auto second = journal.intend(entry(FakeAction::destructive())).result();
    Core::JournalLine line;
    line.at = SampleCluster::now();
    line.event = Core::JournalEvent::StepBegan;
    line.step = 0;
    journal.add(second.value_or(0), line);
    line.event = Core::JournalEvent::Output;
    line.machine = SampleCluster::node(2);
    line.text = u"drbdadm disconnect r1"_s;
    journal.add(second.value_or(0), line);
    journal.conclude(second.value_or(0), {Core::OutcomeKind::Done, 2, {}}, SampleCluster::now());
    SampleCluster::Source source(SampleCluster::healthy());
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, source);
    window.journal().setJournal(&journal);
    window.setLanguage(QLocale().name().left(2));
    window.resize(1280, 800);
    window.show();
    window.showPanel(u"journal"_s);
    Core::JournalEntry left = entry(FakeAction::destructive());
    left.id = second.value_or(0);
    window.tellLeftBehind({left});
    QTest::qWait(400);
    window.grab().save(file);
}
} // namespace

void paintActions(Theme &theme, const QDir &folder, const QString &ending)
{
    const auto file
        = [&](const char *name) { return folder.filePath(QString::fromLatin1(name) + ending); };
    paintAssistant(theme, file("splitbrain-evidence-"), SplitBrainDialog::Evidence);
    paintAssistant(theme, file("splitbrain-choice-"), SplitBrainDialog::Choice);
    paintAssistant(theme, file("splitbrain-repair-"), SplitBrainDialog::Repair);
    paintJournal(theme, file("journal-"));
    paint(theme, file("action-safe-"), FakeAction::safe());
    paint(theme, file("action-typed-"), withEvidence(FakeAction::destructive()));
    paint(theme, file("action-blocked-"), withEvidence(FakeAction::blocked()));
    paint(theme, file("action-running-"), FakeAction::destructive(), begin);
    paint(theme, file("action-recallable-"), moving(), move);
    paint(theme, file("action-notconfirmed-"), FakeAction::destructive(),
          [](FakeAction::Feed &feed, Testing::FakeClock &clock) {
              begin(feed, clock);
              feed.end(Core::OutcomeKind::NotConfirmed, 2,
                       Core::Error{Core::ErrorKind::Timeout,
                                   Core::message("node2 still says StandAlone"),
                                   {}});
          });
    paint(theme, file("action-done-"), FakeAction::destructive(),
          [](FakeAction::Feed &feed, Testing::FakeClock &clock) {
              begin(feed, clock);
              emit feed.stepEnded(2);
              feed.end(Core::OutcomeKind::Done, 2);
          });
    paint(theme, file("action-changed-"), withEvidence(FakeAction::destructive()),
          [](FakeAction::Feed &feed, Testing::FakeClock &) {
              Core::ActionPlan now = withEvidence(FakeAction::destructive());
              now.findings[1].text = Core::message("Writes of node2 and of guest 101 are lost");
              now.steps.erase(now.steps.begin());
              emit feed.changed(now);
              feed.end(Core::OutcomeKind::Refused);
          });
}
