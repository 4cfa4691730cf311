// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layoutfixture.h"
#include "tests/testmain.h"

// What the tools print in one state after another, against fixtures/replication/NAME.txt with every
// number masked: the layouts agree with the real tools' and must not drift from them. After a
// wanted change BINOME_FIXTURE_UPDATE=1 writes them anew, and the review reads the difference.
class TstDrbdtexts : public QObject
{
    Q_OBJECT

private slots:
    void textsAreAsTheToolsPrintThem_data();
    void textsAreAsTheToolsPrintThem();
};

void TstDrbdtexts::textsAreAsTheToolsPrintThem_data()
{
    QTest::addColumn<QString>("events"); // separated by semicolons; a number waits seconds
    QTest::addColumn<QString>("machine");
    QTest::addColumn<QString>("query"); // a command, or a path that begins with a slash
    const auto row = [](const char *name, const char *events, const char *query,
                        const char *machine = "node1") {
        QTest::newRow(name) << QString::fromLatin1(events) << QString::fromLatin1(machine)
                            << QString::fromLatin1(query);
    };
    const char *proc = "/proc/drbd";
    row("dual-primary", "1", proc);
    row("one-primary", "drbd-secondary node2 r1", proc);
    row("both-secondary",
        "service-disable 100;service-disable 101;1;!vgchange -an drbd1vg;drbd-secondary node1 r1;"
        "drbd-secondary node2 r1",
        proc);
    row("writing", "cut drbd;5", proc);
    row("cut-unnoticed", "7;cut drbd;3", proc);
    row("cut-noticed", "cut drbd;11", proc);
    row("network-failure", "7;cut drbd;10.51", proc);
    row("report-params", "cut drbd;11;heal drbd;2.01", proc);
    row("secondary-alone", "drbd-secondary node2 r1;cut drbd;11", proc, "node2");
    row("disconnected", "drbd-disconnect node2 r1;1", proc, "node2");
    row("peer-disconnected", "drbd-disconnect node2 r1;1", proc);
    row("tear-down", "drbd-disconnect node2 r1", proc);
    row("split-brain", "split-brain r1 20480 30720;1", proc);
    row("sync-source", "drbd-invalidate node2 r1;31", proc);
    row("sync-target", "drbd-invalidate node2 r1;31", proc, "node2");
    row("starting-sync", "drbd-invalidate node2 r1", proc, "node2");
    row("paused-source", "drbd-invalidate node2 r1;20;drbd-pause node1 r1;1", proc);
    row("paused-target", "drbd-invalidate node2 r1;20;drbd-pause node1 r1;1", proc, "node2");
    row("small-sync",
        "drbd-secondary node2 r1;set guest-write-rate 100:40000;cut drbd;30;set guest-write-rate "
        "100:0;heal drbd;5",
        proc);
    row("verify-source", "drbd-verify node1 r1;31", proc);
    row("verify-target", "drbd-verify node1 r1;31", proc, "node2");
    row("verify-found", "drbd-hidden r1 3072;drbd-verify node1 r1;3000", proc);
    row("diskless-peer", "disk-detach node2 r1;10", proc);
    row("diskless", "disk-detach node2 r1;10", proc, "node2");
    row("attaching", "disk-detach node2 r1;10;disk-attach node2 r1", proc, "node2");
    row("peer-inconsistent", "drbd-invalidate node2 r1;20;drbd-disconnect node1 r1;1", proc);
    row("unconfigured", "drbd-secondary node2 r1;drbd-down node2 r1;1", proc, "node2");
    row("io-suspended",
        "drbd-secondary node2 r1;drbd-option r1 fencing resource-and-stonith;drbd-adjust node1 "
        "r1;cut drbd;12",
        proc);
    row("outdated", "drbd-secondary node2 r1;drbd-disconnect node2 r1;1;disk-outdate node2 r1",
        proc, "node2");
    row("both-inconsistent",
        "service-disable 100;service-disable 101;1;!vgchange -an drbd1vg;drbd-secondary node1 r1;"
        "drbd-secondary node2 r1;drbd-down node1 r1;drbd-down node2 r1;disk-create-md node1 r1;"
        "disk-create-md node2 r1;drbd-up node1 r1;drbd-up node2 r1;3",
        proc);
    row("reconnecting", "split-brain r1 4 4;1;drbd-connect node1 r1;1", proc);
    row("resolved",
        "split-brain r1 4096 400000;1;drbd-secondary node2 r1;drbd-discard node2 r1;drbd-connect "
        "node1 r1;4",
        proc);
    row("role", "1", "drbdadm role all");
    row("cstate", "split-brain r1 4 4;1", "drbdadm cstate all");
    row("dstate", "disk-detach node2 r1;1", "drbdadm dstate all");
    row("unconfigured-role", "drbd-secondary node2 r1;drbd-down node2 r1;1", "drbdadm role r1",
        "node2");
    row("status", "drbd-invalidate node2 r1;31", "drbdadm status");
    row("sh-status", "drbd-invalidate node2 r1;31", "drbdadm sh-status r1");
    row("dump", "1", "drbdadm dump all");
    row("show", "1", "drbdsetup 1 show");
    row("show-gi", "split-brain r1 4 4;1", "drbdadm show-gi r1");
    row("get-gi", "1", "drbdadm get-gi r1");
    row("common-file", "1", "/etc/drbd.d/global_common.conf");
    row("resource-file", "1", "/etc/drbd.d/r1.res");
    row("held-open", "1", "drbdadm secondary r1");
    row("no-such-resource", "1", "drbdadm role nosuch");
    row("kernel-verify", "drbd-hidden r1 3072;drbd-verify node1 r1;3000", "/var/log/kern.log");
    row("kernel-split-brain", "7;cut drbd;20;heal drbd;5", "/var/log/kern.log");
    row("kernel-discarded",
        "split-brain r1 4096 8;1;drbd-secondary node2 r1;drbd-discard node2 r1;drbd-connect node1 "
        "r1;10",
        "/var/log/kern.log", "node2");
    row("pvs", "1", "pvs");
    row("vgs", "1", "vgs");
    row("lvs", "1", "lvs");
    row("tgt", "1", "tgt-admin -s", "quorum");
    row("session", "1", "iscsiadm -m session");
    row("session-detail", "1", "iscsiadm -m session -P 3");
    row("session-recovers", "cut iscsi:node1;15", "iscsiadm -m session -P 1");
    row("session-given-up", "cut iscsi:node1;140", "iscsiadm -m session -P 1");
    row("logout", "1", "iscsiadm -m node -u");
    row("no-session", "1;!iscsiadm -m node -u", "iscsiadm -m session");
    row("login", "1;!iscsiadm -m node -u", "iscsiadm -m node -l");
    row("login-fails", "1;!iscsiadm -m node -u;cut iscsi:node1", "iscsiadm -m node -l");
}

void TstDrbdtexts::textsAreAsTheToolsPrintThem()
{
    QFETCH(QString, events);
    QFETCH(QString, machine);
    QFETCH(QString, query);
    Scenario s;
    QVERIFY(LayoutFixture::play(s, events, machine));
    LayoutFixture::compare(QStringLiteral("replication"), LayoutFixture::asked(s, query, machine));
}

BINOME_TEST(TstDrbdtexts)
#include "tst_drbdtexts.moc"
