// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/confchanges.h"
#include "gui/confpanel.h"
#include "gui/confrecipes.h"
#include "tests/lab/guestping.h"
#include "tests/testmain.h"
#include "tests/windowlab/actingwindow.h"

#include <QSpinBox>

using namespace Gui;
using namespace Testing;
using namespace Qt::StringLiterals;

// What a team tries on its new cluster, from one window and in this order: a node is fenced and
// comes back, a guest goes to the other node and home again, another is put under HA, and then its
// node loses its power.
class TstFirstEvening : public QObject
{
    Q_OBJECT
private slots:
    void fencedMigratedPutUnderHaAndFailedOver();

private:
    static bool bothCopiesMeet(OpenLab &lab);
    static bool isUnderHa(OpenLab &lab, int vmid);
    static void fence(ActingWindow &acting);
    static void sendThereAndBack(ActingWindow &acting);
    static void putUnderHa(ActingWindow &acting, int vmid);
    static void surviveTheLoss(ActingWindow &acting, int vmid);
};

bool TstFirstEvening::bothCopiesMeet(OpenLab &lab)
{
    return OpenLab::within(60'000, [&] {
        return lab.replication(u"node1"_s) == Core::DrbdConnection::Connected
            && lab.replication(u"node2"_s) == Core::DrbdConnection::Connected
            && Core::healthOf(*lab.snapshot()).data.state == Core::VerdictState::Ok;
    });
}

bool TstFirstEvening::isUnderHa(OpenLab &lab, int vmid)
{
    const auto told = lab.machine(u"node1"_s).ha.value.value_or(Core::HaStatus());
    return std::any_of(told.services.cbegin(), told.services.cend(),
                       [vmid](const Core::HaService &service) {
                           return service.name.text() == u"pvevm:%1"_s.arg(vmid)
                               && service.state == Core::ServiceState::Started;
                       });
}

void TstFirstEvening::fence(ActingWindow &acting)
{
    acting.window().selection().select(machineThing(Core::NodeName(u"node2"_s)));
    ActionDialog *dialog = acting.choose(ActionId::Fence);
    QVERIFY2(dialog, qPrintable(acting.why()));
    QVERIFY2(acting.confirm(*dialog, u"to see that it works"_s, 120'000), qPrintable(acting.why()));
    QVERIFY(ActingWindow::closed(dialog));
    QVERIFY(bothCopiesMeet(acting.lab()));
}

void TstFirstEvening::sendThereAndBack(ActingWindow &acting)
{
    GuestPing ping(acting.lab(), 100);
    QVERIFY(ping.answers());
    for (const QString &node : {u"node2"_s, u"node1"_s}) {
        acting.drag(100, node);
        ActionDialog *dialog = acting.dialog();
        QVERIFY(dialog);
        QVERIFY2(acting.confirm(*dialog, {}, 60'000), qPrintable(acting.why()));
        QCOMPARE(acting.hostsOf(100), QStringList{node});
        QVERIFY(ActingWindow::closed(dialog));
    }
    QVERIFY(ping.answers());
    qInfo("longest silence of guest 100, both ways: %lld ms", ping.longestSilence());
}

void TstFirstEvening::putUnderHa(ActingWindow &acting, int vmid)
{
    QVERIFY(!isUnderHa(acting.lab(), vmid));
    acting.window().showPanel(u"configuration"_s);
    ConfPanel &panel = *acting.window().configuration();
    QVERIFY(OpenLab::within(30'000, [&] { return panel.isOpen() && panel.isJudged(); }));
    auto *recipe
        = static_cast<ConfRecipeDialog *>(panel.openRecipe(ConfRecipeId::GuestUnderHa, vmid));
    QVERIFY(recipe);
    QVERIFY2(recipe->recipe().has_value(), qPrintable(recipe->refusal()));
    recipe->accept();
    QVERIFY(OpenLab::within(10'000, [&] { return panel.isJudged(); }));
    panel.activate();
    QVERIFY2(panel.whyNotActivated().isEmpty(), qPrintable(panel.whyNotActivated()));
    auto *review = panel.findChild<ConfReview *>();
    QVERIFY(review);
    review->accept();
    ActionDialog *dialog = acting.dialog();
    QVERIFY(dialog);
    QVERIFY2(acting.confirm(*dialog, u"it is to survive its node"_s, 120'000),
             qPrintable(acting.why()));
    QVERIFY(ActingWindow::closed(dialog));
    QVERIFY(OpenLab::within(60'000, [&] { return isUnderHa(acting.lab(), vmid); }));
}

void TstFirstEvening::surviveTheLoss(ActingWindow &acting, int vmid)
{
    QCOMPARE(acting.hostsOf(vmid), QStringList{u"node2"_s});
    QVERIFY2(acting.lab().lab({u"do"_s, u"power-cut"_s, u"node2"_s}),
             acting.lab().said().constData());
    QVERIFY(OpenLab::within(120'000, [&] { return acting.hostsOf(vmid).contains(u"node1"_s); }));
    GuestPing ping(acting.lab(), vmid);
    QVERIFY(ping.answers());
}

void TstFirstEvening::fencedMigratedPutUnderHaAndFailedOver()
{
    ActingWindow acting;
    QVERIFY2(acting.up(5), acting.lab().said().constData());
    fence(acting);
    if (QTest::currentTestFailed())
        return;
    sendThereAndBack(acting);
    if (QTest::currentTestFailed())
        return;
    const int outsideHa = 103;
    putUnderHa(acting, outsideHa);
    if (QTest::currentTestFailed())
        return;
    surviveTheLoss(acting, outsideHa);
}

BINOME_TEST(TstFirstEvening)
#include "tst_firstevening.moc"
