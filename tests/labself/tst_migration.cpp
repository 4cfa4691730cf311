// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Lab;

// Live migration: how long it takes, what it says, what stops it. Guest 103 is outside HA.
class TstMigration : public QObject
{
    Q_OBJECT

private slots:
    void theLogIsThatOfProxmox3();
    void theGuestIsSilentForOnePacket();
    void bothNodesHaveAProcessMeanwhile();
    void memoryDecidesHowLongItTakes();
    void aGuestThatWritesTooFastDoesNotConverge();
    void theDowntimeIsDoubledUntilItDoes();
    void cancelledItStays();
    void theMonitorCancelsWhileItCopiesAlone();
    void withoutStorageThereItStays();
    void withoutMemoryThereItStays();
    void anUnreachableTargetAborts();
    void aCutNetworkOnlyHoldsItUp();
    void theSourcesDeathLeavesTheLock();
    void refusals_data();
    void refusals();
    void anHaGuestGoesThroughTheCluster();
    void aFailedServiceMigrationStaysStarted();
    void aStoppedGuestMovesAtOnce();

private:
    static int seconds(Scenario &lab);
};

namespace
{

const std::string toNode1 = "qm migrate 103 node1 --online";

QString log(Scenario &lab, int vmid)
{
    QString text;
    for (const std::string &line : lab.world().migrations.at(vmid).log)
        text += QString::fromStdString(line) + QLatin1Char('\n');
    return text;
}

MigrationEnd end(Scenario &lab, int vmid)
{
    return lab.world().migrations.at(vmid).end;
}

const Guest &guest(Scenario &lab, int vmid)
{
    return *lab.world().guest(vmid);
}

} // namespace

int TstMigration::seconds(Scenario &lab)
{
    const double before = lab.now();
    lab.command("node2", toNode1);
    return qRound(lab.now() - before);
}

void TstMigration::theLogIsThatOfProxmox3()
{
    Scenario lab;
    const Answer answer = lab.command("node2", toNode1);
    QCOMPARE(answer.exit, 0);
    QCOMPARE(answer.err, std::string());
    QString text = QString::fromStdString(answer.out);
    text.replace(
        QRegularExpression(QStringLiteral("(?m)^[A-Z][a-z]{2} \\d\\d \\d\\d:\\d\\d:\\d\\d ")),
        QStringLiteral("T "));
    text.replace(QRegularExpression(QStringLiteral("\\d{4,}\\b(?<!60000|8589934592)")),
                 QStringLiteral("N"));
    QVERIFY2(QRegularExpression(
                 QStringLiteral(
                     "^T starting migration of VM 103 to node 'node1' \\(127\\.99\\.1\\.11\\)\n"
                     "T copying disk images\n"
                     "T starting VM 103 on remote node 'node1'\n"
                     "T starting ssh migration tunnel\n"
                     "T starting online/live migration on localhost:60000\n"
                     "T migrate_set_speed: 8589934592\n"
                     "T migrate_set_downtime: 0\\.1\n"
                     "(T migration status: active \\(transferred N, remaining N\\), total N\\)\n)+"
                     "T migration speed: \\d+\\.\\d\\d MB/s - downtime \\d+ ms\n"
                     "T migration status: completed\n"
                     "T migration finished successfuly \\(duration 00:00:\\d\\d\\)\n$"))
                 .match(text)
                 .hasMatch(),
             qPrintable(text));
    QCOMPARE(hostOf(guest(lab, 103)), 1);
    QCOMPARE(guest(lab, 103).configNode, 1);
    QVERIFY(guest(lab, 103).lock.empty());
}

void TstMigration::theGuestIsSilentForOnePacket()
{
    Scenario lab;
    lab.event("guest-migrate 103 node1");
    int silent = 0;
    for (int i = 0; i < 15'000; ++i) {
        lab.run(0.001);
        const Time now = lab.simulation().queue().now();
        silent += !answers(guest(lab, 103), 1, now) && !answers(guest(lab, 103), 2, now);
    }
    QCOMPARE(hostOf(guest(lab, 103)), 1);
    QVERIFY2(silent >= 100 && silent <= 250, qPrintable(QString::number(silent)));
}

void TstMigration::bothNodesHaveAProcessMeanwhile()
{
    Scenario lab;
    lab.event("guest-migrate 103 node1");
    lab.run(3);
    const char *pidFile = "var/run/qemu-server/103.pid";
    QVERIFY(!lab.file("node1", pidFile).isEmpty());
    QVERIFY(!lab.file("node2", pidFile).isEmpty());
    QVERIFY(lab.file("node2", "etc/pve/qemu-server/103.conf")
                .contains(QStringLiteral("lock: migrate")));
    lab.run(30);
    QVERIFY(!lab.file("node1", pidFile).isEmpty());
    QVERIFY(lab.file("node2", pidFile).isEmpty());
    QVERIFY(!lab.file("node1", "etc/pve/qemu-server/103.conf").contains(QStringLiteral("lock")));
}

void TstMigration::memoryDecidesHowLongItTakes()
{
    Scenario small;
    Scenario large;
    large.change().guest(103)->memoryMiB = 8192;
    const int quick = seconds(small);
    const int slow = seconds(large);
    QVERIFY2(quick >= 7 && quick <= 12, qPrintable(QString::number(quick)));
    // 4 GiB in use over 110 MiB/s.
    QVERIFY2(slow >= 40 && slow <= 50, qPrintable(QString::number(slow)));
}

void TstMigration::aGuestThatWritesTooFastDoesNotConverge()
{
    Scenario lab;
    lab.event("set guest-dirty-rate 103:400000");
    lab.event("set migration-rate 20000");
    lab.event("guest-migrate 103 node1");
    lab.run(90);
    QCOMPARE(end(lab, 103), MigrationEnd::Running);
    QVERIFY(answers(guest(lab, 103), 2, lab.simulation().queue().now()));
}

void TstMigration::theDowntimeIsDoubledUntilItDoes()
{
    Scenario lab;
    lab.event("set guest-dirty-rate 103:400000");
    lab.event("set migration-rate 20000");
    lab.event("guest-migrate 103 node1");
    QVERIFY(lab.when([&] { return end(lab, 103) != MigrationEnd::Running; }, 3600) > 0);
    QCOMPARE(end(lab, 103), MigrationEnd::Moved);
    QVERIFY(log(lab, 103).contains(QStringLiteral("migrate_set_downtime: 0.2\n")));
    QVERIFY(log(lab, 103).contains(QStringLiteral("migrate_set_downtime: 0.4\n")));
}

void TstMigration::cancelledItStays()
{
    Scenario lab;
    lab.event("guest-migrate 103 node1");
    lab.run(4);
    lab.event("guest-migrate-cancel 103");
    QCOMPARE(end(lab, 103), MigrationEnd::Problems);
    const QString text = log(lab, 103);
    QVERIFY2(text.contains(QStringLiteral("migration status: cancelled\n")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("ERROR: online migrate failure - aborting\n")));
    QVERIFY(text.contains(QStringLiteral("aborting phase 2 - cleanup resources\n")));
    QVERIFY(text.contains(QStringLiteral("ERROR: migration finished with problems (duration ")));
    QVERIFY(answers(guest(lab, 103), 2, lab.simulation().queue().now()));
    QVERIFY(guest(lab, 103).waiting.empty());
}

void TstMigration::theMonitorCancelsWhileItCopiesAlone()
{
    Scenario lab;
    const auto cancel = [&] {
        const Answer said = lab.command("node2", "qm monitor 103", {"migrate_cancel"});
        QCOMPARE(said.exit, 0);
        QCOMPARE(said.err, std::string());
    };
    lab.event("guest-migrate 103 node1");
    cancel(); // before QEMU copies: it hears nothing of it
    lab.run(4);
    QCOMPARE(end(lab, 103), MigrationEnd::Running);
    cancel();
    QVERIFY(lab.when([&] { return end(lab, 103) != MigrationEnd::Running; }, 10) > 0);
    QCOMPARE(end(lab, 103), MigrationEnd::Problems);
    QVERIFY(answers(guest(lab, 103), 2, lab.simulation().queue().now()));
    QVERIFY(guest(lab, 103).waiting.empty() && guest(lab, 103).lock.empty());
    lab.event("guest-migrate 103 node1");
    QVERIFY(lab.when([&] { return hostOf(guest(lab, 103)) == 1; }, 3600) > 0);
    cancel(); // QEMU has handed over, qm has not seen it yet
    QVERIFY(lab.when([&] { return end(lab, 103) != MigrationEnd::Running; }, 60) > 0);
    QCOMPARE(end(lab, 103), MigrationEnd::Moved);
    QCOMPARE(hostOf(guest(lab, 103)), 1);
}

void TstMigration::withoutStorageThereItStays()
{
    Scenario lab;
    QCOMPARE(lab.event("drbd-secondary node1 r2"), QString());
    const Answer answer = lab.command("node2", toNode1);
    QCOMPARE(answer.exit, 255);
    QCOMPARE(answer.err, std::string("migration problems\n"));
    const QString text = QString::fromStdString(answer.out);
    QVERIFY2(text.contains(QStringLiteral("can't activate LV '/dev/drbd2vg/vm-103-disk-1'")),
             qPrintable(text));
    QVERIFY(text.contains(
        QStringLiteral("qm start 103 --stateuri tcp --skiplock --migratedfrom node2' failed")));
    QCOMPARE(hostOf(guest(lab, 103)), 2);
    QCOMPARE(guest(lab, 103).configNode, 2);
}

void TstMigration::withoutMemoryThereItStays()
{
    Scenario lab;
    lab.change().node(1).memoryMiB = 6400;
    const Answer answer = lab.command("node2", toNode1);
    QCOMPARE(answer.exit, 255);
    QVERIFY(answer.out.find("Cannot allocate memory\n") != std::string::npos);
    QCOMPARE(hostOf(guest(lab, 103)), 2);
}

void TstMigration::anUnreachableTargetAborts()
{
    Scenario lab;
    lab.event("set token 300000");
    lab.event("cut lan");
    const double before = lab.now();
    const Answer answer = lab.command("node2", toNode1);
    QVERIFY(lab.now() - before > 120);
    QCOMPARE(answer.exit, 255);
    QCOMPARE(answer.err, std::string("migration aborted\n"));
    QVERIFY(answer.out.find("Can't connect to destination address using public key\n")
            != std::string::npos);
}

void TstMigration::aCutNetworkOnlyHoldsItUp()
{
    Scenario lab;
    lab.event("guest-migrate 103 node1");
    lab.run(3.5);
    lab.event("cut lan");
    lab.run(20);
    QCOMPARE(end(lab, 103), MigrationEnd::Running);
    lab.event("heal lan");
    lab.run(20);
    QCOMPARE(end(lab, 103), MigrationEnd::Moved);
}

void TstMigration::theSourcesDeathLeavesTheLock()
{
    Scenario lab;
    lab.event("guest-migrate 103 node1");
    lab.run(4);
    lab.event("kill node2");
    QCOMPARE(end(lab, 103), MigrationEnd::Aborted);
    QCOMPARE(guest(lab, 103).lock, std::string("migrate"));
    lab.run(200);
    QCOMPARE(lab.command("node2", "qm unlock 103").exit, 0);
    QVERIFY(guest(lab, 103).lock.empty());
}

void TstMigration::refusals_data()
{
    QTest::addColumn<std::string>("event");
    QTest::addColumn<std::string>("command");
    QTest::addColumn<QString>("said");
    const auto row
        = [](const char *name, const char *event, const char *command, const char *said) {
              QTest::newRow(name) << std::string(event) << std::string(command)
                                  << QString::fromLatin1(said);
          };
    row("not online", "", "qm migrate 103 node1", "cant migrate running VM without --online\n");
    row("locked", "guest-lock 103 backup", "qm migrate 103 node1 --online",
        "VM is locked (backup)\n");
    row("nowhere", "", "qm migrate 103 node7 --online", "no such cluster node 'node7'\n");
    row("start of a locked guest", "guest-lock 103 backup", "qm start 103",
        "VM is locked (backup)\n");
    row("start of a running guest", "", "qm start 103", "VM 103 already running\n");
    row("suspend of a stopped guest", "guest-stop 103", "qm suspend 103", "VM 103 not running\n");
}

void TstMigration::refusals()
{
    QFETCH(std::string, event);
    QFETCH(std::string, command);
    QFETCH(QString, said);
    Scenario lab;
    if (!event.empty())
        QCOMPARE(lab.event(event), QString());
    const Answer answer = lab.command("node2", command);
    QCOMPARE(answer.exit, 255);
    QCOMPARE(QString::fromStdString(answer.err), said);
    QVERIFY(lab.world().migrations.empty());
}

void TstMigration::anHaGuestGoesThroughTheCluster()
{
    Scenario lab;
    const Answer answer = lab.command("node1", "qm migrate 100 node2 --online");
    QVERIFY2(answer.out.rfind("Executing HA migrate for VM 100 to node node2\nTrying to migrate "
                              "pvevm:100 to node2...",
                              0)
                 == 0,
             answer.out.c_str());
    QVERIFY(lab.when([&] { return lab.world().services[0].state == ServiceState::Started; }, 60)
            > 0);
    QCOMPARE(lab.world().services[0].owner, 2);
    QCOMPARE(hostOf(guest(lab, 100)), 2);
}

void TstMigration::aFailedServiceMigrationStaysStarted()
{
    Scenario lab;
    QCOMPARE(lab.event("service-migrate 100 node2"), QString());
    lab.run(4);
    lab.event("guest-migrate-cancel 100");
    QCOMPARE(lab.world().services[0].state, ServiceState::Started);
    QCOMPARE(lab.world().services[0].owner, 1);
}

void TstMigration::aStoppedGuestMovesAtOnce()
{
    Scenario lab;
    lab.event("guest-stop 103");
    QCOMPARE(lab.command("node2", "qm migrate 103 node1").exit, 0);
    QCOMPARE(guest(lab, 103).configNode, 1);
    QCOMPARE(hostOf(guest(lab, 103)), 0);
}

BINOME_TEST(TstMigration)
#include "tst_migration.moc"
