// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/drbdmodel.h"
#include "gui/policymodel.h"
#include "gui/replicationfacts.h"
#include "gui/replicationpanel.h"
#include "gui/tablepanel.h"
#include "gui/theme.h"
#include "tests/gui/samplecluster.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Gui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using SampleCluster::node;

namespace
{
// The sample cluster with a forecast of r1.
class ForecastSource : public SampleCluster::Source
{
public:
    using Source::Source;
    std::optional<Core::RunForecast> forecast(const Core::ResourceName &name) const override
    {
        return name.text() == u"r1"_s ? run : std::nullopt;
    }
    std::optional<Core::RunForecast> run;
};

Core::RunForecast running()
{
    Core::RunForecast run;
    run.forecast.state = Core::ForecastState::Running;
    run.forecast.remaining = 300s;
    run.forecast.earliest = 240s;
    run.forecast.latest = 420s;
    return run;
}

QString text(const DrbdModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

Tone tone(const DrbdModel &model, int row, int column)
{
    return Tone(model.index(row, column).data(ToneRole).toInt());
}

void feed(RowModel &model, const SampleCluster::Source &source)
{
    model.show(viewOf(source.snapshot()), source);
}

void feed(RowModel &model, const Core::ClusterSnapshot &snapshot)
{
    feed(model, SampleCluster::Source(snapshot));
}

Core::DrbdLogEntry logged(Core::DrbdLogKind kind, const QDateTime &at,
                          std::optional<quint64> bits = {})
{
    Core::DrbdLogEntry entry;
    entry.kind = kind;
    entry.at = at;
    entry.minor = 1;
    entry.bits = bits;
    return entry;
}

Core::ClusterSnapshot configured(const QString &option, const QString &value)
{
    Core::DrbdConfig config;
    Core::DrbdResourceConfig r1;
    r1.name = Core::ResourceName(u"r1"_s);
    r1.settings.insert(option, {value, u"/etc/drbd.d/r1.res"_s, 12});
    config.resources << r1;
    Core::ClusterSnapshot snapshot = SampleCluster::healthy();
    snapshot.machines[node(1)].drbdConfig = SampleCluster::told(node(1), "drbd-config", config);
    return snapshot;
}
} // namespace

class TstReplicationPanel : public QObject
{
    Q_OBJECT
private slots:
    void bothSidesOfAResourceStandInOneRow()
    {
        DrbdModel model;
        feed(model, SampleCluster::splitBrain());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.headerData(DrbdModel::FirstSide, Qt::Horizontal, Qt::DisplayRole).toString(),
                 u"On node1"_s);
        QCOMPARE(text(model, 0, DrbdModel::FirstSide),
                 u"Primary · UpToDate\nStandAlone · 1.0 GiB out of sync"_s);
        QCOMPARE(text(model, 0, DrbdModel::SecondSide),
                 u"Primary · UpToDate\nWFConnection · 2.0 GiB out of sync"_s);
    }

    void aSplitBrainIsDivergedAndNobodyIsBehind()
    {
        DrbdModel model;
        feed(model, SampleCluster::splitBrain());
        const QString state = text(model, 0, DrbdModel::State);
        QVERIFY2(state.contains(u"diverged: 1.0 GiB only on node1, 2.0 GiB only on node2"_s),
                 qPrintable(state));
        QVERIFY2(!state.contains(u"behind"_s), qPrintable(state));
        QCOMPARE(tone(model, 0, DrbdModel::State), Tone::Bad);
    }

    void aChangeOfOneSideIsBehind()
    {
        Core::ClusterSnapshot snapshot = SampleCluster::splitBrain();
        SampleCluster::drbd(snapshot, 1, 1).counters.outOfSync = Core::Bytes{0};
        SampleCluster::drbd(snapshot, 1, 1).role = Core::Role::Secondary;
        DrbdModel model;
        feed(model, snapshot);
        const QString state = text(model, 0, DrbdModel::State);
        QVERIFY2(state.startsWith(u"node1 is 2.0 GiB behind"_s), qPrintable(state));
    }

    void whatASilentNodeSaidLastIsNotFresh()
    {
        DrbdModel model;
        feed(model, SampleCluster::silentNode2());
        const QString side = text(model, 0, DrbdModel::SecondSide);
        QVERIFY2(side.startsWith(u"no answer since "_s), qPrintable(side));
        QVERIFY2(side.endsWith(u"said last: Primary · UpToDate"_s), qPrintable(side));
        QCOMPARE(tone(model, 0, DrbdModel::SecondSide), Tone::Unknown);
        QCOMPARE(tone(model, 0, DrbdModel::State), Tone::Unknown);
    }

    void aFactThatCouldNotBeReadAgainSaysWhy()
    {
        Core::ClusterSnapshot snapshot = SampleCluster::healthy();
        snapshot.machines[node(2)].drbd.error
            = Core::Error{Core::ErrorKind::CommandFailed, Core::message("DRBD is not loaded"), {}};
        DrbdModel model;
        feed(model, snapshot);
        QVERIFY(text(model, 0, DrbdModel::SecondSide).startsWith(u"DRBD is not loaded"_s));
        QCOMPARE(tone(model, 0, DrbdModel::SecondSide), Tone::Unknown);
    }

    void aMinorWithoutANameHasItsRow()
    {
        Core::ClusterSnapshot snapshot = SampleCluster::healthy();
        for (const int id : {1, 2})
            SampleCluster::drbd(snapshot, id, 1).name = Core::ResourceName();
        DrbdModel model;
        feed(model, snapshot);
        QCOMPARE(text(model, 0, DrbdModel::Name), u"drbd1"_s);
    }

    void eachVolumeHasItsRow()
    {
        Core::ClusterSnapshot snapshot = SampleCluster::healthy();
        for (const int id : {1, 2}) {
            Core::DrbdNames &names = *snapshot.machines[node(id)].drbdNames.value;
            names[1].name = names[0].name;
        }
        DrbdModel model;
        feed(model, Core::applied(snapshot, QList<Core::Patch>()));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(text(model, 0, DrbdModel::Name), u"r1"_s);
        QCOMPARE(text(model, 1, DrbdModel::Name), u"r1/1"_s);
    }

    void aResyncTellsItsProgressAndItsEndWithTheRange()
    {
        ForecastSource source(SampleCluster::resyncing());
        source.run = running();
        DrbdModel model;
        feed(model, source);
        QCOMPARE(text(model, 0, DrbdModel::Progress),
                 u"resync 85.2 %\n12.4 GiB left · 42.1 MiB/s"_s);
        QCOMPARE(text(model, 0, DrbdModel::End), u"5 min\n4 min to 7 min"_s);
        QCOMPARE(text(model, 1, DrbdModel::End), QString());
    }

    void aStalledResyncTellsSinceWhenAndWhy()
    {
        ForecastSource source(SampleCluster::resyncing());
        source.run = Core::RunForecast();
        source.run->forecast.state = Core::ForecastState::Stalled;
        source.run->forecast.cause = Core::StallCause::PausedByPeer;
        source.run->stalledSince = SampleCluster::now();
        DrbdModel model;
        feed(model, source);
        const QString end = text(model, 0, DrbdModel::End);
        QVERIFY2(end.startsWith(u"stalled since "_s), qPrintable(end));
        QVERIFY2(end.endsWith(u"paused on the other side (pause-sync)"_s), qPrintable(end));
        QCOMPARE(tone(model, 0, DrbdModel::End), Tone::Warning);
    }

    void anEndThatMovedSaysSo()
    {
        ForecastSource source(SampleCluster::resyncing());
        source.run = running();
        source.run->forecast.notice
            = Core::message("%1 more to copy: new writes were added", {Core::fromKiB(2048)});
        DrbdModel model;
        feed(model, source);
        QVERIFY(text(model, 0, DrbdModel::State)
                    .endsWith(u"2.0 MiB more to copy: new writes were added"_s));
    }

    void aResyncOfNothingIsDone()
    {
        Core::ClusterSnapshot snapshot = SampleCluster::resyncing();
        for (const int id : {1, 2}) {
            Core::SyncProgress &sync = *SampleCluster::drbd(snapshot, id, 1).peers.first().sync;
            sync = Core::SyncProgress();
            sync.percent = 100;
        }
        ForecastSource source(snapshot);
        source.run = Core::RunForecast();
        source.run->forecast.state = Core::ForecastState::Done;
        DrbdModel model;
        feed(model, source);
        QCOMPARE(text(model, 0, DrbdModel::Progress), u"resync 100.0 %\n0 B left"_s);
        QCOMPARE(text(model, 0, DrbdModel::End), u"done"_s);
    }

    void theLastRunsComeFromTheKernelLog()
    {
        using enum Core::DrbdLogKind;
        Core::ClusterSnapshot snapshot = SampleCluster::healthy();
        const QDateTime at = SampleCluster::now().addDays(-1);
        Core::DrbdLog log;
        log.entries << logged(VerifyDone, at.addDays(-7)) << logged(VerifyFound, at.addDays(-7), 12)
                    << logged(ResyncDone, at) << logged(VerifyDone, at.addSecs(60))
                    << logged(VerifyFound, at.addSecs(60), 768);
        snapshot.machines[node(2)].drbdLog = SampleCluster::told(node(2), "drbd-log", log);
        const ClusterView view = viewOf(std::make_shared<Core::ClusterSnapshot>(snapshot));
        const auto verify = ReplicationFacts::lastVerify(view.replication[0], view);
        QCOMPARE(verify.result, u"3.0 MiB differed"_s);
        QVERIFY(ReplicationFacts::lastResync(view.replication[0], view).when.contains(u"Oct"_s));
        const auto other = ReplicationFacts::lastVerify(view.replication[1], view);
        QCOMPARE(other.when, u"not known"_s);
        QCOMPARE(other.result, u"none in the kernel log"_s);
    }

    void withoutAKernelLogTheLastRunsAreNotKnown()
    {
        DrbdModel model;
        feed(model, SampleCluster::healthy());
        QCOMPARE(text(model, 0, DrbdModel::Verify), u"not known\nno kernel log was read"_s);
        QCOMPARE(text(model, 0, DrbdModel::Terms), u"Protocol C\nconfiguration not known"_s);
    }

    void theConfigurationIsToldInWordsWithItsPlace()
    {
        const Core::ClusterSnapshot snapshot = configured(u"net/allow-two-primaries"_s, QString());
        DrbdModel model;
        feed(model, snapshot);
        QCOMPARE(text(model, 0, DrbdModel::Terms), u"Protocol C\ntwo Primaries allowed"_s);
        PolicyModel policies;
        feed(policies, snapshot);
        QStringList places;
        for (int row = 0; row < policies.rowCount(); ++row) {
            QVERIFY(!policies.index(row, PolicyModel::sentence).data().toString().isEmpty());
            places << policies.index(row, 4).data().toString();
        }
        QVERIFY2(places.contains(u"r1.res, line 12"_s), qPrintable(places.join(u'|')));
        QVERIFY(places.contains(u"DRBD's default"_s));
    }

    void aNarrowPanelKeepsWhatMoves()
    {
        const Theme theme;
        Selection selection;
        ReplicationPanel panel(theme, selection);
        panel.resize(1000, 300);
        panel.QWidget::show();
        SampleCluster::Source source(SampleCluster::resyncing());
        panel.show(viewOf(source.snapshot()), source, nullptr);
        QVERIFY(panel.table().isColumnHidden(DrbdModel::Verify));
        QVERIFY(!panel.table().isColumnHidden(DrbdModel::End));
        source.publish(SampleCluster::splitBrain());
        panel.show(viewOf(source.snapshot()), source, nullptr);
        QVERIFY2(panel.table().isColumnHidden(DrbdModel::End), "nothing runs");
        panel.resize(1600, 300);
        QVERIFY(!panel.table().isColumnHidden(DrbdModel::Verify));
        QVERIFY(!panel.table().isColumnHidden(DrbdModel::End));
    }
};

BINOME_TEST(TstReplicationPanel)
#include "tst_replicationpanel.moc"
