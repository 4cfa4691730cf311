// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drbdmodel.h"
#include "gui/eventmodel.h"
#include "gui/findingmodel.h"
#include "gui/lanehistory.h"
#include "gui/nodemodel.h"
#include "gui/policymodel.h"
#include "gui/powermodel.h"
#include "gui/vmmodel.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Gui;

namespace
{
struct Signals {
    explicit Signals(const RowModel &model)
        : inserted(&model, &QAbstractItemModel::rowsInserted),
          removed(&model, &QAbstractItemModel::rowsRemoved),
          changed(&model, &QAbstractItemModel::dataChanged),
          reset(&model, &QAbstractItemModel::modelReset)
    {
    }
    QSignalSpy inserted, removed, changed, reset;
};

void feed(RowModel &model, const Core::ClusterSnapshot &snapshot)
{
    const SampleCluster::Source source(snapshot);
    model.show(viewOf(source.snapshot()), source);
}

using Make = std::shared_ptr<RowModel> (*)();
template <typename M> std::shared_ptr<RowModel> make()
{
    return std::make_shared<M>();
}
} // namespace
Q_DECLARE_METATYPE(Make)

class TstModels : public QObject
{
    Q_OBJECT
private slots:
    void everyModelKeepsTheContractThroughAnEvilNight_data()
    {
        QTest::addColumn<Make>("model");
        QTest::newRow("nodes") << Make(make<NodeModel>);
        QTest::newRow("guests") << Make(make<VmModel>);
        QTest::newRow("replication") << Make(make<DrbdModel>);
        QTest::newRow("policies") << Make(make<PolicyModel>);
        QTest::newRow("power") << Make(make<PowerModel>);
        QTest::newRow("findings") << Make(make<FindingModel>);
    }

    void everyModelKeepsTheContractThroughAnEvilNight()
    {
        QFETCH(Make, model);
        const std::shared_ptr<RowModel> made = model();
        const QAbstractItemModelTester tester(
            made.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        for (const auto &snapshot :
             {SampleCluster::untold(), SampleCluster::healthy(), SampleCluster::silentNode2(),
              SampleCluster::fencedNode2(), SampleCluster::disagreeing(),
              SampleCluster::splitBrain(), SampleCluster::resyncing(), SampleCluster::untold()})
            feed(*made, snapshot);
    }

    void theSameSnapshotSignalsNothing()
    {
        VmModel model;
        feed(model, SampleCluster::healthy());
        const Signals seen(model);
        feed(model, SampleCluster::healthy());
        QCOMPARE(seen.changed.size() + seen.inserted.size() + seen.removed.size()
                     + seen.reset.size(),
                 0);
    }

    void countersSignalNoRow_data() { everyModelKeepsTheContractThroughAnEvilNight_data(); }

    void countersSignalNoRow()
    {
        QFETCH(Make, model);
        const std::shared_ptr<RowModel> made = model();
        feed(*made, SampleCluster::healthy());
        const Signals seen(*made);
        feed(*made, SampleCluster::counted(SampleCluster::healthy()));
        QCOMPARE(seen.changed.size() + seen.inserted.size() + seen.removed.size()
                     + seen.reset.size(),
                 0);
    }

    void onlyTheRowThatChangedIsSignalled()
    {
        VmModel model;
        feed(model, SampleCluster::healthy());
        const Signals seen(model);
        Core::ClusterSnapshot after = SampleCluster::healthy();
        after.machines[SampleCluster::node(2)].running.value->ids.clear();
        after.machines[SampleCluster::node(2)].vms.value->first().state = Core::GuestState::Stopped;
        feed(model, after);
        QCOMPARE(seen.changed.size(), 1);
        QCOMPARE(seen.changed.first().first().toModelIndex().row(), 3); // guest 103
        QCOMPARE(seen.inserted.size() + seen.removed.size(), 0);
    }

    void aGuestThatGoesTakesOnlyItsRow()
    {
        VmModel model;
        feed(model, SampleCluster::healthy());
        const Signals seen(model);
        Core::ClusterSnapshot after = SampleCluster::healthy();
        for (const int id : {1, 2}) {
            Core::Machine &machine = after.machines[SampleCluster::node(id)];
            machine.placements.value->removeAt(2);
            machine.vms.value->removeIf([](const Core::Vm &vm) { return vm.id == 102; });
            machine.running.value->ids.removeAll(102);
        }
        feed(model, after);
        QCOMPARE(seen.removed.size(), 1);
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.rowOf(guestThing(102)), -1);
    }

    void aSilentNodeIsUnknownAndNotBad()
    {
        NodeModel model;
        feed(model, SampleCluster::silentNode2());
        QCOMPARE(Tone(model.index(1, 1).data(ToneRole).toInt()), Tone::Unknown);
    }

    void aToneIsReadOutAsAWord()
    {
        NodeModel model;
        feed(model, SampleCluster::healthy());
        const QString read = model.index(0, 1).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(read.contains(toneWord(Tone::Ok)), qPrintable(read));
    }

    void aLaneGoesWhenItsResourceGetsItsName()
    {
        Core::ClusterSnapshot unnamed = SampleCluster::healthy();
        for (const int id : {1, 2})
            SampleCluster::drbd(unnamed, id, 1).name = Core::ResourceName();
        LaneHistory lanes;
        lanes.record(viewOf(std::make_shared<Core::ClusterSnapshot>(unnamed)),
                     SampleCluster::now());
        lanes.record(viewOf(std::make_shared<Core::ClusterSnapshot>(SampleCluster::healthy())),
                     SampleCluster::now().addSecs(1));
        QStringList titles;
        for (const Lane &lane : lanes.lanes())
            titles << lane.title;
        const QStringList expected{QStringLiteral("node1"), QStringLiteral("node2"),
                                   QStringLiteral("r1"),    QStringLiteral("r2"),
                                   QStringLiteral("100"),   QStringLiteral("101")};
        QCOMPARE(titles, expected);
    }

    void eventsStandNewestFirstAndOldOnesFallOff()
    {
        EventLog log;
        Core::Event event;
        for (int i = 0; i < EventLog::capacity + 5; ++i) {
            event.machine = SampleCluster::node(i % 2 + 1);
            log.add({event}, SampleCluster::now().addSecs(i));
        }
        EventModel model;
        model.setLog(&log);
        QCOMPARE(model.rowCount(), EventLog::capacity);
        QVERIFY(model.index(0, 0).data(OrderRole).toDateTime()
                > model.index(1, 0).data(OrderRole).toDateTime());
    }

    void aNewEventIsOneInsertedRow()
    {
        EventLog log;
        log.add({Core::Event(), Core::Event()}, SampleCluster::now());
        EventModel model;
        model.setLog(&log);
        const Signals seen(model);
        log.add({Core::Event()}, SampleCluster::now().addSecs(1));
        feed(model, SampleCluster::healthy());
        QCOMPARE(seen.inserted.size(), 1);
        QCOMPARE(seen.inserted.first()[1].toInt(), 0);
        QCOMPARE(seen.changed.size() + seen.removed.size(), 0);
    }
};

BINOME_TEST(TstModels)
#include "tst_models.moc"
