// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layoutfixture.h"
#include "tests/testmain.h"

// What the tools of the cluster print in one state after another, against fixtures/cluster/NAME.txt
// with every number masked, as tst_drbdtexts does for replication.
class TstLayouts : public QObject
{
    Q_OBJECT

private slots:
    void textsAreAsTheToolsPrintThem_data();
    void textsAreAsTheToolsPrintThem();
};

namespace
{

void row(const char *name, const char *events, const char *query, const char *machine = "node1")
{
    QTest::newRow(name) << QString::fromLatin1(events) << QString::fromLatin1(machine)
                        << QString::fromLatin1(query);
}

void clustatRows()
{
    const char *states = "service-disable 100;service-freeze 102;service-migrate 101 node2;1";
    row("clustat", "1", "clustat");
    row("clustat-states", states, "clustat");
    row("clustat-offline", "cman-stop node2;1", "clustat");
    row("clustat-no-rgmanager", "rgmanager-stop node1;1", "clustat");
    row("clustat-inquorate", "cut lan:node1;57", "clustat");
    row("clustat-no-disk", "qdisk-loss;55", "clustat");
    row("clustat-long", states, "clustat -l");
    row("clustat-xml", states, "clustat -x");
    row("clustat-xml-fast", states, "clustat -fx");
    row("clustat-xml-inquorate", "cut lan:node1;57", "clustat -x");
    row("clustat-xml-no-rgmanager", "rgmanager-stop node1;1", "clustat -x");
    row("clustat-service", states, "clustat -s pvevm:100");
    row("clustat-service-long", states, "clustat -l -s pvevm:100");
    row("clustat-no-such-service", "1", "clustat -s 100");
    row("clustat-member", "cman-stop node2;1", "clustat -m node2");
    row("clustat-no-such-member", "1", "clustat -m node9");
    row("clustat-no-cman", "cman-stop node2;1", "clustat", "node2");
}

void cmanRows()
{
    row("cman-status", "1", "cman_tool status");
    row("cman-status-inquorate", "cut lan:node1;57", "cman_tool status");
    row("cman-status-two-node", "set two-node 1;1", "cman_tool status");
    row("cman-status-no-rgmanager", "rgmanager-stop node1;1", "cman_tool status");
    row("cman-status-no-cman", "cman-stop node2;1", "cman_tool status", "node2");
    row("pvecm-status", "1", "pvecm status");
    row("cman-nodes", "1", "cman_tool nodes");
    row("cman-nodes-dead", "cman-stop node2;1", "cman_tool nodes");
    row("cman-nodes-no-disk", "qdisk-loss;55", "cman_tool nodes");
    row("cman-nodes-addresses", "1", "cman_tool nodes -a");
    row("cman-nodes-fields", "cman-stop node2;1",
        "cman_tool nodes -F id,type,votes,exp,state,name,addr");
    row("cman-version", "1", "cman_tool version");
    row("cman-services", "1", "cman_tool services");
    row("fence-ls", "1", "fence_tool ls");
    row("fence-ls-all", "1", "fence_tool ls -n");
    row("fence-ls-fencing", "power-cut node2 --with-bmc;57", "fence_tool ls -n");
    row("fence-ls-no-domain", "cman-stop node2;1", "fence_tool ls", "node2");
    row("mkqdisk", "1", "mkqdisk -L");
    row("cluster-conf", "1", "/etc/pve/cluster.conf");
    row("members", "1", "/etc/pve/.members");
    row("members-offline", "cman-stop node2;1", "/etc/pve/.members");
    row("vmlist", "1", "/etc/pve/.vmlist");
}

void serviceRows()
{
    row("clusvcadm-disable", "1", "clusvcadm -d pvevm:100");
    row("clusvcadm-enable", "service-disable 100;1", "clusvcadm -e pvevm:100");
    row("clusvcadm-enable-on", "service-disable 100;1", "clusvcadm -e pvevm:100 -m node1");
    row("clusvcadm-already", "1", "clusvcadm -e pvevm:100");
    row("clusvcadm-migrate", "1", "clusvcadm -M pvevm:100 -m node2");
    row("clusvcadm-relocate", "1", "clusvcadm -r pvevm:100 -m node2");
    row("clusvcadm-restart", "1", "clusvcadm -R pvevm:100");
    row("clusvcadm-stop", "1", "clusvcadm -s pvevm:100");
    row("clusvcadm-freeze", "1", "clusvcadm -Z pvevm:100");
    row("clusvcadm-frozen", "service-freeze 100;1", "clusvcadm -d pvevm:100");
    row("clusvcadm-no-such-service", "1", "clusvcadm -d pvevm:900");
    row("clusvcadm-no-such-member", "1", "clusvcadm -M pvevm:100 -m elsewhere");
    row("clusvcadm-closest-member", "cman-stop node2;1", "clusvcadm -M pvevm:100 -m node2.lan");
    row("clusvcadm-inquorate", "cut lan:node1;57", "clusvcadm -d pvevm:100");
    row("clusvcadm-no-rgmanager", "rgmanager-stop node1;1", "clusvcadm -d pvevm:100");
    row("clusvcadm-locks", "1", "clusvcadm -S");
}

void guestRows()
{
    row("qm-list", "1", "qm list");
    row("qm-status", "1", "qm status 100");
    row("qm-status-paused", "guest-pause 100;1", "qm status 100");
    row("qm-status-verbose", "1", "qm status 100 --verbose");
    row("qm-status-verbose-stopped", "service-disable 100;1", "qm status 100 --verbose");
    row("qm-config", "1", "qm config 100");
    row("qm-no-such-guest", "1", "qm status 900");
    row("qm-migrate", "1", "qm migrate 103 node1 --online", "node2");
    row("qm-migrate-managed", "1", "qm migrate 100 node2 --online");
    row("qm-migrate-fails", "drbd-secondary node1 r2;1", "qm migrate 103 node1 --online", "node2");
}

void machineRows()
{
    row("pvs-fields", "1",
        "pvs --noheadings --nosuffix --units b --separator | -o "
        "pv_name,vg_name,pv_size,pv_free,pv_attr");
    row("vgs-fields", "1",
        "vgs --noheadings --nosuffix --units b --separator | -o "
        "vg_name,vg_size,vg_free,vg_attr,vg_seqno");
    row("addresses", "1", "ip -o -4 addr show");
    row("carrier", "1", "/sys/class/net/eth4/carrier");
    row("received", "1", "/sys/class/net/eth4/statistics/rx_bytes");
    row("uptime", "1", "/proc/uptime");
}

} // namespace

void TstLayouts::textsAreAsTheToolsPrintThem_data()
{
    QTest::addColumn<QString>("events");
    QTest::addColumn<QString>("machine");
    QTest::addColumn<QString>("query");
    clustatRows();
    cmanRows();
    serviceRows();
    guestRows();
    machineRows();
}

void TstLayouts::textsAreAsTheToolsPrintThem()
{
    QFETCH(QString, events);
    QFETCH(QString, machine);
    QFETCH(QString, query);
    Scenario s;
    QVERIFY(LayoutFixture::play(s, events, machine));
    LayoutFixture::compare(QStringLiteral("cluster"), LayoutFixture::asked(s, query, machine));
}

BINOME_TEST(TstLayouts)
#include "tst_layouts.moc"
