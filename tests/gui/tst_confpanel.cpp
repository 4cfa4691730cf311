// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actiondialog.h"
#include "gui/actionoffers.h"
#include "gui/confchanges.h"
#include "gui/confeditor.h"
#include "gui/conffindings.h"
#include "gui/confpanel.h"
#include "gui/inspector.h"
#include "gui/mainwindow.h"
#include "tests/gui/confsource.h"
#include "tests/gui/fakeaction.h"
#include "tests/testmain.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
// The panel in its window, the file read and judged.
struct Desk {
    explicit Desk(const QByteArray &file = ConfSample::fenced(12)) : source(file), window(theme)
    {
        window.addCluster(u"pve-ha"_s, source, &actions);
        window.resize(1280, 800);
        window.show();
        window.showPanel(u"configuration"_s);
    }
    ConfPanel &panel() { return *window.configuration(); }
    ConfEditor &editor() { return panel().editor(); }
    bool judged()
    {
        return QTest::qWaitFor([this] { return panel().isOpen() && panel().isJudged(); }, 10'000);
    }
    // As a person does who selects something and types over it.
    void type(const QString &from, const QString &to)
    {
        const qsizetype at = editor().text().indexOf(from);
        QVERIFY(at >= 0);
        editor().apply({{at, from.size(), to}});
    }
    bool finds(const QString &id)
    {
        for (const Finding &finding : panel().findings().findings()) {
            if (finding.id == id)
                return true;
        }
        return false;
    }
    int lineOf(const QString &words)
    {
        return int(editor().text().left(editor().text().indexOf(words)).count(u'\n')) + 1;
    }

    Theme theme;
    ConfSample::Source source;
    FakeAction::Source actions;
    MainWindow window;
};
} // namespace

class TstConfPanel : public QObject
{
    Q_OBJECT
private slots:
    void theFileIsReadWhenItIsLookedAt();
    void findingsAppearAsOneTypes();
    void aFindingLeadsToItsLineAndIsPutRight();
    void theVersionIsRaisedAboveAllThatIsKnown();
    void thePendingVersionCounts();
    void takingTheRaisedVersionBackIsNotFoughtWith();
    void theVersionIsSetByHand();
    void passwordsAreCoveredUntilTheyAreShown();
    void noCoveredPasswordIsCopied();
    void activatingAsksWithThePlanOfThisText();
    void somebodyElsesChangeStops();
    void ourOwnActivationIsNoForeignChange();
    void theNewerFileOfAnUnchangedTextIsShown();
    void aBrokenFileIsOpenedAndKeptByteForByte();
    void aRecordingIsReadOnly();
    void recipesOfOneDraftAreOneVersion();
    void whatThePictureTellsIsFoundWithoutAKey();
    void withoutQuorumTheRescueIsOffered();
    void aGuestsMenuOpensItsRecipe();
};

void TstConfPanel::theFileIsReadWhenItIsLookedAt()
{
    Theme theme;
    ConfSample::Source source;
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, source);
    window.show();
    QCOMPARE(source.reads, 0);
    window.showPanel(u"configuration"_s);
    QTRY_VERIFY(window.configuration()->isOpen());
    QCOMPARE(source.reads, 1);
    QCOMPARE(window.configuration()->text(), ConfSample::fenced(12));
    QVERIFY(!window.configuration()->isChanged());
}

void TstConfPanel::findingsAppearAsOneTypes()
{
    Desk desk;
    QVERIFY(desk.judged());
    QVERIFY(!desk.finds(u"C04"_s));
    desk.type(u"<device name=\"ipmi2\"/>"_s, u"<device name=\"ipmi3\"/>"_s);
    QVERIFY(desk.judged());
    QVERIFY(desk.finds(u"C04"_s));
    QVERIFY(desk.editor().marksOn(desk.lineOf(u"ipmi3"_s)) != 0);
    desk.editor().undo();
    while (desk.panel().isChanged() && desk.editor().isUndoAvailable())
        desk.editor().undo();
    QVERIFY(desk.judged());
    QVERIFY(!desk.finds(u"C04"_s));
    QCOMPARE(desk.panel().text(), ConfSample::fenced(12));
}

void TstConfPanel::aFindingLeadsToItsLineAndIsPutRight()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.type(u"two_node=\"1\" expected_votes=\"1\""_s, u"two_node=\"1\" expected_votes=\"2\""_s);
    QVERIFY(desk.judged());
    ConfFindings &findings = desk.panel().findings();
    int row = -1;
    for (int i = 0; i < findings.findings().size(); ++i) {
        if (findings.findings()[i].fix && findings.findings()[i].id == u"C08"_s)
            row = i;
    }
    QVERIFY2(row >= 0, qPrintable(findings.summary()));
    findings.list().setCurrentRow(row);
    emit findings.list().itemActivated(findings.list().item(row));
    int line = 0;
    int column = 0;
    desk.editor().getCursorPosition(&line, &column);
    QCOMPARE(line + 1, findings.findings()[row].span->line);
    auto *fix = findings.findChild<QPushButton *>();
    QVERIFY(fix->isEnabled());
    fix->click();
    QVERIFY(desk.judged());
    QVERIFY(!desk.finds(u"C08"_s));
}

void TstConfPanel::theVersionIsRaisedAboveAllThatIsKnown()
{
    Desk desk;
    QVERIFY(desk.judged());
    QVERIFY(desk.editor().text().contains(u"config_version=\"12\""_s));
    desk.type(u"10.9.0.2"_s, u"10.9.0.7"_s);
    QTRY_VERIFY(desk.editor().text().contains(u"config_version=\"13\""_s));
    QVERIFY(desk.judged());
    QCOMPARE(desk.panel().findChild<QSpinBox *>()->value(), 13);
    QVERIFY(desk.editor().text().contains(u"<!-- kept as it is -->"_s));
}

void TstConfPanel::thePendingVersionCounts()
{
    Theme theme;
    ConfSample::Source source;
    source.pending = ConfSample::fenced(20);
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, source);
    window.show();
    window.showPanel(u"configuration"_s);
    ConfPanel &panel = *window.configuration();
    QTRY_VERIFY(panel.isOpen());
    panel.editor().apply(
        {{0, 0, u""_s}, {panel.editor().text().indexOf(u"10.9.0.2"_s), 8, u"10.9.0.8"_s}});
    QTRY_VERIFY(panel.editor().text().contains(u"config_version=\"21\""_s));
}

void TstConfPanel::takingTheRaisedVersionBackIsNotFoughtWith()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.type(u"10.9.0.2"_s, u"10.9.0.7"_s);
    QTRY_VERIFY(desk.editor().text().contains(u"config_version=\"13\""_s));
    desk.editor().undo();
    QVERIFY(desk.judged());
    QVERIFY(desk.editor().text().contains(u"config_version=\"12\""_s));
    QVERIFY(desk.finds(u"C02"_s)); // and it is said
}

void TstConfPanel::theVersionIsSetByHand()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.panel().findChild<QSpinBox *>()->setValue(40);
    QVERIFY(desk.judged());
    QVERIFY(desk.editor().text().contains(u"config_version=\"40\""_s));
    QCOMPARE(desk.panel().verdict().version, std::optional<quint32>(40));
}

void TstConfPanel::passwordsAreCoveredUntilTheyAreShown()
{
    Desk desk;
    QVERIFY(desk.judged());
    const qsizetype at = desk.editor().text().indexOf(u"s3cret"_s);
    QVERIFY(desk.editor().isCovered(at));
    QVERIFY(desk.editor().isCovered(at + 5));
    QVERIFY(!desk.editor().isCovered(at - 1));
    QVERIFY(!desk.editor().isCovered(at + 6));
    desk.editor().setSecretsShown(true);
    QVERIFY(!desk.editor().isCovered(at));
    desk.type(u"lanplus=\"1\""_s, u"lanplus=\"1\" community=\"public9\""_s);
    desk.editor().setSecretsShown(false);
    QVERIFY(desk.judged());
    QVERIFY(desk.editor().isCovered(desk.editor().text().indexOf(u"public9"_s)));
}

void TstConfPanel::noCoveredPasswordIsCopied()
{
    Desk desk;
    QVERIFY(desk.judged());
    const QString before = desk.editor().text();
    desk.editor().selectAll();
    desk.editor().copy();
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"passwd=\"***\""_s));
    QVERIFY(!copied.contains(u"s3cret"_s));
    desk.editor().paste(); // here it is the line as it was
    QCOMPARE(desk.editor().text(), before);
    const int line = desk.lineOf(u"s3cret"_s) - 1;
    const int column = int(desk.editor().text(line).indexOf(u"s3cret"_s));
    desk.editor().setSelection(line, column + 1, line, column + 4);
    desk.editor().copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"***"_s);
}

void TstConfPanel::activatingAsksWithThePlanOfThisText()
{
    Desk desk;
    QVERIFY(desk.judged());
    QVERIFY(!desk.panel().whyNotActivated().isEmpty()); // nothing was changed
    desk.type(u"10.9.0.2"_s, u"10.9.0.7"_s);
    QTRY_VERIFY(desk.editor().text().contains(u"config_version=\"13\""_s));
    QVERIFY(desk.judged());
    desk.panel().activate();
    auto *review = desk.panel().findChild<ConfReview *>();
    QVERIFY(review);
    QVERIFY(review->changes().lines().contains(u"+ "_s));
    QVERIFY(review->changes().lines().contains(u"10.9.0.7"_s));
    QVERIFY(!review->changes().lines().contains(u"s3cret"_s));
    QVERIFY(review->changes().sentences().join(u' ').contains(u"ipmi2"_s));
    QVERIFY(!desk.window.findChild<ActionDialog *>()); // what changes is shown before
    review->accept();
    auto *dialog = desk.window.findChild<ActionDialog *>();
    QVERIFY(dialog);
    QVERIFY2(!dialog->plan().blocked(), qPrintable(dialog->whyNot()));
    QCOMPARE(rendered(dialog->plan().title), u"Activate version 13 of cluster.conf"_s);
    dialog->findChild<QLineEdit *>(u"reason"_s)->setText(u"the board has another address"_s);
    dialog->confirm();
    QCOMPARE(desk.actions.plans.size(), 1);
    for (const Step &step : desk.actions.plans.first().steps)
        QVERIFY(!step.info.preview.contains(u"s3cret"_s));
}

void TstConfPanel::somebodyElsesChangeStops()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.type(u"10.9.0.2"_s, u"10.9.0.7"_s);
    QVERIFY(desk.judged());
    const QByteArray mine = desk.panel().text();
    desk.source.hold(ConfSample::fenced(13).replace("admin", "root"), 13);
    QTRY_VERIFY(!desk.panel().whyNotActivated().isEmpty());
    QVERIFY(desk.panel().whyNotActivated().contains(u"Somebody else"_s));
    QCOMPARE(desk.panel().text(), mine); // what was written is not lost
    QVERIFY(desk.panel().planner()(*desk.source.snapshot()).blocked());
    desk.panel().takeTheirs();
    QVERIFY(desk.judged());
    QCOMPARE(desk.panel().text(), desk.source.committed);
    QVERIFY(!desk.panel().isChanged());
    desk.editor().undo();
    QCOMPARE(desk.panel().text(), mine);
    QTRY_VERIFY(desk.editor().text().contains(u"config_version=\"14\""_s));
}

void TstConfPanel::ourOwnActivationIsNoForeignChange()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.type(u"10.9.0.2"_s, u"10.9.0.7"_s);
    QTRY_VERIFY(desk.editor().text().contains(u"config_version=\"13\""_s));
    QVERIFY(desk.judged());
    ClusterSnapshot running = *desk.source.snapshot(); // it runs before the file is read again
    running.machines[SampleCluster::node(1)].quorum.value->configVersion = 13;
    desk.source.publish(running);
    QTRY_VERIFY(desk.finds(u"C02"_s));
    QCOMPARE(desk.panel().verdict().version, std::optional<quint32>(13));
    desk.source.hold(desk.panel().text(), 13);
    QTRY_VERIFY(!desk.panel().isChanged());
    QVERIFY(desk.panel().whyNotActivated().contains(u"Nothing was changed"_s));
    QVERIFY(desk.editor().isUndoAvailable());
}

void TstConfPanel::theNewerFileOfAnUnchangedTextIsShown()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.source.hold(ConfSample::fenced(13), 13);
    QTRY_COMPARE(desk.panel().text(), ConfSample::fenced(13));
}

void TstConfPanel::aBrokenFileIsOpenedAndKeptByteForByte()
{
    const QByteArray broken = QByteArray("\xEF\xBB\xBF<cluster name=\"x\">\r\n <cman \r\n caf\xE9");
    Desk desk(broken);
    QVERIFY(desk.judged());
    QCOMPARE(desk.panel().text(), broken);
    QVERIFY(desk.finds(u"C01"_s));
}

void TstConfPanel::aRecordingIsReadOnly()
{
    Theme theme;
    SampleCluster::Source source(SampleCluster::healthy());
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, source);
    window.show();
    window.showPanel(u"configuration"_s);
    QVERIFY(!window.configuration()->whyNotActivated().isEmpty());
}

void TstConfPanel::recipesOfOneDraftAreOneVersion()
{
    Desk desk;
    for (const int guest : {107, 108}) {
        QVERIFY(desk.judged());
        QDialog *dialog = desk.panel().openRecipe(ConfRecipeId::GuestUnderHa, guest);
        QVERIFY(dialog);
        dialog->accept();
    }
    QVERIFY(desk.judged());
    QVERIFY(desk.panel().text().contains("vmid=\"107\""));
    QVERIFY(desk.panel().text().contains("vmid=\"108\""));
    QCOMPARE(desk.panel().verdict().version, std::optional<quint32>(13));
}

void TstConfPanel::whatThePictureTellsIsFoundWithoutAKey()
{
    Desk desk;
    std::optional<QByteArray> other;
    desk.source.reader().differingCopy = [&other](const NodeName &) { return other; };
    QVERIFY(desk.judged());
    QVERIFY(!desk.finds(u"C15"_s));
    const auto move = [&desk] { // the picture, in something else
        ClusterSnapshot now = *desk.source.snapshot();
        ++now.machines[SampleCluster::node(1)].quorum.value->totalVotes;
        desk.source.publish(now);
    };
    other = ConfSample::fenced(11);
    move();
    QTRY_VERIFY(desk.finds(u"C15"_s));
    QCOMPARE(desk.panel().text(), ConfSample::fenced(12)); // it is no change
    other.reset();
    move();
    QTRY_VERIFY(!desk.finds(u"C15"_s));
}

void TstConfPanel::withoutQuorumTheRescueIsOffered()
{
    Desk desk;
    QVERIFY(desk.judged());
    desk.type(u"10.9.0.2"_s, u"10.9.0.7"_s);
    QTRY_VERIFY(desk.editor().text().contains(u"config_version=\"13\""_s));
    QVERIFY(desk.judged());
    QVERIFY(!desk.panel().whyNotRescued().isEmpty());
    desk.source.loseQuorum();
    QVERIFY(desk.panel().whyNotActivated().contains(u"quorum"_s));
    desk.panel().activate();
    QVERIFY(!desk.panel().findChild<ConfReview *>()); // refused before it is even looked at
    QPushButton *rescue = nullptr;
    for (QPushButton *button : desk.panel().findChildren<QPushButton *>()) {
        if (button->text() == u"Rescue…"_s)
            rescue = button;
    }
    QVERIFY(rescue && rescue->isVisible() && rescue->isEnabled());
    rescue->click();
    auto *review = desk.panel().findChild<ConfReview *>();
    QVERIFY(review);
    review->accept();
    auto *dialog = desk.window.findChild<ActionDialog *>();
    QVERIFY(dialog);
    QCOMPARE(rendered(dialog->plan().title),
             u"Rescue: version 13 of cluster.conf on node1 alone"_s);
}

void TstConfPanel::aGuestsMenuOpensItsRecipe()
{
    Desk desk;
    desk.window.showPanel(u"guests"_s);
    const ClusterView view = viewOf(desk.source.snapshot());
    const GuestView guest = view.guests.first();
    desk.window.selection().select(guestThing(guest.id));
    QMenu menu;
    emit desk.window.inspector().menuWanted(menu);
    QAction *wish = nullptr;
    for (QAction *action : menu.actions()) {
        if (action->text() == rendered(haWishOf(guest)) + u'…')
            wish = action;
    }
    QVERIFY(wish && wish->isEnabled());
    wish->trigger();
    QCOMPARE(desk.window.currentPanel(), u"configuration"_s);
    QTRY_VERIFY(desk.panel().findChild<ConfRecipeDialog *>());
    auto *dialog = desk.panel().findChild<ConfRecipeDialog *>();
    QVERIFY2(dialog->recipe().has_value(), qPrintable(dialog->refusal()));
    QVERIFY(dialog->changes().lines().contains(u"vmid=\"%1\""_s.arg(guest.id)));
}

BINOME_TEST(TstConfPanel)
#include "tst_confpanel.moc"
