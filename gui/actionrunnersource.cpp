// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionrunnersource.h"

namespace Gui
{
namespace
{
class RunFeed : public ActionFeed
{
public:
    explicit RunFeed(Core::ActionRunPtr run) : m_run(std::move(run))
    {
        using Core::ActionRun;
        const ActionRun *from = m_run.get();
        connect(from, &ActionRun::stepBegan, this, &ActionFeed::stepBegan);
        connect(from, &ActionRun::output, this, &ActionFeed::output);
        connect(from, &ActionRun::progressed, this, &ActionFeed::progressed);
        connect(from, &ActionRun::stepEnded, this, &ActionFeed::stepEnded);
        connect(from, &ActionRun::noted, this, &ActionFeed::noted);
        connect(from, &ActionRun::changed, this, &ActionFeed::changed);
        connect(from, &ActionRun::finished, this, &ActionFeed::finished);
    }
    bool cancellable() const override { return m_run->cancellable(); }
    void cancel() override { m_run->cancel(); }
    bool recallable() const override { return m_run->recallable(); }
    void recall() override { m_run->recall(); }

private:
    const Core::ActionRunPtr m_run;
};
} // namespace

ActionRunnerSource::ActionRunnerSource(Core::ActionRunner &runner, QObject *parent)
    : ActionSource(parent), m_runner(runner)
{
}

std::unique_ptr<ActionFeed> ActionRunnerSource::run(Core::Planner planner, Core::ActionPlan shown,
                                                    Core::Approval approval)
{
    return std::make_unique<RunFeed>(
        m_runner.run(std::move(planner), std::move(shown), std::move(approval)));
}
} // namespace Gui
