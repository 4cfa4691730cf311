// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/actionrecord.h"

#include "core/base/log.h"

namespace Gui
{
namespace
{
constexpr qsizetype linesKept = 2000; // of output; the journal has the rest

StepState endState(Core::OutcomeKind kind)
{
    switch (kind) {
    case Core::OutcomeKind::Done:
        return StepState::Done;
    case Core::OutcomeKind::NotConfirmed:
        return StepState::NotConfirmed;
    case Core::OutcomeKind::Failed:
        return StepState::Failed;
    case Core::OutcomeKind::Cancelled:
    case Core::OutcomeKind::Refused:
    case Core::OutcomeKind::Unknown:
        return StepState::Stopped;
    }
    return StepState::Stopped;
}
} // namespace

ActionRecord::ActionRecord(QString cluster, Core::ActionPlan plan, const Core::Clock &clock,
                           QObject *parent)
    : QObject(parent), m_cluster(std::move(cluster)), m_plan(std::move(plan)), m_clock(clock),
      m_beganAt(clock.now())
{
    m_steps.resize(qsizetype(m_plan.steps.size()));
}

ActionRecord::~ActionRecord() = default;

void ActionRecord::follow(std::unique_ptr<ActionFeed> feed)
{
    m_feed = std::move(feed);
    connect(m_feed.get(), &ActionFeed::stepBegan, this, &ActionRecord::begin);
    connect(m_feed.get(), &ActionFeed::output, this, &ActionRecord::add);
    connect(m_feed.get(), &ActionFeed::stepEnded, this, [this](int step) {
        end(step, StepState::Done);
        emit changed();
    });
    connect(m_feed.get(), &ActionFeed::progressed, this,
            [this](int step, const Core::StepProgress &progress) {
                if (step < 0 || step >= m_steps.size())
                    return;
                m_steps[step].progress = progress;
                emit changed();
            });
    connect(m_feed.get(), &ActionFeed::noted, this, [this](const Core::Finding &note) {
        m_notes << note;
        emit changed();
    });
    connect(m_feed.get(), &ActionFeed::changed, this,
            [this](const Core::ActionPlan &now) { m_changedPlan = now; });
    connect(m_feed.get(), &ActionFeed::finished, this, &ActionRecord::conclude);
}

void ActionRecord::begin(int step)
{
    if (step < 0 || step >= m_steps.size())
        return;
    m_step = step;
    m_steps[step].state = StepState::Running;
    m_steps[step].began = m_clock.elapsed();
    emit changed();
}

void ActionRecord::end(int step, StepState state)
{
    if (step < 0 || step >= m_steps.size())
        return;
    if (m_steps[step].state == StepState::Running)
        m_steps[step].took = m_clock.elapsed() - m_steps[step].began;
    m_steps[step].state = state;
}

// The engine redacts too; what is on screen ends up in screenshots.
void ActionRecord::add(int step, const QString &line)
{
    m_output << OutputLine{step, QString::fromUtf8(Core::redacted(line.toUtf8()))};
    if (m_output.size() > linesKept)
        m_output.removeFirst();
    emit outputAdded(m_output.last());
}

void ActionRecord::conclude(const Core::Outcome &outcome)
{
    if (m_outcome)
        return;
    m_outcome = outcome;
    m_endedAt = m_clock.now();
    if (m_step >= 0 && m_steps[m_step].state == StepState::Running)
        end(m_step, endState(outcome.kind));
    emit changed();
    emit ended();
}

std::chrono::milliseconds ActionRecord::elapsed(int step) const
{
    const StepRecord record = m_steps.value(step);
    return record.state == StepState::Running ? m_clock.elapsed() - record.began : record.took;
}

bool ActionRecord::cancellable() const
{
    return running() && !m_cancelAsked && m_feed->cancellable();
}

void ActionRecord::cancel()
{
    if (!cancellable())
        return;
    m_cancelAsked = true;
    m_feed->cancel();
    emit changed();
}

bool ActionRecord::recallable() const
{
    return running() && !recallAsked() && m_feed->recallable();
}

void ActionRecord::recall()
{
    if (!recallable())
        return;
    m_recallAsked = m_step;
    m_feed->recall();
    emit changed();
}
} // namespace Gui
