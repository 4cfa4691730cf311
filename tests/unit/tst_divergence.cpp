// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/divergence.h"
#include "core/parse/drbdlog.h"
#include "tests/testmain.h"
#include "tests/unit/sample.h"

#include <QTest>

using namespace Core;

namespace
{
const NodeName one = Sample::node(1);
const NodeName two = Sample::node(2);

QByteArray stamped(int second, const QByteArray &line)
{
    return "[  " + QByteArray::number(second) + ".000000] " + line + '\n';
}

// Two nodes that hold resource r1 and do not talk, with their kernel logs.
class Parted
{
public:
    Parted(DrbdConnection a, DrbdConnection b)
    {
        add(1, a);
        add(2, b);
    }

    Parted &log(const NodeName &node, const QByteArray &lines)
    {
        const Expected<DrbdLog> read = parseDrbdLog("now 1772400000 +0000 5000.00\n" + lines);
        snapshot.machines[node].drbdLog = Sample::told(node, "drbd-log", read.value_or(DrbdLog()));
        return *this;
    }
    Parted &generation(const NodeName &node, const std::array<quint64, 4> &uuids)
    {
        snapshot.machines[node].drbdGenerations = Sample::told(
            node, "drbd-generations",
            DrbdGenerations{{DrbdGeneration{ResourceName(QStringLiteral("r1")), 0, uuids}}});
        return *this;
    }
    DrbdResource &side(const NodeName &node)
    {
        return snapshot.machines[node].drbd.value->resources.first();
    }
    Apart apart() const
    {
        const QList<Apart> all = apartResources(snapshot);
        return all.size() == 1 ? all.first() : Apart();
    }

    ClusterSnapshot snapshot;

private:
    void add(int id, DrbdConnection connection)
    {
        Machine machine = Sample::machine(id);
        DrbdResource resource = Sample::resource("r1", 3);
        resource.peers.first().connection = connection;
        resource.counters.outOfSync = Bytes{id * 1'048'576};
        machine.drbd = Sample::told(machine.name, "drbd", DrbdStatus{{}, false, {resource}});
        snapshot.machines.insert(machine.name, machine);
    }
};

constexpr auto alone = DrbdConnection::StandAlone;
constexpr auto waits = DrbdConnection::WFConnection;

const QByteArray lost
    = stamped(100, "block drbd3: peer( Primary -> Unknown ) conn( Connected -> NetworkFailure )");
const QByteArray splitBrain = stamped(150, "block drbd3: self A:B:C:D bits:256 flags:0")
    + stamped(150, "block drbd3: peer E:B:C:D bits:1024 flags:0")
    + stamped(150, "block drbd3: Split-Brain detected but unresolved, dropping connection!")
    + stamped(151, "block drbd3: conn( WFReportParams -> Disconnecting )");
} // namespace

class TstDivergence : public QObject
{
    Q_OBJECT
private slots:
    void connectedSidesAreNotApart()
    {
        const Parted parted(DrbdConnection::Connected, DrbdConnection::SyncSource);
        QVERIFY(apartResources(parted.snapshot).isEmpty());
    }

    void theKernelProvesASplitBrain_data()
    {
        QTest::addColumn<QByteArray>("line");
        for (const char *prefix :
             {"drbd3: ", "block drbd3: ", "drbd r1/0 drbd3: ", "drbd r1/0 drbd3 node2: "}) {
            QTest::newRow(prefix) << QByteArray(prefix)
                    + "Split-Brain detected but unresolved, dropping connection!";
        }
        QTest::newRow("old") << QByteArray(
            "block drbd3: Split-Brain detected, dropping connection!");
    }
    void theKernelProvesASplitBrain()
    {
        QFETCH(QByteArray, line);
        Parted parted(alone, waits);
        const Apart apart = parted.log(one, lost + stamped(150, line)).apart();
        QCOMPARE(apart.kind, ApartKind::SplitBrain);
        QCOMPARE(apart.by, one);
        QCOMPARE(apart.evidence.first().probe.text(), QStringLiteral("drbd-log"));
        QCOMPARE(apart.evidence.first().firstLine, 3);
        QCOMPARE(apart.since, QDateTime::fromSecsSinceEpoch(1'772'400'000 - 4900, Qt::UTC));
    }

    void eachSideCountsItsOwn()
    {
        Parted parted(alone, alone);
        const Apart apart = parted.log(one, lost + splitBrain).apart();
        QCOMPARE(apart.sides[one].changed, std::optional(Bytes{1'048'576}));
        QCOMPARE(apart.sides[two].changed, std::optional(Bytes{2'097'152}));
    }

    void theHandshakeCountsForASideThatIsSilent()
    {
        Parted parted(alone, alone);
        parted.side(two).counters.outOfSync.reset();
        const Apart apart = parted.log(one, lost + splitBrain).apart();
        QCOMPARE(apart.sides[two].changed, std::optional(Bytes{1024 * 4096}));
    }

    void aSideThatDoesNotAnswerIsLeftOut()
    {
        Parted parted(alone, alone);
        parted.snapshot.machines[two].contact.state = ContactState::Lost;
        const Apart apart = parted.log(one, splitBrain).apart();
        QCOMPARE(apart.kind, ApartKind::SplitBrain);
        QCOMPARE(apart.sides.keys(), QList<NodeName>{one});
    }

    void standAloneProvesNothing()
    {
        const Apart apart = Parted(alone, alone).apart();
        QCOMPARE(apart.kind, ApartKind::Unknown);
    }

    void bothWaitingIsTheNetwork()
    {
        const Apart apart = Parted(waits, waits).apart();
        QCOMPARE(apart.kind, ApartKind::NetworkDown);
    }

    void anAdministratorsDisconnectIsNamed()
    {
        Parted parted(waits, alone);
        const Apart apart
            = parted.log(two, stamped(80, "drbd r1: conn( Connected -> Disconnecting )")).apart();
        QCOMPARE(apart.kind, ApartKind::Disconnected);
        QCOMPARE(apart.by, two);
        QCOMPARE(apart.since, QDateTime::fromSecsSinceEpoch(1'772'400'000 - 4920, Qt::UTC));
    }

    void otherRefusalsAreNamed_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("kind");
        QTest::newRow("secret") << QByteArray(
            "drbd r1: Authentication of peer failed, trying again.")
                                << int(ApartKind::SecretMismatch);
        QTest::newRow("unrelated") << QByteArray("block drbd3: Unrelated data, aborting!")
                                   << int(ApartKind::UnrelatedData);
    }
    void otherRefusalsAreNamed()
    {
        QFETCH(QByteArray, line);
        Parted parted(alone, waits);
        const Apart apart = parted.log(one, lost + stamped(150, line)).apart();
        QTEST(int(apart.kind), "kind");
    }

    void whatWasRepairedIsNoEvidence_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("connected")
            << QByteArray("block drbd3: conn( WFReportParams -> Connected )");
        QTest::newRow("resync") << QByteArray("block drbd3: conn( WFReportParams -> WFBitMapT )");
        QTest::newRow("solved") << QByteArray("block drbd3: Split-Brain detected, manually solved. "
                                              "Sync from peer node");
    }
    void whatWasRepairedIsNoEvidence()
    {
        QFETCH(QByteArray, line);
        Parted parted(alone, waits);
        const Apart apart = parted.log(one, splitBrain + stamped(200, line)).apart();
        QCOMPARE(apart.kind, ApartKind::Unknown);
    }

    void anotherResourceIsNoEvidence()
    {
        Parted parted(alone, waits);
        const QByteArray line = "block drbd4: Split-Brain detected, dropping connection!";
        QCOMPARE(parted.log(one, stamped(150, line)).apart().kind, ApartKind::Unknown);
    }

    void generationsProveASplitBrain()
    {
        Parted parted(alone, alone);
        parted.generation(one, {0xA1, 0xB0, 0xC0, 0xD0}).generation(two, {0xE1, 0xB1, 0xC0, 0xD0});
        const Apart apart = parted.apart();
        QCOMPARE(apart.kind, ApartKind::SplitBrain);
        QCOMPARE(apart.kinship, Kinship::Diverged);
    }

    void generationsOutrankADisconnect()
    {
        Parted parted(waits, alone);
        parted.log(two, stamped(80, "drbd r1: conn( Connected -> Disconnecting )"));
        parted.generation(one, {0xA1, 0xB0, 0, 0}).generation(two, {0xE1, 0xB0, 0, 0});
        QCOMPARE(parted.apart().kind, ApartKind::SplitBrain);
    }

    void generationsAreCompared_data()
    {
        using Uuids = std::array<quint64, 4>;
        QTest::addColumn<DrbdGeneration>("a");
        QTest::addColumn<DrbdGeneration>("b");
        QTest::addColumn<int>("kinship");
        const auto row = [](const char *name, const Uuids &a, const Uuids &b, Kinship kinship) {
            QTest::newRow(name) << DrbdGeneration{{}, 0, a} << DrbdGeneration{{}, 0, b}
                                << int(kinship);
        };
        row("same, one Primary", {0x11, 0, 0x20, 0}, {0x10, 0, 0x20, 0}, Kinship::Same);
        row("ahead", {0x30, 0x10, 0x20, 0}, {0x10, 0, 0x20, 0}, Kinship::FirstIsNewer);
        row("behind", {0x10, 0, 0x20, 0}, {0x30, 0x11, 0x20, 0}, Kinship::SecondIsNewer);
        row("ahead by history", {0x30, 0, 0x20, 0x10}, {0x10, 0, 0, 0}, Kinship::FirstIsNewer);
        row("split", {0x30, 0x10, 0, 0}, {0x40, 0x10, 0, 0}, Kinship::Diverged);
        row("split long ago", {0x30, 0, 0x10, 0}, {0x40, 0, 0x50, 0x10}, Kinship::Diverged);
        row("unrelated", {0x30, 0x10, 0, 0}, {0x40, 0x50, 0, 0}, Kinship::Unrelated);
        row("never used", {4, 0, 0, 0}, {0x40, 0x50, 0, 0}, Kinship::Unknown);
        row("no metadata", {0, 0, 0, 0}, {0, 0, 0, 0}, Kinship::Unknown);
    }
    void generationsAreCompared()
    {
        QFETCH(DrbdGeneration, a);
        QFETCH(DrbdGeneration, b);
        QTEST(int(kinshipOf(a, b)), "kinship");
    }
};

BINOME_TEST(TstDivergence)
#include "tst_divergence.moc"
