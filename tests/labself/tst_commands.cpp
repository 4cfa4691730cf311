// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QRegularExpression>
#include <QTest>

using namespace Lab;

// Each command's lines come from the state: an event changes the state, and the line with it.
class TstCommands : public QObject
{
    Q_OBJECT

private slots:
    void aLineFollowsItsState_data();
    void aLineFollowsItsState();
    void exitStatusFollowsTheState_data();
    void exitStatusFollowsTheState();
    void clustatCutsAtEightyColumns();
    void clustatXmlOfAnInquorateNodeBreaksTheTag();
    void clustatSaysStartedOnADeadOwnerUntilItIsFenced();
    void lvmReportsWithSeparatorAndBytes();
    void lvmNeedsAPrimary();
    void drbdsetupRefusesWhatTheKernelRefuses();
    void commandsAreOnTheirMachineOnly();
    void aFileFollowsItsState_data();
    void aFileFollowsItsState();
    void noPasswordInAnyCommandsOutput();
};

void TstCommands::aLineFollowsItsState_data()
{
    QTest::addColumn<QString>("machine");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("event");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *name, const char *machine, const char *command,
                        const char *before, const char *event, double seconds, const char *after) {
        QTest::newRow(name) << QString::fromLatin1(machine) << QString::fromLatin1(command)
                            << QString::fromLatin1(before) << QString::fromLatin1(event) << seconds
                            << QString::fromLatin1(after);
    };
    row("cman status nodes", "node1", "cman_tool status", "\nNodes: 2\n", "cman-stop node2", 0.1,
        "\nNodes: 1\n");
    row("cman status disk", "node1", "cman_tool status",
        "\nQuorum device votes: 1\nTotal votes: 3\n", "qdisk-loss", 55,
        "\nExpected votes: 3\nTotal votes: 2\n");
    row("cman status blocked", "node1", "cman_tool status", "\nQuorum: 2  \n", "cut lan:node1", 57,
        "\nQuorum: 2 Activity blocked\n");
    row("cman status version", "node1", "cman_tool status", "\nConfig Version: 5\n",
        "set config-version 6", 0.1, "\nConfig Version: 6\n");
    row("cman status ports", "node1", "cman_tool status", "Ports Bound: 0 177 178  \n",
        "rgmanager-stop node1", 0.1, "Ports Bound: 0 178  \n");
    row("cman status expected", "node1", "cman_tool status", "\nExpected votes: 3\n",
        "set expected-votes 1", 0.1, "\nExpected votes: 1\n");
    row("cman status two_node", "node1", "cman_tool status", "\nFlags: \n", "set two-node 1", 0.1,
        "\nFlags: 2node \n");
    row("cman nodes", "node1", "cman_tool nodes", "   2   M      8   ", "cman-stop node2", 0.1,
        "   2   X      8                        node2\n");
    row("cman nodes disk", "node1", "cman_tool nodes", "   0   M      0   ", "qdisk-loss", 55,
        "   0   X      0                        /dev/block/8:33\n");
    row("cman nodes -F", "node1", "cman_tool nodes -F id,type,state,name", "2 M Member node2 \n",
        "cman-stop node2", 0.1, "2 X Dead node2 \n");
    row("cman version", "node2", "cman_tool version", "6.2.0 config 5\n", "set config-version 12",
        0.1, "6.2.0 config 12\n");
    row("pvecm status", "node1", "pvecm status", "\nTotal votes: 3\n", "cman-stop node2", 0.1,
        "\nTotal votes: 2\n");
    row("pvecm nodes", "node1", "pvecm nodes", "   2   M      8   ", "cman-stop node2", 0.1,
        "   2   X      8");
    row("clustat offline", "node1", "clustat", "2 Online, rgmanager\n", "cman-stop node2", 0.1,
        "2 Offline\n");
    row("clustat disk", "node1", "clustat", "0 Online, Quorum Disk\n", "qdisk-loss", 55,
        "0 Offline, Quorum Disk\n");
    row("clustat inquorate", "node1", "clustat", "Member Status: Quorate\n", "cut lan:node1", 57,
        "Member Status: Inquorate\n");
    row("clustat states refused", "node1", "clustat", "pvevm:100", "cut lan:node1", 57,
        "Service states unavailable: Operation requires quorum\n");
    row("clustat disabled", "node1", "clustat",
        " pvevm:100                      node1                          started       \n",
        "service-disable 100", 0.1,
        " pvevm:100                      (node1)                        disabled      \n");
    row("clustat frozen", "node1", "clustat",
        " pvevm:100                      node1                          started       \n",
        "service-freeze 100", 0.1, "started    [Z]\n");
    row("clustat without rgmanager", "node1", "clustat", "Service Name", "rgmanager-stop node1",
        0.1, "1 Online, Local\n");
    row("clustat migrating", "node2", "clustat",
        " pvevm:100                      node1                          started",
        "service-migrate 100 node2", 1, "node1                          migrating");
    row("clustat -x", "node1", "clustat -f -x",
        "name=\"pvevm:100\" state=\"112\" state_str=\"started\"", "service-disable 100", 0.1,
        "name=\"pvevm:100\" state=\"119\" state_str=\"disabled\" flags=\"0\" flags_str=\"\" "
        "owner=\"none\" last_owner=\"node1\"");
    row("clustat -l", "node1", "clustat -l", "pvevm:100\n  Current State   : started (112)\n",
        "service-disable 100", 0.1, "  Current State   : disabled (119)\n");
    row("fence_tool members", "node1", "fence_tool ls", "members       1 2 \n", "fence-leave node2",
        0.1, "members       1 \n");
    row("fence_tool victim", "node1", "fence_tool ls", "victim count  0\nvictim now    0\n",
        "power-cut node2 --with-bmc", 57, "victim count  1\nvictim now    2\n");
    row("fence_tool wait", "node1", "fence_tool ls", "wait state    none\n",
        "power-cut node2 --with-bmc", 57, "wait state    fencing\n");
    row("fence_tool -n", "node1", "fence_tool ls -n", "nodeid 2 member 1 victim 0",
        "power-cut node2 --with-bmc", 57, "nodeid 2 member 0 victim 1");
    row("drbdadm role", "node1", "drbdadm role r1", "Primary/Primary\n", "drbd-secondary node2 r1",
        0.1, "Primary/Secondary\n");
    row("drbdadm cstate", "node1", "drbdadm cstate r1", "Connected\n", "cut drbd", 11,
        "WFConnection\n");
    row("drbdadm dstate", "node1", "drbdadm dstate r2", "UpToDate/UpToDate\n",
        "disk-detach node1 r2", 0.1, "Diskless/UpToDate\n");
    row("qm list", "node1", "qm list",
        "       100 intranet             running    2048              20.00 2300",
        "service-disable 100", 0.1,
        "       100 intranet             stopped    2048              20.00 0");
    row("qm status", "node1", "qm status 100", "status: running\n", "service-disable 100", 0.1,
        "status: stopped\n");
    row("qm status verbose", "node2", "qm status 103 --verbose", "qmpstatus: running\n",
        "guest-pause 103", 0.1, "qmpstatus: paused\nstatus: running\n");
    row("qm status io error", "node2", "qm status 103 --verbose", "qmpstatus: running\n",
        "guest-io-error 103", 0.1, "qmpstatus: io-error\n");
    row("qm config", "node2", "qm config 103", "onboot: 1\n", "set guest-onboot 103:0", 0.1,
        "onboot: 0\n");
    row("lvs open", "node2", "lvs --noheadings -o lv_name,lv_attr --separator |",
        "vm-103-disk-1|-wi-ao--\n", "guest-stop 103", 0.1, "vm-103-disk-1|-wi-a---\n");
    row("tgt session", "quorum", "tgt-admin -s", "I_T nexus: 2\n", "power-cut node2", 0.1,
        "IP Address: 127.99.1.11\n    LUN information:");
    row("tgtadm session", "quorum", "tgtadm --lld iscsi --mode target --op show", "I_T nexus: 1\n",
        "cut iscsi:node1", 0.1, "I_T nexus information:\n        I_T nexus: 2\n");
    row("iscsiadm", "node1", "iscsiadm -m session -P 1", "iSCSI Session State: LOGGED_IN\n",
        "cut iscsi:node1", 11, "iSCSI Session State: FAILED\n");
    row("mkqdisk", "node1", "mkqdisk -L", "Label:                pve_quorum\n", "qdisk-loss", 0.1,
        "mkqdisk v3.2.0\n\n");
    row("ping peer", "node1", "ping -c1 node2", "1 received, 0% packet loss", "cut lan", 0.1,
        "0 received, 100% packet loss");
    row("ping over drbd", "node1", "ping -c1 192.168.99.2", "1 received", "cut drbd", 0.1,
        "0 received");
    row("ping quorum", "quorum", "ping -c1 node1", "1 received", "cut lan:node1", 0.1,
        "0 received");
}

void TstCommands::aLineFollowsItsState()
{
    QFETCH(QString, machine);
    QFETCH(QString, command);
    QFETCH(QString, before);
    QFETCH(QString, event);
    QFETCH(double, seconds);
    QFETCH(QString, after);
    Scenario s;
    s.run(1);
    const QString first = s.out(machine.toStdString(), command.toStdString());
    QVERIFY2(first.contains(before), qPrintable(first));
    QVERIFY2(!first.contains(after) || after == QStringLiteral("mkqdisk v3.2.0\n\n"),
             qPrintable(first));
    QCOMPARE(s.event(event.toStdString()), QString());
    s.run(seconds);
    const QString second = s.out(machine.toStdString(), command.toStdString());
    QVERIFY2(second.contains(after), qPrintable(second));
    QVERIFY2(!second.contains(before), qPrintable(second));
}

void TstCommands::exitStatusFollowsTheState_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<int>("before");
    QTest::addColumn<QString>("event");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("after");
    const auto row
        = [](const char *command, int before, const char *event, double seconds, int after) {
              QTest::newRow(command) << QString::fromLatin1(command) << before
                                     << QString::fromLatin1(event) << seconds << after;
          };
    row("cman_tool status", 0, "cman-stop node1", 0.1, 1);
    row("clustat -Q", 0, "cut lan:node1", 57, 1);
    row("clustat -s pvevm:100", 0, "service-disable 100", 0.1, 119);
    row("clustat -s 100", 255, "service-disable 100", 0.1, 255);
    row("clustat", 0, "rgmanager-stop node1", 1, 0);
    row("clustat -m node2", 0, "cman-stop node2", 0.1, 1);
    row("clustat -x -i 2", 1, "cman-stop node2", 0.1, 1);
    row("fence_tool ls", 0, "fence-leave node1", 0.1, 1);
    row("qm status 999", 255, "cman-stop node2", 0.1, 255);
    row("clusvcadm -d pvevm:101", 0, "cut lan:node1", 57, 247);
    row("drbdadm secondary r1", 11, "service-disable 100", 0.1, 11); // 101 holds it as well
    row("drbdadm role r9", 10, "cman-stop node2", 0.1, 10);
    row("ping -c1 node2", 0, "power-cut node2", 0.1, 1);
    row("pvs -o nonsense", 3, "cman-stop node2", 0.1, 3);
}

void TstCommands::exitStatusFollowsTheState()
{
    QFETCH(QString, command);
    QFETCH(int, before);
    QFETCH(QString, event);
    QFETCH(double, seconds);
    Scenario s;
    s.run(1);
    QCOMPARE(s.command("node1", command.toStdString()).exit, before);
    s.event(event.toStdString());
    s.run(seconds);
    QTEST(s.command("node1", command.toStdString()).exit, "after");
}

void TstCommands::clustatCutsAtEightyColumns()
{
    Scenario s;
    s.change().nodes[1].name = std::string(50, 'n');
    const QString text = s.out("node1", "clustat");
    QVERIFY(text.contains(QLatin1Char(' ') + QString(40, QLatin1Char('n'))
                          + QStringLiteral("    2 Online")));
    QVERIFY(text.contains(QString(30, QLatin1Char('n')) + QStringLiteral(" started")));
    QVERIFY(!text.contains(QString(41, QLatin1Char('n'))));
}

void TstCommands::clustatXmlOfAnInquorateNodeBreaksTheTag()
{
    Scenario s;
    s.event("cut lan:node1");
    s.run(57);
    QVERIFY(s.out("node1", "clustat -fx")
                .contains(QStringLiteral("<quorum quorate=\"0\"\n groupmember=\"0\"/>")));
}

void TstCommands::clustatSaysStartedOnADeadOwnerUntilItIsFenced()
{
    Scenario s;
    s.event("power-cut node1 --with-bmc");
    s.run(200);
    QVERIFY(s.out("node2", "clustat")
                .contains(QRegularExpression(QStringLiteral("pvevm:100 +node1 +started"))));
    s.event("bmc-heal node1");
    s.run(60);
    QVERIFY2(s.out("node2", "clustat")
                 .contains(QRegularExpression(QStringLiteral("pvevm:100 +node2 +started"))),
             qPrintable(s.log()));
}

void TstCommands::lvmReportsWithSeparatorAndBytes()
{
    Scenario s;
    QCOMPARE(s.out("node1",
                   "vgs --noheadings --nosuffix --units b --separator | -o vg_name,vg_size,vg_free")
                 .section(QLatin1Char('\n'), 0, 0),
             QStringLiteral("  drbd1vg|89997180928|34162606080"));
    QVERIFY(
        s.out("node1", "pvs").startsWith(QStringLiteral("  PV         VG      Fmt  Attr PSize")));
}

void TstCommands::lvmNeedsAPrimary()
{
    Scenario s;
    s.event("drbd-secondary node2 r1");
    const Answer answer = s.command("node2", "pvs --noheadings -o pv_name");
    QVERIFY(!QString::fromStdString(answer.out).contains(QStringLiteral("/dev/drbd1")));
    QVERIFY(QString::fromStdString(answer.err)
                .contains(QStringLiteral("/dev/drbd1: open failed: Wrong medium type")));
}

void TstCommands::drbdsetupRefusesWhatTheKernelRefuses()
{
    Scenario s;
    const QString held = QString::fromStdString(s.command("node1", "drbdadm secondary r1").err);
    QVERIFY2(held.contains(QStringLiteral("(-12) Device is held open by someone")),
             qPrintable(held));
    QCOMPARE(s.command("node1", "drbdadm connect r1").exit, 10);
    QCOMPARE(s.command("node2", "drbdadm disconnect r1").exit, 0);
    QCOMPARE(s.out("node2", "drbdadm cstate r1"), QStringLiteral("StandAlone\n"));
}

void TstCommands::commandsAreOnTheirMachineOnly()
{
    Scenario s;
    QCOMPARE(s.command("quorum", "clustat").exit, 127);
    QCOMPARE(s.command("node1", "tgt-admin -s").exit, 127);
    QCOMPARE(s.out("quorum", "hostname"), QStringLiteral("quorum\n"));
    QCOMPARE(s.out("node2", "uname -n"), QStringLiteral("node2\n"));
    QVERIFY(s.out("node1", "ip -o -4 addr show")
                .contains(QStringLiteral("eth4    inet 192.168.99.1/24")));
    QVERIFY(!s.out("quorum", "ip -o addr").contains(QStringLiteral("eth4")));
    QVERIFY(s.out("node1", "drbdadm -V").contains(QStringLiteral("DRBDADM_VERSION=8.3.13\n")));
    QCOMPARE(s.out("node1", "drbdadm sh-resources"), QStringLiteral("r1 r2\n"));
    QCOMPARE(s.out("node1", "drbdadm sh-minor r2"), QStringLiteral("2\n"));
    QCOMPARE(s.out("node2", "drbdadm sh-ip r1"), QStringLiteral("192.168.99.2\n"));
    QCOMPARE(s.out("node2", "drbdadm sh-dev all"), QStringLiteral("/dev/drbd1\n/dev/drbd2\n"));
}

void TstCommands::aFileFollowsItsState_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("event");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<QString>("after");
    const auto row = [](const char *file, const char *before, const char *event, double seconds,
                        const char *after) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(before)
                            << QString::fromLatin1(event) << seconds << QString::fromLatin1(after);
    };
    row("etc/pve/.vmlist", "\"102\": { \"node\": \"node2\"", "power-cut node2", 90,
        "\"102\": { \"node\": \"node1\"");
    row("etc/pve/.members", "\"quorate\": 1", "cut lan:node1", 57, "\"quorate\": 0");
    row("etc/pve/cluster.conf", "config_version=\"5\"", "set file-version 6", 0.1,
        "config_version=\"6\"");
    row("etc/cluster/cluster.conf", "<device name=\"ipminode1\"/>", "set fence-action off", 0.1,
        "<device name=\"ipminode1\" action=\"off\"/>");
    row("sys/class/net/eth0/carrier", "1\n", "cut lan:node1", 0.1, "0\n");
    row("sys/class/net/eth4/operstate", "up\n", "cut drbd", 0.1, "down\n");
    row("proc/uptime", "1.00 3.00\n", "heal lan", 5, "6.00 18.00\n");
    row("var/run/qemu-server/100.pid", "2300\n", "service-disable 100", 0.1, "");
    row("proc/2301/comm", "kvm\n", "service-disable 101", 0.1, "");
    row("proc/drbd", "cs:Connected", "cut drbd", 11, "cs:WFConnection");
}

void TstCommands::aFileFollowsItsState()
{
    QFETCH(QString, file);
    QFETCH(QString, before);
    QFETCH(QString, event);
    QFETCH(double, seconds);
    QFETCH(QString, after);
    Scenario s;
    s.run(1);
    QVERIFY2(s.file("node1", file.toStdString()).contains(before),
             qPrintable(s.file("node1", file.toStdString())));
    QCOMPARE(s.event(event.toStdString()), QString());
    s.run(seconds);
    const QString text = s.file("node1", file.toStdString());
    QVERIFY2(after.isEmpty() ? text.isEmpty() : text.contains(after), qPrintable(text));
    QVERIFY2(!text.contains(before), qPrintable(text));
}

// The password of a BMC stands in cluster.conf, where it belongs, and nowhere else.
void TstCommands::noPasswordInAnyCommandsOutput()
{
    Scenario s;
    s.change().nodes[0].bmc.password = "correct-horse";
    s.change().nodes[1].bmc.password = "correct-horse";
    for (const char *line :
         {"cman_tool status", "clustat -x", "fence_tool ls -n", "qm list", "pvecm status"})
        QVERIFY(!s.out("node1", line).contains(QStringLiteral("correct-horse")));
    QVERIFY(s.file("node1", "etc/cluster/cluster.conf")
                .contains(QStringLiteral("passwd=\"correct-horse\"")));
}

BINOME_TEST(TstCommands)
#include "tst_commands.moc"
