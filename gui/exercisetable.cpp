// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/exercise.h"

#include <QCoreApplication>

#include <algorithm>

// The five incidents. A test on the lab solves each by the commands of its hints, which also leave
// it whole for the next.
namespace Gui
{
namespace
{
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

// ---- of the lab's truth

bool linkHeals(const Situation &s)
{
    return s.truth.cut.isEmpty();
}

bool same(const Situation &s)
{
    return copiesAreSame(s.truth);
}

bool bothSidesPrimary(const Situation &s)
{
    return std::all_of(s.truth.copies.cbegin(), s.truth.copies.cend(),
                       [](const LabCopy &copy) { return copy.primary; });
}

bool diverged(const Situation &s)
{
    return std::any_of(s.truth.copies.cbegin(), s.truth.copies.cend(),
                       [](const LabCopy &copy) { return copy.outOfSyncKiB > 0; })
        && !copiesAreSame(s.truth);
}

bool guestsRun(const Situation &s)
{
    return allGuestsRun(s.truth);
}

template <int id> bool runsOnNode2(const Situation &s)
{
    return s.truth.guests.value(id) == "node2"_L1;
}

bool node1WentDown(const Situation &s)
{
    return !s.truth.machines["node1"_L1].up;
}

bool node2WaitsForNobody(const Situation &s)
{
    const LabMachine node2 = s.truth.machines["node2"_L1];
    return node2.up && node2.victims == 0 && node2.members == 1;
}

bool bothAreMembers(const Situation &s)
{
    return s.truth.machines["node1"_L1].members == 2 && s.truth.machines["node2"_L1].members == 2;
}

bool quorumDiskLost(const Situation &s)
{
    return !s.truth.machines["node1"_L1].quorumDisk && !s.truth.machines["node2"_L1].quorumDisk;
}

bool quorumDiskVotes(const Situation &s)
{
    return s.truth.machines["node1"_L1].quorumDisk && s.truth.machines["node2"_L1].quorumDisk;
}

// ---- of what the console shows

bool consoleDataGreen(const Situation &s)
{
    return s.view.health.data.state == Core::VerdictState::Ok;
}

bool consoleServiceGreen(const Situation &s)
{
    return s.view.health.service.state == Core::VerdictState::Ok;
}

bool consoleSees100(const Situation &s)
{
    const Core::GuestView *guest = guestOf(s.view, 100);
    return guest && guest->hosts == QList<Core::NodeName>{Core::NodeName(u"node2"_s)};
}

template <int right> bool answered(const Situation &s)
{
    return s.answer == right;
}

// ---- the repairs that several incidents share

Hint plugAgain(const char *command)
{
    return {QT_TRANSLATE_NOOP("Gui::Exercise", "Plug the cable in again."), "", command};
}

QList<Hint> joinCopies()
{
    return {
        {QT_TRANSLATE_NOOP(
            "Gui::Exercise",
            "Both sides were Primary while they were apart: each is StandAlone now and waits for "
            "a person. For each resource choose the side that is sacrificed: the one where no "
            "guest ran.")},
        {QT_TRANSLATE_NOOP("Gui::Exercise",
                           "r1: the guests ran on node1, so node2's copy is sacrificed."),
         "node2", "drbdadm secondary r1 && drbdadm -- --discard-my-data connect r1"},
        {QT_TRANSLATE_NOOP("Gui::Exercise", "The kept side is told to listen again."), "node1",
         "drbdadm connect r1"},
        {QT_TRANSLATE_NOOP("Gui::Exercise",
                           "r2: the guests ran on node2, so node1's copy is sacrificed."),
         "node1", "drbdadm secondary r2 && drbdadm -- --discard-my-data connect r2"},
        {QT_TRANSLATE_NOOP("Gui::Exercise", "The kept side is told to listen again."), "node2",
         "drbdadm connect r2"},
        {QT_TRANSLATE_NOOP("Gui::Exercise",
                           "When both say UpToDate/UpToDate: Primary on both sides again."),
         "node2", "drbdadm primary r1"},
        {QT_TRANSLATE_NOOP("Gui::Exercise", "The same on the other node."), "node1",
         "drbdadm primary r2"},
    };
}

Exercise replicationCut()
{
    QList<Hint> hints{
        {QT_TRANSLATE_NOOP("Gui::Exercise",
                           "Look at both ends of the pipes: what does each node say?")},
        plugAgain("binome-lab heal drbd")};
    return {"replication",
            QT_TRANSLATE_NOOP("Gui::Exercise", "The replication cable"),
            QT_TRANSLATE_NOOP(
                "Gui::Exercise",
                "Somebody pulls the cable between the two nodes while both sides are Primary. "
                "Bring both copies of r1 and r2 together again; no guest may stop."),
            {{words("cut drbd")}},
            hints + joinCopies(),
            {{QT_TRANSLATE_NOOP("Gui::Exercise", "The cable is plugged in"), linkHeals},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "All guests run"), guestsRun},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Both copies are connected and up to date"), same},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Both sides are Primary"), bothSidesPrimary},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The console says so: data green"),
              consoleDataGreen}}};
}

Exercise plug()
{
    return {"plug",
            QT_TRANSLATE_NOOP("Gui::Exercise", "The plug of a node"),
            QT_TRANSLATE_NOOP(
                "Gui::Exercise",
                "node1 loses its only power supply, and its BMC with it. Nobody can prove that "
                "it is off, so its guests are not started again. Get guest 100 running on "
                "node2."),
            {{words("power-cut node1 --with-bmc")}},
            {{QT_TRANSLATE_NOOP(
                 "Gui::Exercise",
                 "The other node notices after the token, 54 seconds. Then it asks the dead BMC "
                 "again and again.")},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Whom does node2 wait for?"), "node2",
              "fence_tool ls"},
             {QT_TRANSLATE_NOOP(
                 "Gui::Exercise",
                 "A person must be the proof: go and look that node1 has no power. If it still "
                 "runs, both nodes will write.")},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Acknowledge the fencing by hand, on node2."),
              "node2", "echo absolutely | fence_ack_manual node1"},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "rgmanager starts the guests; look where."),
              "node2", "clustat"},
             {QT_TRANSLATE_NOOP(
                  "Gui::Exercise",
                  "Solved? Then node1 may have its power again: it boots, joins and catches up."),
              "", "binome-lab boot node1"}},
            {{QT_TRANSLATE_NOOP("Gui::Exercise", "node1 is dark"), node1WentDown, true},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "node2 waits for no victim any more"),
              node2WaitsForNobody, true},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Guest 100 runs on node2"), runsOnNode2<100>},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The console says so: guest 100 on node2"),
              consoleSees100}}};
}

Exercise splitBrain()
{
    QList<Hint> hints{
        {QT_TRANSLATE_NOOP(
            "Gui::Exercise",
            "Guest 101 ran on node2 while guest 100 ran on node1, and both live on r1: each side "
            "holds writes that the other has not. One of the two losses is chosen by a person; "
            "here node1's copy is kept.")},
        {QT_TRANSLATE_NOOP(
             "Gui::Exercise",
             "Nobody may write to the side that is sacrificed: guest 101 is disabled first (a "
             "qm stop would be undone by rgmanager)."),
         "node2", "clusvcadm -d pvevm:101"},
        {QT_TRANSLATE_NOOP(
             "Gui::Exercise",
             "What guest 101 wrote since the cut is saved now, or is lost. Then its volumes are "
             "closed: while they are open, DRBD stays Primary."),
         "node2", "vgchange -an drbd1vg"}};
    QList<Hint> after{{QT_TRANSLATE_NOOP("Gui::Exercise", "Guest 101 may start again."), "node2",
                       "clusvcadm -e pvevm:101"}};
    return {
        "splitbrain",
        QT_TRANSLATE_NOOP("Gui::Exercise", "A split brain with losses on both sides"),
        QT_TRANSLATE_NOOP(
            "Gui::Exercise",
            "Guest 101 is moved to node2, the replication cable fails for half a minute and "
            "comes back. Repair r1 and r2, keeping node1's copy of r1; at the end all "
            "guests run."),
        {{words("service-migrate 101 node2")}, {words("cut drbd"), 20s}, {words("heal drbd"), 30s}},
        hints + joinCopies() + after,
        {{QT_TRANSLATE_NOOP("Gui::Exercise", "Both sides of r1 hold writes of their own"), diverged,
          true},
         {QT_TRANSLATE_NOOP("Gui::Exercise", "Both copies are connected and up to date"), same},
         {QT_TRANSLATE_NOOP("Gui::Exercise", "Both sides are Primary"), bothSidesPrimary},
         {QT_TRANSLATE_NOOP("Gui::Exercise", "All guests run"), guestsRun},
         {QT_TRANSLATE_NOOP("Gui::Exercise", "The console says so: data green"),
          consoleDataGreen}}};
}

Exercise quorumServer()
{
    return {"quorum",
            QT_TRANSLATE_NOOP("Gui::Exercise", "The quorum server"),
            QT_TRANSLATE_NOOP(
                "Gui::Exercise",
                "The quorum server loses its power. Everything still runs: say what the next "
                "failure would do, then bring the server back."),
            {{words("power-cut quorum")}},
            {{QT_TRANSLATE_NOOP(
                 "Gui::Exercise",
                 "Three votes are expected: one a node, one of the quorum disk. Two are needed. "
                 "How many does a node have that is alone now?")},
             {QT_TRANSLATE_NOOP(
                  "Gui::Exercise",
                  "cman waits for quorum_dev_poll, here the token of 54 s, before it takes the "
                  "disk's vote away. Read the votes."),
              "node1", "cman_tool status"},
             {QT_TRANSLATE_NOOP(
                 "Gui::Exercise",
                 "A node without quorum fences nobody; rgmanager stops its own HA guests.")},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Give the server its power again."), "",
              "binome-lab boot quorum"}},
            {{QT_TRANSLATE_NOOP("Gui::Exercise", "The quorum disk was lost"), quorumDiskLost, true},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The question is answered rightly"), answered<1>},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The quorum disk votes on both nodes again"),
              quorumDiskVotes},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "All guests run"), guestsRun},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The console says so: service green"),
              consoleServiceGreen}},
            QT_TRANSLATE_NOOP("Gui::Exercise", "If node1 lost its network now, what would happen?"),
            {QT_TRANSLATE_NOOP("Gui::Exercise", "node2 fences node1 and starts its guests"),
             QT_TRANSLATE_NOOP("Gui::Exercise",
                               "Both nodes lose quorum: HA guests stop, nobody is fenced"),
             QT_TRANSLATE_NOOP("Gui::Exercise", "Nothing: a node alone keeps quorum")},
            1};
}

Exercise networkCut()
{
    return {"eth0",
            QT_TRANSLATE_NOOP("Gui::Exercise", "eth0 of the node with guest 100"),
            QT_TRANSLATE_NOOP(
                "Gui::Exercise",
                "The network cable of node1 is pulled; the replication cable and the BMC stay. "
                "Watch the fencing (it takes one to two minutes), see guest 100 start on node2, "
                "and bring node1 back until both copies are the same."),
            {{words("cut lan:node1")}},
            {{QT_TRANSLATE_NOOP(
                 "Gui::Exercise",
                 "node2 has two votes of three, with the quorum disk: it keeps quorum and fences "
                 "node1 by its BMC after the token of 54 seconds.")},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "What does fenced do?"), "node2", "fence_tool ls"},
             {QT_TRANSLATE_NOOP(
                  "Gui::Exercise",
                  "node1 was reset and boots, but cannot join without its network: plug the cable "
                  "in again."),
              "", "binome-lab heal lan:node1"},
             {QT_TRANSLATE_NOOP(
                 "Gui::Exercise",
                 "r1 and r2 are copied from node2 to node1 by themselves: wait for the end.")}},
            {{QT_TRANSLATE_NOOP("Gui::Exercise", "node1 was fenced"), node1WentDown, true},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Guest 100 runs on node2"), runsOnNode2<100>},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The cable is plugged in"), linkHeals},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "node1 is a member again"), bothAreMembers},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "Both copies are connected and up to date"), same},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The console says so: guest 100 on node2"),
              consoleSees100},
             {QT_TRANSLATE_NOOP("Gui::Exercise", "The console says so: data green"),
              consoleDataGreen}}};
}
} // namespace

const QList<Exercise> &exercises()
{
    static const QList<Exercise> all{replicationCut(), plug(), splitBrain(), quorumServer(),
                                     networkCut()};
    return all;
}
} // namespace Gui
