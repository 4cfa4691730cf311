// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/topologypanel.h"
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

private:
    static QList<Core::NodeName> hostsOf100(OpenLab &lab);
    static void drag100To(ActingWindow &acting, const QString &node);
    static void close(ActionDialog *dialog);
};

QList<Core::NodeName> TstWindowMigrate::hostsOf100(OpenLab &lab)
{
    for (const Core::GuestView &guest : Core::guestsOf(*lab.snapshot())) {
        if (guest.id == 100)
            return guest.hosts;
    }
    return {};
}

// With the mouse, from the chip on the card where it is.
void TstWindowMigrate::drag100To(ActingWindow &acting, const QString &node)
{
    TopologyPanel &topology = acting.window().topology();
    QPointF from;
    for (const CardFacts &card : topology.scene().cards()) {
        const NodeItem *item = topology.scene().nodeItem(card.name);
        for (qreal y = 0; y < item->boundingRect().height(); y += 4) {
            if (item->thingAt(QPointF(40, y)) == guestThing(100))
                from = item->mapToScene(QPointF(40, y));
        }
    }
    const NodeItem *target = topology.scene().nodeItem(Core::NodeName(node));
    const QPointF to = target->mapToScene(target->boundingRect().center());
    TopologyView &view = topology.view();
    QTest::mousePress(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(from));
    QTest::mouseMove(view.viewport(), view.mapFromScene((from + to) / 2));
    QTest::mouseMove(view.viewport(), view.mapFromScene(to));
    QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, view.mapFromScene(to));
}

void TstWindowMigrate::close(ActionDialog *dialog)
{
    const QPointer<ActionDialog> closed = dialog;
    dialog->close();
    QVERIFY(OpenLab::within(5'000, [&] { return !closed; }));
}

void TstWindowMigrate::guestIsDraggedThereAndSentBackByKey()
{
    ActingWindow acting;
    QVERIFY2(acting.up(), acting.lab().said().constData());
    GuestPing ping(acting.lab(), 100);
    QVERIFY(ping.answers());
    drag100To(acting, u"node2"_s);
    ActionDialog *dialog = acting.dialog();
    QVERIFY(dialog);
    QVERIFY2(dialog->whyNot().isEmpty(), qPrintable(dialog->whyNot()));
    QCOMPARE(dialog->plan().confirmation.kind, Core::ConfirmationKind::OneClick);
    QVERIFY2(acting.confirm(*dialog, {}, 60'000), qPrintable(acting.why()));
    QCOMPARE(hostsOf100(acting.lab()), QList<Core::NodeName>{Core::NodeName(u"node2"_s)});
    close(dialog);
    acting.window().selection().select(guestThing(100));
    dialog = acting.choose(ActionId::Migrate);
    QVERIFY2(dialog, qPrintable(acting.why()));
    QVERIFY2(acting.confirm(*dialog, {}, 60'000), qPrintable(acting.why()));
    QCOMPARE(hostsOf100(acting.lab()), QList<Core::NodeName>{Core::NodeName(u"node1"_s)});
    QVERIFY(ping.answers());
    qInfo("longest silence of guest 100, both ways: %lld ms", ping.longestSilence());
    QVERIFY(ping.longestSilence() < 2000);
}

BINOME_TEST(TstWindowMigrate)
#include "tst_windowmigrate.moc"
