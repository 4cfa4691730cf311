// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the engine adds to what is done, on a laboratory of its own with real sshd and ipmi_sim:
// from the confirmation to the first byte that leaves and to the action's own command, from the
// second reading that says off to the end, and a node of four guests emptied beside the four
// commands that a person would type in a row. Usage: bench_actions [ROUNDS]
#include "core/action/actionrunner.h"
#include "core/action/migrateplan.h"
#include "core/bmc/ipmiclient.h"
#include "core/collect/collector.h"
#include "core/session/endpoints.h"
#include "core/session/sessionreach.h"
#include "core/store/journal.h"
#include "core/transport/sshsession.h"
#include "tests/bench/benchlab.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstdio>

using namespace Core;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace
{
const NodeName node1(u"node1"_s);
const NodeName node2(u"node2"_s);
constexpr auto longest = 600s; // of a step
constexpr int patience = 900'000; // ms

double now() // ms
{
    return double(std::chrono::steady_clock::now().time_since_epoch().count()) / 1e6;
}

// The machines, with the moment at which the first word for one of them leaves.
class Stamped final : public ActionReach
{
public:
    explicit Stamped(ActionReach &behind) : m_behind(behind) { }
    QList<NodeName> machines() const override { return m_behind.machines(); }
    Transport *transport(const NodeName &of) override
    {
        stamp();
        return m_behind.transport(of);
    }
    Bmc *bmc(const BmcWay &way) override
    {
        stamp();
        return m_behind.bmc(way);
    }
    MachineContext context(const NodeName &of) const override { return m_behind.context(of); }
    bool sudo(const NodeName &of) const override { return m_behind.sudo(of); }
    QFuture<SnapshotPtr> fresh() override { return m_behind.fresh(); }
    void spare(const QList<NodeName> &machines) override { m_behind.spare(machines); }

    double first = 0;

private:
    void stamp() { first = first > 0 ? first : now(); }
    ActionReach &m_behind;
};

struct Console {
    explicit Console(const ClusterProfile &known)
        : profile(known), store(clock),
          collector(
              store, allProviders(),
              [this](const BmcAddress &to, const Password &password) {
                  return std::make_unique<IpmiClient>(loop, to, password);
              },
              clock),
          behind(profile, collector), reach(behind), journal(home.filePath(u"journal.db"_s)),
          runner(reach, setup())
    {
        QList<Machine> machines;
        for (const ProfileMachine &one : profile.machines) {
            Machine machine;
            machine.name = one.name;
            machine.kind = kindOf(one);
            machines << machine;
            collector.add({{one.name, machine.kind, one.rootPrefix},
                           false,
                           std::make_unique<SshSession>(endpointOf(one, profile))});
        }
        store.reset(profile.name, machines);
        collector.open();
    }
    ActionSetup setup()
    {
        ActionSetup given;
        given.cluster = profile.name;
        given.user = given.host = u"bench"_s;
        given.lockFolder = home.path();
        given.journal = &journal;
        given.leases = true;
        return given;
    }
    // The time from the confirmation to the end; none: it did not end well.
    std::optional<double> run(const Planner &planner)
    {
        const ActionPlan plan = planner(*store.current());
        reach.first = 0;
        const double begun = now();
        const ActionRunPtr run = runner.run(planner, plan, {plan.confirmation.expected, u"-"_s});
        double ended = 0;
        QObject::connect(run.get(), &ActionRun::finished, [&](const Outcome &) { ended = now(); });
        if (!QTest::qWaitFor([&] { return ended > 0; }, patience))
            return std::nullopt;
        const Outcome outcome = run->outcome().value_or(Outcome());
        if (outcome.kind == OutcomeKind::Done)
            return ended - begun;
        std::fprintf(stderr, "not done: %s\n",
                     outcome.error ? qPrintable(logText(outcome.error->what)) : "");
        return std::nullopt;
    }

    QTemporaryDir home;
    const ClusterProfile profile;
    const SystemClock clock;
    IpmiLoop loop;
    SnapshotStore store;
    Collector collector;
    SessionReach behind;
    Stamped reach;
    Journal journal;
    ActionRunner runner;
};

Planner planOf(const std::function<Expected<void>(Shell &)> &execute,
               const std::function<Expected<void>(Shell &)> &verify)
{
    ActionPlan plan;
    plan.title = message("a step");
    plan.touches = {node1};
    plan.confirmation = {ConfirmationKind::OneClick, {}, false};
    Step step;
    step.info.title = message("a step");
    step.info.timeout = longest;
    step.execute = execute;
    step.verify = verify;
    plan.steps = {step};
    return [plan](const ClusterSnapshot &) { return plan; };
}

Expected<void> nothing(Shell &)
{
    return {};
}

void tell(const char *what, QList<double> times, double allowed)
{
    std::sort(times.begin(), times.end());
    if (times.isEmpty())
        return void(std::printf("%-52s not measured\n", what));
    std::printf("%-52s median %7.1f ms, most %7.1f ms", what, times[times.size() / 2],
                times.last());
    if (allowed > 0)
        std::printf(", %.2f of the %.0f ms allowed", times.last() / allowed, allowed);
    std::printf("\n");
}

void measureFirstByte(Console &console, int rounds)
{
    QList<double> first;
    QList<double> own;
    for (int i = 0; i < rounds; ++i) {
        std::atomic<double> left = 0;
        const double begun = now();
        const auto took = console.run(planOf(
            [&left](Shell &shell) -> Expected<void> {
                left = now();
                return shell.run(node1, {u"true"_s, {}}).map([](const CommandOutput &) {});
            },
            nothing));
        if (!took)
            return;
        first << console.reach.first - begun;
        own << left - begun;
    }
    tell("confirmation to the first byte (lease on the nodes)", first, 50);
    tell("confirmation to the action's own command", own, 0);
}

void measureSecondReading(Console &console, int rounds)
{
    QList<double> times;
    for (int i = 0; i < rounds; ++i) {
        std::atomic<double> seen = 0;
        const auto verify = [&seen](Shell &shell) -> Expected<void> {
            for (int reading = 0; reading < 2;) {
                const Expected<PowerState> state = shell.power(node2);
                reading = state && *state == PowerState::Off ? reading + 1 : 0;
                seen = now();
                if (reading < 2 && !shell.sleepFor(1s))
                    return failure(ErrorKind::Timeout, message("not off"));
            }
            return {};
        };
        if (!console.run(planOf(nothing, verify)))
            return;
        times << now() - seen;
    }
    tell("second reading that says off to confirmed", times, 1000);
}

Planner emptying(const NodeName &node)
{
    Verb verb;
    verb.kind = VerbKind::EmptyNode;
    verb.node = node;
    return [verb](const ClusterSnapshot &picture) { return planEmptyNode(verb, picture); };
}

bool everyGuestOn(Console &console, const NodeName &node)
{
    return QTest::qWaitFor(
        [&] {
            const auto running = console.store.current()->machines.value(node).running;
            return running.known() && running.value->ids.size() == 4
                && !emptying(node)(*console.store.current()).blocked();
        },
        patience);
}

// What a person types, one after another, without looking whether it was done.
std::optional<double> typed(Console &console)
{
    std::atomic<double> took = 0;
    const auto ended = console.run(planOf(
        [&took](Shell &shell) -> Expected<void> {
            const double begun = now();
            for (const int guest : {100, 101, 102, 103}) {
                Command command{u"qm"_s,
                                {u"migrate"_s, QString::number(guest), u"node2"_s, u"--online"_s}};
                command.timeout = longest;
                const Expected<CommandOutput> output = shell.run(node1, command);
                if (!output || output->exitCode != 0)
                    return failure(ErrorKind::CommandFailed, message("qm migrate failed"));
            }
            took = now() - begun;
            return {};
        },
        nothing));
    return ended ? std::optional(took.load()) : std::nullopt;
}

void measureEmptying(Console &console)
{
    if (!console.run(emptying(node2)) || !everyGuestOn(console, node1))
        return;
    const std::optional<double> row = typed(console);
    if (!row || !everyGuestOn(console, node2))
        return;
    const std::optional<double> emptied = console.run(emptying(node2));
    if (!emptied)
        return;
    std::printf("%-52s %.1f s; four times qm migrate %.1f s; ratio %.2f\n",
                "a node of 4 guests emptied, every one verified", *emptied / 1000, *row / 1000,
                *emptied / *row);
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 10;
    BenchLab lab;
    const ClusterProfile profile = lab.profile();
    if (profile.machines.isEmpty())
        return std::fprintf(stderr, "the laboratory did not start\n"), 1;
    Console console(profile);
    if (!QTest::qWaitFor([&] { return console.collector.settled(); }, patience))
        return std::fprintf(stderr, "no complete picture\n"), 1;
    measureFirstByte(console, rounds);
    measureEmptying(console);
    lab.call({u"set"_s, u"fence-action"_s, u"off"_s});
    lab.call({u"do"_s, u"power-off"_s, u"node2"_s});
    measureSecondReading(console, rounds);
    return 0;
}
