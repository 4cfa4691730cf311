// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/activateplan.h"
#include "tests/testmain.h"

#include <QCryptographicHash>
#include <QTest>

using namespace Core;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const NodeName node2(u"node2"_s);

QByteArray sumOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex();
}

QByteArray conf(int version, const QByteArray &name = "pve", const QByteArray &more = {})
{
    QByteArray devices, nodes;
    for (const char *number : {"1", "2"}) {
        devices += QByteArray("<fencedevice agent='fence_ipmilan' name='ipmi") + number
            + "' ipaddr='192.0.2." + number + "' login='a' passwd='s3cret'/>\n";
        nodes += QByteArray("<clusternode name='node") + number + "' nodeid='" + number
            + "' votes='1'><fence><method name='1'><device name='ipmi" + number
            + "'/></method></fence></clusternode>\n";
    }
    return "<?xml version='1.0'?>\n<cluster name='" + name + "' config_version=\""
        + QByteArray::number(version) + "\">\n<cman two_node='1' expected_votes='1'/>\n"
        + "<fencedevices>\n" + devices + "</fencedevices>\n<clusternodes>\n" + nodes
        + "</clusternodes>\n" + more + "</cluster>\n";
}

Machine quorateNode(const NodeName &name, int version)
{
    Machine machine;
    machine.name = name;
    QuorumState quorum;
    quorum.quorate = true;
    quorum.configVersion = version;
    machine.quorum.value = quorum;
    machine.configFile.value = ConfigFile{sumOf(conf(version))};
    machine.configuration.value = ClusterConfig();
    machine.configuration.value->version = quint32(version);
    return machine;
}

ClusterSnapshot cluster(int version)
{
    ClusterSnapshot snapshot;
    snapshot.clusterName = u"pve"_s;
    snapshot.machines
        = {{node1, quorateNode(node1, version)}, {node2, quorateNode(node2, version)}};
    return snapshot;
}

ActivationWish wish(int from, const QByteArray &text)
{
    ActivationWish wish;
    wish.text = text;
    wish.openedSha256 = sumOf(conf(from));
    return wish;
}

bool has(const ActionPlan &plan, const QString &id)
{
    return std::any_of(plan.findings.cbegin(), plan.findings.cend(),
                       [&id](const Finding &finding) { return finding.id == id; });
}

// The two nodes' files, and the commands that read and change them.
class FileShell : public Shell
{
public:
    Expected<CommandOutput> run(const NodeName &on, const Command &command) override
    {
        sent << on.text() + u' ' + command.program + u' ' + command.arguments.value(0);
        const bool away = lost == command.program || sent.size() == lostCall;
        if (away && !lostBehind)
            return failure(ErrorKind::Unreachable, message("lost"));
        CommandOutput output;
        output.exitCode = 0;
        if (command.program == u"sh")
            script(on, command, output);
        else if (command.program == u"ccs_config_validate")
            output = validation;
        else if (command.program == u"pvesh" && obeys)
            activate();
        else if (command.program == u"cman_tool")
            output.out = "6.2.0 config " + QByteArray::number(running.value(on)) + '\n';
        if (away)
            return failure(ErrorKind::Unreachable, message("lost"));
        return output;
    }
    Expected<PowerState> power(const BmcWay &) override { return PowerState::Unknown; }
    Expected<void> setPower(const BmcWay &, PowerState) override { return {}; }
    Expected<void> order(const BmcWay &, BmcOrder) override { return {}; }
    SnapshotPtr freshSnapshot() override { return std::make_shared<ClusterSnapshot>(); }
    bool sleepFor(std::chrono::milliseconds) override { return ++slept < 5; }
    void tell(const StepProgress &) override { }

    QByteArray committed, pending;
    QMap<NodeName, QByteArray> local;
    QMap<NodeName, int> running;
    CommandOutput validation{0, {}, {}, {}};
    QString lost; // the program whose call is lost on its way
    int lostCall = 0; // this one too, from 1
    bool lostBehind = false; // its answer only: it was done
    bool obeys = true; // false: pvesh says OK and nothing changes
    QStringList sent;
    int slept = 0;

private:
    void script(const NodeName &on, const Command &command, CommandOutput &output)
    {
        const QString text = command.arguments.value(1);
        const QString path = command.arguments.value(3);
        if (text.startsWith(u"cat"))
            pending = command.input;
        else if (text.startsWith(u"rm"))
            pending.clear();
        else if (const QByteArray file = contentOf(on, path); !file.isEmpty())
            output.out = sumOf(file) + "  -\n";
    }
    QByteArray contentOf(const NodeName &on, const QString &path) const
    {
        if (path == u"/etc/pve/cluster.conf")
            return committed;
        return path == u"/etc/pve/cluster.conf.new" ? pending : local.value(on);
    }
    void activate()
    {
        committed = std::exchange(pending, {});
        local = {{node1, committed}, {node2, committed}};
        running = {{node1, 6}, {node2, 6}};
    }
};

FileShell shellOf(int version)
{
    FileShell shell;
    shell.committed = conf(version);
    shell.local = {{node1, conf(version)}, {node2, conf(version)}};
    shell.running = {{node1, version}, {node2, version}};
    return shell;
}

// Where it ended, from 0, and why; as many as there are steps when all were verified.
std::pair<int, std::optional<Error>> runSteps(const ActionPlan &plan, Shell &shell)
{
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        const Step &step = plan.steps[size_t(i)];
        const Expected<void> done
            = step.execute(shell).and_then([&] { return step.verify(shell); });
        if (!done)
            return {i, done.error()};
    }
    return {int(plan.steps.size()), std::nullopt};
}
// As the runner does: what left and was not answered is looked for, never repeated.
std::pair<int, std::optional<Error>> runLooking(const ActionPlan &plan, Shell &shell)
{
    for (int i = 0; i < int(plan.steps.size()); ++i) {
        const Step &step = plan.steps[size_t(i)];
        const Expected<void> done = step.execute(shell);
        if (!done && done.error().kind != ErrorKind::Unreachable)
            return {i, done.error()};
        if (const Expected<void> seen = step.verify(shell); !seen)
            return {i, seen.error()};
    }
    return {int(plan.steps.size()), std::nullopt};
}

bool isWhole(const FileShell &shell)
{
    const auto runs = [&shell](const NodeName &node) {
        return shell.local.value(node) == conf(6) && shell.running.value(node) == 6;
    };
    return shell.committed == conf(6) && runs(node1) && runs(node2);
}
} // namespace

class TstActivatePlan : public QObject
{
    Q_OBJECT
private slots:
    void higherVersionPasses();
    void blocks_data();
    void blocks();
    void nodeThatIsAwayIsNamed();
    void noSecretIsShown();
    void everyStepIsDoneAndSeen();
    void changeOfTheCommittedFileStopsBeforeWriting();
    void ownPendingFileIsNoObstacle();
    void refusedFileIsTakenBackAndTheReasonTold();
    void okWithTheOldVersionRunningIsToldWithTheRemedy();
    void lostAnswerOfTheActivationIsLookedUp();
    void linkLostAtEachStepIsFoundOutAgain();
    void readsTheRunningVersion();
};

void TstActivatePlan::higherVersionPasses()
{
    const ActionPlan plan = planActivation(wish(5, conf(6)), cluster(5));
    QVERIFY(!plan.blocked());
    QCOMPARE(plan.touches, QList<NodeName>({node1, node2}));
    QVERIFY(plan.confirmation.reason);
    QCOMPARE(plan.steps.size(), size_t(6));
    QVERIFY(plan.steps[3].info.pointOfNoReturn);
}

void TstActivatePlan::blocks_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("id");
    QTest::newRow("the same version") << conf(5, "pve", "<rm/>") << u"C02"_s;
    QTest::newRow("no number") << conf(5).replace("\"5\"", "\"IncrementMe\"") << u"C02"_s;
    QTest::newRow("nothing changed") << conf(5) << u"conf.same"_s;
    QTest::newRow("cut short") << conf(6).chopped(5) << u"conf.broken"_s;
    QTest::newRow("not a cluster") << QByteArray("\0\0garbage") << u"conf.broken"_s;
    QTest::newRow("another cluster") << conf(6, "other") << u"conf.name"_s;
    QTest::newRow("too large") << conf(6, "pve",
                                       "<!--" + QByteArray(largestClusterConf, 'x') + "-->")
                               << u"conf.size"_s;
}

void TstActivatePlan::blocks()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, id);
    const ActionPlan plan = planActivation(wish(5, text), cluster(5));
    QVERIFY(plan.blocked());
    QVERIFY(plan.steps.empty());
    QVERIFY2(has(plan, id), qPrintable(plan.findings.first().id));
}

void TstActivatePlan::nodeThatIsAwayIsNamed()
{
    ClusterSnapshot snapshot = cluster(5);
    snapshot.machines[node2].quorum = {};
    const ActionPlan plan = planActivation(wish(5, conf(6)), snapshot);
    QVERIFY(!plan.blocked());
    QVERIFY(has(plan, u"conf.member"_s));
    QCOMPARE(plan.touches, QList<NodeName>({node1}));
    snapshot.machines[node1].quorum.value->quorate = false;
    const ActionPlan alone = planActivation(wish(5, conf(6)), snapshot);
    QVERIFY(alone.blocked());
    QVERIFY(has(alone, u"conf.quorum"_s));
}

void TstActivatePlan::noSecretIsShown()
{
    const ActionPlan plan = planActivation(wish(5, conf(6)), cluster(5));
    QVERIFY(!plan.blocked());
    for (const Step &step : plan.steps) {
        QVERIFY(!step.info.preview.contains(u"s3cret"_s));
        QVERIFY(!rendered(step.info.title).contains(u"s3cret"_s));
    }
}

void TstActivatePlan::everyStepIsDoneAndSeen()
{
    FileShell shell = shellOf(5);
    const auto [step, error] = runSteps(planActivation(wish(5, conf(6)), cluster(5)), shell);
    QVERIFY2(!error, error ? qPrintable(rendered(error->what)) : "");
    QCOMPARE(step, 6);
    QCOMPARE(shell.local.value(node2), conf(6));
}

void TstActivatePlan::changeOfTheCommittedFileStopsBeforeWriting()
{
    FileShell shell = shellOf(5);
    shell.committed = conf(5, "pve", "<rm/>");
    const auto [step, error] = runSteps(planActivation(wish(5, conf(6)), cluster(5)), shell);
    QCOMPARE(step, 0);
    QCOMPARE(error->kind, ErrorKind::Stale);
    QVERIFY(shell.pending.isEmpty());
}

void TstActivatePlan::ownPendingFileIsNoObstacle()
{
    FileShell shell = shellOf(5);
    shell.pending = conf(6); // of a try that was cancelled
    const auto [step, error] = runSteps(planActivation(wish(5, conf(6)), cluster(5)), shell);
    QCOMPARE(step, 6);
}

void TstActivatePlan::refusedFileIsTakenBackAndTheReasonTold()
{
    FileShell shell = shellOf(5);
    shell.validation = {1, "tempfile:3: element rm: Relax-NG validity error\n", {}, {}};
    const auto [step, error] = runSteps(planActivation(wish(5, conf(6)), cluster(5)), shell);
    QCOMPARE(step, 2);
    QCOMPARE(error->kind, ErrorKind::CommandFailed);
    QVERIFY(rendered(error->what).contains(u"element rm"_s));
    QVERIFY(shell.pending.isEmpty());
    QCOMPARE(shell.committed, conf(5));
}

void TstActivatePlan::okWithTheOldVersionRunningIsToldWithTheRemedy()
{
    FileShell shell = shellOf(5);
    const ActionPlan plan = planActivation(wish(5, conf(6)), cluster(5));
    for (size_t i = 0; i < 4; ++i) {
        QVERIFY(plan.steps[i].execute(shell));
        QVERIFY(plan.steps[i].verify(shell));
    }
    shell.running[node1] = 5;
    const Expected<void> seen = plan.steps[4].verify(shell);
    QVERIFY(!seen);
    QVERIFY(rendered(seen.error().what).contains(u"cman_tool version -r"_s));
}

void TstActivatePlan::lostAnswerOfTheActivationIsLookedUp()
{
    FileShell shell = shellOf(5);
    shell.lost = u"pvesh"_s;
    const ActionPlan plan = planActivation(wish(5, conf(6)), cluster(5));
    const auto [step, error] = runSteps(plan, shell);
    QCOMPARE(step, 3);
    QCOMPARE(error->kind, ErrorKind::Unreachable);
    QVERIFY(!plan.steps[3].verify(shell)); // the runner asks this, and it was not done
    shell.committed = conf(6);
    QVERIFY(plan.steps[3].verify(shell)); // and here it was
}

// Each call of the activation is lost once, on its way or on its way back. It never ends well
// unless the new file is there and runs everywhere, and a try after it comes to its end.
void TstActivatePlan::linkLostAtEachStepIsFoundOutAgain()
{
    const ActionPlan plan = planActivation(wish(5, conf(6)), cluster(5));
    FileShell counted = shellOf(5);
    QVERIFY(!runSteps(plan, counted).second);
    for (const bool behind : {false, true}) {
        for (int call = 1; call <= counted.sent.size(); ++call) {
            FileShell shell = shellOf(5);
            shell.lostCall = call;
            shell.lostBehind = behind;
            const auto [step, error] = runLooking(plan, shell);
            const QByteArray place = counted.sent[call - 1].toUtf8();
            QVERIFY2(error || isWhole(shell), place.constData());
            QVERIFY2(shell.committed == conf(5) || isWhole(shell),
                     place.constData()); // never half of it
            if (!error)
                continue;
            QVERIFY2(!rendered(error->what).isEmpty(), place.constData());
            const ActionPlan again
                = shell.committed == conf(5) ? plan : planActivation(wish(5, conf(6)), cluster(6));
            QVERIFY2(again.blocked() || !runSteps(again, shell).second, place.constData());
            QVERIFY2(isWhole(shell), place.constData());
        }
    }
}

void TstActivatePlan::readsTheRunningVersion()
{
    QCOMPARE(parseRunningVersion("6.2.0 config 12\n"), Expected<int>(12));
    for (const char *bad : {"", "cman_tool: Cannot open connection to cman", "6.2.0 config \n"})
        QVERIFY(!parseRunningVersion(bad));
}

BINOME_TEST(TstActivatePlan)
#include "tst_activateplan.moc"
