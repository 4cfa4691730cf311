// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/guestping.h"
#include "tests/testmain.h"
#include "tests/windowlab/actingwindow.h"

using namespace Gui;
using namespace Testing;
using namespace Qt::StringLiterals;

// A guest moved from the window of a real lab, as its users see it.
class TstWindowMigrate : public QObject
{
    Q_OBJECT
private slots:
    void guestIsDraggedThereAndSentBackByKey();
};

void TstWindowMigrate::guestIsDraggedThereAndSentBackByKey()
{
    ActingWindow acting;
    QVERIFY2(acting.up(), acting.lab().said().constData());
    GuestPing ping(acting.lab(), 100);
    QVERIFY(ping.answers());
    acting.drag(100, u"node2"_s);
    ActionDialog *dialog = acting.dialog();
    QVERIFY(dialog);
    QVERIFY2(dialog->whyNot().isEmpty(), qPrintable(dialog->whyNot()));
    QCOMPARE(dialog->plan().confirmation.kind, Core::ConfirmationKind::OneClick);
    QVERIFY2(acting.confirm(*dialog, {}, 60'000), qPrintable(acting.why()));
    QCOMPARE(acting.hostsOf(100), QStringList{u"node2"_s});
    QVERIFY(ActingWindow::closed(dialog));
    acting.window().selection().select(guestThing(100));
    dialog = acting.choose(ActionId::Migrate);
    QVERIFY2(dialog, qPrintable(acting.why()));
    QVERIFY2(acting.confirm(*dialog, {}, 60'000), qPrintable(acting.why()));
    QCOMPARE(acting.hostsOf(100), QStringList{u"node1"_s});
    QVERIFY(ping.answers());
    qInfo("longest silence of guest 100, both ways: %lld ms", ping.longestSilence());
    QVERIFY(ping.longestSilence() < 2000);
}

BINOME_TEST(TstWindowMigrate)
#include "tst_windowmigrate.moc"
