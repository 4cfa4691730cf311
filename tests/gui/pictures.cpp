// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/aboutdialog.h"
#include "gui/consoleview.h"
#include "gui/inspector.h"
#include "gui/mainwindow.h"
#include "gui/manual.h"
#include "gui/programlogview.h"
#include "gui/splitbraindialog.h"
#include "gui/theme.h"
#include "gui/topologyview.h"
#include "tests/gui/actionpictures.h"
#include "tests/gui/confpictures.h"
#include "tests/gui/fakeathand.h"
#include "tests/gui/manualpictures.h"
#include "tests/gui/samplecluster.h"

#include <QApplication>
#include <QDir>
#include <QTcpSocket>
#include <QTest>
#include <QTranslator>

namespace
{
using Situation = std::pair<const char *, Core::ClusterSnapshot (*)()>;
constexpr Situation situations[]
    = {{"healthy", SampleCluster::healthy},       {"resync", SampleCluster::resyncing},
       {"silent", SampleCluster::silentNode2},    {"fenced", SampleCluster::fencedNode2},
       {"splitbrain", SampleCluster::splitBrain}, {"disagree", SampleCluster::disagreeing},
       {"untold", SampleCluster::untold},         {"unreachable", SampleCluster::unreachable}};

void paint(const Gui::Theme &theme, const Situation &situation, const QString &file,
           const QSize &size)
{
    SampleCluster::Source source(situation.second());
    Gui::TopologyScene scene(theme);
    scene.show(Gui::viewOf(source.snapshot()), source);
    Gui::TopologyView view(scene);
    view.resize(size);
    view.show();
    view.fit();
    view.grab().save(file);
}
// The window with an hour of history: what it looks like in the middle of the night.
void paintWindow(Gui::Theme &theme, const Situation &situation, const QString &file,
                 const QSize &size, const QString &panel)
{
    SampleCluster::Source source(SampleCluster::healthy());
    SampleCluster::Source other(
        SampleCluster::named(SampleCluster::healthy(), QStringLiteral("pve-labege")));
    Gui::MainWindow window(theme);
    window.addCluster(QStringLiteral("pve-labege"), other);
    window.addCluster(QStringLiteral("pve-ha"), source);
    for (const auto make : {SampleCluster::silentNode2, SampleCluster::fencedNode2,
                            SampleCluster::disagreeing, SampleCluster::resyncing}) {
        source.pass(std::chrono::minutes(9));
        source.publish(make());
    }
    source.pass(std::chrono::minutes(14));
    source.publish(situation.second());
    source.pass(std::chrono::minutes(3));
    window.setLanguage(QLocale().name().left(2));
    window.resize(size);
    window.show();
    window.showPanel(panel);
    window.selection().select(Gui::resourceThing(Core::ResourceName(QStringLiteral("r1"))));
    QTest::qWait(50);
    window.grab().save(file);
}

void paintAssistant(const Gui::Theme &theme, const QDir &folder, const QString &ending)
{
    SampleCluster::Source source(SampleCluster::provenSplit());
    using Page = Gui::SplitBrainDialog::Page;
    const std::pair<const char *, Page> pages[]
        = {{"evidence", Page::Evidence}, {"choice", Page::Choice}};
    for (const auto &[name, page] : pages) {
        Gui::SplitBrainDialog dialog(theme, source);
        dialog.showPage(page);
        dialog.show();
        QTest::qWait(50);
        dialog.grab().save(
            folder.filePath(QStringLiteral("assistant-%1-").arg(QLatin1StringView(name)) + ending));
    }
}

// What the menu Help opens.
void paintHelp(const Gui::Theme &theme, const QDir &folder, const QString &ending)
{
    const QByteArrayList log{"2013-10-22T02:58:00.000Z info binome.ssh connected to node1",
                             "2013-10-22T02:58:01.000Z warning binome.ssh node2 does not answer"};
    Gui::Manual manual;
    manual.openAt(QStringLiteral("replication"));
    Gui::AboutDialog about;
    Gui::ProgramLogView view(theme, [&log] { return log; });
    for (const auto &[name, widget] : {std::pair<const char *, QWidget *>{"manual-", &manual},
                                       {"about-", &about},
                                       {"log-", &view}}) {
        widget->show();
        QTest::qWait(50);
        widget->grab().save(folder.filePath(QLatin1StringView(name) + ending));
    }
}

// The console of a guest: without a viewer, waiting for one, open, and ended.
void paintConsoles(const QDir &folder, const QString &ending)
{
    FakeAtHand::Hand hand;
    const auto made
        = [&hand] { return hand.guestConsole(100, Core::NodeName(QStringLiteral("node1"))); };
    for (const QString &name :
         {QStringLiteral("console-none-"), QStringLiteral("console-waits-"),
          QStringLiteral("console-open-"), QStringLiteral("console-ended-")}) {
        auto console = made();
        const quint16 port = console->port();
        Gui::ConsoleView view(std::move(console));
        view.show();
        QTcpSocket viewer;
        if (name.contains(QStringLiteral("waits")))
            view.start(Gui::ViewerProgram{QStringLiteral("/bin/true"), Gui::ViewerKind::Asking});
        else
            view.start(std::nullopt);
        if (name.contains(QStringLiteral("open")) || name.contains(QStringLiteral("ended")))
            viewer.connectToHost(QStringLiteral("127.0.0.1"), port);
        QTest::qWait(200);
        if (name.contains(QStringLiteral("ended"))) {
            emit hand.streams.last()->errorData("VM 100 not running\n");
            emit hand.streams.last()->closed(255);
        }
        QTest::qWait(50);
        view.grab().save(folder.filePath(name + ending));
    }
}

void paintWindows(Gui::Theme &theme, const QDir &folder, const QString &ending)
{
    for (const QString &panel :
         {QStringLiteral("topology"), QStringLiteral("replication"), QStringLiteral("guests"),
          QStringLiteral("nodes"), QStringLiteral("events")}) {
        paintWindow(theme, situations[1],
                    folder.filePath(QStringLiteral("window-%1-1280-").arg(panel) + ending),
                    {1280, 800}, panel);
    }
    paintWindow(theme, situations[4],
                folder.filePath(QStringLiteral("window-apart-1280-") + ending), {1280, 800},
                QStringLiteral("replication"));
    paintWindow(theme, situations[1],
                folder.filePath(QStringLiteral("window-topology-1440-") + ending), {1440, 900},
                QStringLiteral("topology"));
    paintWindow(theme, situations[4],
                folder.filePath(QStringLiteral("window-topology-1920-") + ending), {1920, 1080},
                QStringLiteral("topology"));
    for (const Situation &situation : situations) {
        const QString name
            = QStringLiteral("scene-%1-").arg(QString::fromLatin1(situation.first)) + ending;
        paint(theme, situation, folder.filePath(name), {752, 420});
    }
}

// In the language and the theme of the moment. part: empty for everything.
void paintPart(Gui::Theme &theme, const QDir &folder, const QString &ending, const QString &part)
{
    const auto wanted
        = [&part](const char *name) { return part.isEmpty() || part == QLatin1StringView(name); };
    if (wanted("actions"))
        paintActions(theme, folder, ending);
    if (wanted("conf"))
        paintConfiguration(theme, folder, ending);
    if (wanted("console"))
        paintConsoles(folder, ending);
    if (wanted("help"))
        paintHelp(theme, folder, ending);
    if (!part.isEmpty())
        return;
    paintAssistant(theme, folder, ending);
    paintWindows(theme, folder, ending);
}
} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (app.arguments().size() < 2)
        return 64;
    const QDir folder(app.arguments().at(1));
    const QString part = app.arguments().value(2);
    folder.mkpath(QStringLiteral("."));
    Gui::Theme theme;
    QTranslator english;
    QTranslator french;
    if (english.load(QStringLiteral(":/i18n/en.qm")))
        app.installTranslator(&english);
    for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")}) {
        if (language == QStringLiteral("fr") && french.load(QStringLiteral(":/i18n/fr.qm")))
            app.installTranslator(&french);
        QLocale::setDefault(QLocale(language));
        if (part == QStringLiteral("manual")) {
            theme.choose(Gui::ThemeChoice::Light);
            theme.setReduceMotion(true);
            theme.applyTo(app);
            paintManual(theme, QDir(folder.filePath(language + QStringLiteral("/pictures"))));
            continue;
        }
        for (const auto choice : {Gui::ThemeChoice::Light, Gui::ThemeChoice::Dark}) {
            theme.choose(choice);
            theme.applyTo(app);
            paintPart(
                theme, folder,
                language
                    + (theme.dark() ? QStringLiteral("-dark.png") : QStringLiteral("-light.png")),
                part);
        }
    }
    return 0;
}
