// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

using namespace Lab;

// LVM on DRBD: a copy of the volume group and of the volumes' content on each side.
class TstVolumes : public QObject
{
    Q_OBJECT

private slots:
    void bothSidesHoldTheSame();
    void eachSideWritesItsOwnAfterASplit();
    void aRepairLosesTheVictimsAndKeepsTheOthers();
    void differentVictimsForTwoResources();
    void anActiveVolumeHoldsTheDevice();
    void aReadingCommandHoldsTheDevice();
    void aVolumeMadeOnOneSideIsSeenThereOnly();
    void volumesInUseAreNotTakenAway();
    void duplicatesAreToldWithoutAFilter();
    void aTargetReadsTheSourcesVolumes();

private:
    static const DrbdSide &side(const Scenario &s, int node, const char *resource = "r1")
    {
        return s.world().resource(resource)->side(node);
    }
    static LogicalVolume volume(const Scenario &s, int node, const char *name,
                                const char *resource = "r1")
    {
        return *side(s, node, resource).group.find(name);
    }
    static bool connectedAgain(Scenario &s, const char *resource)
    {
        return s.when(
                   [&] {
                       return side(s, 1, resource).connection == Connection::Connected
                           && side(s, 1, resource).peerDisk == Disk::UpToDate
                           && side(s, 1, resource).disk == Disk::UpToDate;
                   },
                   600)
            > 0;
    }
    static void repair(Scenario &s, const std::string &victim, const std::string &kept,
                       const std::string &resource)
    {
        s.command(victim, "drbdadm disconnect " + resource);
        s.command(victim, "drbdadm secondary " + resource);
        s.command(victim, "drbdadm -- --discard-my-data connect " + resource);
        s.command(kept, "drbdadm connect " + resource);
    }
};

void TstVolumes::bothSidesHoldTheSame()
{
    Scenario s;
    s.run(60);
    const LogicalVolume here = volume(s, 1, "vm-100-disk-1");
    QVERIFY(here.writtenKiB > 3000);
    QCOMPARE(here.aloneKiB, std::uint64_t{0});
    QVERIFY(here == volume(s, 2, "vm-100-disk-1"));
    QVERIFY(here.mark != volume(s, 1, "vm-101-disk-1").mark);
}

void TstVolumes::eachSideWritesItsOwnAfterASplit()
{
    Scenario s;
    s.run(5);
    s.event("cut drbd");
    s.run(60);
    QVERIFY(volume(s, 1, "vm-100-disk-1").aloneKiB > 2000);
    QCOMPARE(volume(s, 2, "vm-100-disk-1").aloneKiB, std::uint64_t{0});
    QVERIFY(volume(s, 1, "vm-100-disk-1").mark != volume(s, 2, "vm-100-disk-1").mark);
    QCOMPARE(side(s, 1).outOfSyncKiB,
             volume(s, 1, "vm-100-disk-1").aloneKiB + volume(s, 1, "vm-101-disk-1").aloneKiB);
}

void TstVolumes::aRepairLosesTheVictimsAndKeepsTheOthers()
{
    Scenario s;
    s.event("split-brain r1 400000 8000");
    s.run(1);
    for (const char *guest : {"100", "101"})
        s.event(std::string("set guest-write-rate ") + guest + ":0");
    const auto kept = side(s, 1).group.volumes;
    QVERIFY(side(s, 2).group.volumes != kept);
    repair(s, "node2", "node1", "r1");
    QVERIFY(connectedAgain(s, "r1"));
    // Nothing of the kept side has changed, and the other is the same now.
    QVERIFY(side(s, 1).group.find("vm-100-disk-1")->mark == kept.front().mark);
    QCOMPARE(volume(s, 1, "vm-100-disk-1").writtenKiB, kept.front().writtenKiB);
    QVERIFY(side(s, 1).group.volumes == side(s, 2).group.volumes);
    QCOMPARE(side(s, 1).outOfSyncKiB + side(s, 2).outOfSyncKiB, std::uint64_t{0});
}

void TstVolumes::differentVictimsForTwoResources()
{
    Scenario s;
    for (const char *guest : {"100", "101", "102", "103"})
        s.event(std::string("set guest-write-rate ") + guest + ":0");
    s.event("split-brain r1 40000 0");
    s.event("split-brain r2 0 40000");
    s.run(1);
    const auto first = side(s, 1, "r1").group.volumes;
    const auto second = side(s, 2, "r2").group.volumes;
    repair(s, "node2", "node1", "r1");
    repair(s, "node1", "node2", "r2");
    QVERIFY(connectedAgain(s, "r1") && connectedAgain(s, "r2"));
    QCOMPARE(side(s, 2, "r1").group.volumes.front().mark, first.front().mark);
    QCOMPARE(side(s, 1, "r2").group.volumes.front().mark, second.front().mark);
    for (const char *node : {"node1", "node2"}) {
        for (const char *resource : {"r1", "r2"})
            s.event(std::string("drbd-primary ") + node + " " + resource);
    }
    QVERIFY(s.file("node1", "proc/drbd").count(QStringLiteral("ro:Primary/Primary")) == 2);
}

void TstVolumes::anActiveVolumeHoldsTheDevice()
{
    Scenario s;
    s.event("service-disable 102");
    s.event("guest-stop 103");
    s.run(1);
    QVERIFY(s.event("drbd-secondary node2 r2").contains(QStringLiteral("(-12)")));
    QCOMPARE(s.out("node2", "vgchange -an drbd2vg"),
             QStringLiteral("  0 logical volume(s) in volume group \"drbd2vg\" now active\n"));
    QCOMPARE(s.event("drbd-secondary node2 r2"), QString());
    QCOMPARE(s.command("node2", "vgchange -ay drbd2vg").exit, 5); // cannot be read any more
    QCOMPARE(s.event("drbd-primary node2 r2"), QString());
    QCOMPARE(s.command("node2", "lvchange -ay /dev/drbd2vg/vm-103-disk-1").exit, 0);
    QVERIFY(s.event("drbd-secondary node2 r2").contains(QStringLiteral("(-12)")));
}

void TstVolumes::aReadingCommandHoldsTheDevice()
{
    Scenario s;
    s.run(1);
    const Answer begun = runCommand(s.simulation(), "node2", {"vgs", "--noheadings"});
    QVERIFY(begun.next);
    QVERIFY(s.event("drbd-secondary node2 r1").contains(QStringLiteral("(-12)")));
    s.run(0.4);
    QVERIFY(!begun.next({}).next);
    QCOMPARE(s.event("drbd-secondary node2 r1"), QString());
}

void TstVolumes::aVolumeMadeOnOneSideIsSeenThereOnly()
{
    Scenario s;
    s.event("cut drbd");
    s.run(20);
    QCOMPARE(s.out("node1", "lvcreate -n vm-110-disk-1 -L 4G --addtag pve-vm-110 drbd1vg"),
             QStringLiteral("  Logical volume \"vm-110-disk-1\" created\n"));
    const QString query = QStringLiteral("vgs --noheadings -o vg_seqno,lv_count drbd1vg");
    QCOMPARE(s.out("node1", query.toStdString()).simplified(), QStringLiteral("8 3"));
    QCOMPARE(s.out("node2", query.toStdString()).simplified(), QStringLiteral("7 2"));
    QVERIFY(
        s.out("node1", "lvs drbd1vg").contains(QStringLiteral("vm-110-disk-1 drbd1vg -wi-a---")));
    QCOMPARE(s.out("node2", "lvremove -f drbd1vg/vm-101-disk-1"),
             QStringLiteral("  Logical volume \"vm-101-disk-1\" successfully removed\n"));
    s.event("heal drbd");
    s.run(5);
    repair(s, "node2", "node1", "r1");
    QVERIFY(connectedAgain(s, "r1"));
    s.event("drbd-primary node2 r1");
    QCOMPARE(s.out("node2", query.toStdString()).simplified(), QStringLiteral("8 3"));
    QVERIFY(s.out("node2", "vgscan")
                .contains(
                    QStringLiteral("  Found volume group \"drbd1vg\" using metadata type lvm2\n")));
}

void TstVolumes::volumesInUseAreNotTakenAway()
{
    Scenario s;
    s.run(1);
    const Answer busy = s.command("node1", "vgchange -an drbd1vg");
    QCOMPARE(busy.exit, 5);
    QCOMPARE(busy.err,
             std::string("  Can't deactivate volume group \"drbd1vg\" with 2 open logical "
                         "volume(s)\n"));
    QCOMPARE(s.command("node1", "lvchange -an drbd1vg/vm-100-disk-1").err,
             std::string("  LV drbd1vg/vm-100-disk-1 in use: not deactivating\n"));
    QCOMPARE(s.command("node1", "lvremove -f drbd1vg/vm-100-disk-1").exit, 5);
    QCOMPARE(s.command("node1", "lvs nosuch").err,
             std::string("  Volume group \"nosuch\" not found\n"));
    QCOMPARE(s.command("node1", "lvcreate -n big -L 900G drbd1vg").exit, 5);
}

void TstVolumes::duplicatesAreToldWithoutAFilter()
{
    Scenario s;
    QVERIFY(s.command("node1", "pvs").err.empty());
    s.event("set lvm-filter 0");
    QVERIFY(QString::fromStdString(s.command("node1", "pvs").err)
                .contains(QStringLiteral(": using /dev/drbd1 not /dev/sdb1\n")));
}

void TstVolumes::aTargetReadsTheSourcesVolumes()
{
    Scenario s;
    s.event("cut drbd");
    s.run(20);
    s.command("node1", "lvcreate -n extra -L 1G drbd1vg");
    s.event("heal drbd");
    s.run(5);
    s.event("set resync-rate 512");
    repair(s, "node2", "node1", "r1");
    QVERIFY(s.when([&] { return side(s, 2).connection == Connection::SyncTarget; }, 10) > 0);
    QVERIFY(side(s, 2).group.find("extra") == nullptr);
    s.event("drbd-primary node2 r1");
    QVERIFY(s.out("node2", "lvs").contains(QStringLiteral("extra")));
}

BINOME_TEST(TstVolumes)
#include "tst_volumes.moc"
