// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionoffers.h"
#include "gui/mainwindow.h"
#include "gui/topologypanel.h"
#include "tests/gui/fakeaction.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace Core;
using namespace Gui;
using namespace Qt::StringLiterals;

namespace
{
// An engine for a person who may do as much as the role says.
class Limited : public FakeAction::Source
{
public:
    UserRole role() const override { return allowed; }
    UserRole allowed = UserRole::Onlooker;
};

ClusterView healthyView()
{
    return viewOf(std::make_shared<const ClusterSnapshot>(SampleCluster::healthy()));
}

struct Open {
    Open() : facts(SampleCluster::healthy()), window(theme)
    {
        window.addCluster(u"pve-ha"_s, facts, &actions);
        window.show();
    }
    Theme theme;
    Limited actions;
    SampleCluster::Source facts;
    MainWindow window;
};

QMenu *roleMenu(MainWindow &window)
{
    for (QAction *action : window.actions().actionMenu()->actions()) {
        if (action->text().contains(u"r&ole"_s))
            return action->menu();
    }
    return nullptr;
}
} // namespace

// What the window offers of guests and nodes, to whom.
class TstGuestActions : public QObject
{
    Q_OBJECT
private slots:
    void everyVerbOfAGuestIsOfferedOrSaysWhyNot();
    void aNodeIsOfferedAsAWhole();
    void anObserverIsToldWhy();
    void theRoleLeavesByASignalAndIsShown();
    void aChipDroppedOnTheOtherNodeOpensThePlan();
    void aChipDroppedOnItsOwnCardDoesNothing();
};

void TstGuestActions::everyVerbOfAGuestIsOfferedOrSaysWhyNot()
{
    const ClusterView view = healthyView();
    for (const GuestView &guest : view.guests) {
        const QList<ActionOffer> offers = offersFor(guestThing(guest.id), view);
        QVERIFY(offers.size() >= 5);
        QCOMPARE(offers.first().verb.kind, VerbKind::Migrate);
        for (const ActionOffer &offer : offers) {
            QCOMPARE(offer.verb.vmid, guest.id);
            QVERIFY(rendered(offer.plan.title).contains(QString::number(guest.id)));
            QCOMPARE(whyNot(offer).startsWith(u"Blocked: "_s), offer.plan.blocked());
        }
    }
}

void TstGuestActions::aNodeIsOfferedAsAWhole()
{
    const ClusterView view = healthyView();
    const Thing node = machineThing(SampleCluster::node(2));
    for (const VerbKind kind : {VerbKind::EmptyNode, VerbKind::Fence, VerbKind::PowerOn,
                                VerbKind::PowerOff, VerbKind::PowerCycle})
        QVERIFY(offerOf(kind, node, view));
    QVERIFY(!offerOf(VerbKind::Fence, guestThing(100), view));
    const NodeName quorum = SampleCluster::quorumServer().name;
    QVERIFY(!offerOf(VerbKind::Fence, machineThing(quorum), view)); // nobody fences it
}

void TstGuestActions::anObserverIsToldWhy()
{
    Open open;
    open.window.selection().select(machineThing(SampleCluster::node(2)));
    const QAction *fence = open.window.actions().action(ActionId::Fence);
    QVERIFY(!fence->isEnabled());
    QVERIFY2(fence->toolTip().contains(u"observer"_s), qPrintable(fence->toolTip()));
}

void TstGuestActions::theRoleLeavesByASignalAndIsShown()
{
    Open open;
    QMenu *menu = roleMenu(open.window);
    QVERIFY(menu);
    emit menu->aboutToShow();
    QVERIFY(menu->actions()[0]->isChecked());
    QSignalSpy chosen(&open.window, &MainWindow::roleChosen);
    connect(&open.window, &MainWindow::roleChosen, this,
            [&](const QString &, UserRole role) { open.actions.allowed = role; });
    menu->actions()[2]->trigger();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), u"pve-ha"_s);
    QVERIFY(menu->actions()[2]->isChecked());
    open.window.selection().select(machineThing(SampleCluster::node(2)));
    const QAction *fence = open.window.actions().action(ActionId::Fence);
    QVERIFY2(!fence->toolTip().contains(u"observer"_s), qPrintable(fence->toolTip()));
}

void TstGuestActions::aChipDroppedOnTheOtherNodeOpensThePlan()
{
    Open open;
    TopologyScene &scene = open.window.topology().scene();
    NodeItem *from = scene.nodeItem(SampleCluster::node(1));
    const NodeItem *to = scene.nodeItem(SampleCluster::node(2));
    QSignalSpy dropped(&scene, &TopologyScene::guestDropped);
    emit from->chipCarried(100, to->mapToScene(to->boundingRect().center()));
    emit from->chipDropped(100, to->mapToScene(to->boundingRect().center()));
    QCOMPARE(dropped.size(), 1);
    const auto *dialog = open.window.findChild<ActionDialog *>();
    QVERIFY(dialog);
    QVERIFY(rendered(dialog->plan().title).contains(u"node2"_s));
}

void TstGuestActions::aChipDroppedOnItsOwnCardDoesNothing()
{
    Open open;
    TopologyScene &scene = open.window.topology().scene();
    NodeItem *from = scene.nodeItem(SampleCluster::node(1));
    QSignalSpy dropped(&scene, &TopologyScene::guestDropped);
    emit from->chipDropped(100, from->mapToScene(from->boundingRect().center()));
    emit from->chipDropped(100, QPointF(-10'000, -10'000));
    QCOMPARE(dropped.size(), 0);
    QVERIFY(!open.window.findChild<ActionDialog *>());
}

BINOME_TEST(TstGuestActions)
#include "tst_guestactions.moc"
