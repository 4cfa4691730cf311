// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/collect/snapshotstore.h"
#include "tests/fakecluster/fakeclock.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const ProbeId drbd(u"drbd"_s);

Patch uptime(std::chrono::seconds time)
{
    return {node1, Observer(node1), {Observed<Uptime>{Uptime{time}, {}, {node1, drbd, 0, 0}}}};
}

ProbeResult answer(const QByteArray &output)
{
    ProbeResult result;
    result.machine = node1;
    result.probe = drbd;
    result.output = output;
    return result;
}
} // namespace

class TstSnapshotStore : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void currentIsNeverNull();
    void everyChangeIsPublishedWithItsEvents();
    void equalFactsPublishNothing();
    void unknownMachineChangesNothing();
    void anErrorKeepsTheLastValue();
    void publishedSnapshotsDoNotChange();
    void evidenceHoldsNoSecret_data();
    void evidenceHoldsNoSecret();
    void agesComeFromTheLastAnswer();
    void resetForgetsEverything();

private:
    FakeClock m_clock;
    std::unique_ptr<SnapshotStore> m_store;
    QList<SnapshotPtr> m_published;
    QList<Event> m_events;
};

void TstSnapshotStore::init()
{
    m_store = std::make_unique<SnapshotStore>(m_clock);
    Machine machine;
    machine.name = node1;
    m_store->reset(u"c"_s, {machine});
    m_published.clear();
    m_events.clear();
    connect(m_store.get(), &SnapshotStore::published, this,
            [this](const SnapshotPtr &snapshot, const QList<Event> &events) {
                m_published << snapshot;
                m_events << events;
            });
}

void TstSnapshotStore::currentIsNeverNull()
{
    const SnapshotStore empty(m_clock);
    QVERIFY(empty.current());
    QVERIFY(empty.current()->machines.isEmpty());
}

void TstSnapshotStore::everyChangeIsPublishedWithItsEvents()
{
    const quint64 before = m_store->current()->revision;
    const Contact up{ContactState::Connected, m_clock.now(), {}};
    const Contact silent{ContactState::Silent, m_clock.now(), {}};
    m_store->apply({{node1, Observer(Workstation()), {ContactFact{up}}}});
    m_store->apply({{node1, Observer(Workstation()), {ContactFact{silent}}}});
    QCOMPARE(m_published.size(), 2);
    QCOMPARE(m_published.last()->revision, before + 2);
    QCOMPARE(m_store->current(), m_published.last());
    QVERIFY(!m_events.isEmpty());
    QCOMPARE(m_events.last().kind, EventKind::Contact);
    QCOMPARE(m_events.last().machine, node1);
}

void TstSnapshotStore::equalFactsPublishNothing()
{
    m_store->apply({uptime(5s)});
    m_store->apply({uptime(5s)});
    m_store->apply({});
    QCOMPARE(m_published.size(), 1);
}

void TstSnapshotStore::unknownMachineChangesNothing()
{
    Patch patch = uptime(5s);
    patch.machine = NodeName(u"stranger"_s);
    m_store->apply({patch});
    QVERIFY(m_published.isEmpty());
}

void TstSnapshotStore::anErrorKeepsTheLastValue()
{
    m_store->apply({uptime(5s)});
    const Observed<Uptime> failed{{}, Error{ErrorKind::Timeout, message("late"), {}}, {}};
    m_store->apply({{node1, Observer(node1), {failed}}});
    const Machine machine = m_store->current()->machines.value(node1);
    QCOMPARE(machine.uptime.value->up, 5s);
    QVERIFY(!machine.uptime.known());
}

void TstSnapshotStore::publishedSnapshotsDoNotChange()
{
    m_store->apply({uptime(5s)});
    const SnapshotPtr first = m_store->current();
    m_store->apply({uptime(6s)});
    QCOMPARE(first->machines.value(node1).uptime.value->up, 5s);
}

void TstSnapshotStore::evidenceHoldsNoSecret_data()
{
    QTest::addColumn<QByteArray>("output");
    QTest::newRow("cluster.conf") << QByteArray("<fencedevice login=\"op\" passwd=\"hunter2\"/>");
    QTest::newRow("drbd") << QByteArray("net { shared-secret \"hunter2\"; }");
    QTest::newRow("ipmitool") << QByteArray("ipmitool -I lanplus -U op -P hunter2 power status");
}

void TstSnapshotStore::evidenceHoldsNoSecret()
{
    QFETCH(QByteArray, output);
    ProbeResult result = answer(output);
    result.errors = output;
    result.error = Error{ErrorKind::CommandFailed, message("failed"), QString::fromUtf8(output)};
    m_store->setEvidence(result, {});
    const ProbeResult kept = m_store->evidence(node1, drbd);
    QVERIFY(!kept.output.isEmpty());
    QVERIFY(!kept.output.contains("hunter2"));
    QVERIFY(!kept.errors.contains("hunter2"));
    QVERIFY(!kept.error->detail.contains(u"hunter2"_s));
}

void TstSnapshotStore::agesComeFromTheLastAnswer()
{
    const EvidenceRef evidence{node1, drbd, 1, 2};
    QVERIFY(!m_store->age(evidence));
    m_store->setEvidence(answer("a"), {m_clock.now(), 3ms, 500ms, false});
    m_clock.advance(1500ms);
    QCOMPARE(m_store->age(evidence), std::optional(1500ms));
    m_store->seenAgain(node1, drbd, {m_clock.now(), 3ms, 500ms, false});
    QCOMPARE(m_store->age(evidence), std::optional(0ms));
    QCOMPARE(m_store->evidence(node1, drbd).output, QByteArray("a"));
    m_clock.advance(-3s);
    QCOMPARE(m_store->age(evidence), std::optional(0ms)); // a clock set back is no age
}

void TstSnapshotStore::resetForgetsEverything()
{
    m_store->setEvidence(answer("a"), {m_clock.now(), 3ms, 500ms, false});
    m_store->reset(u"d"_s, {});
    QCOMPARE(m_store->current()->clusterName, u"d"_s);
    QVERIFY(m_store->current()->machines.isEmpty());
    QVERIFY(!m_store->lastSeen(node1, drbd));
    QVERIFY(m_store->evidence(node1, drbd).output.isEmpty());
}

BINOME_TEST(TstSnapshotStore)
#include "tst_snapshotstore.moc"
