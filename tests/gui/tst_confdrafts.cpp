// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confeditor.h"
#include "gui/confpanel.h"
#include "gui/mainwindow.h"
#include "tests/gui/confsource.h"
#include "tests/testmain.h"

#include <QAction>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
// Two clusters whose files are open, none of them changed.
struct Desk {
    Desk() : window(theme)
    {
        for (const QString &name : {u"north"_s, u"south"_s}) {
            window.addCluster(name, name == u"north"_s ? north : south);
            window.show();
            window.showPanel(u"configuration"_s);
        }
    }
    bool opened()
    {
        for (const QString &name : {u"north"_s, u"south"_s}) {
            window.setCurrentCluster(name);
            if (!QTest::qWaitFor([this] { return window.configuration()->isOpen(); }, 10'000))
                return false;
        }
        return true;
    }
    void change(const QString &cluster)
    {
        window.setCurrentCluster(cluster);
        window.configuration()->editor().apply({{0, 0, u" "_s}});
    }
    QMessageBox *question() const { return window.findChild<QMessageBox *>(); }
    void answer(QMessageBox::ButtonRole role)
    {
        for (QAbstractButton *button : question()->buttons()) {
            if (question()->buttonRole(button) == role)
                return button->click();
        }
        QFAIL("no such answer");
    }

    Theme theme;
    ConfSample::Source north;
    ConfSample::Source south;
    MainWindow window;
};
} // namespace

class TstConfDrafts : public QObject
{
    Q_OBJECT
private slots:
    void aWindowWithoutDraftsIsClosedAtOnce();
    void theWindowStaysUntilTheDraftsMayGo();
    void keepingThemKeepsTheText();
    void aClusterWithoutADraftIsClosedAtOnce();
    void aClusterWithADraftIsClosedWhenItMayGo();
    void whatIsActivatedIsNoDraft();
};

void TstConfDrafts::aWindowWithoutDraftsIsClosedAtOnce()
{
    Desk desk;
    QVERIFY(desk.opened());
    QVERIFY(desk.window.close());
    QVERIFY(!desk.question());
}

void TstConfDrafts::theWindowStaysUntilTheDraftsMayGo()
{
    Desk desk;
    QVERIFY(desk.opened());
    desk.change(u"south"_s);
    desk.window.setCurrentCluster(u"north"_s); // it is not the one that is looked at
    QVERIFY(!desk.window.close());
    QVERIFY(desk.question() && desk.question()->isVisible());
    QVERIFY(desk.question()->text().contains(u"south"_s));
    QVERIFY(!desk.question()->text().contains(u"north"_s));
    desk.answer(QMessageBox::DestructiveRole);
    QTRY_VERIFY(!desk.window.isVisible());
}

void TstConfDrafts::keepingThemKeepsTheText()
{
    Desk desk;
    QVERIFY(desk.opened());
    desk.change(u"north"_s);
    desk.change(u"south"_s);
    const QByteArray text = desk.window.configuration()->text();
    QVERIFY(!desk.window.close());
    QVERIFY(desk.question()->text().contains(u"north"_s));
    QVERIFY(desk.question()->text().contains(u"south"_s));
    desk.answer(QMessageBox::RejectRole);
    QTRY_VERIFY(!desk.question());
    QVERIFY(desk.window.isVisible());
    QCOMPARE(desk.window.configuration()->text(), text);
    QVERIFY(!desk.window.close()); // and it is asked again
}

void TstConfDrafts::aClusterWithoutADraftIsClosedAtOnce()
{
    Desk desk;
    QVERIFY(desk.opened());
    desk.change(u"north"_s);
    desk.window.setCurrentCluster(u"south"_s);
    QSignalSpy closed(&desk.window, &MainWindow::closeClusterRequested);
    desk.window.actions().action(ActionId::CloseCluster)->trigger();
    QCOMPARE(closed.size(), 1);
    QVERIFY(!desk.question());
}

void TstConfDrafts::aClusterWithADraftIsClosedWhenItMayGo()
{
    Desk desk;
    QVERIFY(desk.opened());
    desk.change(u"north"_s);
    desk.change(u"south"_s);
    QSignalSpy closed(&desk.window, &MainWindow::closeClusterRequested);
    desk.window.actions().action(ActionId::CloseCluster)->trigger();
    QCOMPARE(closed.size(), 0);
    QVERIFY(!desk.question()->text().contains(u"north"_s)); // that one is not closed
    desk.answer(QMessageBox::DestructiveRole);
    QTRY_COMPARE(closed.size(), 1);
    QCOMPARE(closed.first().first().toString(), u"south"_s);
}

void TstConfDrafts::whatIsActivatedIsNoDraft()
{
    Desk desk;
    QVERIFY(desk.opened());
    desk.change(u"south"_s);
    QCOMPARE(desk.window.drafts(), QStringList{u"south"_s});
    desk.south.hold(desk.window.configuration()->text(), 13);
    QTRY_VERIFY(desk.window.drafts().isEmpty());
    QVERIFY(desk.window.close());
}

BINOME_TEST(TstConfDrafts)
#include "tst_confdrafts.moc"
