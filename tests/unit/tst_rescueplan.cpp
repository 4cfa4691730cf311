// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/activateplan.h"
#include "core/action/rescueplan.h"
#include "tests/testmain.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const NodeName node2(u"node2"_s);
const QString committedPath = u"/etc/pve/cluster.conf"_s;
const QString localPath = u"/etc/cluster/cluster.conf"_s;

QByteArray sumOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray conf(int version)
{
    QByteArray devices, nodes;
    for (const char *number : {"1", "2"}) {
        devices += QByteArray("<fencedevice agent='fence_ipmilan' name='ipmi") + number
            + "' ipaddr='192.0.2." + number + "' login='a' passwd='s3cret'/>\n";
        nodes += QByteArray("<clusternode name='node") + number + "' nodeid='" + number
            + "' votes='1'><fence><method name='1'><device name='ipmi" + number
            + "'/></method></fence></clusternode>\n";
    }
    return "<?xml version='1.0'?>\n<cluster name='pve' config_version=\""
        + QByteArray::number(version) + "\">\n<cman two_node='1' expected_votes='1'/>\n"
        + "<fencedevices>\n" + devices + "</fencedevices>\n<clusternodes>\n" + nodes
        + "</clusternodes>\n</cluster>\n";
}

// node1 answers and its cman runs without quorum; node2 was switched off.
ClusterSnapshot survivor()
{
    ClusterSnapshot snapshot;
    snapshot.clusterName = u"pve"_s;
    Machine one;
    one.name = node1;
    one.contact.state = ContactState::Connected;
    one.quorum.value = QuorumState{};
    one.quorum.value->configVersion = 5;
    one.configFile.value = ConfigFile{sumOf(conf(5))};
    Machine two;
    two.name = node2;
    two.contact.state = ContactState::Lost;
    two.bmc[Observer(Workstation())].value = BmcState{PowerState::Off};
    snapshot.machines = {{node1, one}, {node2, two}};
    return snapshot;
}

// Both answer, cman runs on neither.
ClusterSnapshot stopped()
{
    ClusterSnapshot snapshot = survivor();
    for (Machine &machine : snapshot.machines) {
        machine.contact.state = ContactState::Connected;
        machine.quorum = {};
        machine.quorum.error = Error{ErrorKind::CommandFailed, message("not running"), {}};
        machine.bmc.clear();
    }
    return snapshot;
}

RescueWish wish(int version = 6)
{
    return {node1, conf(version), {}};
}

QStringList blockersOf(const ActionPlan &plan)
{
    QStringList ids;
    for (const Finding &finding : plan.findings) {
        if (finding.severity == Severity::Blocker)
            ids << finding.id;
    }
    return ids;
}

// The nodes as the steps meet them: what they write counts only where the node may write.
class RescueShell : public Shell
{
public:
    RescueShell()
    {
        for (const NodeName &node : {node1, node2}) {
            files[node][localPath] = "<broken";
            files[node][committedPath] = conf(5);
        }
    }
    Expected<CommandOutput> run(const NodeName &on, const Command &command) override
    {
        sent << on.text() + u' ' + (QStringList{command.program} + command.arguments).join(u' ');
        CommandOutput output;
        output.exitCode = answer(on, command, output) ? 0 : 1;
        return output;
    }
    Expected<PowerState> power(const BmcWay &) override { return peer; }
    Expected<void> setPower(const BmcWay &, PowerState) override { return {}; }
    Expected<void> order(const BmcWay &, BmcOrder) override { return {}; }
    SnapshotPtr freshSnapshot() override
    {
        auto now = std::make_shared<ClusterSnapshot>(survivor());
        now->machines[node1].quorum.value->quorate = quorate;
        return now;
    }
    bool sleepFor(std::chrono::milliseconds) override { return ++slept < 5; }
    void tell(const StepProgress &) override { }

    QMap<NodeName, QMap<QString, QByteArray>> files;
    QMap<NodeName, int> running;
    PowerState peer = PowerState::Off;
    bool valid = true;
    bool quorate = false;
    bool votesObey = true;
    bool mounted = true; // /etc/pve of node1
    bool localMode = false;
    QStringList sent;
    int slept = 0;

private:
    bool mayWrite(const QString &path) const
    {
        return !path.startsWith(u"/etc/pve") || (mounted && (quorate || localMode));
    }
    bool answer(const NodeName &on, const Command &command, CommandOutput &output)
    {
        const QString &program = command.program;
        if (program == u"sh")
            return script(on, command, output);
        if (program == u"ccs_config_validate")
            return valid;
        if (program == u"pvecm")
            quorate = votesObey;
        else if (program == u"pmxcfs")
            mounted = localMode = true;
        else if (program == u"pvesh") {
            files[on][committedPath] = files[on].take(committedPath + u".new"_s);
            files[on][localPath] = files[on][committedPath];
            running[on] = 6;
        } else if (program == u"cman_tool")
            output.out = "6.2.0 config " + QByteArray::number(running.value(on)) + '\n';
        else if (program == u"service" && command.arguments.value(0) == u"pve-cluster")
            mounted = false;
        else if (program == u"service") {
            running[on] = files[on][localPath] == conf(6) ? 6 : 0;
            return on == node2; // the first waits for a quorum in vain
        }
        return true;
    }
    bool script(const NodeName &on, const Command &command, CommandOutput &output)
    {
        const QString text = command.arguments.value(1);
        const QString path = command.arguments.value(3);
        const QString second = command.arguments.value(4);
        if (text.startsWith(u"killall")) {
            localMode = false;
            mounted = text.contains(u"service pve-cluster start");
            return true;
        }
        if (text.startsWith(u"[ -w"))
            return mayWrite(path);
        if (text.startsWith(u"rm")) {
            files[on].remove(path);
            return true;
        }
        const bool copies = text.startsWith(u"[ ! -e");
        if (copies)
            files[on][path + u".before"_s] = files[on].value(path);
        if (copies || text.startsWith(u"cat")) {
            const QString target = copies ? path : second.isEmpty() ? path : second;
            if (!mayWrite(target))
                return false;
            files[on][target] = command.input;
        } else if (const QByteArray file = files[on].value(path);
                   !file.isEmpty() && (mounted || !path.startsWith(u"/etc/pve"))) {
            output.out = sumOf(file) + "  -\n";
        }
        return true;
    }
};

std::pair<int, std::optional<Error>> runSteps(const ActionPlan &plan, Shell &shell)
{
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        for (const auto &part : {plan.steps[size_t(i)].execute, plan.steps[size_t(i)].verify}) {
            if (const Expected<void> done = part(shell); !done)
                return {i, done.error()};
        }
    }
    return {int(plan.steps.size()), std::nullopt};
}
} // namespace

// A cluster.conf restored without quorum: what must be proven, and what is done in which order.
class TstRescueplan : public QObject
{
    Q_OBJECT
private slots:
    void activationWithoutQuorumIsRefusedAndARescueOffered();
    void quorumSomewhereForbidsIt();
    void peerThatIsNotProvenOffForbidsIt_data();
    void peerThatIsNotProvenOffForbidsIt();
    void brokenFileIsNotRestored();
    void votesAreLoweredAndTheFileActivated();
    void peerThatCameBackOnStopsBeforeTheVotes();
    void votesThatDoNotChangeStopIt();
    void runningCmanForbidsLocalMode();
    void localModeRestoresAndStartsEveryNode();
    void fileThatTheNodeRefusesChangesNothing();
    void unreachedNodeIsNamed();
    void nameOfTheProfileIsNotTheClusters();
};

void TstRescueplan::activationWithoutQuorumIsRefusedAndARescueOffered()
{
    ActivationWish normal;
    normal.text = conf(6);
    normal.openedSha256 = sumOf(conf(5));
    for (const ClusterSnapshot &picture : {survivor(), stopped()}) {
        const ActionPlan plan = planActivation(normal, picture);
        QVERIFY(blockersOf(plan).contains(u"conf.quorum"_s));
        QVERIFY(plan.steps.empty());
        QCOMPARE(rescueNode(picture), node1);
    }
    QCOMPARE(rescueFor(survivor()), std::optional(RescueWay::PeersOff));
    QCOMPARE(rescueFor(stopped()), std::optional(RescueWay::LocalMode));
    QCOMPARE(rescueFor({}), std::nullopt);
    const std::optional<Planner> planner = rescueOf(conf(6), {}, survivor());
    QVERIFY(planner && rescueIn(*planner));
    QCOMPARE(rescueIn(*planner)->text, conf(6));
    QCOMPARE(rescueIn(*planner)->node, node1);
    QVERIFY(!(*planner)(survivor()).blocked());
    QVERIFY(!rescueIn([](const ClusterSnapshot &) { return ActionPlan(); }));
}

void TstRescueplan::quorumSomewhereForbidsIt()
{
    ClusterSnapshot picture = survivor();
    picture.machines[node1].quorum.value->quorate = true;
    QCOMPARE(rescueFor(picture), std::nullopt);
    QVERIFY(!rescueOf(conf(6), {}, picture));
    const ActionPlan plan = planRescue(RescueWay::PeersOff, wish(), picture);
    QVERIFY(blockersOf(plan).contains(u"rescue.quorate"_s));
    QVERIFY(plan.steps.empty());
}

void TstRescueplan::peerThatIsNotProvenOffForbidsIt_data()
{
    QTest::addColumn<int>("power");
    QTest::addColumn<bool>("error");
    QTest::addColumn<bool>("answers");
    QTest::newRow("on") << int(PowerState::On) << false << false;
    QTest::newRow("unknown") << int(PowerState::Unknown) << false << false;
    QTest::newRow("an old answer, none now") << int(PowerState::Off) << true << false;
    QTest::newRow("off, yet it answers") << int(PowerState::Off) << false << true;
}

void TstRescueplan::peerThatIsNotProvenOffForbidsIt()
{
    QFETCH(int, power);
    QFETCH(bool, error);
    QFETCH(bool, answers);
    ClusterSnapshot picture = survivor();
    Observed<BmcState> &view = picture.machines[node2].bmc[Observer(Workstation())];
    view.value = BmcState{PowerState(power)};
    if (error)
        view.error = Error{ErrorKind::Timeout, message("no answer"), {}};
    if (answers)
        picture.machines[node2].contact.state = ContactState::Connected;
    QCOMPARE(blockersOf(planRescue(RescueWay::PeersOff, wish(), picture)),
             QStringList{u"rescue.power"_s});
    picture.machines[node2].bmc.clear();
    QCOMPARE(blockersOf(planRescue(RescueWay::PeersOff, wish(), picture)),
             QStringList{u"rescue.power"_s});
}

void TstRescueplan::brokenFileIsNotRestored()
{
    RescueWish broken = wish();
    broken.text = "<cluster";
    QVERIFY(
        blockersOf(planRescue(RescueWay::PeersOff, broken, survivor())).contains(u"conf.broken"_s));
    QVERIFY(blockersOf(planRescue(RescueWay::PeersOff, wish(5), survivor())).contains(u"C02"_s));
}

void TstRescueplan::votesAreLoweredAndTheFileActivated()
{
    const ActionPlan plan = planRescue(RescueWay::PeersOff, wish(), survivor());
    QCOMPARE(blockersOf(plan), QStringList());
    QCOMPARE(plan.confirmation.kind, ConfirmationKind::TypeName);
    QVERIFY(plan.confirmation.reason);
    RescueShell shell;
    const auto [ended, error] = runSteps(plan, shell);
    QVERIFY2(!error, error ? qPrintable(rendered(error->what)) : "");
    QCOMPARE(ended, int(plan.steps.size()));
    QCOMPARE(shell.files[node1][localPath], conf(6));
    const qsizetype votes = shell.sent.indexOf(u"node1 pvecm expected 1"_s);
    const qsizetype activated = shell.sent.indexOf(u"node1 pvesh create /cluster/ha/changes"_s);
    QVERIFY(votes >= 0 && votes < activated);
    for (const QString &line : shell.sent)
        QVERIFY2(!line.contains(u"s3cret"), qPrintable(line));
}

void TstRescueplan::peerThatCameBackOnStopsBeforeTheVotes()
{
    RescueShell shell;
    shell.peer = PowerState::On;
    const auto [ended, error]
        = runSteps(planRescue(RescueWay::PeersOff, wish(), survivor()), shell);
    QCOMPARE(ended, 0);
    QVERIFY(error);
    QCOMPARE(shell.sent, QStringList());
}

void TstRescueplan::votesThatDoNotChangeStopIt()
{
    RescueShell shell;
    shell.votesObey = false;
    const auto [ended, error]
        = runSteps(planRescue(RescueWay::PeersOff, wish(), survivor()), shell);
    QCOMPARE(ended, 1);
    QVERIFY(error);
    QCOMPARE(shell.files[node1][committedPath], conf(5));
}

void TstRescueplan::runningCmanForbidsLocalMode()
{
    ClusterSnapshot picture = stopped();
    picture.machines[node2].quorum = survivor().machines[node1].quorum;
    QCOMPARE(blockersOf(planRescue(RescueWay::LocalMode, wish(), picture)),
             QStringList{u"rescue.cman"_s});
}

void TstRescueplan::localModeRestoresAndStartsEveryNode()
{
    const ActionPlan plan = planRescue(RescueWay::LocalMode, wish(), stopped());
    QCOMPARE(blockersOf(plan), QStringList());
    RescueShell shell;
    const auto [ended, error] = runSteps(plan, shell);
    QVERIFY2(!error, error ? qPrintable(rendered(error->what)) : "");
    QCOMPARE(ended, int(plan.steps.size()));
    QVERIFY(shell.mounted && !shell.localMode);
    QCOMPARE(shell.files[node1][committedPath], conf(6));
    for (const NodeName &node : {node1, node2}) {
        QCOMPARE(shell.files[node][localPath], conf(6));
        QCOMPARE(shell.files[node][localPath + u".before"_s], QByteArray("<broken"));
        QCOMPARE(shell.running[node], 6);
    }
}

void TstRescueplan::fileThatTheNodeRefusesChangesNothing()
{
    RescueShell shell;
    shell.valid = false;
    const auto [ended, error]
        = runSteps(planRescue(RescueWay::LocalMode, wish(), stopped()), shell);
    QCOMPARE(ended, 0);
    QVERIFY(error);
    QCOMPARE(shell.files[node1].keys(), (QStringList{localPath, committedPath}));
    QCOMPARE(shell.files[node1][localPath], QByteArray("<broken"));
    QVERIFY(shell.mounted);
}

void TstRescueplan::unreachedNodeIsNamed()
{
    ClusterSnapshot picture = stopped();
    picture.machines[node2].contact.state = ContactState::Lost;
    const ActionPlan plan = planRescue(RescueWay::LocalMode, wish(), picture);
    QVERIFY(!plan.blocked());
    QCOMPARE(plan.touches, QList<NodeName>{node1});
    QVERIFY(std::any_of(plan.findings.begin(), plan.findings.end(), [](const Finding &finding) {
        return finding.id == u"rescue.unreached"_s && rendered(finding.text).contains(node2.text());
    }));
}

// While the committed file is broken nobody tells the cluster's name.
void TstRescueplan::nameOfTheProfileIsNotTheClusters()
{
    ClusterSnapshot picture = stopped();
    picture.clusterName = u"my cluster"_s;
    QCOMPARE(blockersOf(planRescue(RescueWay::LocalMode, wish(), picture)), QStringList());
    picture = survivor();
    picture.machines[node1].quorum.value->clusterName = u"other"_s;
    QCOMPARE(blockersOf(planRescue(RescueWay::PeersOff, wish(), picture)),
             QStringList{u"conf.name"_s});
}

BINOME_TEST(TstRescueplan)
#include "tst_rescueplan.moc"
