// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/plan/plan.h"

#include <QMap>

namespace Testing
{
// The machines as a step sees them, without a thread and without time: commands of DRBD, LVM,
// rgmanager and qm change `picture` as the real ones would, each look lets a resync go on.
class FakeShell : public Core::Shell
{
public:
    explicit FakeShell(Core::ClusterSnapshot start) : picture(std::move(start)) { }

    Core::Expected<Core::CommandOutput> run(const Core::NodeName &on,
                                            const Core::Command &command) override;
    Core::Expected<Core::PowerState> power(const Core::BmcWay &of) override;
    Core::Expected<void> setPower(const Core::BmcWay &of, Core::PowerState wanted) override;
    Core::Expected<void> order(const Core::BmcWay &of, Core::BmcOrder order) override;
    Core::SnapshotPtr freshSnapshot() override;
    bool sleepFor(std::chrono::milliseconds) override { return !stopped && ++m_slept < patience; }
    bool recallAsked() const override { return recalled; }
    void tell(const Core::StepProgress &progress) override { told << progress; }

    Core::ClusterSnapshot picture; // as the machines would tell it now
    QStringList sent; // "node2# drbdadm secondary r1"
    QList<Core::StepProgress> told;
    QMap<QString, Core::CommandOutput> answers; // to a command, instead of doing it
    QList<Core::NodeName> cut; // their link is down: they answer nothing
    std::function<void(FakeShell &)> beforeLook; // what happens meanwhile
    std::function<void(FakeShell &, const QString &line)> beforeCommand;
    int looks = 0;
    int patience = 50; // sleeps before the time of a step is over
    bool stopped = false;
    bool recalled = false; // a person calls back what runs
    bool obeys = true; // false: commands say 0 and change nothing
    Core::Bytes resync{256 * 1024 * 1024}; // copied a fourth at each look

    QMap<Core::NodeName, Core::PowerState> powers; // as their BMCs say; missing: not known
    QStringList ordered; // "node2 reset", "node2 off through node1"
    QMap<int, QByteArray> configs; // of guests, as qm tells them
    QMap<Core::NodeName, QByteArray> capacities; // meminfo and cpuinfo
    QByteArray migrationLog; // what a migration prints

    Core::DrbdResource &side(const Core::NodeName &node, const QString &resource);

private:
    Core::CommandOutput drbd(const Core::NodeName &on, const QStringList &words);
    Core::CommandOutput obey(const Core::NodeName &on, const QString &verb, const QString &resource,
                             bool discard);
    Core::CommandOutput volumes(const Core::NodeName &on, const Core::Command &command);
    Core::CommandOutput init(const Core::NodeName &on, const QStringList &words);
    Core::CommandOutput fenceTool(const Core::NodeName &on, const QString &verb);
    void stopGroups(const Core::NodeName &on);
    void setGroups(const Core::NodeName &on, bool running);
    void leave(const Core::NodeName &on);
    void join(const Core::NodeName &on);
    void shutDown(const Core::NodeName &on, bool reboots);
    Core::CommandOutput script(const Core::NodeName &on, const QStringList &arguments);
    Core::CommandOutput migrate(int id, const Core::NodeName &target);
    static Core::HaService *service(Core::Machine &machine, int id);
    void guest(const Core::NodeName &on, const Core::Command &command);
    void connectAgain(const Core::NodeName &on, const QString &resource, bool discard);
    void copyOn();

    QMap<QString, Core::NodeName> m_discards; // resource to the side that throws away
    QMap<QString, Core::NodeName> m_targets; // of running resyncs
    int m_slept = 0;
};

// How a plan ended: the steps one after another, each executed and verified, as the runner does.
struct FakeRun {
    int step = -1; // where it ended, from 0; the number of steps when all were verified
    std::optional<Core::Error> error;
    bool done() const { return !error; }
};
// cancelAt: stopped before that step, if it comes before the point of no return.
FakeRun runPlan(const Core::ActionPlan &plan, FakeShell &shell, int cancelAt = -1);
} // namespace Testing
