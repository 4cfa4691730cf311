// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/sourcetree.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace
{
const QString licence = u"// SPDX-FileCopyrightText: 2026 The Binôme authors\n"
                        u"// SPDX-License-Identifier: GPL-3.0-or-later\n"_s;
}

class TstSources : public QObject
{
    Q_OBJECT
private slots:
    void everySourceKeepsTheRules()
    {
        QList<QString> complaints;
        for (const QString &file : Arch::cppSources())
            complaints += Arch::checkSource(file, Arch::contents(file));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void everyFileOfCodeSaysItsLicence()
    {
        QList<QString> complaints;
        for (const QString &file : Arch::projectFiles())
            complaints += Arch::checkLicence(file, Arch::contents(file));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void aFileWithoutLicenceIsRefused()
    {
        for (const QString &file :
             {u"core/x.cpp"_s, u"a/CMakeLists.txt"_s, u".ci/run"_s, u"x.svg"_s})
            QCOMPARE(Arch::checkLicence(file, u"text\n"_s).size(), 1);
        QCOMPARE(Arch::checkLicence(u"core/x.cpp"_s, licence), QList<QString>());
        QCOMPARE(Arch::checkLicence(u"README.md"_s, u"text\n"_s), QList<QString>());
    }

    void noFileNamesAPlaceOfOneMachine()
    {
        QList<QString> complaints;
        for (const QString &file : Arch::projectFiles())
            complaints += Arch::checkPaths(file, Arch::contents(file));
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void aSourceThatBreaksARuleIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::newRow("no guard") << u"core/base/x.h"_s << licence;
        QTest::newRow("upper case") << u"core/base/X.cpp"_s << licence;
        QTest::newRow("too long") << u"gui/x.cpp"_s << licence + QString(400, u'\n');
        QTest::newRow("an empty word")
            << u"core/base/x.cpp"_s << licence + u"class LinkManager\n"_s;
        QTest::newRow("a nested loop") << u"gui/x.cpp"_s << licence + u"    QEventLoop loop;\n"_s;
        QTest::newRow("a wait") << u"gui/x.cpp"_s << licence + u"    p.waitForFinished();\n"_s;
    }
    void aSourceThatBreaksARuleIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, text);
        QCOMPARE(Arch::checkSource(file, text).size(), 1);
    }

    void aPlaceOfOneMachineIsRefused_data()
    {
        QTest::addColumn<QString>("text"); // %1: a slash, so that this file has no such path itself
        QTest::addColumn<bool>("refused");
        QTest::newRow("a work folder") << u"see %1work/main"_s << true;
        QTest::newRow("a home") << u"\"%1home/someone/src\""_s << true;
        QTest::newRow("root's files") << u"%1root/build"_s << true;
        QTest::newRow("a node's own") << u"%1root/.ssh/config"_s << false;
        QTest::newRow("a part of a longer one") << u"core/network%1work/x"_s << false;
    }
    void aPlaceOfOneMachineIsRefused()
    {
        QFETCH(QString, text);
        QFETCH(bool, refused);
        QCOMPARE(!Arch::checkPaths(u"x"_s, text.arg(QChar(u'/'))).isEmpty(), refused);
    }
};

BINOME_TEST(TstSources)
#include "tst_sources.moc"
