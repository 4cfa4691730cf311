// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/nodeplan.h"
#include "tests/fakecluster/fakeshell.h"
#include "tests/testmain.h"
#include "tests/unit/drbdsample.h"

#include <QTest>

using namespace Core;
using namespace Sample;
using namespace Testing;
using namespace Qt::StringLiterals;

namespace
{
ClusterSnapshot ready() // rgmanager runs on both nodes
{
    ClusterSnapshot s = whole();
    for (const int id : {1, 2}) {
        ClustatNode one;
        one.name = node(id);
        one.online = one.rgmanager = true;
        for (const int by : {1, 2})
            s.machines[node(by)].ha.value->nodes << one;
        s.machines[node(id)].uptime = told(node(id), "uptime", Uptime{std::chrono::hours(9)});
        BmcState state;
        state.power = PowerState::On;
        s.machines[node(id)].bmc.insert(Workstation(), {state, std::nullopt, {}});
    }
    return s;
}

Verb of(VerbKind kind, int id = 2)
{
    Verb verb;
    verb.kind = kind;
    verb.node = node(id);
    return verb;
}

ActionPlan plan(VerbKind kind, const ClusterSnapshot &s, int id = 2)
{
    return planNode(of(kind, id), s);
}

// A command that says 0 and does nothing.
CommandOutput idle()
{
    CommandOutput output;
    output.exitCode = 0;
    return output;
}

// Everything that was sent but the questions.
QStringList told(const FakeShell &shell)
{
    QStringList lines;
    for (const QString &line : shell.sent) {
        const QString words = line.section(u"# "_s, 1);
        if (!words.endsWith(u"status"_s) && !words.startsWith(u"qm config"_s)
            && !words.contains(u"meminfo"_s))
            lines << (words.contains(u"clusvcadm"_s) ? line.section(u'#', 0, 0) + u"# move"_s
                                                     : line);
    }
    return lines;
}
} // namespace

class TstNodePlan : public QObject
{
    Q_OBJECT
private slots:
    void maintenanceEmptiesThenLeavesInOrder();
    void maintenanceEndsInTheReverseOrder();
    void halfOfAReturnCanBeEnded();
    void whatStandsInTheWay_data();
    void whatStandsInTheWay();
    void whatCannotBeMovedBlocks();
    void theInterlockIsAskedAgainRightBeforeLeaving();
    void aGuestThatCameMeanwhileKeepsRgmanager();
    void stoppingRgmanagerSaysWhatMoves();
    void stoppingTheLastRgmanagerSaysThatNothingStarts();
    void leavingAndJoining();
    void startingRgmanagerSaysWhatItEnds();
    void shutDownIsSeenOff();
    void shutDownThatDoesNothingIsNotConfirmed();
    void rebootIsSeenToBeginAnew();
    void theOnlyCopyIsNotShutDown();
    void aNodeThatLeftIsOnlyShutDown();
};

void TstNodePlan::maintenanceEmptiesThenLeavesInOrder()
{
    const ActionPlan maintenance = plan(VerbKind::Maintenance, ready());
    QVERIFY2(!maintenance.blocked(), words(maintenance).constData());
    QCOMPARE(maintenance.confirmation.expected, u"node2"_s);
    QVERIFY(has(maintenance, Severity::Note, "maintenance.ends"));
    int moves = 0; // a cancel stops between two guests here too, and nowhere else
    for (const Step &step : maintenance.steps) {
        const bool moving = step.info.preview.contains(u"clusvcadm -M"_s)
            || step.info.preview.contains(u"qm migrate"_s);
        QCOMPARE(step.info.mayBeLeftOut, moving);
        moves += moving ? 1 : 0;
    }
    QVERIFY(moves > 0);
    FakeShell shell(ready());
    const FakeRun run = runPlan(maintenance, shell);
    QVERIFY2(run.done(), run.error ? qPrintable(logText(run.error->what)) : "");
    QCOMPARE(told(shell),
             QStringList({u"node2# move"_s, u"node2# service rgmanager stop"_s,
                          u"node2# fence_tool leave -w 30"_s, u"node2# service cman stop"_s}));
    QVERIFY(shell.picture.machines[node(1)].running.value->ids.contains(102));
}

void TstNodePlan::maintenanceEndsInTheReverseOrder()
{
    FakeShell shell(ready());
    QVERIFY(runPlan(plan(VerbKind::Maintenance, ready()), shell).done());
    shell.sent.clear();
    const ActionPlan back = plan(VerbKind::EndMaintenance, shell.picture);
    QVERIFY2(!back.blocked(), words(back).constData());
    QCOMPARE(back.confirmation.kind, ConfirmationKind::OneClick);
    const FakeRun run = runPlan(back, shell);
    QVERIFY2(run.done(), run.error ? qPrintable(logText(run.error->what)) : "");
    QCOMPARE(told(shell),
             QStringList({u"node2# service cman start"_s, u"node2# fence_tool join -w 60"_s,
                          u"node2# service rgmanager start"_s}));
    QVERIFY(has(plan(VerbKind::EndMaintenance, shell.picture), Severity::Blocker, "node.member"));
}

void TstNodePlan::halfOfAReturnCanBeEnded()
{
    ClusterSnapshot s = ready(); // in the cluster, and nothing else
    s.machines[node(1)].fenceDomain.value->members = {1};
    for (const int by : {1, 2})
        s.machines[node(by)].ha.value->nodes[1].rgmanager = false;
    const QStringList steps = previews(plan(VerbKind::EndMaintenance, s));
    QCOMPARE(steps.mid(0, 2),
             QStringList({u"fence_tool join -w 60"_s, u"service rgmanager start"_s}));
}

void TstNodePlan::whatStandsInTheWay_data()
{
    using Change = std::function<void(ClusterSnapshot &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("finding");
    const auto row = [](const char *name, const char *finding, const Change &change) {
        QTest::newRow(name) << change << QString::fromLatin1(finding);
    };
    row("quorum would be lost", "votes.lost", [](ClusterSnapshot &s) {
        for (const int id : {1, 2})
            s.machines[node(id)].quorum.value->totalVotes = 2;
    });
    row("the other is being fenced", "fencing.now",
        [](ClusterSnapshot &s) { s.machines[node(1)].fenceDomain.value->victimNow = 1; });
    row("nobody else", "node.alone", [](ClusterSnapshot &s) {
        s.machines[node(1)].quorum.error = Error{ErrorKind::Timeout, message("late"), {}};
    });
    row("silent", "node.silent", [](ClusterSnapshot &s) { silence(s, 2); });
    row("left already", "node.left", [](ClusterSnapshot &s) {
        (*s.machines[node(1)].members.value)[1].state = MemberState::Dead;
    });
}

void TstNodePlan::whatStandsInTheWay()
{
    QFETCH(const std::function<void(ClusterSnapshot &)>, change);
    QFETCH(const QString, finding);
    ClusterSnapshot s = ready();
    change(s);
    for (const VerbKind kind : {VerbKind::Maintenance, VerbKind::StopCman}) {
        const ActionPlan blocked = plan(kind, s);
        QVERIFY2(has(blocked, Severity::Blocker, finding.toLatin1().constData()),
                 words(blocked).constData());
        QVERIFY(blocked.steps.empty());
    }
}

void TstNodePlan::whatCannotBeMovedBlocks()
{
    ClusterSnapshot s = ready(); // rgmanager starts a guest there, whose process is not there yet
    stopGuests(s, 2);
    for (const int by : {1, 2})
        s.machines[node(by)].ha.value->services[2].state = ServiceState::Starting;
    const ActionPlan blocked = plan(VerbKind::Maintenance, s);
    QVERIFY2(has(blocked, Severity::Blocker, "services.remain"), words(blocked).constData());
    s = ready();
    part(s, 2, DrbdConnection::StandAlone, DrbdConnection::StandAlone);
    QVERIFY(plan(VerbKind::Maintenance, s).blocked());
}

void TstNodePlan::theInterlockIsAskedAgainRightBeforeLeaving()
{
    FakeShell shell(ready());
    shell.beforeCommand = [](FakeShell &sh, const QString &line) {
        if (line == u"service rgmanager stop"_s) // the quorum disk goes while the guests move
            sh.picture.machines[node(1)].quorum.value->totalVotes = 2;
    };
    const FakeRun run = runPlan(plan(VerbKind::Maintenance, ready()), shell);
    QVERIFY(run.error);
    QCOMPARE(run.error->kind, ErrorKind::Refused);
    QVERIFY(!told(shell).contains(u"node2# fence_tool leave -w 30"_s));
    QVERIFY(!told(shell).contains(u"node2# service cman stop"_s));
}

void TstNodePlan::aGuestThatCameMeanwhileKeepsRgmanager()
{
    FakeShell shell(ready());
    shell.beforeLook = [](FakeShell &sh) {
        for (Machine &machine : sh.picture.machines) {
            if (machine.ha.value)
                machine.ha.value->services[0].owner = node(2);
        }
    };
    const FakeRun run = runPlan(plan(VerbKind::Maintenance, ready()), shell);
    QVERIFY(run.error);
    QVERIFY(!told(shell).contains(u"node2# service rgmanager stop"_s));
}

void TstNodePlan::stoppingRgmanagerSaysWhatMoves()
{
    const ActionPlan stopping = plan(VerbKind::StopRgmanager, ready());
    QVERIFY2(has(stopping, Severity::Warning, "services.move"), words(stopping).constData());
    QVERIFY(words(stopping).contains("102"));
    QCOMPARE(stopping.confirmation.kind, ConfirmationKind::TypeName);
    FakeShell shell(ready());
    QVERIFY(runPlan(stopping, shell).done());
    QVERIFY(
        has(plan(VerbKind::StopRgmanager, shell.picture), Severity::Blocker, "rgmanager.stopped"));
    const ActionPlan starting = plan(VerbKind::StartRgmanager, shell.picture);
    QVERIFY2(!starting.blocked(), words(starting).constData());
    QVERIFY(runPlan(starting, shell).done());
}

void TstNodePlan::stoppingTheLastRgmanagerSaysThatNothingStarts()
{
    ClusterSnapshot s = ready();
    for (const int by : {1, 2})
        s.machines[node(by)].ha.value->nodes[0].rgmanager = false;
    QVERIFY(has(plan(VerbKind::StopRgmanager, s), Severity::Warning, "services.stop"));
}

void TstNodePlan::leavingAndJoining()
{
    const ActionPlan leaving = plan(VerbKind::StopCman, ready());
    QVERIFY2(has(leaving, Severity::Warning, "services.move"), words(leaving).constData());
    FakeShell shell(ready());
    const FakeRun left = runPlan(leaving, shell);
    QVERIFY2(left.done(), left.error ? qPrintable(logText(left.error->what)) : "");
    const ActionPlan joining = plan(VerbKind::StartCman, shell.picture);
    QVERIFY2(!joining.blocked(), words(joining).constData());
    QVERIFY(runPlan(joining, shell).done());
    QVERIFY(has(plan(VerbKind::StartCman, shell.picture), Severity::Blocker, "node.member"));
}

void TstNodePlan::startingRgmanagerSaysWhatItEnds()
{
    ClusterSnapshot s = ready();
    for (const int by : {1, 2})
        s.machines[node(by)].ha.value->nodes[1].rgmanager = false;
    s.machines[node(2)].running.value->ids << 100;
    const ActionPlan starting = plan(VerbKind::StartRgmanager, s);
    QVERIFY2(has(starting, Severity::Warning, "services.ended"), words(starting).constData());
}

void TstNodePlan::shutDownIsSeenOff()
{
    const ActionPlan down = plan(VerbKind::ShutDownNode, ready());
    QVERIFY2(!down.blocked(), words(down).constData());
    QVERIFY(has(down, Severity::Warning, "services.move"));
    QVERIFY(down.confirmation.reason);
    FakeShell shell(ready());
    const FakeRun run = runPlan(down, shell);
    QVERIFY2(run.done(), run.error ? qPrintable(logText(run.error->what)) : "");
    QCOMPARE(told(shell),
             QStringList({u"node2# service rgmanager stop"_s, u"node2# fence_tool leave -w 30"_s,
                          u"node2# service cman stop"_s, u"node2# shutdown -h now"_s}));
}

void TstNodePlan::shutDownThatDoesNothingIsNotConfirmed()
{
    FakeShell shell(ready());
    shell.answers[u"shutdown -h now"_s] = idle();
    shell.powers[node(2)] = PowerState::On;
    const FakeRun run = runPlan(plan(VerbKind::ShutDownNode, ready()), shell);
    QVERIFY(run.error);
    QCOMPARE(run.error->kind, ErrorKind::Stale);
}

void TstNodePlan::rebootIsSeenToBeginAnew()
{
    FakeShell shell(ready());
    const FakeRun run = runPlan(plan(VerbKind::RebootNode, ready()), shell);
    QVERIFY2(run.done(), run.error ? qPrintable(logText(run.error->what)) : "");
    QVERIFY(told(shell).contains(u"node2# shutdown -r now"_s));
    FakeShell deaf(ready());
    deaf.answers[u"shutdown -r now"_s] = idle();
    const FakeRun stays = runPlan(plan(VerbKind::RebootNode, ready()), deaf);
    QVERIFY(stays.error);
    QCOMPARE(stays.error->kind, ErrorKind::Stale);
}

void TstNodePlan::theOnlyCopyIsNotShutDown()
{
    ClusterSnapshot s = ready();
    setDisks(s, 1, DiskState::Inconsistent, DiskState::UpToDate);
    QVERIFY(has(plan(VerbKind::ShutDownNode, s), Severity::Blocker, "copy.only"));
    QVERIFY(has(plan(VerbKind::RebootNode, s), Severity::Blocker, "copy.only"));
}

void TstNodePlan::aNodeThatLeftIsOnlyShutDown()
{
    FakeShell shell(ready());
    QVERIFY(runPlan(plan(VerbKind::Maintenance, ready()), shell).done());
    QCOMPARE(previews(plan(VerbKind::ShutDownNode, shell.picture)),
             QStringList({u"shutdown -h now"_s}));
}

BINOME_TEST(TstNodePlan)
#include "tst_nodeplan.moc"
