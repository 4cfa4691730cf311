// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario.h"
#include "tests/testmain.h"

#include <QTest>

#include <random>

using namespace Lab;

// Any events in any order: what may never be the case is never the case, and a repaired cluster
// runs its guests again.
class TstAnyorder : public QObject
{
    Q_OBJECT

private slots:
    void nothingImpossibleHappens_data();
    void nothingImpossibleHappens();

private:
    static QString impossible(const World &world);
    static void printEverything(Scenario &scenario);
    static void repair(Scenario &scenario);
    static bool runsEverything(const World &world);
};

namespace
{

// No start by hand: that a person can start a guest twice is another matter.
const std::vector<std::string> events{"kill node1",
                                      "kill node2",
                                      "power-cut node1",
                                      "power-cut node2 --with-bmc",
                                      "power-cut node2",
                                      "boot node1",
                                      "boot node2",
                                      "hang node1",
                                      "unhang node1",
                                      "hang node2",
                                      "unhang node2",
                                      "cut lan",
                                      "heal lan",
                                      "cut lan:node1",
                                      "heal lan:node1",
                                      "cut lan:node2",
                                      "heal lan:node2",
                                      "cut drbd",
                                      "heal drbd",
                                      "cut iscsi:node1",
                                      "heal iscsi:node1",
                                      "cut ipmi:node1",
                                      "heal ipmi:node1",
                                      "qdisk-loss",
                                      "qdisk-return",
                                      "bmc-cut node1",
                                      "bmc-heal node1",
                                      "kill quorum",
                                      "power-cut quorum",
                                      "boot quorum",
                                      "cman-stop node1",
                                      "cman-start node1",
                                      "rgmanager-stop node2",
                                      "rgmanager-start node2",
                                      "shutdown node1",
                                      "skip-wait node1",
                                      "skip-wait node2",
                                      "service-disable 100",
                                      "service-enable 100",
                                      "service-migrate 101 node2",
                                      "service-migrate 101 node1",
                                      "guest-stop 102",
                                      "disk-detach node1 r1",
                                      "disk-attach node1 r1",
                                      "drbd-disconnect node2 r2",
                                      "drbd-connect node2 r2",
                                      "drbd-secondary node2 r1",
                                      "drbd-primary node2 r1",
                                      "drbd-verify node1 r2",
                                      "drbd-invalidate node2 r1",
                                      "drbd-pause node1 r1",
                                      "drbd-resume node1 r1",
                                      "set expected-votes 1",
                                      "set expected-votes 3",
                                      "set fence-action off",
                                      "set fence-action reboot"};

} // namespace

void TstAnyorder::nothingImpossibleHappens_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 60; ++seed)
        QTest::addRow("%u", seed) << seed;
}

QString TstAnyorder::impossible(const World &world)
{
    for (const Service &service : world.services) {
        const Guest &guest = *world.guest(service.vmid);
        if (runsOn(guest, 1) && runsOn(guest, 2) && service.state != ServiceState::Migrating)
            return QStringLiteral("guest %1 runs twice").arg(guest.vmid);
        if (service.state == ServiceState::Started && service.owner == 0)
            return QStringLiteral("started and owned by nobody");
    }
    for (const Resource &resource : world.resources) {
        for (const Node &node : world.nodes) {
            const DrbdSide &side = resource.side(node.id);
            if (side.outOfSyncKiB > resource.sizeKiB || side.sync.leftKiB > side.sync.totalKiB)
                return QStringLiteral("more out of sync than there is");
            if (node.stage != Stage::Up && side.connection != Connection::Unconfigured)
                return QStringLiteral("DRBD lives on a dead node");
        }
    }
    for (const Node &node : world.nodes) {
        if (node.stage != Stage::Up && (node.cman || node.rgmanager || node.view.quorate))
            return QStringLiteral("daemons live on a dead node");
    }
    return {};
}

void TstAnyorder::printEverything(Scenario &scenario)
{
    for (const char *machine : {"node1", "node2"}) {
        for (const char *command : {"cman_tool status", "cman_tool nodes", "clustat", "clustat -fx",
                                    "fence_tool ls -n", "qm list", "pvs", "lvs"})
            scenario.out(machine, command);
        scenario.file(machine, "proc/drbd");
    }
}

// What an administrator would do at the end of such a night.
void TstAnyorder::repair(Scenario &s)
{
    for (const std::string link :
         {"lan", "lan:node1", "lan:node2", "drbd", "iscsi:node1", "ipmi:node1"})
        s.event("heal " + link);
    for (const char *line :
         {"qdisk-return", "boot quorum", "set expected-votes 3", "set fence-action reboot",
          "bmc-heal node1", "bmc-heal node2", "unhang node1", "unhang node2"})
        s.event(line);
    s.event("power-cut node1");
    s.event("power-cut node2");
    s.run(10);
    s.event("boot node1");
    s.event("boot node2");
    s.run(70);
    for (const Resource &resource : s.change().resources) {
        s.event("disk-attach node1 " + resource.name);
        s.event("disk-attach node2 " + resource.name);
        if (resource.side(1).disk != Disk::UpToDate && resource.side(2).disk != Disk::UpToDate)
            s.event("drbd-force-primary node1 " + resource.name); // no good copy is left
        if (connected(resource.side(1).connection))
            continue;
        s.event("drbd-disconnect node1 " + resource.name);
        s.event("drbd-disconnect node2 " + resource.name);
        const int loser = resource.side(1).disk == Disk::UpToDate ? 2 : 1;
        s.event("drbd-secondary node" + std::to_string(loser) + " " + resource.name);
        s.event("drbd-discard node" + std::to_string(loser) + " " + resource.name);
        s.event("drbd-connect node" + std::to_string(3 - loser) + " " + resource.name);
    }
    s.run(120);
    for (const Resource &resource : s.change().resources) {
        for (const char *node : {"node1", "node2"}) {
            s.event(std::string("disk-attach ") + node + " " + resource.name);
            s.event(std::string("drbd-primary ") + node + " " + resource.name);
        }
    }
    for (const char *vmid : {"100", "101", "102"})
        s.event(std::string("service-enable ") + vmid);
    s.run(4000);
}

bool TstAnyorder::runsEverything(const World &world)
{
    for (const Service &service : world.services) {
        if (service.state != ServiceState::Started
            || !runsOn(*world.guest(service.vmid), service.owner))
            return false;
    }
    return true;
}

void TstAnyorder::nothingImpossibleHappens()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    Scenario s;
    QString story;
    for (int i = 0; i < 60; ++i) {
        const std::string &event = events.at(random() % events.size());
        const double pause = static_cast<double>(random() % 400) / 10;
        story += QStringLiteral("%1 %2\n").arg(s.now()).arg(QString::fromStdString(event));
        s.event(event);
        for (double rest = pause; rest > 0; rest -= 1) {
            s.run(1);
            const QString wrong = impossible(s.world());
            QVERIFY2(
                wrong.isEmpty(),
                qPrintable(wrong + QLatin1Char('\n') + s.log().right(1000) + story.right(500)));
        }
        printEverything(s);
    }
    repair(s);
    QVERIFY2(runsEverything(s.world()),
             qPrintable(s.file("node2", "proc/drbd") + s.file("node1", "proc/drbd")
                        + s.log().right(1200)));
}

BINOME_TEST(TstAnyorder)
#include "tst_anyorder.moc"
