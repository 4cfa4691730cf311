// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/aboutdialog.h"
#include "gui/programlogview.h"
#include "gui/trayicon.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
const QByteArrayList lines{"2013-10-22T02:58:00.000Z info binome.ssh connected to node1",
                           "2013-10-22T02:58:01.000Z warning binome.ssh node2 does not answer",
                           "2013-10-22T02:58:02.000Z critical binome.store disk is full"};
} // namespace

// Programs of the help menu, and the sign in the tray.
class TstHelpMenu : public QObject
{
    Q_OBJECT
private slots:
    void everyWorkComesWithTheTextOfItsLicence()
    {
        for (const Work &work : works()) {
            QVERIFY2(!work.texts.isEmpty(), qPrintable(work.name));
            for (const QString &text : work.texts) {
                QFile file(u":/licences/%1.txt"_s.arg(text));
                QVERIFY2(file.open(QIODevice::ReadOnly) && file.size() > 200, qPrintable(text));
            }
        }
    }

    // What CMake looks for stands in the list, so that a new library cannot be forgotten there.
    void everyLibraryThatIsLinkedIsNamed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("core") << u"core/CMakeLists.txt"_s;
        QTest::newRow("window") << u"gui/CMakeLists.txt"_s;
    }

    void everyLibraryThatIsLinkedIsNamed()
    {
        QFETCH(QString, file);
        QFile lists(QStringLiteral(BINOME_TEST_SOURCE_DIR "/../../") + file);
        QVERIFY(lists.open(QIODevice::ReadOnly));
        QStringList names;
        for (const Work &work : works())
            names << work.name.section(u' ', 0, 0).remove(u'-').toLower();
        static const QRegularExpression wanted(
            u"(?:find_package\\(|pkg_check_modules\\(\\w+ REQUIRED IMPORTED_TARGET )([\\w.-]+)"_s);
        int found = 0;
        auto all = wanted.globalMatch(QString::fromUtf8(lists.readAll()));
        for (; all.hasNext(); ++found) {
            QString name = all.next().captured(1).toLower().remove(u'-').remove(u".0"_s);
            if (name == u"pkgconfig")
                continue;
            name = name.startsWith(u"qt6keychain") ? u"qtkeychain"_s : name.remove(u"qt6"_s);
            if (name.isEmpty())
                name = u"qt"_s;
            QVERIFY2(names.contains(name), qPrintable(name));
        }
        QVERIFY(found >= 2);
    }

    void theTextOfTheChosenLicenceIsShown()
    {
        AboutDialog about;
        auto *text = about.findChild<QPlainTextEdit *>();
        QVERIFY(text->toPlainText().contains(u"GNU GENERAL PUBLIC LICENSE"_s));
        about.findChild<QListWidget *>()->setCurrentRow(int(works().size()) - 1);
        QVERIFY(text->toPlainText().contains(u"Tatsuhiko Kubo"_s));
    }

    void theProgramLogIsFiltered()
    {
        const Theme theme;
        ProgramLogView view(theme, [] { return lines; });
        QCOMPARE(view.shownText().count(u'\n'), 2);
        view.findChild<QCheckBox *>()->setChecked(true);
        QVERIFY(!view.shownText().contains(u"connected"_s));
        QCOMPARE(view.shownText().count(u'\n'), 1);
        view.findChild<QLineEdit *>()->setText(u"DISK"_s);
        QCOMPARE(view.shownText(), QString::fromUtf8(lines[2]));
    }

    void theProgramLogIsSavedAsItIsShown()
    {
        const QTemporaryDir folder;
        const Theme theme;
        ProgramLogView view(theme, [] { return lines; });
        view.findChild<QLineEdit *>()->setText(u"node2"_s);
        view.save(folder.filePath(u"binome.log"_s));
        QFile file(folder.filePath(u"binome.log"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), lines[1] + '\n');
    }

    void aLogThatCannotBeSavedIsSaid()
    {
        const QTemporaryDir folder;
        const Theme theme;
        ProgramLogView view(theme, [] { return lines; });
        const QString place = folder.filePath(u"none/binome.log"_s);
        view.save(place);
        const auto labels = view.findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [&place](const QLabel *label) {
            return label->text().startsWith(place + u" cannot be written."_s);
        }));
    }

    void theTrayTellsTheWorstVerdict()
    {
        const Theme theme;
        OpenClusters clusters;
        const TrayIcon tray(theme, clusters);
        QCOMPARE(tray.tone(), Tone::Neutral);
        SampleCluster::Source healthy(SampleCluster::healthy());
        SampleCluster::Source split(SampleCluster::splitBrain());
        clusters.add(u"good"_s, healthy);
        const Tone good = tray.tone();
        clusters.add(u"split"_s, split);
        QCOMPARE(tray.tone(), Tone::Bad);
        QVERIFY(good != Tone::Bad);
        QCOMPARE(tray.words().count(u'\n'), 1);
        QVERIFY(tray.words().contains(u"split: "_s + toneWord(Tone::Bad)));
        QVERIFY(trayPicture(theme.colors(), Tone::Bad).pixmap(64).toImage()
                != trayPicture(theme.colors(), Tone::Neutral).pixmap(64).toImage());
    }

    void noTrayIsShownUnlessItIsWanted()
    {
        const Theme theme;
        const OpenClusters clusters;
        TrayIcon tray(theme, clusters);
        tray.setWanted(false);
        QVERIFY(!tray.shown());
        tray.setWanted(true);
        QCOMPARE(tray.shown(), TrayIcon::possible());
    }
};

BINOME_TEST(TstHelpMenu)
#include "tst_helpmenu.moc"
