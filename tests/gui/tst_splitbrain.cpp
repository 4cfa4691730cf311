// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actiondialog.h"
#include "gui/healthbanner.h"
#include "gui/journaltext.h"
#include "gui/mainwindow.h"
#include "gui/splitbraincard.h"
#include "gui/splitbraindialog.h"
#include "gui/splitbrainwords.h"
#include "tests/gui/fakeaction.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
const ResourceName r1(u"r1"_s);

struct Open {
    explicit Open(const ClusterSnapshot &snapshot = SampleCluster::provenSplit())
        : facts(snapshot), dialog(theme, facts), wanted(&dialog, &SplitBrainDialog::repairWanted)
    {
        dialog.show();
    }
    QString allText()
    {
        QStringList texts;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&dialog))
                texts << label->text();
        }
        for (const QWidget *one : dialog.findChildren<QWidget *>())
            texts << one->accessibleName();
        return texts.join(u'\n');
    }
    QPushButton *button(const QString &name) { return dialog.findChild<QPushButton *>(name); }
    QRadioButton *radio(const QString &name) { return dialog.findChild<QRadioButton *>(name); }
    Theme theme;
    SampleCluster::Source facts;
    SplitBrainDialog dialog;
    QSignalSpy wanted;
};

// The sample's night, whose history knows when each side wrote.
class Written : public SampleCluster::Source
{
public:
    Written() : Source(SampleCluster::provenSplit()), m_history(m_folder.filePath(u"history.db"_s))
    {
        m_history.open().waitForFinished();
    }
    Core::History *history() const override { return &m_history; }
    void write(int side, qint64 secondsAgo)
    {
        const qint64 at = now().toSecsSinceEpoch() - secondsAgo;
        const SeriesKey key{SampleCluster::node(side), u"r1"_s, Quantity::DiskWritten};
        m_history.add(at, {{key, 4096}}).waitForFinished();
        m_history.add(at + 1, {{key, 0}}).waitForFinished();
    }

private:
    QTemporaryDir m_folder;
    mutable Core::History m_history;
};

QString textOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts << label->text();
    return texts.join(u'\n');
}

// To the ten seconds that the history of a day is kept in.
bool isNear(const QDateTime &told, const QDateTime &when)
{
    return told.isValid() && std::abs(told.secsTo(when)) <= 10;
}

VerdictCell *dataCell(const MainWindow &window)
{
    for (VerdictCell *cell : window.findChildren<VerdictCell *>()) {
        if (cell->text() == u"DATA"_s)
            return cell;
    }
    return nullptr;
}

QAction *actionNamed(const QList<QAction *> &actions, const QString &part)
{
    for (QAction *action : actions) {
        if (action->text().contains(part))
            return action;
    }
    return nullptr;
}
} // namespace

class TstSplitBrain : public QObject
{
    Q_OBJECT
private slots:
    void theEvidenceIsShownAndWhatIsNoSplitBrainIsNamed();
    void bothSidesStandBesideEachOther();
    void nothingIsChosenForThePerson();
    void theChoiceBecomesTheWish();
    void aChoiceSurvivesNewsAndPages();
    void nothingIsReplacedUnderTheHandWhileFiguresGrow();
    void onlyAProvenSplitOffersAChoice();
    void aRepairedResourceIsSaid();
    void theHistoryTellsTheLastWriteOfEachSide();
    void anotherLastWriteIsTold();
    void theTimeOfTheSplitIsByOurClock();
    void theBannerOpensTheAssistant();
    void anotherLanguageTranslatesEveryPage();
    void theWindowOpensThePlanOfTheRepair();
    void withoutSplitTheAssistantIsOffWithItsReason();
    void theVerbsOfAResourceAreOfferedOrSayWhyNot();
    void inARecordingNoVerbIsOffered();
};

void TstSplitBrain::theEvidenceIsShownAndWhatIsNoSplitBrainIsNamed()
{
    Open open;
    const QString text = open.allText();
    QVERIFY2(text.contains(u"Split brain, proven"_s), qPrintable(text));
    QVERIFY(text.contains(u"No split brain: disconnected by an administrator on node2"_s));
    QVERIFY(text.contains(u"dmesg on node1"_s));
    QVERIFY(text.contains(u"Apart since"_s));
}

void TstSplitBrain::bothSidesStandBesideEachOther()
{
    Open open;
    open.button(u"next"_s)->click();
    QTRY_VERIFY(open.allText().contains(u"1.0 GiB"_s)); // shown in the next turn
    QVERIFY(open.allText().contains(u"2.0 GiB"_s));
    QVERIFY(open.radio(u"discard/r1/node1"_s));
    QVERIFY(open.radio(u"discard/r1/node2"_s));
    const int left = open.radio(u"discard/r1/node1"_s)->mapTo(&open.dialog, QPoint()).x();
    const int right = open.radio(u"discard/r1/node2"_s)->mapTo(&open.dialog, QPoint()).x();
    QVERIFY(left < right);
}

void TstSplitBrain::nothingIsChosenForThePerson()
{
    Open open;
    open.button(u"next"_s)->click();
    for (const QRadioButton *radio : open.dialog.findChildren<QRadioButton *>())
        QVERIFY(!radio->isChecked());
    QVERIFY(!open.button(u"next"_s)->isEnabled());
    QVERIFY(!open.button(u"next"_s)->toolTip().isEmpty());
}

void TstSplitBrain::theChoiceBecomesTheWish()
{
    Open open;
    open.button(u"next"_s)->click();
    open.radio(u"discard/r1/node2"_s)->click();
    QVERIFY(open.button(u"next"_s)->isEnabled());
    open.button(u"next"_s)->click();
    QTRY_VERIFY(open.button(u"repair/r1"_s));
    open.button(u"repair/r1"_s)->click();
    QCOMPARE(open.wanted.size(), 1);
    const auto wish = open.wanted.first().first().value<SplitBrainWish>();
    QCOMPARE(wish.resource, r1);
    QCOMPARE(wish.victim, SampleCluster::node(2));
}

void TstSplitBrain::aChoiceSurvivesNewsAndPages()
{
    Open open;
    open.button(u"next"_s)->click();
    open.radio(u"discard/r1/node1"_s)->click();
    ClusterSnapshot grown = SampleCluster::provenSplit();
    SampleCluster::drbd(grown, 1, 1).counters.outOfSync = fromKiB(5LL * 1024 * 1024);
    open.facts.publish(applied(grown, QList<Patch>()));
    QTRY_VERIFY(open.allText().contains(u"5.0 GiB"_s));
    open.button(u"back"_s)->click();
    open.button(u"next"_s)->click();
    QTRY_VERIFY(open.dialog.findChildren<QRadioButton *>().size() == 2); // the old ones are gone
    QVERIFY(open.radio(u"discard/r1/node1"_s)->isChecked());
}

// Guests write all the time: a button that is built anew between press and release is never
// clicked.
void TstSplitBrain::nothingIsReplacedUnderTheHandWhileFiguresGrow()
{
    Open open;
    const auto grow = [&open](qint64 mebibytes) {
        ClusterSnapshot grown = SampleCluster::provenSplit();
        SampleCluster::drbd(grown, 1, 1).counters.outOfSync = fromKiB(mebibytes * 1024);
        open.facts.publish(applied(grown, QList<Patch>()));
    };
    open.button(u"next"_s)->click();
    const QPointer<QRadioButton> radio = open.radio(u"discard/r1/node1"_s);
    radio->click();
    grow(5 * 1024);
    QTRY_VERIFY(open.allText().contains(u"5.0 GiB"_s));
    QVERIFY(radio);
    QCOMPARE(open.radio(u"discard/r1/node1"_s), radio.data());
    open.button(u"next"_s)->click();
    const QPointer<QPushButton> plan = open.button(u"repair/r1"_s);
    QVERIFY(plan);
    grow(6 * 1024);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(plan);
}

void TstSplitBrain::onlyAProvenSplitOffersAChoice()
{
    Open open;
    open.button(u"next"_s)->click();
    QVERIFY(!open.radio(u"discard/r2/node1"_s));
    QTRY_VERIFY(open.allText().contains(u"Discarding changes is no answer to it."_s));
}

void TstSplitBrain::aRepairedResourceIsSaid()
{
    Open open;
    open.button(u"next"_s)->click();
    open.radio(u"discard/r1/node2"_s)->click();
    open.button(u"next"_s)->click();
    open.facts.publish(SampleCluster::healthy());
    QTRY_VERIFY(open.button(u"repair/r1"_s) && !open.button(u"repair/r1"_s)->isEnabled());
    QTRY_VERIFY(open.allText().contains(u"Now: both copies are the same"_s));
}

void TstSplitBrain::theHistoryTellsTheLastWriteOfEachSide()
{
    Written source;
    source.write(1, 75);
    source.write(2, 140);
    Theme theme;
    SplitBrainDialog dialog(theme, source);
    dialog.showPage(SplitBrainDialog::Choice);
    QTRY_VERIFY(dialog.splits().first().sides[0].lastWrite.isValid());
    const QDateTime now = source.now();
    const QDateTime last = dialog.splits().first().sides[0].lastWrite;
    QVERIFY(isNear(last, now.addSecs(-75)));
    QVERIFY(isNear(dialog.splits().first().sides[1].lastWrite, now.addSecs(-140)));
    const QString shown = JournalText::when(last);
    QTRY_VERIFY2(textOf(dialog).contains(shown), qPrintable(textOf(dialog)));
}

void TstSplitBrain::anotherLastWriteIsTold()
{
    Written source;
    source.write(1, 75);
    Theme theme;
    SplitBrainDialog dialog(theme, source);
    QTRY_VERIFY(dialog.splits().first().sides[0].lastWrite.isValid());
    source.write(2, 20);
    source.pass(std::chrono::seconds(30));
    source.publish(SampleCluster::provenSplit());
    QTRY_VERIFY(dialog.splits().first().sides[1].lastWrite.isValid());
    QVERIFY(isNear(dialog.splits().first().sides[1].lastWrite, source.now().addSecs(-50)));
}

void TstSplitBrain::theTimeOfTheSplitIsByOurClock()
{
    class Skewed : public SampleCluster::Source
    {
    public:
        using Source::Source;
        PathState path(const NodeName &machine) const override
        {
            PathState path = Source::path(machine);
            path.clockOffset = std::chrono::minutes(machine == SampleCluster::node(1) ? 90 : 0);
            return path;
        }
    };
    const Skewed ahead(SampleCluster::provenSplit());
    const Apart apart = splitBrains(*ahead.snapshot()).first().apart;
    QCOMPARE(apart.sinceBy, SampleCluster::node(1));
    const QString ours = JournalText::when(apart.since.addSecs(-90 * 60));
    const QString told = SplitBrainWords::since(apart, ahead);
    QVERIFY2(told.contains(ours), qPrintable(told));
}

void TstSplitBrain::theBannerOpensTheAssistant()
{
    Theme theme;
    FakeAction::Source actions;
    SampleCluster::Source facts(SampleCluster::healthy());
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, facts, &actions);
    window.show();
    VerdictCell *cell = dataCell(window);
    QVERIFY(cell);
    cell->click(); // nothing is apart: its evidence alone
    QVERIFY(!window.findChild<SplitBrainDialog *>());
    facts.publish(SampleCluster::provenSplit());
    QVERIFY2(cell->toolTip().contains(u"Repair"_s), qPrintable(cell->toolTip()));
    cell->click();
    QCOMPARE(window.selection().thing(), (Thing{ThingKind::Verdict, u"data"_s}));
    QVERIFY(window.findChild<SplitBrainDialog *>());
    cell->click(); // the one that is open comes to the front
    QCOMPARE(window.findChildren<SplitBrainDialog *>().size(), 1);
}

void TstSplitBrain::anotherLanguageTranslatesEveryPage()
{
    QTranslator french;
    QVERIFY(french.load(u":/i18n/fr.qm"_s));
    Open open;
    for (const auto page :
         {SplitBrainDialog::Evidence, SplitBrainDialog::Choice, SplitBrainDialog::Repair}) {
        open.dialog.showPage(page);
        const QString title = open.dialog.findChild<QLabel *>()->text();
        qApp->installTranslator(&french);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QVERIFY2(!open.allText().contains(title), qPrintable(title));
        qApp->removeTranslator(&french);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
    }
}

void TstSplitBrain::theWindowOpensThePlanOfTheRepair()
{
    Theme theme;
    FakeAction::Source actions;
    SampleCluster::Source facts(SampleCluster::provenSplit());
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, facts, &actions);
    window.show();
    window.actions().action(ActionId::SplitBrain)->trigger();
    auto *assistant = window.findChild<SplitBrainDialog *>();
    QVERIFY(assistant);
    assistant->showPage(SplitBrainDialog::Choice);
    assistant->findChild<QRadioButton *>(u"discard/r1/node2"_s)->click();
    assistant->showPage(SplitBrainDialog::Repair);
    assistant->findChild<QPushButton *>(u"repair/r1"_s)->click();
    const auto *plan = window.findChild<ActionDialog *>();
    QVERIFY(plan);
    const SplitBrainWish wish{r1, SampleCluster::node(2), {}, {}};
    QVERIFY(plan->plan().sameAs(planSplitBrain(wish, *facts.snapshot())));
}

void TstSplitBrain::withoutSplitTheAssistantIsOffWithItsReason()
{
    Theme theme;
    SampleCluster::Source facts(SampleCluster::healthy());
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, facts);
    const QAction *action = window.actions().action(ActionId::SplitBrain);
    QVERIFY(!action->isEnabled());
    QVERIFY(action->toolTip().contains(u"connected"_s));
    facts.publish(SampleCluster::provenSplit());
    QVERIFY(action->isEnabled());
}

void TstSplitBrain::theVerbsOfAResourceAreOfferedOrSayWhyNot()
{
    const ClusterView view
        = viewOf(std::make_shared<const ClusterSnapshot>(SampleCluster::healthy()));
    const QList<ActionOffer> offers = offersFor(resourceThing(r1), view);
    QVERIFY(offers.size() >= 24); // a dozen verbs a side
    int refused = 0;
    for (const ActionOffer &offer : offers) {
        QCOMPARE(offer.verb.resource, r1);
        QVERIFY(!rendered(offer.plan.title).isEmpty());
        const QString reason = whyNot(offer);
        QCOMPARE(reason.startsWith(u"Blocked: "_s), offer.plan.blocked());
        refused += reason.isEmpty() ? 0 : 1;
        if (offer.verb.kind == VerbKind::Disconnect)
            QVERIFY(!reason.isEmpty()); // both sides are Primary: it would make a split brain
    }
    QVERIFY(refused > 0 && refused < offers.size());
    qsizetype ofNode = 0; // among what is done to the node itself
    for (const ActionOffer &offer : offersFor(machineThing(SampleCluster::node(1)), view))
        ofNode += offer.verb.resource.isEmpty() ? 0 : 1;
    QCOMPARE(ofNode, offers.size());
}

void TstSplitBrain::inARecordingNoVerbIsOffered()
{
    Theme theme;
    SampleCluster::Source facts(SampleCluster::healthy());
    MainWindow window(theme);
    window.addCluster(u"pve-ha"_s, facts, nullptr);
    window.show();
    window.selection().select(resourceThing(r1));
    QMenu *menu = window.actions().actionMenu();
    QAction *verbs = actionNamed(menu->actions(), u"selected"_s);
    QVERIFY(verbs && verbs->menu());
    emit verbs->menu()->aboutToShow();
    const QAction *side = actionNamed(verbs->menu()->actions(), u"r1 on node1"_s);
    QVERIFY(side && side->menu());
    int listed = 0;
    for (const QAction *one : side->menu()->actions()) {
        if (one->isSeparator())
            continue;
        ++listed;
        QVERIFY(!one->isEnabled());
        QVERIFY2(one->toolTip().contains(u"not live"_s), qPrintable(one->toolTip()));
    }
    QVERIFY(listed >= 12);
}

BINOME_TEST(TstSplitBrain)
#include "tst_splitbrain.moc"
