// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/mainwindow.h"
#include "gui/manual.h"
#include "tests/testmain.h"

#include <QFile>
#include <QImage>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace Gui;

namespace
{
const QStringList languages{QStringLiteral("en"), QStringLiteral("fr")};

QStringList linesOf(const QString &chapter, const QString &language, const QString &prefix)
{
    QStringList lines = Manual::pageText(chapter, language).split(u'\n');
    lines.removeIf([&prefix](const QString &line) { return !line.startsWith(prefix); });
    return lines;
}
} // namespace

class TstManual : public QObject
{
    Q_OBJECT
private slots:
    void cleanup() { QLocale::setDefault(QLocale::c()); }

    void everyChapterStandsInBothLanguagesWithTheSameParts()
    {
        for (const QString &chapter : Manual::chapters()) {
            for (const QString &language : languages)
                QVERIFY2(linesOf(chapter, language, QStringLiteral("# ")).size() == 1,
                         qPrintable(language + u'/' + chapter));
            for (const QString &prefix : {QStringLiteral("## "), QStringLiteral("| "),
                                          QStringLiteral("* "), QStringLiteral("1. ")})
                QVERIFY2(linesOf(chapter, languages[0], prefix).size()
                             == linesOf(chapter, languages[1], prefix).size(),
                         qPrintable(chapter + u' ' + prefix));
        }
    }

    void everyLinkLeadsToAChapter()
    {
        static const QRegularExpression link(QStringLiteral("\\]\\(([^)]*)\\.md\\)"));
        int links = 0;
        for (const QString &language : languages) {
            for (const QString &chapter : Manual::chapters()) {
                auto found = link.globalMatch(Manual::pageText(chapter, language));
                for (; found.hasNext(); ++links)
                    QVERIFY2(Manual::chapters().contains(found.next().captured(1)),
                             qPrintable(language + u'/' + chapter));
            }
        }
        QVERIFY(links > 4);
    }

    void everyPictureIsThereInItsLanguage()
    {
        static const QRegularExpression picture(QStringLiteral("!\\[([^\\]]+)\\]\\(([^)]+)\\)"));
        for (const QString &language : languages) {
            for (const QString &chapter : Manual::chapters()) {
                auto found = picture.globalMatch(Manual::pageText(chapter, language));
                while (found.hasNext()) {
                    const QString name = found.next().captured(2);
                    QFile file(QStringLiteral(":/manual/%1/%2").arg(language, name));
                    QVERIFY2(QImage(file.fileName()).width() > 400, qPrintable(file.fileName()));
                    QVERIFY2(file.size() < 64 * 1024, qPrintable(name)); // all go into the program
                }
            }
        }
    }

    void everyPanelIsPictured()
    {
        for (const QString &panel : MainWindow::panelIds()) {
            const QString chapter = Manual::chapterOf(panel);
            for (const QString &language : languages)
                QVERIFY2(Manual::pageText(chapter, language)
                             .contains(QStringLiteral("(pictures/%1.png)").arg(chapter)),
                         qPrintable(language + u'/' + chapter));
        }
    }

    void aPageShowsItsPicture()
    {
        Manual manual;
        manual.openAt(QStringLiteral("guests"));
        auto *document = manual.findChild<QTextBrowser *>()->document();
        const QUrl name(QStringLiteral("pictures/guests.png"));
        QVERIFY(!document->resource(QTextDocument::ImageResource, name).isNull());
    }

    // An ordinary blank before a French sign can end a line there.
    void frenchSignsFollowANoBreakSpace()
    {
        static const QRegularExpression bare(QStringLiteral(" [:;!?»]|« |\\w'\\w"));
        static const QRegularExpression code(QStringLiteral("```.*?```|`[^`]*`|^\\| ---.*$"),
                                             QRegularExpression::DotMatchesEverythingOption
                                                 | QRegularExpression::MultilineOption);
        for (const QString &chapter : Manual::chapters()) {
            const QString text = Manual::pageText(chapter, QStringLiteral("fr")).remove(code);
            const auto found = bare.match(text);
            QVERIFY2(!found.hasMatch(),
                     qPrintable(chapter + u' ' + text.mid(found.capturedStart() - 20, 40)));
        }
    }

    void everyPanelHasItsChapter()
    {
        for (const QString &panel : MainWindow::panelIds())
            QVERIFY2(Manual::chapterOf(panel) != QStringLiteral("start"), qPrintable(panel));
        QCOMPARE(Manual::chapterOf(QStringLiteral("nodes")), QStringLiteral("machines"));
        QCOMPARE(Manual::chapterOf(QString()), QStringLiteral("start"));
    }

    void thePageIsInTheLanguageOfTheWindow()
    {
        Manual manual;
        manual.openAt(QStringLiteral("guests"));
        auto *page = manual.findChild<QTextBrowser *>();
        QVERIFY(page->toPlainText().contains(QStringLiteral("What should run")));
        QLocale::setDefault(QLocale(QLocale::French));
        QEvent change(QEvent::LanguageChange);
        QCoreApplication::sendEvent(&manual, &change);
        QCOMPARE(manual.chapter(), QStringLiteral("guests"));
        QVERIFY(page->toPlainText().contains(QStringLiteral("Ce qui doit tourner")));
    }

    void aSearchKeepsTheChaptersThatHoldEveryWord()
    {
        Manual manual;
        manual.search(QStringLiteral("FENCE_ACK_MANUAL"));
        QCOMPARE(manual.found(), QStringList{QStringLiteral("power")});
        manual.search(QStringLiteral("fence_ack_manual StandAlone"));
        QVERIFY(manual.found().isEmpty());
        manual.openAt(QStringLiteral("journal"));
        QCOMPARE(manual.found(), Manual::chapters());
        QCOMPARE(manual.chapter(), QStringLiteral("journal"));
    }

    void aLinkOpensItsChapter()
    {
        Manual manual;
        manual.openAt(QStringLiteral("replication"));
        emit manual.findChild<QTextBrowser *>()->anchorClicked(
            QUrl(QStringLiteral("split-brain.md")));
        QCOMPARE(manual.chapter(), QStringLiteral("split-brain"));
    }
};

BINOME_TEST(TstManual)
#include "tst_manual.moc"
