// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/historysampler.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;

namespace
{
const NodeName node = Sample::node(1);
const QDateTime noon = QDateTime::fromSecsSinceEpoch(1'772'400'000, Qt::UTC);

// One node with one resource that is looked at second after second.
class Watched
{
public:
    Watched()
    {
        Machine machine = Sample::machine(1);
        machine.drbd
            = Sample::told(node, "drbd", DrbdStatus{{}, false, {Sample::resource("r1", 1)}});
        machine.interfaces.value.reset();
        snapshot.machines.insert(node, machine);
    }

    Machine &machine() { return snapshot.machines[node]; }
    DrbdResource &resource() { return machine().drbd.value->resources.first(); }

    QList<SeriesValue> after(int ms)
    {
        m_now = m_now.addMSecs(ms);
        if (answers)
            m_answered = m_now;
        return m_sampler.sample(
            snapshot, [this](const EvidenceRef &) { return m_answered; }, m_now);
    }
    void forget() { m_sampler.forget(); }

    ClusterSnapshot snapshot;
    bool answers = true;

private:
    HistorySampler m_sampler;
    QDateTime m_now = noon;
    QDateTime m_answered;
};

std::optional<double> value(const QList<SeriesValue> &values, Quantity quantity)
{
    for (const SeriesValue &one : values) {
        if (one.key.quantity == quantity)
            return one.value;
    }
    return std::nullopt;
}
} // namespace

class TstHistorySampler : public QObject
{
    Q_OBJECT
private slots:
    void amountsAreThereAtOnce()
    {
        Watched watched;
        watched.resource().counters.outOfSync = Bytes{4096};
        watched.resource().counters.pe = 7;
        const QList<SeriesValue> values = watched.after(0);
        QCOMPARE(value(values, Quantity::OutOfSync), std::optional(4096.0));
        QCOMPARE(value(values, Quantity::Pending), std::optional(7.0));
        QCOMPARE(values.first().key.subject, QStringLiteral("r1"));
        QCOMPARE(values.first().key.node, node);
    }

    void countersNeedTwoAnswers()
    {
        Watched watched;
        watched.resource().counters.ns = 1000;
        QCOMPARE(value(watched.after(0), Quantity::NetworkSent), std::nullopt);
        watched.resource().counters.ns = 1500;
        QCOMPARE(value(watched.after(500), Quantity::NetworkSent), std::optional(1000.0 * 1024));
    }

    void aWrapIsNoGap()
    {
        Watched watched;
        watched.resource().counters.dw = kibCounterWrap - 100;
        watched.after(0);
        watched.resource().counters.dw = 100;
        QCOMPARE(value(watched.after(1000), Quantity::DiskWritten), std::optional(200.0 * 1024));
    }

    void aResetIsAGap()
    {
        Watched watched;
        watched.resource().counters.dw = 1'000'000;
        watched.after(0);
        watched.resource().counters.dw = 100;
        QCOMPARE(value(watched.after(1000), Quantity::DiskWritten), std::nullopt);
        watched.resource().counters.dw = 200;
        QCOMPARE(value(watched.after(1000), Quantity::DiskWritten), std::optional(100.0 * 1024));
    }

    void aRateIsHeldUntilTheNextAnswer()
    {
        Watched watched;
        watched.resource().counters.ns = 0;
        watched.after(0);
        watched.resource().counters.ns = 10;
        watched.after(1000);
        watched.answers = false;
        QCOMPARE(value(watched.after(1000), Quantity::NetworkSent), std::optional(10.0 * 1024));
    }

    void anOldAnswerIsAGap()
    {
        Watched watched;
        watched.after(0);
        watched.answers = false;
        QVERIFY(watched.after(4000).isEmpty());
    }

    void noRateAcrossAGap()
    {
        Watched watched;
        watched.resource().counters.ns = 0;
        watched.after(0);
        watched.resource().counters.ns = 999;
        QCOMPARE(value(watched.after(60'000), Quantity::NetworkSent), std::nullopt);
    }

    void noRateAcrossAJump()
    {
        Watched watched;
        watched.resource().counters.ns = 0;
        watched.after(0);
        watched.forget();
        watched.resource().counters.ns = 999;
        QCOMPARE(value(watched.after(1000), Quantity::NetworkSent), std::nullopt);
    }

    void aSilentMachineIsAGap()
    {
        Watched watched;
        watched.machine().contact.state = ContactState::Silent;
        QVERIFY(watched.after(0).isEmpty());
    }

    void aFactWithAnErrorIsAGap()
    {
        Watched watched;
        watched.machine().drbd.error = Error{ErrorKind::Timeout, message("late"), {}};
        QVERIFY(watched.after(0).isEmpty());
    }

    void ratesOfAResyncAreThere()
    {
        Watched watched;
        SyncProgress progress;
        progress.speed = Bytes{10};
        progress.wanted = Bytes{30};
        watched.resource().peers.first().sync = progress;
        const QList<SeriesValue> values = watched.after(0);
        QCOMPARE(value(values, Quantity::ResyncRate), std::optional(10.0));
        QCOMPARE(value(values, Quantity::ResyncAverage), std::nullopt);
        QCOMPARE(value(values, Quantity::ResyncWanted), std::optional(30.0));
        progress.kind = SyncKind::Verify;
        watched.resource().peers.first().sync = progress;
        QCOMPARE(value(watched.after(1000), Quantity::ResyncRate), std::nullopt);
    }

    void aNamelessMinorHasItsNumber()
    {
        Watched watched;
        watched.resource().name = ResourceName();
        watched.machine().drbdNames = Sample::told(node, "drbd-names", DrbdNames());
        QCOMPARE(watched.after(0).first().key.subject, QStringLiteral("drbd1"));
        watched.resource().volume = 2;
        QCOMPARE(watched.after(1000).first().key.subject, QStringLiteral("drbd1/2"));
    }

    // drbdadm answers after /proc/drbd: each start left a series "drbd1" beside that of r1.
    void aNameThatIsNotToldYetIsWaitedFor()
    {
        Watched watched;
        watched.resource().name = ResourceName();
        watched.machine().drbdNames = {};
        QVERIFY(watched.after(0).isEmpty());
        QVERIFY(watched.after(9000).isEmpty());
        QCOMPARE(watched.after(1000).first().key.subject, QStringLiteral("drbd1"));
    }

    void interfacesAreCounted()
    {
        Watched watched;
        NetInterface interface;
        interface.name = QStringLiteral("eth4");
        interface.rxBytes = 1000;
        const auto tell = [&] {
            watched.machine().interfaces = Sample::told(node, "net", NetInterfaces{interface});
        };
        tell();
        watched.after(0);
        interface.rxBytes = 3000;
        tell();
        QCOMPARE(value(watched.after(1000), Quantity::InterfaceReceived), std::optional(2000.0));
        interface.rxBytes = 0; // 64 bits do not wrap: the node started again
        tell();
        QCOMPARE(value(watched.after(1000), Quantity::InterfaceReceived), std::nullopt);
    }
};

BINOME_TEST(TstHistorySampler)
#include "tst_historysampler.moc"
