// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "gui/actionsource.h"

namespace Gui
{
enum class StepState : quint8 {
    Waiting,
    Running,
    Done, // executed, and seen to have worked
    Failed,
    NotConfirmed, // executed, and not seen to have worked
    Stopped, // cancelled while it ran, or nobody knows
};

struct StepRecord {
    StepState state = StepState::Waiting;
    std::chrono::milliseconds began{0}; // of Core::Clock::elapsed()
    std::chrono::milliseconds took{0}; // once it ended
    std::optional<Core::StepProgress> progress;
};

struct OutputLine {
    int step = 0;
    QString text;
};

// Everything one action told so far, kept as long as the program runs: its dialog may be closed and
// opened again while it runs or later. Main thread.
class ActionRecord : public QObject
{
    Q_OBJECT
public:
    // The clock outlives it.
    ActionRecord(QString cluster, Core::ActionPlan plan, const Core::Clock &clock,
                 QObject *parent = nullptr);
    ~ActionRecord() override;
    void follow(std::unique_ptr<ActionFeed> feed);

    const QString &cluster() const { return m_cluster; }
    const Core::ActionPlan &plan() const { return m_plan; }
    const QDateTime &beganAt() const { return m_beganAt; } // UTC
    const QDateTime &endedAt() const { return m_endedAt; } // UTC; null while it runs
    const QList<StepRecord> &steps() const { return m_steps; }
    int step() const { return m_step; } // running or run last; -1 before the first
    const QList<OutputLine> &output() const { return m_output; }
    const QList<Core::Finding> &notes() const { return m_notes; } // found on the way
    const std::optional<Core::Outcome> &outcome() const { return m_outcome; }
    // The plan that replaces the one that was approved; nothing was sent.
    const std::optional<Core::ActionPlan> &changedPlan() const { return m_changedPlan; }
    std::chrono::milliseconds elapsed(int step) const; // running: until now

    bool running() const { return m_feed && !m_outcome; }
    bool cancellable() const;
    bool cancelAsked() const { return m_cancelAsked; }
    void cancel();
    bool recallable() const;
    bool recallAsked() const { return m_recallAsked >= 0 && m_recallAsked == m_step; }
    void recall(); // the step that runs; no effect when not recallable

signals:
    void changed(); // a step's state, its progress
    void outputAdded(const Gui::OutputLine &line);
    void ended();

private:
    void begin(int step);
    void end(int step, StepState state);
    void add(int step, const QString &line);
    void conclude(const Core::Outcome &outcome);

    const QString m_cluster;
    const Core::ActionPlan m_plan;
    const Core::Clock &m_clock;
    const QDateTime m_beganAt;
    QDateTime m_endedAt;
    QList<StepRecord> m_steps;
    int m_step = -1;
    QList<OutputLine> m_output;
    QList<Core::Finding> m_notes;
    std::optional<Core::Outcome> m_outcome;
    std::optional<Core::ActionPlan> m_changedPlan;
    bool m_cancelAsked = false;
    int m_recallAsked = -1; // the step
    std::unique_ptr<ActionFeed> m_feed;
};
} // namespace Gui
