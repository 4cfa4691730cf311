// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/action/actionrunner.h"
#include "core/action/actionshell.h"
#include "tests/fakecluster/fakereach.h"
#include "tests/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Core;
using namespace Testing;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const NodeName node2(u"node2"_s);
constexpr int patience = 20'000; // ms; for a test that would hang

Command shell(const QString &script, const QStringList &words = {})
{
    Command command;
    command.program = u"sh"_s;
    command.arguments = QStringList{u"-c"_s, script, u"sh"_s} + words;
    return command;
}

Expected<void> ok(Shell &)
{
    return {};
}

Expected<void> doneBy(const Expected<CommandOutput> &output)
{
    if (!output)
        return tl::unexpected(output.error());
    if (output->exitCode != 0)
        return failure(ErrorKind::CommandFailed, message("the command failed"));
    return {};
}

Step step(const QString &preview, std::function<Expected<void>(Shell &)> execute,
          std::function<Expected<void>(Shell &)> verify = ok)
{
    Step one;
    one.info.title = message("a step");
    one.info.preview = preview;
    one.execute = std::move(execute);
    one.verify = std::move(verify);
    return one;
}

Step commanded(const QString &script)
{
    return step(script, [script](Shell &sh) { return doneBy(sh.run(node1, shell(script))); });
}

Step pointOfNoReturn(Step one)
{
    one.info.pointOfNoReturn = true;
    return one;
}

// A runner, its machines and what one run told.
struct Rig {
    Rig() : runner(reach)
    {
        plan.title = message("do it");
        plan.touches = {node1};
        plan.confirmation = {ConfirmationKind::TypeName, u"node1"_s, false};
    }

    ActionRunPtr start(const Approval &approval = {u"node1"_s, {}})
    {
        const ActionRunPtr run = runner.run(
            [this](const ClusterSnapshot &) {
                ++planned;
                return again.value_or(plan);
            },
            plan, approval);
        QObject::connect(run.get(), &ActionRun::output, &runner,
                         [this](int at, const QString &line) {
                             lines << line;
                             outputAt << at;
                         });
        QObject::connect(run.get(), &ActionRun::stepBegan, &runner,
                         [this](int at) { begun << at; });
        QObject::connect(run.get(), &ActionRun::stepEnded, &runner,
                         [this](int at) { ended << at; });
        QObject::connect(run.get(), &ActionRun::changed, &runner,
                         [this](const ActionPlan &now) { changes << now.title; });
        QObject::connect(run.get(), &ActionRun::finished, &runner,
                         [this](const Outcome &) { ++finished; });
        return run;
    }
    static bool over(const ActionRunPtr &run)
    {
        return QTest::qWaitFor([&] { return run->outcome().has_value(); }, patience);
    }

    FakeReach reach{{node1, node2}};
    ActionPlan plan;
    std::optional<ActionPlan> again; // what planning anew gives, if not the same
    int planned = 0;
    QStringList lines;
    QList<int> outputAt, begun, ended;
    QList<Message> changes;
    int finished = 0;
    ActionRunner runner;
};
} // namespace

class TstActionRunner : public QObject
{
    Q_OBJECT
private slots:
    void everyStepIsExecutedAndVerified();
    void nothingComesBeforeRunReturns();
    void planIsMadeAgainJustBefore();
    void changedPlanSendsNothing();
    void blockedPlanSendsNothing();
    void planWithoutVerificationIsRefused();
    void wrongNameIsRefused();
    void missingReasonIsRefused();
    void secondRunIsRefusedWithTheTitleOfTheFirst();
    void nextRunMayFollow();
    void failedCommandEndsIt();
    void unverifiedStepIsNotConfirmed();
    void cancelWhilePlanning();
    void cancelEndsTheRunningCommand();
    void cancelWhileVerifying();
    void cancelAfterThePointOfNoReturnHasNoEffect();
    void aStepIsCalledBackBeyondThePointOfNoReturn();
    void aRecallIsOfTheStepThatRunsAlone();
    void aLinkClosedUnderARecallIsNoRecall();
    void emptyingStopsBetweenTwoGuests();
    void lostLinkAfterItWasSentIsNotConfirmed();
    void lostLinkIsForgivenWhenTheEffectIsSeen();
    void nothingSentIsFailed();
    void stepOutOfTimeIsNotConfirmed();
    void hungPictureIsNoEvidence();
    void powerGoesThroughTheBmc();
    void wordsReachTheShellUnchanged();
    void absoluteProgramsStandBelowTheRoot();
    void secretsStayOutOfTheOutput();
    void outputIsToldWhileTheCommandRuns();
    void progressIsTold();
    void blockDevicesAreSparedMeanwhile();
    void destroyedRunnerWaitsForNothing();
};

void TstActionRunner::everyStepIsExecutedAndVerified()
{
    Rig rig;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"it's done"_s);
    const auto seen
        = [file](Shell &sh) { return doneBy(sh.run(node1, shell(u"test -e \"$1\""_s, {file}))); };
    rig.plan.steps = {
        step(
            u"touch"_s,
            [file](Shell &sh) { return doneBy(sh.run(node1, shell(u": >\"$1\""_s, {file}))); },
            seen),
        commanded(u"echo second; echo hidden >&2"_s),
    };
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Done);
    QCOMPARE(run->outcome()->step, 1);
    QCOMPARE(rig.begun, QList<int>({0, 1}));
    QCOMPARE(rig.ended, QList<int>({0, 1}));
    QVERIFY(rig.lines.contains(u"second"_s));
    QVERIFY(rig.lines.contains(u"hidden"_s));
    QCOMPARE(rig.outputAt.last(), 1);
    QCOMPARE(rig.finished, 1);
    QVERIFY(!run->cancellable());
}

void TstActionRunner::nothingComesBeforeRunReturns()
{
    Rig rig;
    const ActionRunPtr refused = rig.start({u"wrong"_s, {}});
    QVERIFY(!refused->outcome());
    QVERIFY(rig.over(refused));
    rig.plan.steps = {commanded(u"true"_s)};
    const ActionRunPtr run = rig.start();
    QVERIFY(!run->outcome());
    QCOMPARE(run->step(), -1);
    QVERIFY(rig.over(run));
}

void TstActionRunner::planIsMadeAgainJustBefore()
{
    Rig rig;
    rig.plan.steps = {commanded(u"true"_s)};
    rig.reach.holdFresh = true;
    const ActionRunPtr run = rig.start();
    QVERIFY(QTest::qWaitFor([&] { return rig.reach.freshAsked == 1; }, patience));
    QCOMPARE(rig.planned, 0);
    rig.reach.answerFresh();
    QVERIFY(rig.over(run));
    QCOMPARE(rig.planned, 1);
    QCOMPARE(run->outcome()->kind, OutcomeKind::Done);
}

void TstActionRunner::changedPlanSendsNothing()
{
    Rig rig;
    rig.plan.steps = {commanded(u"true"_s)};
    rig.again = rig.plan;
    rig.again->title = message("do something else");
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Refused);
    QCOMPARE(run->outcome()->error->kind, ErrorKind::Stale);
    QCOMPARE(rig.changes, QList<Message>({message("do something else")}));
    QCOMPARE(rig.reach.transport(node1)->started, 0);
}

void TstActionRunner::blockedPlanSendsNothing()
{
    Rig rig;
    Finding blocker;
    blocker.id = u"x"_s;
    blocker.severity = Severity::Blocker;
    rig.plan.findings = {blocker};
    rig.plan.steps = {commanded(u"true"_s)};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Refused);
    QCOMPARE(run->outcome()->error->kind, ErrorKind::Refused);
    QCOMPARE(rig.reach.transport(node1)->started, 0);
}

void TstActionRunner::planWithoutVerificationIsRefused()
{
    Rig rig;
    bool went = false;
    const auto execute = [&](Shell &) {
        went = true;
        return Expected<void>();
    };
    for (const auto &steps : {std::vector<Step>(), std::vector<Step>{step(u"x"_s, execute, {})}}) {
        rig.plan.steps = steps;
        const ActionRunPtr run = rig.start();
        QVERIFY(rig.over(run));
        QCOMPARE(run->outcome()->kind, OutcomeKind::Refused);
    }
    QVERIFY(!went);
}

void TstActionRunner::wrongNameIsRefused()
{
    Rig rig;
    rig.plan.steps = {commanded(u"true"_s)};
    const ActionRunPtr run = rig.start({u"Node1"_s, {}});
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Refused);
    QCOMPARE(rig.reach.freshAsked, 0);
    QCOMPARE(rig.finished, 1);
}

void TstActionRunner::missingReasonIsRefused()
{
    Rig rig;
    rig.plan.confirmation.reason = true;
    rig.plan.steps = {commanded(u"true"_s)};
    const ActionRunPtr without = rig.start({u"node1"_s, u"  "_s});
    QVERIFY(rig.over(without));
    QCOMPARE(without->outcome()->kind, OutcomeKind::Refused);
    const ActionRunPtr with = rig.start({u"node1"_s, u"it hangs"_s});
    QVERIFY(rig.over(with));
    QCOMPARE(with->outcome()->kind, OutcomeKind::Done);
}

void TstActionRunner::secondRunIsRefusedWithTheTitleOfTheFirst()
{
    Rig rig;
    rig.reach.holdFresh = true;
    rig.plan.steps = {commanded(u"true"_s)};
    const ActionRunPtr first = rig.start();
    const ActionRunPtr second = rig.start();
    QVERIFY(rig.over(second));
    QCOMPARE(second->outcome()->kind, OutcomeKind::Refused);
    QVERIFY(logText(second->outcome()->error->what).contains(u"do it"_s));
    rig.reach.answerFresh();
    QVERIFY(rig.over(first));
    QCOMPARE(first->outcome()->kind, OutcomeKind::Done);
}

void TstActionRunner::nextRunMayFollow()
{
    Rig rig;
    rig.plan.steps = {commanded(u"true"_s)};
    ActionRunPtr second;
    const ActionRunPtr first = rig.start();
    QObject::connect(first.get(), &ActionRun::finished, &rig.runner, [&] { second = rig.start(); });
    QVERIFY(QTest::qWaitFor([&] { return second && second->outcome(); }, patience));
    QCOMPARE(second->outcome()->kind, OutcomeKind::Done);
}

void TstActionRunner::failedCommandEndsIt()
{
    Rig rig;
    bool went = false;
    rig.plan.steps = {pointOfNoReturn(commanded(u"exit 3"_s)), step(u"never"_s, [&](Shell &) {
                          went = true;
                          return Expected<void>();
                      })};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Failed);
    QCOMPARE(run->outcome()->step, 0);
    QVERIFY(!went);
    QCOMPARE(rig.ended, QList<int>());
}

void TstActionRunner::unverifiedStepIsNotConfirmed()
{
    Rig rig;
    int sent = 0;
    rig.plan.steps = {step(
        u"x"_s,
        [&](Shell &) {
            ++sent;
            return Expected<void>();
        },
        [](Shell &) -> Expected<void> {
            return failure(ErrorKind::Timeout, message("still on"));
        })};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::NotConfirmed);
    QCOMPARE(logText(run->outcome()->error->what), u"still on"_s);
    QCOMPARE(sent, 1);
}

void TstActionRunner::cancelWhilePlanning()
{
    Rig rig;
    rig.plan.steps = {commanded(u"true"_s)};
    rig.reach.holdFresh = true;
    const ActionRunPtr run = rig.start();
    QVERIFY(run->cancellable());
    run->cancel();
    QVERIFY(!run->cancellable());
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Cancelled);
    QCOMPARE(rig.reach.transport(node1)->started, 0);
}

void TstActionRunner::cancelEndsTheRunningCommand()
{
    for (const int at : {0, 1}) {
        Rig rig;
        rig.plan.steps = {commanded(at == 0 ? u"cat"_s : u"true"_s),
                          commanded(at == 1 ? u"cat"_s : u"true"_s)};
        rig.plan.steps[size_t(at)] = step(u"hangs"_s, [](Shell &sh) {
            return doneBy(sh.run(node1, shell(u"echo here; exec sleep 100"_s)));
        });
        const ActionRunPtr run = rig.start();
        QVERIFY(QTest::qWaitFor(
            [&] { return rig.begun.contains(at) && rig.reach.transport(node1)->alive() == 1; },
            patience));
        run->cancel();
        QVERIFY(rig.over(run));
        QCOMPARE(run->outcome()->kind, OutcomeKind::Cancelled);
        QCOMPARE(run->outcome()->step, at);
        QVERIFY(
            QTest::qWaitFor([&] { return rig.reach.transport(node1)->alive() == 0; }, patience));
    }
}

void TstActionRunner::cancelWhileVerifying()
{
    Rig rig;
    rig.plan.steps = {step(u"x"_s, ok, [](Shell &sh) -> Expected<void> {
        while (sh.sleepFor(1000s)) { }
        return failure(ErrorKind::Cancelled, message("stopped"));
    })};
    rig.plan.steps[0].info.timeout = 10'000s;
    const ActionRunPtr run = rig.start();
    QVERIFY(QTest::qWaitFor([&] { return run->step() == 0; }, patience));
    run->cancel();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Cancelled);
}

void TstActionRunner::cancelAfterThePointOfNoReturnHasNoEffect()
{
    Rig rig;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"go"_s);
    rig.plan.steps = {pointOfNoReturn(step(u"x"_s, [file](Shell &sh) {
        return doneBy(
            sh.run(node1, shell(u"while ! test -e \"$1\"; do sleep 0.01; done"_s, {file})));
    }))};
    const ActionRunPtr run = rig.start();
    QVERIFY(QTest::qWaitFor([&] { return run->step() == 0; }, patience));
    QVERIFY(!run->cancellable());
    run->cancel();
    QFile go(file);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Done);
}

namespace
{
// Runs until `file` is there, which calling it back makes.
Step recalledStep(const QString &file)
{
    Step made = pointOfNoReturn(step(u"x"_s, [file](Shell &sh) -> Expected<void> {
        bool recalled = false;
        const Expected<void> done = doneBy(
            sh.follow(node1, shell(u"while ! test -e \"$1\"; do sleep 0.01; done"_s, {file}),
                      [&](const QByteArray &) {
                          if (recalled || !sh.recallAsked())
                              return;
                          recalled = true;
                          static_cast<void>(sh.run(node1, shell(u": >\"$1\""_s, {file})));
                      }));
        if (done && recalled)
            return failure(ErrorKind::Cancelled, message("called back"));
        return done;
    }));
    made.info.recall = u": >file"_s;
    return made;
}
} // namespace

void TstActionRunner::aStepIsCalledBackBeyondThePointOfNoReturn()
{
    Rig rig;
    QTemporaryDir folder;
    rig.plan.steps
        = {recalledStep(folder.filePath(u"go"_s)), pointOfNoReturn(commanded(u"true"_s))};
    const ActionRunPtr run = rig.start();
    QList<QString> notes;
    QObject::connect(run.get(), &ActionRun::noted, &rig.runner,
                     [&](const Finding &note) { notes << note.id; });
    QVERIFY(!run->recallable()); // nothing runs yet
    QVERIFY(QTest::qWaitFor([&] { return run->recallable(); }, patience));
    QVERIFY(!run->cancellable());
    run->recall();
    QVERIFY(!run->recallable());
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Cancelled);
    QCOMPARE(run->outcome()->step, 0);
    QCOMPARE(logText(run->outcome()->error->what), u"called back"_s);
    QCOMPARE(notes, QList<QString>{u"action.recall"_s}); // the journal has it, once
    QCOMPARE(rig.begun, QList<int>{0}); // and nothing after it is begun
}

void TstActionRunner::aRecallIsOfTheStepThatRunsAlone()
{
    Rig rig;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"go"_s);
    Step second = recalledStep(file);
    rig.plan.steps = {commanded(u"true"_s), second};
    const ActionRunPtr run = rig.start();
    run->recall(); // before anything began: of nothing
    QVERIFY(QTest::qWaitFor([&] { return run->step() == 1; }, patience));
    QVERIFY(run->recallable());
    QFile go(file);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Done);
}

// The session of a silent machine is closed and dialled anew: that ends the command here, and says
// nothing of what was called back there.
void TstActionRunner::aLinkClosedUnderARecallIsNoRecall()
{
    Rig rig;
    Step moving = pointOfNoReturn(step(
        u"x"_s, [](Shell &sh) { return doneBy(sh.run(node1, shell(u"exec sleep 100"_s))); },
        [](Shell &) -> Expected<void> {
            return failure(ErrorKind::Unreachable, message("not seen"));
        }));
    moving.info.recall = u"true"_s;
    rig.plan.steps = {moving};
    const ActionRunPtr run = rig.start();
    QVERIFY(QTest::qWaitFor([&] { return rig.reach.transport(node1)->alive() == 1; }, patience));
    run->recall();
    rig.reach.transport(node1)->close();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::NotConfirmed);
}

// The guest that moves is not called back; the next one stays.
void TstActionRunner::emptyingStopsBetweenTwoGuests()
{
    Rig rig;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"go"_s);
    rig.plan.steps
        = {commanded(u"true"_s),
           pointOfNoReturn(step(
               u"x"_s,
               [file](Shell &sh) {
                   return doneBy(sh.run(
                       node1, shell(u"while ! test -e \"$1\"; do sleep 0.01; done"_s, {file})));
               })),
           pointOfNoReturn(commanded(u"true"_s)), pointOfNoReturn(commanded(u"true"_s))};
    for (size_t i = 1; i < rig.plan.steps.size(); ++i)
        rig.plan.steps[i].info.mayBeLeftOut = true;
    const ActionRunPtr run = rig.start();
    QVERIFY(QTest::qWaitFor([&] { return run->step() == 1; }, patience));
    QVERIFY(run->cancellable());
    run->cancel();
    QVERIFY(!run->cancellable());
    QFile go(file);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Cancelled);
    QCOMPARE(run->outcome()->step, 2);
    QVERIFY(run->outcome()->error.has_value());
    QCOMPARE(rig.ended, QList<int>({0, 1}));
    QCOMPARE(rig.begun, QList<int>({0, 1}));
}

void TstActionRunner::lostLinkAfterItWasSentIsNotConfirmed()
{
    for (const bool final : {false, true}) {
        Rig rig;
        const auto unseen = [](Shell &) -> Expected<void> {
            return failure(ErrorKind::Unreachable, message("not seen"));
        };
        Step one = step(
            u"x"_s, [](Shell &sh) { return doneBy(sh.run(node1, shell(u"exec sleep 100"_s))); },
            unseen);
        one.info.timeout = 10'000s;
        rig.plan.steps = {final ? pointOfNoReturn(one) : one};
        const ActionRunPtr run = rig.start();
        QVERIFY(
            QTest::qWaitFor([&] { return rig.reach.transport(node1)->alive() == 1; }, patience));
        rig.reach.transport(node1)->drop();
        QVERIFY(rig.over(run));
        QCOMPARE(run->outcome()->kind, OutcomeKind::NotConfirmed);
        QCOMPARE(run->outcome()->error->kind, ErrorKind::Unreachable);
        QCOMPARE(rig.reach.transport(node1)->started, 1);
    }
}

void TstActionRunner::lostLinkIsForgivenWhenTheEffectIsSeen()
{
    Rig rig;
    int sent = 0;
    rig.plan.steps = {pointOfNoReturn(step(u"x"_s, [&](Shell &sh) {
        ++sent;
        return doneBy(sh.run(node1, shell(u"exec sleep 100"_s)));
    }))};
    const ActionRunPtr run = rig.start();
    QVERIFY(QTest::qWaitFor([&] { return rig.reach.transport(node1)->alive() == 1; }, patience));
    rig.reach.transport(node1)->drop();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Done);
    QCOMPARE(sent, 1);
}

void TstActionRunner::nothingSentIsFailed()
{
    Rig rig;
    rig.plan.steps = {pointOfNoReturn(commanded(u"true"_s))};
    rig.reach.transport(node1)->close();
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Failed);
    QCOMPARE(run->outcome()->error->kind, ErrorKind::Unreachable);
    QCOMPARE(rig.reach.transport(node1)->started, 0);
}

void TstActionRunner::stepOutOfTimeIsNotConfirmed()
{
    Rig rig;
    const auto unseen = [](Shell &) -> Expected<void> {
        return failure(ErrorKind::Timeout, message("not seen"));
    };
    rig.plan.steps = {pointOfNoReturn(step(
        u"x"_s, [](Shell &sh) { return doneBy(sh.run(node1, shell(u"exec sleep 100"_s))); },
        unseen))};
    rig.plan.steps[0].info.timeout = 1s;
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::NotConfirmed);
    QCOMPARE(run->outcome()->error->kind, ErrorKind::Timeout);
}

void TstActionRunner::hungPictureIsNoEvidence()
{
    Rig rig;
    rig.plan.steps = {step(
        u"x"_s,
        [&](Shell &) {
            rig.reach.holdFresh = true;
            return Expected<void>();
        },
        [](Shell &sh) {
            static_cast<void>(sh.freshSnapshot());
            return Expected<void>(); // a step that does not look closely
        })};
    rig.plan.steps[0].info.timeout = 1s;
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::NotConfirmed);
    rig.reach.answerFresh();
}

void TstActionRunner::powerGoesThroughTheBmc()
{
    Rig rig;
    rig.plan.steps = {step(
        u"off"_s, [](Shell &sh) { return sh.setPower(node2, PowerState::Off); },
        [](Shell &sh) -> Expected<void> {
            const auto power = sh.power(node2);
            if (power && *power == PowerState::Off)
                return {};
            return failure(ErrorKind::Timeout, message("still on"));
        })};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Done);
    QCOMPARE(*rig.reach.bmcStates[node2]->power, PowerState::Off);
    QCOMPARE(*rig.reach.bmcStates[node1]->power, PowerState::On);
}

void TstActionRunner::wordsReachTheShellUnchanged()
{
    Rig rig;
    const QStringList words{u"it's"_s, u"two words"_s, u"$(touch /nowhere/x)"_s,
                            u"a\nb"_s, u"`id`"_s,      u"\"q\" \\ $HOME"_s,
                            u""_s,     u"-n"_s,        u"été ☂"_s,
                            u"*?[a]"_s};
    QByteArray out;
    rig.plan.steps = {step(u"x"_s, [&](Shell &sh) {
        const auto output = sh.run(node1, shell(u"printf '<%s>' \"$@\""_s, words));
        if (output)
            out = output->out;
        return doneBy(output);
    })};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(run->outcome()->kind, OutcomeKind::Done);
    QCOMPARE(QString::fromUtf8(out), u'<' + words.join(u"><"_s) + u'>');
}

void TstActionRunner::absoluteProgramsStandBelowTheRoot()
{
    QTemporaryDir folder;
    const QString root = folder.filePath(u"the root"_s);
    QVERIFY(QDir().mkpath(root + u"/sbin"_s));
    QFile tool(root + u"/sbin/tool"_s);
    QVERIFY(tool.open(QIODevice::WriteOnly));
    tool.write("#!/bin/sh\nprintf '%s' \"$LC_ALL:$1\"\n");
    tool.close();
    tool.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    Rig rig;
    rig.reach.roots[node1] = root;
    QByteArray out;
    rig.plan.steps = {step(u"x"_s, [&](Shell &sh) {
        const auto output = sh.run(node1, {u"/sbin/tool"_s, {u"/sbin"_s}});
        if (output)
            out = output->out;
        return doneBy(output);
    })};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(out, QByteArray("C:/sbin"));
    const Command sudo = elevated({u"drbdadm"_s, {u"up"_s}}, {}, true);
    QCOMPARE(sudo.program, u"sudo"_s);
    QCOMPARE(sudo.arguments.mid(0, 2), QStringList({u"-n"_s, u"sh"_s}));
    QCOMPARE(sudo.arguments.last(), u"up"_s);
}

void TstActionRunner::secretsStayOutOfTheOutput()
{
    Rig rig;
    rig.plan.steps = {commanded(u"echo 'shared-secret \"geheim\";'; echo passwd=geheim >&2"_s)};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QVERIFY(rig.lines.size() >= 3);
    QVERIFY(!rig.lines.join(u' ').contains(u"geheim"_s));
}

void TstActionRunner::outputIsToldWhileTheCommandRuns()
{
    Rig rig;
    QTemporaryDir folder;
    const QString file = folder.filePath(u"go"_s);
    rig.plan.steps = {step(u"x"_s, [file](Shell &sh) {
        return doneBy(
            sh.run(node1,
                   shell(u"echo early; while ! test -e \"$1\"; do sleep 0.01; done; printf late"_s,
                         {file})));
    })};
    const ActionRunPtr run = rig.start();
    QVERIFY(QTest::qWaitFor([&] { return rig.lines.contains(u"early"_s); }, patience));
    QVERIFY(!run->outcome());
    QFile go(file);
    QVERIFY(go.open(QIODevice::WriteOnly));
    QVERIFY(rig.over(run));
    QCOMPARE(rig.lines.last(), u"late"_s);
    QVERIFY(rig.lines.first().startsWith(u"node1# sh -c"_s));
}

void TstActionRunner::progressIsTold()
{
    Rig rig;
    rig.plan.steps = {step(u"x"_s, [](Shell &sh) {
        sh.tell({message("half"), 0.5});
        return Expected<void>();
    })};
    const ActionRunPtr run = rig.start();
    QList<double> told;
    QObject::connect(run.get(), &ActionRun::progressed, &rig.runner,
                     [&](int, const StepProgress &now) { told << now.fraction.value_or(-1); });
    QVERIFY(rig.over(run));
    QCOMPARE(told, QList<double>({0.5}));
}

void TstActionRunner::blockDevicesAreSparedMeanwhile()
{
    Rig rig;
    rig.plan.steps = {commanded(u"true"_s)};
    const ActionRunPtr run = rig.start();
    QVERIFY(rig.over(run));
    QCOMPARE(rig.reach.spared, QList<QList<NodeName>>({{node1}, {}}));
}

void TstActionRunner::destroyedRunnerWaitsForNothing()
{
    auto rig = std::make_unique<Rig>();
    rig->plan.steps = {pointOfNoReturn(
        step(u"x"_s, [](Shell &sh) { return doneBy(sh.run(node1, shell(u"exec sleep 100"_s))); }))};
    rig->plan.steps[0].info.timeout = 10'000s;
    const ActionRunPtr run = rig->start();
    QVERIFY(QTest::qWaitFor([&] { return rig->reach.transport(node1)->alive() == 1; }, patience));
    rig.reset();
    QVERIFY(!run->outcome() || run->outcome()->kind != OutcomeKind::Done);
}

BINOME_TEST(TstActionRunner)
#include "tst_actionrunner.moc"
