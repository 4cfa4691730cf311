// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/collector.h"
#include "core/provider/drbd8.h"
#include "tests/fakecluster/fakebmc.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/fakecluster/fakeprovider.h"
#include "tests/fakecluster/faketransport.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);

std::shared_ptr<FakeProvider> provider(const QString &id, ProbeChannel channel,
                                       const QByteArray &script = {})
{
    return std::make_shared<FakeProvider>(id, channel, script);
}

// One machine whose outputs are files. Time passes only by advance(): each step is one look of the
// collector, and what the shells answered meanwhile is taken in.
struct Rig {
    explicit Rig(const Providers &providers = {provider(u"fast"_s, ProbeChannel::Fast)})
        : store(clock), collector(
                            store, providers,
                            [this](const BmcAddress &, const Password &) {
                                return std::make_unique<FakeBmc>(bmc);
                            },
                            clock)
    {
        auto own = std::make_unique<FakeTransport>();
        transport = own.get();
        Machine machine;
        machine.name = node1;
        store.reset(u"c"_s, {machine});
        collector.add({{node1, MachineKind::Node, files.root()}, false, std::move(own)});
        QObject::connect(&store, &SnapshotStore::published, &collector,
                         [this](const SnapshotPtr &) { ++publications; });
        QObject::connect(&collector, &Collector::observed, &collector,
                         [this](const ProbeResult &result) { observed << result; });
        files.write(u"/fast"_s, "up 1\n");
    }

    Machine machine() const { return store.current()->machines.value(node1); }
    int uptime() const { return int(machine().uptime.value.value_or(Uptime{-1s}).up.count()); }
    ContactState contact() const { return machine().contact.state; }

    // Lets 100 ms pass at a time until it is so, or not within the given time of the cluster.
    bool within(std::chrono::milliseconds time, const std::function<bool()> &condition)
    {
        for (auto passed = 0ms; passed <= time; passed += 100ms) {
            QTest::qWait(1);
            (void)QTest::qWaitFor([this] { return !transport->awaiting(); }, patience);
            (void)QTest::qWaitFor([this] { return !collector.gathering(); }, patience);
            if (condition())
                return true;
            clock.advance(100ms);
            collector.tick();
        }
        return false;
    }
    bool started()
    {
        collector.open();
        return within(20s, [this] { return collector.settled(); });
    }

    FakeClock clock;
    FakeMachineFiles files;
    std::shared_ptr<FakeBmcState> bmc = std::make_shared<FakeBmcState>();
    SnapshotStore store;
    Collector collector;
    FakeTransport *transport;
    int patience = 30'000; // ms of real time for the shells; little where one is to hang
    int publications = 0;
    QList<ProbeResult> observed;
};
} // namespace

class TstCollector : public QObject
{
    Q_OBJECT
private slots:
    void factsComeFromEveryChannel();
    void changedOutputIsPublishedAndUnchangedIsNot();
    void shortPeriodsKeepStepAfterAnOddMoment();
    void whatAppearsLaterIsAskedToo();
    void silentMachineIsNotSaidToBeDown();
    void lostMachineComesBackByItself();
    void refusedMachineIsNotTriedAgain();
    void personIsWaitedFor();
    void hungProbeIsOverdueAndTheOthersGoOn();
    void failingCommandKeepsTheLastValue();
    void largeOutputIsReadByAWorker();
    void noChannelIsOpenedInQuietTimes();
    void powerIsAskedOncePasswordsAreKnown();
    void powerIsAskedAtOnceWhenANodeFallsSilent();
    void closingWhileABmcIsAskedIsNoCrash();
    void refreshAsksTheHeavyOnesToo();
    void freshPictureIsAskedAfterTheCall();
    void freshPictureWaitsNotForTheHeavyOnes();
    void freshPictureComesWithoutALostMachine();
    void hungProbeEndsTheWaitForAFreshPicture();
    void sparedMachineIsNotAskedForItsVolumes();
    void openVolumesAreWaitedFor();
    void aChangedReplicationAsksTheLogSoon();
    void secretsStayOutOfTheEvidence();
    void timeoutOnTheFastChannelLetsOthersThrough();
};

void TstCollector::factsComeFromEveryChannel()
{
    Rig rig({provider(u"fast"_s, ProbeChannel::Fast), provider(u"slow"_s, ProbeChannel::Slow),
             provider(u"heavy"_s, ProbeChannel::Heavy), provider(u"absent"_s, ProbeChannel::Slow)});
    rig.files.write(u"/slow"_s, "up 2\n");
    rig.files.write(u"/heavy"_s, "up 3\n");
    QVERIFY(rig.started());
    QCOMPARE(rig.contact(), ContactState::Connected);
    QCOMPARE(rig.machine().providers, QStringList({u"fast"_s, u"slow"_s, u"heavy"_s}));
    for (const QString &id : {u"fast"_s, u"slow"_s, u"heavy"_s})
        QVERIFY2(rig.store.lastSeen(node1, ProbeId(id)), qPrintable(id));
    QVERIFY(!rig.store.lastSeen(node1, ProbeId(u"absent"_s)));
    QCOMPARE(rig.store.evidence(node1, ProbeId(u"slow"_s)).output, QByteArray("up 2\n"));
}

void TstCollector::changedOutputIsPublishedAndUnchangedIsNot()
{
    Rig rig;
    QVERIFY(rig.started());
    QCOMPARE(rig.uptime(), 1);
    const int before = rig.publications;
    const int answers = int(rig.observed.size());
    QVERIFY(rig.within(5s, [&] { return rig.observed.size() >= answers + 3; }));
    QCOMPARE(rig.publications, before);
    rig.files.write(u"/fast"_s, "up 7\n");
    QVERIFY(rig.within(5s, [&] { return rig.uptime() == 7; }));
    QCOMPARE(rig.publications, before + 1);
}

// Of several machines, each answers at its own odd moment otherwise, and each is published alone.
void TstCollector::shortPeriodsKeepStepAfterAnOddMoment()
{
    Rig rig;
    QVERIFY(rig.started());
    rig.clock.advance(230ms);
    rig.collector.refresh();
    rig.observed.clear();
    QVERIFY(rig.within(5s, [&] { return rig.observed.size() >= 5; }));
    for (const ProbeResult &result : rig.observed.mid(1)) {
        const int sinceBeat = (result.at.time().msec() + 60) % 500; // asked a little early
        QVERIFY2(sinceBeat <= 160, qPrintable(result.at.toString(Qt::ISODateWithMs)));
    }
}

void TstCollector::whatAppearsLaterIsAskedToo()
{
    Rig rig({provider(u"fast"_s, ProbeChannel::Fast), provider(u"module"_s, ProbeChannel::Slow)});
    QVERIFY(rig.started());
    rig.files.write(u"/module"_s, "up 9\n");
    QVERIFY(rig.within(
        70s, [&] { return rig.store.lastSeen(node1, ProbeId(u"module"_s)).has_value(); }));
    QVERIFY(rig.machine().providers.contains(u"module"_s));
}

void TstCollector::silentMachineIsNotSaidToBeDown()
{
    Rig rig;
    QVERIFY(rig.started());
    rig.transport->setStalled(true);
    const QDateTime stalled = rig.clock.now();
    QVERIFY(rig.within(3s, [&] { return rig.contact() == ContactState::Silent; }));
    QVERIFY(stalled.msecsTo(rig.clock.now()) <= 2000);
    QVERIFY(rig.machine().contact.since);
    QVERIFY(*rig.machine().contact.since <= stalled);
    QCOMPARE(rig.uptime(), 1);
    rig.transport->setStalled(false);
    QVERIFY(rig.within(3s, [&] { return rig.contact() == ContactState::Connected; }));
    QCOMPARE(rig.transport->opened, 1);
}

void TstCollector::lostMachineComesBackByItself()
{
    Rig rig;
    QVERIFY(rig.started());
    rig.transport->drop();
    QVERIFY(rig.within(1s, [&] { return rig.contact() == ContactState::Lost; }));
    QVERIFY(rig.machine().uptime.error);
    QCOMPARE(rig.uptime(), 1); // what was known stays, with the reason beside it
    QVERIFY(rig.store.lastSeen(node1, ProbeId(u"fast"_s))->overdue);
    QVERIFY(rig.within(5s, [&] { return rig.machine().uptime.known(); }));
    QCOMPARE(rig.contact(), ContactState::Connected);
    QVERIFY(!rig.store.lastSeen(node1, ProbeId(u"fast"_s))->overdue);
}

void TstCollector::refusedMachineIsNotTriedAgain()
{
    Rig rig;
    rig.transport->refuseNext(ErrorKind::AuthRefused);
    rig.collector.open();
    QVERIFY(rig.within(1s, [&] { return rig.contact() == ContactState::Refused; }));
    QCOMPARE(rig.machine().contact.error->kind, ErrorKind::AuthRefused);
    QVERIFY(rig.collector.settled());
    QVERIFY(!rig.within(10s, [&] { return rig.transport->opened > 1; }));
    rig.collector.reconnect(node1);
    QVERIFY(rig.within(5s, [&] { return rig.contact() == ContactState::Connected; }));
}

void TstCollector::personIsWaitedFor()
{
    Rig rig;
    rig.transport->holdOpening(true);
    rig.collector.open();
    QVERIFY(rig.within(1s, [&] { return rig.contact() == ContactState::Connecting; }));
    rig.transport->ask();
    QVERIFY(rig.within(1s, [&] { return rig.contact() == ContactState::NeedsAnswer; }));
    QVERIFY(!rig.within(5s, [&] { return rig.transport->opened > 1; }));
}

void TstCollector::hungProbeIsOverdueAndTheOthersGoOn()
{
    auto hung = provider(u"hung"_s, ProbeChannel::Heavy, "sleep 300; echo");
    hung->timeout = 100s;
    Rig rig({provider(u"fast"_s, ProbeChannel::Fast), hung});
    rig.files.write(u"/hung"_s, "");
    rig.patience = 300;
    rig.collector.open();
    QVERIFY(rig.within(5s, [&] { return rig.uptime() == 1; }));
    const int started = rig.transport->started;
    // Its time-out and a second later its facts are marked; the machine itself goes on answering.
    rig.clock.advance(98s);
    QVERIFY(rig.within(20s, [&] {
        const auto seen = rig.store.lastSeen(node1, ProbeId(u"hung"_s));
        return seen && seen->overdue;
    }));
    rig.files.write(u"/fast"_s, "up 8\n");
    QVERIFY(rig.within(5s, [&] { return rig.uptime() == 8; }));
    QVERIFY(rig.within(5s, [&] { return rig.transport->started > started; })); // replaced
}

void TstCollector::failingCommandKeepsTheLastValue()
{
    Rig rig;
    QVERIFY(rig.started());
    rig.files.write(u"/fast"_s, "nonsense\n");
    QVERIFY(rig.within(5s, [&] { return rig.machine().uptime.error.has_value(); }));
    QCOMPARE(rig.machine().uptime.error->kind, ErrorKind::ParseFailed);
    QCOMPARE(rig.uptime(), 1);
    rig.files.remove(u"/fast"_s);
    QVERIFY(rig.within(5s, [&] {
        return rig.machine().uptime.error
            && rig.machine().uptime.error->kind == ErrorKind::CommandFailed;
    }));
    rig.files.write(u"/fast"_s, "up 1\n");
    QVERIFY(rig.within(5s, [&] { return rig.machine().uptime.known(); }));
}

void TstCollector::largeOutputIsReadByAWorker()
{
    Rig rig;
    rig.files.write(u"/fast"_s, "up 5\n" + QByteArray(300'000, 'x') + '\n');
    QVERIFY(rig.started());
    QVERIFY(rig.within(5s, [&] { return rig.uptime() == 5; }));
    rig.files.write(u"/fast"_s, "up 6\n");
    QVERIFY(rig.within(5s, [&] { return rig.uptime() == 6; }));
}

void TstCollector::noChannelIsOpenedInQuietTimes()
{
    Rig rig({provider(u"fast"_s, ProbeChannel::Fast), provider(u"slow"_s, ProbeChannel::Slow)});
    rig.files.write(u"/slow"_s, "up 1\n");
    QVERIFY(rig.started());
    const int started = rig.transport->started;
    const int answers = int(rig.observed.size());
    QVERIFY(rig.within(130s, [&] { return rig.observed.size() > answers + 20; }));
    QCOMPARE(rig.transport->started, started);
    QVERIFY(started <= 4); // the look-around and three channels
}

namespace
{
const QByteArray conf = R"(<?xml version="1.0"?>
<cluster name="c" config_version="1"><clusternodes>
<clusternode name="node1" nodeid="1" votes="1"><fence><method name="1"><device name="bmc1"/></method></fence></clusternode>
</clusternodes><fencedevices>
<fencedevice name="bmc1" agent="fence_ipmilan" ipaddr="192.0.2.7" login="op" passwd="tr0ub4dor" lanplus="1"/>
</fencedevices></cluster>
)";
} // namespace

void TstCollector::powerIsAskedOncePasswordsAreKnown()
{
    Rig rig(
        {provider(u"fast"_s, ProbeChannel::Fast), provider(u"clusterconf"_s, ProbeChannel::Slow)});
    rig.files.write(u"/clusterconf"_s, conf);
    QVERIFY(rig.started());
    const auto view = [&] { return rig.machine().bmc.value(Observer(Workstation())); };
    QVERIFY(rig.within(2s, [&] { return view().known(); }));
    QCOMPARE(view().value->power, PowerState::On);
    QCOMPARE(rig.bmc->asked, 1);
    QVERIFY(!rig.within(10s, [&] { return rig.bmc->asked > 1; }));
    rig.bmc->power = failure(ErrorKind::AuthRefused, message("wrong password"));
    QVERIFY(rig.within(60s, [&] { return view().error.has_value(); }));
    QCOMPARE(view().error->kind, ErrorKind::AuthRefused);
    const auto logins = fenceLogins(conf);
    QCOMPARE(logins.at(node1).address, (BmcAddress{u"192.0.2.7"_s, 623, u"op"_s}));
    QCOMPARE(logins.at(node1).password.view().toByteArray(), QByteArray("tr0ub4dor"));
}

void TstCollector::powerIsAskedAtOnceWhenANodeFallsSilent()
{
    Rig rig({provider(u"clusterconf"_s, ProbeChannel::Fast)});
    rig.files.write(u"/clusterconf"_s, conf);
    QVERIFY(rig.started());
    // Peace: the events of the start are past.
    QVERIFY(!rig.within(40s, [] { return false; }));
    const int asked = rig.bmc->asked;
    rig.transport->setStalled(true);
    rig.bmc->power = PowerState::Off;
    QVERIFY(rig.within(3s, [&] {
        const auto view = rig.machine().bmc.value(Observer(Workstation()));
        return view.known() && view.value->power == PowerState::Off;
    }));
    QVERIFY(rig.bmc->asked > asked);
    const int soon = rig.bmc->asked;
    QVERIFY(rig.within(5s, [&] { return rig.bmc->asked >= soon + 2; }));
}

void TstCollector::closingWhileABmcIsAskedIsNoCrash()
{
    std::shared_ptr<FakeBmcState> bmc;
    {
        Rig rig({provider(u"clusterconf"_s, ProbeChannel::Fast)});
        bmc = rig.bmc;
        bmc->hangs = true;
        rig.files.write(u"/clusterconf"_s, conf);
        rig.collector.open();
        QVERIFY(rig.within(10s, [&] { return !bmc->held.empty(); }));
    }
    bmc->answerHeld(); // nobody is there to hear it
    QVERIFY(bmc->held.empty());
}

void TstCollector::refreshAsksTheHeavyOnesToo()
{
    auto rare = provider(u"heavy"_s, ProbeChannel::Heavy);
    rare->period = 600s;
    Rig rig({rare});
    rig.files.write(u"/heavy"_s, "up 3\n");
    QVERIFY(rig.started());
    QVERIFY(rig.within(2s, [&] { return rig.uptime() == 3; }));
    rig.files.write(u"/heavy"_s, "up 4\n");
    rig.collector.refresh();
    QVERIFY(rig.within(10s, [&] { return rig.uptime() == 4; }));
}

void TstCollector::freshPictureIsAskedAfterTheCall()
{
    Rig rig;
    QVERIFY(rig.started());
    rig.files.write(u"/fast"_s, "up 7\n");
    const QFuture<SnapshotPtr> fresh = rig.collector.refreshed();
    QVERIFY(!fresh.isFinished());
    QVERIFY(rig.within(5s, [&] { return fresh.isFinished(); }));
    QCOMPARE(fresh.result()->machines.value(node1).uptime.value->up, 7s);
    // The same answer is an answer too.
    const QFuture<SnapshotPtr> again = rig.collector.refreshed();
    QVERIFY(rig.within(5s, [&] { return again.isFinished(); }));
}

void TstCollector::freshPictureWaitsNotForTheHeavyOnes()
{
    Rig rig({provider(u"fast"_s, ProbeChannel::Fast), provider(u"heavy"_s, ProbeChannel::Heavy)});
    rig.files.write(u"/heavy"_s, "up 3\n");
    QVERIFY(rig.started());
    const auto before = rig.store.lastSeen(node1, ProbeId(u"heavy"_s))->at;
    const QFuture<SnapshotPtr> fresh = rig.collector.refreshed();
    QVERIFY(rig.within(400ms, [&] { return fresh.isFinished(); }));
    QCOMPARE(rig.store.lastSeen(node1, ProbeId(u"heavy"_s))->at, before);
}

void TstCollector::freshPictureComesWithoutALostMachine()
{
    Rig rig;
    QVERIFY(rig.started());
    rig.transport->setStalled(true);
    const QFuture<SnapshotPtr> fresh = rig.collector.refreshed();
    QTest::qWait(1);
    QVERIFY(!fresh.isFinished());
    rig.transport->drop();
    QVERIFY(rig.within(5s, [&] { return fresh.isFinished(); }));
    QVERIFY(!fresh.result()->machines.value(node1).uptime.known());
}

void TstCollector::hungProbeEndsTheWaitForAFreshPicture()
{
    Rig rig;
    QVERIFY(rig.started());
    rig.transport->setStalled(true);
    const QFuture<SnapshotPtr> fresh = rig.collector.refreshed();
    QVERIFY(rig.within(20s, [&] { return fresh.isFinished(); }));
    QVERIFY(!fresh.result()->machines.value(node1).uptime.known());
}

void TstCollector::sparedMachineIsNotAskedForItsVolumes()
{
    const auto volumes = provider(u"volumes"_s, ProbeChannel::Heavy);
    volumes->opensDevices = true;
    volumes->period = 1s;
    Rig rig({provider(u"fast"_s, ProbeChannel::Fast), volumes});
    rig.files.write(u"/volumes"_s, "up 3\n");
    QVERIFY(rig.started());
    const auto asked = [&] {
        return std::count_if(
            rig.observed.cbegin(), rig.observed.cend(),
            [](const ProbeResult &result) { return result.probe == ProbeId(u"volumes"_s); });
    };
    rig.collector.spare({node1});
    const auto before = asked();
    QVERIFY(!rig.within(5s, [&] { return asked() > before; }));
    rig.collector.spare({});
    QVERIFY(rig.within(5s, [&] { return asked() > before; }));
}

void TstCollector::openVolumesAreWaitedFor()
{
    const auto volumes
        = provider(u"volumes"_s, ProbeChannel::Heavy,
                   "f() { while ! grep -q up \"$1\"; do sleep 0.01; done; cat \"$1\"; }; f");
    volumes->opensDevices = true;
    volumes->timeout = 100s;
    Rig rig({provider(u"fast"_s, ProbeChannel::Fast), volumes});
    rig.files.write(u"/volumes"_s, "");
    rig.patience = 50;
    rig.collector.open();
    QVERIFY(rig.within(5s, [&] { return rig.uptime() == 1; }));
    rig.collector.spare({node1});
    const QFuture<SnapshotPtr> fresh = rig.collector.refreshed();
    QVERIFY(!rig.within(2s, [&] { return fresh.isFinished(); }));
    rig.files.write(u"/volumes"_s, "up 3\n");
    rig.patience = 30'000;
    QVERIFY(rig.within(5s, [&] { return fresh.isFinished(); }));
}

// The log is asked once a minute otherwise: what a verification found would come as late.
void TstCollector::aChangedReplicationAsksTheLogSoon()
{
    const auto state = [](const char *connection) {
        return QByteArray("version: 8.3.13 (api:88/proto:86-96)\n 1: cs:") + connection
            + " ro:Primary/Primary ds:UpToDate/UpToDate C r-----\n"
              "    ns:0 nr:0 dw:0 dr:0 al:0 bm:0 lo:0 pe:0 ua:0 ap:0 ep:1 wo:b oos:0\n";
    };
    const QByteArray begun = "Nov 23 02:00:01 node1 kernel: [ 4000.000000] block drbd1: Starting "
                             "Online Verify from sector 0\n";
    Rig rig({std::make_shared<Drbd8Provider>()});
    rig.files.write(u"/proc/uptime"_s, "5000.00 1.00\n");
    rig.files.write(u"/proc/drbd"_s, state("Connected"));
    rig.files.write(u"/var/log/kern.log"_s, begun);
    QVERIFY(rig.started());
    const auto entries
        = [&rig] { return rig.machine().drbdLog.value.value_or(DrbdLog()).entries.size(); };
    QCOMPARE(entries(), 1);
    rig.files.write(
        u"/var/log/kern.log"_s,
        begun
            + "Nov 23 02:05:01 node1 kernel: [ 4300.000000] block drbd1: Online verify  "
              "done (total 300 sec; paused 0 sec; 9532 K/sec)\n");
    rig.files.write(u"/proc/drbd"_s, state("StandAlone"));
    QVERIFY(rig.within(5s, [&] { return entries() == 2; }));
}

void TstCollector::secretsStayOutOfTheEvidence()
{
    Rig rig({provider(u"clusterconf"_s, ProbeChannel::Fast)});
    rig.files.write(u"/clusterconf"_s, conf);
    QVERIFY(rig.started());
    const QByteArray shown = rig.store.evidence(node1, ProbeId(u"clusterconf"_s)).output;
    QVERIFY(shown.contains("fence_ipmilan"));
    QVERIFY(!shown.contains("tr0ub4dor"));
}

void TstCollector::timeoutOnTheFastChannelLetsOthersThrough()
{
    auto hung = provider(u"hung"_s, ProbeChannel::Fast, "sleep 300; echo");
    hung->timeout = 1s;
    Rig rig({hung, provider(u"fast"_s, ProbeChannel::Fast)});
    rig.files.write(u"/hung"_s, "");
    rig.collector.open();
    QVERIFY(rig.within(20s, [&] { return rig.uptime() == 1; }));
    rig.files.write(u"/fast"_s, "up 8\n");
    QVERIFY(rig.within(10s, [&] { return rig.uptime() == 8; }));
}

BINOME_TEST(TstCollector)
#include "tst_collector.moc"
