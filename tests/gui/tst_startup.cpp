// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/languages.h"
#include "gui/options.h"
#include "gui/training.h"
#include "gui/windowstate.h"
#include "tests/testmain.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTest>

using namespace Gui;

namespace
{
Options parsed(const QStringList &words)
{
    return parsedOptions(QStringList{QStringLiteral("binome")} + words);
}
} // namespace

class TstStartup : public QObject
{
    Q_OBJECT
private slots:
    void theCommandLineIsUnderstood()
    {
        const Options options
            = parsed({QStringLiteral("--tour"), QStringLiteral("pictures"),
                      QStringLiteral("--lang"), QStringLiteral("fr"), QStringLiteral("--theme"),
                      QStringLiteral("dark"), QStringLiteral("mine")});
        QVERIFY(!options.done);
        QCOMPARE(options.tour, QStringLiteral("pictures"));
        QCOMPARE(options.language, std::optional(Core::Language::French));
        QCOMPARE(options.theme, std::optional(Core::Theme::Dark));
        QCOMPARE(options.profile, QStringLiteral("mine"));
    }

    void wrongUsageEndsWithTheUsualStatus_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--colour")};
        QTest::newRow("unknown language")
            << QStringList{QStringLiteral("--lang"), QStringLiteral("de")};
        QTest::newRow("unknown theme")
            << QStringList{QStringLiteral("--theme"), QStringLiteral("pink")};
        QTest::newRow("two profiles") << QStringList{QStringLiteral("a"), QStringLiteral("b")};
    }

    void wrongUsageEndsWithTheUsualStatus()
    {
        QFETCH(QStringList, words);
        const Options options = parsed(words);
        QVERIFY(options.done);
        QCOMPARE(options.exitCode, 64);
        QVERIFY(!options.output.isEmpty());
    }

    void theVersionIsSaid()
    {
        const Options options = parsed({QStringLiteral("--version")});
        QVERIFY(options.done);
        QCOMPARE(options.exitCode, 0);
        QVERIFY(options.output.startsWith(QStringLiteral("binome")));
    }

    void theProfileOfTheTrainingClusterIsFound()
    {
        QCOMPARE(profileLine(QStringLiteral("node1  running\nprofile /tmp/x y/profile.json\n")),
                 QStringLiteral("/tmp/x y/profile.json"));
        QCOMPARE(profileLine(QStringLiteral("node1  running\n")), QString());
    }

    void theWindowsStateSurvivesItsText()
    {
        WindowState state;
        state.panels = QByteArray("\x00\xff binary", 9);
        state.panel = QStringLiteral("guests");
        state.selected = {ThingKind::Guest, QStringLiteral("100")};
        state.moved.insert(Core::NodeName(QStringLiteral("node1")), QPointF(12, -8));
        const WindowState again = unpacked(packed(state));
        QCOMPARE(again.panels, state.panels);
        QCOMPARE(again.panel, state.panel);
        QCOMPARE(again.selected, state.selected);
        QCOMPARE(again.moved, state.moved);
    }

    void aDamagedStateReadsAsNothing()
    {
        const WindowState state = unpacked(QByteArray("{\"selectedKind\": 99, \"panels\": 7"));
        QCOMPARE(state.selected, Thing());
        QVERIFY(state.panels.isEmpty());
        QVERIFY(state.moved.isEmpty());
    }

    void aLanguageBringsItsWordsAndItsNumbers()
    {
        const QLocale before;
        {
            Languages languages;
            languages.choose(Core::Language::French);
            QCOMPARE(languages.code(), QStringLiteral("fr"));
            QCOMPARE(QLocale().language(), QLocale::French);
            QCOMPARE(QCoreApplication::translate("Gui::MainWindow", "Timeline"),
                     QStringLiteral("Chronologie"));
            languages.choose(Core::Language::English);
            QCOMPARE(QCoreApplication::translate("Gui::MainWindow", "Timeline"),
                     QStringLiteral("Timeline"));
        }
        QLocale::setDefault(before);
    }
};

BINOME_TEST(TstStartup)
#include "tst_startup.moc"
