// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/arch/linkrules.h"
#include "tests/testmain.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace
{
QList<Arch::Target> realTargets()
{
    QFile in(QStringLiteral(BINOME_LINK_LINES));
    return in.open(QIODevice::ReadOnly) ? Arch::targetsOf(QString::fromUtf8(in.readAll()))
                                        : QList<Arch::Target>();
}
} // namespace

class TstLinks : public QObject
{
    Q_OBJECT
private slots:
    void everyTargetLinksWhatItMay()
    {
        const QList<Arch::Target> targets = realTargets();
        const bool coreIsThere
            = std::any_of(targets.begin(), targets.end(), [](const auto &target) {
                  return target.folder == u"core" && target.name == u"binome_core";
              });
        QVERIFY2(coreIsThere, "CMake wrote no link lines");
        const QList<QString> complaints = Arch::checkLinks(targets);
        QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    }

    void aWrongLinkIsRefused_data()
    {
        QTest::addColumn<QString>("lines");
        QTest::newRow("core and widgets") << u"core|binome_core|Qt6::Core Qt6::Widgets"_s;
        QTest::newRow("binomectl and the window")
            << u"core/ctl|binomectl|binome_gui\ngui|binome_gui|Qt6::Core"_s;
        QTest::newRow("the lab and core") << u"tests/lab|binome-lab|binome_core"_s;
        QTest::newRow("the lab and core, through a library")
            << u"tests/lab|binome-lab|mechanisms\ntests/lab/x|mechanisms_|x\nx|mechanisms|binome_core"_s;
    }
    void aWrongLinkIsRefused()
    {
        QFETCH(QString, lines);
        QCOMPARE(Arch::checkLinks(Arch::targetsOf(lines)).size(), 1);
    }

    void aTestMayUseCoreOnTheLab()
    {
        const auto targets = Arch::targetsOf(u"tests/lab|lab_tests|Qt6::Test binome_core"_s);
        QCOMPARE(targets.size(), 1);
        QCOMPARE(Arch::checkLinks(targets), QList<QString>());
    }
};

BINOME_TEST(TstLinks)
#include "tst_links.moc"
