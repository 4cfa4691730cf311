// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/fenceplan.h"
#include "tests/testmain.h"
#include "tests/windowlab/actingwindow.h"

using namespace Gui;
using namespace Testing;
using namespace Qt::StringLiterals;

// A node fenced and switched on from the window of a real lab.
class TstWindowFence : public QObject
{
    Q_OBJECT
private slots:
    void fencedNodeGoesAndComesBack();
    void nodeThatStaysOffIsSwitchedOn();

private:
    static Core::MemberState stateOfNode2(OpenLab &lab, int *incarnation = nullptr);
};

// As node1 lists it.
Core::MemberState TstWindowFence::stateOfNode2(OpenLab &lab, int *incarnation)
{
    for (const Core::Member &member :
         lab.machine(u"node1"_s).members.value.value_or(Core::Members())) {
        if (member.name.text() != u"node2"_s)
            continue;
        if (incarnation)
            *incarnation = member.incarnation;
        return member.state;
    }
    return Core::MemberState::Unknown;
}

void TstWindowFence::fencedNodeGoesAndComesBack()
{
    ActingWindow acting;
    QVERIFY2(acting.up(5), acting.lab().said().constData());
    int before = 0;
    QCOMPARE(stateOfNode2(acting.lab(), &before), Core::MemberState::Member);
    QVERIFY(!acting.choose(ActionId::Fence)); // nothing is selected
    acting.window().selection().select(machineThing(Core::NodeName(u"node2"_s)));
    ActionDialog *dialog = acting.choose(ActionId::Fence);
    QVERIFY2(dialog, qPrintable(acting.why()));
    bool gone = false; // by its own silence: it may boot faster than the token is lost
    const auto watch = QObject::connect(
        &acting.lab().session().store(), &Core::SnapshotStore::published, dialog,
        [&] { gone = gone || acting.lab().contact(u"node2"_s) != Core::ContactState::Connected; });
    QVERIFY2(acting.confirm(*dialog, u"it hangs"_s, 120'000), qPrintable(acting.why()));
    QObject::disconnect(watch);
    QVERIFY(gone);
    int after = 0;
    QCOMPARE(stateOfNode2(acting.lab(), &after), Core::MemberState::Member);
    QVERIFY(after > before);
    JournalModel &journal = acting.window().journal().model();
    QVERIFY(OpenLab::within(10'000, [&] {
        return journal.rowCount() > 0
            && journal.index(0, JournalModel::Result).data().toString() == u"done"_s;
    }));
}

void TstWindowFence::nodeThatStaysOffIsSwitchedOn()
{
    ActingWindow acting;
    QVERIFY2(acting.up(5), acting.lab().said().constData());
    acting.window().selection().select(machineThing(Core::NodeName(u"node2"_s)));
    QVERIFY(!acting.choose(ActionId::PowerOn)); // it runs
    QVERIFY(!acting.choose(ActionId::PowerOff)); // it is a member
    QVERIFY2(acting.why().contains(u"is a member of the cluster"_s), qPrintable(acting.why()));
    QVERIFY(acting.lab().lab({u"set"_s, u"fence-action"_s, u"off"_s}));
    QVERIFY(OpenLab::within(30'000, [&] {
        return acting.lab().snapshot()->configuration
            && Core::afterFence(Core::NodeName(u"node2"_s), *acting.lab().snapshot())
            == Core::AfterFence::StaysOff;
    }));
    ActionDialog *dialog = acting.choose(ActionId::Fence);
    QVERIFY2(dialog, qPrintable(acting.why()));
    QVERIFY2(acting.confirm(*dialog, u"a test"_s, 120'000), qPrintable(acting.why()));
    QVERIFY(ActingWindow::closed(dialog));
    QVERIFY(OpenLab::within(
        30'000, [&] { return acting.window().actions().action(ActionId::PowerOn)->isEnabled(); }));
    dialog = acting.choose(ActionId::PowerOn);
    QVERIFY2(dialog, qPrintable(acting.why()));
    QVERIFY2(acting.confirm(*dialog, {}, 120'000), qPrintable(acting.why()));
    QCOMPARE(stateOfNode2(acting.lab()), Core::MemberState::Member);
}

BINOME_TEST(TstWindowFence)
#include "tst_windowfence.moc"
