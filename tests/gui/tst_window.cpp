// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector.h"
#include "gui/mainwindow.h"
#include "gui/manual.h"
#include "gui/svgdrawing.h"
#include "gui/topologypanel.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QApplication>
#include <QDockWidget>
#include <QListWidget>
#include <QPaintEvent>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

using namespace Gui;

namespace
{
const QString cluster = QStringLiteral("pve-ha");

struct Desk {
    explicit Desk(const Core::ClusterSnapshot &snapshot) : source(snapshot), window(theme)
    {
        theme.setReduceMotion(true);
        window.addCluster(cluster, source);
        window.resize(1280, 800);
        window.show();
    }
    NodeItem *node(int id) { return window.topology().scene().nodeItem(SampleCluster::node(id)); }
    QDockWidget *dock(const char *id)
    {
        return window.findChild<QDockWidget *>(QString::fromLatin1(id));
    }
    Theme theme;
    SampleCluster::Source source;
    MainWindow window;
};

// Counts what is painted, until nothing is left to paint.
class Paints : public QObject
{
public:
    Paints() { qApp->installEventFilter(this); }
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        widgets << watched->objectName() + u'/'
                + QString::fromLatin1(watched->metaObject()->className());
        heights << static_cast<QPaintEvent *>(event)->rect().height();
        return false;
    }
    int tallest() const { return *std::max_element(heights.cbegin(), heights.cend()); }
    QStringList after(const std::function<void()> &change)
    {
        settle();
        widgets.clear();
        heights.clear();
        change();
        settle();
        return widgets;
    }

private:
    void settle()
    {
        for (int quiet = 0; quiet < 3; ++quiet) {
            const auto before = widgets.size();
            QCoreApplication::processEvents();
            quiet = widgets.size() == before ? quiet : 0;
        }
    }
    QStringList widgets;
    QList<int> heights; // of the parts that were painted
};
} // namespace

class TstWindow : public QObject
{
    Q_OBJECT
private slots:
    void thePictureHasAnItemForEachMachineAndLink()
    {
        Desk desk(SampleCluster::healthy());
        const TopologyScene &scene = desk.window.topology().scene();
        QCOMPARE(scene.cards().size(), 3);
        QCOMPARE(scene.links().size(), 7);
        QCOMPARE(scene.items().size(), 10);
    }

    void aSilentNodeSaysSinceWhenAndKeepsWhatItSaidLast()
    {
        Desk desk(SampleCluster::healthy());
        desk.source.publish(SampleCluster::silentNode2());
        const CardFacts &facts = desk.node(2)->facts();
        QCOMPARE(facts.tone, Tone::Unknown);
        QVERIFY(facts.stale);
        QVERIFY2(facts.lines.first().startsWith(QStringLiteral("not answering since")),
                 qPrintable(facts.lines.first()));
        QCOMPARE(facts.chips.size(), 1);
        QCOMPARE(facts.chips.first().tone, Tone::Unknown);
    }

    void twoObserversThatDisagreeAreBothShown()
    {
        Desk desk(SampleCluster::disagreeing());
        const CardFacts &facts = desk.node(2)->facts();
        QCOMPARE(facts.views.size(), 2);
        QVERIFY(facts.views.first().startsWith(QStringLiteral("node2 ")));
        QVERIFY(facts.views.last().startsWith(QStringLiteral("node1 ")));
    }

    void theEndsOfAPipeThatDisagreeKeepTheirOwnWords()
    {
        Desk desk(SampleCluster::splitBrain());
        for (const LinkFacts &link : desk.window.topology().scene().links()) {
            if (link.thing != resourceThing(Core::ResourceName(QStringLiteral("r1"))))
                continue;
            QCOMPARE(link.wordA, QStringLiteral("StandAlone"));
            QCOMPARE(link.wordB, QStringLiteral("WFConnection"));
            QCOMPARE(link.tone, Tone::Bad);
        }
    }

    void aResyncShowsItsDirectionAndPercentage()
    {
        Desk desk(SampleCluster::resyncing());
        for (const LinkFacts &link : desk.window.topology().scene().links()) {
            if (link.thing != resourceThing(Core::ResourceName(QStringLiteral("r1"))))
                continue;
            QCOMPARE(link.percent, 85.2);
            QCOMPARE(link.flow, Flow::FromA);
            QVERIFY(link.label.contains(QStringLiteral("85")));
        }
    }

    void anItemIsChangedInPlace()
    {
        Desk desk(SampleCluster::healthy());
        const NodeItem *before = desk.node(2);
        desk.source.publish(SampleCluster::fencedNode2());
        QCOMPARE(desk.node(2), before);
        QCOMPARE(before->facts().tone, Tone::Bad);
    }

    void theManualOpensAtThePanelThatIsShown()
    {
        Desk desk(SampleCluster::healthy());
        desk.window.actions().action(ActionId::PanelReplication)->trigger();
        desk.window.actions().action(ActionId::Manual)->trigger();
        auto *manual = desk.window.findChild<Manual *>();
        QVERIFY(manual && manual->isVisible());
        QCOMPARE(manual->chapter(), QStringLiteral("replication"));
    }

    void aCardNamesWhoAskedTheBmcOnlyWhenTheyDisagree()
    {
        Core::ClusterSnapshot snapshot = SampleCluster::healthy();
        const Core::NodeName one = SampleCluster::node(1);
        const Core::NodeName two = SampleCluster::node(2);
        snapshot.machines[two].bmc[one] = snapshot.machines[two].bmc.value(Core::Workstation());
        Desk desk(snapshot);
        QVERIFY2(!desk.node(2)->facts().bmc.contains(one.text()),
                 qPrintable(desk.node(2)->facts().bmc));
        snapshot.machines[two].bmc[one].value->power = Core::PowerState::Off;
        desk.source.publish(snapshot);
        QVERIFY(desk.node(2)->facts().bmc.contains(one.text()));
        QCOMPARE(desk.node(2)->facts().bmcTone, Tone::Bad);
    }

    void theInspectorQuotesTheLinesOfTheSelectedResource()
    {
        Desk desk(SampleCluster::resyncing());
        desk.window.selection().select(resourceThing(Core::ResourceName(QStringLiteral("r1"))));
        const InspectorFacts &facts = desk.window.inspector().facts();
        QCOMPARE(facts.badge, QStringLiteral("SyncTarget"));
        QVERIFY(facts.quoted.startsWith(QStringLiteral(" 1: cs:SyncTarget")));
        QVERIFY(!facts.quoted.contains(QStringLiteral(" 2: cs:")));
        QVERIFY2(facts.source.startsWith(QStringLiteral("/proc/drbd on node2")),
                 qPrintable(facts.source));
    }

    void aValueTooLongForOneLineHasTwo()
    {
        Desk desk(SampleCluster::resyncing());
        desk.window.selection().select(resourceThing(Core::ResourceName(QStringLiteral("r1"))));
        const auto *table = desk.window.inspector().findChild<QTableWidget *>();
        const QFontMetrics metrics(desk.theme.font(TextSize::Body));
        const auto lines = [&](int row) { return table->rowHeight(row) >= 36 ? 2 : 1; };
        for (int row = 0; row < table->rowCount(); ++row) {
            const int wanted = metrics.horizontalAdvance(table->item(row, 1)->text());
            QVERIFY2(wanted <= lines(row) * (table->columnWidth(1) - 16),
                     qPrintable(table->item(row, 1)->text()));
        }
        InspectorFacts facts = desk.window.inspector().facts();
        facts.facts.first().value = QStringLiteral("StandAlone / WFConnection, for a long time");
        desk.window.inspector().show(facts);
        QCOMPARE(lines(0), 2);
        QCOMPARE(lines(1), 1); // "Primary / Primary"
    }

    void aClickOnAVerdictShowsItsEvidence()
    {
        Desk desk(SampleCluster::splitBrain());
        desk.window.selection().select({ThingKind::Verdict, QStringLiteral("data")});
        const InspectorFacts &facts = desk.window.inspector().facts();
        QCOMPARE(facts.tone, Tone::Bad);
        QVERIFY(facts.quoted.contains(QStringLiteral("cs:")));
    }

    void theThirdVerdictIsUnknownAndSaysSo()
    {
        Desk desk(SampleCluster::healthy());
        desk.window.selection().select({ThingKind::Verdict, QStringLiteral("nextFailure")});
        QCOMPARE(desk.window.inspector().facts().tone, Tone::Unknown);
        QVERIFY(
            desk.window.inspector().facts().note.startsWith(QStringLiteral("Not computed yet")));
    }

    void onePanelStandsBelowThePicture()
    {
        Desk desk(SampleCluster::healthy());
        QVERIFY(desk.dock("timeline")->isVisible());
        for (const QString &id : MainWindow::panelIds().mid(1)) {
            desk.window.showPanel(id);
            QVERIFY(desk.window.findChild<QDockWidget *>(id)->isVisible());
            QVERIFY(!desk.dock("timeline")->isVisible());
        }
        desk.window.showPanel(QStringLiteral("topology"));
        QVERIFY(desk.dock("timeline")->isVisible());
        QVERIFY(desk.dock("inspector")->isVisible());
    }

    void thePanelsComeBackAsLeft()
    {
        WindowState state;
        {
            Desk desk(SampleCluster::healthy());
            desk.window.showPanel(QStringLiteral("guests"));
            desk.dock("inspector")->hide();
            desk.window.selection().select(guestThing(101));
            state = desk.window.state();
        }
        Theme theme;
        SampleCluster::Source source(SampleCluster::healthy());
        MainWindow window(theme);
        window.addCluster(cluster, source);
        window.restore(state);
        window.show();
        QVERIFY(window.findChild<QDockWidget *>(QStringLiteral("guests"))->isVisible());
        QVERIFY(!window.findChild<QDockWidget *>(QStringLiteral("inspector"))->isVisible());
        QCOMPARE(window.selection().thing(), guestThing(101));
        QCOMPARE(window.currentPanel(), QStringLiteral("guests"));
    }

    void whatCannotRunSaysWhy()
    {
        Desk desk(SampleCluster::healthy());
        const QAction *reconnect = desk.window.actions().action(ActionId::Reconnect);
        desk.window.selection().select(machineThing(SampleCluster::node(1)));
        QVERIFY(!reconnect->isEnabled());
        QCOMPARE(reconnect->toolTip(), QStringLiteral("node1 answers."));
        desk.source.publish(SampleCluster::fencedNode2());
        desk.window.selection().select(machineThing(SampleCluster::node(2)));
        QVERIFY(reconnect->isEnabled());
        QSignalSpy asked(&desk.window, &MainWindow::reconnectRequested);
        desk.window.actions().action(ActionId::Reconnect)->trigger();
        QCOMPARE(asked.size(), 1);
    }

    void withoutAClusterTheWelcomePageStandsThere()
    {
        Desk desk(SampleCluster::healthy());
        desk.window.removeCluster(cluster);
        QCOMPARE(desk.window.currentCluster(), QString());
        QVERIFY(!desk.window.actions().action(ActionId::Refresh)->isEnabled());
        QVERIFY(!desk.window.topology().isVisible());
    }

    void aLanguageChangeReachesEveryWord()
    {
        Desk desk(SampleCluster::silentNode2());
        QTranslator french;
        QVERIFY(french.load(QStringLiteral(":/i18n/fr.qm")));
        QApplication::installTranslator(&french);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LanguageChange);
        QEvent change(QEvent::LanguageChange);
        QApplication::sendEvent(&desk.window, &change);
        QCOMPARE(desk.dock("timeline")->windowTitle(), QStringLiteral("Chronologie"));
        QVERIFY(desk.node(2)->facts().lines.first().startsWith(QStringLiteral("sans réponse")));
        QApplication::removeTranslator(&french);
    }

    void thePictureIsExported_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QByteArray>("magic");
        QTest::newRow("png") << QStringLiteral("png") << QByteArray("\x89PNG");
        if (whyNoSvg().isEmpty())
            QTest::newRow("svg") << QStringLiteral("svg") << QByteArray("<?xml");
        QTest::newRow("pdf") << QStringLiteral("pdf") << QByteArray("%PDF");
    }

    void thePictureIsExported()
    {
        QFETCH(QString, ending);
        QFETCH(QByteArray, magic);
        Desk desk(SampleCluster::healthy());
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("picture.") + ending);
        const auto written
            = exportPicture(desk.window.topology().scene(), desk.theme.colors(), path);
        QVERIFY(written.has_value());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(magic));
    }

    void aPictureThatCannotBeWrittenSaysSo()
    {
        Desk desk(SampleCluster::healthy());
        const QTemporaryDir folder;
        const auto written = exportPicture(desk.window.topology().scene(), desk.theme.colors(),
                                           folder.filePath(QStringLiteral("missing/picture.png")));
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, Core::ErrorKind::Storage);
    }

    void aLinkTellsTheAddressesOfBothEnds()
    {
        Desk desk(SampleCluster::healthy());
        QMap<Core::LinkKind, QString> told;
        for (const LinkFacts &link : desk.window.topology().scene().links())
            told[link.kind] = link.addresses;
        QCOMPARE(told[Core::LinkKind::ClusterNetwork],
                 QStringLiteral("192.168.1.11 – 192.168.1.12"));
        QCOMPARE(told[Core::LinkKind::Replication], QStringLiteral("10.0.0.1 – 10.0.0.2"));
    }

    void exercisesBelongToTheTrainingCluster()
    {
        Desk desk(SampleCluster::healthy());
        const auto *panels = desk.window.findChild<QListWidget *>(QStringLiteral("panelList"));
        const QAction *action = desk.window.actions().action(ActionId::PanelTraining);
        const int without = panels->count();
        QVERIFY(!action->isEnabled());
        desk.window.setTrainingCluster(cluster);
        QCOMPARE(panels->count(), without + 1);
        QVERIFY(action->isEnabled());
        desk.window.showPanel(QStringLiteral("training"));
        desk.window.setCurrentCluster({});
        QCOMPARE(desk.window.currentPanel(), MainWindow::panelIds().first());
    }

    void countersPaintNothing_data()
    {
        QTest::addColumn<QString>("panel");
        for (const QString &id : MainWindow::panelIds())
            QTest::newRow(qPrintable(id)) << id;
    }

    void countersPaintNothing()
    {
        QFETCH(QString, panel);
        Desk desk(SampleCluster::healthy());
        desk.window.showPanel(panel);
        Paints paints;
        const QStringList painted = paints.after(
            [&] { desk.source.publish(SampleCluster::counted(SampleCluster::healthy())); });
        QCOMPARE(painted, QStringList());
    }

    void aStateThatChangesPaintsThePicture()
    {
        Desk desk(SampleCluster::healthy());
        Paints paints;
        QVERIFY(
            !paints.after([&] { desk.source.publish(SampleCluster::fencedNode2()); }).isEmpty());
    }

    void anAgePaintsItsPartOfTheCardOnly()
    {
        Desk desk(SampleCluster::healthy());
        Paints paints;
        paints.after([&] { desk.node(2)->update(); }); // painted once as a whole
        CardFacts older = desk.node(2)->facts();
        older.bmc += QStringLiteral(" · 12 s ago");
        QVERIFY(!paints.after([&] { desk.node(2)->setFacts(older); }).isEmpty());
        const QRectF card = desk.node(2)->boundingRect();
        QVERIFY2(paints.tallest() < card.height() / 2,
                 qPrintable(QString::number(paints.tallest())));
    }

    void aReasonStandsWholeOnTheCard()
    {
        Desk desk(SampleCluster::unreachable());
        const CardFacts &facts = desk.node(2)->facts();
        QCOMPARE(facts.reason, QStringLiteral("No answer from 192.168.100.112, port 22"));
        const QRectF room(0, 0, desk.node(2)->boundingRect().width() - 2 * Grid::padding,
                          reasonHeight(facts));
        const QFontMetricsF metrics(desk.theme.font(TextSize::Small));
        const QRectF wanted = metrics.boundingRect(room, Qt::TextWordWrap, facts.reason);
        QVERIFY(wanted.height() <= room.height());
    }

    void anotherThemePaintsAtOnce()
    {
        Desk desk(SampleCluster::healthy());
        desk.theme.choose(ThemeChoice::Light);
        const QImage light = desk.window.topology().grab().toImage();
        desk.theme.choose(ThemeChoice::Dark);
        desk.theme.applyTo(*qApp);
        const QImage dark = desk.window.topology().grab().toImage();
        desk.theme.choose(ThemeChoice::Light);
        desk.theme.applyTo(*qApp);
        QVERIFY(light != dark);
    }
};

BINOME_TEST(TstWindow)
#include "tst_window.moc"
