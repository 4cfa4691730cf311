// SPDX-FileCopyrightText: 2026 The Binôme authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/action/actionrunner.h"

namespace Gui
{
// One run as the window follows it; the signals are those of Core::ActionRun. Main thread.
class ActionFeed : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual bool cancellable() const = 0; // false from the point of no return on
    virtual void cancel() = 0;
    virtual bool recallable() const { return false; } // the step that runs can be called back
    virtual void recall() { }

signals:
    void stepBegan(int step);
    void output(int step, const QString &line);
    void progressed(int step, const Core::StepProgress &progress);
    void stepEnded(int step);
    void noted(const Core::Finding &note); // found on the way
    void changed(const Core::ActionPlan &now); // nothing was sent: ask again with `now`
    void finished(const Core::Outcome &outcome); // exactly once
};

// What runs the actions of one cluster, as the window sees it. Main thread.
class ActionSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    // Never null; refusals come by finished(), later than the return.
    virtual std::unique_ptr<ActionFeed> run(Core::Planner planner, Core::ActionPlan shown,
                                            Core::Approval approval)
        = 0;
    // What the person here may do; the engine enforces it.
    virtual Core::UserRole role() const { return Core::UserRole::Administrator; }
};
} // namespace Gui
